"""Filters that ask for the result of what a whole clause says: "What does it lead to when ...?"."""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.language.antecedents import points_back
from flashcards.language.clause import Clause
from flashcards.language.forms import base, third_person
from flashcards.language.sentence import Sentence
from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import wh_words
from flashcards.wording.leading import scoped
from flashcards.wording.phrase import capitalise, render, tidy

LONGEST = 13  # words of a clause that still fits behind "when"
APART = ("participle", "discourse", "reason", "purpose", "concession", "condition")


def ask_as_it(gap: Gap) -> str:
    """The question for a gap of a clause whose subject "this" is the clause before.

    "Teams page twice. This trains people to ..." -> "What does it train people to do when teams page twice?".
    """
    before, clause = _before(gap), gap.clause
    said = replace(clause, swaps={**clause.swaps, clause.subject_head: "it"})
    text = question(gap.sentence, said, gap.unit, wh_words(gap))
    return _joined(text, _when(*before))


def ask_result(gap: Gap) -> str:
    """The question for what a participle at a clause's end says of it: "..., making reviews easier"."""
    sentence, clause, unit = gap.sentence, gap.clause, gap.asked
    parse = sentence.parse
    asked = _object_of(gap)
    rest = [i for i in unit.tokens if i not in asked and i != unit.head]
    after = [i for i in rest if i > unit.head]
    verb = base(parse.words[unit.head], parse.tags[unit.head])
    if verb == "make" and after and parse.tags[after[-1]].startswith(("JJ", "RBR")):
        text = f"What is made {render(sentence, clause, after)}?"
        return scoped(sentence, _joined(text, _when(sentence, clause)))
    text = f"What does it {verb} {render(sentence, clause, after)}".rstrip() + "?"
    return scoped(sentence, _joined(text, _when(sentence, clause)))


def result(gap: Gap) -> str:
    """What the participle's verb acts on, as words."""
    return render(gap.sentence, gap.clause, _object_of(gap))


def ask_first(gap: Gap) -> str:
    """The question for what must come first where a clause is denied until then.

    "You can't learn until you look back" -> "What has to happen before you can learn?".
    """
    sentence, clause = gap.sentence, gap.clause
    lower = clause.parse.lower
    denial = [i for i in clause.aux if lower[i] in ("not", "n't", "never")]
    if len(denial) != 1 or any(lower[i] in ("any", "either", "yet") for i in clause.predicate):
        raise NoWording
    supports = {i for i in clause.aux if lower[i] in ("do", "does", "should")}  # "doesn't end" is "ends"
    apart = {i for unit in clause.units if unit is gap.unit or unit.role in APART for i in unit.tokens}
    gone = {*denial, *supports, *apart}
    tokens = [i for i in sorted({*clause.subject, *clause.aux, *clause.predicate}) if i not in gone]
    text = re.sub(r"\banything\b", "something", _positive(gap, tokens))
    text = re.sub(r"\b(ca|wo)\b", lambda cut: {"ca": "can", "wo": "will"}[cut[0]], text)  # of can't, won't
    return scoped(sentence, f"What has to happen before {text}?")


def _positive(gap: Gap, tokens: list[int]) -> str:
    sentence, clause = gap.sentence, gap.clause
    parse, at = clause.parse, clause.verb
    if not any(parse.lower[i] == "does" for i in clause.aux):
        return render(sentence, clause, tokens)
    before, after = [i for i in tokens if i < at], [i for i in tokens if i > at]
    ends = third_person(parse.lower[at])
    return " ".join(part for part in (render(sentence, clause, before), ends, render(sentence, clause, after)) if part)


def first(gap: Gap) -> str:
    """The clause behind "until", as an answer."""
    said = render(gap.sentence, gap.clause, [i for i in gap.tokens if gap.clause.parse.lower[i] != "until"])
    return capitalise(re.sub(r", (?:because|since) .*$", "", said))  # why so, is another question


def _object_of(gap: Gap) -> tuple[int, ...]:
    """The object of the participle, its subject in a small clause, or the object of its preposition "to"."""
    parse, unit = gap.sentence.parse, gap.asked
    if parse.child(unit.head, "cc") is not None:
        raise NoWording
    for c in parse.children(unit.head, "dobj", "ccomp", "xcomp", "prep"):
        if parse.deps[c] == "dobj":
            return tuple(i for i in parse.subtree(c) if i in unit.tokens)
        small = parse.child(c, "nsubj")
        if small is not None and parse.tags[c].startswith("JJ"):
            return parse.subtree(small)
        inner = parse.child(c, "pobj")
        if parse.lower[c] in ("to", "in") and inner is not None:
            return parse.subtree(inner)
    raise NoWording


def _before(gap: Gap) -> tuple[Sentence, Clause]:
    sentence = gap.sentence
    at = sentence.clauses.index(gap.clause) if gap.clause in sentence.clauses else 0
    if at:
        return sentence, sentence.clauses[at - 1]
    if sentence.before is None or len(sentence.before.clauses) != 1:
        raise NoWording
    return sentence.before, sentence.before.clauses[0]


def _when(sentence: Sentence, clause: Clause) -> str:
    """The clause as words that can stand behind "when"; no wording for a story or what only the post explains."""
    if (
        clause.past
        or clause.imperative
        or clause.source
        or clause.modals & {"should", "must", "need", "have", "can", "could", "might", "may", "would"}
        or clause.subject_kind not in ("noun", "name", "we", "you", "clause")
    ):
        raise NoWording
    apart = {i for unit in clause.units if unit.role in APART for i in unit.tokens}
    tokens = [i for i in sorted({*clause.subject, *clause.aux, *clause.predicate}) if i not in apart]
    own = ("its", "their")  # of the clause's own subject
    loose = tuple(i for i in tokens if i not in clause.swaps and clause.parse.lower[i] not in own)
    if not 3 <= len(tokens) <= LONGEST or points_back(sentence, loose):
        raise NoWording
    return render(sentence, clause, tokens)


def _joined(text: str, when: str) -> str:
    if not text.strip("? "):
        raise NoWording
    return f"{tidy(text.rstrip('?'))} when {when}?"
