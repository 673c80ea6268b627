"""Sentences x rules -> every possible card, with the reason where a rule's veto forbids one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from flashcards.language.clause import Clause
from flashcards.language.sentence import Sentence
from flashcards.rulebook import Rule
from flashcards.wording.environment import word


@dataclass(slots=True)
class Candidate:
    """A question and answer that a rule makes of a sentence. `dropped` says why it is no card, "" while it may be one."""

    question: str
    answer: str
    rule: Rule
    sentence: Sentence
    clause: Clause | None = None
    tokens: frozenset[int] = frozenset()
    dropped: str = ""
    score: float = 0.0
    features: dict[str, float] = field(default_factory=dict)


def candidates_of(sentences: Sequence[Sentence], rules: Iterable[Rule]) -> Iterator[Candidate]:
    """Every card the rules can make of a post's sentences, vetoed ones included (their `dropped` names the veto)."""
    for rule in rules:
        for sentence in sentences:
            for found in rule.matcher.find(sentence):
                for wording in rule.wordings:
                    if found.veto:
                        yield Candidate("", "", rule, sentence, found.clause, found.tokens, f"vetoed by: {found.veto}")
                        continue
                    question = word(wording.question, found.bindings)
                    answer = word(wording.answer, found.bindings) if question else ""
                    dropped = "" if question and answer else "no natural wording"
                    yield Candidate(question, answer, rule, sentence, found.clause, found.tokens, dropped)
