"""Single words that the parser hangs on the wrong word."""

from __future__ import annotations

import pytest

from flashcards.language.cache import Parser
from tests.language.test_repairs import first, words_of


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Put a pooler in front before you go live, not during the outage.", "condition", "before you go live"),
        ("Move security left.", "object", "security"),
        ("Adoption only means something when people are able to say no.", "object", "something"),
        ("Builds are slow in part because nobody caches anything.", "reason", "in part because nobody caches anything"),
        ("Builds are slow mostly because nobody caches anything.", "reason", "mostly because nobody caches anything"),
    ],
)
def test_a_unit_holds_its_words(text: str, role: str, words: str, parser: Parser) -> None:
    assert words_of(role, text, parser) == words


def test_what_it_is_not_is_denied(parser: Parser) -> None:
    assert first("Chaos engineering isn't breaking things at random.", parser).clauses[0].negated
