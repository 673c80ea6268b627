"""The things the program speaks of, as frozen dataclasses: Event, Talk, Post, Block, Card."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands in the notes: its text and its address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who gives a talk; `handle` is without the @."""

    name: str
    affiliation: str = ""
    handle: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, or whatever the notes were taken at. `dates` and `place` as written."""

    name: str
    dates: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item of a post, in Markdown's inline syntax, with what is nested below it.

    `kind` is "paragraph" or "item". `text` keeps line breaks of the notes as newlines. The items of a list
    that follows a paragraph ending in a colon are that paragraph's children, after any other they are blocks of their
    own; nested items are the item's.
    `ordered` is true for an item of a numbered list. `line` is 1-based.
    """

    kind: str
    text: str
    line: int
    children: tuple[Block, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture a talk or post shows: `target` as written in the notes (a path or an address)."""

    target: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture as a card shows it: a `file` that travels under `name`, or a remote one's `url`."""

    name: str = ""
    alt: str = ""
    url: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One livetweet (a block quote), or one paragraph or top-level list item of ordinary notes.

    `source` is the post's Markdown as it stands in the notes, without the `> ` of its block quote.
    `section` is the nearest heading below the talk's own, "" where there is none. `line` is 1-based.
    """

    source: str
    blocks: tuple[Block, ...]
    line: int
    quoted: bool = True
    section: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with its posts, in the order of the notes.

    `url` is the talk's source: the link to the thread, else the first link, else "". `day` is the heading of the
    day as written ("Day 1: Wednesday 2019-05-29"), `date` an ISO date where one can be read from it, else "".
    `session` is the heading between the event and the talk where the notes have one, else "".
    """

    title: str
    event: Event
    posts: tuple[Post, ...]
    file: Path
    line: int
    speakers: tuple[Speaker, ...] = ()
    links: tuple[Link, ...] = ()
    url: str = ""
    day: str = ""
    date: str = ""
    session: str = ""
    pictures: tuple[Picture, ...] = ()

    @property
    def deck(self) -> str:
        """The name of the Anki deck of its cards, `Event::Talk`; a `::` inside a title is defused."""
        return f"{deck_part(self.event.name)}::{deck_part(self.title)}"


# How a card is asked in Anki: by its question; as a cloze; by its question because, among clozes, it cannot be one.
QUESTION, CLOZE, ASKED = "", "cloze", "asked"


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer, and where it comes from.

    `question` and `answer` are plain text. `rule` is the rule's name, `kind` what the rule asks for (definition,
    purpose, advice, ...). `id` is given by the deck's identity ("" before). `hint` is plain text, "" for none.
    `score` is selection's, higher is better. `reversible` marks terms and glosses that may be asked both ways.
    `pictures` are those of its post and talk that could be had. `form` is QUESTION, CLOZE or ASKED.
    """

    question: str
    answer: str
    rule: str
    kind: str
    talk: Talk
    post: Post
    score: float = 0.0
    id: str = ""
    hint: str = ""
    extra: str = ""
    reversible: bool = False
    tags: tuple[str, ...] = field(default=())
    pictures: tuple[Media, ...] = ()
    form: str = QUESTION

    @property
    def deck(self) -> str:
        """The name of the card's Anki deck, that of its talk."""
        return self.talk.deck


def deck_part(title: str) -> str:
    """One level of an Anki deck name: `::` would make a level of its own, so it becomes `: :`; never empty."""
    flat = " ".join(title.split())
    while "::" in flat:
        flat = flat.replace("::", ": :")
    return flat.strip(":").strip() or "Untitled"
