"""The cards an event has so far, found again by their rare words: a new card is compared with few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from flashcards.selection.content import content_words

Words = tuple[frozenset[str], frozenset[str]]  # of the question, of the answer
_LIKE, _ASKING_LIKE = 0.9, 0.8  # shares of words in common from which two cards are alike, all words and the question's


@lru_cache(maxsize=50_000)
def words_of(question: str, answer: str) -> Words:
    """The content words of a card's question and answer."""
    return frozenset(content_words(question)), frozenset(content_words(answer))


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """How much two sets have in common, from 0 to 1; empty ones nothing."""
    if not one or not two:
        return 0.0
    return 2 * len(one & two) / (len(one) + len(two))


class Seen:
    """The question and answer words of the cards chosen so far."""

    def __init__(self, cards: Iterable[Words] = ()) -> None:
        self._cards: list[Words] = []
        self._questions: set[frozenset[str]] = set()
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for card in cards:
            self.add(card)

    def __len__(self) -> int:
        return len(self._cards)

    def add(self, card: Words) -> None:
        """Remember a card."""
        for word in card[0] | card[1]:
            self._with[word].append(len(self._cards))
        self._questions.add(card[0])
        self._cards.append(card)

    def has_like(self, card: Words) -> bool:
        """Whether a card seen asks the same question, or nearly the same with nearly the same answer."""
        if card[0] in self._questions:
            return True
        whole = card[0] | card[1]
        # Cards alike share so many words that every choice of this many has one of them: the rarest are looked up.
        enough = int(len(whole) * (1 - _LIKE / (2 - _LIKE))) + 1
        rarest = sorted(whole, key=lambda word: (len(self._with.get(word, ())), word))[:enough]
        near = {number for word in rarest for number in self._with.get(word, ())}
        return any(
            overlap(whole, self._cards[number][0] | self._cards[number][1]) > _LIKE
            and overlap(card[0], self._cards[number][0]) > _ASKING_LIKE
            for number in near
        )
