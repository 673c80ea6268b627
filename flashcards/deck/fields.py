"""The fields of the note type, and what a card puts in them.

Frozen: a field added, renamed or moved later makes Anki fork the note type and every learner's notes conflict. What
comes later takes a spare.
"""

from __future__ import annotations

from flashcards.deck.context import context_html
from flashcards.deck.escape import escape, escape_lines, safe_url
from flashcards.deck.pictures import image_html
from flashcards.deck.reverse import reverse
from flashcards.model import Card, Speaker

FIELDS = (
    "Question",
    "Answer",
    "Context",
    "Talk",
    "Speakers",
    "Event",
    "Date",
    "Source",
    "Rule",
    "Hint",
    "Image",
    "Extra",
    "Id",
    # The card asked the other way round, for terms and glosses. Empty: the note has no such card.
    "ReverseQuestion",
    "ReverseAnswer",
    "Spare1",
    "Spare2",
    "Spare3",
)


def field_values(card: Card) -> dict[str, str]:
    """The HTML of each of FIELDS, in their order; every text of the notes passes through `escape` on its way."""
    turned = reverse(card)
    values = {
        "Question": escape_lines(card.question),
        "Answer": escape_lines(card.answer),
        "Context": context_html(card.post.source, card.answer, card.question),
        "Talk": escape(card.talk.title),
        "Speakers": escape(", ".join(map(_with_affiliation, card.talk.speakers))),
        "Event": escape(card.talk.event.name),
        "Date": escape(card.talk.date or card.talk.event.dates),
        "Source": safe_url(card.talk.url),
        "Rule": escape(card.rule),
        "Hint": escape_lines(card.hint),
        "Image": image_html(card.pictures) if card.pictures else "",
        "Extra": escape_lines(card.extra),
        "Id": escape(card.id),
        "ReverseQuestion": escape_lines(turned[0]),
        "ReverseAnswer": escape_lines(turned[1]),
    }
    return {name: values.get(name, "") for name in FIELDS}


def _with_affiliation(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.affiliation})" if speaker.affiliation else speaker.name
