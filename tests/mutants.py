"""`make mutants`: without any one filter, some example of a rule or the filter's own post gives other cards.

Not one of the tests: the rules' own tests take away each veto; this takes away each filter.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flashcards.candidates import Candidate, candidates_of
from flashcards.language.analysis import analyse
from flashcards.language.cache import Parser
from flashcards.language.sentence import Sentence
from flashcards.one_post import talk_of_text
from flashcards.rulebook import Rule, load_rules
from flashcards.selection import filters
from flashcards.selection.proposal import proposals_of
from flashcards.trial import cards_of, sentences_of
from tests.filter_posts import POSTS

Posts = dict[str, tuple[list[Sentence], frozenset[tuple[str, str]]]]
Read = list[tuple[Rule, frozenset[tuple[str, str]], list[Sentence]]]


@pytest.fixture(scope="module")
def examples(parser: Parser) -> Read:
    """Every example of every rule with its cards, and the silent ones with none."""
    found: Read = []
    for rule in load_rules():
        for example in (*rule.examples, *rule.silent):
            found.append((rule, frozenset(example.cards), sentences_of(example, parser)))
    return found


@pytest.fixture(scope="module")
def posts(parser: Parser) -> Posts:
    """The post of each filter that has one, and its cards."""
    found: Posts = {}
    for name, text in POSTS.items():
        (sentences,) = analyse([talk_of_text(text, "Reviews")], parser).values()
        found[name] = (sentences, passing(sentences))
    return found


def passing(sentences: list[Sentence]) -> frozenset[tuple[str, str]]:
    """What of a post passes every filter, by all rules."""
    return frozenset((card.question, card.answer) for card, _ in proposals_of(candidates_of(sentences, load_rules())))


@pytest.mark.parametrize("check", filters.FILTERS, ids=lambda check: check.__name__)
def test_every_filter_is_needed(
    check: Callable[[Candidate], str], examples: Read, posts: Posts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "FILTERS", tuple(other for other in filters.FILTERS if other is not check))
    name = check.__name__
    assert (name in posts and passing(posts[name][0]) != posts[name][1]) or any(
        cards_of(rule, sentences) != cards for rule, cards, sentences in examples
    )
