"""What condition lines can ask of a gap and of what it hangs on, by name."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.language.lexicon import words
from flashcards.matching.figures import date, portion
from flashcards.matching.traits import compares, ends_sentence, governed, loose_purpose, reckons
from flashcards.wording.bracket_questions import bracketed_items
from flashcards.wording.gap import Gap

NO_MANNER = frozenset(
    "only really actually usually probably mostly early simply generally always daily weekly monthly ideally typically"
    " finally certainly definitely".split()
)
DURATIONS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")

OF_GAP: dict[str, Callable[[Gap], object]] = {
    "gap.reckons": reckons,
    "gap.last": ends_sentence,
    "gap.head": lambda gap: gap.head_noun,
    "gap.date": date,
    "gap.portion": portion,
    "gap.nested": lambda gap: (
        gap.unit is not None and gap.sentence.parse.tags[gap.sentence.parse.heads[gap.unit.head]].startswith("NN")
    ),
    "gap.bracketed": lambda gap: len(bracketed_items(gap)),
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
    "gap.judged_head": lambda gap: any(
        gap.sentence.parse.lower[i] in words("judging") for i in gap.tokens if i < gap.head
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
    "marker": lambda gap: (gap.unit.marker if gap.unit else "") or "none",
    "governor": lambda gap: gap.governor,
    "governor.tag": lambda gap: gap.sentence.parse.tags[gap.unit.governor] if gap.unit else "",
    "governed": governed,
    "passive_gap": lambda gap: gap.unit is not None and gap.sentence.parse.child(gap.unit.head, "auxpass") is not None,
    "provenance": lambda gap: any(
        gap.sentence.parse.lower[c] in ("from", "by")
        and c in gap.tokens
        and any(gap.sentence.parse.tags[o].startswith("NNP") for o in gap.sentence.parse.children(c, "pobj"))
        for c in gap.sentence.parse.children(gap.head, "prep")
    ),
    "counted_is": lambda gap: (
        gap.clause.lemma == "be"
        and gap.unit is not None
        and gap.unit.role == "complement"
        and gap.clause.subject_kind != "there"
    ),
    "before_object": lambda gap: gap.before_object,
    "noun_before": lambda gap: (
        gap.before_object and gap.unit is not None and gap.unit.marker in ("of", "for", "in", "to", "about", "with")
    ),
    "loose_purpose": loose_purpose,
}
