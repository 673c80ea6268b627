"""Question and answer put back together give the clause: no negation, limit or word of content gets lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.candidates import Candidate, candidates_of
from flashcards.generation.worked import work
from flashcards.language.analysis import analyse
from flashcards.language.cache import Parser
from flashcards.one_post import talk_of_text
from flashcards.options import Options
from flashcards.reading import read_notes
from flashcards.rulebook import Rule, load_rules
from flashcards.selection import choose
from flashcards.selection.limits import ALL
from tests.round_trip import lost

ROOT = Path(__file__).resolve().parents[1]
RULES = load_rules()
# What a rule says in other words on purpose.
REWORDED = {
    "content": {"means", "mean"},  # asked as what it implies
    "determines": {"depends"},
    "both": {"both"},
    "not-until": {"not", "n't", "never", "anything", "until"},
    "includes-items": {"include"},
    "who-is": {"person", "one"},  # who does it is asked
    "agent": {"get", "gets"},  # "get read by" is asked in the active
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_example_loses_what_its_clause_says(rule: Rule, parser: Parser) -> None:
    for example in rule.examples:
        (sentences,) = analyse([talk_of_text(example.text, example.talk, example.speakers)], parser).values()
        for card in choose(candidates_of(sentences, [rule]), limits=ALL):
            missing = set(lost(card)) - REWORDED.get(rule.name, set())
            assert not missing, f"{card.question} -> {card.answer} leaves out {missing} of {card.sentence.text!r}"


@pytest.mark.parametrize("notes", ["notes", "tests/notes"])
def test_no_card_of_notes_loses_what_its_clause_says(notes: str) -> None:
    found = [card for worked in work(read_notes([ROOT / notes]), Options(cache=False)) for card in worked.chosen]
    assert len(found) > 10
    missing = {card.question: set(lost(card)) - REWORDED.get(card.rule.name, set()) for card in found}
    assert {question: words for question, words in missing.items() if words} == {}


@pytest.mark.parametrize(
    ("text", "question", "answer", "missing"),
    [
        ("A cache must never hold passwords.", "What must a cache hold?", "Passwords", ["never"]),
        ("A cache can often hide a slow query.", "What does a cache hide?", "A slow query", ["can", "often"]),
        ("Only the owner empties a cache.", "Who empties a cache?", "The owner", ["Only"]),
        ("A cache doesn't replace an index.", "What does a cache replace?", "An index", ["n't"]),
        ("A shared cache hides a slow query.", "What does a cache hide?", "A query", ["shared", "slow"]),
        ("A cache hides a slow query.", "What does a cache hide?", "A slow query", []),
        ("A cache shouldn't be shared.", "What shouldn't a cache be?", "Shared", []),
    ],
)
def test_what_is_lost_is_noticed(text: str, question: str, answer: str, missing: list[str], parser: Parser) -> None:
    (sentences,) = analyse([talk_of_text(text)], parser).values()
    clause = sentences[0].clauses[0]
    card = Candidate(question, answer, RULES[0], sentences[0], clause)
    assert lost(card) == missing
    assert lost(replace(card, clause=None)) == []
