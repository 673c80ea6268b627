"""The project's notes and examples are told in its own words: nothing is copied from the notes it was measured on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MEASURED_ON = ROOT.parent / "shared" / "notes"
RUN = 7  # so many words in the same order are no accident
ALLOWED = "app timeout nginx timeout"  # the one chain that is quoted on purpose, as the project's first example
FOLDERS = ("notes", "tests", "flashcards", "templates")


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[\w%']+", re.sub(r"https?://\S+|[#@]\w+", " ", text.lower()))
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


@pytest.fixture(scope="module")
def measured_on() -> set[str]:
    """All runs of words in posts and items of the notes that the program was measured on, headings left out."""
    if not MEASURED_ON.is_dir():
        pytest.skip("needs ../shared")
    lines = [line for file in MEASURED_ON.rglob("*.md") for line in file.read_text(encoding="utf-8").splitlines()]
    return {run for line in lines if not line.startswith("#") for run in _runs(line)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_copied(folder: str, measured_on: set[str]) -> None:
    files = [file for ending in ("md", "toml", "py", "txt", "html") for file in (ROOT / folder).rglob(f"*.{ending}")]
    assert files
    copied = {
        f"{file.relative_to(ROOT)}:{number}: {run}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for run in _runs(line)
        if run in measured_on and ALLOWED not in run
    }
    assert sorted(copied) == []
