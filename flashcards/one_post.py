"""A single post outside its notes: text as one would type it, or the post at a line of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashcards.errors import UserError
from flashcards.model import Block, Event, Post, Speaker, Talk
from flashcards.reading import read_notes
from flashcards.reading.markdown import Quote, parse


def talk_of_text(text: str, title: str = "A talk", speakers: Sequence[str] = ()) -> Talk:
    """A talk whose only post is `text`, read as the inside of a block quote."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # a command line may hold anything
    quoted = "\n".join(line if line.startswith(">") else f"> {line}" for line in text.strip().split("\n"))
    found = next((element for element in parse(quoted).elements if isinstance(element, Quote)), None)
    # Text that is no prose in Markdown (a row of dashes) is taken as it stands.
    post = Post(found.source, found.blocks, 1) if found else Post(text, (Block("paragraph", text, 1),), 1)
    people = tuple(Speaker(name) for name in speakers)
    return Talk(title, Event("An event"), (post,), Path("text"), 1, people)


def post_at(file: Path, line: int) -> tuple[Talk, Post]:
    """The post that stands at a line of a notes file, and its talk. Raises UserError if there is none."""
    for talk in read_notes([file]):
        for post in talk.posts:
            if post.line <= line <= post.line + post.source.count("\n"):
                return talk, post
    raise UserError("no post stands here; give a line of a block quote, paragraph or list item", file, line)
