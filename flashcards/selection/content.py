"""The words of a text that carry meaning."""

from __future__ import annotations

import re

from flashcards.language.forms import singular
from flashcards.language.lexicon import words

WORD = re.compile(r"[A-Za-z0-9%$€<>+'/-]+")
STOP = frozenset(
    "a an the and or but nor so if of in on at to for from by with as is are was were be been being am"
    " do does did doing have has had having will"
    " would can could should may might must shall it its they them their there this that these those"
    " we us our you your he she his her i my me what"
    " which who whom whose when where why how than then not no also just very more most rather about against"
    " like among some through within towards across into out up down over kind percentage".split()
)


def content_words(text: str) -> list[str]:
    """The words of a text that carry meaning, small, plurals brought to their singular."""
    return [
        singular(w.strip("'-/"))
        for w in WORD.findall(text.lower().replace("n't", " not"))
        if w.strip("'-/") and w not in STOP
    ]


def own_words(text: str) -> list[str]:
    """The words of a text that carry meaning and say something: neither vague ones ("thing") nor light verbs."""
    return [w for w in content_words(text) if w not in words("vague") and w not in words("light_verbs")]


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())
