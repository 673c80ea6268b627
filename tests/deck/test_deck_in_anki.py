"""What the real Anki makes of the package."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, identify, tags_for, write_deck
from flashcards.deck.fields import FIELDS, field_values
from flashcards.model import Card, Speaker

pytest.importorskip("anki")


def bring_in(collection: Any, package: Path) -> Any:
    from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    collection.models._clear_cache()
    return log


def build(cards: list[Card], out: Path, options: DeckOptions | None = None) -> Path:
    write_deck(cards, out, options or DeckOptions())
    return out


def note_of(collection: Any, card: Card) -> Any:
    (note_id,) = collection.find_notes(f"Id:{card.id}")
    return collection.get_note(note_id)


def body(rendered: str) -> str:
    return re.sub(r"<style>.*?</style>", "", rendered, flags=re.DOTALL)


def test_decks_notes_cards_fields_and_tags_arrive(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    log = bring_in(collection, build(cards, tmp_path / "a.apkg"))
    assert len(log.new) == 4
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert names >= {"CacheConf 2031::Caches in the wild", "CacheConf 2031::Limits", "OpsDay::Caches in the wild"}
    assert collection.card_count() == 4
    for card in cards:
        note = note_of(collection, card)
        assert dict(note.items()) == field_values(card)
        assert set(note.tags) == set(tags_for(card))
        (anki_card,) = note.cards()
        assert collection.decks.name(anki_card.did) == card.deck


def test_the_note_type_is_the_frozen_one(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    bring_in(collection, build(identify(cards), tmp_path / "a.apkg"))
    note_type = collection.models.by_name("Conference notes")
    assert note_type["id"] == 1_748_213_905_117
    expected = [(name, 4_109_520_771_000 + n) for n, name in enumerate(FIELDS)]
    assert [(field["name"], field["id"]) for field in note_type["flds"]] == expected
    templates = [(template["name"], template["id"]) for template in note_type["tmpls"]]
    assert templates == [("Question", 6_380_117_204_000), ("Reverse", 6_380_117_204_001)]


@pytest.mark.parametrize("look", ["plain", "paper", "terminal"])
def test_both_sides_of_each_card_render(look: str, cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    bring_in(collection, build(cards, tmp_path / "a.apkg", DeckOptions(look=look)))
    for card in cards:
        (anki_card,) = note_of(collection, card).cards()
        front, back = body(anki_card.question()), body(anki_card.answer())
        for side in (front, back):
            assert "{{" not in side
            assert "template" not in side.lower()
            assert "[[" not in side
        assert card.question in front
        assert card.answer not in front
        assert f'<div class="answer">{card.answer}</div>' in back
        assert "<hr id=answer>" in back
        assert "<mark>" in back
        assert card.talk.title in back


def test_cards_come_in_the_order_given_and_can_be_studied(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    bring_in(collection, build(cards, tmp_path / "a.apkg"))
    dues = [note_of(collection, card).cards()[0].due for card in cards]
    assert dues == sorted(dues)
    assert len(set(dues)) == len(dues)
    collection.decks.select(collection.decks.id("CacheConf 2031"))
    first = collection.sched.getCard()
    assert first.note()["Id"] == cards[0].id
    first.start_timer()
    collection.sched.answerCard(first, 3)
    assert collection.get_card(first.id).reps == 1


def test_importing_the_same_again_keeps_edits_and_schedule(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    bring_in(collection, build(cards, tmp_path / "a.apkg"))
    note = note_of(collection, cards[0])
    note["Extra"] = "my own remark"
    note.tags.append("mine")
    collection.update_note(note)
    collection.decks.select(collection.decks.id("CacheConf 2031"))
    studied = collection.sched.getCard()
    studied.start_timer()
    collection.sched.answerCard(studied, 3)
    again = build(cards, tmp_path / "b.apkg")
    assert again.read_bytes() == (tmp_path / "a.apkg").read_bytes()
    log = bring_in(collection, again)
    assert not log.new
    assert not log.updated
    assert collection.note_count() == 4
    assert note_of(collection, cards[0])["Extra"] == "my own remark"
    assert "mine" in note_of(collection, cards[0]).tags
    assert collection.get_card(studied.id).reps == 1


def test_a_newer_note_is_taken_over_and_the_rest_left_alone(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    bring_in(collection, build(cards, tmp_path / "a.apkg"))
    changed = [replace(cards[0], answer="A named owner"), *cards[1:]]
    options = DeckOptions(modified={cards[0].id: 1_900_000_000})
    log = bring_in(collection, build(changed, tmp_path / "b.apkg", options))
    assert len(log.updated) == 1
    assert not log.new
    assert note_of(collection, cards[0])["Answer"] == "A named owner"


def test_cards_added_before_others_disturb_none(
    cards: list[Card], collection: Any, tmp_path: Path, make_card: Any
) -> None:
    bring_in(collection, build(identify(cards), tmp_path / "a.apkg"))
    first = make_card("What is first?", "this", "Something else was said before everything.", line=5)
    more = identify([first, *cards])
    log = bring_in(collection, build(more, tmp_path / "b.apkg"))
    assert len(log.new) == 1
    assert not log.updated
    assert not log.conflicting
    assert [note_of(collection, card)["Question"] for card in more] == [card.question for card in more]


def test_two_packages_live_side_by_side(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    cards = identify(cards)
    bring_in(collection, build(cards[:2], tmp_path / "a.apkg"))
    log = bring_in(collection, build(cards[2:], tmp_path / "b.apkg"))
    assert len(log.new) == 2
    assert collection.note_count() == 4
    assert collection.card_count() == 4
    assert len([m for m in collection.models.all_names_and_ids() if "Conference" in m.name]) == 1


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> </div></blockquote> & &lt; \" ' "
    "[sound:x.mp3] [latex]x[/latex] [$]x[/$] [anki:play:q:0] \\(x\\) \\[x\\] {{c1::x}} {{Question}} {{/Hint}} }} {{ "
    "a\x1fb\x00c\x07d `[sound:y.mp3]` <!-- ![p](https://pictures.test/p.png) [l](javascript:alert(1))"
)


def test_hostile_text_is_text_everywhere(collection: Any, tmp_path: Path, make_card: Any) -> None:
    card = make_card(
        HOSTILE, HOSTILE, HOSTILE, title=HOSTILE, event=HOSTILE, speakers=(Speaker(HOSTILE, HOSTILE),), rule=HOSTILE,
        kind=HOSTILE, hint=HOSTILE, extra=HOSTILE, date=HOSTILE, url="javascript:alert(1)", tags=(HOSTILE, "marked"),
    )  # fmt: skip
    identified = identify([card])
    log = bring_in(collection, build(identified, tmp_path / "a.apkg"))
    assert len(log.new) == 1
    note = note_of(collection, identified[0])
    assert len(note.fields) == len(FIELDS)
    (anki_card,) = note.cards()
    front, back = body(anki_card.question()), body(anki_card.answer())
    for side in (front, back):
        for bad in ("<script", "<img", "[sound", "[latex", "[$]", "[anki:", "{{", "\\(", "\\[", "<!--", "\x1f", "\x00"):
            assert bad not in side, bad
        assert 'href="javascript' not in side
    assert not anki_card.question_av_tags()
    assert not anki_card.answer_av_tags()
    assert back.count("<div") == back.count("</div")
    assert back.count("<blockquote") == back.count("</blockquote")
    assert " " not in "".join(note.tags)
    assert "marked" not in note.tags


def test_a_users_own_front_and_style_render(cards: list[Card], collection: Any, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "front.html").write_text(
        '[% extends "builtin/front.html" %][% block question %]<h1>{{text:Question}}</h1>[% endblock %]'
    )
    (own / "style.css").write_text("[% extends look %][% block light %][[ super() ]]--accent: #c0ffee;[% endblock %]")
    cards = identify(cards)
    bring_in(collection, build(cards, tmp_path / "a.apkg", DeckOptions(templates=own, look="paper")))
    assert collection.card_count() == 4
    (anki_card,) = note_of(collection, cards[0]).cards()
    front = anki_card.question()
    assert f"<h1>{cards[0].question}</h1>" in front
    assert "--accent: #c0ffee" in front
    assert "Palatino" in front
