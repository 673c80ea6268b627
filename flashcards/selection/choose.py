"""From all candidates of a deck to its cards: filters, scores, duplicates, each post's budget."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from flashcards.candidates import Candidate
from flashcards.selection.limits import UNSURE, USUAL, Limits, chance
from flashcards.selection.proposal import Proposal, proposals_of
from flashcards.selection.seen import Seen, overlap, words_of

COUNTED = re.compile(r"\b(what|which) (?:two|three|four|five|six) (?:things|qualities)\b")


def choose(candidates: Iterable[Candidate], seen: Seen | None = None, limits: Limits = USUAL) -> list[Candidate]:
    """The cards of one post, best first; every other candidate is left with the reason in `dropped`.

    `seen` has the deck's cards so far and is added to.
    """
    found = list(proposals_of(candidates))
    chosen = pick([proposal for _, proposal in found], Seen() if seen is None else seen, limits)
    candidate_of = {id(proposal): candidate for candidate, proposal in found}
    for candidate, proposal in found:
        candidate.dropped = proposal.dropped
    return [candidate_of[id(proposal)] for proposal in chosen]


def pick(proposals: Sequence[Proposal], seen: Seen, limits: Limits) -> list[Proposal]:
    """The proposals of one post that become cards, best first; the others are left with the reason in `dropped`."""
    chosen: list[Proposal] = []
    ambiguous = _with_several_answers(proposals)
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.rule, p.question, p.answer)):
        words = words_of(proposal.question, proposal.answer)
        if id(proposal) in ambiguous:
            proposal.dropped = "the post has another answer as well"
        elif seen.has_like(words):
            proposal.dropped = "asks what another card asks"
        elif any(_same_fact(proposal, other) for other in chosen):
            proposal.dropped = "asks for the fact of a better card"
        elif round(chance(proposal.score) * 100) < limits.sure:
            proposal.dropped = UNSURE
        elif len(chosen) >= limits.per_post:
            proposal.dropped = f"the post has its {limits.per_post} cards"
        else:
            chosen.append(proposal)
            seen.add(words)
    return chosen


def _with_several_answers(proposals: Sequence[Proposal]) -> set[int]:
    """The proposals (by id) whose question another proposal of the post answers in other words."""
    by_question: defaultdict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_question[COUNTED.sub(r"\1", proposal.question.lower())].append(proposal)
    found: set[int] = set()
    for same in by_question.values():
        if len(same) < 2:
            continue
        answers = [words_of(proposal.question, proposal.answer)[1] for proposal in same]
        if any(not one & two for one, two in combinations(answers, 2)):
            found |= {id(proposal) for proposal in same}
    return found


def _same_fact(one: Proposal, two: Proposal) -> bool:
    """Whether two cards of a post say the same thing, perhaps the other way round."""
    if one.sentence != two.sentence and one.answer == two.answer:
        asked = [words_of(card.question, card.answer)[0] for card in (one, two)]
        return (
            len(one.answer.split()) > 2 or asked[0] <= asked[1] or asked[1] <= asked[0]
        )  # said of a pair, and of its second half
    if one.sentence != two.sentence:
        return False
    if one.clause >= 0 and one.clause == two.clause and one.tokens & two.tokens:
        return True
    first, second = words_of(one.question, one.answer), words_of(two.question, two.answer)
    return overlap(first[1], second[1]) >= 0.75 or overlap(first[0] | first[1], second[0] | second[1]) > 0.8
