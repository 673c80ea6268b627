"""Matches a lead-in with the items that follow it, whether as a list or in one sentence behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, patterns, take
from flashcards.matching.contents import Contents

BEHIND = re.compile(r" (?:to|that|for|when|while|with|in|on|from|which|who|before|after) ")


class ItemsMatcher:
    """`lead` matches all of the lead-in, `item` all of every item; between `at_least` and `at_most` items.

    With `phrase` the lead-in may not be a sentence with a subject, with `orders` most items are imperatives, the first
    one too. Where most are sentences, the lead-in must contain `sentences`. `unless` lines are patterns that the lead-
    in may not contain. Binds `lead`, `items` and named groups.
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"lead", "item", "at_least", "at_most", "unless", "phrase", "orders", "sentences"}, {"lead"})
        self.phrase, self.orders = (_flag(spec, key) for key in ("phrase", "orders"))
        self.sentences = pattern(spec, "sentences", "")
        self.lead = pattern(spec, "lead")
        self.item = pattern(spec, "item", ".+", re.DOTALL)
        self.least, self.most = spec.get("at_least", 2), spec.get("at_most", 7)
        if not isinstance(self.least, int) or not isinstance(self.most, int) or not 1 <= self.least <= self.most:
            raise PatternError("at_least and at_most must be numbers, 1 <= at_least <= at_most", "at_least")
        self.unless = patterns(spec, "unless")

    def possible(self, contents: Contents) -> bool:
        """It needs a list."""
        return contents.listing

    def find(self, sentence: Sentence) -> Iterator[Found]:
        listing = sentence.listing
        if listing is None or not self.least <= len(listing.items) <= self.most:
            return
        first = listing.lead.partition(" ")[0].lower()
        if self.phrase and first in words("imperatives") - words("nouns_too"):
            return  # "bring options with prices: ..."
        if self.phrase and any(clause.subject for clause in sentence.clauses) and listing.lead in sentence.text:
            return
        kinds = [_kind(sentence, item) for item in listing.items]
        if self.orders and (kinds[0] != "order" or kinds.count("order") * 2 <= len(kinds)):
            return
        announced = BEHIND.split(listing.lead, maxsplit=1)[0]  # "quick checks" of "quick checks for problems that ..."
        if kinds.count("sentence") * 2 > len(kinds) and not self.sentences.search(announced):
            return
        lead = self.lead.fullmatch(listing.lead)
        if not lead or not all(self.item.fullmatch(item) for item in listing.items):
            return
        veto = next((p.pattern for p in self.unless if p.search(listing.lead)), "")
        yield Found({"lead": listing.lead, "items": list(listing.items), **lead.groupdict(default="")}, None, veto)


def _flag(spec: dict[str, Any], key: str) -> bool:
    flag = spec.get(key, False)
    if not isinstance(flag, bool):
        raise PatternError(f"{key} must be true or false", key)
    return flag


def _kind(leads: Sentence, item: str) -> str:
    """Whether an item of the list that `leads` leads in is an "order", a "sentence" with a subject, or a "phrase"."""
    at: Sentence | None = leads
    while at is not None:
        if item.startswith(at.text.rstrip(".!")[: len(item)]) and at.text and at.clauses and not at.elided:
            return "order" if at.clauses[0].imperative else "sentence" if at.clauses[0].subject else "phrase"
        orders = {at.parse.lower[clause.verb] for clause in at.clauses if clause.imperative}
        if item in at.segment.text.removeprefix("You should ") and item.split()[0].lower() in orders:
            return "order"  # "make work visible, limit it, keep batches small": several orders in one sentence
        at = at.after
    return "phrase"
