"""Sentences that begin with a doing, which the parser takes for all there is to say."""

from __future__ import annotations

import pytest

from flashcards.language.cache import Parser
from tests.language.test_repairs import first


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        (
            "Keeping tests in the same folder as the code means that they can be changed together.",
            "Keeping tests in the same folder as the code",
            "means",
        ),
        ("Handing them goals gives a better chance of clarity.", "Handing them goals", "gives"),
        ("Cleaning old mailboxes gets easier.", "Cleaning old mailboxes", "gets"),
    ],
)
def test_the_doing_is_the_subject(text: str, subject: str, verb: str, parser: Parser) -> None:
    clause = first(text, parser).clauses[0]
    assert clause.parse.text(clause.subject) == subject
    assert clause.parse.words[clause.verb] == verb


@pytest.mark.parametrize(
    "text",
    [
        "Opening the second day with a talk full of jokes.",
        "Starting the morning with somebody who has run a farm.",
        "Wondering why it is like this.",
    ],
)
def test_what_says_nothing_of_a_doing_stays(text: str, parser: Parser) -> None:
    assert all(clause.subject_kind != "clause" for clause in first(text, parser).clauses)
