"""From talks to the cards chosen of each post, in the order of the notes."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from flashcards.generation.executors import Executor
from flashcards.generation.job import Job, Setup, Task
from flashcards.generation.known import Known
from flashcards.generation.outcome import Outcome, PostOutcome, pack_known, unpack_known, unpack_outcome
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Post, Talk
from flashcards.selection.choose import pick
from flashcards.selection.limits import Limits
from flashcards.selection.proposal import Proposal
from flashcards.selection.seen import Seen

if TYPE_CHECKING:
    from flashcards.language.analysis import ReadTalk

_CUT_ONCE = 5000  # posts of an event that are cut into pieces for good when they are first looked at
POSTS_AT_ONCE = 250  # a job's posts: sentences and parses of so many are held at a time


@dataclass(frozen=True, slots=True)
class Generated:
    """A post with the proposals that become its cards; where there are none, `silence` says why.

    `others` are those that do not, with the reason, the nearest first.
    """

    talk: Talk
    post: Post
    chosen: list[Proposal]
    silence: str
    others: list[Proposal] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """A talk, or some posts of a very long one, and its packed outcome, b"" until it is made."""

    talk: Talk
    part: Talk
    vocabulary: Vocabulary
    counts: Vocabulary
    read: ReadTalk | None = None
    key: bytes = b""
    outcome: bytes = b""
    known: Outcome | None = None

    def unpacked(self) -> Outcome:
        """The outcome; not kept, since its proposals are changed in choosing."""
        outcome, self.known = self.known or unpack_outcome(self.outcome), None
        return outcome


def generate(
    talks: Sequence[Talk], setup: Setup, executor: Executor, known: Known | None, limits: Limits
) -> Iterator[Generated]:
    """Every post with its cards, in order. No two cards of one event ask the same thing.

    What other events there are makes no difference. Raises UserError for broken rules and a missing model.
    """
    batches: deque[list[_Part]] = deque()

    def jobs() -> Iterator[Job]:
        for batch in _batches(talks, known):
            batches.append(batch)
            yield [Task(part.part, part.vocabulary, part.read) for part in batch if not part.outcome]

    seen: defaultdict[str, Seen] = defaultdict(Seen)
    for made in executor.map(setup, jobs()):
        batch = batches.popleft()
        missing = [part for part in batch if not part.outcome]
        for part, packed in zip(missing, made, strict=True):
            part.outcome = packed
        if known:
            known.put({part.key: pack_known(part.counts, part.outcome) for part in missing})
        for part in batch:
            for post, outcome in zip(part.part.posts, part.unpacked().posts, strict=True):
                chosen = pick(outcome.proposals, seen[part.talk.event.name], limits)
                silence = "" if chosen else _silence(outcome)
                yield Generated(part.talk, post, chosen, silence, _others(outcome))


def parts_of(talk: Talk) -> Iterator[Talk]:
    """The talk, in several parts if it is very long."""
    if len(talk.posts) <= POSTS_AT_ONCE:
        yield talk
        return
    for start in range(0, len(talk.posts), POSTS_AT_ONCE):
        yield replace(talk, posts=talk.posts[start : start + POSTS_AT_ONCE])


def _others(outcome: PostOutcome) -> list[Proposal]:
    passed = [proposal for proposal in outcome.proposals if proposal.dropped]
    return [*sorted(passed, key=lambda proposal: -proposal.score), *outcome.refused]


def _silence(outcome: PostOutcome) -> str:
    best = max(outcome.proposals, key=lambda proposal: proposal.score, default=None)
    return best.dropped if best else outcome.silence


def _batches(talks: Sequence[Talk], known: Known | None) -> Iterator[list[_Part]]:
    """The talks in parts, together so many that there is work on POSTS_AT_ONCE posts."""
    batch: list[_Part] = []
    posts = 0
    for _, group in groupby(talks, key=lambda talk: talk.event.name):
        for part in _parts(list(group), known):
            size = 0 if part.outcome else len(part.part.posts)
            if posts and posts + size > POSTS_AT_ONCE:
                yield batch
                batch, posts = [], 0
            batch.append(part)
            posts += size
    if batch:
        yield batch


def _parts(talks: Sequence[Talk], known: Known | None) -> list[_Part]:
    """The parts of an event's talks, those already known with their outcome."""
    vocabulary = Vocabulary()
    parts = [_Part(talk, part, vocabulary, Vocabulary()) for talk in talks for part in parts_of(talk)]
    # Cutting takes longer than sending what was cut, but the pieces of a huge event would fill the memory.
    few = sum(len(part.part.posts) for part in parts) <= _CUT_ONCE
    entries: dict[bytes, bytes] = {}
    if known:
        for part in parts:
            part.key = known.key(part.part)
        entries = known.get([part.key for part in parts])
    for part in parts:
        if part.key in entries:
            part.counts, part.outcome = unpack_known(entries[part.key])
        else:
            from flashcards.language.analysis import read_talk, texts_of

            read = read_talk(part.part, vocabulary)
            part.counts.learn(texts_of(read))
            part.read = read if few else None
        vocabulary.add(part.counts)
    for part in parts:
        if part.outcome:
            known_outcome = unpack_outcome(part.outcome)
            if not known_outcome.holds_with(vocabulary):
                part.outcome = b""
            elif few:
                part.known = known_outcome
    return parts
