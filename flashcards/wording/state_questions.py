"""Filters that ask for what a participle at the clause's end says of its subject: "..., backed by data"."""

from __future__ import annotations

from flashcards.language.forms import base, third_person
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.leading import scoped
from flashcards.wording.phrase import capitalise, noun_phrase, render

PREPOSITIONS = ("by", "to", "with", "on", "from", "into", "around", "against")


def ask_state(gap: Gap) -> str:
    """The question for what a participle is tied to: "What are problems tied to?", "What backs a claim?"."""
    parse, clause = gap.sentence.parse, gap.clause
    preposition, asked = _asked(gap)
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    plural = parse.lower[clause.finite] in ("are", "do", "have") or parse.tags[clause.finite] == "VBP"
    kept = [i for i in gap.asked.tokens if i not in asked and i != preposition]
    if parse.lower[preposition] == "by":
        rest = render(gap.sentence, clause, [i for i in kept if i > gap.asked.head])
        before = render(gap.sentence, clause, [i for i in kept if i < gap.asked.head])
        verb = third_person(base(parse.words[gap.asked.head], "VBN"))
        return scoped(gap.sentence, " ".join(part for part in ("What", before, verb, subject, rest) if part) + "?")
    words = render(gap.sentence, clause, [*kept, preposition])
    return scoped(gap.sentence, f"What {'are' if plural else 'is'} {subject} {words}?")


def state(gap: Gap) -> str:
    """What stands behind the participle's preposition, as an answer."""
    return capitalise(render(gap.sentence, gap.clause, _asked(gap)[1]))


def _asked(gap: Gap) -> tuple[int, tuple[int, ...]]:
    """The participle's one preposition, and what it is about."""
    parse, unit = gap.sentence.parse, gap.asked
    below = [c for c in parse.children(unit.head) if c in unit.tokens]
    found = [c for c in below if parse.deps[c] in ("prep", "agent")]
    others = [c for c in below if c not in found and parse.deps[c] not in ("advmod", "punct")]
    if len(found) != 1 or others or parse.lower[found[0]] not in PREPOSITIONS:
        raise NoWording
    thing = parse.child(found[0], "pobj", "pcomp")
    tokens = tuple(i for i in parse.subtree(found[0]) if i > found[0] and i in unit.tokens)
    if thing is None or not tokens or tokens[-1] != unit.tokens[-1]:
        raise NoWording
    return found[0], tokens
