"""The command's verbs and options, and what they print."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from flashcards import __version__
from flashcards.cli.main import main, verbs
from flashcards.cli.progress import Progress
from tests.interrupted import running

NOTES = """\
# CacheConf 2031

## Caches in the wild

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

> [I liked the slides.]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder with one file of notes."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    """What make-deck gives for these arguments, which must be a success."""
    result = CliRunner().invoke(verbs, arguments, prog_name="make-deck")
    assert result.exit_code == 0, result.output
    return result


def test_a_deck_in_dist() -> None:
    result = run("notes.md")
    assert result.stdout == "wrote dist/cacheconf-2031.apkg: 1 subdeck, 2 cards from 2 posts\n"
    assert result.stderr == ""
    assert Path("dist/cacheconf-2031.apkg").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["notes.md", "-o", "a.jsonl"],
        ["build", "notes.md", "-o", "a.jsonl"],
        ["-o", "a.jsonl", "notes.md"],
        ["--output=a.jsonl", "--", "notes.md"],
        [".", "--output", "a.jsonl"],
    ],
)
def test_the_verb_may_be_left_out(arguments: list[str]) -> None:
    assert run(*arguments).stdout == "wrote a.jsonl: 1 subdeck, 2 cards from 2 posts\n"
    cards = [json.loads(line) for line in Path("a.jsonl").read_text("utf-8").splitlines()]
    assert [(card["question"], card["answer"]) for card in cards] == [
        ("Which timeout should be largest?", "proxy"),
        ("Which timeout should be smallest?", "app"),
    ]


def test_a_file_called_like_a_verb() -> None:
    Path("rules").mkdir()
    Path("rules/notes.md").write_text(NOTES, "utf-8")
    assert "wrote a.csv" in run("./rules", "-o", "a.csv").stdout


def test_name_and_cards_per_post() -> None:
    result = run("notes.md", "--name", "My Conf", "--cards-per-post", "1", "-o", "a.jsonl")
    assert "1 card from 2 posts" in result.stdout
    assert json.loads(Path("a.jsonl").read_text("utf-8"))["event"] == "My Conf"


def test_several_events() -> None:
    Path("other.md").write_text(NOTES.replace("CacheConf", "QueueConf"), "utf-8")
    assert run("notes.md", "other.md").stdout == "wrote dist/all.apkg: 2 decks, 2 subdecks, 4 cards from 4 posts\n"


def test_rules_of_ones_own() -> None:
    rule = """\
        name = "shout"
        asks = "test"
        why  = "To test."
        [match.text]
        pattern = "Set (?P<how>\\\\w+) timeouts"
        [[cards]]
        question = "How should timeouts stand?"
        answer   = "{{ how }}"
        [[examples]]
        text  = "Set increasing timeouts."
        cards = [{ question = "How should timeouts stand?", answer = "increasing" }]
        [[silent]]
        text = "Set nothing."
        why  = "Nothing."
        """
    Path("mine").mkdir()
    Path("mine/shout.toml").write_text(rule, "utf-8")
    run("notes.md", "--rules", "mine", "--without", "comparison-chain", "-o", "a.jsonl")
    assert '"rule": "shout"' in Path("a.jsonl").read_text("utf-8")
    assert "shout" in run("rules", "--rules", "mine").stdout


def test_templates_and_look() -> None:
    Path("mine").mkdir()
    Path("mine/front.html").write_text("<b>Mine</b> {{Question}}", "utf-8")
    run("notes.md", "--templates", "mine", "--look", "paper", "-o", "a.html")
    assert "<b>Mine</b>" in Path("a.html").read_text("utf-8")


def test_warnings_go_to_standard_error() -> None:
    Path("empty.md").write_text("", "utf-8")
    result = run(".", "-o", "a.csv")
    assert result.stdout.startswith("wrote a.csv")
    assert result.stderr.count("\n") == 1
    assert "empty.md: " in result.stderr


def test_explain_while_building() -> None:
    Path("notes.md").write_text(NOTES + "\n> Was a cache ever a database?\n", "utf-8")
    result = run("notes.md", "--explain", "-o", "a.csv")
    assert "notes.md:9: Caches in the wild\n> Was a cache ever a database?\n" in result.stdout
    assert "not matched: " in result.stdout
    assert "> Set increasing" not in result.stdout
    assert result.stdout.endswith("from 3 posts\n")


def test_explain_a_text() -> None:
    text = run("explain", "Set increasing timeouts: app timeout < nginx timeout < proxy timeout.").stdout
    assert "comparison-chain" in text
    assert re.search(r"^  \+ +sure  Which timeout should be largest\? -> proxy$", text, re.MULTILINE)
    assert re.search(r"^  not matched: .*definition", text, re.MULTILINE)


def test_explain_shows_what_is_blanked() -> None:
    post = "Set increasing timeouts: app timeout < nginx timeout < proxy timeout."
    assert "cloze" not in run("explain", post).stdout
    text = run("explain", post, "--cloze").stdout
    assert "cloze: Set increasing timeouts: app timeout < nginx timeout < [proxy] timeout." in text


def test_explain_shows_clauses_and_vetoes() -> None:
    text = run("explain", "A runbook is not a novel about the last great outage. It was a plan.").stdout
    assert "verb 'is' (negated)" in text
    assert re.search(r"^  definition +vetoed by: negated = yes$", text, re.MULTILINE)
    assert "none: " in text


@pytest.mark.parametrize("line", [5, 7])
def test_explain_a_place(line: int) -> None:
    text = run("explain", f"notes.md:{line}").stdout
    assert text.startswith(f"notes.md:{line}: Caches in the wild\n> ")


def test_explain_a_text_that_looks_like_a_place() -> None:
    assert "> see page:7" in run("explain", "see page:7").stdout


def test_coverage() -> None:
    text = run("coverage", "notes.md").stdout
    assert "  2 posts, 1 with cards (50%), 2 cards\n  order 2\n" in text
    assert "  notes.md:7: the note-taker's own comment\n    [I liked the slides.]\n" in text
    assert text.endswith("     1  the note-taker's own comment\n")


def test_rules() -> None:
    lines = run("rules").stdout.splitlines()
    assert lines == sorted(lines)
    assert any(re.match(r"comparison-chain +order +9  \S", line) for line in lines)
    assert not any("comparison-chain" in line for line in run("rules", "--without", "comparison-chain").stdout)


def test_cache_clear() -> None:
    run("notes.md")
    assert run("cache", "clear").stdout.startswith("removed ")
    assert run("cache", "clear").stdout.startswith("nothing to remove")
    run("notes.md", "--no-cache")
    assert run("cache", "clear").stdout.startswith("nothing to remove")


def test_version() -> None:
    assert run("--version").stdout == f"make-deck {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_shows_what_is_meant_most_often(arguments: list[str]) -> None:
    text = run(*arguments).stdout
    for shown in ("[build] NOTES...", "--output", "--rules", "--explain", "coverage", "--version"):
        assert shown in text


@pytest.mark.parametrize("verb", sorted(verbs.commands))
def test_every_verb_has_help(verb: str) -> None:
    assert run(verb, "--help").stdout.startswith(f"Usage: make-deck {verb}")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from flashcards.cli import main\n"
        "sys.argv = ['make-deck', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'spacy', 'jinja2', 'genanki', 'markdown_it', 'sqlite3', 'tomllib'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL).returncode == 0


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flashcards.generation.posts.pick", interrupt)
    monkeypatch.setattr(sys, "argv", ["make-deck", "notes.md"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 130
    assert capsys.readouterr().err.strip() == ""
    assert not Path("dist").exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")
def test_ctrl_c() -> None:
    Path("notes.md").write_text("\n\n".join(f"> Number {n} is a sentence about caches." for n in range(4000)), "utf-8")
    with running(["notes.md", "-o", "a.apkg", "--no-cache"]) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.strip() == ""
    assert sorted(os.listdir()) == ["notes.md"]


class Terminal:
    """Standard error as it is on a terminal."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        return True


def test_progress_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    now = 100.0
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("time.monotonic", lambda: now)
    with Progress() as progress:
        progress(1, 10)
        assert terminal.text == ""
        now = 102.0
        progress(4, 10)
        progress(10, 10)
    shown = click.unstyle(terminal.text)
    assert "4/10" in shown
    assert "2 posts/s" in shown
    assert shown.endswith("\n")


def test_no_progress_where_nobody_looks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    with Progress() as progress:
        now = 110.0
        progress(1, 10)
    assert capsys.readouterr().err == ""
