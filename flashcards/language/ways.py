"""How advice is followed, where brackets behind it say so in an order: "make room to think (cancel two meetings)"."""

from __future__ import annotations

from dataclasses import replace

from flashcards.language.clause import Unit
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

LONGEST = 14  # words that can still be one answer


def find_way(sentence: Sentence) -> None:
    """Set `way` to what the brackets at the end of an order tell to do, and let the order be asked how."""
    if not sentence.clauses or not sentence.clauses[-1].imperative:
        return
    for aside in sentence.segment.asides:
        said = aside.text.split()
        at_end = aside.form == "parenthesis" and aside.before.rstrip(".") == sentence.segment.text.rstrip(".")
        if at_end and 2 <= len(said) <= LONGEST and _orders(said):
            sentence.way = aside.text
            last = sentence.clauses[-1]
            sentence.clauses[-1] = replace(last, units=(*last.units, Unit("way", -1, (), ())))


def _orders(said: list[str]) -> bool:
    """Whether the words are an order. One word that may be a noun as well ("cache misses") needs an object's length."""
    first = said[0].lower()
    if first in ("don't", "never") or any(word.endswith((",", ";")) for word in said):
        return False  # what not to do is no way to do it, and two orders are two facts
    first = first if first in words("imperatives") else first.removeprefix("re")
    return first in words("imperatives") and (first not in words("nouns_too") or len(said) > 3)
