"""The whole way: notes -> talks -> sentences -> candidate cards -> chosen cards -> a deck."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.decisions import DROPPED, Curated, Decisions, curate, decisions_beside, read_decisions
from flashcards.deck import (
    DeckOptions,
    Ledger,
    Settled,
    check_output,
    dress,
    identify,
    ledger_beside,
    load_templates,
    read_ledger,
    settle,
    write_deck,
)
from flashcards.deck.changes import Changes
from flashcards.deck.ledger import check_ledger_place
from flashcards.errors import NoCardsError, UserError
from flashcards.generation import Generated, generate
from flashcards.generation.executors import Executor, Here, Processes
from flashcards.generation.job import Setup
from flashcards.generation.known import Known, engine_stamp
from flashcards.generation.posts import parts_of
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Card, Post, Talk
from flashcards.reading import read_notes
from flashcards.selection import choose
from flashcards.selection.choose import PER_POST
from flashcards.selection.proposal import Proposal, proposal_of
from flashcards.selection.seen import Seen

if TYPE_CHECKING:
    from flashcards.candidates import Candidate
    from flashcards.language.sentence import Sentence
    from flashcards.rulebook import Rule

_DIST = Path("dist")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may choose.

    `name` is the event's (None: as the notes say), `rules` are folders of rules besides the built-in ones, `without`
    names of rules to leave out, `model` is a spaCy model (None: the small English one), `jobs` is how many processes
    may work at the same time, `dask` the address of a Dask scheduler whose workers do the work in their place. `ledger`
    is the ledger's file (None: beside the notes), used if `remember` is true; `decisions` is the file of what was
    decided about the cards (None: beside the notes), kept to if `curated` is true; with `ship_retired` the cards that
    are gone from the notes go into the package once more; with `dry_run` nothing is written.
    """

    name: str | None = None
    rules: tuple[Path, ...] = ()
    without: tuple[str, ...] = ()
    model: str | None = None
    cards_per_post: int = PER_POST
    cache: bool = True
    jobs: int = 1
    dask: str | None = None
    deck: DeckOptions = field(default_factory=DeckOptions)
    ledger: Path | None = None
    remember: bool = True
    decisions: Path | None = None
    curated: bool = True
    ship_retired: bool = False
    dry_run: bool = False


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


