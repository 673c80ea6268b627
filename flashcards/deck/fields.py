"""The fields of the note type, and what a card puts in them.

Frozen: a field added, renamed or moved later makes Anki fork the note type and every learner's notes conflict. What
comes later takes a spare.
"""

from __future__ import annotations

from dataclasses import replace

from flashcards.deck.cloze import cloze_html
from flashcards.deck.context import context_html
from flashcards.deck.escape import escape, escape_lines, safe_url
from flashcards.deck.pictures import image_html
from flashcards.deck.reverse import reverse
from flashcards.model import CLOZE, QUESTION, Card, Speaker, Talk

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
_SPARE = ("", "", "")
# Of the note type of clozes: what is blanked comes first, and there is no other way round.
CLOZE_FIELDS = ("Text", *(name for name in FIELDS if not name.startswith("Reverse")))
_REVERSED = FIELDS.index("ReverseQuestion")


# Of Talk, Speakers, Event, Date and Source.
TalkFields = tuple[str, str, str, str, str]


def field_values(card: Card) -> dict[str, str]:
    """The HTML of each field of the card's note type, in their order.

    Every text of the notes passes through `escape` on its way.
    """
    names = CLOZE_FIELDS if card.form == CLOZE else FIELDS
    return dict(zip(names, card_fields(card, talk_fields(card.talk)), strict=True))


def talk_fields(talk: Talk) -> TalkFields:
    """Those fields that all cards of a talk share."""
    return (
        escape(talk.title),
        escape(", ".join(map(_with_affiliation, talk.speakers))),
        escape(talk.event.name),
        escape(talk.date or talk.event.dates),
        safe_url(talk.url),
    )


def card_fields(card: Card, of_talk: TalkFields) -> list[str]:
    """The HTML of all fields of the card's note type, in their order, given those of the card's talk."""
    if card.form == CLOZE:
        fields = card_fields(replace(card, form=QUESTION), of_talk)
        return [cloze_html(card), *fields[:_REVERSED], *_SPARE]
    turned = reverse(card) if card.reversible else ("", "")
    return [
        escape_lines(card.question),
        escape_lines(card.answer),
        context_html(card.post.source, card.answer, card.question),
        *of_talk,
        escape(card.rule),
        escape_lines(card.hint) if card.hint else "",
        image_html(card.pictures) if card.pictures else "",
        escape_lines(card.extra) if card.extra else "",
        escape(card.id),
        escape_lines(turned[0]),
        escape_lines(turned[1]),
        *_SPARE,
    ]


def _with_affiliation(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.affiliation})" if speaker.affiliation else speaker.name
