"""Cards and ledger -> cards with the ids they had before, the time each last changed, and what the ledger says next."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from flashcards.deck.changes import Changes
from flashcards.deck.clock import Clock, now
from flashcards.deck.cloze import settled_form
from flashcards.deck.fields import TalkFields, card_fields, talk_fields
from flashcards.deck.identity import free_id, identify
from flashcards.deck.ledger import Ledger, ledger_text
from flashcards.deck.options import CLOZE_TYPE_MODIFIED, NOTE_MODIFIED, NOTE_TYPE_MODIFIED, DeckOptions
from flashcards.deck.per_talk import PerTalk
from flashcards.deck.recognise import Recognition
from flashcards.deck.record import GONE, LIVE, RETIRED, Record
from flashcards.deck.tags import card_tags, talk_tags
from flashcards.deck.templates import Side, load_templates
from flashcards.model import Card

RETIRED_TAG = "retired"


@dataclass(frozen=True, slots=True)
class Settled:
    """A build ready to be written.

    `cards` are those of the notes, in order, with their ids; `retired` those gone that are to be sent once more.
    `options` has every time of change. `ledger` is to be written once the package is.
    """

    cards: list[Card]
    retired: list[Card]
    options: DeckOptions
    changes: Changes
    ledger: Ledger


def settle(
    cards: Sequence[Card],
    options: DeckOptions,
    ledger: Ledger,
    notes: Sequence[Path] | None = None,
    *,
    ship_retired: bool = False,
    pinned: Mapping[int, str] = MappingProxyType({}),
    reserved: Collection[str] = (),
    clock: Clock = now,
) -> Settled:
    """Give every card the id it has in the ledger, or a new one, and see what changed since.

    `notes` are the files and folders these cards were read from: what the ledger knows of other files stays as it is;
    None is everything. `pinned` are cards, by their number, whose ids are decided; no other card gets one of those, nor
    a `reserved` one. Raises UserError for broken templates. The same cards and ledger give the same ids; a note
    or note type seen for the first time has a fixed time of change, one that changed has the clock's.
    """
    records = [ledger.records[card_id] for card_id in sorted(ledger.records)]
    # One answer for all cards of a file.
    read = {file: _is_within(ledger, file, notes) for file in {record.file for record in records}}
    within = [read[record.file] for record in records]
    # Notes of another file still have their cards, even though this build does not read them.
    outside = [
        not (here or record.state or not ledger.absolute(record.file).exists())
        for here, record in zip(within, records, strict=True)
    ]
    numbers = {record.id: number for number, record in enumerate(records)}
    known = {number: numbers[card_id] for number, card_id in pinned.items() if card_id in numbers}
    recognition = Recognition(cards, records, outside, known, (numbers[one] for one in reserved if one in numbers))
    identified = _identified(cards, records, recognition.found, pinned, reserved)
    time = clock()
    shared = PerTalk(lambda talk: (talk_fields(talk), talk_tags(talk), ledger.relative(talk.file)))
    kept: dict[str, Record] = {record.id: record for record in records}
    new: list[Card] = []
    changed: list[tuple[Record, Card]] = []
    moved: list[tuple[Record, Card]] = []
    back: list[Card] = []
    for number, card in enumerate(identified):
        old = records[recognition.found[number]] if number in recognition.found else None
        if old and card.form != (form := settled_form(card, old.card)):
            card = identified[number] = replace(card, form=form)
        of_talk, tags, file = shared.of(card.talk)
        content = _content(card, of_talk, tags)
        record = Record(card, file, content, _modified(content, old, time))
        kept[card.id] = record
        if old is None:
            new.append(card)
            continue
        if old.state != LIVE:
            back.append(card)
        elif record.modified != old.modified:
            changed.append((old, card))
        if _deck_of(old.card) != _deck_of(card):
            moved.append((old, card))
    met = set(recognition.found.values())
    missing = [record for n, record in enumerate(records) if n not in met and (within[n] or record.state)]
    gone = [record for record in missing if record.state == LIVE]
    gone_earlier = [record for record in missing if record.state == GONE]
    retired = [replace(_aged(record, time), state=RETIRED) for record in (*gone, *gone_earlier) if ship_retired]
    kept |= {record.id: replace(record, state=GONE) for record in gone} | {record.id: record for record in retired}
    templates = load_templates(options)
    asking = _styled(templates.sides, templates.css, (ledger.note_type, ledger.note_type_modified), time)
    if options.cloze or ledger.cloze_type:
        last = ledger.cloze_type, ledger.cloze_type_modified
        cloze = _styled(templates.cloze_sides, templates.cloze_css, last, time, CLOZE_TYPE_MODIFIED)
    else:
        cloze = "", 0
    return Settled(
        identified,
        [replace(record.card, tags=(*record.card.tags, RETIRED_TAG)) for record in retired],
        replace(
            options,
            modified={card_id: record.modified for card_id, record in kept.items()},
            note_type_modified=asking[1],
            cloze_type_modified=cloze[1],
        ),
        Changes(
            tuple(new),
            tuple(changed),
            tuple(moved),
            tuple(gone),
            () if ship_retired else tuple(gone_earlier),
            tuple(retired),
            tuple(back),
            styled=ledger.note_type not in ("", asking[0]) or ledger.cloze_type not in ("", cloze[0]),
            first=ledger.is_new,
        ),
        replace(
            ledger,
            records=kept,
            note_type=asking[0],
            note_type_modified=asking[1],
            cloze_type=cloze[0],
            cloze_type_modified=cloze[1],
            text=ledger_text(kept.values(), asking, cloze),
        ),
    )


def _is_within(ledger: Ledger, name: str, notes: Sequence[Path] | None) -> bool:
    """Whether a build of these notes reads the file of that name in the ledger, or would if it still were there."""
    if notes is None:
        return True
    file = ledger.absolute(name)
    return any(file.is_relative_to(os.path.abspath(path)) for path in notes)


def _identified(
    cards: Sequence[Card],
    records: Sequence[Record],
    found: Mapping[int, int],
    pinned: Mapping[int, str],
    reserved: Iterable[str],
) -> list[Card]:
    """The cards with decided and remembered ids, and proposed ones that nobody ever had for the rest."""
    if all(number in found or number in pinned for number in range(len(cards))):
        return [replace(card, id=pinned.get(n) or records[found[n]].id) for n, card in enumerate(cards)]
    taken = {*(record.id for record in records), *pinned.values(), *reserved}
    identified: list[Card] = []
    for number, proposed in enumerate(identify(cards)):
        card_id = pinned.get(number) or (records[found[number]].id if number in found else "")
        card_id = card_id or free_id(proposed.id, taken)
        taken.add(card_id)
        identified.append(replace(proposed, id=card_id))
    return identified


def _modified(content: str, old: Record | None, time: int) -> int:
    if old is None:
        return NOTE_MODIFIED
    if old.content == content and old.state != RETIRED:
        return old.modified
    return _aged(old, time).modified


def _aged(record: Record, time: int) -> Record:
    # Later than before even where this machine's clock is behind the one that wrote the ledger.
    return replace(record, modified=max(record.modified + 1, time))


def _deck_of(card: Card) -> str:
    return card.deck.casefold()


def _content(card: Card, of_talk: TalkFields, tags: list[str]) -> str:
    """A hash that changes when anything the note shows does."""
    return _hash((*card_fields(card, of_talk), *card_tags(card, tags)))


def _styled(
    sides: Iterable[Side], css: str, known: tuple[str, int], time: int, first: int = NOTE_TYPE_MODIFIED
) -> tuple[str, int]:
    """A hash of a note type's templates and style, and when they last changed, given what the ledger knows."""
    look = _hash((*(side.source for side in sides), css))
    if not known[0]:
        return look, first
    return known if look == known[0] else (look, max(known[1] + 1, time))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
