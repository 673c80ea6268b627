"""The question for a part of a clause, put together: what leads in, the question word, the clause, what trails."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.segments import LEADING_LABEL
from flashcards.language.sentence import Sentence
from flashcards.wording.inverted_question import inverted_question
from flashcards.wording.leading import fronted_parts, scoped, under_label, with_fronted
from flashcards.wording.left_out import LOOSE_END, beside_the_point, fillers, purposes, second_purpose
from flashcards.wording.phrase import tidy
from flashcards.wording.subject_question import subject_question
from flashcards.wording.trailing import trailing

LONG = 15  # words; a question longer than this loses the adjuncts that don't change what is true


def question(
    sentence: Sentence, clause: Clause, gap: Unit | None, wh: str, tail: str = "", keep: tuple[str, ...] = ()
) -> str:
    """The question that asks for `gap` in `clause` with the words `wh`; gap None asks for the subject.

    `tail` replaces a gap in place ("doing"). Adjuncts that make the question long go, conditions stay.
    """
    dropped = beside_the_point(clause, gap, keep)
    text = _assemble(sentence, clause, gap, wh, tail, dropped)
    if not text:
        return ""
    if len(text.split()) > LONG and "purpose" not in keep:
        more = purposes(clause, gap)
        if more - dropped and not (gap is not None and set(gap.tokens) & more):
            text = _assemble(sentence, clause, gap, wh, tail, dropped | more)
    return scoped(sentence, LOOSE_END.sub("?", text)) if text else ""


def _assemble(sentence: Sentence, clause: Clause, gap: Unit | None, wh: str, tail: str, dropped: set[int]) -> str:
    parse = sentence.parse
    gone = dropped | fillers(clause, gap)
    if gap is not None:
        if any(unit.role == gap.role == "complement" and unit.tokens != gap.tokens for unit in clause.units):
            return ""
        gone |= set(gap.gap if gap.role in ("prepositional", "agent", "gerund") else gap.tokens)
    fronted = fronted_parts(clause, gap, gone)
    gone |= second_purpose(clause, gap, gone)
    if gap is not None and gap.gap and parse.lower[gap.gap[0] - 1] == "both":
        gone.add(gap.gap[0] - 1)  # "understand both A and B": the answer names both
    if any(unit.role in ("content", "complement", "object", "infinitive") for unit in fronted):
        return ""  # an object in front of the subject is a misread
    front_tokens = {i for unit in clause.units if unit.fronted for i in unit.tokens}
    body = sorted(
        {*(i for i in clause.predicate if i not in gone and i not in front_tokens), *_verb_beside(clause, gap)}
    )
    if _left_over(clause, body) or _goes_on(clause, gap, body):
        return ""
    if gap is None:
        words = subject_question(sentence, clause, body, wh)
    else:
        words = inverted_question(sentence, clause, body, wh, gap, tail)
    source = trailing(sentence, clause, gap)
    text = tidy(_in_order(clause, gap, words))
    if LEADING_LABEL.match(sentence.segment.label):
        return under_label(sentence, text, source)
    return f"{with_fronted(sentence, clause, gap, fronted, text)}{source}?"


def _verb_beside(clause: Clause, gap: Unit | None) -> set[int]:
    """For "analysts can't search and guess, because ...": the second verb, for which the reason holds as well.

    Only where its form stays as it is in a question: behind a modal, or with a plural.
    """
    parse = clause.parse
    if gap is None or gap.role != "reason" or not gap.tokens:
        return set()
    beside = [c for c in parse.children(clause.verb, "conj") if clause.verb < c < gap.tokens[0]]
    if len(beside) != 1 or parse.tags[beside[0]] not in ("VB", "VBP") or parse.child(beside[0], "nsubj") is not None:
        return set()
    between = set(range(clause.verb + 1, beside[0])) - {*clause.predicate, *clause.aux}
    joined = [i for i in between if parse.deps[i] == "cc"]
    return {*joined, *(i for i in parse.subtree(beside[0]) if i < gap.tokens[0])} if joined else set()


def _left_over(clause: Clause, body: list[int]) -> bool:
    """Whether a verb behind a comma belongs to no part of the clause: "keep track of it, delegate tasks"."""
    parse = clause.parse
    inside = {i for unit in clause.units if unit.role not in ("predicate", "infinitive") for i in unit.tokens}
    return any(
        parse.tags[i] in ("VB", "VBP") and parse.words[i - 1] == "," and i not in inside and i not in clause.chain
        for i in body
        if i
    )


def _goes_on(clause: Clause, gap: Unit | None, body: list[int]) -> bool:
    """Whether what is asked for goes on behind the gap: the parser cut a coordination in two."""
    if gap is None or not gap.gap:
        return False
    parse, follows = clause.parse, gap.gap[-1] + 1
    follows += 1 if follows in body and parse.words[follows] == "," else 0
    return follows in body and parse.tags[follows] == "CC" and parse.lower[follows] != "rather"


def _in_order(clause: Clause, gap: Unit | None, text: str) -> str:
    """With "in order" before a purpose that would hang on the verb: "who do we need to deal with X?" misleads."""
    if gap is None or gap.role != "object" or clause.parse.lower[gap.governor] != "need":
        return text
    return re.sub(r"(?<=\bneed) (?=to [a-z]+ )", " in order ", text, count=1)
