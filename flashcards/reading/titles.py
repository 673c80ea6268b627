"""Headings of talks -> title and speakers, where people write both into one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from flashcards.model import Speaker
from flashcards.reading.inline import Piece, pieces
from flashcards.reading.sections import Section
from flashcards.reading.speakers import looks_like_name, read_speakers

_DASH = re.compile(r"\s+(?:-|–|—|\|)\s+")
_BY = re.compile(r"(.*\S)\s+[(]?by\s+(.+?)[)]?\s*\Z", re.S)
_LOOSE = re.compile(r"\A(?:\s|[-–—:|,]|\(\s*\))+|(?:\s|[-–—:|,(]|\(\s*\)|\bby)+\Z|\(\s*(?:by)?\s*\)")


def titled(sections: Sequence[Section], references: dict[str, Any]) -> list[tuple[str, tuple[Speaker, ...]]]:
    """For each talk's heading its title and the speakers named in it.

    "Title by Name" and a link to a person are told at once. "Name - Title" and "Title - Name" only where all the
    talks of the file are written so, since a title may have a dash of its own.
    """
    linked = [_linked(section, references) for section in sections]
    sides = [_DASH.split(section.title, maxsplit=1) for section in sections]
    ends = [_DASH.split(section.title)[-1] for section in sections]
    dashed = bool(sections) and all(len(side) == 2 for side in sides)
    leading = len(sections) > 1 and dashed and all(_are_names(side[0]) for side in sides)
    trailing = dashed and not leading and all(_are_names(end) for end in ends)
    trailing = trailing and any(not looks_like_name(side[0]) for side in sides)
    found = []
    for section, (title, speakers), side, end in zip(sections, linked, sides, ends, strict=True):
        if not speakers and leading and not all(looks_like_name(one[1]) for one in sides):
            title, speakers = side[1], read_speakers([Piece(side[0])])
        elif not speakers and trailing:
            title, speakers = section.title.removesuffix(end).rstrip(" -–—|"), read_speakers([Piece(end)])
        found.append((title, speakers))
    return found


def _linked(section: Section, references: dict[str, Any]) -> tuple[str, tuple[Speaker, ...]]:
    """A title without the people whom it links to, or who are named behind "by"."""
    parts = pieces(section.heading, references) if section.heading != section.title else [Piece(section.title)]
    links = [part for part in parts if part.url and not part.picture]
    people = [(part, read_speakers([part])) for part in links]
    if links and all(speakers for _, speakers in people):
        rest = _LOOSE.sub("", " ".join("".join(part.text for part in parts if not part.url).split()))
        if rest:
            return rest, tuple(speaker for _, speakers in people for speaker in speakers)
    if by := _BY.match(section.title):
        speakers = read_speakers([Piece(by[2])])
        if speakers:
            return by[1], speakers
    return section.title, ()


def _are_names(text: str) -> bool:
    return bool(read_speakers([Piece(text)]))
