"""make-deck review and make-deck rules --stats: deciding without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.cli.main import verbs
from flashcards.decisions import read_decisions

NOTES = """\
# CacheConf 2031

## Caches in the wild

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

## Order again

> Set increasing limits: page limit < site limit < network limit.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder with one file of notes."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    return tmp_path


def run(*arguments: str, typed: str = "") -> Result:
    result = CliRunner().invoke(verbs, arguments, input=typed, prog_name="make-deck")
    assert result.exit_code == 0, result.output
    return result


def verbs_kept() -> list[str]:
    return sorted(one.verb for one in read_decisions(Path("deck.decisions")))


def test_keep_drop_edit_add() -> None:
    result = run("review", "notes.md", typed="k\nd\ne\nWhich limit is largest?\n\nn\na\nWhy?\nBecause\nq\n")
    assert "1/4  Caches in the wild  (notes.md:5)" in result.output
    assert "4 of 5 cards decided on: 1 kept, 1 edited, 1 added, 1 dropped" in result.output
    assert verbs_kept() == ["add", "drop", "edit", "keep"]
    # What was decided on is not asked about again.
    assert "1/1" in run("review", "notes.md", typed="q\n").output
    assert "1/5" in run("review", "notes.md", "--all", typed="q\n").output
    assert "4 cards from 2 posts" in run("notes.md").output


def test_undo_and_back() -> None:
    run("review", "notes.md", typed="d\nu\nb\nh\nthe last one\ns\nx\nq\n")
    (decision,) = read_decisions(Path("deck.decisions"))
    assert (decision.verb, decision.hint) == ("edit", "the last one")


def test_the_end_of_input_is_the_end() -> None:
    assert "1 of 4 cards decided on" in run("review", "notes.md", typed="k\n").output


def test_stats() -> None:
    assert run("rules", "--stats", "notes.md").output == "nothing was built or decided yet\n"
    run("notes.md")
    run("review", "notes.md", typed="d\nk\nq\n")
    lines = run("rules", "--stats", "notes.md").output.splitlines()
    assert lines[0].split() == ["rule", "in", "the", "deck", "dropped", "edited", "kept"]
    assert lines[1].split() == ["comparison-chain", "4", "1", "0", "1"]


def test_a_rule_always_dropped_is_named() -> None:
    run("review", "notes.md", typed="d\nd\nd\nd\n")
    assert run("rules", "--stats", ".").output.endswith("to switch it off: --without comparison-chain\n")


@pytest.mark.parametrize("verb", ["review", "preview"])
def test_without_decisions_there_is_nothing_to_do(verb: str) -> None:
    result = CliRunner().invoke(verbs, [verb, "notes.md", "--no-decisions"])
    assert result.exit_code == 2
    assert "leave out --no-decisions" in result.output
