"""Cards to files: an Anki package, data, or a page to look through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashcards.deck.dressing import dress
from flashcards.deck.identity import identify
from flashcards.deck.ledger import Ledger, ledger_beside, read_ledger, write_ledger
from flashcards.deck.options import DeckOptions, check_options
from flashcards.deck.package import prepare_package
from flashcards.deck.page import as_page
from flashcards.deck.settle import Settled, settle
from flashcards.deck.table import as_csv, as_jsonl
from flashcards.deck.tags import tags_for
from flashcards.deck.templates import load_templates
from flashcards.deck.writing import ENDINGS, check_output, replacing
from flashcards.model import Card

__all__ = [
    "ENDINGS",
    "DeckOptions",
    "Ledger",
    "Settled",
    "check_options",
    "check_output",
    "dress",
    "identify",
    "ledger_beside",
    "load_templates",
    "read_ledger",
    "settle",
    "tags_for",
    "write_deck",
]


def write_deck(cards: Sequence[Card], out: Path, options: DeckOptions, ledger: Ledger | None = None) -> None:
    """Write the cards, each with its `id`, to `out`; its ending says what: .apkg, .jsonl, .csv or .html.

    The old `out` is replaced in one step once the new one is whole and on disk. A package's `ledger` is replaced just
    before: one that knows of a package nobody got does no harm, but a package that the ledger knows nothing of would
    be told again, with later times of change. Raises UserError for what check_output() refuses, for broken templates
    and for a full disk; then `out` is as it was.
    """
    check_output(out)
    ending = out.suffix.lower()
    if ending == ".apkg":
        package = prepare_package(cards, options)
        with replacing(out) as stream:
            package.write_to_file(stream)
            stream.flush()
            if ledger is not None:
                write_ledger(ledger)
        return
    text = as_page(cards, options) if ending == ".html" else as_jsonl(cards) if ending == ".jsonl" else as_csv(cards)
    with replacing(out) as stream:
        # A lone surrogate cannot come out of UTF-8 notes, but half a file must not come of one.
        stream.write(text.encode("utf-8", "replace"))
