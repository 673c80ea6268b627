"""Hard filters for what holds only sometimes, held once, or is only supposed, where the card says it of always."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate

TOLD_FIGURE = re.compile(  # "Why did tickets drop by a third?": one firm's story
    r"Why did .*(?:\b(?:by|from|to|under|over) (?:an? |around |about )?"
    r"(?:\d|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r"|\bway (?:up|down)\b|\b(?:go|drop|fall|rise|double|halve|shrink)(?: (?:up|down|so|that|a lot).*)?\?$)"
)
HEDGES = frozenset(
    "frequently often sometimes usually occasionally generally mostly typically rarely seldom now".split()
)


def told_of_late(card: Candidate) -> str:
    """For "over the last two quarters": what has happened lately is a story, and its end is not known."""
    lately = re.search(
        r"\b(?:over|in|during) the (?:last|past) (?:\w+ )?(?:quarters?|weeks?|months?|sprints?|days)\b|\bsince"
        r" (?:last|this) \w+",
        card.sentence.text,
    )
    return "it is a story of late" if lately and card.clause is not None else ""


def hedge_in_front(card: Candidate) -> str:
    """For "Frequently it just means that ...": the question has lost the word, so it says too much."""
    clause = card.clause
    if clause is None:
        return ""
    front = [
        clause.parse.lower[i] for unit in clause.units if unit.fronted and unit.role == "adverb" for i in unit.tokens
    ]
    lost = [word for word in front if word in HEDGES and word not in f"{card.question} {card.answer}".lower().split()]
    return "the question has lost a word that matters" if lost else ""


def only_supposed(card: Candidate) -> str:
    """For "perhaps analysts are translators": the card would say for certain what the speaker only supposes."""
    words_of_sentence = (card.sentence.whole or card.sentence.text).lower().split()
    supposed = words_of_sentence[:1] and words_of_sentence[0].rstrip(",") in (
        "perhaps",
        "maybe",
        "possibly",
        "probably",
    )
    kept = re.search(r"\b(?:perhaps|maybe|possibly|probably|may|might)\b", f"{card.question} {card.answer}".lower())
    return "the speaker only supposes it" if supposed and not kept and card.rule.asks != "order" else ""


def undated_figure(card: Candidate) -> str:
    """A share of the past, or under "After three years": of which year, and whose, only the writer knew."""
    if card.rule.asks == "cause":
        return "nothing on the card says when, and of whom" if TOLD_FIGURE.match(card.question) else ""
    share = card.rule.asks == "quantity" and ("%" in card.answer or card.rule.name == "portion")
    if not share:
        return ""
    past = card.clause is not None and card.clause.past and not re.search(r"\b(?:19|20)\d\d\b", card.question)
    lead = card.sentence.before
    while lead is not None and lead.item:
        lead = lead.before
    after = card.sentence.item and lead is not None and re.match(r"(?:After|Before|Since|Within|In) ", lead.text)
    return "nothing on the card says when" if past or (after and lead is not None and not lead.clauses) else ""
