"""A parsed file -> its sections: a heading with what stands right below it, labels told from headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from flashcards.reading.dates import has_year
from flashcards.reading.inline import plain
from flashcards.reading.labels import Label, key_of, label_of
from flashcards.reading.markdown import BOLD_LEVEL, Document, Element, Heading, Item, Paragraph, Quote
from flashcards.reading.speakers import looks_like_name

_BOLD = re.compile(r"(\*\*|__)(?![\s*_])([^*\n]{1,150})\1[ ]*(:?)\Z")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.:)]\s*\S")
_LINKISH = re.compile(r"\]\(|\]\[|https?://|\A\[[^\]]*\]\Z")


@dataclass(slots=True)
class Section:
    """A heading and the elements below it up to the next heading. `level` 0 is what comes before any heading.

    `heading` is inline Markdown, `title` the same as plain text.
    """

    heading: str
    title: str
    level: int
    line: int
    elements: list[Element | Label] = field(default_factory=list)

    @property
    def is_numbered(self) -> bool:
        """Whether the title begins with a number, as talks of a session do."""
        return bool(_NUMBERED.match(self.title))


def sections(document: Document) -> list[Section]:
    """All sections in order; the first has level 0. "**Other notes**", "## Links" and the like are labels in them."""
    found = [Section("", "", 0, 1)]
    elements = document.elements
    references = document.references
    has_heading = False
    for at, element in enumerate(elements):
        following = elements[at + 1] if at + 1 < len(elements) else None
        current = found[-1]
        if isinstance(element, Heading):
            title = plain(element.text, references)
            label = label_of(title) if has_heading and element.level > 1 else None
            has_heading = True
            if not title:
                continue
            if label and (label is not Label.LINKS or _is_linkish(following)):
                current.elements.append(label)
            elif _names_speaker(element, title, current, elements[at + 1 : at + 200]):
                current.elements.append(Paragraph(element.text, element.text, element.line))
            else:
                found.append(Section(element.text, title, element.level, element.line))
        elif isinstance(element, Paragraph) and (bold := _BOLD.match(element.text)):
            meaning = _bold(bold[2] + bold[3], element, current, following, references)
            if isinstance(meaning, Section):
                found.append(meaning)
            else:
                current.elements.append(meaning)
        else:
            current.elements.append(element)
    return found


def _bold(
    text: str, element: Paragraph, current: Section, following: Element | None, references: dict[str, Any]
) -> Section | Label | Paragraph:
    """What a paragraph all in bold is: a heading, a label, or a paragraph after all."""
    title = plain(text, references)
    if label := label_of(title):
        return label
    leads_in = title.endswith(":") and isinstance(following, Item)
    statement = title.endswith((".", "!")) and len(title.split()) > 3 and not _NUMBERED.match(title)
    if _LINKISH.search(text) or leads_in or statement or len(title.split()) > 15 or key_of(title)[0]:
        return element
    first = 0 < current.level < BOLD_LEVEL and not current.elements
    if first and looks_like_name(title) and (isinstance(following, Quote | Paragraph) and not _is_prose(following)):
        return element
    return Section(text.rstrip(": "), title.rstrip(": "), BOLD_LEVEL, element.line)


def _names_speaker(heading: Heading, title: str, current: Section, following: Sequence[Element]) -> bool:
    """Whether a heading below a talk's is the talk's speaker: "### Speaker: ...", or a lone name."""
    if current.level == 0 or heading.level <= current.level or current.elements:
        return False
    if key_of(title)[0] == "speakers":
        return True
    if not following or isinstance(following[0], Item | Heading) or _is_prose(following[0]):
        return False
    levels = (element.level for element in following if isinstance(element, Heading))
    is_only = next((level for level in levels if level <= heading.level), 0) != heading.level
    return looks_like_name(title) and is_only and not has_year(current.title)


def _is_linkish(element: Element | None) -> bool:
    if isinstance(element, Paragraph):
        return bool(_LINKISH.search(element.text))
    return isinstance(element, Heading | None) or (
        isinstance(element, Item) and bool(_LINKISH.search(element.block.text))
    )


def _is_prose(element: Element) -> bool:
    """Whether an element is a paragraph of text, not a label or a line of links."""
    return isinstance(element, Paragraph) and not _BOLD.match(element.text) and not _LINKISH.search(element.text)
