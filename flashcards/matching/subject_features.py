"""What condition lines can ask of a clause's subject, by name."""

from __future__ import annotations

import re
from collections.abc import Callable

from flashcards.language.antecedents import is_expletive
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.matching.traits import anybody, first_of_subject, generic_alone, person, someone
from flashcards.wording.gap import Gap

SHARE = re.compile(r"%$|^[1-9]/[1-9]\d?$")

OF_SUBJECT: dict[str, Callable[[Gap], object]] = {
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
    "subject.any": lambda gap: (
        gap.clause.subject_kind in ("there", "clause") or first_of_subject(gap) in ("a", "an", "each", "every")
    ),
    "subject.plural": lambda gap: gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS"),
    "subject.indefinite_plural": lambda gap: (
        gap.clause.subject != ()
        and gap.sentence.parse.tags[gap.clause.subject_head] in ("NNS", "NNPS")
        and first_of_subject(gap) != "the"
    ),
    "subject.modified": lambda gap: Gap(gap.sentence, gap.clause, None).modified,
    "subject.past": lambda gap: any(gap.sentence.parse.tags[i] == "VBD" for i in gap.clause.subject),
    "subject.noun": lambda gap: any(gap.sentence.parse.tags[i].startswith("NN") for i in gap.clause.subject),
    "subject.asks": lambda gap: first_of_subject(gap) in ("how", "what", "why", "where", "who", "whether", "when"),
    "subject.words": lambda gap: len(gap.clause.subject),
    "subject.figure": lambda gap: any(gap.sentence.parse.tags[i] == "CD" for i in gap.clause.subject[:2]),
    "subject.share": lambda gap: any(
        gap.sentence.parse.lower[i] in ("%", "percent") or SHARE.search(gap.sentence.parse.lower[i]) is not None
        for i in gap.clause.subject[:3]
    ),
    "subject.share_of": lambda gap: (
        any(gap.sentence.parse.lower[i] == "of" for i in gap.clause.subject)
        and any(SHARE.search(gap.sentence.parse.lower[i]) for i in gap.clause.subject[:3])
    ),
    "generic_alone": generic_alone,
    "resolved": lambda gap: gap.clause.subject_head in gap.clause.swaps,
    "expletive": lambda gap: gap.clause.subject_kind == "it" and is_expletive(gap.clause),
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
}
