"""Cards seen are found again by their rare words exactly as by comparing with every one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashcards.selection.seen import Seen, Words, overlap

_words = st.frozensets(st.sampled_from("abcdefghijkl"), max_size=8)
_cards = st.tuples(_words, _words)


def like_any(card: Words, cards: list[Words]) -> bool:
    return any(
        card[0] == other[0]
        or (overlap(card[0] | card[1], other[0] | other[1]) > 0.9 and overlap(card[0], other[0]) > 0.8)
        for other in cards
    )


@given(st.lists(_cards, max_size=12), _cards)
def test_same_as_comparing_with_all(cards: list[Words], card: Words) -> None:
    assert Seen(cards).has_like(card) == like_any(card, cards)


@given(_cards, st.sampled_from("abcdefghijkl"))
def test_near_ones_too(card: Words, word: str) -> None:
    other = (card[0] ^ {word}, card[1])
    assert Seen([other]).has_like(card) == like_any(card, [other])
