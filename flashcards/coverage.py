"""How much of the notes is on cards, talk by talk, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from flashcards.decisions import ADDED, DROPPED, EDITED, KEPT, Curated
from flashcards.result import PostResult, Result

_SHOWN = 60  # characters of a silent post


def coverage(result: Result, curated: Curated | None = None) -> Iterator[str]:
    """For each talk its posts, those with cards, cards by kind, and why each silent post is silent; then the sums.

    `curated` is what was decided about the result's cards, which is counted as well and makes a difference to them.
    """
    states = [[one.state for one in post] for post in curated.posts] if curated else [[] for _ in result.posts]
    if curated:
        result = result.curated(curated)
    at = 0
    for talk in result.talks:
        posts = result.posts[at : at + len(talk.posts)]
        decided = states[at : at + len(talk.posts)]
        at += len(talk.posts)
        yield talk.title
        yield f"  {_sums(posts)}{_decided(decided)}"
        kinds = Counter(card.kind for post in posts for card in post.cards)
        if kinds:
            yield "  " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items(), key=_by_count))
        for post in posts:
            if not post.cards:
                yield f"  {talk.file}:{post.post.line}: {post.silence}"
                yield f"    {_start(post.post.source)}"
        yield ""
    yield f"All {len(result.talks)} talks" if len(result.talks) != 1 else "In all"
    yield f"  {_sums(result.posts)}{_decided(states)}"
    silences = Counter(post.silence for post in result.posts if not post.cards)
    for silence, count in sorted(silences.items(), key=_by_count):
        yield f"  {count:4}  {silence}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 post, 2 posts."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sums(posts: tuple[PostResult, ...]) -> str:
    covered = sum(1 for post in posts if post.cards)
    cards = sum(len(post.cards) for post in posts)
    share = f" ({covered / len(posts):.0%})" if posts else ""
    return f"{counted(len(posts), 'post')}, {covered} with cards{share}, {counted(cards, 'card')}"


def _decided(posts: Sequence[Sequence[str]]) -> str:
    counts = Counter(state for states in posts for state in states)
    told = ", ".join(f"{counts[state]} {state}" for state in (KEPT, EDITED, ADDED, DROPPED) if counts[state])
    return f"; {told}" if told else ""


def _by_count(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def _start(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 3].rstrip() + "..."
