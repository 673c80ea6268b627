"""Hard filters for reasons that give none, or that are another verb's."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate


def reason_is_no_reason(card: Candidate) -> str:
    """For "teams should read them aloud, so patterns show", "because we lack time because we are few"."""
    if card.rule.asks != "cause":
        return ""
    if card.rule.name == "consequence" and re.search(r"\b(?:should|ought|first step is)\b", card.answer):
        return "the answer is advice, no reason"
    if (
        re.search(r", or [a-z]+ (?:it|them|the|an?)\b", card.answer)
        and card.clause is not None
        and card.clause.imperative
    ):
        return "another verb got into the answer"  # "leave it alone because it may matter, or change it and ..."
    twice = re.match(r"(?:Because|Since) .*\b(?:because|since)\b", card.answer)
    return "the answer gives a reason of the reason" if twice else ""


def reason_of_both(card: Candidate) -> str:
    """For "two teams look at one graph and disagree, because ...": the reason is for the second verb, or for both."""
    clause = card.clause
    if clause is None or card.rule.name != "because" or not card.tokens:
        return ""
    second = [c for c in clause.parse.children(clause.verb, "conj") if c > clause.verb]
    first = any(other.verb in second for other in card.sentence.clauses) and second[0] < min(card.tokens)
    first = first and re.search(rf" and [^?]*\b{re.escape(clause.parse.lower[second[0]])}\b", card.question) is None
    return "the reason is for another verb as well" if first else ""


def reason_of_the_participle(card: Candidate) -> str:
    """For "adopt one at a time, starting with the first since it is cheap": why that one comes first."""
    clause = card.clause
    if clause is None or card.rule.name != "because" or not card.tokens:
        return ""
    before = [unit for unit in clause.units if unit.role == "participle" and unit.tokens[-1] + 1 == min(card.tokens)]
    return "the reason is for another verb" if before else ""


def reason_under_a_denial(card: Candidate) -> str:
    """For "tools don't get adopted because they exist": not for that reason, it says."""
    clause = card.clause
    if clause is None or card.rule.name != "because" or not clause.negated or not card.tokens:
        return ""
    first = min(card.tokens)
    under = first > clause.verb and clause.parse.words[first - 1] != "," and len(card.tokens) <= 3
    return "the denial may be of the reason" if under and clause.parse.lower[first] == "because" else ""
