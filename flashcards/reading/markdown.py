"""Markdown text -> a flat list of headings, paragraphs, block quotes and lists, each with its line.

Only markdown-it's block parser runs over the whole text: inline Markdown stays as written, which the rules want to
see and which keeps ten thousand posts under a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from flashcards.model import Block

BOLD_LEVEL = 7  # a paragraph in bold is a heading below Markdown's six
_NESTING = 60  # block quotes and lists deeper than this are dropped; the parser and we recurse that far
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n((?:[^\n]*\n){0,200}?)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_TIGHT_HEADING = re.compile(r"(#{1,6})(?=[^#\s])(.*?)#*[ \t]*\Z", re.DOTALL)
_QUOTE_MARK = re.compile(r"^[ \t]*>[ \t]?")
_TRAILING_TAGS = re.compile(r"(?:\s*#\w+)+\s*\Z")
_SENTENCE_END = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `text` is inline Markdown, `level` 1 to 6, or BOLD_LEVEL for a paragraph all in bold."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside block quotes and lists; `text` is inline Markdown with its line breaks."""

    text: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote; `source` is without its `>`."""

    blocks: tuple[Block, ...]
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """A top-level list item; `place` is its number in the list, from 0."""

    block: Block
    source: str
    line: int
    place: int


Element = Heading | Paragraph | Quote | Item


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its elements, its link references for the inline parser, its front matter's title."""

    elements: tuple[Element, ...]
    references: dict[str, Any]
    title: str = ""


def parse(text: str) -> Document:
    """Read Markdown. Tables, code, rules and HTML blocks are no posts and are left out."""
    title = ""
    front = _FRONT_MATTER.match(text)
    if front and (":" in front[2] or "=" in front[2]):
        found = re.search(r"^title[ \t]*[:=][ \t]*(\S.*?)[ \t]*$", front[2], re.MULTILINE)
        title = found[1].strip("\"'") if found else ""
        text = "\n" * front[0].count("\n") + text[front.end() :]
    references: dict[str, Any] = {}
    tokens = _parser().parse(text, references)
    return Document(tuple(_Walk(tokens, text.split("\n")).elements()), references, title)


def opens_list(text: str) -> bool:
    """Whether a list below this text belongs to it: it ends with a colon, hashtags behind it aside."""
    return _TRAILING_TAGS.sub("", text[-300:]).rstrip("*_ \n").endswith(":")


class _Walk:
    """Goes through markdown-it's flat tokens, which open and close like brackets."""

    def __init__(self, tokens: list[Token], lines: list[str]) -> None:
        self._tokens = tokens
        self._lines = lines
        self._at = 0

    def elements(self) -> list[Element]:
        found: list[Element] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            first, last = token.map or (0, 0)
            if token.type == "heading_open":
                found.append(self._heading(token, first + 1))
            elif token.type == "paragraph_open":
                source = "\n".join(self._lines[first:last]).strip()
                found.append(Paragraph(self._inline(), source, first + 1))
            elif token.type == "blockquote_open":
                lines = [_QUOTE_MARK.sub("", line, count=1) for line in self._lines[first:last]]
                blocks = self._blocks("blockquote_close")
                found.append(Quote(tuple(blocks), "\n".join(lines).strip(), first + 1))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                found.extend(self._items())
            else:
                self._skip()
        return found

    def _heading(self, token: Token, line: int) -> Element:
        text = self._inline()
        # A rule written right below a paragraph makes a heading of it; a sentence is none.
        if token.markup == "-" and ("\n" in text or (text.endswith(_SENTENCE_END) and len(text.split()) > 8)):
            return Paragraph(text, text, line)
        return Heading(text, int(token.tag[1:]), line)

    def _items(self) -> list[Item]:
        ordered = self._tokens[self._at].type == "ordered_list_open"
        end = self._tokens[self._at].type.replace("_open", "_close")
        self._at += 1
        found: list[Item] = []
        while self._tokens[self._at].type != end:
            first, last = self._tokens[self._at].map or (0, 0)
            block = self._item(ordered)
            if block is not None:
                source = _dedent(self._lines[first:last])
                found.append(Item(block, source, first + 1, len(found)))
        self._at += 1
        return found

    def _item(self, ordered: bool) -> Block | None:
        """The list item at this place; None if it is empty."""
        line = (self._tokens[self._at].map or (0, 0))[0] + 1
        blocks = self._blocks("list_item_close")
        if not blocks:
            return None
        first, rest = blocks[0], tuple(blocks[1:])
        if first.kind == "paragraph":
            return Block("item", first.text, line, first.children + rest, ordered)
        return Block("item", "", line, tuple(blocks), ordered)

    def _blocks(self, end: str) -> list[Block]:
        self._at += 1
        found: list[Block] = []
        before = ""  # the kind of block right before: a list belongs to the paragraph that it follows
        while self._tokens[self._at].type != end:
            token = self._tokens[self._at]
            line = (token.map or (0, 0))[0] + 1
            kind = token.type
            if kind in ("paragraph_open", "heading_open"):
                found.append(Block("paragraph", self._inline(), line))
            elif kind in ("bullet_list_open", "ordered_list_open"):
                items = tuple(item.block for item in self._items())
                if before == "paragraph_open" and opens_list(found[-1].text):
                    found[-1] = Block("paragraph", found[-1].text, found[-1].line, items)
                else:
                    found.extend(items)
            elif kind == "blockquote_open":
                found.extend(self._blocks("blockquote_close"))
            else:
                self._skip()
            before = kind
        self._at += 1
        return found

    def _inline(self) -> str:
        """The text of the paragraph or heading at this place, every line stripped, hard breaks plain newlines."""
        lines = [line.strip() for line in self._tokens[self._at + 1].content.split("\n")]
        self._at += 3
        return "\n".join([line.removesuffix("\\").rstrip() for line in lines[:-1]] + lines[-1:])

    def _skip(self) -> None:
        depth = 0
        while True:
            depth += self._tokens[self._at].nesting
            self._at += 1
            if depth <= 0:
                return


def _dedent(lines: list[str]) -> str:
    """Lines without the indent of the first, as far as the others have it, and without blank lines at the end."""
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())] if lines else ""
    return "\n".join(line.removeprefix(indent) for line in lines).rstrip()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    # Notes indent bullets by tabs more often than they hold indented code.
    parser.disable("code")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.after(
        "heading", "tight_heading", _tight_heading, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return parser


def _tight_heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """`##Title` without a space is a heading as people write it; `#Title` is a hashtag but in the first line."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.level or not state.src.startswith("#", begin):
        return False
    found = _TIGHT_HEADING.match(state.src[begin : state.eMarks[start]])
    if not found or (len(found[1]) == 1 and (state.src[:begin].strip() or " " not in found[2])):
        return False
    if silent:
        return True
    state.line = start + 1
    for kind, nesting in (("heading_open", 1), ("inline", 0), ("heading_close", -1)):
        token = state.push(kind, "" if kind == "inline" else f"h{len(found[1])}", nesting)  # type: ignore[arg-type]
        token.map = [start, state.line]
        token.markup = found[1]
        token.content = found[2].strip() if kind == "inline" else ""
    return True
