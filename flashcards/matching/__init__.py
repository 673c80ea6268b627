"""The closed table of matchers a rule may use. A matcher finds places in a sentence; it can't run a rule's code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flashcards.matching.aside import AsideMatcher
from flashcards.matching.base import Found, Matcher, PatternError
from flashcards.matching.clause import ClauseMatcher
from flashcards.matching.items import ItemsMatcher
from flashcards.matching.nodes import NodesMatcher
from flashcards.matching.pair import PairMatcher
from flashcards.matching.text import TextMatcher

MATCHERS: dict[str, Callable[[dict[str, Any], str], Matcher]] = {
    "aside": AsideMatcher,
    "clause": ClauseMatcher,
    "items": ItemsMatcher,
    "pair": PairMatcher,
    "parse": NodesMatcher,
    "text": TextMatcher,
}

__all__ = ["MATCHERS", "Found", "Matcher", "PatternError"]
