"""Filters that ask for what somebody does, should do or is helped to do."""

from __future__ import annotations

from dataclasses import replace

from flashcards.language.clause import Unit
from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import sound


def ask_doing(gap: Gap, wh: str = "what") -> str:
    """The question for a whole verb phrase.

    "What do teams need to do when ...?", "What does it keep us from doing?".
    """
    if gap.unit is None:
        raise NoWording
    if gap.asked.role == "gerund":
        tail = "doing" if gap.asked.marker in ("from", "into") and gap.before_object else ""  # "keeps us from doing"
        return sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    if gap.asked.role == "predicate":
        tail = (
            "" if gap.sentence.parse.child(gap.asked.head, "auxpass") is not None or gap.clause.lemma == "be" else "do"
        )
        return sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    core = without_adjuncts(gap)
    if gap.sentence.parse.lower[core.head] == "be" and not passive_infinitive(gap):
        raise NoWording  # "has to be visible before ...": nothing one does
    tail = ("to " if gap.asked.marker == "to" else "") + ("be" if passive_infinitive(gap) else "do")
    return sound(question(gap.sentence, gap.clause, core, wh, tail))


def ask_instead(gap: Gap) -> str:
    """The question for what to do where the clause before says what not to: "What should you do instead of ...?"."""
    asked = ask_doing(gap)
    if gap.clause.rather_than or not asked.endswith(" do?"):
        raise NoWording  # same verb: its object is asked for
    return f"{asked[:-1]} instead of {gap.clause.instead_of}?"


def seems(gap: Gap) -> bool:
    """Whether an infinitive says how something is made to look: "hindsight makes a path look obvious"."""
    parse, head = gap.sentence.parse, gap.asked.head
    adjective = head + 1 < len(parse.words) and parse.tags[head + 1] == "JJ"
    return adjective and parse.lower[head] in ("look", "seem", "appear", "sound", "feel")


def ask_enabled(gap: Gap) -> str:
    """The question for what somebody is helped or made to do: "What do flags allow teams to do?"."""
    parse = gap.sentence.parse
    actor = [i for c in parse.children(gap.asked.head, "nsubj") for i in parse.subtree(c) if i < gap.asked.head]
    if not actor and gap.clause.unit("object") is None:
        raise NoWording  # "helps make it ...": nobody is named who does it
    infinitive = tuple(i for i in gap.tokens if i not in actor)
    asked = replace(gap.asked, tokens=infinitive, gap=infinitive)
    if seems(gap):
        return sound(question(gap.sentence, gap.clause, asked, "how", parse.lower[gap.asked.head]))
    tail = "to do" if any(parse.tags[i] == "TO" and parse.heads[i] == gap.asked.head for i in infinitive) else "do"
    return sound(question(gap.sentence, gap.clause, asked, "what", tail))


def without_adjuncts(gap: Gap) -> Unit:
    """The infinitive without the conditions and purposes at its end: they stay in the question."""
    apart = {
        i
        for unit in gap.clause.units
        if unit.role in ("condition", "purpose", "reason") and unit is not gap.unit
        for i in unit.tokens
    }
    kept = tuple(i for i in gap.asked.tokens if i not in apart)
    while kept and gap.sentence.parse.tags[kept[-1]] in (",", ".", "CC"):
        kept = kept[:-1]
    return replace(gap.asked, tokens=kept, gap=kept)


def passive_infinitive(gap: Gap) -> bool:
    """Whether the infinitive is a passive one: "needs to be removed"."""
    parse = gap.sentence.parse
    return any(parse.deps[c] == "auxpass" and parse.lower[c] == "be" for c in parse.children(gap.asked.head))