@dataclass(frozen=True, slots=True)
class PostResult:
    """What became of a post: its cards, or why it has none, in plain words."""

    talk: Talk
    post: Post
    cards: tuple[Card, ...]
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the notes, post by post, in their order, and what changed since the last build."""

    talks: tuple[Talk, ...]
    posts: tuple[PostResult, ...]
    changes: Changes = field(default_factory=Changes)

    @property
    def cards(self) -> list[Card]:
        """All cards, in the order of the notes."""
        return [card for post in self.posts for card in post.cards]

    def curated(self, curated: Curated) -> Result:
        """The same with the cards that were decided on: without those dropped, with those edited and added."""
        posts = []
        for post, decided in zip(self.posts, curated.posts, strict=True):
            cards = tuple(one.card for one in decided if one.state != DROPPED)
            silence = "" if cards else post.silence or "what it gave was dropped"
            posts.append(replace(post, cards=cards, silence=silence))
        return replace(self, posts=tuple(posts))

    def with_cards(self, cards: Sequence[Card]) -> Result:
        """The same with other cards in place of these, one for one."""
        given = iter(cards)
        return replace(
            self, posts=tuple(replace(post, cards=tuple(next(given) for _ in post.cards)) for post in self.posts)
        )


def _ignore(*_: object) -> None:
    """What happens to news that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told while the work goes on: a warning, how many posts of how many are done, each post just done.

    `generated` gets it with what else it might have given, `worked` with all that was thought, which takes longer.
    """

    warn: Callable[[str], None] = _ignore
    progress: Callable[[int, int], None] = _ignore
    generated: Callable[[Generated], None] = _ignore
    worked: Callable[[WorkedPost], None] = _ignore


def make_deck(
    notes: Sequence[Path], out: Path | None, options: Options, watcher: Watcher, executor: Executor | None = None
) -> tuple[Path, Result]:
    """Read notes (files and folders), make their cards and write them to `out`; None is dist/<event>.apkg.

    `executor` does the thinking, None is what the options say.

    Gives the file written and what became of every post, and brings the ledger up to date with a package. Raises
    UserError, before the long work where it can be seen by then, and NoCardsError if no post gives a card; nothing is
    written then.
    """
    if out is not None:
        check_output(out)
    load_templates(options.deck)
    packed = out is None or out.suffix.lower() == ".apkg"
    ledger, writable = _ledger(notes, options, packed)
    decisions = decisions_on(notes, options)
    check = (lambda talks: _check_default(talks)) if out is None else _ignore
    made = made_cards(notes, options, watcher, check, executor)
    result = made.curated(curate_result(made, decisions, notes, watcher)) if len(decisions) else made
    _check_any(result, notes)
    settled = settled_deck(result, decisions, notes, options, ledger, watcher, retire=packed and options.ship_retired)
    result = replace(result.with_cards(settled.cards), changes=settled.changes)
    if out is None:
        out = _default_output(result.talks)
    if not options.dry_run:
        out.parent.mkdir(exist_ok=True)
        cards = [*settled.cards, *settled.retired]
        write_deck(cards, out, settled.options, ledger=settled.ledger if writable else None)
        if packed and options.remember and not writable:
            watcher.warn(f"{ledger.file}: no ledger can be kept here, so cards may not be known again; use --ledger")
    return out, result


def decisions_on(notes: Sequence[Path], options: Options) -> Decisions:
    """What was decided about the cards of these notes. Raises UserError for a broken file of decisions."""
    if not options.curated:
        return Decisions()
    return read_decisions(options.decisions or decisions_beside(notes[0]))


def curate_result(made: Result, decisions: Decisions, notes: Sequence[Path], watcher: Watcher) -> Curated:
    """What was made with what was decided about it; warns of decisions that may not apply any more."""
    curated = curate([(post.talk, post.post, post.cards) for post in made.posts], decisions, notes)
    for unapplied in curated.unapplied:
        watcher.warn(f"{decisions.file}:{unapplied.decision.line}: {unapplied}")
    return curated


def settled_deck(
    result: Result,
    decisions: Decisions,
    notes: Sequence[Path],
    options: Options,
    ledger: Ledger,
    watcher: Watcher,
    *,
    retire: bool = False,
) -> Settled:
    """The cards as they go into a package, with their ids: those that decisions gave them, else the ledger's.

    Raises UserError for broken templates.
    """
    pinned = {number: card.id for number, card in enumerate(result.cards) if card.id}
    cards = dress(result.cards, options.deck, notes, watcher.warn)
    reserved = decisions.ids
    return settle(cards, options.deck, ledger, notes, ship_retired=retire, pinned=pinned, reserved=reserved)


def _ledger(notes: Sequence[Path], options: Options, packed: bool) -> tuple[Ledger, bool]:
    """The ledger of these notes, and whether it is to be written. Raises UserError for one that is broken."""
    if not options.remember:
        return Ledger(), False
    file = options.ledger or ledger_beside(notes[0])
    ledger = read_ledger(file)
    if options.dry_run or not packed:
        return ledger, False
    writable = check_ledger_place(file)
    if options.ledger and not writable:
        raise UserError("no ledger can be kept here; name a place in a folder that is writable", file)
    return ledger, writable


def make_cards(
    notes: Sequence[Path], options: Options, watcher: Watcher, check: Callable[[tuple[Talk, ...]], None] = _ignore
) -> Result:
    """What becomes of every post of the notes, the cards with their ids. `check` may refuse the talks before the work.

    Raises UserError, and NoCardsError if no post gives a card.
    """
    result = made_cards(notes, options, watcher, check)
    _check_any(result, notes)
    return result.with_cards(identify(result.cards))


def made_cards(
    notes: Sequence[Path],
    options: Options,
    watcher: Watcher,
    check: Callable[[tuple[Talk, ...]], None] = _ignore,
    executor: Executor | None = None,
) -> Result:
    """Like make_cards, but the cards have no ids yet, and there may be none."""
    talks = read_notes(notes, options.name, watcher.warn)
    check(talks)
    return Result(talks, tuple(_results(talks, options, watcher, executor or _executor(options))))


def _check_any(result: Result, notes: Sequence[Path]) -> None:
    if not result.cards:
        raise NoCardsError(_no_cards(result.posts), notes[0] if len(notes) == 1 else None)


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
                best = choose(candidates, seen[event], options.cards_per_post)
                yield WorkedPost(engine.rules, talk, post, sentences, candidates, best)


def ready(options: Options) -> None:
    """Load what thinking about a post needs: a program that stays does it ahead of the first edit.

    Raises UserError for broken rules and a missing model.
    """
    from flashcards.generation.worker import engine

    engine(setup_of(options)).ready()


def _results(talks: Sequence[Talk], options: Options, watcher: Watcher, executor: Executor) -> Iterator[PostResult]:
    total = sum(len(talk.posts) for talk in talks)
    # Only who wants to see all that was thought needs it thought here and anew.
    found = _generated(talks, options, executor) if watcher.worked is _ignore else _watched(talks, options, watcher)
    for done, one in enumerate(found, start=1):
        watcher.generated(one)
        yield PostResult(one.talk, one.post, tuple(_card(proposal, one) for proposal in one.chosen), one.silence)
        watcher.progress(done, total)


def _generated(talks: Sequence[Talk], options: Options, executor: Executor) -> Iterator[Generated]:
    setup = setup_of(options)
    with closing(Known(setup.stamp)) if options.cache else nullcontext() as known:
        yield from generate(talks, setup, executor, known, options.cards_per_post)


def _executor(options: Options) -> Executor:
    if options.dask is not None:
        from flashcards.generation.cluster import Dask

        return Dask(options.dask)
    return Processes(options.jobs) if options.jobs > 1 else Here()


def _watched(talks: Sequence[Talk], options: Options, watcher: Watcher) -> Iterator[Generated]:
    for worked in work(talks, options):
        chosen = [proposal_of(candidate) for candidate in worked.chosen]
        yield Generated(worked.talk, worked.post, chosen, _silence(worked))
        watcher.worked(worked)


def setup_of(options: Options) -> Setup:
    """What thinking depends on besides the notes. Raises UserError for a model and for rules that are not there."""
    stamp = engine_stamp(options.rules, options.without, options.model)
    return Setup(options.rules, options.without, options.model, options.cache, stamp)


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


def _no_cards(posts: Sequence[PostResult]) -> str:
    if not posts:
        return "there is nothing to read in these notes; posts are block quotes, paragraphs or list items"
    reasons = [post.silence for post in posts]
    most = max(dict.fromkeys(reasons), key=reasons.count)
    several = f"none of the {len(posts)} posts gives a card" if len(posts) > 1 else "the only post gives no card"
    return f"{several}, mostly for this reason: {most}; --explain says more"


def _default_output(talks: Sequence[Talk]) -> Path:
    names = dict.fromkeys(talk.event.name for talk in talks)
    plain = unicodedata.normalize("NFKC", next(iter(names))) if len(names) == 1 else "all"
    slug = re.sub(r"[^\w.]+", "-", plain.lower()).strip("-._")[:80]
    return _DIST / f"{slug or 'deck'}.apkg"


def _check_default(talks: Sequence[Talk]) -> None:
    if _DIST.is_dir():
        check_output(_default_output(talks) if talks else _DIST / "deck.apkg")
    elif _DIST.exists() or _DIST.is_symlink():
        raise UserError("this is not a folder, so the deck can't be put there; name an output with -o", _DIST)
    elif not os.access(".", os.W_OK | os.X_OK):
        raise UserError("can't be made in a folder that is not writable; name an output with -o", _DIST)
