"""Which card is which, told from the notes alone.

Anki ties a learner's history to a note's guid, and the guid comes from `Card.id` only. This module proposes ids from
talk, post and answer. A ledger of earlier builds takes the proposals as its starting point and replaces them by what
it remembers; where there is no ledger, they are the ids.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from flashcards.model import Card

_NOISE = re.compile(r"https?://\S+|[@#][\w-]+")
_WORD = re.compile(r"\w+")
# "C++" and "C#" are two answers, "75 %" and "75 €" as well.
_ANSWER_WORD = re.compile(r"\w+|[+#%$€<>=]+")
# Shorter words stand in every post and tell none from another.
_SHORTEST_WORD = 4
# Few words, so that a typo mended elsewhere in the post seldom touches them; enough that two posts seldom share all.
_SKETCH_WORDS = 4
_LIGHT = frozenset("a an the to by in on at of for because so that as it is".split())

_Place = tuple[str, str, str, int, int]


def identify(cards: Iterable[Card]) -> list[Card]:
    """The same cards in the same order, each with an `id` of 16 hexadecimal digits; no two alike.

    The id depends on the event's name, the talk's title, a sketch of the post and the answer's words; not on the
    question, the rule, the other cards of the post, the place in the notes, the file, or case and punctuation. It is
    the answer that tells the cards of a post apart, because a card's rank would hand its history to another card as
    soon as a new one comes before it.
    """
    cards = list(cards)
    posts = _post_keys(cards)
    keys = [_digest(posts[_place(card)], *answer_words(card.answer)) for card in cards]
    shared = Counter(keys)
    # Two cards of a post with the same answer: the question has to tell them apart.
    keys = [
        key if shared[key] == 1 else _digest(key, plain_words(card.question))
        for key, card in zip(keys, cards, strict=True)
    ]
    taken: set[str] = set()
    identified = []
    for key, card in zip(keys, cards, strict=True):
        identified.append(replace(card, id=free_id(key, taken)))
        taken.add(identified[-1].id)
    return identified


def free_id(proposed: str, taken: Iterable[str]) -> str:
    """The proposed id, or where that one is taken another one that depends on nothing else."""
    taken = taken if isinstance(taken, set | dict) else set(taken)
    number, chosen = 1, proposed
    while chosen in taken:
        number += 1
        chosen = _digest(proposed, str(number))
    return chosen


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """The text's words in small letters with a space between, without marks and Markdown's emphasis."""
    # Emphasis is written with the underscore, which \w takes for a letter.
    return " ".join(_WORD.findall(text.replace("_", " ").casefold()))


@lru_cache(maxsize=20_000)
def post_words(source: str) -> str:
    """A post's words, without its links, handles and hashtags unless it has nothing else."""
    return plain_words(_NOISE.sub(" ", source)) or plain_words(source) or " ".join(source.split())


def answer_words(answer: str) -> list[str]:
    """The words that tell an answer from others: none that could be left out, and signs such as %."""
    words = _ANSWER_WORD.findall(answer.replace("_", " ").casefold())
    return [word for word in words if word not in _LIGHT] or words or [answer.strip()]


def sketch(source: str) -> list[str]:
    """A few words of the post that stand for it, the same few while most of the post stays as it is.

    Of the words of some length those with the smallest hash, so that a word changed or added elsewhere rarely
    replaces one of them. A post with no such words is sketched by all its words.
    """
    plain = post_words(source)
    words = {word for word in plain.split() if len(word) >= _SHORTEST_WORD and not word.isdigit()}
    if len(words) < _SKETCH_WORDS:
        return [plain]
    return sorted(sorted(words, key=_rank)[:_SKETCH_WORDS])


@lru_cache(maxsize=1 << 15)
def _rank(word: str) -> tuple[str, str]:
    """An order of words that has nothing to do with what they say."""
    return _digest(word), word


def _place(card: Card) -> _Place:
    """Tells posts apart within one build."""
    return (*_talk(card), str(card.talk.file), card.talk.line, card.post.line)


def _talk(card: Card) -> tuple[str, str]:
    return plain_words(card.talk.event.name), plain_words(card.talk.title)


def _post_keys(cards: Sequence[Card]) -> dict[_Place, str]:
    """A key for each post, by its place: its sketch, or all its words where another post has the same sketch."""
    first = {_place(card): card for card in reversed(cards)}
    ordered = [(place, first[place]) for place in dict.fromkeys(map(_place, cards))]
    sketches = {place: _digest(*_talk(card), *sketch(card.post.source)) for place, card in ordered}
    shared = Counter(sketches.values())
    same: Counter[str] = Counter()
    keys: dict[_Place, str] = {}
    for place, card in ordered:
        key = sketches[place]
        if shared[key] > 1:
            key = _digest(*_talk(card), "whole", plain_words(card.post.source))
        same[key] += 1
        # The same words twice in one talk: then order is all there is.
        keys[place] = key if same[key] == 1 else _digest(key, str(same[key]))
    return keys


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]
