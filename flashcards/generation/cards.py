"""From talks to the cards of each post, as the options say, with a watcher told of each post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext

from flashcards.generation import Generated, generate
from flashcards.generation.executors import Executor
from flashcards.generation.known import Known
from flashcards.generation.setup import setup_of
from flashcards.generation.worked import WorkedPost, work
from flashcards.model import Card, Talk
from flashcards.options import Options
from flashcards.result import PostResult
from flashcards.selection.proposal import Proposal, proposal_of
from flashcards.watcher import Watcher


def cards_of(talks: Sequence[Talk], options: Options, watcher: Watcher, executor: Executor) -> Iterator[PostResult]:
    """What becomes of every post, in order; the cards have no ids yet. Raises UserError like generate()."""
    total = sum(len(talk.posts) for talk in talks)
    # Only who wants to see all that was thought needs it thought here and anew.
    found = _watched(talks, options, watcher) if watcher.wants_thoughts else _generated(talks, options, executor)
    for done, one in enumerate(found, start=1):
        watcher.generated(one)
        yield PostResult(one.talk, one.post, tuple(_card(proposal, one) for proposal in one.chosen), one.silence)
        watcher.progress(done, total)


def _generated(talks: Sequence[Talk], options: Options, executor: Executor) -> Iterator[Generated]:
    setup = setup_of(options)
    with closing(Known(setup.stamp)) if options.cache else nullcontext() as known:
        yield from generate(talks, setup, executor, known, options.limits)


def _watched(talks: Sequence[Talk], options: Options, watcher: Watcher) -> Iterator[Generated]:
    for worked in work(talks, options):
        chosen = [proposal_of(candidate) for candidate in worked.chosen]
        yield Generated(worked.talk, worked.post, chosen, _silence(worked))
        watcher.worked(worked)


def _silence(worked: WorkedPost) -> str:
    from flashcards.silence import reason

    return "" if worked.chosen else reason(worked.post, worked.sentences, worked.candidates)


def _card(proposal: Proposal, one: Generated) -> Card:
    return Card(
        proposal.question,
        proposal.answer,
        proposal.rule,
        proposal.asks,
        one.talk,
        one.post,
        score=proposal.score,
        reversible=proposal.reversible,
    )
