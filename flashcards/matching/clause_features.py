"""What condition lines can ask of a clause and of the sentence that it stands in, by name."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.language.lexicon import words
from flashcards.language.segments import LEADING_LABEL
from flashcards.matching.traits import (
    after_but,
    complement,
    denied_be,
    denied_merely,
    extreme_complement,
    first_of_subject,
    modifiers,
    paired,
    person,
)
from flashcards.wording.gap import Gap

OF_CLAUSE: dict[str, Callable[[Gap], object]] = {
    "verb": lambda gap: gap.clause.lemma,
    "verbs": lambda gap: gap.verbs,
    "modal": lambda gap: gap.clause.modals or frozenset({"none"}),
    "negated": lambda gap: gap.clause.negated,
    "denied": lambda gap: gap.clause.negated and not gap.clause.modals & {"can", "could", "should", "must"},
    "denied_be": denied_be,
    "denied_merely": denied_merely,
    "past": lambda gap: gap.clause.past,
    "was": lambda gap: gap.clause.past and gap.clause.lemma == "be",
    "perfect": lambda gap: any(gap.sentence.parse.lower[i] in ("has", "have", "'ve", "had") for i in gap.clause.aux),
    "olden": lambda gap: gap.clause.past and gap.clause.subject_kind != "name",
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
    "talk_step": lambda gap: (
        bool(gap.verbs & words("speech_verbs"))
        and (gap.clause.subject_kind in ("we", "us", "you", "i", "he", "they", "name", "none") or person(gap))
    ),
    "imperative": lambda gap: gap.clause.imperative,
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
    "bare_be": lambda gap: (
        gap.clause.lemma == "be"
        and not any(
            unit.role in ("complement", "prepositional", "adverb", "object", "agent", "content")
            for unit in gap.clause.units
        )
    ),
    "state": lambda gap: (
        gap.clause.lemma == "be"
        and not (complement(gap, "head_tag") in ("JJ", "JJR") and gap.unit is not None and gap.unit.marker == "if")
    ),
    "complement.first": lambda gap: complement(gap, "first_word"),
    "complement.head": lambda gap: complement(gap, "head_noun"),
    "complement.extreme": extreme_complement,
    "complement.tag": lambda gap: complement(gap, "head_tag"),
    "complement.modified": lambda gap: complement(gap, "modified"),
    "has": lambda gap: frozenset(unit.role for unit in gap.clause.units) or frozenset({"none"}),
    "fronted": lambda gap: frozenset(unit.role for unit in gap.clause.units if unit.fronted) or frozenset({"none"}),
    "placed": lambda gap: any(unit.role == "prepositional" and not unit.fronted for unit in gap.clause.units),
    "marker_in": lambda gap: frozenset(unit.marker for unit in gap.clause.units if unit.marker) or frozenset({"none"}),
    "has_more": lambda gap: (
        any(u.role in ("condition", "purpose") for u in gap.clause.units)
        or bool(modifiers(gap) & {"preposition", "clause", "relative"})
    ),
    "main.words": lambda gap: (
        len(gap.clause.subject) + len(gap.clause.aux) + len(gap.clause.predicate) - len(gap.tokens)
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
    "instead_of": lambda gap: gap.clause.instead_of != "",
    "rather_than": lambda gap: gap.clause.rather_than != "",
    "set_against": lambda gap: gap.clause.set_against,
    "contrasted": lambda gap: (
        bool(gap.clause.rather_than) or any(aside.form == "contrast" for aside in gap.sentence.segment.asides)
    ),
    "paired": paired,
    "after_but": after_but,
    "then_because": lambda gap: gap.sentence.after is not None and "because" in gap.sentence.after.text.lower(),
    "joint": lambda gap: (
        "none" if LEADING_LABEL.match(gap.sentence.segment.label) else gap.sentence.segment.joint or "none"
    ),
    "ends": lambda gap: gap.sentence.segment.end,
    "listing": lambda gap: len(gap.sentence.listing.items) if gap.sentence.listing else 0,
    "item": lambda gap: gap.sentence.item,
    "quoted": lambda gap: gap.sentence.segment.quoted,
    "label": lambda gap: gap.sentence.segment.label.lower() or "none",
}
