"""Hard filters for definitions that define nothing."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate


def doing_defined(card: Candidate) -> str:
    """For "moving to management is a change of job": nobody asks what that is."""
    clause = card.clause
    if clause is None or clause.subject_kind != "clause" or card.rule.asks != "definition":
        return ""
    asked = re.match(r"What (?:is|are) \w+ing \w.*(?<! of| in| to| on)\?", card.question)
    return "nobody asks what such a deed is" if asked and clause.lemma == "be" else ""


def definition_points_back(card: Candidate) -> str:
    """For "a release is when users see it": what a thing is, can't be told by the thing."""
    back = card.rule.name == "is-when" and re.search(r" (?:it|them)$", card.answer)
    return "the answer is told by what it defines" if back else ""


def spliced(card: Candidate) -> str:
    """For "slack is how late it may start, float is how late it may end": the second half tells of another thing."""
    more = re.search(r", (?:[\w-]+ ){1,3}(?:is|are) (?:how|what|the|an?|where|when)\b", card.answer)
    joined = more and not re.search(r", (?:and|or|but|which|who|that|if|when|where|because|so) ", more[0])
    return "the next clause got into the answer" if joined and card.rule.asks == "definition" else ""
