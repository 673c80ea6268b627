"""What the rules make of a talk's posts, as bytes that can be kept and sent from process to process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flashcards.language.vocabulary import Vocabulary
from flashcards.selection.proposal import Proposal


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """What may become cards of a post; where nothing may, `silence` says why.

    `refused` are those that a filter stopped, with its reason: no cards, but somebody may want to make one of them.
    """

    proposals: list[Proposal]
    silence: str = ""
    refused: list[Proposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each post of a talk, and what the event's vocabulary answered on the way, by word."""

    answers: Mapping[str, bool | None]
    posts: list[PostOutcome]

    def holds_with(self, vocabulary: Vocabulary) -> bool:
        """Whether another vocabulary would lead to the same outcome."""
        return all(vocabulary.usual(word) is answer for word, answer in self.answers.items())


def pack_outcome(outcome: Outcome) -> bytes:
    """The outcome as JSON."""
    posts = [
        [post.silence, [[*_plain(one), one.dropped] for one in post.refused], *map(_plain, post.proposals)]
        for post in outcome.posts
    ]
    return _json([dict(outcome.answers), posts])


def unpack_outcome(content: bytes) -> Outcome:
    """The outcome in what pack_outcome() gave."""
    answers, posts = json.loads(content)
    return Outcome(
        answers,
        [
            PostOutcome([_proposal(one) for one in rest], silence, [_proposal(one) for one in refused])
            for silence, refused, *rest in posts
        ],
    )


def pack_known(counts: Vocabulary, outcome: bytes) -> bytes:
    """An entry of the cache: what a vocabulary learns from the talk, then the packed outcome."""
    learned = _json([counts.small, counts.capital])
    return len(learned).to_bytes(4, "big") + learned + outcome


def unpack_known(entry: bytes) -> tuple[Vocabulary, bytes]:
    """What pack_known() was given."""
    end = 4 + int.from_bytes(entry[:4], "big")
    counts = Vocabulary()
    small, capital = json.loads(entry[4:end])
    counts.small.update(small)
    counts.capital.update(capital)
    return counts, entry[end:]


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _plain(one: Proposal) -> list[object]:
    where = [one.sentence, one.clause, sorted(one.tokens)]
    return [one.question, one.answer, one.rule, one.asks, one.reversible, one.score, *where]


def _proposal(values: list[Any]) -> Proposal:
    proposal = Proposal(*values)
    proposal.tokens = frozenset(proposal.tokens)
    return proposal
