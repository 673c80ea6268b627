"""Whatever is done to notes: no card ever gets another's id, and none is taken for a new one without need.

The notes are made of few words, so that posts are much like each other: the hard case.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.deck import DeckOptions, Ledger, settle
from flashcards.deck.ledger import read_ledger
from flashcards.model import Block, Card, Event, Post, Talk
from tests.deck.learner import Learner, Notes
from tests.examples import examples

SUBJECTS = "cache proxy worker queue team review".split()
KINDS = "blue shared nightly forgotten external second".split()
ANSWERS = ["an owner", "two readers", "no surprises"]


@dataclass
class Fact:
    """What a card asks; `number` is who it really is."""

    number: int
    kind: str
    subject: str
    answer: str
    frame: int = 0

    @property
    def question(self) -> str:
        return (f"What should a {self.kind} {self.subject} have?", f"What does every {self.kind} {self.subject} need?")[
            self.frame
        ]


@dataclass
class World:
    """Talks of posts of facts, and what may happen to them."""

    seed: int
    talks: list[list[list[Fact]]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    typos: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311
        self.unused = [(kind, subject) for kind in KINDS for subject in SUBJECTS]
        self.random.shuffle(self.unused)
        for title in ("Caches in the wild", "Limits that hold"):
            self.talks.append([[self.fact()] for _ in range(3)])
            self.titles.append(title)
            self.files.append("a.md")

    def fact(self) -> Fact:
        self.count += 1
        kind, subject = self.unused.pop()
        return Fact(self.count, kind, subject, self.random.choice(ANSWERS))

    def cards(self) -> list[Card]:
        cards, line = [], 1
        for talk, title, file in zip(self.talks, self.titles, self.files, strict=True):
            for facts in talk:
                line += 2
                source = " ".join(
                    f"A {fact.kind} {fact.subject} should have {fact.answer}, or it will fail on a busy day."
                    for fact in facts
                )
                source += self.typos.get(id(facts), "")
                post = Post(source, (Block("paragraph", source, line),), line)
                about = Talk(title, Event("CacheConf 2031"), (post,), Path(file), 1)
                for fact in facts:
                    answer = fact.answer.capitalize()
                    cards.append(Card(fact.question, answer, "advice", str(fact.number), about, post))
        return cards

    def edit(self, what: str) -> None:  # noqa: C901
        talk = self.random.randrange(len(self.talks))
        posts = self.talks[talk]
        if what == "insert":
            posts.insert(self.random.randint(0, len(posts)), [self.fact()])
        elif what == "delete" and len(posts) > 1:
            posts.remove(self.random.choice(posts))
        elif what == "reorder":
            self.random.shuffle(posts)
        elif what == "add to a post":
            self.random.choice(posts).insert(0, self.fact())
        elif what == "take from a post":
            several = [facts for facts in posts if len(facts) > 1]
            if several:
                self.random.choice(several).pop(0)
        elif what == "typo":
            self.typos[id(self.random.choice(posts))] = self.random.choice((" Realy.", " Really!", "", " Yes, always."))
        elif what == "reword":
            for facts in posts:
                for fact in facts:
                    fact.frame = 1 - fact.frame
        elif what == "put an answer right":
            fact = self.random.choice(self.random.choice(posts))
            fact.answer = self.random.choice([answer for answer in ANSWERS if answer != fact.answer])
        elif what == "rename":
            self.titles[talk] += " again"
        elif what == "move to a file":
            self.files[talk] = "b.md" if self.files[talk] == "a.md" else "a.md"
        elif what == "move to a talk" and len(posts) > 1:
            self.talks[1 - talk].append(posts.pop(self.random.randrange(len(posts))))


EDITS = (
    "insert",
    "delete",
    "reorder",
    "add to a post",
    "take from a post",
    "typo",
    "reword",
    "put an answer right",
    "rename",
    "move to a file",
    "move to a talk",
)


def told(cards: list[Card]) -> list[Card]:
    """The cards as a deck has them: the number that says who is who is not to help."""
    return [replace(card, kind="advice") for card in cards]


@examples(60)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(EDITS), min_size=1, max_size=8))
def test_one_edit_at_a_time_loses_no_card_and_swaps_none(seed: int, edits: list[str]) -> None:
    world = World(seed)
    ledger = Ledger()
    owner: dict[str, str] = {}
    before: dict[str, str] = {}
    for what in ("nothing", *edits):
        world.edit(what)
        cards = world.cards()
        settled = settle(told(cards), DeckOptions(), ledger, clock=lambda: 1_750_000_000)
        ids = [card.id for card in settled.cards]
        assert len(set(ids)) == len(ids)
        now = {truth.kind: card_id for truth, card_id in zip(cards, ids, strict=True)}
        for number, card_id in now.items():
            assert owner.setdefault(card_id, number) == number, f"{what}: a history went to another card"
        assert {n: now[n] for n in now if n in before} == {n: before[n] for n in now if n in before}, what
        before, ledger = now, settled.ledger


@examples(60)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(EDITS), min_size=2, max_size=20))
def test_many_edits_at_once_swap_no_history(seed: int, edits: list[str]) -> None:
    world = World(seed)
    first = settle(told(world.cards()), DeckOptions(), Ledger(), clock=lambda: 1_750_000_000)
    owner = {card.id: truth.kind for card, truth in zip(first.cards, world.cards(), strict=True)}
    for what in edits:
        world.edit(what)
    cards = world.cards()
    later = settle(told(cards), DeckOptions(), first.ledger, clock=lambda: 1_750_000_000)
    assert len({card.id for card in later.cards}) == len(cards)
    for card, truth in zip(later.cards, cards, strict=True):
        assert owner.get(card.id, truth.kind) == truth.kind, "a history went to another card"
    # Without memory, posts that differ in a word may be taken for each other, but no two of them at once.
    assert len({card.id for card in settle(told(cards), DeckOptions(), Ledger()).cards}) == len(cards)


@examples(8)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_the_same_in_anki_with_cards_studied(seed: int, edits: list[str]) -> None:
    anki: Any = pytest.importorskip("anki.collection")
    world = World(seed)
    with tempfile.TemporaryDirectory() as folder:
        notes = Notes(Path(folder))
        learner = Learner(anki.Collection(str(Path(folder, "collection.anki2"))))
        try:
            learner.imports(notes.build(told(world.cards())))
            learner.studies(notes.settled.cards)
            known = {truth.kind: card.id for truth, card in zip(world.cards(), notes.settled.cards, strict=True)}
            studied = dict(zip(known.values(), range(1, len(known) + 1), strict=True))
            for what in edits:
                world.edit(what)
                log = learner.imports(notes.build(told(world.cards())))
                assert not log.conflicting
                known |= {t.kind: card.id for t, card in zip(world.cards(), notes.settled.cards, strict=True)}
                assert learner.collection.note_count() == len(known) == len(set(known.values()))
                for card in notes.settled.cards:
                    note = learner.note(card)
                    assert note["Question"] == card.question
                    assert note.cards()[0].reps == studied.get(card.id, 0)
            assert len(read_ledger(notes.ledger).records) == len(known)
        finally:
            learner.collection.close()
