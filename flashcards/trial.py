"""Whether rules do what their own examples say: what `make-deck rules --try` tells of a folder of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from flashcards.candidates import candidates_of
from flashcards.language.analysis import analyse
from flashcards.language.cache import Parser
from flashcards.language.sentence import Sentence
from flashcards.one_post import talk_of_text
from flashcards.rulebook import Example, Rule, load_rules
from flashcards.selection import choose
from flashcards.selection.limits import ALL

Pairs = set[tuple[str, str]]


def sentences_of(example: Example, parser: Parser) -> list[Sentence]:
    """The example's text, read as the only post of its talk."""
    (sentences,) = analyse([talk_of_text(example.text, example.talk, example.speakers)], parser).values()
    return sentences


def cards_of(rule: Rule, sentences: Sequence[Sentence]) -> Pairs:
    """The (question, answer) pairs that one rule alone chooses, however unsure."""
    return {(card.question, card.answer) for card in choose(candidates_of(sentences, [rule]), limits=ALL)}


def rules_in(folder: Path) -> list[Rule]:
    """The rules of a user's folder. Raises UserError as load_rules does."""
    return [rule for rule in load_rules([folder]) if rule.own]


def mismatches(rule: Rule, parser: Parser) -> Iterator[str]:
    """A line for each example of the rule, silent ones too, that doesn't give the cards it names."""
    for example in (*rule.examples, *rule.silent):
        made, wanted = cards_of(rule, sentences_of(example, parser)), set(example.cards)
        if made != wanted:
            yield f"{rule.file}:{example.line}: makes {_shown(made)}, not {_shown(wanted)}"


def _shown(cards: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{question} -> {answer}" for question, answer in sorted(cards)) or "no card"
