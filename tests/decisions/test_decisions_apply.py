"""Decisions and the deck: exactly the cards seen, and nothing lost or misapplied when notes and rules change."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.decisions import ADD, DROP, EDIT, KEEP, Decision, change_decisions, on_card, read_decisions
from flashcards.errors import NoCardsError
from flashcards.model import Card
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.result import Result
from flashcards.watcher import Watcher

NOTES = """\
# CacheConf 2031

## Caches in the wild
Ada Example

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

> Next up: lunch.

## Order again

> Set increasing limits: page limit < site limit < network limit.
"""
TIMEOUTS = "Set increasing timeouts: app timeout < nginx timeout < proxy timeout."


class Desk:
    """Somebody with a file of notes, who builds and decides."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "notes.md"
        self.file.write_text(NOTES, "utf-8")
        self.decisions = folder / "deck.decisions"
        self.out = folder / "deck.apkg"
        self.warnings: list[str] = []

    def build(self, **options: Any) -> Result:
        self.warnings.clear()
        _, result = make_deck([self.file], self.out, Options(**options), Watcher(self.warnings.append))
        return result

    def decide(self, verb: str, card: Card, **more: Any) -> None:
        new = replace(on_card(verb, card, "notes.md"), **more)
        change_decisions(self.decisions, lambda by_id: by_id.update({new.id: new}))

    def add(self, **more: Any) -> None:
        about: dict[str, Any] = {
            "event": "CacheConf 2031",
            "talk": "Caches in the wild",
            "post": TIMEOUTS,
            "file": "notes.md",
        }
        new = Decision(ADD, "mine", "Who waits longest?", "The proxy", **{**about, **more})
        change_decisions(self.decisions, lambda by_id: by_id.update(mine=new))

    def rewrite(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), "utf-8")


def said(result: Result) -> list[tuple[str, str]]:
    return [(card.question.removeprefix("Which ").removesuffix("?"), card.answer) for card in result.cards]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


ALL = [
    ("timeout should be largest", "proxy"),
    ("timeout should be smallest", "app"),
    ("limit should be largest", "network"),
    ("limit should be smallest", "page"),
]


def test_exactly_the_cards_decided_on(desk: Desk) -> None:
    first = desk.build()
    assert said(first) == ALL
    desk.decide(DROP, first.cards[0])
    desk.decide(EDIT, first.cards[1], question="Who gives up first?", answer="The app", hint="not the proxy")
    desk.decide(KEEP, first.cards[2])
    desk.add()
    second = desk.build()
    assert said(second) == [("Who gives up first", "The app"), ("Who waits longest", "The proxy"), *ALL[2:]]
    assert [card.id for card in second.cards] == [first.cards[1].id, "mine", first.cards[2].id, first.cards[3].id]
    assert second.cards[0].hint == "not the proxy"
    assert second.cards[1].post.source == TIMEOUTS
    assert [record.id for record in second.changes.gone] == [first.cards[0].id]
    assert desk.warnings == []
    once = desk.out.read_bytes()
    assert not desk.build().changes.any
    assert desk.out.read_bytes() == once


def test_every_output_keeps_to_them_unless_told_not_to(desk: Desk) -> None:
    desk.decide(DROP, desk.build().cards[0])
    out = desk.out.with_suffix(".jsonl")
    make_deck([desk.file], out, Options(), Watcher())
    assert len([json.loads(line) for line in out.read_text("utf-8").splitlines()]) == 3
    assert said(desk.build(curated=False)) == ALL


def test_a_decision_taken_back_gives_the_card_its_id_again(desk: Desk) -> None:
    first = desk.build()
    desk.decide(DROP, first.cards[0])
    desk.build()
    change_decisions(desk.decisions, dict.clear)
    assert [card.id for card in desk.build().cards] == [card.id for card in first.cards]


def test_no_other_card_gets_the_id_of_one_dropped(desk: Desk) -> None:
    first = desk.build()
    desk.decide(DROP, first.cards[0])
    desk.build()
    desk.rewrite("proxy timeout", "router timeout")
    again = desk.build()
    assert first.cards[0].id not in [card.id for card in again.cards]


