"""make-deck watch: again and again, whatever is wrong in between."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.interrupted import running

NOTES = "# CacheConf 2031\n\n## Caches\n\n> Set increasing limits: page limit < site limit < {} limit.\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")


def wait_for(file: Path, text: str) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if file.exists() and text in file.read_text("utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError(f"no {text!r} in {file}")


def next_complaint(process: subprocess.Popen[str]) -> str:
    """The next line of standard error that says something; "" where the process ends, at the latest after a minute."""
    end = threading.Timer(60, process.kill)
    end.start()
    try:
        return next((line for line in process.stderr or () if line.strip()), "")
    finally:
        end.cancel()


@pytest.mark.slow
def test_makes_the_deck_again_when_notes_change(tmp_path: Path) -> None:
    notes, out = tmp_path / "notes.md", tmp_path / "deck.jsonl"
    notes.write_text(NOTES.format("network"), "utf-8")
    with running(["watch", str(notes), "-o", str(out)]) as process:
        wait_for(out, '"network"')
        notes.write_bytes(b"\xff\xfe broken")
        assert "notes.md" in next_complaint(process)
        assert '"network"' in out.read_text("utf-8")
        notes.write_text(NOTES.format("planet"), "utf-8")
        wait_for(out, '"planet"')
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "notes.md" not in errors
