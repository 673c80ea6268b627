"""Figures in a gap: shares of a whole, and years."""

from __future__ import annotations

import re

from flashcards.wording.gap import Gap

ROUGHLY = (
    r"(?:(?:over|about|around|nearly|almost|approximately|up to|more than|less than|at least|at most|only|some) )?"
)
PORTION = re.compile(
    rf"{ROUGHLY}(?P<part>\d+(?:\.\d+)? ?%|\d+ percent|half|[1-9]/[1-9]\d?|(?:a|one|two) thirds?"
    r"|(?:a|one|three) quarters?) of \w",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:(?:early|late|mid|january|february|march|april|may|june|july|august|september|october|november"
    r"|december) )?(?:1[89]|20)\d\ds?",
    re.IGNORECASE,
)


def portion(gap: Gap) -> bool:
    """Whether it is a part of a whole: "60% of all defects", "half of their time"."""
    return PORTION.match(str(gap)) is not None


def date(gap: Gap) -> bool:
    """Whether it is a year, perhaps with its month: "2008", "May 2019"."""
    return DATE.fullmatch(str(gap)) is not None
