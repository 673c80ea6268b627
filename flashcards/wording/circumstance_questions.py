"""Filters that ask for the circumstances of what a clause says: when, where, how long, what happens if."""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import ask, sound
from flashcards.wording.phrase import noun_phrase, render

PARTICULARLY = ("especially", "particularly", "mainly", "mostly", "usually", "typically", "often", "even")
ONLY = re.compile(r" only(?= )")
PLACES = frozenset("in on at into onto to inside within near next beside behind under over between".split())


def ask_when(gap: Gap) -> str:
    """The question "when ...?" for a condition; with "especially" where it isn't the only one."""
    asked = ask(gap, "when")
    if gap.first_word in PARTICULARLY:
        return _especially(gap, asked)
    return ONLY.sub("", asked) if only_then(gap) else asked


def _especially(gap: Gap, asked: str) -> str:
    """For "... is a cost, especially when it still works": "When is ... especially a cost?"."""
    clause = gap.clause
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    state = clause.unit("complement")
    compares = state is not None and any(clause.parse.tags[i] in ("JJR", "RBR") for i in state.tokens)
    before, found, after = asked.partition(f" {subject} ")
    if compares or not found:
        raise NoWording
    return f"{before} {subject} especially {after}"


def only_then(gap: Gap) -> bool:
    """Whether "only" before the verb or what it is belongs to the condition: "only works if", "is only useful if"."""
    parse, verb = gap.sentence.parse, gap.clause.verb
    only = "only" in parse.lower[verb - 1 : verb + 2 if gap.clause.lemma == "be" else verb]
    return verb > 0 and only and gap.asked.marker in ("if", "when", "once", "after")


def ask_happens(gap: Gap) -> str:
    """The question "What happens if ...?" for a condition; its answer is the main clause."""
    return f"What happens {render(gap.sentence, gap.clause, gap.tokens)}?"


def ask_where(gap: Gap) -> str:
    """The question "where ...?" for a preposition with its object."""
    asked, against, rest = ask_whole(gap, "where").partition(", rather than ")
    placed = rest.partition(" ")[0] in PLACES
    return f"{asked}{against}{rest}" if not against or placed else f"{asked}?"


def ask_whole(gap: Gap, wh: str) -> str:
    """The question for a constituent that goes with its preposition, by the words `wh` ("how long")."""
    return sound(question(gap.sentence, gap.clause, replace(gap.asked, role="place", gap=gap.asked.tokens), wh))
