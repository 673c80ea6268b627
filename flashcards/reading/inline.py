"""Inline Markdown of headings and of the lines below them: links, pictures, plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

# The inline parser takes quadratic time on unclosed brackets; no heading and no list of links is like that.
_LONGEST, _MOST_BRACKETS = 10_000, 60
_SPECIAL = re.compile(r"[\\`*_\[\]<&!]|https?://|\{#")
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}']")
# Only real tags are tags: `List<String>` is a title's own word.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u|wbr)\b", re.I
)
_ATTRIBUTES = re.compile(r"\s*\{#[^{}]*\}\s*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: plain text, or a link (`url`), or a picture (`url` and `picture`)."""

    text: str
    url: str = ""
    picture: bool = False


def pieces(text: str, references: dict[str, Any]) -> list[Piece]:
    """Inline Markdown as plain stretches, links and pictures; emphasis unwrapped, HTML tags dropped."""
    if not _SPECIAL.search(text) or len(text) > _LONGEST or text.count("[") > _MOST_BRACKETS:
        return _bare_links(text)
    tokens = _parser().parseInline(text, references)[0].children or []
    found: list[Piece] = []
    link: list[str] = []
    url = ""
    for token in tokens:
        if token.type == "link_open":
            url, link = str(token.attrGet("href") or ""), []
        elif token.type == "link_close":
            found.append(Piece("".join(link).strip(), url))
            url = ""
        elif url:
            link.append(_text(token))
        elif token.type == "image":
            found.append(Piece(_text(token), str(token.attrGet("src") or ""), picture=True))
        else:
            words = _text(token)
            if found and not found[-1].url:
                found[-1] = Piece(found[-1].text + words)
            elif words:
                found.append(Piece(words))
    return [part for piece in found for part in ([piece] if piece.url or piece.picture else _bare_links(piece.text))]


def plain(text: str, references: dict[str, Any]) -> str:
    """Inline Markdown as plain text in one line: what a reader sees, pictures left out."""
    if not _SPECIAL.search(text):
        return " ".join(text.split())
    shown = "".join(piece.text for piece in pieces(text, references) if not piece.picture)
    return " ".join(_ATTRIBUTES.sub("", shown).split())


def _bare_links(text: str) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for url in _URL.finditer(text):
        if url.start() > end:
            found.append(Piece(text[end : url.start()]))
        found.append(Piece(url[0], url[0]))
        end = url.end()
    if end < len(text):
        found.append(Piece(text[end:]))
    return found


def _text(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline" and _TAG.match(token.content):
        return ""
    return token.content


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")
