"""Hard filter against clauses taken for headings."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate

CLAUSE = re.compile(  # what stands before a colon, and says something by itself
    r"(?!.*\b(?:that|who|which|when|where|if|how|what|why)\b)"
    r"(?:.* (?:works|matters|helps|pays|wins|counts|hurts|scales|breaks|rots|suffers|fails|differs|varies|grows)"
    r"(?: (?:well|best|badly|better|too|both ways|off|most|more|here|out|a lot|in practice|at scale|anyway|fast))?"
    r"|.* (?:has|have|had|gets|makes|takes|gives|needs|brings|shows|creates|causes|loses|requires|goes|comes)"
    r" (?:an?|the|no|two|three|four|its|their|your|our|more|less|fewer|many|both|similar|some|well|wrong)\b.*)",
    re.IGNORECASE,
)


def clause_taken_for_a_heading(card: Candidate) -> str:
    """For "Freezes have the same effect: ...": no law, list or term of that name."""
    if card.clause is not None:
        return ""
    label = re.match(r"[^:?!]{4,80}(?=:\s)", card.sentence.whole or card.sentence.text)
    lead = card.sentence.listing.lead if card.sentence.listing else ""
    said = label[0] if label else card.sentence.segment.label or lead
    asked = card.question.lower()
    found = CLAUSE.fullmatch(said) and all(
        word in asked for word in said.lower().split() if word not in ("the", "a", "an")
    )
    return "a statement was taken for a heading" if found else ""
