"""Matches two neighbouring sentences of a post: a question and its answer, a denial and what is the case instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, take


class PairMatcher:
    """`first` matches all of a sentence, `second` all of the next one in the same post; binds both patterns' named groups.

    `unless` lines are patterns that neither sentence may contain. `joint` limits the mark between them ("", ";", "-", ":").
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"first", "second", "unless", "joint"}, {"first", "second"})
        self.first, self.second = pattern(spec, "first"), pattern(spec, "second")
        shared = set(self.first.groupindex) & set(self.second.groupindex)
        if shared:
            raise PatternError(f"the group {sorted(shared)[0]!r} is in both patterns; rename one", "second")
        self.unless = [pattern({"unless": line.strip()}, "unless") for line in str(spec.get("unless", "")).splitlines() if line.strip()]

    def find(self, sentence: Sentence) -> Iterator[Found]:
        after = sentence.after
        if after is None or after.item != sentence.item:
            return
        one, two = sentence.text + _mark(sentence), after.text + _mark(after)
        first = self.first.fullmatch(one)
        second = self.second.fullmatch(two) if first else None
        if first and second:
            veto = next((p.pattern for p in self.unless if p.search(one) or p.search(two)), "")
            yield Found({**first.groupdict(default=""), **second.groupdict(default="")}, None, veto)


def _mark(sentence: Sentence) -> str:
    return "" if sentence.text[-1:] in ".!?" else sentence.segment.end
