"""Tells which of the cards now in the notes is which of the cards remembered.

Exactly the same first, then by likeness within the talk, then in other talks, each step leaving less to the next. A
card gets a remembered one's history only when there is no doubt: where two would do equally well, it gets none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from rapidfuzz import fuzz, process

from flashcards.deck.identity import sketch
from flashcards.deck.likeness import Alike, alike, likeness, post_likeness, replaced, says_much
from flashcards.deck.record import GONE, LIVE, RETIRED, Face, Record, face
from flashcards.model import Card

# Post likeness from which a post is the same one with some words mended, or the same one rewritten.
_MENDED, _REWRITTEN = 0.8, 0.5
# Two partners whose scores differ by less are equally good.
_DOUBT = 0.03
# How much less good a partner is whose question has another word of weight in place of one.
_REPLACED = 0.1
# Posts that share so many of the words that stand for them may be one.
_SHARED_WORDS = 3
# How many posts are looked at closely for each card, and how many may share a key.
_NEAREST = 8
_MOST_KIN = 1000

Pair = tuple[int, int]


class Recognition:
    """Finds for each card, by its number, the record it continues, by its number; `found` grows step by step."""

    def __init__(
        self,
        cards: Sequence[Card],
        records: Sequence[Record],
        outside: Sequence[bool],
        known: Mapping[int, int] = MappingProxyType({}),
        reserved: Iterable[int] = (),
    ) -> None:
        """`outside`: which records' notes are not read in this build, so that only the very same continues them.

        `known` is what is found already, and the `reserved` records are for no other card.
        """
        self.found: dict[int, int] = dict(known)
        self._new = [face(card) for card in cards]
        self._old = [face(record.card) for record in records]
        self._records = records
        self._outside = outside
        self._taken: set[int] = {*self.found.values(), *reserved}
        self._questions = [_counted(faces) for faces in (self._new, self._old)]
        self._exactly()
        for states in ((LIVE,), (GONE, RETIRED)):
            self._by_likeness(states, lambda one: [(one.talk, one.post)], _same_talk)
            self._by_likeness(states, lambda one: [one.talk], _same_talk)
            self._by_likeness(states, lambda one: [one.post], _other_talk)
            self._by_likeness(states, _sketched, _other_talk)

    def _exactly(self) -> None:
        """The same in every respect, wherever they stand; in order, where there are several."""
        waiting: dict[object, list[int]] = defaultdict(list)
        for number, old in enumerate(self._old):
            if number not in self._taken:
                waiting[_exact(old)].append(number)
        for numbers in waiting.values():
            numbers.sort(key=lambda number: (self._outside[number], self._records[number].state != LIVE))
        for number, new in enumerate(self._new):
            if number not in self.found and (candidates := waiting.get(_exact(new))):
                self._take(number, candidates.pop(0))

    def _by_likeness(
        self,
        states: tuple[str, ...],
        kin: Callable[[Face], Sequence[object]],
        judge: Callable[[Face, Face, bool], float],
    ) -> None:
        """Pair what is alike enough among those that share a key of `kin`; the most alike first."""
        kindred: dict[object, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, old in enumerate(self._old):
            if number not in self._taken and not self._outside[number] and self._records[number].state in states:
                for key in kin(old):
                    kindred[key][old.post].append(number)
        if not kindred:
            return
        scores: dict[Pair, float] = {}
        for new_number, new in enumerate(self._new):
            if new_number in self.found:
                continue
            # Its own kin only: a key that hundreds of posts share tells nothing.
            posts = [posts for key in kin(new) if (posts := kindred.get(key)) and len(posts) <= _MOST_KIN]
            for old_number in _nearest(new.post, posts):
                score = judge(new, self._old[old_number], self._asked_once(new, self._old[old_number]))
                if score:
                    scores[new_number, old_number] = score
        for new_number, old_number in _without_doubt(scores):
            self._take(new_number, old_number)

    def _asked_once(self, new: Face, old: Face) -> bool:
        """Whether neither post asks its question twice: only then can the question alone tell which card it is."""
        return self._questions[0][_asked(new)] == 1 and self._questions[1][_asked(old)] == 1

    def _take(self, new: int, old: int) -> None:
        self.found[new] = old
        self._taken.add(old)


def _exact(one: Face) -> object:
    return one.talk, one.post, _spaced(one.question), _spaced(one.answer)


def _asked(one: Face) -> object:
    return one.talk, one.post, _spaced(one.question)


def _spaced(text: str) -> str:
    return " ".join(text.split()).casefold()


def _counted(faces: Iterable[Face]) -> Counter[object]:
    return Counter(map(_asked, faces))


def _sketched(one: Face) -> list[tuple[str, ...]]:
    """Keys of which posts that are nearly the same share one: all but one of the words that stand for the post."""
    words = sketch(one.post)
    return list(combinations(words, _SHARED_WORDS)) or [tuple(words)]


def _nearest(post: str, kindred: Sequence[Mapping[str, Sequence[int]]]) -> set[int]:
    """The numbers of the records whose posts are most like this one, of all there are."""
    known: dict[str, list[int]] = defaultdict(list)
    for posts in kindred:
        for text, numbers in posts.items():
            known[text] += numbers
    nearest = process.extract(post, list(known), scorer=fuzz.ratio, limit=_NEAREST)
    return {number for text, _, _ in nearest for number in known[text]}


def _same_talk(new: Face, old: Face, asked_once: bool) -> float:
    """How good a pair two cards of a talk are, 0 for none."""
    post = post_likeness(new.post, old.post)
    question, answer = alike(new.question, old.question), alike(new.answer, old.answer)
    # The same question with the same answer is the same fact, in whichever post.
    same = question >= Alike.TYPO and answer >= Alike.TYPO
    if post >= _REWRITTEN:
        same = same or (question >= Alike.TYPO and answer >= Alike.NEAR)
        # Where the post changed as well, another word in the question may be another subject: then the answer must
        # be one that no other card has by chance.
        told = (
            post == 1 or not replaced(new.question, old.question) or (question >= Alike.NEAR and says_much(new.answer))
        )
        same = same or (question >= Alike.REWORDED and answer >= Alike.TYPO and told)
    # The answer was wrong, and is put right.
    same = same or (post >= _MENDED and question == Alike.EXACT and asked_once)
    return _score(new, old, post) if same else 0.0


def _other_talk(new: Face, old: Face, asked_once: bool) -> float:
    """How good a pair two cards of different talks are, 0 for none: the post has to be the same."""
    return _same_talk(new, old, asked_once) if post_likeness(new.post, old.post) >= _MENDED else 0.0


def _score(new: Face, old: Face, post: float) -> float:
    wording = likeness(new.question, old.question) + likeness(new.answer, old.answer)
    # A question that keeps all words of weight is ahead of one that has another in place of one of them.
    return (post + wording) / 3 - (_REPLACED if replaced(new.question, old.question) else 0)


def _without_doubt(scores: dict[Pair, float]) -> Iterator[Pair]:
    """The pairs to take, best first; of several that are equally good for a card, none."""
    rivals: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = (defaultdict(list), defaultdict(list))
    for pair in scores:
        for side in (0, 1):
            rivals[side][pair[side]].append(pair)
    done: tuple[set[int], set[int]] = (set(), set())
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if pair[0] in done[0] or pair[1] in done[1]:
            continue
        close = [
            rival
            for side in (0, 1)
            for rival in rivals[side][pair[side]]
            if rival != pair and rival[1 - side] not in done[1 - side] and scores[pair] - scores[rival] < _DOUBT
        ]
        done[0].add(pair[0])
        done[1].add(pair[1])
        if not close:
            yield pair
            continue
        # Whichever of them it is: the others must not get what this one was refused.
        for rival in close:
            done[0].add(rival[0])
            done[1].add(rival[1])
