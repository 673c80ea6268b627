"""Matches on a sentence's text, before any grammar: chains such as `a < b < c`, and regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, pattern, patterns, take
from flashcards.matching.contents import Contents

KINDS = re.compile(r"\b(?:types|kinds|forms|sorts|levels|flavou?rs) of (?P<kind>[\w' -]+)$")


def _kind(sentence: Sentence) -> str:
    """What a list item is a kind of: "toil" under "Two types of toil:", "" under any other lead-in."""
    lead = sentence.before
    while sentence.item and lead is not None and (lead.item or lead.listing is None):
        lead = lead.before
    if not sentence.item or lead is None or lead.listing is None:
        return ""
    found = KINDS.search(lead.listing.lead)
    return found["kind"] if found else ""


class TextMatcher:
    """Either a chain (`item`, `between`, `at_least`, `shared`) or a `pattern` with named groups, and `unless` patterns.

    Binds the named groups, and `kind_of`: what a list item is a kind of. A chain binds `items` and, with
    shared = "last word", `head`, the word all items end in, which is then left out of them.
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"item", "between", "at_least", "shared", "pattern", "unless", "whole"})
        self.unless = patterns(spec, "unless")
        self.chain = "item" in spec
        if self.chain == ("pattern" in spec):
            raise PatternError("give either pattern, or item and between for a chain", "pattern")
        if self.chain:
            item, between = pattern(spec, "item").pattern, pattern(spec, "between").pattern
            least = spec.get("at_least", 2)
            if not isinstance(least, int) or least < 2:
                raise PatternError("at_least must be a number from 2", "at_least")
            self.shared = spec.get("shared", "")
            if self.shared not in ("", "last word"):
                raise PatternError('shared must be "last word"', "shared")
            self.between = re.compile(rf"\s*(?:{between})\s*")
            self.pattern = re.compile(
                rf"(?<![\w<>])(?:{item})(?:\s*(?:{between})\s*(?:{item})){{{least - 1},}}(?!\s*(?:{between}))"
            )
        else:
            self.pattern = pattern(spec, "pattern")

    def possible(self, contents: Contents) -> bool:
        """Any text may match."""
        return True

    def find(self, sentence: Sentence) -> Iterator[Found]:
        whole = sentence.whole.strip().strip('"') if sentence.segment.quoted else sentence.whole
        for found in self.pattern.finditer(whole):
            bindings: dict[str, Any] | None = self._items(found.group(0)) if self.chain else found.groupdict(default="")
            if bindings is None:
                continue
            veto = next((p.pattern for p in self.unless if p.search(whole)), "")
            yield Found({**bindings, "kind_of": _kind(sentence)}, None, veto)

    def _items(self, text: str) -> dict[str, Any] | None:
        items = [item.strip() for item in self.between.split(text)]
        if not self.shared:
            return {"items": items}
        heads = {item.split()[-1] for item in items}
        if len(heads) != 1 or any(len(item.split()) < 2 for item in items):
            return None
        return {"items": [" ".join(item.split()[:-1]) for item in items], "head": heads.pop()}
