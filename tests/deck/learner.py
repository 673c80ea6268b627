"""Somebody who imports every build into a real Anki collection, studies, edits and tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from flashcards.deck import DeckOptions, write_deck
from flashcards.deck.ledger import LEDGER, read_ledger
from flashcards.deck.settle import Settled, settle
from flashcards.model import Card


class Notes:
    """A folder of notes with its ledger; each build happens a day after the one before, all of them before today."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = folder / LEDGER
        self.day = 1_750_000_000
        self.settled: Settled

    def build(self, cards: Sequence[Card], options: DeckOptions | None = None, **how: Any) -> Path:
        """The package of these cards; the ledger is written."""
        self.day += 86_400
        ledger = read_ledger(self.ledger)
        self.settled = settle(cards, options or DeckOptions(), ledger, clock=lambda: self.day, **how)
        out = self.folder / f"{self.day}.apkg"
        write_deck([*self.settled.cards, *self.settled.retired], out, self.settled.options, ledger=self.settled.ledger)
        return out


class Learner:
    """A collection of the real Anki with somebody's history in it."""

    def __init__(self, collection: Any) -> None:
        self.collection = collection

    def imports(self, package: Path) -> Any:
        """Import with Anki's default options; gives its log."""
        from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()
        return log

    def note(self, card: Card) -> Any:
        """The one note with the card's id."""
        (note_id,) = self.collection.find_notes(f"Id:{card.id}")
        return self.collection.get_note(note_id)

    def studies(self, cards: Sequence[Card]) -> None:
        """Answer each card a different number of times, so that histories can be told apart."""
        for number, card in enumerate(cards, start=1):
            (anki_card,) = self.note(card).cards()
            for _ in range(number):
                shown = self.collection.get_card(anki_card.id)
                shown.start_timer()
                self.collection.sched.answerCard(shown, 3)

    def history(self) -> dict[str, tuple[int, int, int, str]]:
        """By question: how often each card was answered, when it is due, what it is doing, and in which deck it is."""
        found = {}
        for card_id in self.collection.find_cards(""):
            card = self.collection.get_card(card_id)
            deck = self.collection.decks.name(card.did)
            found[card.note()["Question"]] = (card.reps, card.due if card.reps else 0, card.queue, deck)
        return found

    def repetitions(self) -> dict[str, int]:
        """By question: how often each card was answered."""
        return {question: history[0] for question, history in self.history().items()}

    def edits(self, card: Card, remark: str) -> None:
        """Write something of one's own on a note, and tag it."""
        note = self.note(card)
        note["Extra"] = remark
        note.tags.append("mine")
        self.collection.update_note(note)


def rewritten(card: Card, **post: Any) -> Card:
    """The card with its post's words changed: `old` becomes `new` in post, question and answer."""
    old, new = post["old"], post["new"]
    source = card.post.source.replace(old, new)
    return replace(
        card,
        question=card.question.replace(old, new),
        answer=card.answer.replace(old, new),
        post=replace(card.post, source=source),
    )
