"""Which cards a post may give at all: how many, and how surely good."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cards a post may give, and how sure it must be that a card is good, in percent.

    Of 357 cards from notes that no rule was mended for, readers kept 60 %. Of those at least 60 % sure by a fit to
    other notes, which are 55 % of them, they kept 75 %, of the others 42 %. `make weights` tells of other limits.
    """

    per_post: int = 3
    sure: int = 60


USUAL = Limits()
ALL = Limits(sure=0)  # what rules make is shown, however unsure


def chance(score: float) -> float:
    """The chance, from 0 to 1, that a strict reader keeps a card of this score, the logarithm of its odds."""
    return 1 / (1 + math.exp(-score))
