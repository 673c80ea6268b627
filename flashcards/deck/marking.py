"""Where in a post its card's answer stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

Span = tuple[int, int]

_WORD = re.compile(r"\w+")
_BETWEEN_ITEMS = re.compile(r"[,;\n]|\b(?:and|or)\b", re.IGNORECASE)
_LEADING = frozenset("a an the because to by so that for of in on it is".split())
_WEAK = _LEADING | frozenset("and or not at as be are was were with from this these we you they i our your".split())
# How many words on either side of an answer are searched for the question's words.
_NEARBY = 15
# Beyond this the search for a run of words is not worth its time.
_LONGEST_ANSWER = 80


def answer_spans(text: str, answer: str, question: str = "") -> list[Span]:
    """Start and end of what to mark in `text`, in order; empty when the answer's words do not occur.

    The whole answer first, without regard to case, punctuation or a leading "the", "because" or "to"; where it occurs
    more than once, beside most of the question's words. Else every item of a list; else the longest run of words.
    """
    wanted = _without_leading(_words(answer))
    if not wanted:
        return []
    if (only := _only_place(text, wanted)) is not None:
        return [_widened(text, *only, answer)]
    spoken = [word.casefold() for word in _WORD.findall(text)]
    runs = _best(spoken, wanted, question)
    if not runs:
        items = [item for part in _BETWEEN_ITEMS.split(answer) if (item := _without_leading(_words(part)))]
        found = [_best(spoken, item, question) for item in items]
        runs = [run for each in found for run in each] if len(items) > 1 and all(found) else []
    if not runs:
        runs = _longest_run(spoken, wanted)
    if not runs:
        return []
    words = [match.span() for match in islice(_WORD.finditer(text), max(last for _, last in runs))]
    spans = [_widened(text, words[first][0], words[last - 1][1], answer) for first, last in sorted(runs)]
    return _merged(spans)


def whole_spans(text: str, answer: str) -> list[Span]:
    """Start and end of each place where all words of the answer stand, but for a leading "the" or "because"."""
    wanted = _without_leading(_words(answer))
    if not wanted:
        return []
    words = [match.span() for match in _WORD.finditer(text)]
    found = _occurrences([text[start:end].casefold() for start, end in words], wanted)
    return [_widened(text, words[first][0], words[last - 1][1], answer) for first, last in found]


def telling_words(text: str) -> set[str]:
    """The words of a text that say what it is about."""
    return set(_words(text)) - _WEAK


def _only_place(text: str, wanted: Sequence[str]) -> Span | None:
    """Where these words follow each other, if one of them stands nowhere else: most are found so, and sooner."""
    low = text.casefold()
    phrase = " ".join(wanted)
    start = low.find(phrase)
    if start < 0 or len(low) != len(text):
        return None
    for word in wanted:
        if low.count(word) == 1:
            break
    else:
        return None
    end = start + len(phrase)
    if _WORD.match(low, end) or (start > 0 and _WORD.match(low, start - 1)):
        return None
    return start, end


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _without_leading(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and words[start] in _LEADING:
        start += 1
    return words[start:]


def _occurrences(spoken: list[str], wanted: list[str]) -> Iterator[Span]:
    size = len(wanted)
    start = -1
    for _ in range(spoken.count(wanted[0])):
        start = spoken.index(wanted[0], start + 1)
        if size == 1 or spoken[start : start + size] == wanted:
            yield start, start + size


def _best(spoken: list[str], wanted: list[str], question: str) -> list[Span]:
    """The occurrence with most of the question's words around it, as a list of one, or of none."""
    found = list(_occurrences(spoken, wanted))
    if len(found) < 2:
        return found
    near = telling_words(question)

    def company(run: Span) -> int:
        first, last = run
        return len(near.intersection(spoken[max(0, first - _NEARBY) : first] + spoken[last : last + _NEARBY]))

    # max() keeps the first of equals.
    return [max(found, key=company)]


def _longest_run(spoken: Sequence[str], wanted: Sequence[str]) -> list[Span]:
    if len(wanted) > _LONGEST_ANSWER:
        return []
    best: Span = (0, 0)
    lengths = [0] * (len(wanted) + 1)
    for end, word in enumerate(spoken, start=1):
        # lengths[j]: how many words before `end` agree with those before wanted[j].
        lengths = [0] + [lengths[j] + 1 if word == wanted[j] else 0 for j in range(len(wanted))]
        longest = max(lengths)
        if longest > best[1] - best[0]:
            best = (end - longest, end)
    run = spoken[best[0] : best[1]]
    # A lone "the" tells nobody where the answer is.
    return [best] if any(word not in _WEAK for word in run) else []


def _widened(text: str, start: int, end: int, answer: str) -> Span:
    """With the signs that belong to the answer's first and last word: the "%" of "75 %", the "$" of "$10"."""
    stripped = answer.strip().rstrip(".!?:;,")
    if stripped[:1].isalnum() and stripped[-1:].isalnum():
        return start, end
    tail = re.search(r"\s*[^\w\s]*$", stripped)
    if tail and tail.group() and text.startswith(tail.group(), end):
        end += len(tail.group())
    head = re.match(r"[^\w\s]*", stripped)
    if head and head.group() and text.endswith(head.group(), 0, start):
        start -= len(head.group())
    return start, end


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
