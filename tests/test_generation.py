"""Outcomes kept from run to run, other processes, and one process after the other: always the same cards."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from flashcards.generation import executors, posts, worker
from flashcards.generation.executors import work_on
from flashcards.generation.job import Job, Setup
from flashcards.options import Options
from flashcards.pipeline import make_cards
from flashcards.result import Result
from flashcards.watcher import Watcher

QUIET = Watcher()
TALK = """
## Talk {0}
Ada Example

> Set increasing limits: page limit {0} < site limit {0} < network limit {0}.

> A canary {0} is a small release {0}. The release needs a reviewer because mistakes hide.

> Chaos drills show that queue {0} hides trouble. It works.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Two events of three talks each."""
    for event in ("One", "Two"):
        text = f"# {event} 2031\n" + "".join(TALK.format(number) for number in range(3))
        (tmp_path / f"{event}.md").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def thought(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the talks thought about."""
    titles: list[str] = []

    def noted(setup: Setup, job: Job) -> list[bytes]:
        titles.extend(task.talk.title for task in job)
        return work_on(setup, job)

    monkeypatch.setattr(executors, "work_on", noted)
    return titles


def made(notes: Path, **options: object) -> Result:
    return make_cards([notes], Options(**options), QUIET)  # type: ignore[arg-type]


def test_nothing_changed_nothing_thought(notes: Path, thought: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(notes)
    monkeypatch.setattr(worker, "engine", None)
    thought.clear()
    assert made(notes) == first
    assert thought == []


def test_only_the_talk_that_changed(notes: Path, thought: list[str]) -> None:
    made(notes)
    thought.clear()
    file = notes / "Two.md"
    file.write_text(file.read_text("utf-8").replace("queue 1 hides", "queue 1 shows"), "utf-8")
    edited = made(notes)
    assert thought == ["Talk 1"]
    assert edited == made(notes, cache=False)


def test_a_name_learned_elsewhere_changes_other_talks(notes: Path) -> None:
    file = notes / "One.md"
    file.write_text(file.read_text("utf-8").replace("A canary 0", "Canary 0"), "utf-8")
    made(notes)
    file.write_text(file.read_text("utf-8") + "\n> We met the Canary and liked the Canary and Chaos a lot.\n", "utf-8")
    assert made(notes) == made(notes, cache=False)


def test_a_rule_of_ones_own_counts(notes: Path, tmp_path: Path) -> None:
    whole = made(notes)
    fewer = made(notes, without=("comparison-chain",))
    assert len(fewer.cards) < len(whole.cards)
    assert fewer == made(notes, without=("comparison-chain",), cache=False)


@pytest.mark.slow
def test_several_processes_give_the_same(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "POSTS_AT_ONCE", 3)
    alone = made(notes, cache=False)
    assert made(notes, cache=False, jobs=2) == alone
    assert multiprocessing.active_children() == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")
def test_a_process_killed_loses_nothing(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "POSTS_AT_ONCE", 3)
    alone = made(notes, cache=False)
    pool = executors._submitted
    killed: list[int] = []

    def kill_one(*arguments: object) -> object:
        future = pool(*arguments)  # type: ignore[arg-type]
        children = multiprocessing.active_children()
        if len(children) == 2 and not killed:
            killed.append(children[0].pid or 0)
            os.kill(killed[0], signal.SIGKILL)
        return future

    monkeypatch.setattr(executors, "_submitted", kill_one)
    assert made(notes, cache=False, jobs=2) == alone
    assert killed
