"""What is left of a candidate once it has passed every filter: plain values, which can be kept and sent about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flashcards.candidates import CHOICE, FILTER, Candidate


@dataclass(slots=True)
class Proposal:
    """A question and answer that may become a card. `dropped` says why it doesn't, "" while it may.

    `rule`, `asks` and `reversible` are the rule's. `sentence` and `clause` are numbers within the post, -1 for no
    clause; `tokens` are positions in the sentence.
    """

    question: str
    answer: str
    rule: str
    asks: str
    reversible: bool
    score: float
    sentence: int
    clause: int
    tokens: frozenset[int]
    dropped: str = ""


def proposals_of(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Proposal]]:
    """The candidates of one post that pass every filter, scored; the others are left with the reason in `dropped`."""
    # A run that finds all outcomes in the cache needs neither.
    from flashcards.selection.filters import first_objection
    from flashcards.selection.score import score

    sentences: dict[int, int] = {}
    clauses: dict[int, int] = {}
    for candidate in candidates:
        sentence = sentences.setdefault(id(candidate.sentence), len(sentences))
        clause = -1 if candidate.clause is None else clauses.setdefault(id(candidate.clause), len(clauses))
        if not candidate.dropped and (objection := first_objection(candidate)):
            candidate.dropped, candidate.stage = objection, FILTER
        if candidate.dropped:
            continue
        score(candidate)
        candidate.stage = CHOICE
        yield candidate, proposal_of(candidate, sentence, clause)


def proposal_of(candidate: Candidate, sentence: int = 0, clause: int = -1) -> Proposal:
    """The candidate in plain values; `sentence` and `clause` are its numbers within the post."""
    rule = candidate.rule
    return Proposal(
        candidate.question,
        candidate.answer,
        rule.name,
        rule.asks,
        rule.reversible,
        candidate.score,
        sentence,
        clause,
        candidate.tokens,
    )
