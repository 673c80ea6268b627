"""Every file in cases/: the notes, then the outline that reading them must give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from flashcards.model import Block, Post, Talk
from flashcards.reading import read_notes

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def write_notes(case: Path, folder: Path) -> str:
    """Write the files of a case below a folder; gives the outline that it expects."""
    _, *parts = re.split(r"^=== (.+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    outline = files.pop("outline")
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return outline


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    expected = write_notes(case, tmp_path)
    assert outline_text(read_notes([tmp_path]), tmp_path) == expected


def outline_text(talks: Iterable[Talk], folder: Path) -> str:
    """One line a talk, fact, post and block; files are given relative to the folder."""
    return "".join(f"{line}\n" for talk in talks for line in _talk(talk, folder))


def _talk(talk: Talk, folder: Path) -> Iterator[str]:
    about = [part for part in (talk.event.dates, talk.event.place) if part]
    yield f"{talk.event.name} :: {talk.title}"
    yield f"  at {talk.file.relative_to(folder).as_posix()}:{talk.line}"
    if about:
        yield f"  event {'; '.join(about)}"
    if talk.day or talk.date:
        yield f"  day {talk.day or '-'} = {talk.date or 'unknown'}"
    if talk.session:
        yield f"  session {talk.session}"
    for speaker in talk.speakers:
        facts = [speaker.affiliation, speaker.handle and f"@{speaker.handle}", speaker.url]
        yield "  by " + " | ".join([speaker.name, *(fact for fact in facts if fact)])
    if talk.url:
        yield f"  source {talk.url}"
    for link in talk.links:
        if link.url != talk.url:
            yield f"  link {link.text or '-'} {link.url}"
    for picture in talk.pictures:
        yield f"  picture {picture.target} {picture.alt}".rstrip()
    for post in talk.posts:
        yield from _post(post)


def _post(post: Post) -> Iterator[str]:
    section = f" in {post.section}" if post.section else ""
    yield f"  {'quote' if post.quoted else 'post'} {post.line}{section}"
    for picture in post.pictures:
        yield f"    picture {picture.target} {picture.alt}".rstrip()
    for block in post.blocks:
        yield from _block(block, 4)


def _block(block: Block, indent: int) -> Iterator[str]:
    mark = "" if block.kind == "paragraph" else "1. " if block.ordered else "- "
    yield " " * indent + mark + block.text.replace("\n", " / ")
    for child in block.children:
        yield from _block(child, indent + 2)
