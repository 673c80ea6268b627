"""Matches two neighbouring sentences of a post: a question and its answer, a denial and what is the case instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, patterns, take
from flashcards.matching.contents import Contents


class PairMatcher:
    """`first` matches all of a sentence, `second` all of the next one in the same post.

    Binds both patterns' named groups.

    `unless_first` and `unless_second` are lines of patterns that the sentence concerned may not contain.
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"first", "second", "unless_first", "unless_second"}, {"first", "second"})
        self.first, self.second = pattern(spec, "first"), pattern(spec, "second")
        shared = set(self.first.groupindex) & set(self.second.groupindex)
        if shared:
            raise PatternError(f"the group {sorted(shared)[0]!r} is in both patterns; rename one", "second")
        self.unless_first, self.unless_second = patterns(spec, "unless_first"), patterns(spec, "unless_second")

    def possible(self, contents: Contents) -> bool:
        """It needs two sentences."""
        return contents.sentences > 1

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The pair that begins with `sentence`, if it is one."""
        after = sentence.after
        if after is None or after.item != sentence.item:
            return
        one, two = sentence.text + _mark(sentence), after.text + _mark(after)
        first = self.first.fullmatch(one)
        second = self.second.fullmatch(two) if first else None
        if first and second:
            veto = next((p.pattern for p in self.unless_first if p.search(one)), "")
            veto = veto or next((p.pattern for p in self.unless_second if p.search(two)), "")
            yield Found({**first.groupdict(default=""), **second.groupdict(default="")}, None, veto)


def _mark(sentence: Sentence) -> str:
    return "" if sentence.text[-1:] in ".!?" else sentence.segment.end
