"""The weights of a card's features are those that the readings in tests/readings give, and tell good cards from bad."""

from __future__ import annotations

import numpy as np
import pytest

from flashcards.selection.limits import Limits, chance
from flashcards.selection.score import weights
from tests.weigh import Read, fit, read_cards, table, unmended, unseen

NEAR = 0.1  # of a weight: labels of cards that are worded otherwise since are not used


@pytest.fixture(scope="module")
def cards() -> list[Read]:
    return read_cards()


def test_they_are_what_the_readings_give(cards: list[Read]) -> None:
    constant, found = fit(cards, unseen(cards))
    known = weights()
    assert list(found) == list(known.features), "run make weights"
    assert constant == pytest.approx(known.constant, abs=NEAR), "run make weights"
    assert found == pytest.approx(dict(known.features), abs=NEAR), "run make weights"


def test_readers_keep_more_of_the_cards_above_the_limit(cards: list[Read]) -> None:
    names, values, kept = table(cards)
    odds = values @ np.array([weights().features[name] for name in names]) + weights().constant
    above = np.array([chance(one) * 100 >= Limits().sure for one in odds])
    fresh = unmended(cards)
    assert kept[fresh & above].mean() > kept[fresh].mean() + 0.05
    assert kept[fresh & ~above].mean() < 0.5
