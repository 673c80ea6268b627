"""From talks to posts with all that was thought about them, for who wants to see it: nothing of it is cached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flashcards.generation.posts import parts_of
from flashcards.generation.setup import setup_of
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Post, Talk
from flashcards.options import Options
from flashcards.selection import choose
from flashcards.selection.seen import Seen

if TYPE_CHECKING:
    from flashcards.candidates import Candidate
    from flashcards.language.sentence import Sentence
    from flashcards.rulebook import Rule


@dataclass(frozen=True, slots=True)
class WorkedPost:
    """A post with all that was thought about it; `candidates` has the chosen ones too, the others say why not.

    `rules` are those that were tried.
    """

    rules: tuple[Rule, ...]
    talk: Talk
    post: Post
    sentences: list[Sentence]
    candidates: list[Candidate]
    chosen: list[Candidate]


def work(talks: Sequence[Talk], options: Options) -> Iterator[WorkedPost]:
    """Every post with its sentences, candidates and chosen cards, in order; only some posts are held at a time.

    No two cards of one event ask the same thing; what other events there are makes no difference. Raises UserError
    for broken rules and a missing model.
    """
    from flashcards.generation.worker import Engine
    from flashcards.language.analysis import read_talk, texts_of

    engine = Engine(setup_of(options))
    seen: defaultdict[str, Seen] = defaultdict(Seen)
    for event, group in groupby(talks, key=lambda talk: talk.event.name):
        parts = [(talk, part) for talk in group for part in parts_of(talk)]
        vocabulary = Vocabulary()
        for _, part in parts:
            vocabulary.learn(texts_of(read_talk(part, vocabulary)))
        for talk, part in parts:
            for post, sentences, candidates in engine.think([read_talk(part, vocabulary)]):
                best = choose(candidates, seen[event], options.limits)
                yield WorkedPost(engine.rules, talk, post, sentences, candidates, best)
