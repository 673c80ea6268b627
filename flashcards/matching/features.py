"""What the condition lines of a clause pattern can ask of a clause and its gap, by name."""

from __future__ import annotations

import re
from collections.abc import Callable

from flashcards.language.antecedents import is_expletive
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.segments import LEADING_LABEL
from flashcards.matching.figures import date, frequency, portion
from flashcards.wording.bracket_questions import bracketed_items
from flashcards.wording.gap import Gap


def _person(gap: Gap) -> bool:
    i = gap.clause.subject_head
    return i >= 0 and (i in gap.sentence.people or singular(gap.sentence.parse.words[i]) in words("roles"))


def _complement(gap: Gap, feature: str) -> object:
    unit = gap.clause.unit("complement")
    return getattr(Gap(gap.sentence, gap.clause, unit), feature) if unit else "none"


def _modifiers(gap: Gap) -> frozenset[str]:
    unit = gap.clause.unit("complement")
    return Gap(gap.sentence, gap.clause, unit).modified if unit else frozenset()


def _anybody(gap: Gap) -> bool:
    """Whether the subject is people in general ("everybody"), with nothing that says which."""
    subject = Gap(gap.sentence, gap.clause, None)
    return subject.head_noun in words("anybody") and not subject.modified & {"relative", "clause"}


def _after_but(gap: Gap) -> bool:
    """Whether the sentence stands against the one before: "But ..." may complain where it seems to state."""
    before, text = gap.sentence.before, gap.sentence.whole or gap.sentence.text
    alone = before is not None and before.text.strip(".… ").lower() in ("but", "however")
    return alone or text.lower().startswith(("but ", "but.", "however"))


def _first_of_subject(gap: Gap) -> str:
    clause = gap.clause
    if not clause.subject:
        return "none"
    swapped = clause.swaps.get(clause.subject_head, "") if len(clause.subject) <= 2 else ""
    return swapped.split()[0].lower() if swapped else gap.sentence.parse.lower[clause.subject[0]]


def _others_too(gap: Gap) -> bool:
    """Whether it only can be so, and no name says that one in particular is meant: "can be run by a script"."""
    named = any(gap.sentence.parse.tags[i].startswith("NNP") for i in gap.tokens)
    return bool(gap.clause.modals & {"can", "could", "may", "might"}) and not named


def _extreme(gap: Gap) -> bool:
    """Whether the subject is the first, the last or the greatest of its kind."""
    parse = gap.sentence.parse
    return any(parse.tags[i] == "JJS" or parse.lower[i] in EXTREMES for i in gap.clause.subject)


def _extreme_complement(gap: Gap) -> bool:
    """Whether the complement is the most of its kind: "the most important skill", "the biggest risk"."""
    unit = gap.clause.unit("complement")
    parse = gap.sentence.parse
    return unit is not None and any(parse.tags[i] in ("JJS", "RBS") for i in unit.tokens[:3])


EXTREMES = ("first", "last", "original", "earliest", "latest", "only")
SHARE = re.compile(r"%$|^[1-9]/[1-9]\d?$")
DURATIONS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")

