"""Ids without a ledger: the same for the same post, whatever its cards say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import genanki
from hypothesis import given
from hypothesis import strategies as st

from flashcards.deck import identify
from flashcards.deck.package import guid
from flashcards.model import Card


def ids(cards: list[Card]) -> list[str]:
    return [card.id for card in identify(cards)]


def test_ids_are_distinct_and_repeatable(cards: list[Card]) -> None:
    assert len(set(ids(cards))) == 4
    assert ids(list(cards)) == ids(cards)


def test_ids_do_not_depend_on_question_rule_place_or_markup(cards: list[Card]) -> None:
    before = ids(cards)
    assert ids([replace(card, question="Eh?", rule="other", kind="x") for card in cards]) == before
    marked = [replace(card, answer=f"{card.answer[0].lower()}{card.answer[1:]}.") for card in cards]
    assert ids(marked) == before
    moved = [replace(card, post=replace(card.post, line=card.post.line + 9)) for card in cards]
    assert ids(moved) == before
    filed = [replace(card, talk=replace(card.talk, file=Path("elsewhere.md"), line=1)) for card in cards]
    assert ids(filed) == before
    source = "every **cache** should have an owner or it will keep _stale_ prices @ada #Other https://x.test/1"
    assert ids([replace(card, post=replace(card.post, source=source)) for card in cards[:2]]) == before[:2]


def test_posts_inserted_and_reordered_leave_ids_alone(cards: list[Card], make_card: Any) -> None:
    before = {card.question: card.id for card in identify(cards)}
    extra = make_card("New?", "yes", "A wholly different remark about gardening tools.", line=1)
    after = {card.question: card.id for card in identify([cards[3], extra, *cards[:3]])}
    assert {question: after[question] for question in before} == before


def test_a_card_before_others_of_its_post_shifts_none(cards: list[Card]) -> None:
    before = ids(cards)
    first = replace(cards[0], question="What goes stale without an owner?", answer="prices")
    assert ids([first, *cards])[1:] == before


def test_the_same_answer_twice_in_a_post_is_told_apart_by_the_question(make_card: Any) -> None:
    two = [make_card("What goes first?"), make_card("What goes last?")]
    assert ids(two) == ids(list(reversed(two)))[::-1]
    assert len(set(ids(two))) == 2


def test_most_small_mends_keep_the_id(make_card: Any) -> None:
    source = "Reviewing smaller changes often finds deeper problems sooner because reviewers still have attention left"
    words = source.split()
    (before,) = ids([make_card(source=source)])
    mended = [" ".join([*words[:n], f"{words[n]}s", *words[n + 1 :]]) for n in range(len(words))]
    same = [ids([make_card(source=text)]) == [before] for text in mended]
    assert sum(same) >= len(words) // 2


def test_the_same_words_twice_are_told_apart(make_card: Any) -> None:
    assert len(set(ids([make_card(line=7), make_card(line=9), make_card(line=11)]))) == 3


def test_talks_and_events_are_told_apart(make_card: Any) -> None:
    same = [make_card(), make_card(title="Another talk"), make_card(event="Another event")]
    assert len(set(ids(same))) == 3


@given(st.text("0123456789abcdef", min_size=1, max_size=16))
def test_the_guid_is_genankis(card_id: str) -> None:
    assert guid(card_id) == genanki.guid_for("make-deck", card_id)
