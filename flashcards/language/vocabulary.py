"""Which words of these notes are names: learned from how they are written inside sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from flashcards.language.lexicon import words
from flashcards.language.spelling import in_dictionary

WORD = re.compile(r"(?<=[a-z0-9,;)'] )([A-Za-z][\w'-]*)")
PREFIXED = re.compile(r"(?:pre|post|re|co|de|un|non|self|cross|anti|multi|over|under|sub|inter|semi)-[a-z]+")
COMMON_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ing",
    "ance",
    "ence",
    "ship",
    "ality",
    "ability",
    "ies",
    "ments",
    "ings",
    "tions",
    "ers",
    "ors",
    "ures",
    "cies",
    "ency",
    "ancy",
    "ogy",
    "ware",
    "hood",
    "age",
)
ADJECTIVE_ENDINGS = ("ful", "less", "able", "ible", "ative", "ous", "ical")

# Words of the field that a title or the first place in a sentence writes with a capital, and that are no names there.
COMMON_STARTS = frozenset(
    "audit audits cloud security product software mainframe leadership growth resistance safety delivery"
    " crunch complex chaos cycle code data team teams system systems release releases test tests bias"
    " schema schemas checkbox metaphor metaphors rot debt onboarding gardening burnout backup backups restore restores"
    " rollout rollouts retry retries metric metrics dashboard dashboards ticket tickets legacy version versions"
    " stress work flow lead quality service services trust risk value culture change cost time user users"
    " big small good old new open hard simple continuous technical slack toil waste queue queues error"
    " errors alert alerts incident incidents feature features tool tools platform".split()
)


def unknown(low: str) -> bool:
    """Whether a word in small letters is in no dictionary and has no common ending: "kubernetes", "ansible"."""
    described = len(low) > 6 and low.endswith(ADJECTIVE_ENDINGS)  # "stateful"
    return not described and not low.endswith(COMMON_ENDINGS) and not in_dictionary(low.split("-")[0])


class Vocabulary:
    """Counts of words written small and capitalised in the middle of sentences."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.learn(texts)

    def learn(self, texts: Iterable[str]) -> None:
        """Count the words of these texts as well."""
        for text in texts:
            for word in WORD.findall(text):
                if word[0].islower():
                    self.small[word] += 1
                else:
                    self.capital[word.lower()] += 1

    def add(self, other: Vocabulary) -> None:
        """Know what another vocabulary has learned, too."""
        self.small.update(other.small)
        self.capital.update(other.capital)

    def usual(self, low: str) -> bool | None:
        """Whether a word, given small, is mostly written with a capital; None if it is not known."""
        small, capital = self.small[low], self.capital[low]
        return capital > small if small or capital else None

    def is_name(self, word: str, tag: str) -> bool:
        """Whether a word that begins a sentence keeps its capital elsewhere; `tag` is its Penn Treebank tag."""
        if not word[:1].isupper() or word == "I":
            return word == "I"
        if any(char.isupper() or char.isdigit() for char in word[1:]):
            return True
        if " " in word:
            return False  # a unit of several words, all but its first letter small
        if len(word) == 1 and word != "A":
            return True
        low = word.lower()
        if PREFIXED.fullmatch(low):
            return False  # "Pre-commit", "Self-service"
        if low in COMMON_STARTS:
            return False  # titles, too, write it with a capital
        if (usual := self.usual(low)) is not None:
            return usual
        if unknown(low):
            return True
        if low in words("product_names") and tag in ("NN", "NNP"):
            return True
        if tag != "NNP":  # a plural that only ever begins a sentence is hardly a name
            return False
        return low in words("place_names") and not low.endswith(COMMON_ENDINGS)


class Asked(Vocabulary):
    """A vocabulary that remembers what it was asked: the answers on which a result depends, by word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.answers: dict[str, bool | None] = {}

    def usual(self, low: str) -> bool | None:
        """The vocabulary's answer."""
        return self.answers.setdefault(low, self._vocabulary.usual(low))
