"""Hard filters for it and them that would have to mean the subject of their own verb, which they never do."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate

OBJECTS = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS")}


def names_its_own_subject(card: Candidate) -> str:
    """For "nurses stop hearing them": an object's pronoun never means the subject of its own verb."""
    clause = card.clause
    if clause is None or not clause.subject:
        return ""
    parse = clause.parse
    for i in range(len(parse)):
        tags = OBJECTS.get(parse.lower[i])
        if tags is None or i in clause.swaps or parse.deps[i] not in ("dobj", "pobj", "dative"):
            continue
        if not re.search(rf"\b{parse.lower[i]}\b", f"{card.question} {card.answer}", re.IGNORECASE):
            continue
        if i not in clause.predicate and _means_nothing_named(card, i, tags):
            return f"nothing on the card says what {parse.words[i]!r} is"
        if i not in clause.predicate:
            continue
        arrives = parse.lower[i - 1] in ("make", "makes", "made", "making") and parse.lower[i + 1 : i + 2] in (
            ["to"],
            ["into"],
        )
        if arrives or _own_subject(card, i):
            continue  # "never make it to production"
        others = [j for j in (*clause.subject, *clause.predicate) if j < i and parse.tags[j] in tags]
        others = [j for j in others if j != clause.subject_head and parse.deps[j] not in ("compound", "nmod")]
        if not others and parse.tags[clause.subject_head] in tags:
            return f"nothing on the card says what {parse.words[i]!r} is"
    return ""


def _means_nothing_named(card: Candidate, i: int, tags: tuple[str, ...]) -> bool:
    """For "if the server can't renew it, it steps down": the object of a clause beside is not that clause's subject."""
    clause = card.clause
    assert clause is not None  # noqa: S101 (for the type checker)
    parse = clause.parse
    subject = parse.child(parse.heads[i], "nsubj") if parse.deps[i] == "dobj" else None
    if subject is None or subject in clause.swaps or parse.tags[subject] not in tags:
        return False
    if not re.search(rf"\b{re.escape(parse.lower[parse.heads[i]])} {parse.lower[i]}\b", card.question):
        return False
    named = [j for j in range(i) if parse.tags[j] in tags and j != subject]
    return all(parse.deps[j] in ("compound", "nmod") for j in named)


def _own_subject(card: Candidate, i: int) -> bool:
    """Whether a verb between the pronoun and the clause's has a subject of its own."""
    clause = card.clause
    assert clause is not None  # noqa: S101 (for the type checker)
    parse, at = clause.parse, i
    while parse.heads[at] != at and at != clause.verb:
        if parse.child(at, "nsubj", "nsubjpass", "csubj", "csubjpass", "poss") is not None:
            return True
        at = parse.heads[at]
    return False
