"""Matches a clause and one of its constituents, the gap, which becomes the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, take
from flashcards.matching.conditions import Condition, conditions
from flashcards.matching.features import FEATURES
from flashcards.wording.gap import Gap

__all__ = ["FEATURES", "ROLES", "ClauseMatcher"]

ROLES = {
    "subject",
    "object",
    "complement",
    "prepositional",
    "agent",
    "indirect",
    "gerund",
    "infinitive",
    "content",
    "purpose",
    "reason",
    "condition",
    "means",
    "participle",
    "concession",
    "adverb",
    "adverbial",
    "predicate",
    "cause",
    "way",
    "instead",
    "none",
}


class ClauseMatcher:
    """`gap`: the role or roles asked for.

    `where`: condition lines that must all hold; `unless`: lines none of which may.
    """

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"gap", "where", "unless"}, {"gap"})
        gap = spec["gap"]
        given = gap if isinstance(gap, list) else [gap]
        self.roles = frozenset(role for role in given if isinstance(role, str))
        if not self.roles or len(self.roles) < len(given) or not self.roles <= ROLES:
            raise PatternError(f"gap must be one or a list of {', '.join(sorted(ROLES))}", "gap")
        self.where = conditions(spec.get("where"), "where", FEATURES)
        self.unless = conditions(spec.get("unless"), "unless", FEATURES)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        for gap in _gaps(sentence):
            if gap.unit is not None:
                asked = gap.unit.role in self.roles
            else:
                asked = ("subject" in self.roles and gap.clause.subject != ()) or "none" in self.roles
            if asked and all(_holds(condition, gap) for condition in self.where):
                yield Found({"gap": gap}, gap.clause, self._veto(gap), frozenset(gap.tokens))

    def _veto(self, gap: Gap) -> str:
        broken: Condition | None = next((condition for condition in self.unless if _holds(condition, gap)), None)
        return broken.line if broken else ""


def _gaps(sentence: Sentence) -> list[Gap]:
    """Every gap of the sentence, made once for all rules."""
    if sentence.gaps is None:
        sentence.gaps = [Gap(sentence, clause, unit) for clause in sentence.clauses for unit in (None, *clause.units)]
    return sentence.gaps


def _holds(condition: Condition, gap: Gap) -> bool:
    """Whether the condition holds; the rules share many lines, so each is looked at once for a gap."""
    truth = gap.truths.get(condition.line)
    if truth is None:
        truth = gap.truths[condition.line] = condition.holds(FEATURES[condition.feature](gap))
    return truth
