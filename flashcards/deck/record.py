"""What is remembered of a card that was in a package: one line of the ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashcards.deck.identity import plain_words, post_words
from flashcards.model import ASKED, CLOZE, QUESTION, Card, Event, Media, Post, Speaker, Talk

# A card's states: in the notes, no longer in them, and no longer in them with its note sent as `retired`.
LIVE, GONE, RETIRED = "", "gone", "retired"


@dataclass(frozen=True, slots=True)
class Record:
    """A card as it was last packaged.

    `file` is its notes file as seen from the ledger's folder, with slashes. `content` is a hash of all that the note
    shows, `modified` when that last changed, in seconds since 1970. `state` is LIVE, GONE or RETIRED.
    """

    card: Card
    file: str
    content: str
    modified: int
    state: str = LIVE

    @property
    def id(self) -> str:
        """The card's id."""
        return self.card.id

    @property
    def order(self) -> tuple[str, ...]:
        """Where the record stands in the ledger: with its talk, and not elsewhere after a change of words."""
        return self.card.talk.event.name, self.card.talk.title, self.file, self.card.id

    def line(self) -> str:
        """The record as one line of JSON; what is empty is left out."""
        card, talk = self.card, self.card.talk
        values: dict[str, object] = {
            "id": card.id,
            "state": self.state,
            "event": talk.event.name,
            "talk": talk.title,
            "question": card.question,
            "answer": card.answer,
            "hint": card.hint,
            "extra": card.extra,
            "reversible": card.reversible,
            "form": card.form,
            "post": card.post.source,
            "speakers": [[speaker.name, speaker.affiliation] for speaker in talk.speakers],
            "date": talk.date or talk.event.dates,
            "url": talk.url,
            "rule": card.rule,
            "kind": card.kind,
            "tags": card.tags,
            "pictures": [[picture.name, picture.alt, picture.url] for picture in card.pictures],
            "file": self.file,
            "modified": self.modified,
            "content": self.content,
        }
        return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)


def read_record(values: dict[str, Any]) -> Record:
    """The record that `line` wrote, from its parsed JSON; raises LookupError, TypeError or ValueError if it is none."""
    for name, value in values.items():
        wanted: type = {"modified": int, "reversible": bool, "speakers": list, "tags": list, "pictures": list}.get(
            name, str
        )
        if type(value) is not wanted:
            raise TypeError(name)
    if values.get("form", QUESTION) not in (QUESTION, CLOZE, ASKED):
        raise ValueError(values["form"])
    state = values.get("state", LIVE)
    if state not in (LIVE, GONE, RETIRED) or not values["id"]:
        raise ValueError(state)
    speakers = tuple(Speaker(str(name), str(affiliation)) for name, affiliation in values.get("speakers", []))
    post = Post(values.get("post", ""), (), 1)
    talk = Talk(
        values.get("talk", ""),
        Event(values.get("event", "")),
        (post,),
        Path(values.get("file", "")),
        1,
        speakers=speakers,
        url=values.get("url", ""),
        date=values.get("date", ""),
    )
    card = Card(
        values["question"],
        values["answer"],
        values.get("rule", ""),
        values.get("kind", ""),
        talk,
        post,
        id=values["id"],
        hint=values.get("hint", ""),
        extra=values.get("extra", ""),
        reversible=values.get("reversible", False),
        form=values.get("form", QUESTION),
        tags=tuple(map(str, values.get("tags", []))),
        # The file itself stays behind: who has the card has its picture, too.
        pictures=tuple(Media(str(name), str(alt), str(url)) for name, alt, url in values.get("pictures", [])),
    )
    return Record(card, values.get("file", ""), values["content"], values["modified"], state)


@dataclass(frozen=True, slots=True)
class Face:
    """What a card is recognised by. `talk` and `post` are plain words."""

    talk: tuple[str, str]
    post: str
    question: str
    answer: str


def face(card: Card) -> Face:
    """The face of a card, of these notes or remembered."""
    talk = plain_words(card.talk.event.name), plain_words(card.talk.title)
    return Face(talk, post_words(card.post.source), card.question, card.answer)
