"""Which card is which, from one build to the next.

Anki ties a learner's history to a note's guid, and the guid comes from `Card.id` only. Without memory of earlier
builds an id can be drawn from the notes alone: this module proposes such ids. A ledger of earlier builds takes the
proposals as its starting point and replaces them by what it remembers.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashcards.model import Card

_NOISE = re.compile(r"https?://\S+|[@#][\w-]+")
_WORD = re.compile(r"\w+")
# Shorter words stand in every post and tell none from another.
_SHORTEST_WORD = 4
# Few words, so that a typo mended elsewhere in the post seldom touches them; enough that two posts seldom share all.
_SKETCH_WORDS = 4

_Post = tuple[str, str, str, int, int]


def identify(cards: Iterable[Card]) -> list[Card]:
    """The same cards in the same order, each with an `id` of 16 hexadecimal digits; no two alike.

    The id depends on the event's name, the talk's title, a sketch of the post and the card's rank in its post; not on
    the question, the answer, the rule, the place in the notes, the file, or the case and punctuation of a title.
    """
    cards = list(cards)
    posts = _post_keys(cards)
    ranks: Counter[_Post] = Counter()
    identified = []
    for card in cards:
        place = _place(card)
        identified.append(replace(card, id=_digest(posts[place], str(ranks[place]))))
        ranks[place] += 1
    return identified


def _place(card: Card) -> _Post:
    """Tells posts apart within one build."""
    return (*_talk(card), str(card.talk.file), card.talk.line, card.post.line)


def _talk(card: Card) -> tuple[str, str]:
    return _plain(card.talk.event.name), _plain(card.talk.title)


def _post_keys(cards: Sequence[Card]) -> dict[_Post, str]:
    """A key for each post, by its place: its sketch, or all its words where another post has the same sketch."""
    first = {_place(card): card for card in reversed(cards)}
    ordered = [(place, first[place]) for place in dict.fromkeys(map(_place, cards))]
    sketches = {place: _digest(*_talk(card), *sketch(card.post.source)) for place, card in ordered}
    shared = Counter(sketches.values())
    same: Counter[str] = Counter()
    keys: dict[_Post, str] = {}
    for place, card in ordered:
        key = sketches[place]
        if shared[key] > 1:
            key = _digest(*_talk(card), "whole", _plain(card.post.source))
        same[key] += 1
        # The same words twice in one talk: then order is all there is.
        keys[place] = key if same[key] == 1 else _digest(key, str(same[key]))
    return keys


def sketch(source: str) -> list[str]:
    """A few words of the post that stand for it, the same few while most of the post stays as it is.

    Of the words of some length those with the smallest hash, so that a word changed or added elsewhere rarely
    replaces one of them. A post with no such words is sketched by all its words.
    """
    plain = _plain(_NOISE.sub(" ", source))
    words = {word for word in plain.split() if len(word) >= _SHORTEST_WORD and not word.isdigit()}
    if len(words) < _SKETCH_WORDS:
        return [plain or _plain(source) or source]
    return sorted(sorted(words, key=lambda word: (_digest(word), word))[:_SKETCH_WORDS])


def _plain(text: str) -> str:
    # Markdown's emphasis is written with the underscore, which \w takes for a letter.
    return " ".join(_WORD.findall(text.replace("_", " ").casefold()))


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]
