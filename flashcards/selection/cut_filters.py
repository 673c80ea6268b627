"""Hard filters for what the parser cut at the wrong place: an answer short of its verb, a verb short of its object."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate

WAY = re.compile(r"\b(?:mode|order|form|format|sequence|manner|fashion)$")
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


def way_of_doing(card: Candidate) -> str:
    """For "run in log-only mode": a way of running, nothing that one runs in."""
    asked = card.question.startswith("What ") and re.search(r"\bin\b[^,]*\?$", card.question)
    return "it is how, not what" if asked and WAY.search(card.answer) else ""


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


def kind_of_several(card: Candidate) -> str:
    """For "a team that owns it, a purpose, and an expiry date": of one kind is only the first of them."""
    several = " kind of " in card.question and re.search(r", (?:an? |the )?[\w -]+, and ", card.answer)
    return "the answer lists things of several kinds" if several else ""


def then_it_holds(card: Candidate) -> str:
    """For "then operators get measured on features": when, the sentence before said."""
    then = card.sentence.before is not None and re.match(r"Then,? ", card.sentence.segment.text)
    return "nothing on the card says when" if then else ""


def somebody_does(card: Candidate) -> str:
    """For "when review feels unsafe, people adapt": how they do is what the post goes on to say."""
    asked = card.rule.name == "what-happens"
    who = r"(?:people|things|everyone|everybody|nobody|they|we|you|somebody|someone)"
    return "the answer is vague" if asked and re.fullmatch(rf"{who} \w+", card.answer, re.IGNORECASE) else ""


def subject_cut_from_its_noun(card: Candidate) -> str:
    """For "recovery time after incidents needs to be automatic", with only "incidents" taken for the subject."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject[0] < 2 or clause.parse.deps[clause.verb] != "ROOT":
        return ""
    noun, link = clause.subject[0] - 2, clause.subject[0] - 1
    cut = clause.parse.tags[link] == "IN" and clause.parse.tags[noun].startswith("NN")
    return "the subject is cut" if cut and clause.parse.lower[link] not in ("that", "if", "whether", "because") else ""
