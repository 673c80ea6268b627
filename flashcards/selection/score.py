"""How sure it is that a card is good: a sum of weighted features a person can read, as a chance.

The weights are in rules/weights.toml, fitted to what strict readers kept of cards from notes that no rule had been
tried on: a logistic regression (tests/weigh.py), so that the sum is the logarithm of the odds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from flashcards.candidates import Candidate
from flashcards.selection.features import features


@dataclass(frozen=True, slots=True)
class Weights:
    """What a card without any feature scores, and what each feature adds."""

    constant: float
    features: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights, from rules/weights.toml."""
    text = resources.files("flashcards").joinpath("rules", "weights.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    return Weights(float(read["constant"]), {name: float(weight) for name, weight in read["features"].items()})


def score(candidate: Candidate) -> None:
    """Set the candidate's `features` and its `score`, the logarithm of its odds of being kept."""
    candidate.features = features(candidate)
    known = weights()
    # A new feature counts nothing until `make weights` has fitted it.
    added = sum(known.features.get(name, 0.0) * value for name, value in candidate.features.items())
    candidate.score = round(known.constant + added, 4)
