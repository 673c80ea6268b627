"""A post's blocks -> its segments in order, each with its place; lead-ins with their items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flashcards.language.clean import clean
from flashcards.language.segments import Segment, segments_of, split_lines, split_sentences
from flashcards.language.sentence import Listing
from flashcards.model import Block, Post

COMMENT = re.compile(r"\s*\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\s*(?:#\w+\s*)*", re.DOTALL)
LEAD = re.compile(r"(?P<lead>[^.!?:;]{3,90})(?::|\s+-->|\?)\s*$")

STEPS = re.compile(
    r"(?:[A-Z]?[\w-]+ ){0,3}(?:[Ss]teps|[Ww]ays|[Rr]ules|[Pp]ractices|[Pp]rinciples|[Ss]tages|[Pp]hases|[Hh]abits"
    r"|[Ss]igns|[Ss]ymptoms"
    r"|[Cc]auses|[Bb]enefits|[Rr]isks|[Pp]arts|[Gg]oals)(?: (?:of|for|to|in|that|when|behind) [\w' -]+)?$"
)  # a lead-in of steps: its items may be long
SEVERAL = re.compile(
    r"\b(?:several|two|three|four|five|six|number of|different|some|following) [\w' -]*s$", re.IGNORECASE
)
ASKING = re.compile(r"\b(?:questions|asks?|to know)\b", re.IGNORECASE)  # a lead-in of questions
TWO = re.compile(r"\b(?:two|2) [\w' -]+$", re.IGNORECASE)  # a lead-in that counts its two items

LONGEST = 4000  # characters of a paragraph; some patterns take more than linear time


@dataclass(slots=True)
class Piece:
    """A segment to be parsed, and what is known of it before that."""

    segment: Segment
    whole: str = ""
    item: bool = False
    listing: Listing | None = None
    emphasised: tuple[str, ...] = ()


LEAD_END = re.compile(r"(?:\s*\([^()]*\))?\s*(?::|-->)\s*$")  # "Four kinds (Adams):"


def is_comment(post: Post) -> bool:
    """Whether the whole post is the note-taker's own [bracketed] comment."""
    return bool(COMMENT.fullmatch(post.source))


def pieces_of(post: Post, names: Mapping[str, str]) -> list[Piece]:
    """The post's segments, in reading order. `names` maps handles to names of people."""
    return [] if is_comment(post) else [piece for block in _led_in(post.blocks) for piece in _block(block, names)]


def _led_in(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the items that follow a question made its children: they answer it."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.kind == "paragraph" and not block.children and block.text.rstrip().endswith("?"):
            start = at
            while at < len(blocks) and blocks[at].kind == "item":
                at += 1
            block = replace(block, children=tuple(blocks[start:at]))
        yield block


def _block(block: Block, names: Mapping[str, str]) -> Iterator[Piece]:
    prose = clean(_clipped(block.text), names)
    lines = split_lines(prose.text)
    made: list[Piece] = []
    for line in lines:
        sentences = split_sentences(line)
        for at, sentence in enumerate(sentences):
            segments = segments_of(sentence)
            for number, segment in enumerate(segments):
                whole = sentence if number == 0 else ""
                listing = _with_questions(_inline_listing(segments), sentences[at:]) if number == 0 else None
                listing = listing or (_answering(sentence, sentences[at + 1 :]) if number == 0 else None)
                made.append(Piece(segment, whole, block.kind == "item", listing, prose.emphasised))
    if block.children and lines:
        items = tuple(_item_text(child, names) for child in block.children)
        lead = LEAD_END.sub("", split_sentences(lines[-1])[-1]) if split_sentences(lines[-1]) else ""
        if made and lead and all(items):
            made[-1].listing = Listing(lead, items)
    yield from made
    for child in block.children:
        yield from _block(child, names)


def _clipped(text: str) -> str:
    """The beginning of a paragraph that is longer than any that people write: the rest of it is read by nobody."""
    return text if len(text) <= LONGEST else "".join(text[:LONGEST].rsplit(None, 1)[:1])


def _item_text(block: Block, names: Mapping[str, str]) -> str:
    return " ".join(clean(_clipped(block.text), names).text.split()).rstrip(".;,")


def _inline_listing(segments: list[Segment]) -> Listing | None:
    """`Label: a; b; c`, `Label: a, b, and c`."""
    first = segments[0]
    lead, rest = first.label, segments
    if not lead and len(segments) > 1 and segments[1].joint == ":":
        lead, rest = first.text, segments[1:]
    if not lead or not rest:
        return None
    if len(rest) >= 2 and all(segment.joint == ";" for segment in rest[1:]):
        return Listing(lead, tuple(_with_asides(segment) for segment in rest))
    if len(rest) == 1:
        parts = re.split(r",\s+(?:and |or |& )?|\s+(?:and|or|&)\s+", rest[0].text.rstrip(".!"))
        two = len(parts) == 2 and TWO.search(lead) is not None
        longest = 10 if STEPS.match(lead) else 8 if SEVERAL.search(lead) else 6
        if (len(parts) >= 3 or two) and all(0 < len(part.split()) <= longest for part in parts):
            return Listing(lead, tuple(part.strip() for part in parts))
        if ASKING.search(lead):
            return Listing(lead, tuple(re.split(r"(?<=\?)\s+", _with_asides(rest[0]))))
        return Listing(lead, (_with_asides(rest[0]),))
    return None


def _with_questions(listing: Listing | None, sentences: Sequence[str]) -> Listing | None:
    """`Questions to ask: Who? Why? How?`: the questions that follow the first one belong to the list."""
    if listing is None or not listing.items[-1].endswith("?") or not ASKING.search(listing.lead) or len(sentences) < 2:
        return listing
    count = next((n for n, sentence in enumerate(sentences) if not sentence.endswith("?")), len(sentences))
    return Listing(listing.lead, (*listing.items, *sentences[1:count]))


def _answering(question: str, behind: Sequence[str]) -> Listing | None:
    """`What is worth a note? This; that; and that.`: the items answer the question before them."""
    parts = segments_of(behind[0]) if question.endswith("?") and behind and ";" in behind[0] else []
    if len(parts) < 3 or not all(part.joint == ";" for part in parts[1:]):
        return None
    return Listing(question, tuple(_with_asides(part) for part in parts))


def _with_asides(segment: Segment) -> str:
    text = segment.text.rstrip(".!")
    for aside in segment.asides:
        if aside.before and text.startswith(aside.before):
            text = f"{aside.before} ({aside.text}){text[len(aside.before) :]}"
            break
    return text
