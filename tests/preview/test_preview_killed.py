"""kill -9 at any moment: every decision that the page was told is done is on disk, and at most one more."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from pathlib import Path

import httpx
import pytest

from flashcards.decisions import Decision, change_decisions, read_decisions
from flashcards.preview.session import Session
from tests.preview.conftest import Serve
from tests.preview.person import Browser, until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")]
KILLS = int(os.environ.get("KILLS", "12"))


def test_killed_at_random_moments(serve: Serve, notes: Path, session: Session) -> None:
    chance = random.Random(5)  # noqa: S311 (moments to kill at)
    keys = [card.key for card in session.snapshot.cards]
    file = notes / "deck.decisions"
    begun = 0
    for _ in range(KILLS):
        address = serve()
        process = serve.running[-1]
        told: dict[str, str] = {key: decision.verb for key, decision in read_decisions(file).by_id.items()}
        asked: list[tuple[str, str]] = []

        def press(address: str = address, told: dict[str, str] = told, asked: list[tuple[str, str]] = asked) -> None:
            origin = "/".join(address.split("/")[:3])
            with httpx.Client(headers={"origin": origin}) as client:
                while True:
                    key, verb = chance.choice(keys), chance.choice(["keep", "drop"])
                    asked.append((key, verb))
                    try:
                        done = client.post(f"{address}do/{verb}", data={"card": key})
                    except httpx.TransportError:
                        return
                    assert done.status_code == 303
                    told[key] = verb
                    asked.pop()

        person = threading.Thread(target=press)
        person.start()
        time.sleep(chance.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        person.join(10)
        now = {key: decision.verb for key, decision in read_decisions(file).by_id.items()}
        ((key, verb),) = asked  # the last keypress: it was done, or it was not
        assert now in (told, told | {key: verb})
        begun += bool(told)
    assert begun > KILLS / 2  # most were killed in the middle of it
    # What a killed writer left behind is cleared up by the next one.
    change_decisions(file, lambda by_id: by_id.update({"x": Decision("add", "x", "Q?", "A", talk="T")}))
    assert list(notes.glob(".deck.decisions.*")) == []


def test_the_page_shows_nothing_that_is_lost(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("d", "y", "d")
    until(lambda: browser.text("#state .progress b") != "0", "nothing was decided")
    shown = int(browser.text("#state .progress b"))
    browser.left_alone = True
    serve.running[-1].send_signal(signal.SIGKILL)
    serve.running[-1].wait(10)
    assert len(read_decisions(notes / "deck.decisions")) >= shown
    until(lambda: browser.all("html.alone"), "the page does not tell", 20)
