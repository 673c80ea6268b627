"""Killed at random moments, with a disk that is full, in a folder that is read-only: what was there stays whole."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from flashcards.decisions import read_decisions
from flashcards.deck import read_ledger
from flashcards.deck.ledger import LEDGER

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")]
KILLS = int(os.environ.get("KILLS", "200"))
NOTES = "# CacheConf 2031\n\n" + "".join(
    f"## Talk {number}\nAda Example\n\n"
    f"> Set increasing limits: page limit {number} < site limit {number} < {{0}} limit {number}.\n\n"
    f"> A {{0}} cache {number} is a small store of pages {number}.\n\n"
    for number in range(6)
)


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "flashcards", str(folder / "notes.md"), "-o", str(folder / "deck.apkg")]


def whole(deck: Path) -> int:
    """How many notes the package has; fails if it is torn."""
    with zipfile.ZipFile(deck) as package, tempfile.TemporaryDirectory() as folder:
        assert package.testzip() is None
        database = sqlite3.connect(package.extract("collection.anki2", folder))
        try:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return int(database.execute("SELECT count(*) FROM notes").fetchone()[0])
        finally:
            database.close()


def test_killed_at_random_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    chance = random.Random(6)  # noqa: S311 (moments to kill at)
    notes, deck, ledger = tmp_path / "notes.md", tmp_path / "deck.apkg", tmp_path / LEDGER
    decisions = tmp_path / "deck.decisions"
    lasted = 0.0
    # Every variant once, so that the runs to be killed have nothing to parse and spend their time on what they write.
    for word in ("planet0", "planet1", "planet2", "planet3", "planet0"):
        notes.write_text(NOTES.format(word), "utf-8")
        started = time.monotonic()
        subprocess.run(command(tmp_path), check=True, capture_output=True)
        lasted = time.monotonic() - started
    cards = whole(deck)
    ended = 0
    for number in range(KILLS):
        notes.write_text(NOTES.format(f"planet{chance.choice(range(4))}"), "utf-8")
        with subprocess.Popen(command(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
            # Half of the kills fall where files are written, near the end.
            time.sleep(lasted * (chance.uniform(0.6, 1.1) if number % 2 else chance.uniform(0.0, 1.1)))
            run.send_signal(signal.SIGKILL)
            errors = run.stderr.read() if run.stderr else ""
        ended += run.returncode == 0
        assert "Traceback" not in errors
        assert whole(deck) == cards
        assert read_ledger(ledger).records
        read_decisions(decisions)
    assert ended < KILLS  # some were killed before they were done
    notes.write_text(NOTES.format("moon"), "utf-8")
    subprocess.run(command(tmp_path), check=True, capture_output=True)
    assert whole(deck) == cards


@pytest.mark.parametrize("most", [0, 4096, 20_000])
def test_a_full_disk_leaves_the_old_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    notes, deck, ledger = tmp_path / "notes.md", tmp_path / "deck.apkg", tmp_path / LEDGER
    notes.write_text(NOTES.format("network"), "utf-8")
    subprocess.run(command(tmp_path), check=True, capture_output=True)
    before = deck.read_bytes(), ledger.read_bytes()
    notes.write_text(NOTES.format("planet"), "utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    run = subprocess.run(command(tmp_path), capture_output=True, text=True, preexec_fn=limit, check=False)
    assert "Traceback" not in run.stderr
    assert run.returncode == 2, run.stderr
    assert (deck.read_bytes(), ledger.read_bytes()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "deck.apkg", "deck.ledger", "notes.md"]
