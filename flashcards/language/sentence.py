"""A sentence as rules see it: a segment with its parse, its clauses and its place in the post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flashcards.language.clause import Clause
from flashcards.language.parse import Parse
from flashcards.language.segments import Segment
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Post, Talk


@dataclass(frozen=True, slots=True)
class Listing:
    """A lead-in (without its colon) and the items under or behind it, in plain text."""

    lead: str
    items: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Sentence:
    """One segment of a post, parsed.

    `whole` is the full sentence where this is its first segment, else "". `item` is true when it stands in a list
    item; `listing` is set on the sentence that leads a list in. `people` are positions of words that name people.
    `elided` says that its subject was left out and an "It" put there. `cause` is the sentence
    before in words, where it is the reason for this one, `scope` a condition
    that it takes over from there. `kinds`
    maps a generic noun ("approach") to what the talk calls by it.
    """

    segment: Segment
    parse: Parse
    clauses: list[Clause]
    talk: Talk
    post: Post
    vocabulary: Vocabulary
    whole: str = ""
    item: bool = False
    listing: Listing | None = None
    emphasised: tuple[str, ...] = ()
    people: frozenset[int] = frozenset()
    elided: bool = False
    kinds: Mapping[str, str] = field(default_factory=dict)
    cause: str = ""
    scope: str = ""
    before: Sentence | None = field(default=None, repr=False)
    after: Sentence | None = field(default=None, repr=False)
    post_before: tuple[Sentence, ...] = field(default=(), repr=False)  # of the same talk
    gaps: dict[str, list[Any]] | None = field(default=None, repr=False)  # by role, made when first asked for

    @property
    def text(self) -> str:
        """The segment's text."""
        return self.segment.text
