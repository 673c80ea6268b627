"""Clauses, rows and subjects that the parser hangs on the wrong word."""

from __future__ import annotations

import pytest

from flashcards.language.cache import Parser
from tests.language.test_repairs import first, subject_and_verb, words_of


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Decide which workloads need it before the move.", "content", "which workloads need it before the move"),
        ("Decide which services need redesign.", "content", "which services need redesign"),
        (
            "Mutation testing checks whether your tests would catch a bug.",
            "content",
            "whether your tests would catch a bug",
        ),
        ("A runbook describes how to mend a known failure.", "content", "how to mend a known failure"),
        ("Fuzzing generates inputs you'd never think of.", "object", "inputs you'd never think of"),
        (
            "Shortening a release takes small batches, honest estimates, and load tests.",
            "object",
            "small batches, honest estimates, and load tests",
        ),
        ("An audit exposes hidden links and stray tabindexes.", "object", "hidden links and stray tabindexes"),
        ("Approval boards slow down delivery.", "object", "delivery"),
        ("Access should be limited so that we can trust the data.", "purpose", "so that we can trust the data"),
        (
            "State should be kept small so the nightly job can be trusted.",
            "purpose",
            "so the nightly job can be trusted",
        ),
        ("Feature flags decouple deployment from release.", "object", "deployment"),
        ("Services should be short, explained, and owned.", "complement", "short, explained, and owned"),
    ],
)
def test_a_part_holds_its_words(text: str, role: str, words: str, parser: Parser) -> None:
    assert words_of(role, text, parser) == words


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Feature flags decouple deployment from release.", "Feature flags", "decouple"),
        ("Shipping fun modes sooner comes from throwing out dull prototypes.", "Shipping fun modes sooner", "come"),
        ("Secret of a good review is patience.", "Secret of a good review", "be"),
        ("WebAIM found failures on most home pages.", "WebAIM", "find"),
        ("Explaining something exposes the gaps in what you know.", "Explaining something", "expose"),
        ("A sustainable on-call rotation needs six people.", "A sustainable on-call rotation", "need"),
        ("Perfect test scores point to a leak.", "Perfect test scores", "point"),
        ("Gathering data first matters, because guesses are cheap.", "Gathering data first", "matter"),
        ("When security is the team that says no, people learn not to ask.", "people", "learn"),
        ("To convince managers, you need a story.", "you", "need"),
        ("Colour palettes have to be rethought for dark mode.", "Colour palettes", "have"),
    ],
)
def test_the_subject_is_found(text: str, subject: str, verb: str, parser: Parser) -> None:
    assert subject_and_verb(text, parser) == (subject, verb)


@pytest.mark.parametrize(
    "text",
    ["A flooded team is too buried to answer a question.", "A plan leads from loose aids to linked descriptions."],
)
def test_no_purpose(text: str, parser: Parser) -> None:
    assert all(clause.unit("purpose") is None for clause in first(text, parser).clauses)


def test_what_is_denied_of_two_deeds_is_denied_of_each(parser: Parser) -> None:
    clauses = first("Tutors can't sit and compose each sentence.", parser).clauses
    assert [clause.negated for clause in clauses] == [True, True]


def test_what_stands_in_a_comparison_is_a_kind(parser: Parser) -> None:
    clause = first("Teams measure their plans against the use studies vendors publish.", parser).clauses[0]
    assert clause.unit("content") is None
