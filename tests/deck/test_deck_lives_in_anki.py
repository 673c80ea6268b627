"""Cards studied in the real Anki, notes changed, package imported again with default options: nothing is lost.

The first part has tests for what Anki does on importing again, the second for each change of the notes. The frozen note
type is in test_deck_in_anki.py, ways back in test_deck_extras.py, files and command in test_deck_whole_way_in_anki.py,
random edits in test_deck_any_edits.py. A line of the README's table has its test in one of these.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions
from flashcards.deck.changes import search
from flashcards.model import Card, Event, Talk
from tests.deck.learner import Learner, Notes, rewritten

pytest.importorskip("anki")


@pytest.fixture
def studied(cards: list[Card], notes: Notes, learner: Learner) -> list[Card]:
    """The four cards, imported, each answered another number of times, the last one edited and tagged."""
    learner.imports(notes.build(cards))
    learner.studies(notes.settled.cards)
    learner.edits(notes.settled.cards[3], "my own remark")
    return notes.settled.cards


def unedited(learner: Learner, card: Card) -> None:
    note = learner.note(card)
    assert note["Extra"] == "my own remark"
    assert "mine" in note.tags


def in_talk(card: Card, **changes: Any) -> Card:
    return replace(card, talk=replace(card.talk, **changes))


# What Anki does


def test_a_changed_note_is_replaced_and_keeps_its_schedule(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    log = learner.imports(notes.build([replace(studied[0], answer="A named owner"), *studied[1:]]))
    assert [len(log.new), len(log.updated), len(log.conflicting)] == [0, 1, 0]
    assert learner.note(studied[0])["Answer"] == "A named owner"
    assert learner.history() == before
    unedited(learner, studied[3])


def test_notes_that_did_not_change_are_left_alone(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    log = learner.imports(notes.build(studied))
    assert not log.new
    assert not log.updated
    assert learner.history() == before
    unedited(learner, studied[3])


def test_a_new_style_arrives_and_an_unchanged_one_leaves_the_learners_own(
    studied: list[Card], notes: Notes, learner: Learner
) -> None:
    models = learner.collection.models
    learner.imports(notes.build(studied, DeckOptions(look="paper")))
    assert "Palatino" in models.by_name("Conference notes")["css"]
    own = models.by_name("Conference notes")
    own["css"] += "\n.card { color: rebeccapurple; }"
    models.update_dict(own)
    log = learner.imports(
        notes.build([replace(studied[0], answer="Its owner"), *studied[1:]], DeckOptions(look="paper"))
    )
    assert len(log.updated) == 1
    assert "rebeccapurple" in models.by_name("Conference notes")["css"]
    assert len([m for m in models.all_names_and_ids() if "Conference" in m.name]) == 1


def test_a_card_stays_in_the_deck_where_the_learner_put_it(studied: list[Card], notes: Notes, learner: Learner) -> None:
    own = learner.collection.decks.id("Mine")
    learner.collection.set_deck([learner.note(studied[0]).cards()[0].id], own)
    learner.imports(notes.build([replace(studied[0], answer="A named owner"), *studied[1:]]))
    assert learner.history()[studied[0].question][3] == "Mine"


def test_a_note_gone_from_the_notes_stays_and_can_be_found(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    learner.imports(notes.build(studied[1:]))
    assert learner.history() == before
    assert [record.id for record in notes.settled.changes.gone] == [studied[0].id]
    (found,) = learner.collection.find_notes(search([studied[0].id]))
    assert learner.collection.get_note(found)["Id"] == studied[0].id


def test_gone_cards_are_retired_when_asked_once(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    notes.build(studied[1:])
    log = learner.imports(notes.build(studied[1:], ship_retired=True))
    assert [len(log.new), len(log.updated)] == [0, 1]
    (found,) = learner.collection.find_notes("tag:retired")
    assert learner.collection.get_note(found)["Id"] == studied[0].id
    assert "<mark>" in learner.collection.get_note(found)["Context"]
    assert learner.history() == before
    assert not learner.imports(notes.build(studied[1:], ship_retired=True)).updated
    assert not notes.settled.retired
    # Back in the notes: the same card again, and no longer retired.
    log = learner.imports(notes.build(studied))
    assert [len(log.new), len(log.updated)] == [0, 1]
    assert not learner.collection.find_notes("tag:retired")
    assert learner.history() == before


def test_a_deck_renamed_in_anki_keeps_its_cards_and_new_ones_come_under_the_notes_name(
    studied: list[Card], notes: Notes, learner: Learner, make_card: Any
) -> None:
    decks = learner.collection.decks
    decks.rename(decks.by_name(studied[0].deck), "Mine::Caches")
    extra = make_card("What do gardeners like?", "Rain", "Gardeners like rain more than other people do.", line=2)
    log = learner.imports(notes.build([replace(studied[0], answer="A named owner"), *studied[1:], extra]))
    assert [len(log.new), len(log.updated)] == [1, 1]
    places = {question: history[3] for question, history in learner.history().items()}
    assert places[studied[0].question] == places[studied[1].question] == "Mine::Caches"
    assert places[extra.question] == extra.deck


def test_cards_join_a_deck_that_already_has_the_name(cards: list[Card], notes: Notes, learner: Learner) -> None:
    own = learner.collection.decks.id(cards[0].deck)
    learner.imports(notes.build(cards))
    assert {card.did for card in learner.note(notes.settled.cards[0]).cards()} == {own}


def test_colons_in_a_title_make_no_level(notes: Notes, learner: Learner, make_card: Any) -> None:
    learner.imports(notes.build([make_card(title="std::move :: and friends:")]))
    names = [deck.name for deck in learner.collection.decks.all_names_and_ids()]
    (name,) = (name for name in names if name.startswith("CacheConf 2031::"))
    assert name.count("::") == 1


def test_templates_of_ones_own_arrive_at_cards_studied(
    studied: list[Card], notes: Notes, learner: Learner, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "front.html").write_text("<h1>{{Question}}</h1>", "utf-8")
    before = learner.history()
    log = learner.imports(notes.build(studied, DeckOptions(templates=own)))
    assert [len(log.new), len(log.updated), len(log.conflicting)] == [0, 0, 0]
    assert f"<h1>{studied[0].question}</h1>" in learner.note(studied[0]).cards()[0].question()
    assert learner.history() == before
    unedited(learner, studied[3])


def test_a_decks_own_description_survives(studied: list[Card], notes: Notes, learner: Learner) -> None:
    decks = learner.collection.decks
    deck = decks.by_name(studied[0].deck)
    deck["desc"] = "mine"
    decks.save(deck)
    learner.imports(notes.build([replace(studied[0], answer="A named owner"), *studied[1:]]))
    assert decks.by_name(studied[0].deck)["desc"] == "mine"


# What happens to the notes


def settled_as(notes: Notes, learner: Learner, studied: list[Card], now: list[Card], package: Path) -> None:
    """Every card has its own history after the import, whatever it is called now."""
    before = learner.repetitions()
    history = learner.history()
    log = learner.imports(package)
    by_id = {card.id: card for card in notes.settled.cards}
    for number, card in enumerate(studied, start=1):
        if card.id in by_id:
            question = learner.note(card)["Question"]
            assert learner.repetitions()[question] == number
            if question in history:
                assert learner.history()[question] == history[question]
    assert not log.conflicting
    assert len(by_id) == len(now)
    assert learner.collection.note_count() == len(before) + len(set(by_id) - {card.id for card in studied})
    unedited(learner, studied[3])


def test_a_typo_mended_in_the_post(studied: list[Card], notes: Notes, learner: Learner) -> None:
    learner_sees = [rewritten(card, old="stale prices", new="stale price lists") for card in studied]
    package = notes.build(learner_sees)
    settled_as(notes, learner, studied, learner_sees, package)
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]
    assert learner.note(studied[1])["Answer"] == "Because it will keep stale price lists"


def test_a_question_worded_better(studied: list[Card], notes: Notes, learner: Learner) -> None:
    now = [
        replace(studied[0], question="What does every cache need?", rule="better"),
        replace(studied[1], question="What is the owner of a cache good for?"),
        *studied[2:],
    ]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]
    assert [record.card.question for record, _ in notes.settled.changes.changed] == [
        card.question for card in studied[:2]
    ]


def test_a_post_rewritten(studied: list[Card], notes: Notes, learner: Learner) -> None:
    source = "A cache should always have an owner; without one nobody notices that it will keep stale prices."
    now = [
        *(replace(card, post=replace(card.post, source=source)) for card in studied[:2]),
        *studied[2:],
    ]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]


def test_posts_inserted_reordered_and_deleted(
    studied: list[Card], notes: Notes, learner: Learner, make_card: Any
) -> None:
    extra = make_card("What do gardeners like?", "Rain", "Gardeners like rain more than other people do.", line=2)
    now = [studied[3], extra, studied[2], studied[0]]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.changes.new] == [notes.settled.cards[1].id]
    assert [record.id for record in notes.settled.changes.gone] == [studied[1].id]


def test_a_card_before_others_of_its_post(studied: list[Card], notes: Notes, learner: Learner) -> None:
    first = replace(studied[0], question="What will a cache without an owner keep?", answer="Stale prices", id="")
    now = [first, *studied]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards[1:]] == [card.id for card in studied]


def test_a_card_in_place_of_another_is_a_new_one(studied: list[Card], notes: Notes, learner: Learner) -> None:
    other = replace(studied[0], question="What will a cache without an owner keep?", answer="Stale prices", id="")
    now = [other, *studied[1:]]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert notes.settled.cards[0].id not in {card.id for card in studied}


def test_a_talk_renamed(studied: list[Card], notes: Notes, learner: Learner) -> None:
    now = [in_talk(card, title="Owning caches") for card in studied[:2]] + studied[2:]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]
    assert [record.id for record, _ in notes.settled.changes.moved] == [card.id for card in studied[:2]]


def test_a_talk_renamed_while_its_posts_are_mended(studied: list[Card], notes: Notes, learner: Learner) -> None:
    now = [rewritten(in_talk(card, title="Owners"), old="Every cache", new="Each cache") for card in studied[:2]]
    now += studied[2:]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]


def test_a_talk_moved_to_another_file_and_event(studied: list[Card], notes: Notes, learner: Learner) -> None:
    def moved(talk: Talk) -> dict[str, Any]:
        return {"file": notes.folder / "b.md", "line": 90, "event": Event("CacheConf 2032", talk.event.dates)}

    now = [in_talk(card, **moved(card.talk)) for card in studied[:2]] + studied[2:]
    settled_as(notes, learner, studied, now, notes.build(now))
    assert [card.id for card in notes.settled.cards] == [card.id for card in studied]


def test_without_a_ledger_the_common_case_matches(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    notes.ledger.unlink()
    log = learner.imports(notes.build(studied))
    assert not log.new
    assert not log.updated
    notes.ledger.unlink()
    mended = [rewritten(card, old="an owner, or it will", new="an own owner or will") for card in studied]
    assert mended[0].post != studied[0].post
    assert not learner.imports(notes.build(mended)).new
    assert learner.history() == before
    unedited(learner, studied[3])


def test_of_an_edit_and_a_later_change_the_later_wins(studied: list[Card], notes: Notes, learner: Learner) -> None:
    before = learner.history()
    # The edit was made two hours ago, the notes are built one hour ago.
    learner.collection.db.execute("update notes set mod = ?", int(time.time()) - 7200)
    notes.day = int(time.time()) - 3600 - 86_400
    learner.imports(notes.build([*studied[:3], replace(studied[3], answer="Work that lasts not")]))
    note = learner.note(studied[3])
    assert note["Answer"] == "Work that lasts not"
    assert note["Extra"] == ""
    assert learner.history() == before
    learner.edits(studied[3], "later still")
    learner.imports(notes.build([*studied[:3], replace(studied[3], answer="Work that lasts not")]))
    assert learner.note(studied[3])["Extra"] == "later still"


def test_a_leech_still_gets_its_mend(studied: list[Card], notes: Notes, learner: Learner) -> None:
    # Anki changes the note when it tags a leech: a time of change that only counts up would be too early.
    note = learner.note(studied[0])
    note.tags.append("leech")
    learner.collection.update_note(note)
    notes.day = int(time.time())
    learner.imports(notes.build([replace(studied[0], answer="A named owner"), *studied[1:]]))
    assert learner.note(studied[0])["Answer"] == "A named owner"
