"""Who is told how the work goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flashcards.generation import Generated
from flashcards.generation.worked import WorkedPost


def _ignore(*_: object) -> None:
    """What happens to news that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told while the work goes on: a warning, how many posts of how many are done, each post just done.

    `generated` gets it with what else it might have given, `worked` with all that was thought, which takes longer.
    """

    warn: Callable[[str], None] = _ignore
    progress: Callable[[int, int], None] = _ignore
    generated: Callable[[Generated], None] = _ignore
    worked: Callable[[WorkedPost], None] = _ignore

    @property
    def wants_thoughts(self) -> bool:
        """Whether anybody wants to see all that was thought."""
        return self.worked is not _ignore
