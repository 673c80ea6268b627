"""Which headings of a file are its event, its days, its sessions, its talks; told by the file's shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flashcards.reading.bodies import Body, read_body
from flashcards.reading.dates import has_year, is_day
from flashcards.reading.markdown import BOLD_LEVEL
from flashcards.reading.sections import Section

_EVENT_WORD = re.compile(
    r"\b(?:conference|summit|meet-?up|symposium|annual meeting|unconference|hackathon)\b|\w+days\b", re.I
)


@dataclass(frozen=True, slots=True)
class Outline:
    """`talk_level`: headings of this level are talks, deeper ones their sections, higher ones event, day or session.

    `events` and `days` are indexes into the sections. Level 0 means that the whole file is one talk.
    `bodies` are all sections read as if each were a talk's.
    """

    talk_level: int
    events: frozenset[int]
    days: frozenset[int]
    bodies: tuple[Body, ...]


def outline(sections: Sequence[Section], references: dict[str, Any], in_folder: bool) -> Outline:
    """Tell a file's headings apart. `in_folder`: the file is one of an event's folder, so it rather is one talk."""
    bodies = tuple(read_body(section.elements, references, "talk") for section in sections)
    days = frozenset(
        at
        for at, section in enumerate(sections)
        if section.level and is_day(section.title) and not (bodies[at].speakers or bodies[at].has_materials)
    )
    top = min((section.level for at, section in enumerate(sections) if section.level and at not in days), default=0)
    events = frozenset(
        at
        for at, section in enumerate(sections)
        if section.level == top and at not in days and _is_event(at, sections, bodies[at], days, references)
    )
    return Outline(_talk_level(sections, bodies, events, days, in_folder), events, days, bodies)


def _is_event(
    at: int, sections: Sequence[Section], body: Body, days: frozenset[int], references: dict[str, Any]
) -> bool:
    """Whether a heading of the highest level names the event: it has dates, a year, an event's word, or days below."""
    section = sections[at]
    following = sections[at + 1] if at + 1 < len(sections) else None
    if section.level == 0 or following is None or body.speakers:
        return False
    if at + 1 in days and following.level >= section.level and not body.is_quoted:
        return True
    if following.level <= section.level:
        return False
    told = read_body(section.elements, references, "event")
    named = has_year(section.title) or bool(_EVENT_WORD.search(section.title))
    return bool(told.dates) or (named and not body.is_quoted)


def _talk_level(
    sections: Sequence[Section], bodies: Sequence[Body], events: frozenset[int], days: frozenset[int], in_folder: bool
) -> int:
    free = [at for at, section in enumerate(sections) if section.level and at not in events and at not in days]
    if not free:
        return 0
    levels = sorted({sections[at].level for at in free})
    introduced = Counter(sections[at].level for at in free if bodies[at].speakers or bodies[at].has_materials)
    if introduced:
        return min(introduced, key=lambda level: (-introduced[level], level))
    firsts = [at for at in free if sections[at].level == levels[0]]
    if in_folder and not events and not days and len(firsts) == 1 and levels[0] == 1:
        return 1
    quoted = [sections[at].level for at in free if bodies[at].is_quoted]
    if quoted:
        return min(quoted)
    bold = [sections[at] for at in free if sections[at].level == BOLD_LEVEL]
    if (events or days) and levels[0] < BOLD_LEVEL and bold and all(section.is_numbered for section in bold):
        return BOLD_LEVEL
    if in_folder and not events and not days and levels[0] > 1:
        return 0
    # Ordinary notes: one heading above all others names the whole, the headings below it are the talks.
    alone = not events and not days and len(firsts) == 1 and firsts[0] == free[0] and not bodies[0].posts
    if alone and len(levels) > 1 and levels[1] < BOLD_LEVEL:
        return levels[1]
    return levels[0]
