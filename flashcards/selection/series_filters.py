"""Hard filters for one of several: a step, an order or a verb whose fellows the card leaves out."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import base
from flashcards.language.lexicon import words


def lists_nouns(card: Candidate) -> str:
    """A verb behind a comma, coordinated with "be": an item of a list that was taken for a verb."""
    clause = card.clause
    if clause is None or not clause.verb or clause.parse.deps[clause.verb] != "conj":
        return ""
    parse, first = clause.parse, clause.parse.heads[clause.verb]
    item = parse.words[clause.verb - 1] == "," and base(parse.words[first], parse.tags[first]) == "be"
    return "an item of a list was taken for a verb" if item else ""


def one_of_several(card: Candidate) -> str:
    """One of several things that are said of a subject ("it also helps ..."), with a verb that fits any of them."""
    clause = card.clause
    if clause is None or clause.lemma not in words("open_verbs") or clause.unit("complement") is not None:
        return ""
    also = any(clause.parse.lower[i] == "also" for i in clause.parse.children(clause.verb, "advmod"))
    if also and card.rule.asks != "cause":  # why it also helps has one answer
        return "the sentence says it is not the only answer"
    shared = sum(other.subject == clause.subject for other in card.sentence.clauses if other.subject)
    goes_on = card.sentence.after
    while goes_on is not None and goes_on.segment.joint == ";" and (goes_on.elided or not goes_on.clauses[:1]):
        shared, goes_on = shared + 1, goes_on.after
    return "the sentence has other answers as well" if shared > 2 else ""


def one_case_of_several(card: Candidate) -> str:
    """For "memory fails when we are tired, and when the work is dull": half of when."""
    asked = card.question.startswith(("When ", "Why ")) or ", when " in card.question
    more = re.match(r",? (?:and|or|but also) (?:when|if|because|since|where) ", card.behind_the_answer)
    return "the sentence has other answers as well" if asked and more else ""


def several_purposes(card: Candidate) -> str:
    """For "to mend data, to say sorry, and to plan": three purposes, and the question wants one."""
    several = re.match(r"(?:In order )?[Tt]o [^,]+, to [^,]+,? and to ", card.answer)
    return "it is more than one thing" if several and card.rule.asks == "purpose" else ""


def condition_of_the_first(card: Candidate) -> str:
    """A verb behind "and" whose condition stands before the first verb: "if X, then A is B and should C"."""
    clause = card.clause
    if clause is None or not clause.link or clause.parse.deps[clause.verb] != "conj":
        return ""
    first = card.sentence.clauses[0]
    if first is clause or first.subject != clause.subject:
        return ""
    condition = next((unit for unit in first.units if unit.role == "condition" and unit.fronted), None)
    return "the condition in front is lost" if condition and not clause.unit("condition") else ""


def said_of_others_too(card: Candidate) -> str:
    """For "in national networks (private ones, too)": the bracket names another answer."""
    others = any(
        aside.form == "parenthesis"
        and re.search(r"\b(?:too|as well|also)$|^also\b", aside.text)
        and aside.before.lower().endswith(card.answer.lower())
        for aside in card.sentence.segment.asides
    )
    return "the sentence says it is not the only answer" if others else ""


def half_of_what_to_do(card: Candidate) -> str:
    """One of two orders that hold in the same case: "if a bug is found, fix the code and run it again"."""
    clause = card.clause
    if clause is None or clause.unit("condition") is None or card.rule.name != "what-to-do" or " and " in card.answer:
        return ""
    orders = sum(
        other.imperative or bool(other.modals & clause.modals & {"should", "must"})
        for other in card.sentence.clauses
        if other.subject == clause.subject
    )
    return "the sentence says what else to do" if orders > 1 else ""


def one_step_of_many(card: Candidate) -> str:
    """One of three orders and more in a sentence, or of "first ..., then ...": steps of what only the post names."""
    clause = card.clause
    if re.match(r"First,? [^;:]*, then ", card.sentence.text) and card.rule.asks not in ("list", "order", "steps"):
        return "it is one step of several"
    if card.rule.name == "label-items" and "; then " in card.answer:
        return "it is one step of several"  # "rollouts in rings: lab, then five stores": no two rollouts
    if clause is None or not clause.imperative or card.rule.asks not in ("advice", "place") or card.sentence.scope:
        return ""
    orders = sum(other.imperative for other in card.sentence.clauses)
    return "it is one step of several" if orders > 2 else ""
