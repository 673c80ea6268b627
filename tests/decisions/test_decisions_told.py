"""coverage and explain tell of what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs

NOTES = """\
# CacheConf 2031

## Caches in the wild

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

> Set increasing limits: page limit < site limit < network limit.

> It works.

## Queues

> Set increasing quotas: leaf quota < branch quota < root quota.
"""
POST = "Set increasing timeouts: app timeout < nginx timeout < proxy timeout."
TIMEOUTS = f'talk = "Caches in the wild"\npost = "{POST}"\n'
DECISIONS = f"""\
[[drop]]
id = "1"
question = "Which timeout should be largest?"
answer = "proxy"
{TIMEOUTS}
[[edit]]
id = "2"
question = "Which layer gives up first?"
answer = "The app"
made-question = "Which timeout should be smallest?"
made-answer = "app"
{TIMEOUTS}
[[add]]
question = "Does it work?"
answer = "So they say"
talk = "Caches in the wild"
post = "It works."

[[drop]]
id = "4"
question = "What was here once?"
answer = "Nobody knows"
{TIMEOUTS}"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes with decisions beside them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    (tmp_path / "deck.decisions").write_text(DECISIONS, "utf-8")


def told(*arguments: str) -> str:
    result = CliRunner().invoke(verbs, arguments, prog_name="make-deck")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_coverage_counts_as_a_build_does() -> None:
    text = told("coverage", "notes.md")
    assert "Caches in the wild\n  3 posts, 3 with cards (100%), 4 cards; 1 edited, 1 added, 1 dropped\n" in text
    assert "Queues\n  1 post, 1 with cards (100%), 2 cards\n" in text
    assert "All 2 talks\n  4 posts, 4 with cards (100%), 6 cards; 1 edited, 1 added, 1 dropped\n" in text
    without = told("coverage", "notes.md", "--no-decisions")
    assert "Caches in the wild\n  3 posts, 2 with cards (67%), 4 cards\n" in without
    Path("elsewhere").write_text("", "utf-8")
    assert told("coverage", "notes.md", "--decisions", "elsewhere") == without


def test_a_post_of_which_all_is_dropped_says_so() -> None:
    smallest = 'question = "Which timeout should be smallest?"\nanswer = "app"\n'
    largest = 'question = "Which timeout should be largest?"\nanswer = "proxy"\n'
    blocks = [f'[[drop]]\nid = "{number}"\n{one}{TIMEOUTS}' for number, one in enumerate((smallest, largest))]
    Path("deck.decisions").write_text("\n".join(blocks), "utf-8")
    assert "  notes.md:5: what it gave was dropped\n" in told("coverage", "notes.md")


def test_explain_shows_what_was_decided_about_the_post() -> None:
    text = told("explain", "notes.md:5")
    assert text.endswith(
        "\nDecided\n"
        "  deck.decisions:1: dropped: Which timeout should be largest? -> proxy\n"
        "  deck.decisions:8: edited: Which layer gives up first? -> The app"
        " (the rules: Which timeout should be smallest? -> app)\n"
        "  deck.decisions:23: in doubt: the card that was dropped, 'What was here once? -> Nobody knows':"
        " the rules make no such card any more\n"
    )
    assert told("explain", "notes.md:9").endswith("  deck.decisions:17: added: Does it work? -> So they say\n")


def test_explain_says_nothing_where_nothing_was_decided() -> None:
    assert "Decided" not in told("explain", "notes.md:7")
    assert "Decided" not in told("explain", "notes.md:13")
    assert "Decided" not in told("explain", "notes.md:5", "--no-decisions")
    assert "Decided" not in told("explain", POST)
