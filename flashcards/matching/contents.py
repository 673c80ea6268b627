"""What a post holds, at a glance: most rules look for what most posts don't have, and need not look closer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flashcards.language.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Contents:
    """The roles and markers of all its constituents, its clauses' verbs, and which other things it has."""

    roles: frozenset[str]
    verbs: frozenset[str]
    markers: frozenset[str]
    sentences: int
    asides: bool
    listing: bool
    contrasts: bool


def contents_of(sentences: Sequence[Sentence]) -> Contents:
    """What is in these sentences."""
    clauses = [clause for sentence in sentences for clause in sentence.clauses]
    roles = {unit.role for clause in clauses for unit in clause.units}
    if clauses:
        roles |= {"subject", "none"}
    return Contents(
        frozenset(roles),
        frozenset(clause.lemma for clause in clauses),
        frozenset(unit.marker or "none" for clause in clauses for unit in clause.units) | {"none"},
        len(sentences),
        any(sentence.segment.asides for sentence in sentences),
        any(sentence.listing for sentence in sentences),
        any(clause.instead_of for clause in clauses),
    )
