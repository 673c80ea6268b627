"""The ledger file: what it says, what it refuses, and that the old one is never lost."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, identify, ledger_beside, read_ledger, settle, write_deck
from flashcards.deck.changes import report, summary
from flashcards.deck.clock import now
from flashcards.deck.ledger import Ledger, check_ledger_place
from flashcards.deck.options import NOTE_MODIFIED, NOTE_TYPE_MODIFIED
from flashcards.errors import UserError
from flashcards.model import Card
from tests.deck.learner import Notes, rewritten


def test_a_line_for_each_card_sorted_and_readable(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    header, *lines = [json.loads(line) for line in notes.ledger.read_text("utf-8").splitlines()]
    assert header["make-deck ledger"] == 1
    assert header["note type modified"] == NOTE_TYPE_MODIFIED
    assert len(lines) == 4
    assert [line["talk"] for line in lines] == ["Caches in the wild"] * 2 + ["Limits", "Caches in the wild"]
    assert lines[2]["question"] == "Which limit should be smallest?"
    assert {line["modified"] for line in lines} == {NOTE_MODIFIED}


def test_one_card_changed_is_one_line_changed(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    before = notes.ledger.read_text("utf-8").splitlines()
    notes.build([replace(cards[0], answer="A named owner"), *cards[1:]])
    after = notes.ledger.read_text("utf-8").splitlines()
    assert len(set(after) - set(before)) == 1
    assert len(after) == len(before)


def test_what_is_read_is_what_was_written(notes: Notes, make_card: Any) -> None:
    odd = 'Line\u2028one\nline "two" \x85 \U0001f600 {{x}} \\'
    cards = [make_card(odd, odd, odd, title=odd, hint=odd, extra=odd, tags=(odd,), reversible=True)]
    notes.build(cards)
    first = notes.ledger.read_bytes()
    notes.build(cards)
    assert notes.ledger.read_bytes() == first
    assert not notes.settled.changes.any
    (record,) = read_ledger(notes.ledger).records.values()
    assert (record.card.question, record.card.hint, record.card.post.source) == (odd, odd, odd)


def test_two_people_get_the_same_without_sharing_anything(cards: list[Card], tmp_path: Path) -> None:
    packages: list[tuple[bytes, bytes]] = []
    for name in ("ada", "ben"):
        (tmp_path / name).mkdir()
        person = Notes(tmp_path / name)
        person.day += len(packages) * 1000
        at_home = [replace(card, talk=replace(card.talk, file=person.folder / "a.md")) for card in cards]
        packages.append((person.build(at_home).read_bytes(), person.ledger.read_bytes()))
    assert packages[0] == packages[1]


def test_unchanged_notes_give_the_same_bytes_and_touch_nothing(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    changed = [replace(cards[0], answer="A named owner"), *cards[1:]]
    first, inode = notes.build(changed).read_bytes(), notes.ledger.stat().st_ino
    assert notes.build(changed).read_bytes() == first
    assert notes.ledger.stat().st_ino == inode


def test_times_of_change(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    ids = [card.id for card in notes.settled.cards]
    notes.build([replace(cards[0], answer="A named owner"), *cards[1:]])
    first = notes.settled.options
    assert first.modified == {ids[0]: notes.day} | dict.fromkeys(ids[1:], NOTE_MODIFIED)
    assert first.note_type_modified == NOTE_TYPE_MODIFIED
    changed_on, notes.day = notes.day, 5
    # The clock went backwards; the change is later all the same.
    notes.build(cards, DeckOptions(look="paper"))
    assert notes.settled.options.modified[ids[0]] == changed_on + 1
    assert notes.settled.options.note_type_modified == NOTE_TYPE_MODIFIED + 1
    assert notes.settled.changes.styled


def test_a_file_that_is_not_read_keeps_its_cards(notes: Notes, make_card: Any) -> None:
    for name in ("a.md", "b.md"):
        (notes.folder / name).write_text("x")
    here = [make_card(file=notes.folder / "a.md")]
    there = [make_card("What is toil?", "Work", "Toil is work.", title="Toil", file=notes.folder / "b.md")]
    notes.build([*here, *there])
    ids = [card.id for card in notes.settled.cards]
    notes.build(here, notes=[notes.folder / "a.md"])
    assert not notes.settled.changes.any
    # Its words copied into the file that is read: the other file has that card.
    copied = replace(there[0], talk=replace(here[0].talk, line=50))
    notes.build([*here, copied], notes=[notes.folder / "a.md"])
    assert notes.settled.cards[1].id not in ids
    (notes.folder / "b.md").unlink()
    renamed = replace(there[0], talk=replace(there[0].talk, file=notes.folder / "c.md"))
    notes.build([*here, renamed], notes=[notes.folder / "c.md", notes.folder / "a.md"])
    assert [card.id for card in notes.settled.cards] == ids


def test_two_alike_candidates_give_a_new_card(notes: Notes, make_card: Any) -> None:
    posts = [f"Every {kind} cache should have an owner who answers the phone." for kind in ("blue", "pink")]
    notes.build([make_card("Who answers the phone?", "The owner of the cache", post) for post in posts])
    old = {card.id for card in notes.settled.cards}
    notes.build([make_card("Who answers the phone?", "The owner of the cache", posts[0].replace("blue", "grey"))])
    assert notes.settled.cards[0].id not in old


def test_diff_says_old_and_new_wording(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    assert summary(notes.settled.changes) == []
    moved = [replace(card, talk=replace(card.talk, title="Owners")) for card in cards[:1]]
    notes.build([replace(moved[0], answer="A named owner"), rewritten(cards[1], old="Every", new="Each"), cards[2]])
    gone = notes.settled.changes.gone[0].id
    lines = report(notes.settled.changes)
    text = "\n".join(lines)
    assert "    - What should a cache have? -> An owner\n    + What should a cache have? -> A named owner" in text
    assert "(its post)" in text
    assert "CacheConf 2031::Caches in the wild -> CacheConf 2031::Owners" in text
    assert f'search: "note:Conference notes*" (Id:{gone})' in text
    assert summary(notes.settled.changes)[0] == "since the last build: 2 changed, 1 moved, 1 gone"
    notes.build(cards[:2])
    assert "gone in earlier builds: 1" in "\n".join(summary(notes.settled.changes))


def test_a_card_that_comes_back_is_told_of(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    ids = [card.id for card in notes.settled.cards]
    notes.build(cards[:2])
    notes.build(cards)
    assert [card.id for card in notes.settled.cards] == ids
    changes = notes.settled.changes
    assert summary(changes) == [f"since the last build: {len(cards) - 2} back"]
    assert report(changes)[0] == f"back: {len(cards) - 2}"
    notes.build(cards)
    assert not notes.settled.changes.any


BROKEN = {
    "empty": (b"", None, "the ledger is empty"),
    "no header": (b'{"id": "1"}\n', 1, "no line of make-deck's ledger"),
    "binary": (b'{"make-deck ledger": 1, "note type": "", "note type modified": 0}\n\xff\n', 2, "no line of"),
    "half a line": (b'{"make-deck ledger": 1, "note type": "", "note type modified": 0}\n{"id": "1", ', 2, "no line"),
    "wrong type": (
        b'{"make-deck ledger": 1, "note type": "", "note type modified": 0}\n{"id": "1", "modified": "x"}\n',
        2,
        "no line",
    ),
    "newer": (b'{"make-deck ledger": 2}\n', 1, "newer make-deck (version 2), upgrade make-deck"),
    "conflict": (
        b'{"make-deck ledger": 1, "note type": "", "note type modified": 0}\n<<<<<<< HEAD\n',
        2,
        "two versions that git could not merge",
    ),
    "nested": (b"[" * 100_000, 1, "no line of"),
    "a list": (b"[]\n", 1, "no line of"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_ledgers(name: str, tmp_path: Path) -> None:
    content, line, says = BROKEN[name]
    file = tmp_path / "deck.ledger"
    file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_ledger(file)
    place = f"{file}:{line}: " if line else f"{file}: "
    assert caught.value.message.startswith(place)
    assert says in caught.value.message
    assert "\n" not in caught.value.message
    assert file.read_bytes() == content


def test_a_ledger_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "deck.ledger").mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        read_ledger(tmp_path / "deck.ledger")


def test_both_sides_of_a_merge_may_know_a_card(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    ours = notes.ledger.read_text("utf-8").splitlines()
    notes.build([replace(cards[0], answer="A named owner"), *cards[1:]])
    theirs = notes.ledger.read_text("utf-8").splitlines()
    both = sorted({*ours, *theirs}, key=lambda line: "make-deck ledger" not in line)
    notes.ledger.write_text("\n".join(both) + "\n", "utf-8")
    known = read_ledger(notes.ledger).records
    assert len(known) == 4
    assert known[notes.settled.cards[0].id].card.answer == "A named owner"


def test_a_full_disk_costs_neither_ledger_nor_package(
    cards: list[Card], notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = notes.build(cards)
    package, ledger = out.read_bytes(), notes.ledger.read_bytes()
    settled = settle(cards[:1], DeckOptions(), read_ledger(notes.ledger), clock=lambda: notes.day)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_deck(settled.cards, out, settled.options, ledger=settled.ledger)
    assert (out.read_bytes(), notes.ledger.read_bytes()) == (package, ledger)
    assert sorted(path.name for path in notes.folder.iterdir()) == [out.name, "deck.ledger"]


def test_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledger_beside(tmp_path) == tmp_path / "deck.ledger"
    assert ledger_beside(tmp_path / "a.md") == tmp_path / "deck.ledger"
    assert check_ledger_place(tmp_path / "deck.ledger")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert not check_ledger_place(tmp_path / "deck.ledger")
    (tmp_path / "deck.ledger").write_text("x")
    with pytest.raises(UserError, match="cannot be brought up to date"):
        check_ledger_place(tmp_path / "deck.ledger")


def test_a_ledger_kept_nowhere(cards: list[Card]) -> None:
    settled = settle(cards, DeckOptions(), Ledger())
    assert [card.id for card in settled.cards] == [card.id for card in identify(cards)]


def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert now() == 1_800_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        now()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert now() > 1_700_000_000


def test_another_subject_in_the_same_words_is_another_card(notes: Notes, make_card: Any) -> None:
    def about(subject: str) -> Card:
        source = f"A {subject} should have an owner, or it will fail on a busy day."
        made: Card = make_card(f"What should a {subject} have?", "An owner", source)
        return made

    notes.build([about("blue team")])
    (old,) = notes.settled.cards
    notes.build([about("blue worker")])
    assert notes.settled.cards[0].id != old.id
    assert [record.id for record in notes.settled.changes.gone] == [old.id]


def test_two_questions_of_a_post_worded_anew_are_told_apart_by_what_they_ask_about(
    notes: Notes, make_card: Any
) -> None:
    subjects = ("second proxy", "shared proxy")
    source = " ".join(f"A {subject} should have no surprises, or it will fail on a busy day." for subject in subjects)
    notes.build([make_card(f"What should a {subject} have?", "No surprises", source) for subject in subjects])
    before = [card.id for card in notes.settled.cards]
    notes.build([make_card(f"What does every {subject} need?", "No surprises", source) for subject in subjects])
    assert [card.id for card in notes.settled.cards] == before
