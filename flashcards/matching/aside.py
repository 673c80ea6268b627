"""Matches what stands in parentheses behind a term: glosses, abbreviations, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, patterns, take
from flashcards.matching.contents import Contents

WORD = r"[\w'’./+-]+"


class AsideMatcher:
    """`term` matches the end of the text before the parenthesis, `inside` all of what is in it; `unless` lines either.

    With `alone` there may be no other parenthesis in the sentence. Binds `term` and `inside` (and named groups of
    both patterns).
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"term", "inside", "unless", "alone"}, {"term", "inside"})
        self.alone = spec.get("alone", False)
        if not isinstance(self.alone, bool):
            raise PatternError("alone must be true or false", "alone")
        self.term = re.compile(rf"(?:{pattern(spec, 'term').pattern})\s*$")
        self.inside = pattern(spec, "inside")
        self.unless = patterns(spec, "unless")

    def possible(self, contents: Contents) -> bool:
        """It needs parentheses."""
        return contents.asides

    def find(self, sentence: Sentence) -> Iterator[Found]:
        glosses = [aside for aside in sentence.segment.asides if aside.form == "parenthesis"]
        for aside in glosses if len(glosses) == 1 or not self.alone else ():
            before = aside.before
            if sentence.segment.joint in ("-", ":") and sentence.before is not None:
                before = f"{sentence.before.text} {sentence.segment.joint} {before}"  # "biases - for example, ..."
            term, inside = self.term.search(before), self.inside.fullmatch(aside.text)
            if term and inside:
                text = f"{aside.before} ({aside.text})"
                veto = next((p.pattern for p in self.unless if p.search(text)), "")
                bound = {**term.groupdict(default=""), **inside.groupdict(default="")}
                yield Found({"term": term.group(0).strip(), "inside": aside.text, **bound}, None, veto)
