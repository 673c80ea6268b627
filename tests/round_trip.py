"""A card put back together: what of its clause stands neither in the question nor in the answer.

Measured on the notes at hand, the cards of clauses pass this without a filter of their own: what is lost is lost on
purpose. So it is a test of the wording, which must not begin to lose a negation or a limit.
"""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import base, singular
from flashcards.wording.left_out import ALWAYS_DROPPED
from flashcards.wording.phrase import EXPANDED

# Words that change what is true: none of them may get lost.
LIMITS = frozenset(
    "not never no none nobody neither nothing hardly rarely only seldom few little can could may might should must"
    " would will often usually sometimes most mostly always all every each some many almost mainly probably perhaps"
    " likely unless except without least".split()
)
# Rules that ask for a second statement about the subject, at the clause's end: the first one is not on the card.
SECOND_STATEMENTS = ("participle-state",)
# Adjuncts that a question may do without, limits in them and all.
MAY_GO = (*ALWAYS_DROPPED, "purpose")
WITHOUT_CONTENT = frozenset("be have do".split())
# As the parser splits words: "ca" + "n't".
WHOLE = {**EXPANDED, "n't": "not"}
SHORT = (("can't", "can not"), ("won't", "will not"), ("cannot", "can not"), ("n't", " not"))


def lost(card: Candidate) -> list[str]:
    """The words of the card's clause that are not on the card and make a difference; none for a card of no clause."""
    clause = card.clause
    if clause is None:
        return []
    parse = clause.parse
    said = _words(f"{card.question} {card.answer}")
    gone = {i for unit in clause.units if unit.role in MAY_GO or unit.marker in ("so", "so that") for i in unit.tokens}
    inside = {*clause.subject, *clause.aux, *clause.predicate, *(i for unit in clause.units for i in unit.tokens)}
    if card.rule.name in SECOND_STATEMENTS:
        inside, gone = {*clause.subject, *card.tokens}, set()
    return [parse.words[i] for i in sorted(inside - gone - set(clause.swaps)) if not _is_said(card, i, said)]


def _is_said(card: Candidate, i: int, said: set[str]) -> bool:
    assert card.clause is not None
    parse = card.clause.parse
    word, tag = parse.words[i], parse.tags[i]
    stem = WHOLE.get(parse.lower[i].replace("’", "'")) or base(word, tag)
    if stem in LIMITS:
        return stem in said
    if tag.startswith(("NN", "VB", "JJ", "CD")):
        parts = _words(word)
        return stem in WITHOUT_CONTENT or stem in said or not parts or bool(parts & said)
    return True


def _words(text: str) -> set[str]:
    plain = text.lower().replace("’", "'")
    for short, full in SHORT:
        plain = plain.replace(short, full)
    words = set(re.findall(r"[a-z0-9]+|%", plain))
    return words | {singular(word) for word in words}
