"""What became of the notes: the cards of each post, or why it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flashcards.decisions import DROPPED, Curated
from flashcards.deck.changes import Changes
from flashcards.errors import NoCardsError
from flashcards.model import Card, Post, Talk


@dataclass(frozen=True, slots=True)
class PostResult:
    """What became of a post: its cards, or why it has none, in plain words."""

    talk: Talk
    post: Post
    cards: tuple[Card, ...]
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the notes, post by post, in their order, and what changed since the last build."""

    talks: tuple[Talk, ...]
    posts: tuple[PostResult, ...]
    changes: Changes = field(default_factory=Changes)

    @property
    def cards(self) -> list[Card]:
        """All cards, in the order of the notes."""
        return [card for post in self.posts for card in post.cards]

    def curated(self, curated: Curated) -> Result:
        """The same with the cards that were decided on: without those dropped, with those edited and added."""
        posts = []
        for post, decided in zip(self.posts, curated.posts, strict=True):
            cards = tuple(one.card for one in decided if one.state != DROPPED)
            silence = "" if cards else post.silence or "what it gave was dropped"
            posts.append(replace(post, cards=cards, silence=silence))
        return replace(self, posts=tuple(posts))

    def with_cards(self, cards: Sequence[Card]) -> Result:
        """The same with other cards in place of these, one for one."""
        given = iter(cards)
        return replace(
            self, posts=tuple(replace(post, cards=tuple(next(given) for _ in post.cards)) for post in self.posts)
        )


def check_any_cards(result: Result, notes: Sequence[Path]) -> None:
    """Raises NoCardsError, which says why, if no post of these notes has a card."""
    if not result.cards:
        raise NoCardsError(_no_cards(result.posts), notes[0] if len(notes) == 1 else None)


def _no_cards(posts: Sequence[PostResult]) -> str:
    if not posts:
        return "there is nothing to read in these notes; posts are block quotes, paragraphs or list items"
    reasons = [post.silence for post in posts]
    most = max(dict.fromkeys(reasons), key=reasons.count)
    several = f"none of the {len(posts)} posts gives a card" if len(posts) > 1 else "the only post gives no card"
    return f"{several}, mostly for this reason: {most}; --explain says more"
