"""What a package changes for those who have the last one, told in lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashcards.deck.notetype import CLOZE_MODEL_NAME, MODEL_NAME
from flashcards.deck.record import Record
from flashcards.model import CLOZE, QUESTION, Card

_MOVE = "Anki leaves cards in the deck where you have them; to move them, find them and choose Cards > Change Deck"
_OTHER_NOTE = "each is another note now; Anki keeps the old ones, with their history, until you delete or suspend them"
_GONE = "Anki keeps them until you delete or suspend them; --ship-retired tags them `retired` with the next import"


@dataclass(frozen=True, slots=True)
class Changes:
    """The cards of a build by what happened to them since the last one.

    `changed` are those whose note has a new content, `moved` those with another deck, each with what was before.
    `gone` are those that were in the last build and no longer are, `gone_earlier` those gone before and not yet
    retired, `retired` those that this package sends once more, `back` those that were gone and are made again.
    `styled` says whether templates or style changed. `first` is true where there was no earlier build to compare with.
    """

    new: tuple[Card, ...] = ()
    changed: tuple[tuple[Record, Card], ...] = ()
    moved: tuple[tuple[Record, Card], ...] = ()
    gone: tuple[Record, ...] = ()
    gone_earlier: tuple[Record, ...] = ()
    retired: tuple[Record, ...] = ()
    back: tuple[Card, ...] = ()
    styled: bool = False
    first: bool = False

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        parts = self.new, self.changed, self.moved, self.gone, self.retired, self.back
        return self.styled or any(parts)


def summary(changes: Changes) -> list[str]:
    """A line on what changed, then what Anki cannot do by itself: the cards gone and moved, with a search for each."""
    if changes.first:
        return []
    parts = [
        f"{len(part)} {name}"
        for name, part in (
            ("new", changes.new),
            ("back", changes.back),
            ("changed", changes.changed),
            ("moved", changes.moved),
            ("gone", changes.gone),
            ("retired", changes.retired),
        )
        if part
    ]
    parts += ["templates or style changed"] if changes.styled else []
    return [f"since the last build: {', '.join(parts) or 'nothing changed'}", *_by_hand(changes)]


def report(changes: Changes) -> list[str]:
    """Everything that changed, card by card, old and new wording."""
    if not changes.any:
        return ["nothing changed", *_by_hand(changes)]
    lines = [f"new: {len(changes.new)}"] if changes.new else []
    for card in changes.new:
        lines += [f"  {_place(card)}", f"    + {_wording(card)}"]
    lines += [f"back: {len(changes.back)}"] if changes.back else []
    for card in changes.back:
        lines += [f"  {_place(card)}", f"    + {_wording(card)}"]
    lines += [f"changed: {len(changes.changed)}"] if changes.changed else []
    for record, card in changes.changed:
        lines.append(f"  {_place(card)}")
        if _wording(record.card) == _wording(card):
            lines.append(f"    = {_wording(card)} ({_what_else(record, card)})")
        else:
            lines += [f"    - {_wording(record.card)}", f"    + {_wording(card)}"]
    lines += ["templates or style changed: Anki takes the new ones over"] if changes.styled else []
    return [*lines, *_by_hand(changes)]


def search(ids: Iterable[str], name: str = f"{MODEL_NAME}*") -> str:
    """What to type into Anki's browser to see the cards with these ids, of all note types or of the one of a name."""
    wanted = " OR ".join(f"Id:{card_id}" for card_id in ids)
    return f'"note:{name}" ({wanted})'


def _by_hand(changes: Changes) -> Iterator[str]:
    """What the learner has to do, since importing cannot."""
    moves: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, card in changes.moved:
        moves[record.card.deck, card.deck].append(card.id)
    if moves:
        yield f"moved: {len(changes.moved)} ({_MOVE})"
    for (old, new), ids in moves.items():
        yield from (f"  {old} -> {new}", f"    search: {search(ids)}")
    for form, name in ((CLOZE, CLOZE_MODEL_NAME), (QUESTION, MODEL_NAME)):
        ids = [card.id for record, card in changes.changed if _turned_from(record, card, form)]
        if ids:
            yield f"no longer {'clozes' if form else 'questions'}: {len(ids)} ({_OTHER_NOTE})"
            yield f"    search: {search(ids, name)}"
    if changes.gone:
        yield f"gone from the deck: {len(changes.gone)} ({_GONE})"
        yield from _searches(changes.gone)
    if changes.gone_earlier:
        yield f"gone in earlier builds: {len(changes.gone_earlier)}"
        yield f"    search: {search(record.id for record in changes.gone_earlier)}"
    if changes.retired:
        yield f"retired: {len(changes.retired)} (after the import, find them by: tag:retired)"


def _turned_from(record: Record, card: Card, form: str) -> bool:
    """Whether the card was a cloze and is none now, or the other way round."""
    was, is_now = record.card.form == CLOZE, card.form == CLOZE
    return was != is_now and was == (form == CLOZE)


def _searches(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        yield f"    - {_wording(record.card)}"
    yield f"    search: {search(record.id for record in records)}"


def _place(card: Card) -> str:
    return f"{card.talk.file}:{card.post.line}"


def _wording(card: Card) -> str:
    return " ".join(f"{card.question} -> {card.answer}".split())


def _what_else(record: Record, card: Card) -> str:
    """What changed of a note whose question and answer did not."""
    old = record.card
    parts = {
        "its post": (old.post.source, card.post.source),
        "the talk's title": (old.talk.title, card.talk.title),
        "the event": (old.talk.event.name, card.talk.event.name),
        # Of a speaker the ledger keeps no more than the note shows.
        "the speakers": (_names(old), _names(card)),
        "the link": (old.talk.url, card.talk.url),
        "the rule": ((old.rule, old.kind), (card.rule, card.kind)),
        "the tags": (old.tags, card.tags),
        "the hint": (old.hint, card.hint),
        "question or cloze": (old.form == CLOZE, card.form == CLOZE),
    }
    named = [name for name, (before, now) in parts.items() if before != now]
    return ", ".join(named) or "how it is shown"


def _names(card: Card) -> list[tuple[str, str]]:
    return [(speaker.name, speaker.affiliation) for speaker in card.talk.speakers]