FEATURES: dict[str, Callable[[Gap], object]] = {
    "subject": lambda gap: gap.clause.subject_kind,
    "subject.head": lambda gap: (
        singular(gap.sentence.parse.lower[gap.clause.subject_head]) if gap.clause.subject else ""
    ),
    "subject.person": _person,
    "subject.anybody": _anybody,
    "subject.first": _first_of_subject,
    "subject.generic": lambda gap: (
        len(gap.clause.subject) == 1
        and singular(gap.sentence.parse.words[gap.clause.subject_head]) in words("generic_heads")
        and gap.clause.subject_head not in gap.clause.swaps
    ),
    "subject.plural": lambda gap: gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS"),
    "subject.modified": lambda gap: Gap(gap.sentence, gap.clause, None).modified,
    "subject.past": lambda gap: any(gap.sentence.parse.tags[i] == "VBD" for i in gap.clause.subject),
    "subject.noun": lambda gap: any(gap.sentence.parse.tags[i].startswith("NN") for i in gap.clause.subject),
    "subject.extreme": _extreme,
    "subject.figure": lambda gap: any(gap.sentence.parse.tags[i] == "CD" for i in gap.clause.subject[:2]),
    "subject.indefinite_plural": lambda gap: (
        gap.clause.subject != ()
        and gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS")
        and _first_of_subject(gap) != "the"
    ),
    "subject.share": lambda gap: any(
        gap.sentence.parse.lower[i] in ("%", "percent") or SHARE.search(gap.sentence.parse.lower[i]) is not None
        for i in gap.clause.subject[:3]
    ),
    "marker_in": lambda gap: frozenset(unit.marker for unit in gap.clause.units if unit.marker) or frozenset({"none"}),
    "main.words": lambda gap: (
        len(gap.clause.subject) + len(gap.clause.aux) + len(gap.clause.predicate) - len(gap.tokens)
    ),
    "has_more": lambda gap: (
        any(u.role in ("condition", "purpose") for u in gap.clause.units)
        or bool(_modifiers(gap) & {"preposition", "clause", "relative"})
    ),
    "subject.words": lambda gap: len(gap.clause.subject),
    "verb": lambda gap: gap.clause.lemma,
    "verbs": lambda gap: gap.verbs,
    "modal": lambda gap: gap.clause.modals or frozenset({"none"}),
    "negated": lambda gap: gap.clause.negated,
    "denied": lambda gap: gap.clause.negated and not gap.clause.modals & {"can", "could", "should", "must"},
    "past": lambda gap: gap.clause.past,
    "was": lambda gap: gap.clause.past and gap.clause.lemma == "be",
    "olden": lambda gap: gap.clause.past and gap.clause.subject_kind != "name",
    "talk_step": lambda gap: (
        bool(gap.verbs & words("speech_verbs"))
        and (gap.clause.subject_kind in ("we", "us", "you", "i", "he", "they", "name", "none") or _person(gap))
    ),
    "story": lambda gap: (
        gap.clause.past
        and (
            gap.clause.subject_kind not in ("noun", "clause")
            or _person(gap)
            or _first_of_subject(gap)
            in ("the", "our", "my", "your", "a", "an", "one", "both", "he", "his", "her", "their")
            or bool(gap.clause.swaps)
        )
    ),
    "imperative": lambda gap: gap.clause.imperative,
    "passive_gap": lambda gap: gap.unit is not None and gap.sentence.parse.child(gap.unit.head, "auxpass") is not None,
    "passive": lambda gap: gap.passive,
    "passive_clause": lambda gap: gap.passive and gap.clause.subject_kind == "clause",
    "can_be_done": lambda gap: gap.passive and bool(gap.clause.modals & {"can", "could", "may", "might"}),
    "reported": lambda gap: bool(gap.clause.source),
    "has": lambda gap: frozenset(unit.role for unit in gap.clause.units) or frozenset({"none"}),
    "marker": lambda gap: (gap.unit.marker if gap.unit else "") or "none",
    "governor.tag": lambda gap: gap.sentence.parse.tags[gap.unit.governor] if gap.unit else "",
    "complement.first": lambda gap: _complement(gap, "first_word"),
    "complement.head": lambda gap: _complement(gap, "head_noun"),
    "complement.extreme": _extreme_complement,
    "complement.tag": lambda gap: _complement(gap, "head_tag"),
    "complement.modified": lambda gap: _complement(gap, "modified"),
    "expletive": lambda gap: gap.clause.subject_kind == "it" and is_expletive(gap.clause),
    "fronted": lambda gap: frozenset(unit.role for unit in gap.clause.units if unit.fronted) or frozenset({"none"}),
    "governor": lambda gap: gap.governor,
    "governed": lambda gap: (
        base(gap.sentence.parse.words[gap.unit.head], gap.sentence.parse.tags[gap.unit.head]) if gap.unit else ""
    ),
    "gap.head": lambda gap: gap.head_noun,
    "gap.date": date,
    "gap.portion": portion,
    "gap.frequency": frequency,
    "gap.nested": lambda gap: (
        gap.unit is not None and gap.sentence.parse.tags[gap.sentence.parse.heads[gap.unit.head]].startswith("NN")
    ),
    "gap.bracketed": lambda gap: len(bracketed_items(gap)),
    "listing": lambda gap: len(gap.sentence.listing.items) if gap.sentence.listing else 0,
    "gap.listed": lambda gap: gap.listed,
    "gap.duration": lambda gap: (
        gap.head_noun in DURATIONS
        and (gap.number != "" or gap.head_tag == "NNS" or gap.first_word in ("a", "an", "about"))
    ),
    "gap.time": lambda gap: gap.head_noun in words("times") | words("moments"),
    "gap.vague": lambda gap: gap.vague,
    "gap.tag": lambda gap: gap.head_tag,
    "gap.first": lambda gap: gap.first_word,
    "gap.first_tag": lambda gap: gap.first_tag,
    "gap.words": lambda gap: len(gap.tokens),
    "gap.modified": lambda gap: gap.modified,
    "gap.adjacent": lambda gap: gap.adjacent,
    "gap.adverbial": lambda gap: (
        gap.unit is not None
        and gap.unit.marker in ("in", "at", "by", "on")
        and len(gap.tokens) == 1
        and (gap.unit.marker != "on" or gap.head_noun in words("states"))
    ),
    "gap.subject": lambda gap: gap.own_subject,
    "gap.figure": lambda gap: any(char.isdigit() for char in str(gap)),
    "gap.past": lambda gap: gap.told_in_past,
    "gap.plain": lambda gap: gap.plain,
    "gap.number": lambda gap: gap.number != "",
    "gap.person": lambda gap: gap.person,
    "gap.fronted": lambda gap: bool(gap.unit and gap.unit.fronted),
    "gap.others_too": _others_too,
    "item": lambda gap: gap.sentence.item,
    "quoted": lambda gap: gap.sentence.segment.quoted,
    "label": lambda gap: gap.sentence.segment.label.lower() or "none",
    "noun_before": lambda gap: (
        gap.before_object and gap.unit is not None and gap.unit.marker in ("of", "for", "in", "to", "about", "with")
    ),
    "loose_purpose": lambda gap: (
        (gap.clause.negated or "can" in gap.clause.modals)
        and gap.unit is not None
        and gap.unit.marker in ("to", "in order")
    ),
    "instead_of": lambda gap: gap.clause.instead_of != "",
    "set_against": lambda gap: gap.clause.set_against,
    "rather_than": lambda gap: gap.clause.rather_than != "",
    "state": lambda gap: (
        gap.clause.lemma == "be"
        and not (_complement(gap, "head_tag") in ("JJ", "JJR") and gap.unit is not None and gap.unit.marker == "if")
    ),
    "after_but": _after_but,
    "then_because": lambda gap: gap.sentence.after is not None and "because" in gap.sentence.after.text.lower(),
    "joint": lambda gap: (
        "none" if LEADING_LABEL.match(gap.sentence.segment.label) else gap.sentence.segment.joint or "none"
    ),
    "ends": lambda gap: gap.sentence.segment.end,
    "before_object": lambda gap: gap.before_object,
}
