"""All that the condition lines of a clause pattern can ask, by name: of a subject, of a clause, of a gap."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.matching.clause_features import OF_CLAUSE
from flashcards.matching.gap_features import OF_GAP
from flashcards.matching.subject_features import OF_SUBJECT
from flashcards.wording.gap import Gap

FEATURES: dict[str, Callable[[Gap], object]] = {**OF_SUBJECT, **OF_CLAUSE, **OF_GAP}
