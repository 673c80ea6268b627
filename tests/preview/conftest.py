"""Notes to preview, a session on them, and their page in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flashcards.pipeline import Options
from flashcards.preview.session import Session

ROOT = Path(__file__).resolve().parents[2]
NOTES = """\
# CacheConf 2031

## Caches in the wild
Ada Example

> Next up: Ada Example, Caches in the wild #CacheConf

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

> It works.

## Order <b>again</b>
Bo Sample

> Set increasing limits: page limit < site limit < network limit.

> A queue is a <script>document.title = "broken into"</script> buffer between a producer and a consumer.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with one file of notes."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "cacheconf.md").write_text(NOTES, "utf-8")
    return folder


@pytest.fixture
def session(notes: Path, tmp_path: Path) -> Session:
    """A session on the notes."""
    opened = Session([notes], Options(), tmp_path / "deck.apkg")
    opened.rebuild()
    assert not opened.snapshot.problem
    return opened


Serve = Callable[..., str]


@pytest.fixture
def serve(notes: Path, tmp_path: Path) -> Iterator[Serve]:
    """Starts `make-deck preview` on the notes with more arguments; gives the page's address."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> str:
        command = [sys.executable, "-m", "flashcards", "preview", str(notes), "--no-browser", *arguments]
        if "--port" not in arguments:
            command += ["--port", "0"]
        process = subprocess.Popen(
            [*command, "-o", str(tmp_path / "deck.apkg")],
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                return found.group()
        raise AssertionError("it ended without an address")

    yield start
    for process in running:
        process.terminate()
        process.wait(10)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> tuple[str, str]:
    """The paths of Chromium and its driver."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("there is no Chromium with chromedriver here, so the page is not tried in a real browser")
    return browser, driver


def until(true: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Wait until something is so, and fail with `what` if it never is."""
    end = time.monotonic() + seconds
    while True:
        try:
            if true():
                return
        except Exception:
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, what
        time.sleep(0.02)
