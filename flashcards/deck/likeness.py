"""How alike are two wordings of a question, an answer or a post? Told in steps that a decision can be made of."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

_WORD = re.compile(r"\w+(?:['’]\w+)?|[+#%$€<>=]+")
# Words that may come and go without a change of meaning. Not "not", "before", "most", "with": they make the meaning.
_LIGHT = frozenset(
    "a an the is are was were be been being am do does did has have had will would can could should may might must"
    " shall of in on at to for by as and or that this these those it its so then what which who whom how why when"
    " where there you we our your they their i my".split()
)
_NEGATIONS = frozenset("no not never none nothing nobody neither nor without cannot".split())
_TYPO = 80  # percent of letters two words must share to be one with a typo mended
_SHORTEST_TYPO = 4  # letters; "cat" and "car" are two words


class Alike(IntEnum):
    """How much two wordings have in common, least first."""

    OTHER = 0
    REWORDED = 1  # some words shared, the same numbers and negations
    NEAR = 2  # most words shared
    TYPO = 3  # the same words but for typos, order and words without weight
    EXACT = 4  # the same but for case and spaces


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.replace("_", " ").casefold().replace("’", "'")))


def _heavy(tokens: tuple[str, ...]) -> list[str]:
    return [token for token in tokens if token not in _LIGHT] or list(tokens)


def _negations(tokens: tuple[str, ...]) -> int:
    return sum(token in _NEGATIONS or token.endswith("n't") for token in tokens)


def _is_figure(token: str) -> bool:
    return any(c.isdigit() for c in token) or not token[0].isalnum()


def _same_word(one: str, two: str) -> bool:
    if one == two:
        return True
    if _is_figure(one) or _is_figure(two) or min(len(one), len(two)) < _SHORTEST_TYPO:
        return False
    return fuzz.ratio(one, two) >= _TYPO


def _pairs(one: list[str], two: list[str]) -> int:
    """How many words of the one have a partner in the other, typos mended."""
    left, right = Counter(one), Counter(two)
    both = left & right
    rest = sorted((right - both).elements())
    found = both.total()
    for word in sorted((left - both).elements()):
        partner = next((other for other in rest if _same_word(word, other)), None)
        if partner is not None:
            rest.remove(partner)
            found += 1
    return found


def is_exact(one: str, two: str) -> bool:
    """Whether two texts are the same but for case and spaces."""
    return one == two or " ".join(one.split()).casefold() == " ".join(two.split()).casefold()


def alike(one: str, two: str) -> Alike:
    """How alike two questions, or two answers, are."""
    if is_exact(one, two):
        return Alike.EXACT
    first, second = _tokens(one), _tokens(two)
    if not first or not second or _negations(first) != _negations(second):
        return Alike.OTHER
    left, right = _heavy(first), _heavy(second)
    found = _pairs(left, right)
    if found == len(left) == len(right):
        return Alike.TYPO
    figures = [{token for token in tokens if _is_figure(token)} for tokens in (left, right)]
    if not (figures[0] <= figures[1] or figures[1] <= figures[0]):
        return Alike.OTHER
    share = 2 * found / (len(left) + len(right))
    if found == min(len(left), len(right)) or share >= 0.6:
        return Alike.NEAR
    return Alike.REWORDED if found and figures[0] == figures[1] and share >= 0.3 else Alike.OTHER


def replaced(one: str, two: str) -> bool:
    """Whether each text has a word of weight that the other has nothing like."""
    left, right = _heavy(_tokens(one)), _heavy(_tokens(two))
    return _pairs(left, right) < min(len(left), len(right))


def likeness(one: str, two: str) -> float:
    """How alike two texts are, from 0 to 1; for telling which of several is the most alike."""
    return float(fuzz.token_sort_ratio(one.casefold(), two.casefold())) / 100


def says_much(text: str) -> bool:
    """Whether a text has enough words of weight to be the same by more than chance."""
    return sum(token not in _LIGHT for token in _tokens(text)) >= 2


@lru_cache(maxsize=4096)
def post_likeness(one: str, two: str) -> float:
    """How alike two posts are, from 0 to 1, given their words; what one post has beyond the other counts little."""
    if one == two:
        return 1.0
    whole = float(fuzz.ratio(one, two)) / 100
    first, second = set(one.split()) - _LIGHT, set(two.split()) - _LIGHT
    smaller = min(len(first), len(second))
    contained = len(first & second) / smaller if smaller >= 3 else 0.0
    return max(whole, 0.8 * contained)
