"""Reasons that stand beside what they explain: in the sentence before, or in brackets behind it.

A sentence that begins with so, therefore, as a result has its reason before it; "heroics don't last - we need rest"
has it before the dash; "don't compare teams by it (it's a relative measure)" in the brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.language.clause import Clause, Unit
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

LONGEST = 14  # words of a reason that can still be one answer
JUDGEMENT = re.compile(
    r"\b(?:best|better|good|bad|worse|worst|right|wrong|great|fine|ok|okay)\b", re.IGNORECASE
)  # no reason
BRACKETED = re.compile(
    r"(?:because |since )(?P<why>\S+ \S+ .+)|(?P<it>(?:it|they|that|this)(?:'s|'re| is| are) (?!(?:from|by|related"
    r"|what|how|why|where|also|not|in|on|like|an? (?:quote|lesson|reference|nod))\b).+)"
)


def find_cause(sentence: Sentence) -> None:
    """Set `cause` to the reason in words, and let every clause be asked why, where that is sound."""
    reason = _in_brackets(sentence) or _behind(sentence) or _before(sentence)
    if not reason or not sentence.clauses or sentence.clauses[0].unit("reason") is not None:
        return
    sentence.cause = reason
    whole = Unit("cause", -1, (), ())
    sentence.clauses[:1] = [replace(clause, units=(*clause.units, whole)) for clause in sentence.clauses[:1]]


def _in_brackets(sentence: Sentence) -> str:
    """The reason in brackets at the sentence's end."""
    for aside in sentence.segment.asides:
        found = BRACKETED.fullmatch(aside.text)
        last = sentence.segment.text.rstrip(".").split()[-1:]  # before it, the words may have been put plainly
        at_end = aside.form == "parenthesis" and aside.before.rstrip(".").split()[-1:] == last
        if found and at_end and len(aside.text.split()) <= LONGEST:
            return found["why"] or re.sub(r"^(?:that|this)\b", "it", found["it"])
    return ""


def _behind(sentence: Sentence) -> str:
    """The reason behind a comma: "avoid heroics, they hide the real problem"."""
    after = sentence.after
    reason = after is not None and after.segment.joint == "because" and len(after.text.split()) <= LONGEST
    if after is not None and JUDGEMENT.search(after.text):
        return ""
    return after.text.rstrip(".!") if after is not None and reason else ""


def _before(sentence: Sentence) -> str:
    """The sentence before, where this one says that it follows from it."""
    from flashcards.wording.phrase import render

    before = sentence.before
    if before is None or len(before.clauses) != 1 or before.segment.end == "?":
        return ""
    reason = before.clauses[0]
    joint = sentence.segment.joint
    if joint not in ("so", "how") and not (joint == "-" and _calls_for(reason, sentence)):
        return ""
    if reason.subject_kind not in ("noun", "name", "we", "you", "clause") or reason.imperative or reason.past:
        return ""
    tokens = sorted({*reason.subject, *reason.aux, *reason.predicate})
    if len(tokens) > LONGEST or reason.unit("reason") is not None:
        return ""
    return render(before, reason, tokens)


def _calls_for(reason: Clause, sentence: Sentence) -> bool:
    """Whether a bad state before a dash calls for what should be done behind it."""
    done = sentence.clauses[0] if sentence.clauses else None
    if done is None or not (done.imperative or done.modals & {"should", "must", "need", "have"}) or reason.modals:
        return False
    state = reason.unit("complement")
    bad = state is not None and reason.parse.lower[state.head] in words("bad_states")
    compared = state is not None and any(reason.parse.lower[i] in ("same", "different") for i in state.tokens)
    lacking = reason.negated and not compared
    return reason.lemma == "be" and (lacking or bad) and reason.subject_kind in ("noun", "name", "clause")
