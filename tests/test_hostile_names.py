"""Names and texts on the command line that nobody gives: too long, of broken bytes, of two lines. No traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs

POST = "> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.\n"
NAMES = {"long": "x" * 5000, "deep": "n/" * 3000 + "a", "lines": "a\nb\x1b[31m", "blank": " "}
PLACES = (
    ["{}"],
    ["notes.md", "{}"],
    ["explain", "{}:3"],
    ["notes.md", "-o", "{}.csv"],
    ["notes.md", "-o", "{}/a.apkg"],
    ["notes.md", "--rules", "{}"],
    ["notes.md", "--templates", "{}"],
    ["notes.md", "-o", "a.apkg", "--ledger", "{}"],
    ["notes.md", "-o", "a.apkg", "--decisions", "{}"],
    ["notes.md", "-o", "a.apkg", "--pictures", "{}"],
    ["notes.md", "--model", "{}"],
    ["notes.md", "--name", "{}"],
    ["init", "{}"],
    ["templates", "copy", "{}"],
    ["rules", "--stats", "{}"],
    ["coverage", "{}"],
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder with one good file of notes."""
    monkeypatch.chdir(tmp_path)
    Path("notes.md").write_text(POST, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_odd_names(name: str, place: list[str]) -> None:
    result = CliRunner().invoke(verbs, [part.format(NAMES[name]) for part in place], prog_name="make-deck")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 2)
    assert result.exit_code == 0 or result.stderr.count("\n") == 1 or "Usage: " in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="names are bytes")
@pytest.mark.parametrize(
    "arguments",
    [["\udcff.md", "-o", "\udcfe.csv"], ["coverage", "\udcff.md"], ["diff", "\udcff.md"], ["explain", "\udcff"]],
)
def test_broken_bytes(arguments: list[str]) -> None:
    Path("\udcff.md").write_text(POST, "utf-8")
    assert ran(*arguments).returncode == 0


def test_a_rule_of_broken_bytes_does_not_exist() -> None:
    done = ran("notes.md", "--without", "\udcff")
    assert (done.returncode, done.stderr) == (2, b"there is no rule '\\udcff'; `make-deck rules` lists them\n")


def ran(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    root = Path(__file__).resolve().parents[1]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "flashcards", *arguments], env=environment, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr
    return done
