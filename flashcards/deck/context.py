"""A post as safe HTML for the back of a card, with the answer marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from flashcards.deck.escape import escape, is_plain, safe_url
from flashcards.deck.marking import Span, answer_spans

# (visible, content): visible text as written, or a piece of HTML that is ours.
Piece = tuple[bool, str]

# Longer "posts" are not posts; Markdown's own worst cases are not worth meeting.
_LONGEST_MARKDOWN = 20_000
_HASHTAGS = re.compile(r"(?:(?:^|\s+)#(?=[\w-]*[^\W\d_])[\w-]+)+\s*$")
# "A quote heard at #Conf": there the hashtag is part of the sentence.
_WANTING = tuple("a an and at by during for from in of on or our the this to with".split())
_WANTS_MORE = re.compile(rf"\b(?:{'|'.join(_WANTING)})$", re.IGNORECASE)
_LONGEST_WANTING = max(map(len, _WANTING))
# Between spaces or ordinary marks there are no two opinions on what an underscore does.
_EMPHASIS = re.compile(r"(?<=[ (])_([^\W_]+(?:[ '-][^\W_]+)*)_(?=[ ).,;:?!]|$)")
_MARKDOWN = re.compile(r"[\x00-\x1f*_`\[<&\\]")
_WRAPPERS = {"paragraph": "p", "bullet_list": "ul", "list_item": "li", "blockquote": "blockquote"}
_INLINE = {"em": "em", "strong": "strong"}


@lru_cache(maxsize=20_000)  # asked for the ledger and for the package
def context_html(source: str, answer: str = "", question: str = "") -> str:
    """The post's Markdown `source` as HTML that Anki shows safely.

    Raw HTML is shown as text; http, https and mailto links are kept; pictures are not fetched but linked by their
    description; hashtags at a paragraph's end are dropped. Where the answer's words stand, they are in `<mark>`.
    """
    pieces, text = _pieces(source)
    spans = answer_spans(text, answer, question) if answer else []
    if not pieces:
        return f"<p>{_marked(text, 0, spans)}</p>"
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    html = ""
    at = 0
    for visible, content in pieces:
        if visible:
            end = at + len(content)
            html += _marked(content, at, spans) if first < end and at < last else escape(content)
            at = end
        else:
            html += content
    return html.strip()


def paragraphs(source: str) -> list[str]:
    """The visible text of each paragraph and list item of a post, without hashtags at its end; none is empty."""
    if len(source) > _LONGEST_MARKDOWN:
        return [source]
    texts = []
    for token in _markdown().parse(source):
        if token.type == "inline":
            pieces = _inline(_without_hashtags(token.children or []))
            texts.append(" ".join("".join(content for visible, content in pieces if visible).split()))
    return [text for text in texts if text]


def _marked(text: str, at: int, spans: list[Span]) -> str:
    """The text, which begins at `at` of the post's, with the part of each span that falls in it marked."""
    if len(spans) == 1 and is_plain(text):
        first, last = max(spans[0][0] - at, 0), min(spans[0][1] - at, len(text))
        marked = text[first:last]
        return f"{text[:first]}<mark>{marked}</mark>{text[last:]}" if marked.strip() else text
    html = ""
    done = 0
    for start, end in spans:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last and text[first:last].strip():
            html += f"{escape(text[done:first])}<mark>{escape(text[first:last])}</mark>"
            done = last
    return html + escape(text[done:])


@lru_cache(maxsize=256)
def _pieces(source: str) -> tuple[tuple[Piece, ...], str]:
    """The post's pieces, and all that is visible of them; a post that is nothing but a line of text has no pieces."""
    if len(source) > _LONGEST_MARKDOWN:
        pieces: tuple[Piece, ...] = ((False, "<p>"), (True, source), (False, "</p>"))
    else:
        parts = _plain_parts(source)
        if len(parts) == 1:
            return (), parts[0]
        pieces = _emphasised(parts) if parts else tuple(_blocks(_markdown().parse(source)))
    return pieces, "".join([content for visible, content in pieces if visible])


