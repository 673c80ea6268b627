"""Matches a clause and one of its constituents, the gap, which becomes the answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, take
from flashcards.matching.conditions import Condition, conditions
from flashcards.matching.contents import Contents
from flashcards.matching.features import FEATURES
from flashcards.wording.gap import Gap

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
    "instead",
    "none",
}

NEEDS = {"listing": "listing", "gap.bracketed": "asides", "instead_of": "contrasts"}  # of a post, by condition


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
        self.role = given[0]
        self.where = conditions(spec.get("where"), "where", FEATURES)
        named = [line.values for line in self.where if line.feature == "verb" and line.sign == "="]
        self.verbs = frozenset.union(*named) if named else frozenset()
        marked = [line.values for line in self.where if line.feature == "marker" and line.sign == "="]
        self.markers = frozenset.union(*marked) if marked else frozenset()
        self.needs = tuple({NEEDS[line.feature] for line in self.where if line.feature in NEEDS})
        self.unless = conditions(spec.get("unless"), "unless", FEATURES)

    def possible(self, contents: Contents) -> bool:
        """It needs one of its roles, and one of its verbs and markers where it names any."""
        if self.roles.isdisjoint(contents.roles) or (self.verbs and self.verbs.isdisjoint(contents.verbs)):
            return False
        if self.markers and self.markers.isdisjoint(contents.markers):
            return False
        return all(getattr(contents, need) for need in self.needs)

    def find(self, sentence: Sentence) -> Iterable[Found]:
        by_role = sentence.gaps
        if by_role is None:
            by_role = sentence.gaps = _gaps(sentence)
        if len(self.roles) == 1:
            gaps = by_role.get(self.role, [])
        else:
            gaps = sorted((gap for role in self.roles for gap in by_role.get(role, ())), key=lambda gap: gap.place)
        found = []
        for gap in gaps:
            for condition in self.where:
                if not _holds(condition, gap):
                    break
            else:
                found.append(Found({"gap": gap}, gap.clause, self._veto(gap), frozenset(gap.tokens)))
        return found

    def _veto(self, gap: Gap) -> str:
        broken: Condition | None = next((condition for condition in self.unless if _holds(condition, gap)), None)
        return broken.line if broken else ""


def _gaps(sentence: Sentence) -> dict[str, list[Gap]]:
    """Every gap of the sentence by its role, made once for all rules; those of a role in the sentence's order."""
    found: defaultdict[str, list[Gap]] = defaultdict(list)
    place = 0
    for clause in sentence.clauses:
        for unit in (None, *clause.units):
            gap = Gap(sentence, clause, unit, place)
            place += 1
            if unit is not None:
                found[unit.role].append(gap)
                continue
            found["none"].append(gap)
            if clause.subject:
                found["subject"].append(gap)
    return dict(found)


def _holds(condition: Condition, gap: Gap) -> bool:
    """Whether the condition holds; the rules share many lines, so each is looked at once for a gap."""
    truth = gap.truths.get(condition.line)
    if truth is None:
        truth = gap.truths[condition.line] = condition.holds(FEATURES[condition.feature](gap))
    return truth
