"""What stands below a heading -> its speakers, links, dates, and its posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from flashcards.model import Block, Link, Picture, Post, Speaker
from flashcards.reading.dates import dates_and_place
from flashcards.reading.inline import Piece, pieces, plain
from flashcards.reading.labels import Label, is_credit, is_resource, is_thread, key_of, label_of
from flashcards.reading.markdown import Element, Item, Paragraph, Quote, opens_list
from flashcards.reading.speakers import read_speakers

Role = Literal["event", "talk", "section"]
# What may stand between links without saying anything.
_SEPARATORS = re.compile(r"[\s|/&,;:•·–—()\[\]*_.+-]+|\b(?:and|via)\b")
_EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]")
_MAY_LINK = re.compile(r"\]\(|\]\[|https?://|\A\s*[|<\[!*_]")


@dataclass(slots=True)
class Body:
    """What was read below one heading. `dates` and `place` are as written.

    `has_materials` tells that there are links to a thread, a video, slides, ... above the first post.
    """

    speakers: list[Speaker] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    dates: str = ""
    place: str = ""
    has_materials: bool = False

    @property
    def is_quoted(self) -> bool:
        """Whether it has livetweets, which are block quotes."""
        return any(post.quoted for post in self.posts)


def read_body(elements: Sequence[Element | Label], references: dict[str, Any], role: Role, section: str = "") -> Body:
    """Read what stands below a heading that is an event's, a talk's, or a section's within a talk.

    Names and facts ("Location: ...") count only above the first post: under a talk its speakers, under an event its
    dates and place. `section` is put into the posts.
    """
    return _Reader(references, role, section).read(elements)


class _Reader:
    def __init__(self, references: dict[str, Any], role: Role, section: str) -> None:
        self._references = references
        self._role = role
        self._section = section
        self._body = Body()
        self._label: Label | None = None
        self._head = role != "section"

    def read(self, elements: Sequence[Element | Label]) -> Body:
        at = 0
        while at < len(elements):
            element = elements[at]
            at += 1
            if isinstance(element, Label):
                self._set_label(element)
            elif isinstance(element, Quote):
                if element.blocks and not (len(element.blocks) == 1 and is_credit(element.source)):
                    self._post(element.source, element.blocks, element.line, quoted=True)
            elif isinstance(element, Item):
                self._item(element)
            elif isinstance(element, Paragraph):
                opens = opens_list(element.text)
                label = label_of(plain(element.text, self._references)) if opens else None
                items = list(_list_at(elements, at)) if opens and not label else []
                at += len(items)
                if label:
                    self._set_label(label)
                else:
                    self._paragraph(element, items)
        return self._body

    def _set_label(self, label: Label) -> None:
        self._label = label
        self._head = self._head and label in (Label.LINKS, Label.SPEAKERS)

    def _paragraph(self, paragraph: Paragraph, items: list[Item]) -> None:
        text = paragraph.text
        if items:
            texts = [item for item in items if not self._is_dropped(item)]
            if not texts:  # "The talks:" above an index
                return
            children = tuple(item.block for item in texts)
            source = "\n".join([paragraph.source, "", *(item.source for item in texts)])
            self._post(source, (Block("paragraph", text, paragraph.line, children),), paragraph.line)
            return
        if is_credit(text):
            return
        rest = text
        if self._head or _MAY_LINK.search(text):
            rest = self._without_preamble(text)
        if rest and self._label is not Label.NONE:
            line = paragraph.line + text.count("\n") - rest.count("\n")
            source = paragraph.source if rest == text else rest
            self._post(source, (Block("paragraph", rest, line),), line)

    def _without_preamble(self, text: str) -> str:
        """The lines from the first that is text; what is above is read as names, links and facts."""
        lines = text.split("\n")
        head, links = self._head, len(self._body.links)
        for number, line in enumerate(lines):
            if not self._is_preamble(line, alone=len(lines) == 1 or head):
                # A text may begin with a link in a line of its own; only above the posts is that no part of it.
                if head:
                    return "\n".join(lines[number:])
                del self._body.links[links:]
                return text
        return ""

    def _is_preamble(self, line: str, alone: bool) -> bool:
        """Read one line if it is no text: a label, links, speakers, a fact."""
        parts = pieces(line, self._references)
        marked = "".join("\0" if part.url else part.text for part in parts)
        marked = _EMOJI.sub("", marked).replace(" :", ":").strip().lstrip("|/& ")
        if not marked or is_credit(marked):
            return True
        if not any(part.url for part in parts) and marked.endswith(":") and (label := label_of(marked)):
            self._set_label(label)
            return True
        key, start = key_of(marked)
        if key and self._fact(key, marked[start:], parts):
            return True
        if any(part.url for part in parts) and not _SEPARATORS.sub("", marked.replace("\0", "")):
            if self._head and self._role == "talk" and (speakers := read_speakers(parts)):
                self._body.speakers.extend(speakers)
            else:
                self._links(parts)
            return True
        if not self._head or not alone:
            return False
        if self._role == "talk" or self._label is Label.SPEAKERS:
            speakers = read_speakers(parts, told=self._label is Label.SPEAKERS)
            self._body.speakers.extend(speakers)
            if speakers:
                return True
        return self._dates(marked)

    def _fact(self, key: str, value: str, parts: list[Piece]) -> bool:
        """Read a "Key: value" line; false if it is text after all."""
        links = [part for part in parts if part.url]
        if key == "links":
            words = _SEPARATORS.sub("", value.replace("\0", ""))
            if not links or words:
                return False
            name = "".join(part.text for part in parts[: parts.index(links[0])]).strip(" :|*_")
            self._links([Piece(link.text if link.text != link.url else name or link.text, link.url) for link in links])
            if len(links) == 1 and is_resource(name):
                self._body.links[-1] = Link(self._body.links[-1].text, links[0].url)
                self._body.has_materials = self._body.has_materials or self._head
            return True
        if not self._head:
            return False
        if key == "speakers":
            rest = list(links)
            pattern = re.split("(\0)", value)
            speakers = read_speakers(
                [rest.pop(0) if part == "\0" else Piece(part) for part in pattern if part], told=True
            )
            self._body.speakers.extend(speakers)
            return bool(speakers)
        if key == "date":
            dates, place = dates_and_place(value)
            self._body.dates, self._body.place = dates or self._body.dates, self._body.place or place
            return bool(dates) or self._role == "event"
        if key == "place" and self._role == "event":
            self._body.place = value.replace("\0", "") if not links else links[0].text
            return True
        # Only a talk that is introduced as one has a room and a time; in other notes that is text.
        return bool(self._body.speakers or self._body.has_materials) and len(value) < 60

    def _dates(self, text: str) -> bool:
        """Read a line that is nothing but dates, below an event's heading with the place."""
        dates, place = dates_and_place(text)
        if not dates or (place and self._role != "event"):
            return False
        self._body.dates = self._body.dates or dates
        self._body.place = self._body.place or place
        return True

    def _item(self, item: Item) -> None:
        text = item.block.text
        above = self._head and self._label in (None, Label.SPEAKERS) and not item.block.children and "\n" not in text
        if above:
            marked = "".join("\0" if part.url else part.text for part in pieces(text, self._references)).strip()
            told = self._label is Label.SPEAKERS or marked == "\0" or key_of(marked)[0]
            if told and self._is_preamble(text, alone=True):
                return
        if not self._is_dropped(item):
            self._post(item.source, (item.block,), item.line)

    def _is_dropped(self, item: Item) -> bool:
        """Whether a list item is an index's or a list of links', not a post; its links are read."""
        flat = list(_flat(item.block))
        linked = [pieces(block.text, self._references) if _MAY_LINK.search(block.text) else [] for block in flat]
        if self._label is Label.NONE:
            for parts in linked:
                self._links(parts)
            return True
        if self._label is Label.LINKS:
            dropped = any(part.url for parts in linked for part in parts)
        else:
            dropped = all(
                any(part.url for part in parts)
                and not _SEPARATORS.sub("", "".join(part.text for part in parts if not part.url))
                for parts in linked
            )
        if dropped:
            for parts in linked:
                self._links(parts)
        return dropped

    def _links(self, parts: list[Piece]) -> None:
        for part in parts:
            if part.picture:
                self._body.pictures.append(Picture(part.url, part.text))
            elif part.url and not part.url.startswith("#"):
                self._body.links.append(Link(part.text if part.text != part.url else "", part.url))
                if self._head and (is_resource(part.text) or is_thread(part.text, part.url)):
                    self._body.has_materials = True

    def _post(self, source: str, blocks: tuple[Block, ...], line: int, quoted: bool = False) -> None:
        self._head = False
        if self._label is Label.SPEAKERS:
            self._label = None
        found = [
            Picture(part.url, part.text)
            for block in blocks
            for inner in (_flat(block) if "![" in source else ())
            if "![" in inner.text
            for part in pieces(inner.text, self._references)
            if part.picture
        ]
        self._body.posts.append(Post(source, blocks, line, quoted, self._section, tuple(found)))


def _list_at(elements: Sequence[Element | Label], at: int) -> Iterator[Item]:
    """The items of the list that begins at this place."""
    for number in range(at, len(elements)):
        element = elements[number]
        if not isinstance(element, Item) or element.place != number - at:
            return
        yield element


def _flat(block: Block) -> Iterator[Block]:
    yield block
    for child in block.children:
        yield from _flat(child)
