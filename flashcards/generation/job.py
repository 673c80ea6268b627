"""What is sent to whoever does the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Talk

if TYPE_CHECKING:
    from flashcards.language.analysis import ReadTalk


@dataclass(frozen=True, slots=True)
class Task:
    """A talk to think about, its event's vocabulary, and the talk in pieces where it has been cut already."""

    talk: Talk
    vocabulary: Vocabulary
    read: ReadTalk | None = None


Job = Sequence[Task]


@dataclass(frozen=True, slots=True)
class Setup:
    """What the work depends on besides the talks; `stamp` differs where rules or program differ."""

    rules: tuple[Path, ...]
    without: tuple[str, ...]
    model: str | None
    cache: bool
    stamp: bytes = b""
