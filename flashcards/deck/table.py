"""Cards as data: one JSON object a line, or a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from flashcards.deck.tags import tags_for
from flashcards.model import Card

COLUMNS = tuple("id question answer source talk speakers event deck rule kind url file line tags".split())


def record(card: Card) -> dict[str, object]:
    """The card as plain data, keys as in COLUMNS; `source` is the post's text, `url` the talk's address."""
    values: tuple[object, ...] = (
        card.id,
        card.question,
        card.answer,
        card.post.source,
        card.talk.title,
        [speaker.name for speaker in card.talk.speakers],
        card.talk.event.name,
        card.deck,
        card.rule,
        card.kind,
        card.talk.url,
        card.talk.file.as_posix(),
        card.post.line,
        tags_for(card),
    )
    return dict(zip(COLUMNS, values, strict=True))


def as_jsonl(cards: Sequence[Card]) -> str:
    """A JSON object a line."""
    return "".join(json.dumps(record(card), ensure_ascii=False) + "\n" for card in cards)


def as_csv(cards: Sequence[Card]) -> str:
    """Comma-separated values with a header line; lists are joined by "; "."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for card in cards:
        writer.writerow("; ".join(v) if isinstance(v, list) else v for v in record(card).values())
    return text.getvalue()
