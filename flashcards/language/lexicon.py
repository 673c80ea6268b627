"""The shared word lists of rules/words.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """The list `name` of words.toml, lower case. Raises KeyError where there is no such list."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    text = resources.files("flashcards").joinpath("rules", "words.toml").read_text(encoding="utf-8")
    return {key: value for key, value in tomllib.loads(text).items() if isinstance(value, list)}
