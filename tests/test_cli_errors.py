"""Whatever a user can do wrong: one line that says where and what to do, its exit status, and nothing written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs

POST = "> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.\n"
RULE = """\
name = "mine"
asks = "test"
why  = "To test."
[match.text]
pattern = "a"
"""
SLIP = (
    RULE.replace('"a"', "'(?P<thing>timeouts)'")
    + """
[[cards]]
question = "What about {{ thong }}?"
answer   = "{{ thing }}"
[[examples]]
text  = "timeouts"
cards = [{ question = "What about timeouts?", answer = "timeouts" }]
[[silent]]
text = "limits"
why  = "Others."
"""
)
as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def write(name: str, content: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def nothing() -> None:
    """The notes that are always there are enough."""


# What is done first, the arguments, the exit status, what the one line must say.
CASES: dict[str, tuple[Callable[[], None], list[str], int, list[str]]] = {
    "no such file": (nothing, ["missing.md"], 2, ["missing.md: ", "check the path"]),
    "a folder without notes": (lambda: Path("empty").mkdir(), ["empty"], 2, ["empty: ", "no notes"]),
    "a folder of other files": (
        lambda: write("pictures/a.png", b"\x89PNG"),
        ["pictures"],
        2,
        ["pictures: ", "no notes"],
    ),
    "no card": (lambda: write("a.md", "> Thanks!\n"), ["a.md"], 1, ["a.md: ", "the only post gives no card"]),
    "an empty file": (lambda: write("a.md", ""), ["a.md"], 1, ["a.md: ", "nothing to read"]),
    "not UTF-8": (lambda: write("a.md", "caf\xe9 is open\n".encode("latin-1")), ["a.md"], 2, ["a.md:1: ", "UTF-8"]),
    "UTF-16": (lambda: write("a.md", POST.encode("utf-16")), ["a.md"], 2, ["a.md", "UTF-8"]),
    "binary": (lambda: write("a.md", bytes(range(256)) * 9), ["a.md"], 2, ["a.md"]),
    "unknown ending": (nothing, ["notes.md", "-o", "a.pdf"], 2, ["a.pdf: ", ".apkg"]),
    "no ending": (nothing, ["notes.md", "-o", "deck"], 2, ["deck: ", ".apkg"]),
    "missing output folder": (nothing, ["notes.md", "-o", "no/a.apkg"], 2, ["no/a.apkg: ", "does not exist"]),
    "output is a folder": (lambda: Path("a.apkg").mkdir(), ["notes.md", "-o", "a.apkg"], 2, ["a.apkg: ", "folder"]),
    "broken rule": (
        lambda: write("r/a.toml", RULE + "oops\n"),
        ["notes.md", "--rules", "r"],
        2,
        ["r/a.toml:6: ", "TOML"],
    ),
    "rule without proof": (lambda: write("r/a.toml", RULE), ["notes.md", "--rules", "r"], 2, ["r/a.toml:1: ", "card"]),
    "a slip that only a post brings to light": (
        lambda: write("r/a.toml", SLIP),
        ["notes.md", "--rules", "r"],
        2,
        ["r/a.toml:7: ", "'thong' is undefined"],
    ),
    "explain what is not there": (nothing, ["explain", "no.md:3"], 2, ["no.md:3: ", "no such file"]),
    "rule with a bad pattern": (
        lambda: write("r/a.toml", RULE.replace('"a"', '"("')),
        ["notes.md", "--rules", "r"],
        2,
        ["r/a.toml:5: ", "regular expression"],
    ),
    "no such rules folder": (nothing, ["notes.md", "--rules", "r"], 2, ["r: ", "no such rules folder"]),
    "no such rule": (nothing, ["notes.md", "--without", "nope"], 2, ["'nope'", "make-deck rules"]),
    "broken template": (
        lambda: write("t/front.html", "{{Question}}\n{{Oops}}\n"),
        ["notes.md", "--templates", "t"],
        2,
        ["t/front.html:2: ", "Oops"],
    ),
    "broken Jinja2": (
        lambda: write("t/front.html", "{{Question}}\n[% if %]\n"),
        ["notes.md", "--templates", "t"],
        2,
        ["t/front.html:2: "],
    ),
    "no such templates folder": (nothing, ["notes.md", "--templates", "t"], 2, ["t: ", "no such folder"]),
    "no such look": (nothing, ["notes.md", "--look", "papper"], 2, ["'papper'", "do you mean paper?"]),
    "model not installed": (
        nothing,
        ["notes.md", "--model", "en_core_web_md"],
        2,
        ["en_core_web_md is not installed", "python -m spacy download en_core_web_md"],
    ),
    "no model at all": (nothing, ["notes.md", "--model", "no/model"], 2, ["no/model"]),
    "nothing to explain": (nothing, ["explain", " "], 2, ["FILE:LINE"]),
    "no post at that line": (nothing, ["explain", "notes.md:99"], 2, ["notes.md:99: ", "no post"]),
    "explain with a broken rule": (
        lambda: write("r/a.toml", RULE),
        ["explain", "a text", "--rules", "r"],
        2,
        ["r/a.toml:1: "],
    ),
    "rules with a broken rule": (lambda: write("r/a.toml", RULE), ["rules", "--rules", "r"], 2, ["r/a.toml:1: "]),
    "coverage of no file": (nothing, ["coverage", "missing.md"], 2, ["missing.md: "]),
}


def tree() -> dict[str, bytes]:
    """Every file here with its content."""
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder with one good file of notes."""
    monkeypatch.chdir(tmp_path)
    write("notes.md", POST)
    return tmp_path


def check(arguments: list[str], status: int, says: list[str]) -> None:
    """The command fails with this status and one line, and touches no file."""
    before = tree()
    result = CliRunner().invoke(verbs, arguments, prog_name="make-deck")
    assert result.exit_code == status, result.output
    assert result.stdout == ""
    # A warning about the file may come before; the error is the last line.
    last = result.stderr.splitlines()[-1]
    assert status == 1 or result.stderr == last + "\n"
    for part in says:
        assert part in last
    assert tree() == before
    assert not Path("dist").exists()


@pytest.mark.parametrize("case", CASES)
def test_one_line_and_nothing_written(case: str) -> None:
    prepare, arguments, status, says = CASES[case]
    prepare()
    check(arguments, status, says)


@pytest.mark.skipif(as_root, reason="root may write everywhere")
def test_output_folder_that_is_not_writable() -> None:
    Path("locked").mkdir(mode=0o500)
    check(["notes.md", "-o", "locked/a.apkg"], 2, ["locked/a.apkg: ", "not writable"])


@pytest.mark.parametrize("arguments", [["notes.md", "-o", "locked/a.apkg"], ["notes.md"]])
def test_folder_that_says_it_is_not_writable(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for root, who is asked by nobody."""
    Path("locked").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    check(arguments, 2, ["not writable"])


def test_no_long_work_before_the_output_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashcards.generation.cards.generate", None)
    check(["notes.md", "-o", "a.pdf"], 2, ["a.pdf"])
    check(["notes.md", "--look", "papper"], 2, ["papper"])


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["build"], ["notes.md", "--cards-per-post", "0"], ["cache", "x"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = CliRunner().invoke(verbs, arguments, prog_name="make-deck")
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: make-deck ")
