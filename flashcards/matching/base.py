"""What every matcher has in common: what it gives back, how it says that a rule is wrong, regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from flashcards.language.clause import Clause
from flashcards.language.sentence import Sentence
from flashcards.matching.contents import Contents


class PatternError(ValueError):
    """A rule's match table is wrong; `key` is the key it is about."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


@dataclass(slots=True)
class Found:
    """One place where a rule matches: what its templates may use, and the clause it came from.

    `veto` is the `unless` line that forbids it, "" where none does.
    """

    bindings: dict[str, Any]
    clause: Clause | None = None
    veto: str = ""
    tokens: frozenset[int] = field(default=frozenset())


class Matcher(Protocol):
    """Finds the places of a sentence that a rule speaks of."""

    def possible(self, contents: Contents) -> bool:
        """Whether a post with these contents may have a match: False only where there can be none."""
        ...

    def find(self, sentence: Sentence) -> Iterable[Found]:
        """The matches in `sentence`, vetoed ones too, in order."""
        ...


def take(spec: dict[str, Any], allowed: set[str], required: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    """`spec` if it has only `allowed` keys and all `required` ones; PatternError otherwise."""
    for key in spec:
        if key not in allowed:
            raise PatternError(f"unknown key {key!r}; this matcher takes {', '.join(sorted(allowed))}", key)
    for key in sorted(required):
        if key not in spec:
            raise PatternError(f"{key!r} is missing from the match table")
    return spec


def pattern(spec: dict[str, Any], key: str, default: str | None = None, flags: int = 0) -> re.Pattern[str]:
    """The regular expression under `key`; PatternError when it is missing or not valid."""
    value = spec.get(key, default)
    if not isinstance(value, str):
        raise PatternError(f"{key!r} must be a regular expression in quotes", key)
    try:
        return re.compile(value, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"{key!r} is not a valid regular expression: {error}", key) from None


def patterns(spec: dict[str, Any], key: str) -> list[re.Pattern[str]]:
    """One regular expression for each line under `key`; none where the key is missing."""
    lines = spec.get(key, "")
    if not isinstance(lines, str):
        raise PatternError(f"{key!r} must be text with one regular expression a line", key)
    return [pattern({key: line.strip()}, key) for line in lines.splitlines() if line.strip()]