def test_a_typo_mended_in_the_post_changes_nothing(desk: Desk) -> None:
    first = desk.build()
    desk.decide(DROP, first.cards[0])
    desk.decide(EDIT, first.cards[1], question="Who gives up first?")
    desk.add()
    desk.rewrite("Set increasing timeouts", "Set increassing timeouts")
    assert [question for question, _ in said(desk.build())[:2]] == ["Who gives up first", "Who waits longest"]
    assert desk.warnings == []


def test_another_answer_is_another_card(desk: Desk) -> None:
    first = desk.build()
    desk.decide(DROP, first.cards[0])
    desk.decide(EDIT, first.cards[1], question="Who gives up first?")
    desk.rewrite("app timeout < nginx timeout < proxy timeout", "page timeout < nginx timeout < router timeout")
    result = desk.build()
    assert said(result)[:2] == [("timeout should be largest", "router"), ("timeout should be smallest", "page")]
    assert len(desk.warnings) == 2
    assert all(warning.startswith(f"{desk.decisions}:") for warning in desk.warnings)
    assert len(read_decisions(desk.decisions)) == 2


def test_a_post_that_is_gone(desk: Desk) -> None:
    first = desk.build()
    desk.decide(DROP, first.cards[0])
    desk.decide(EDIT, first.cards[1], question="Who gives up first?")
    desk.add()
    desk.rewrite(TIMEOUTS, "Nothing that was said there before.")
    assert said(desk.build()) == ALL[2:]
    assert len(desk.warnings) == 3
    assert all("its post is gone from the notes" in warning for warning in desk.warnings)


def test_cards_approved_stay_when_the_rules_go(desk: Desk) -> None:
    first = desk.build()
    desk.decide(KEEP, first.cards[0])
    desk.decide(EDIT, first.cards[1], question="Who gives up first?")
    desk.decide(DROP, first.cards[2])
    result = desk.build(without=("comparison-chain",))
    assert said(result) == [ALL[0], ("Who gives up first", "app")]
    assert [card.id for card in result.cards] == [card.id for card in first.cards[:2]]
    (warning,) = desk.warnings
    assert "the rules make no such card any more" in warning


def test_a_card_of_the_talk_itself(desk: Desk) -> None:
    desk.add(post="")
    result = desk.build()
    assert said(result)[2] == ("Who waits longest", "The proxy")
    assert result.cards[2].post.source == ""
    assert result.cards[2].deck == "CacheConf 2031::Caches in the wild"


def test_a_card_written_by_hand_with_the_beginning_of_its_post(desk: Desk) -> None:
    desk.decisions.write_text(
        '[[add]]\nquestion = "Q?"\nanswer = "A"\ntalk = "caches in the wild"\npost = "Set increasing ..."\n', "utf-8"
    )
    result = desk.build()
    assert result.cards[2].post.source == TIMEOUTS
    assert result.cards[2].id == desk.build().cards[2].id


def test_a_moved_talk_takes_its_decisions_along(desk: Desk) -> None:
    desk.decide(DROP, desk.build().cards[0])
    desk.rewrite("## Caches in the wild", "## Caches, tamed")
    assert said(desk.build()) == ALL[1:]
    assert desk.warnings == []


def test_decisions_on_other_notes_are_passed_over(desk: Desk) -> None:
    first = desk.build()
    new = replace(on_card(DROP, first.cards[0], "other.md"), post="Another post altogether.", made_question="What?")
    change_decisions(desk.decisions, lambda by_id: by_id.update({new.id: new}))
    assert said(desk.build()) == ALL
    assert desk.warnings == []


def test_a_card_for_another_fact_has_an_id_of_its_own(desk: Desk) -> None:
    first = desk.build()
    desk.decide(EDIT, first.cards[0], question="What is a proxy for?", answer="Waiting", becomes="other")
    again = desk.build()
    assert again.cards[0].id == "other"
    assert [record.id for record in again.changes.gone] == [first.cards[0].id]


def test_everything_dropped(desk: Desk) -> None:
    for card in desk.build().cards:
        desk.decide(DROP, card)
    with pytest.raises(NoCardsError, match="what it gave was dropped"):
        desk.build()
