"""Hard filters for cards from sentences that lean on the one before: they need more words of their own.

Measured on retold livetweets, read strictly: where a sentence begins its post, 83 % of the cards stand alone, behind
another sentence 63 %. Of the cards whose question has only two words of its own readers keep 40 % where they tell what
to do or where, but 70 % of the others.
"""

from __future__ import annotations

from flashcards.candidates import Candidate
from flashcards.selection.content import own_words, word_count

TELL_THEMSELVES = ("definition", "contrast", "term", "quantity", "list", "order")
LEANS = "the sentence leans on the one before"


def thin_behind_another(card: Candidate) -> str:
    """For "what should drills carry?": which drills, the sentence before said, and two words don't tell."""
    if card.sentence.before is None or card.rule.asks not in ("advice", "place") or card.sentence.scope:
        return ""
    if (
        card.clause is None
        or '"' in card.question
        or ", rather than " in card.question
        or word_count(card.question) > 10
    ):
        return ""  # what is quoted stands by itself, and so does what is set against something
    return LEANS if len(own_words(card.question)) == 2 else ""


def behind_a_dash(card: Candidate) -> str:
    """For "split catalogues cost time - requests show where": what stands behind a dash goes on with what is before."""
    clause = card.clause
    if clause is None or len(clause.swaps.get(clause.subject_head, "").split()) > 2:
        return ""  # the question names in full what the pronoun stands for
    goes_on = card.sentence.segment.joint == "-" and card.sentence.before is not None and not card.sentence.scope
    return LEANS if goes_on and card.rule.asks not in (*TELL_THEMSELVES, "cause") else ""
