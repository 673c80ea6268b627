"""Sentences whose verb the parser takes for a noun, and nouns that it takes rightly for one."""

from __future__ import annotations

import pytest

from flashcards.language.cache import Parser
from tests.language.test_repairs import first, subject_and_verb


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("A label matters if it can change a plan.", "A label", "matter"),
        ("Cold caches matter when a user is waiting for the page.", "Cold caches", "matter"),
        ("Teams drift toward the habits of their neighbours because of the pressure.", "Teams", "drift"),
        ("A job runner wraps calls to a queue and keeps track of the losses.", "A job runner", "wrap"),
        ("Reviews as code means expressing the rules as tests.", "Reviews as code", "mean"),
        ("Machines that are changed in place drift over time.", "Machines that are changed in place", "drift"),
        ("How nurses respond to bad news sets the tone for everyone.", "How nurses respond to bad news", "set"),
        (
            "Replacing hosts on a regular schedule limits how much they can drift.",
            "Replacing hosts on a regular schedule",
            "limit",
        ),
        ("Deep sleep is focused, quiet rest on something that is soft.", "Deep sleep", "be"),
        ("Commands are strongly typed messages expressing a wish.", "Commands", "be"),
        ("Doubt kills speed, because nobody dares to merge.", "Doubt", "kill"),
        ("Writing forces you to think clearly.", "Writing", "force"),
        ("Alerting on burn rate catches both fast and slow failures.", "Alerting on burn rate", "catch"),
        ("Velocity measures capacity.", "Velocity", "measure"),
        ("Event sourcing stores every change.", "Event sourcing", "store"),
        ("Value stream mapping shows where work waits.", "Value stream mapping", "show"),
        ("Whiteboard coding mostly measures how you bear an audience.", "Whiteboard coding", "measure"),
        (
            "Pairing junior engineers with seniors on call spreads knowledge that no wiki holds.",
            "Pairing junior engineers with seniors on call",
            "spread",
        ),
        (
            "Limiting work in progress shortens lead time, because nothing sits half done.",
            "Limiting work in progress",
            "shorten",
        ),
        ("When we split a queue into topics, function calls turn into network calls.", "function calls", "turn"),
    ],
)
def test_a_noun_is_the_verb(text: str, subject: str, verb: str, parser: Parser) -> None:
    assert subject_and_verb(text, parser) == (subject, verb)


def test_a_list_of_objects_stays_together(parser: Parser) -> None:
    units = (
        first("Decision records should have the context, the decision, and the consequences.", parser).clauses[0].units
    )
    assert [len(unit.tokens) for unit in units if unit.role == "object"] == [9]


@pytest.mark.parametrize(
    "text",
    ["Early warning signs of a long night.", "A queue with a limit and a timeout.", "The change in test coverage."],
)
def test_a_phrase_stays_one(text: str, parser: Parser) -> None:
    assert not first(text, parser).clauses
