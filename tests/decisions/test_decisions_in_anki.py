"""Drop three cards, mend one, add one: that is what the real Anki has, and learners keep their history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.preview.actions import Curator
from flashcards.preview.session import Session
from flashcards.watcher import Watcher
from tests.deck.learner import Learner

NOTES = """\
# CacheConf 2031

## Caches in the wild

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

## Order again

> Set increasing limits: page limit < site limit < network limit.

> Set increasing quotas: leaf quota < branch quota < root quota.
"""


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    """Somebody with an empty collection."""
    anki = pytest.importorskip("anki.collection")
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield Learner(opened)
    opened.close()


def asked(learner: Learner) -> list[tuple[str, str]]:
    notes = [learner.collection.get_note(note) for note in learner.collection.find_notes("")]
    return sorted((note["Question"], note["Answer"]) for note in notes)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Six cards of two talks."""
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    opened = Session([tmp_path / "notes.md"], Options(), tmp_path / "deck.apkg")
    opened.rebuild()
    return opened


def curate(session: Session) -> None:
    curator = Curator(session)
    keys = [card.key for card in session.snapshot.cards]
    for key in keys[:3]:
        curator.drop(key)
    curator.edit(keys[3], "Which limit comes first?", "The page's", "")
    curator.add(session.snapshot.posts[0], "Who waits longest?", "The proxy", "")


WANTED = [
    ("Which limit comes first?", "The page&#x27;s"),
    ("Which quota should be largest?", "root"),
    ("Which quota should be smallest?", "leaf"),
    ("Who waits longest?", "The proxy"),
]


def test_anki_has_what_was_decided(session: Session, learner: Learner) -> None:
    curate(session)
    made = session.export()
    learner.imports(made.out)
    assert (made.cards, made.warnings, made.by_hand) == (4, (), ())
    assert [(question, answer.replace("'", "&#x27;")) for question, answer in asked(learner)] == WANTED


def test_an_edited_card_keeps_its_history(session: Session, learner: Learner, tmp_path: Path) -> None:
    out, first = make_deck([tmp_path / "notes.md"], tmp_path / "first.apkg", Options(), Watcher())
    learner.imports(out)
    learner.studies(first.cards)
    session.rebuild()
    curate(session)
    made = session.export()
    learner.imports(made.out)
    # It says how to find the three that were dropped.
    assert made.by_hand[0].startswith("gone from the deck: 3")
    assert len(learner.collection.find_notes(made.by_hand[-1].split("search: ")[1])) == 3
    # Anki keeps what a package no longer has; the added card is the only new one.
    assert len(asked(learner)) == 7
    edited = learner.note(first.cards[3])
    assert edited["Question"] == "Which limit comes first?"
    assert edited.cards()[0].reps == 4
