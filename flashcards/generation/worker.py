"""The work on some talks, which any process can do: parse, match, word, filter, score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from flashcards.candidates import FILTER, Candidate, candidates_of
from flashcards.generation.job import Job, Setup
from flashcards.generation.outcome import Outcome, PostOutcome, pack_outcome
from flashcards.language.analysis import ReadTalk, analyse_read, read_talk
from flashcards.language.cache import ParseCache, Parser
from flashcards.language.sentence import Sentence
from flashcards.language.spelling import in_dictionary
from flashcards.language.vocabulary import Asked
from flashcards.model import Post
from flashcards.rulebook import load_rules
from flashcards.selection.proposal import Proposal, proposal_of, proposals_of
from flashcards.silence import reason


class Engine:
    """Rules and parser, loaded once. Raises UserError for broken rules and a missing model."""

    def __init__(self, setup: Setup) -> None:
        self.rules = load_rules(setup.rules, setup.without)
        self._cache = ParseCache() if setup.cache else None
        self._parser = Parser(setup.model, self._cache)

    def ready(self) -> None:
        """Load all that is loaded when it is first needed. Raises UserError for a missing model."""
        in_dictionary("ready")
        self._parser.ready()

    def think(self, talks: Sequence[ReadTalk]) -> Iterator[tuple[Post, list[Sentence], list[Candidate]]]:
        """Every post of the talks with its sentences and all that the rules propose."""
        sentences = analyse_read(talks, self._parser)
        if self._cache:
            self._cache.close()
        for read in talks:
            for post, _ in read.posts:
                here = sentences[id(post)]
                yield post, here, list(candidates_of(here, self.rules))


@lru_cache(maxsize=1)
def engine(setup: Setup) -> Engine:
    """The process's engine for this setup."""
    return Engine(setup)


def work_on(setup: Setup, job: Job) -> list[bytes]:
    """The packed outcome of each talk of the job. Raises UserError like Engine."""
    asked = [Asked(task.vocabulary) for task in job]
    read = [
        replace(task.read, vocabulary=answers) if task.read else read_talk(task.talk, answers)
        for task, answers in zip(job, asked, strict=True)
    ]
    thought = engine(setup).think(read)
    outcomes = []
    for one, answers in zip(read, asked, strict=True):
        posts = [_outcome(*next(thought)) for _ in one.posts]
        outcomes.append(pack_outcome(Outcome(answers.answers, posts)))
    return outcomes


def _outcome(post: Post, sentences: list[Sentence], candidates: list[Candidate]) -> PostOutcome:
    proposals = [proposal for _, proposal in proposals_of(candidates)]
    refused: dict[tuple[str, str], Proposal] = {}
    for one in candidates:
        if one.stage == FILTER and one.question and one.answer:
            refused.setdefault((one.question, one.answer), replace(proposal_of(one), dropped=one.dropped))
    return PostOutcome(proposals, "" if proposals else reason(post, sentences, candidates), list(refused.values()))
