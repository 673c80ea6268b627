"""Condition lines such as `subject = noun|name` or `verb != be|@light_verbs`, over a closed set of features."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from flashcards.language.lexicon import words
from flashcards.matching.base import PatternError

LINE = re.compile(r"([a-z_.]+)\s*(!?=|<=|>=)\s*(\S.*)")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Condition:
    """One line: `feature` (of `features`) has, or hasn't, one of `values`; with <= and >= a number's bound."""

    line: str
    feature: str
    sign: str
    values: frozenset[str]
    bound: float = 0.0

    def holds(self, value: object) -> bool:
        """Whether it holds for the feature's value: a word, a set of words, a number or a truth value."""
        if self.sign in ("<=", ">="):
            number = float(value) if isinstance(value, int | float) else 0.0
            return number <= self.bound if self.sign == "<=" else number >= self.bound
        if isinstance(value, bool):
            value = "yes" if value else "no"
        given = value if isinstance(value, frozenset | set) else {str(value)}
        return bool(self.values & given) == (self.sign == "=")


def conditions(text: object, key: str, features: Mapping[str, Callable[..., object]]) -> tuple[Condition, ...]:
    """The condition lines of `text`. PatternError for a line that can't be read or names no feature."""
    if text is None:
        return ()
    if not isinstance(text, str):
        raise PatternError(f"{key!r} must be text with one condition a line", key)
    made = []
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        found = LINE.fullmatch(line)
        if not found:
            raise PatternError(f"{key!r}: {line!r} is no condition; write `feature = value|value`", key)
        feature, sign, values = found.groups()
        if feature not in features:
            raise PatternError(f"{key!r}: unknown feature {feature!r}; it is one of {', '.join(sorted(features))}", key)
        made.append(_condition(line, feature, sign, values, key))
    return tuple(made)


def _condition(line: str, feature: str, sign: str, values: str, key: str) -> Condition:
    if sign in ("<=", ">="):
        try:
            return Condition(line, feature, sign, frozenset(), float(values))
        except ValueError:
            raise PatternError(f"{key!r}: {values!r} is no number", key) from None
    given: set[str] = set()
    for value in values.split("|"):
        value = value.strip()
        if value.startswith("@"):
            try:
                given |= words(value[1:])
            except KeyError:
                raise PatternError(f"{key!r}: words.toml has no list {value[1:]!r}", key) from None
        else:
            given.add(value)
    return Condition(line, feature, sign, frozenset(given))
