"""The labels of cards can be relied upon, and the report counts what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.model import Card, Event, Post, Talk
from tests.quality import LABELS, Label, read_labels, report

POST = Post("A queue is a buffer.", (), 5)
TALK = Talk("Queues", Event("QueueConf"), (POST,), Path("q.md"), 1)
CARD = Card("What is a queue?", "A buffer", "definition", "definition", TALK, POST)


def test_no_card_is_labelled_twice() -> None:
    keys = [label.key for label in read_labels()]
    assert len(keys) == len(set(keys))


def test_there_are_good_and_bad_labels() -> None:
    labels = read_labels()
    assert len(labels) >= 50
    assert 0 < sum(1 for label in labels if label.fails) < len(labels)


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        "[]",
        '{"talk": "Queues", "question": "What?", "answer": "That"}',
        '{"talk": "Queues", "question": "What?", "answer": "That", "acceptable": false}',
        '{"talk": "Queues", "question": "What?", "answer": "That", "acceptable": true, "fails": "alone", "why": "no"}',
        '{"talk": "Queues", "question": "What?", "answer": "That", "acceptable": false, "fails": "looks", "why": "no"}',
        '{"talk": "Queues", "question": "What?", "answer": "That", "acceptable": false, "fails": "alone"}',
    ],
)
def test_what_is_no_label_is_refused_at_its_line(tmp_path: Path, line: str) -> None:
    good = next(iter(LABELS.glob("*.jsonl"))).read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "a.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.jsonl:2: "):
        read_labels(tmp_path)


def test_the_report_counts_good_bad_and_unread() -> None:
    cards = [CARD, replace(CARD, question="Why?"), replace(CARD, question="Who?")]
    labels = [
        Label("Queues", "What is a queue?", "A buffer"),
        Label("Queues", "Why?", "A buffer", "natural", "It is no question."),
        Label("Queues", "Where?", "A buffer", "natural", "No longer made."),
    ]
    lines = list(report(cards, labels))
    assert lines[0] == "3 cards: 1 acceptable, 50% of those read; 1 bad; 1 not read yet"
    assert lines[1:] == [
        "    1 is no natural English question",
        "bad: q.md:5: Why? -> A buffer [definition]",
        "     natural: It is no question.",
        "not read: q.md:5: Who? -> A buffer [definition]",
    ]


def test_a_label_is_for_the_very_words_of_a_card() -> None:
    labels = [Label("Queues", "What is a queue?", "A buffer")]
    assert "1 not read yet" in next(report([replace(CARD, answer="a buffer")], labels))
