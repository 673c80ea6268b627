"""What all cards of a talk have in common, made once for each talk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from flashcards.model import Talk

T = TypeVar("T")


class PerTalk(Generic[T]):
    """Remembers what `make` made of each talk; to be dropped when the cards have been gone through."""

    def __init__(self, make: Callable[[Talk], T]) -> None:
        self._make = make
        # By identity: to compare talks, or to hash them, is to read all their posts. The talk is kept as well, so that
        # no other can have its identity meanwhile.
        self._known: dict[int, tuple[Talk, T]] = {}

    def of(self, talk: Talk) -> T:
        """What is made of this talk."""
        known = self._known.get(id(talk))
        if known is None:
            known = self._known[id(talk)] = talk, self._make(talk)
        return known[1]
