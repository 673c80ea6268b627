"""A parse while it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A parse on its way, by word: the word in small letters, its tag, its dependency, the position of its head."""

    lower: Sequence[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]

    def below(self, word: int, *kinds: str) -> list[int]:
        """The words that hang on a word, of any dependency or of those given, in order."""
        return [
            c
            for c, head in enumerate(self.heads)
            if head == word and c != word and (not kinds or self.deps[c] in kinds)
        ]

    def root(self, verb: int, tag: str = "") -> None:
        """Make a word the root, with a tag of its own if one is given."""
        self.hang(verb, verb, "ROOT", tag)

    def hang(self, word: int, head: int, dep: str, tag: str = "") -> None:
        """Hang a word on another as its `dep`, with a tag of its own if one is given."""
        self.heads[word], self.deps[word] = head, dep
        if tag:
            self.tags[word] = tag
