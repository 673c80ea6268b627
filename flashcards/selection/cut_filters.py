"""Hard filters for what the parser cut at the wrong place: an answer short of its verb, a verb short of its object."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate

FINITE = "is are was were can could will would has have should must does do gets goes".split()


def does_little_to(card: Candidate) -> str:
    """For "approval does little to catch defects", read as if it caught them."""
    clause = card.clause
    if clause is None or not clause.aux or clause.parse.lower[clause.aux[0]] not in ("do", "does", "did"):
        return ""
    return "'little' got lost" if "to" in clause.parse.lower[clause.aux[-1] : clause.verb] else ""


def short_of_its_verb(card: Candidate) -> str:
    """For "small batches pay off when deploying is cheap", read as "when deploying"."""
    clause = card.clause
    if clause is None or not card.tokens or min(card.tokens) <= clause.verb:
        return ""
    behind = clause.parse.lower[max(card.tokens) + 1 : max(card.tokens) + 2]
    return "the answer breaks off" if behind and behind[0] in FINITE else ""


def has_it_for_something(card: Candidate) -> str:
    """For "a team has all the skills to ship a change": that it has to ship it would be another thing."""
    clause = card.clause
    deed = clause.unit("infinitive") if clause is not None and clause.lemma in ("have", "need") else None
    if clause is None or deed is None or not card.tokens:
        return ""
    between = clause.verb < min(card.tokens) and max(card.tokens) < deed.tokens[0]
    joined = between and re.search(r"\b(?:have|need) to \w", card.question)
    return "'have to' says something else" if joined else ""


def with_what_stands(card: Candidate) -> str:
    """For "thought through with the gateway included": with says how, and what stands behind it is a clause."""
    state = re.search(
        r" (?:included|excluded|attached|enabled|disabled|missing|removed|in mind|in place)$", card.answer
    )
    return "the answer belongs to another clause" if state and card.question.endswith(" with?") else ""


def short_of_its_rest(card: Candidate) -> str:
    """For "a near miss is when all went wrong, and something stopped it": half of what it is."""
    goes_on = card.rule.name == "is-when" and re.match(r",? (?:and|but|yet) ", card.behind_the_answer)
    return "the answer breaks off" if goes_on else ""


def subject_cut_from_its_noun(card: Candidate) -> str:
    """For "recovery time after incidents needs to be automatic", with only "incidents" taken for the subject."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject[0] < 2 or clause.parse.deps[clause.verb] != "ROOT":
        return ""
    noun, link = clause.subject[0] - 2, clause.subject[0] - 1
    cut = clause.parse.tags[link] == "IN" and clause.parse.tags[noun].startswith("NN")
    return "the subject is cut" if cut and clause.parse.lower[link] not in ("that", "if", "whether", "because") else ""


def ends_in_a_question_word(card: Candidate) -> str:
    """For "it lets you choose when": when what is done, another clause says."""
    ends = re.search(r"\b(?:when|where|why|how|which|whose|whether)\.?$", card.answer, re.IGNORECASE)
    return "the answer breaks off" if ends and " " in card.answer else ""


def said_in_a_condition(card: Candidate) -> str:
    """For "when staff know it, and they see it, fewer ask", read as if staff did know it."""
    clause = card.clause
    if clause is None or not clause.subject:
        return ""
    conditional = any(
        i < clause.subject[0] and clause.parse.lower[i] in ("when", "whenever", "if", "unless", "once")
        for i in clause.parse.children(clause.verb, "advmod", "mark")
    )
    return "it holds in a case only" if conditional else ""
