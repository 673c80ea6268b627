"""What a user wants on all cards: tags, pictures, a hint, the other way round."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from flashcards.deck.cloze import form_of
from flashcards.deck.options import DeckOptions
from flashcards.deck.pictures import Pictures
from flashcards.deck.reverse import asks_meaning
from flashcards.model import Card

_WORD = re.compile(r"[\w'’]+")
# What a card asks for, in words that go on after "The answer is".
_KINDS = {
    "advice": "a piece of advice",
    "agent": "a person or a role",
    "cause": "a cause",
    "change": "a change",
    "comparison": "a comparison",
    "condition": "a condition",
    "contrast": "a contrast",
    "definition": "a definition",
    "effect": "an effect",
    "how-to": "a way to do it",
    "list": "a list",
    "order": "a place in an order",
    "place": "a place",
    "purpose": "a reason or purpose",
    "quantity": "a number",
    "quote": "a quotation",
    "steps": "a list of steps",
    "term": "a term or its meaning",
    "time": "a time",
}


def dress(
    cards: Iterable[Card], options: DeckOptions, notes: Sequence[Path], warn: Callable[[str], None]
) -> list[Card]:
    """The cards with the user's tags, hint and pictures, as clozes or asked both ways where the user wants that.

    `notes` are the files and folders the cards come from; pictures are read from there and from folders that
    `options` allows. `warn` gets a line for each picture that could not be had.
    """
    pictures = Pictures([*(path if os.path.isdir(path) else path.parent for path in notes), *options.pictures], warn)
    dressed = [
        replace(
            card,
            tags=(*card.tags, *options.tags),
            hint=card.hint or hint(card, options.hint),
            reversible=options.reverse and (card.reversible or asks_meaning(card.question)),
            pictures=pictures.of(card),
        )
        for card in cards
    ]
    return [replace(card, form=form_of(card)) for card in dressed] if options.cloze else dressed


def hint(card: Card, kind: str) -> str:
    """The hint of one of HINTS; "" where there is none to give."""
    if kind == "letters":
        return first_letters(card.answer)
    if kind == "kind":
        return _KINDS.get(card.kind) or _length(card.answer)
    return ""


def _length(answer: str) -> str:
    """How long the answer is, for kinds that say nothing about it: a fact, the post's own question."""
    count = len(answer.split())
    return "one word" if count == 1 else f"{count} words"


def first_letters(answer: str) -> str:
    """The answer with each word cut down to its first letter: "The incident commander" is "T… i… c…"."""
    return _WORD.sub(lambda word: word.group() if len(word.group()) == 1 else f"{word.group()[0]}…", answer)
