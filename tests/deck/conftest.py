"""Cards to make decks of, and an empty Anki collection to import them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flashcards.model import Block, Card, Event, Post, Speaker, Talk
from tests.deck.learner import Learner, Notes

MakeCard = Callable[..., Card]


@pytest.fixture
def make_card() -> MakeCard:
    """Builds a card from its question, its answer and the text of its post; the rest can be named."""

    def make(
        question: str = "What should a cache have?",
        answer: str = "An owner",
        source: str = "Every cache should have an owner, or it will keep stale prices. #CacheConf",
        *,
        title: str = "Caches in the wild",
        event: str = "CacheConf 2031",
        speakers: tuple[Speaker, ...] = (Speaker("Ada Example", "Acme"),),
        line: int = 7,
        **more: Any,
    ) -> Card:
        post = Post(source, (Block("paragraph", source, line),), line)
        about: dict[str, Any] = {"file": Path("notes/a.md"), "line": 3, "speakers": speakers}
        about |= {key: more.pop(key) for key in ("url", "date", "file") if key in more}
        talk = Talk(title, Event(event, "May 2031"), (post,), **about)
        return Card(question, answer, **{"rule": "advice", "kind": "advice", **more}, talk=talk, post=post)

    return make


@pytest.fixture
def cards(make_card: MakeCard) -> list[Card]:
    """Four cards of three talks at two events, without ids."""
    return [
        make_card(),
        make_card("Why does a cache need an owner?", "Because it will keep stale prices", kind="purpose"),
        make_card(
            "Which limit should be smallest?", "the client", "client < gateway < worker", title="Limits", line=20
        ),
        make_card("What is toil?", "Work without lasting value", "Toil is work without lasting value.", event="OpsDay"),
    ]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[object]:
    """A new, empty collection of the real Anki."""
    anki = pytest.importorskip("anki.collection")
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def learner(collection: object) -> Learner:
    """Somebody with an empty collection."""
    return Learner(collection)


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """An empty folder to build from."""
    folder = tmp_path / "notes"
    folder.mkdir()
    return Notes(folder)
