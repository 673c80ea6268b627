"""What the condition lines of a clause pattern can ask of a clause and its gap, by name."""

from __future__ import annotations

import re
from collections.abc import Callable

from flashcards.language.antecedents import is_expletive
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.segments import LEADING_LABEL
from flashcards.matching.figures import date, portion
from flashcards.matching.traits import (
    after_but,
    anybody,
    compares,
    complement,
    denied_be,
    denied_merely,
    ends_sentence,
    extreme_complement,
    first_of_subject,
    generic_alone,
    governed,
    lone_quality,
    modifiers,
    paired,
    person,
    reckons,
    someone,
)
from flashcards.wording.bracket_questions import bracketed_items
from flashcards.wording.gap import Gap

NO_MANNER = (
    "only",
    "really",
    "actually",
    "usually",
    "probably",
    "mostly",
    "early",
    "simply",
    "generally",
    "always",
    "daily",
    "weekly",
    "monthly",
    "ideally",
    "typically",
    "finally",
    "certainly",
    "definitely",
)
SHARE = re.compile(r"%$|^[1-9]/[1-9]\d?$")
DURATIONS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")

FEATURES: dict[str, Callable[[Gap], object]] = {
    "subject": lambda gap: gap.clause.subject_kind,
    "subject.head": lambda gap: (
        singular(gap.sentence.parse.lower[gap.clause.subject_head]) if gap.clause.subject else ""
    ),
    "subject.person": person,
    "subject.someone": someone,
    "subject.anybody": anybody,
    "subject.first": first_of_subject,
    "subject.generic": lambda gap: (
        len(gap.clause.subject) == 1
        and singular(gap.sentence.parse.words[gap.clause.subject_head]) in words("generic_heads")
        and gap.clause.subject_head not in gap.clause.swaps
    ),
    "subject.plural": lambda gap: gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS"),
    "subject.modified": lambda gap: Gap(gap.sentence, gap.clause, None).modified,
    "subject.past": lambda gap: any(gap.sentence.parse.tags[i] == "VBD" for i in gap.clause.subject),
    "subject.noun": lambda gap: any(gap.sentence.parse.tags[i].startswith("NN") for i in gap.clause.subject),
    "single_open": lambda gap: (
        not gap.passive
        and gap.listed < 2
        and gap.clause.lemma not in ("lead", "point", "depend", "rely", "belong", "boil")
        and len(gap.clause.subject) == 1
        and gap.clause.subject_kind == "noun"
        and gap.clause.subject_head not in gap.clause.swaps
        and not any(unit.role in ("condition", "purpose") for unit in gap.clause.units)
        and not gap.clause.rather_than
        and not any(aside.form == "contrast" for aside in gap.sentence.segment.asides)
    ),
    "turns_alone": lambda gap: (
        gap.clause.lemma in ("turn", "grow", "live", "evolve")
        and len(gap.clause.subject) == 1
        and gap.clause.subject_kind in ("noun", "name")
        and gap.clause.subject_head not in gap.clause.swaps
        and gap.sentence.parse.tags[gap.clause.subject_head] in ("NN", "NNP")
    ),
    "subject.figure": lambda gap: any(gap.sentence.parse.tags[i] == "CD" for i in gap.clause.subject[:2]),
    "subject.indefinite_plural": lambda gap: (
        gap.clause.subject != ()
        and gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS")
        and first_of_subject(gap) != "the"
    ),
    "subject.share": lambda gap: any(
        gap.sentence.parse.lower[i] in ("%", "percent") or SHARE.search(gap.sentence.parse.lower[i]) is not None
        for i in gap.clause.subject[:3]
    ),
    "subject.share_of": lambda gap: (
        any(gap.sentence.parse.lower[i] == "of" for i in gap.clause.subject)
        and any(SHARE.search(gap.sentence.parse.lower[i]) for i in gap.clause.subject[:3])
    ),
    "marker_in": lambda gap: frozenset(unit.marker for unit in gap.clause.units if unit.marker) or frozenset({"none"}),
    "main.words": lambda gap: (
        len(gap.clause.subject) + len(gap.clause.aux) + len(gap.clause.predicate) - len(gap.tokens)
    ),
    "has_more": lambda gap: (
        any(u.role in ("condition", "purpose") for u in gap.clause.units)
        or bool(modifiers(gap) & {"preposition", "clause", "relative"})
    ),
    "subject.words": lambda gap: len(gap.clause.subject),
    "verb": lambda gap: gap.clause.lemma,
    "verbs": lambda gap: gap.verbs,
    "modal": lambda gap: gap.clause.modals or frozenset({"none"}),
    "negated": lambda gap: gap.clause.negated,
    "denied": lambda gap: gap.clause.negated and not gap.clause.modals & {"can", "could", "should", "must"},
    "past": lambda gap: gap.clause.past,
    "was": lambda gap: gap.clause.past and gap.clause.lemma == "be",
    "perfect": lambda gap: any(gap.sentence.parse.lower[i] in ("has", "have", "'ve", "had") for i in gap.clause.aux),
    "olden": lambda gap: gap.clause.past and gap.clause.subject_kind != "name",
    "talk_step": lambda gap: (
        bool(gap.verbs & words("speech_verbs"))
        and (gap.clause.subject_kind in ("we", "us", "you", "i", "he", "they", "name", "none") or person(gap))
    ),
    "story": lambda gap: (
        gap.clause.past
        and (
            gap.clause.subject_kind not in ("noun", "clause")
            or person(gap)
            or first_of_subject(gap)
            in ("the", "our", "my", "your", "a", "an", "one", "both", "he", "his", "her", "their")
            or bool(gap.clause.swaps)
        )
    ),
    "imperative": lambda gap: gap.clause.imperative,
    "passive_gap": lambda gap: gap.unit is not None and gap.sentence.parse.child(gap.unit.head, "auxpass") is not None,
    "passive": lambda gap: gap.passive,
    "passive_clause": lambda gap: gap.passive and gap.clause.subject_kind == "clause",
    "passive_main": lambda gap: (
        not gap.clause.negated
        and any(
            gap.sentence.parse.deps[i] == "auxpass" and not gap.sentence.parse.lower[i].startswith("get")
            for i in gap.clause.aux
        )
    ),
    "can_be_done": lambda gap: gap.passive and bool(gap.clause.modals & {"can", "could", "may", "might"}),
    "reported": lambda gap: bool(gap.clause.source),
    "has": lambda gap: frozenset(unit.role for unit in gap.clause.units) or frozenset({"none"}),
    "marker": lambda gap: (gap.unit.marker if gap.unit else "") or "none",
    "governor.tag": lambda gap: gap.sentence.parse.tags[gap.unit.governor] if gap.unit else "",
    "provenance": lambda gap: any(
        gap.sentence.parse.lower[c] in ("from", "by")
        and c in gap.tokens
        and any(gap.sentence.parse.tags[o].startswith("NNP") for o in gap.sentence.parse.children(c, "pobj"))
        for c in gap.sentence.parse.children(gap.head, "prep")
    ),
    "generic_alone": generic_alone,
    "resolved": lambda gap: gap.clause.subject_head in gap.clause.swaps,
    "denied_be": denied_be,
    "denied_merely": denied_merely,
    "bare_be": lambda gap: (
        gap.clause.lemma == "be"
        and not any(
            unit.role in ("complement", "prepositional", "adverb", "object", "agent", "content")
            for unit in gap.clause.units
        )
    ),
    "contrasted": lambda gap: (
        bool(gap.clause.rather_than) or any(aside.form == "contrast" for aside in gap.sentence.segment.asides)
    ),
    "subject.asks": lambda gap: first_of_subject(gap) in ("how", "what", "why", "where", "who", "whether", "when"),
    "lone_quality": lone_quality,
    "paired": paired,
    "counted_is": lambda gap: (
        gap.clause.lemma == "be"
        and gap.unit is not None
        and gap.unit.role == "complement"
        and gap.clause.subject_kind != "there"
    ),
    "complement.first": lambda gap: complement(gap, "first_word"),
    "complement.head": lambda gap: complement(gap, "head_noun"),
    "complement.extreme": extreme_complement,
    "complement.tag": lambda gap: complement(gap, "head_tag"),
    "complement.modified": lambda gap: complement(gap, "modified"),
    "expletive": lambda gap: gap.clause.subject_kind == "it" and is_expletive(gap.clause),
    "placed": lambda gap: any(unit.role == "prepositional" and not unit.fronted for unit in gap.clause.units),
    "fronted": lambda gap: frozenset(unit.role for unit in gap.clause.units if unit.fronted) or frozenset({"none"}),
    "governor": lambda gap: gap.governor,
    "governed": governed,
    "gap.reckons": reckons,
    "gap.last": ends_sentence,
    "gap.head": lambda gap: gap.head_noun,
    "gap.date": date,
    "gap.portion": portion,
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
    "gap.state": lambda gap: (
        gap.head_noun in words("states") and (gap.first_tag not in ("DT", "PRP$") or gap.first_word == gap.head_noun)
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
    "gap.compares": compares,
    "gap.manner": lambda gap: (
        len(gap.tokens) == 1 and gap.first_word.endswith("ly") and gap.first_word not in NO_MANNER
    ),
    "gap.ratio": lambda gap: (
        any(char.isdigit() for char in str(gap))
        and bool(gap.tokens)
        and gap.sentence.parse.lower[gap.tokens[-1] + 1 : gap.tokens[-1] + 2] == ["to"]
    ),
    "gap.judged": lambda gap: any(gap.sentence.parse.lower[i] in words("judging") for i in gap.tokens),
    "gap.one": lambda gap: gap.first_word == "one" and gap.head_noun not in DURATIONS,
    "gap.judged_way": lambda gap: (
        gap.head_noun == "way"
        and any(gap.sentence.parse.lower[i] in words("judging") for i in gap.tokens if i < gap.head)
    ),
    "gap.few": lambda gap: any(
        gap.sentence.parse.lower[i] in ("first", "few", "last", "next", "same", "other", "many", "several", "most")
        for i in gap.tokens[:3]
    ),
    "gap.subject": lambda gap: gap.own_subject,
    "gap.figure": lambda gap: any(char.isdigit() for char in str(gap)),
    "gap.past": lambda gap: gap.told_in_past,
    "gap.plain": lambda gap: gap.plain,
    "gap.number": lambda gap: gap.number != "",
    "gap.person": lambda gap: gap.person,
    "gap.fronted": lambda gap: bool(gap.unit and gap.unit.fronted),
    "item": lambda gap: gap.sentence.item,
    "quoted": lambda gap: gap.sentence.segment.quoted,
    "label": lambda gap: gap.sentence.segment.label.lower() or "none",
    "noun_before": lambda gap: (
        gap.before_object and gap.unit is not None and gap.unit.marker in ("of", "for", "in", "to", "about", "with")
    ),
    "aim_first": lambda gap: (
        any(unit.fronted and unit.role == "purpose" for unit in gap.clause.units)
        and not (
            gap.unit is not None
            and gap.unit.fronted
            and gap.clause.lemma != "need"
            and gap.clause.modals & {"must", "need", "have", "should"}
        )
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
        and not (complement(gap, "head_tag") in ("JJ", "JJR") and gap.unit is not None and gap.unit.marker == "if")
    ),
    "after_but": after_but,
    "then_because": lambda gap: gap.sentence.after is not None and "because" in gap.sentence.after.text.lower(),
    "joint": lambda gap: (
        "none" if LEADING_LABEL.match(gap.sentence.segment.label) else gap.sentence.segment.joint or "none"
    ),
    "ends": lambda gap: gap.sentence.segment.end,
    "before_object": lambda gap: gap.before_object,
}
