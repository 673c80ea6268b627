"""Notes that nobody writes, all the way through the command: a deck or one clear line, in time that grows with them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.cli.main import verbs

SENTENCE = "A cache is a small store of pages."
MEGABYTE = 1_000_000
TIME = 60.0  # seconds of processor time; most take two of them, what takes quadratic time takes hours
TEXTS: dict[str, str | bytes] = {
    "a line of a megabyte": "> " + "x " * (MEGABYTE // 2),
    "sentences without a line end": "> " + f"{SENTENCE} " * (MEGABYTE // 35),
    "a long word": f"> A {'cache' * 10_000} is a small store of pages.",
    "quotes in quotes": ">" * 100_000 + SENTENCE,
    "spaced quotes in quotes": "> " * 100_000 + SENTENCE,
    "brackets": f"> {'[' * 100_000} {SENTENCE}",
    "pairs of brackets": f"> {'[' * 50_000}{']' * 50_000} {SENTENCE}",
    "parentheses": f"> The cache {'(' * 50_000}x{')' * 50_000} is a store.",
    "less than": "<" * MEGABYTE,
    "a chain": "> " + "one limit < " * 80_000 + "last limit",
    "bullets in bullets": "".join("  " * depth + "- a\n" for depth in range(700)),
    "many bullets": f"- {SENTENCE}\n" * 1_000,
    "headings": "# A\n" * 50_000,
    "a long title": f"# {'e' * 300_000}\n\n> {SENTENCE}",
    "accents": f"> A ca{chr(0x301) * 50_000}che is a small store of pages.",
    "emoji": f"> {SENTENCE} {chr(0x1F525) * 50_000}",
    "right to left": f"> A cache is {chr(0x202E)}a small store{chr(0x202C)} of pages. {chr(0x5E9) * 10_000}",
    "unit separators": f"> A \x1fcache\x1f is a small store of pages.{chr(0x1F) * 10_000}",
    "CRLF and a byte order mark": f"\ufeff# Conf 2031\r\n\r\n## Caches\r\n\r\n> {SENTENCE}\r\n",
    "NUL": "> A cache\0 is a store.",
    "half a pair of surrogates": b"> A cache \xed\xa0\x80 is a store.",
    "UTF-16": f"> {SENTENCE}".encode("utf-16"),
    "UTF-16 without a mark": f"> {SENTENCE}".encode("utf-16-le"),
}
REFUSED = ("NUL", "half a pair of surrogates", "UTF-16", "UTF-16 without a mark")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*arguments: str) -> Result:
    """What the command does: it ends in good order, in good time."""
    started = time.process_time()
    result = CliRunner().invoke(verbs, [*arguments, "--no-cache", "--jobs", "1"], prog_name="make-deck")
    assert time.process_time() - started < TIME
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text(text: str) -> None:
    content = TEXTS[text]
    Path("a.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    result = made("a.md", "-o", "a.apkg")
    assert result.exit_code == 2 if text in REFUSED else result.exit_code in (0, 1)
    assert Path("a.apkg").exists() == (result.exit_code == 0)
    assert len(result.output) < 2_000
    if text in REFUSED:
        assert result.stderr.startswith("a.md:")
        assert result.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="has no such files")
def test_what_is_no_file_beside_what_is_one() -> None:
    Path("n").mkdir()
    Path("n/a\nb\x1b.md").write_text("> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.\n")
    Path("n/loop.md").symlink_to("loop.md")
    Path("n/round").symlink_to("..")
    Path("n/zero.md").symlink_to("/dev/zero")
    os.mkfifo("n/pipe.md")
    result = made("n", "-o", "a.apkg")
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 3
    for name in ("loop.md", "zero.md", "pipe.md"):
        assert made(f"n/{name}", "-o", "b.apkg").exit_code == 2
    assert not Path("b.apkg").exists()
