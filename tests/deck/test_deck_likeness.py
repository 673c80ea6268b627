"""Which wordings count as the same."""

from __future__ import annotations

import pytest

from flashcards.deck.likeness import Alike, alike, post_likeness


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("What is toil?", "what  is Toil?", Alike.EXACT),
        ("What should a cache have?", "What must every cache have?", Alike.NEAR),
        ("Why do teams recieve pages?", "Why do teams receive pages?", Alike.TYPO),
        ("What should a team own?", "What should teams own?", Alike.TYPO),
        ("What is the essence of success in coordination?", "What does coordination depend on?", Alike.REWORDED),
        ("Which timeout should be largest?", "Which timeout should be smallest?", Alike.REWORDED),
        ("What should a team do first?", "What should a team not do first?", Alike.OTHER),
        ("75 %", "57 %", Alike.OTHER),
        ("C++", "C#", Alike.OTHER),
        ("75 %", "75 % of outages", Alike.NEAR),
        ("the proxy", "proxy", Alike.TYPO),
        ("proxy", "app", Alike.OTHER),
        ("cat", "car", Alike.OTHER),
        ("to be", "on it", Alike.OTHER),
        ("?", "!", Alike.OTHER),
        ("", "", Alike.EXACT),
    ],
)
def test_alike(one: str, two: str, expected: Alike) -> None:
    assert alike(one, two) is expected
    assert alike(two, one) is expected


def test_a_post_that_grew_is_still_much_the_same() -> None:
    short = "every cache should have an owner"
    assert post_likeness(short, short) == 1
    assert post_likeness(short, f"{short} or it keeps stale prices until somebody calls at night") >= 0.8
    assert post_likeness(short, "gardeners like wet weather and long evenings") < 0.5
