"""Notes to preview, a session on them, and their page in a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from flashcards.options import Options
from flashcards.preview.session import Session
from tests.preview.person import Browser

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


FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


class Serve:
    """Starts `make-deck preview` on the notes with more arguments; gives the page's address."""

    def __init__(self, notes: Path, folder: Path) -> None:
        self._notes = notes
        self._folder = folder
        self.running: list[subprocess.Popen[str]] = []

    def __call__(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "flashcards", "preview", str(self._notes), "--no-browser", *arguments]
        if "--port" not in arguments:
            command += ["--port", "0"]
        process = subprocess.Popen(
            [*command, "-o", str(self._folder / "deck.apkg")],
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            cwd=self._folder,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.running.append(process)
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                return found.group()
        raise AssertionError("it ended without an address")

    def end(self) -> str:
        """End what runs as Ctrl-C does; gives what it then says."""
        said = ""
        for process in self.running:
            process.send_signal(signal.SIGINT)
        for process in self.running:
            if process.stdout and not process.stdout.closed:
                said += process.communicate(timeout=20)[0]
        self.running.clear()
        return said


@pytest.fixture
def serve(notes: Path, tmp_path: Path) -> Iterator[Serve]:
    """Serves the notes."""
    serving = Serve(notes, tmp_path)
    yield serving
    serving.end()


@pytest.fixture(scope="session")
def chromium() -> tuple[str, str]:
    """The paths of Chromium and its driver."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("there is no Chromium with chromedriver here, so the page is not tried in a real browser")
    return browser, driver


@pytest.fixture(scope="session")
def driver(chromium: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium[0]
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}", "--window-size=1300,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options, Service(chromium[1]))
    yield started
    started.quit()


def _log(driver: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser wrote down since the last call."""
    entries: list[dict[str, Any]] = driver.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


@pytest.fixture
def browser(driver: webdriver.Chrome, serve: Serve) -> Iterator[Browser]:
    """A browser that must come to no error, and must ask no other host for anything."""
    driver.set_window_size(1300, 900)
    _log(driver, "performance")
    person = Browser(driver)
    yield person
    errors = [entry["message"] for entry in _log(driver, "browser") if entry["level"] == "SEVERE"]
    requests = [json.loads(entry["message"])["message"] for entry in _log(driver, "performance")]
    asked = [one["params"]["request"]["url"] for one in requests if one["method"] == "Network.requestWillBeSent"]
    driver.get("about:blank")
    assert errors == [] or person.left_alone
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} <= {"127.0.0.1"}
