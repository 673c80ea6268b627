"""What a build remembers of earlier ones: its ledger, and the ids that cards have by it and by decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashcards.decisions import Decisions
from flashcards.deck import Ledger, Settled, dress, ledger_beside, read_ledger, settle
from flashcards.deck.ledger import check_ledger_place
from flashcards.errors import UserError
from flashcards.options import Options
from flashcards.result import Result
from flashcards.watcher import Watcher


def ledger_file(notes: Sequence[Path], options: Options) -> Path:
    """The file of the ledger of these notes."""
    return options.ledger or ledger_beside(notes[0])


def ledger_on(notes: Sequence[Path], options: Options) -> Ledger:
    """What is known of earlier builds of these notes. Raises UserError for a broken ledger."""
    return read_ledger(ledger_file(notes, options)) if options.remember else Ledger()


def can_be_kept(ledger: Ledger, options: Options) -> bool:
    """Whether the ledger can be written, to be asked before the long work; touches nothing.

    Raises UserError for a place that the user chose, or one of a ledger that must not get out of date.
    """
    if ledger.file is None:
        return False
    writable = check_ledger_place(ledger.file)
    if options.ledger and not writable:
        raise UserError("no ledger can be kept here; name a place in a folder that is writable", ledger.file)
    return writable


def settled_deck(
    result: Result,
    decisions: Decisions,
    notes: Sequence[Path],
    options: Options,
    ledger: Ledger,
    watcher: Watcher,
    *,
    retire: bool = False,
) -> Settled:
    """The cards as they go into a package, with their ids: those that decisions gave them, else the ledger's.

    Raises UserError for broken templates.
    """
    pinned = {number: card.id for number, card in enumerate(result.cards) if card.id}
    cards = dress(result.cards, options.deck, notes, watcher.warn)
    reserved = decisions.ids
    return settle(cards, options.deck, ledger, notes, ship_retired=retire, pinned=pinned, reserved=reserved)
