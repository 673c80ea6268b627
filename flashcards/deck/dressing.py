"""What a user wants on all cards: tags, a hint, the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flashcards.deck.options import DeckOptions
from flashcards.model import Card

_WORD = re.compile(r"[\w'’]+")
# What a card asks for, in words that go on after "The answer is".
_KINDS = {
    "advice": "a piece of advice",
    "agent": "a person or a role",
    "cause": "a cause",
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


def dress(cards: Iterable[Card], options: DeckOptions) -> list[Card]:
    """The cards with the user's tags and hint, and reversible only if the user wants both ways."""
    return [
        replace(
            card,
            tags=(*card.tags, *options.tags),
            hint=card.hint or hint(card, options.hint),
            reversible=card.reversible and options.reverse,
        )
        for card in cards
    ]


def hint(card: Card, kind: str) -> str:
    """The hint of one of HINTS; "" where there is none to give."""
    if kind == "letters":
        return first_letters(card.answer)
    return _KINDS.get(card.kind, "") if kind == "kind" else ""


def first_letters(answer: str) -> str:
    """The answer with each word cut down to its first letter: "The incident commander" is "T… i… c…"."""
    return _WORD.sub(lambda word: word.group() if len(word.group()) == 1 else f"{word.group()[0]}…", answer)
