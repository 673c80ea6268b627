"""The whole way: notes -> talks -> sentences -> candidate cards -> chosen cards -> a deck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from flashcards.decisions.curation import curate_result, decisions_on
from flashcards.deck import check_output, identify, load_templates, write_deck
from flashcards.deck.remembered import can_be_kept, ledger_on, settled_deck
from flashcards.default_output import check_default_output, default_output
from flashcards.generation.cards import cards_of
from flashcards.generation.executors import Executor
from flashcards.generation.setup import executor_of
from flashcards.model import Talk
from flashcards.options import Options
from flashcards.reading import read_notes
from flashcards.result import Result, check_any_cards
from flashcards.watcher import Watcher


def make_deck(
    notes: Sequence[Path], out: Path | None, options: Options, watcher: Watcher, executor: Executor | None = None
) -> tuple[Path, Result]:
    """Read notes (files and folders), make their cards and write them to `out`; None is dist/<event>.apkg.

    `executor` does the thinking, None is what the options say.

    Gives the file written and what became of every post, and brings the ledger up to date with a package. Raises
    UserError, before the long work where it can be seen by then, and NoCardsError if no post gives a card; nothing is
    written then.
    """
    if out is not None:
        check_output(out)
    load_templates(options.deck)
    packed = out is None or out.suffix.lower() == ".apkg"
    ledger = ledger_on(notes, options)
    kept = packed and not options.dry_run and can_be_kept(ledger, options)
    decisions = decisions_on(notes, options)
    made = made_cards(notes, options, watcher, check_default_output if out is None else None, executor)
    result = made.curated(curate_result(made, decisions, notes, watcher)) if len(decisions) else made
    check_any_cards(result, notes)
    settled = settled_deck(result, decisions, notes, options, ledger, watcher, retire=packed and options.ship_retired)
    result = replace(result.with_cards(settled.cards), changes=settled.changes)
    out = out or default_output(result.talks)
    if not options.dry_run:
        out.parent.mkdir(exist_ok=True)
        write_deck([*settled.cards, *settled.retired], out, settled.options, ledger=settled.ledger if kept else None)
        if packed and options.remember and not kept:
            watcher.warn(f"{ledger.file}: no ledger can be kept here, so cards may not be known again; use --ledger")
    return out, result


def make_cards(notes: Sequence[Path], options: Options, watcher: Watcher) -> Result:
    """What becomes of every post of the notes, the cards with their ids.

    Raises UserError, and NoCardsError if no post gives a card.
    """
    result = made_cards(notes, options, watcher)
    check_any_cards(result, notes)
    return result.with_cards(identify(result.cards))


def made_cards(
    notes: Sequence[Path],
    options: Options,
    watcher: Watcher,
    check: Callable[[Sequence[Talk]], None] | None = None,
    executor: Executor | None = None,
) -> Result:
    """Like make_cards, but the cards have no ids yet, and there may be none.

    `check` may refuse the talks before the work.
    """
    talks = read_notes(notes, options.name, watcher.warn)
    if check:
        check(talks)
    return Result(talks, tuple(cards_of(talks, options, watcher, executor or executor_of(options))))
