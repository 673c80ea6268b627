"""File and folder names -> names for events and talks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_DATE = re.compile(r"\A(\d{4}-\d\d-\d\d)[-_ ]+(?=\S)")
_GENERIC = re.compile(
    r"(?:day|part|notes?|talks?|session|index|livetweets?|tweets|posts|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|morning|afternoon|main|all|my|readme|[\W\d_])+\Z",
    re.I,
)
_WORD = re.compile(r"(?<![@\w/.])[^\W\d_]{2,40}(?![^\W\d_])")
_SMALL = frozenset("a an and as at but by for from in into is of on or the to vs with".split())
_KNOWN = {
    word.lower(): word
    for word in (
        "API APIs AWS CD CI CLI CSS DevOps DevOpsDays DNS GitHub GitLab GraphQL HTML HTTP IoT IT JavaScript JSConf ML "
        "MySQL NoSQL PHP PostgreSQL PyCon QCon RubyConf SQL SRE SREcon TypeScript UI UX"
    ).split()
}


def date_of_name(stem: str) -> str:
    """The ISO date that a file's name begins with, else ""."""
    found = _DATE.match(stem)
    return found[1] if found else ""


def is_generic(stem: str) -> bool:
    """Whether a file's name ("day-1", "notes") could stand in any folder, so names no event."""
    return bool(_GENERIC.match(stem))


def spoken_name(stem: str, casing: Casing) -> str:
    """A file's or folder's name as a title: "devopsdays-toronto-2019" -> "DevOpsDays Toronto 2019"."""
    words = re.split(r"[-_\s]+", _DATE.sub("", stem).strip("-_. "))
    shown = [casing.of(word, first=not n) for n, word in enumerate(word for word in words if word)]
    return " ".join(shown)


class Casing:
    """How words are capitalised in the notes."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._inner: dict[str, Counter[str]] | None = None

    def of(self, word: str, first: bool) -> str:
        """The word as the notes write it; where they don't, with a capital."""
        if not word.islower():
            return word
        if word in _SMALL:
            return word.capitalize() if first else word
        forms = self._forms()
        if word in forms:
            return max(forms[word].items(), key=lambda form: (form[1], form[0]))[0]
        longer = [
            (count, form[: len(word)])
            for key, counts in forms.items()
            if key.startswith(word) and len(word) > 3
            for form, count in counts.items()
            if form[len(word)].isupper() and not form[: len(word)].isupper()
        ]
        form = max(longer)[1] if longer else _KNOWN.get(word, word)
        return form[:1].upper() + form[1:] if form.islower() else form

    def _forms(self) -> dict[str, Counter[str]]:
        """Every word of the notes that has a capital inside: its lower case -> its forms and their counts."""
        if self._inner is None:
            self._inner = {}
            for text in self._texts:
                for word in _WORD.findall(text):
                    if not word[1:].islower() and not word.islower():
                        self._inner.setdefault(word.lower(), Counter())[word] += 1
        return self._inner
