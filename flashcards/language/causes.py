"""A sentence that begins with so, therefore, as a result: the one before it is its reason."""

from __future__ import annotations

from dataclasses import replace

from flashcards.language.clause import Unit
from flashcards.language.sentence import Sentence

LONGEST = 14  # words of a reason that can still be one answer


def find_cause(sentence: Sentence) -> None:
    """Set `cause` to the sentence before in words, and let every clause be asked why, where that is sound."""
    from flashcards.wording.phrase import render

    before = sentence.before
    if sentence.segment.joint != "so" or before is None or len(before.clauses) != 1 or before.segment.end == "?":
        return
    reason = before.clauses[0]
    if reason.subject_kind not in ("noun", "name", "we", "you", "clause") or reason.imperative or reason.past:
        return
    tokens = sorted({*reason.subject, *reason.aux, *reason.predicate})
    if len(tokens) > LONGEST or reason.unit("reason") is not None:
        return
    sentence.cause = render(before, reason, tokens)
    whole = Unit("cause", -1, (), ())
    sentence.clauses[:1] = [replace(clause, units=(*clause.units, whole)) for clause in sentence.clauses[:1]]