def _plain_parts(source: str) -> list[str]:
    """Plain text and emphasised words by turns, for a post in which the parser would find nothing else: most are so.

    Empty for all others, which need the parser.
    """
    if not source[:1].isalpha():
        return []
    parts = [source]
    if _MARKDOWN.search(source):
        parts = _EMPHASIS.split(source)
        if any(map(_MARKDOWN.search, parts)):
            return []
    last = parts[-1].rstrip()
    parts[-1] = _without_hashtag(last)
    # Where nothing is left, what stands before matters.
    return parts if parts[-1] or not last else []


def _emphasised(parts: list[str]) -> tuple[Piece, ...]:
    pieces = [(False, "<p>"), (True, parts[0])]
    for word, text in zip(parts[1::2], parts[2::2], strict=True):
        pieces += [(False, "<em>"), (True, word), (False, "</em>"), (True, text)]
    return (*pieces, (False, "</p>"))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # A post is talk, not a document: "# of users", an indented line or a row of dashes below one stay what they say.
    return MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading", "code", "reference", "html_block"])


def _blocks(tokens: list[Token]) -> Iterator[Piece]:
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "inline":
            yield from _inline(_without_hashtags(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield from ((False, "<pre><code>"), (True, token.content), (False, "</code></pre>"))
        elif token.type == "hr":
            yield False, "<hr>"
        elif token.type == "ordered_list_open":
            start = token.attrGet("start")
            yield False, "<ol>" if start is None else f'<ol start="{int(start)}">'
        elif token.type == "ordered_list_close":
            yield False, "</ol>"
        elif name in _WRAPPERS:
            if not token.hidden:
                yield False, f"<{_WRAPPERS[name]}>" if token.nesting > 0 else f"</{_WRAPPERS[name]}>"
            if token.type == "paragraph_close":
                # Keeps the last word of one paragraph or item from the first of the next.
                yield True, "\n"


def _inline(tokens: list[Token]) -> Iterator[Piece]:
    links: list[bool] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "link_open":
            address = safe_url(str(token.attrGet("href") or ""))
            links.append(bool(address))
            if address:
                yield False, f'<a href="{address}">'
        elif token.type == "link_close":
            if links.pop():
                yield False, "</a>"
        elif token.type == "image":
            yield from _picture(token, inside_link=any(links))
        elif token.type == "code_inline":
            yield from ((False, "<code>"), (True, token.content), (False, "</code>"))
        elif token.type == "softbreak":
            yield True, "\n"
        elif token.type == "hardbreak":
            yield from ((False, "<br>"), (True, "\n"))
        elif name in _INLINE:
            yield False, f"<{_INLINE[name]}>" if token.nesting > 0 else f"</{_INLINE[name]}>"
        else:
            yield True, token.content


def _picture(token: Token, inside_link: bool) -> Iterator[Piece]:
    alt = token.content or "picture"
    address = "" if inside_link else safe_url(str(token.attrGet("src") or ""))
    if address:
        yield from ((False, f'<a href="{address}">'), (True, alt), (False, "</a>"))
    else:
        yield True, alt


def _without_hashtags(tokens: list[Token]) -> list[Token]:
    """The paragraph without the hashtags at its end; a paragraph of nothing else is left as it is."""
    kept = list(tokens)
    while kept and kept[-1].type == "text":
        last = kept.pop()
        rest = _without_hashtag(last.content)
        if rest == last.content:
            return [*kept, last]
        if rest:
            return [*kept, Token("text", "", 0, content=rest)]
        while kept and kept[-1].type in ("softbreak", "hardbreak"):
            kept.pop()
    return kept or tokens


def _without_hashtag(text: str) -> str:
    """The text without the hashtags at its end, unless its sentence needs them; "" for a text of nothing else."""
    if "#" not in text:
        return text.rstrip()
    rest, _, tag = text.rpartition(" #")
    if "#" in rest or not (tag.isalpha() and rest):
        # More than one word of letters after the only "#".
        found = _HASHTAGS.search(text, len(text[: text.index("#")].rstrip()))
        rest = text[: found.start()] if found else text
    rest = rest.rstrip()
    end = rest[-_LONGEST_WANTING:].lower()
    wants_more = end.endswith(_WANTING) and _WANTS_MORE.search(rest, max(0, len(rest) - _LONGEST_WANTING))
    return text if wants_more else rest
