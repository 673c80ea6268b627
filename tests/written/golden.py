"""The golden deck: notes as the deck that comes of them, in text that a diff shows well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from flashcards.coverage import counted
from flashcards.options import Options
from flashcards.pipeline import make_cards
from flashcards.result import PostResult, Result
from flashcards.watcher import Watcher


def text(notes: Path, root: Path) -> str:
    """Each talk of `notes`, a file below `root`, with its posts and what is asked about each, and by which rule."""
    return "\n".join(_lines(notes.relative_to(root), make_cards([notes], Options(), Watcher()))) + "\n"


def _lines(name: Path, result: Result) -> Iterator[str]:
    yield f"# {name.as_posix()}: {counted(len(result.cards), 'card')} from {counted(len(result.posts), 'post')}"
    yield "# Written by `make golden`: read what changed before it is committed."
    for title, posts in groupby(result.posts, key=lambda post: post.talk.title):
        yield from ("", f"## {title}")
        for post in posts:
            yield from ("", *(f"> {line}".rstrip() for line in post.post.source.splitlines()))
            yield from _cards(post)


def _cards(post: PostResult) -> Iterator[str]:
    if not post.cards:
        yield "  no card"
    for card in post.cards:
        yield f"  Q {card.question}"
        yield f"  A {card.answer}"
        yield f"    {card.rule}"
