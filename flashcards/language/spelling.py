"""Slips of the keyboard put right: a word in no dictionary that is one letter away from just one common word."""

from __future__ import annotations

import gzip
import json
import math
import pkgutil
import re
from functools import cache
from string import ascii_lowercase

LETTERS = ascii_lowercase + "'"
WORD = re.compile(r"(?<![\w@#./'-])[a-z]{5,}(?![\w@/#-]|'\w|\.[\w.])")  # jargon is short, names are capitalised
ENDINGS = ("ing", "ed", "tion", "ment", "ly", "ness", "able", "ity", "ance", "ence")  # of words that are no jargon
PREFIXES = ("re", "pre", "un", "non", "over", "under", "mis", "multi", "micro", "cyber", "auto")
COMMON = 300  # times in the dictionary's texts; rarer words are as often meant as missed
LONG, RARE = 10, 20  # letters; in a long word hardly another one can be meant
CLEARLY = 15  # times as often as the next likely word


def spelled(text: str, untouched: frozenset[str] = frozenset()) -> str:
    """The text with slips such as "undertand" and "managment" put right, but not in the words of `untouched`.

    Words that may be jargon, and slips of which more than one word could be meant, stay as they are.
    """
    return WORD.sub(lambda found: found[0] if found[0] in untouched else _meant(found[0]), text)


@cache
def is_slip(word: str) -> bool:
    """Whether a long word in small letters is in no dictionary, but one letter away from a word that is."""
    known = _dictionary()
    if len(word) < LONG or not word.isalpha() or word in known or british(word):
        return False
    if any(word[:at] in known and word[at:] in known for at in range(4, len(word) - 3)) or _derived(word):
        return False
    return any(word.endswith(ending) for ending in ENDINGS) and not _one_away(word).isdisjoint(known)


def _derived(word: str) -> bool:
    """Whether it is made of a known word: "revalidated", "pretexting", "parameterized"."""
    known = _dictionary()
    stem = re.sub(r"i[sz](?:ed|ing|ation|able)$|ing$|ed$|ness$|ably$|able$", "", word)
    if stem != word and (stem in known or stem + "e" in known):
        return True
    return any(word.startswith(first) and word[len(first) :] in known for first in PREFIXES)


def british(word: str) -> bool:
    """Whether it is one that the dictionary spells the American way: "behaviour", "organisation"."""
    american = word.replace("our", "or").replace("is", "iz").replace("lled", "led").replace("lling", "ling")
    return american != word and american in _dictionary()


@cache
def in_dictionary(word: str) -> bool:
    """Whether the dictionary knows a word in small letters, its singular, or its two halves ("runbooks")."""
    known = _dictionary()
    if {word, word.removesuffix("s"), word.removesuffix("es")} & known.keys():
        return True
    one = word.removesuffix("s")
    return any(one[:at] in known and one[at:] in known for at in range(3, len(one) - 2))


@cache
def how_common(word: str) -> float:
    """How often a word in small letters comes, as log10 of its times in a billion words: "team" 4.9, "rollback" 1.2.

    0 where the dictionary doesn't have it.
    """
    often = _often(word)
    return math.log10(often * 1e9 / _words_read()) if often else 0.0


@cache
def _words_read() -> int:
    return sum(_dictionary().values())


@cache
def _dictionary() -> dict[str, int]:
    """English words and how often pyspellchecker met them. Its own class takes four times as long to read its file."""
    packed = pkgutil.get_data("spellchecker", "resources/en.json.gz") or b""
    words: dict[str, int] = json.loads(gzip.decompress(packed))
    return words


def _one_away(word: str) -> set[str]:
    """All that one letter left out, put in, replaced or swapped makes of a word (Norvig, "How to write a spelling
    corrector").
    """
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {before + after[1:] for before, after in halves if after}
    found |= {before + after[1] + after[0] + after[2:] for before, after in halves if len(after) > 1}
    found |= {before + letter + after[1:] for before, after in halves if after for letter in LETTERS}
    return found | {before + letter + after for before, after in halves for letter in LETTERS}


@cache
def _meant(word: str) -> str:
    known = _dictionary()
    if word in known:
        return word
    near = sorted(_one_away(word) & known.keys(), key=lambda one: (-_often(one), one))
    if not near or any({word, one} in ({one, one + "s"}, {word, word + "s"}) for one in near):
        return word  # a plural or singular that the dictionary lacks
    doubled = [one for one in near if _often(one) >= COMMON and _doubles_a_letter(word, one)]
    if len(doubled) == 1:
        return doubled[0]
    clear = len(near) == 1 or _often(near[0]) >= CLEARLY * _often(near[1])
    enough = COMMON if len(word) < LONG else RARE
    return near[0] if clear and _often(near[0]) >= enough and _is_slip(word, near[0]) else word


def _often(word: str) -> int:
    return _dictionary().get(word, 0)


def _is_slip(word: str, meant: str) -> bool:
    """Whether a letter is missing, or two are swapped, or one stands three times, or two stand twice.

    Or, in a long word, one vowel stands for another ("seperate"). A letter too many or another letter is as often
    jargon ("backend", "refactor") or British ("behaviour").
    """
    if len(meant) > len(word):
        return True
    if len(meant) == len(word):
        other = [(a, b) for a, b in zip(word, meant, strict=True) if a != b]
        vowel = len(word) >= 8 and len(other) == 1 and all(letter in "aeiou" for letter in other[0])
        return vowel or (sorted(meant) == sorted(word) and not word.endswith("re"))
    return bool(re.search(r"(\w)\1\1|(\w\w)\2", word))


def _doubles_a_letter(word: str, other: str) -> bool:
    return len(other) == len(word) + 1 and any(
        other[at] == other[at + 1] and other[:at] + other[at + 1 :] == word for at in range(len(word))
    )
