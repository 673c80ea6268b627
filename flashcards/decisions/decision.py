"""What a person decided about one card."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from flashcards.deck.identity import free_id
from flashcards.model import Card

KEEP, DROP, EDIT, ADD = "keep", "drop", "edit", "add"
VERBS = (KEEP, DROP, EDIT, ADD)


@dataclass(frozen=True, slots=True)
class Decision:
    """A card kept, dropped, edited or added, with what it takes to find its post and card again.

    `id` is the card's. `question`, `answer` and `hint` are what the card says, `made_question` and `made_answer` what
    the rules made of it; the same for what was kept or dropped, "" for what was added. `becomes` is the id of the
    card that takes its place where that asks for another fact, else "". `post` is the post as it stood in the notes,
    "" for a card that was added to the talk. `file` is the notes file as seen from the decisions' folder, with
    slashes. `line` says where it stands in the file of decisions, 0 if it does not yet; it makes no difference.
    """

    verb: str
    id: str
    question: str
    answer: str
    hint: str = ""
    made_question: str = ""
    made_answer: str = ""
    becomes: str = ""
    rule: str = ""
    kind: str = ""
    event: str = ""
    talk: str = ""
    post: str = ""
    file: str = ""
    line: int = field(default=0, compare=False)

    @property
    def card_id(self) -> str:
        """The id of the card that stands in the deck."""
        return self.becomes or self.id


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions on some notes, by the ids of their cards, in the order of their `file`; None is kept nowhere."""

    file: Path | None = None
    by_id: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    @property
    def ids(self) -> set[str]:
        """Every id that is taken by a decision."""
        return {taken for decision in self for taken in (decision.id, decision.card_id)}


def on_card(verb: str, card: Card, file: str) -> Decision:
    """A decision on a card as the rules made it; `file` is its notes file as the decisions write it."""
    return Decision(
        verb,
        card.id,
        card.question,
        card.answer,
        made_question=card.question,
        made_answer=card.answer,
        rule=card.rule,
        kind=card.kind,
        event=card.talk.event.name,
        talk=card.talk.title,
        post=card.post.source,
        file=file,
    )


def new_id(*parts: str, taken: set[str]) -> str:
    """An id for a card that a person wrote; the same parts give the same id unless it is taken."""
    return free_id(hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16], taken)
