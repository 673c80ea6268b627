"""One notes file -> the talks in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flashcards.model import Event, Link, Picture, Post, Speaker, Talk
from flashcards.reading.bodies import Body, read_body
from flashcards.reading.dates import day_date, year_of
from flashcards.reading.labels import is_thread
from flashcards.reading.markdown import Document
from flashcards.reading.names import date_of_name
from flashcards.reading.outline import Outline, outline
from flashcards.reading.sections import Section, sections
from flashcards.reading.titles import titled


@dataclass(slots=True)
class _Draft:
    """A talk in the making."""

    title: str
    event: Event | None
    line: int
    day: str
    session: str
    speakers: list[Speaker]
    links: list[Link]
    pictures: list[Picture]
    posts: list[Post]
    dates: str = ""

    def add(self, body: Body) -> None:
        self.links += body.links
        self.pictures += body.pictures
        self.posts += body.posts


@dataclass(frozen=True, slots=True)
class FileTalks:
    """The talks of a file. `event` of a talk is None where no heading names it; `is_one` if the file is one talk."""

    drafts: tuple[_Draft, ...]
    is_one: bool
    file: Path

    def talks(self, event: Event) -> tuple[Talk, ...]:
        """The talks that have posts; `event` is for those whose event no heading names."""
        found = []
        for draft in self.drafts:
            its = draft.event or event
            year = year_of(its.name) or year_of(its.dates)
            date = day_date(draft.dates, "", year) or day_date(draft.day, its.dates, year)
            if self.is_one:
                date = date or date_of_name(self.file.stem)
            links = tuple(dict.fromkeys(draft.links))
            found.append(
                Talk(
                    title=draft.title,
                    event=its,
                    posts=tuple(draft.posts),
                    file=self.file,
                    line=draft.line,
                    speakers=tuple(dict.fromkeys(draft.speakers)),
                    links=links,
                    url=_source_url(links),
                    day=draft.day,
                    date=date,
                    session=draft.session,
                    pictures=tuple(dict.fromkeys(draft.pictures)),
                )
            )
        return tuple(found)


def read_file(document: Document, file: Path, name: str, in_folder: bool) -> FileTalks:
    """The talks of a parsed file; `name` is the title of a talk without a heading."""
    parts = sections(document)
    plan = outline(parts, document.references, in_folder)
    reader = _FileReader(parts, plan, document.references, name)
    drafts = tuple(draft for draft in reader.read() if draft.posts)
    firsts = [section for section in parts if section.level and section.level <= plan.talk_level]
    return FileTalks(drafts, is_one=len(firsts) <= 1 and not plan.events and not plan.days, file=file)


def event_of(document: Document) -> Event | None:
    """The event that a README introduces: its first heading, with dates and place below it."""
    for section in sections(document)[1:]:
        body = read_body(section.elements, document.references, "event")
        return Event(section.title, body.dates, body.place)
    return None


class _FileReader:
    """Goes through the sections, keeping the event, day and session that the next talk belongs to."""

    def __init__(self, parts: list[Section], plan: Outline, references: dict[str, Any], name: str) -> None:
        self._parts = parts
        self._plan = plan
        self._references = references
        self._event: Event | None = None
        self._day = self._session = ""
        self._session_level = 0
        self._drafts: list[_Draft] = []
        self._name = name
        self._talk: _Draft | None = None
        self._heads = [at for at, part in enumerate(parts) if self._is_talk(at) and part.level]
        self._titles = dict(zip(self._heads, titled([parts[at] for at in self._heads], references), strict=True))
        above = [at for at, part in enumerate(parts) if 0 < part.level < plan.talk_level and at not in plan.days]
        # Without an event told by its shape, one heading above all talks names the whole; of several, none does.
        alone = not plan.events and not plan.days and len(above) > 0
        alone = alone and [parts[at].level for at in above].count(parts[above[0]].level) == 1
        self._named_by = plan.events | ({above[0]} if alone else frozenset())
        self._events = sorted(self._named_by)
        self._events_and_days = sorted(self._named_by | plan.days)

    def _is_talk(self, at: int) -> bool:
        special = at in self._plan.events or at in self._plan.days
        return self._parts[at].level == self._plan.talk_level and not special

    def read(self) -> list[_Draft]:
        for at, part in enumerate(self._parts):
            if at in self._plan.days and (part.level <= self._plan.talk_level or not self._plan.talk_level):
                self._day, self._session, self._session_level = part.title, "", 0
                self._start(part, self._plan.bodies[at], only_quotes=self._has_talks(at))
            elif at in self._named_by:
                body = read_body(part.elements, self._references, "event")
                self._event = Event(part.title, body.dates, body.place)
                self._day, self._session, self._session_level = "", "", 0
                told = bool(body.dates) or at in self._plan.events
                self._start(part, body, only_quotes=told and self._has_talks(at))
            elif self._is_talk(at):
                if part.level <= self._session_level:
                    self._session, self._session_level = "", 0
                body = self._plan.bodies[at]
                title, speakers = self._titles.get(at, (self._name, ()))
                self._start(_retitled(part, title), body, speakers=speakers)
            elif part.level == 0:
                # What stands above the first heading belongs to no talk, unless it is posts of its own.
                self._start(_retitled(part, self._name), self._plan.bodies[at])
            elif part.level < self._plan.talk_level:
                if part.level <= self._session_level:
                    self._session = ""
                self._start(part, self._plan.bodies[at])
                self._session, self._session_level = part.title, part.level
            elif self._talk is not None:
                self._talk.add(read_body(part.elements, self._references, "section", part.title))
        return self._drafts

    def _has_talks(self, at: int) -> bool:
        """Whether talks come below an event or day before the next one."""
        ends = self._events if at in self._named_by else self._events_and_days
        talk, end = bisect_right(self._heads, at), bisect_right(ends, at)
        return talk < len(self._heads) and (end == len(ends) or self._heads[talk] < ends[end])

    def _start(self, part: Section, body: Body, only_quotes: bool = False, speakers: tuple[Speaker, ...] = ()) -> None:
        """Begin a talk. One without posts, as an event or day mostly is, is left out in the end."""
        posts = [post for post in body.posts if post.quoted or not only_quotes]
        self._talk = _Draft(
            title=part.title,
            event=self._event,
            line=part.line,
            day=self._day,
            session=self._session,
            speakers=[*speakers, *body.speakers],
            links=list(body.links),
            pictures=list(body.pictures),
            posts=posts,
            dates=body.dates,
        )
        self._drafts.append(self._talk)


def _retitled(section: Section, title: str) -> Section:
    """The section by another title."""
    return replace(section, title=title)


def _source_url(links: tuple[Link, ...]) -> str:
    """The thread the notes were posted in, else the first link."""
    threads = [link.url for link in links if is_thread(link.text, link.url)]
    return (threads or [link.url for link in links] or [""])[0]
