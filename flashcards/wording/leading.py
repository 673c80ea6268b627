"""What a question begins with beside its clause: a label that says when, a condition, what the clause has in front."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.sentence import Sentence
from flashcards.wording.phrase import render, tidy

GENERIC = re.compile(r"\bthe (\w+)$")
PREPOSITIONS = frozenset(
    "of in on at to for from by with as about into through over under between against within without".split()
)
LONG = 9  # words; behind a question longer than this the condition would come too late


def scoped(sentence: Sentence, text: str) -> str:
    """The question with the condition in front that the sentence takes over from its label or the one before."""
    scope = sentence.scope
    return f"{scope[:1].upper()}{scope[1:]}, {text[:1].lower()}{text[1:]}" if scope else text


def under_label(sentence: Sentence, text: str, source: str) -> str:
    """The question with the label in front that says when or where: "During the drill: ..."."""
    label = GENERIC.sub(
        lambda found: sentence.kinds.get(found.group(1).lower()) or found.group(0), sentence.segment.label
    )
    if " " not in label:  # "After: ..." - after what the talk calls an event
        if "event" not in sentence.kinds:
            return ""
        label = f"{label} {sentence.kinds['event']}"
    return f"{label[:1].upper()}{label[1:]}, {text[:1].lower()}{text[1:]}{source}?"


def fronted_parts(clause: Clause, gap: Unit | None, gone: set[int]) -> list[Unit]:
    """The parts in front of the subject that the question keeps; `gone` are the words that it loses."""
    return [
        unit
        for unit in clause.units
        if unit.fronted and unit is not gap and unit.role not in ("adverb",) and not set(unit.tokens) <= gone
        if gap is None
        or gap.role != "purpose"
        or unit.marker != "for"
        or len(unit.tokens) > 2  # "for speed": a purpose
    ]


def with_fronted(sentence: Sentence, clause: Clause, gap: Unit | None, fronted: list[Unit], text: str) -> str:
    """The question with those parts: in front where they would mislead or come late behind it, else at its end."""
    moved = [render(sentence, clause, unit.tokens) for unit in fronted]
    aim = any(unit.role == "prepositional" and unit.marker == "for" for unit in fronted)  # "design for X?" misleads
    aim = aim or clause.swaps.get(clause.subject_head) in ("they", "it")  # who is meant, the condition says
    if moved and (
        aim
        or (gap is not None and gap.role in ("prepositional", "agent") and text.split()[-1] in PREPOSITIONS)
        or len(text.split()) > LONG
    ):
        lead = tidy(", ".join(moved))
        return f"{lead[:1].upper()}{lead[1:]}, {text[:1].lower() if text[:1] != 'I' else 'I'}{text[1:]}"
    text = tidy(" ".join((text, *moved)))
    return f"{text[:1].upper()}{text[1:]}"
