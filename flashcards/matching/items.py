"""Matches a lead-in with the items that follow it, whether as a list or in one sentence behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, patterns, take
from flashcards.matching.contents import Contents


class ItemsMatcher:
    """`lead` matches all of the lead-in, `item` all of every item; between `at_least` and `at_most` items.

    With `phrase` the lead-in may not be a sentence with a subject. `unless` lines are patterns that neither the lead-
    in nor an item may contain. Binds `lead`, `items` and named groups.
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"lead", "item", "at_least", "at_most", "unless", "phrase"}, {"lead"})
        self.phrase = spec.get("phrase", False)
        if not isinstance(self.phrase, bool):
            raise PatternError("phrase must be true or false", "phrase")
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
        if self.phrase and any(clause.subject for clause in sentence.clauses) and listing.lead in sentence.text:
            return
        lead = self.lead.fullmatch(listing.lead)
        if not lead or not all(self.item.fullmatch(item) for item in listing.items):
            return
        texts = [listing.lead, *listing.items]
        veto = next((p.pattern for p in self.unless if any(p.search(text) for text in texts)), "")
        yield Found({"lead": listing.lead, "items": list(listing.items), **lead.groupdict(default="")}, None, veto)
