"""Every rule's proof: its examples come out exactly, its silent examples stay silent, it needs each veto."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from flashcards.language.cache import Parser
from flashcards.language.sentence import Sentence
from flashcards.rulebook import Example, Rule, load_rules
from flashcards.trial import Pairs, cards_of, sentences_of

RULES = load_rules()
Ask = Callable[[Rule, Example], Pairs]


def numbered(pick: Callable[[Rule], Iterable[Any]]) -> list[Any]:
    """A parameter for each thing that `pick` finds in a rule, called rule-1, rule-2, ..."""
    return [
        pytest.param(rule, thing, id=f"{rule.name}-{number}")
        for rule in RULES
        for number, thing in enumerate(pick(rule), start=1)
    ]


def vetoes(rule: Rule) -> Iterable[object]:
    """The rule's `unless` lines as its matcher keeps them."""
    return tuple(getattr(rule.matcher, "unless", ()))


@pytest.fixture(scope="module")
def ask(parser: Parser) -> Ask:
    """The (question, answer) pairs that one rule alone chooses for an example's text."""
    read: dict[Example, list[Sentence]] = {}

    def pairs(rule: Rule, example: Example) -> Pairs:
        if example not in read:
            read[example] = sentences_of(example, parser)
        # choose() marks candidates, so each time they are made anew.
        return cards_of(rule, read[example])

    return pairs


@pytest.mark.parametrize(("rule", "example"), numbered(lambda rule: rule.examples))
def test_example(rule: Rule, example: Example, ask: Ask) -> None:
    assert ask(rule, example) == set(example.cards)


@pytest.mark.parametrize(("rule", "example"), numbered(lambda rule: rule.silent))
def test_silent(rule: Rule, example: Example, ask: Ask) -> None:
    assert ask(rule, example) == set(), example.why


@pytest.mark.parametrize(("rule", "veto"), numbered(vetoes))
def test_every_veto_is_needed(rule: Rule, veto: object, ask: Ask) -> None:
    """Without it, some silent example of the rule would give a card."""
    laxer = copy.copy(rule.matcher)
    kept = [line for line in vetoes(rule) if line is not veto]
    setattr(laxer, "unless", kept)  # noqa: B010 (matchers share no class that would have it)
    lax = dataclasses.replace(rule, matcher=laxer)
    assert any(ask(lax, example) for example in rule.silent), f"no silent example needs {getattr(veto, 'line', veto)!r}"
