"""Where the parser hangs a reason on the wrong words, and what is left alone."""

from __future__ import annotations

import pytest

from flashcards.language.analysis import analyse
from flashcards.language.cache import Parser
from flashcards.language.clause import Clause
from flashcards.one_post import talk_of_text


def only_clause(text: str, parser: Parser) -> Clause:
    (sentences,) = analyse([talk_of_text(text, "Reviews")], parser).values()
    (clause,) = sentences[0].clauses
    return clause


def unit_text(clause: Clause, role: str) -> str:
    unit = clause.unit(role)
    return "" if unit is None else clause.parse.text(unit.tokens)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "New people can use traces to learn how a system fits together, since traces show what runs.",
            "since traces show what runs",
        ),
        (
            "Take-home exercises have issues also, since few people have free evenings.",
            "since few people have free evenings",
        ),
        (
            "Shared queues are hard for small teams, since being interruptible is part of the job.",
            "since being interruptible is part of the job",
        ),
    ],
)
def test_a_reason_is_the_whole_clauses(text: str, reason: str, parser: Parser) -> None:
    assert unit_text(only_clause(text, parser), "reason") == reason


def test_what_is_done_is_done_for_the_reason(parser: Parser) -> None:
    clause = only_clause("New people can use traces to see how it fits, since traces show what runs.", parser)
    assert unit_text(clause, "purpose") == "to see how it fits"


def test_without_a_comma_a_reason_stays_where_it_hangs(parser: Parser) -> None:
    clause = only_clause("New people can use traces to see what breaks because queues fill.", parser)
    assert unit_text(clause, "purpose") == "to see what breaks because queues fill"


def test_what_is_written_down_is_not_why(parser: Parser) -> None:
    clause = only_clause("Write down why you chose it, so that you know when to revisit it.", parser)
    assert unit_text(clause, "content") == "why you chose it"
    assert unit_text(clause, "purpose") == "so that you know when to revisit it"
