"""From all candidates of a deck to its cards: filters, scores, duplicates, each post's budget."""

from __future__ import annotations

from collections.abc import Iterable

from flashcards.candidates import Candidate
from flashcards.selection.filters import content_words, first_objection
from flashcards.selection.score import score

PER_POST = 3  # at most; most posts give one or two


def choose(
    candidates: Iterable[Candidate],
    seen: list[tuple[frozenset[str], frozenset[str]]] | None = None,
    per_post: int = PER_POST,
) -> list[Candidate]:
    """The cards of one post, best first; every other candidate is left with the reason in `dropped`.

    `seen` holds the (question, answer) words of the deck's cards so far and is added to.
    """
    seen = [] if seen is None else seen
    open_ones = []
    for candidate in candidates:
        if not candidate.dropped:
            candidate.dropped = first_objection(candidate)
        if not candidate.dropped:
            score(candidate)
            open_ones.append(candidate)
    open_ones.sort(key=lambda c: (-c.score, c.rule.name, c.question, c.answer))
    chosen: list[Candidate] = []
    for candidate in open_ones:
        words_of = (frozenset(content_words(candidate.question)), frozenset(content_words(candidate.answer)))
        if any(_alike(words_of, other) for other in seen):
            candidate.dropped = "asks what another card asks"
        elif any(_same_fact(candidate, other) for other in chosen):
            candidate.dropped = "asks for the fact of a better card"
        elif candidate.score < 0:
            candidate.dropped = f"scored {candidate.score:.1f}, below 0"
        elif len(chosen) >= per_post:
            candidate.dropped = f"the post has its {per_post} cards"
        else:
            chosen.append(candidate)
            seen.append(words_of)
    return chosen


def _alike(one: tuple[frozenset[str], frozenset[str]], two: tuple[frozenset[str], frozenset[str]]) -> bool:
    return one[0] == two[0] or (_overlap(one[0] | one[1], two[0] | two[1]) > 0.9 and _overlap(one[0], two[0]) > 0.8)


def _same_fact(one: Candidate, two: Candidate) -> bool:
    """Whether two cards of a post say the same thing, perhaps the other way round."""
    if one.sentence is not two.sentence:
        return False
    first = frozenset(content_words(one.question)), frozenset(content_words(one.answer))
    second = frozenset(content_words(two.question)), frozenset(content_words(two.answer))
    if one.clause is not None and one.clause is two.clause and one.tokens & two.tokens:
        return True
    if _overlap(first[1], second[1]) >= 0.75:
        return True
    whole = _overlap(first[0] | first[1], second[0] | second[1])
    return whole > 0.8


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    if not one or not two:
        return 0.0
    return 2 * len(one & two) / (len(one) + len(two))
