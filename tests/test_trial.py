"""make-deck rules --try: a folder of one's own rules does what its examples say, or the line is told that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs

RULE = """\
name = "speeds-up"
asks = "fact"
why  = "What is sped up."

[match.text]
pattern = '^(?P<who>[A-Z][a-z]+) speeds up (?P<what>[a-z ]+)[.]?$'

[[cards]]
question = "What does {{ who | small }} speed up?"
answer   = "{{ what | sentence }}"

[[examples]]
text  = "Caching speeds up slow pages."
cards = [{ question = "What does caching speed up?", answer = "Slow pages" }]

[[silent]]
text = "Caching slows nothing down."
why  = "Another verb."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    return Path("mine")


def test_rules_that_do_what_they_say(folder: Path) -> None:
    (folder / "speeds-up.toml").write_text(RULE, "utf-8")
    result = CliRunner().invoke(verbs, ["rules", "--try", "mine"])
    assert (result.exit_code, result.output) == (0, "mine/speeds-up.toml: 2 examples as written\n")


def test_each_example_that_comes_out_otherwise(folder: Path) -> None:
    text = RULE.replace("slows nothing down", "speeds up slow pages").replace('"Slow pages" }', '"Quick pages" }')
    (folder / "speeds-up.toml").write_text(text, "utf-8")
    result = CliRunner().invoke(verbs, ["rules", "--try", "mine"])
    made = "What does caching speed up? -> Slow pages"
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"mine/speeds-up.toml:12: makes {made}, not What does caching speed up? -> Quick pages",
        f"mine/speeds-up.toml:16: makes {made}, not no card",
    ]


def test_a_folder_that_is_not_there(folder: Path) -> None:
    result = CliRunner().invoke(verbs, ["rules", "--try", "yours"])
    assert result.exit_code == 2
    assert "yours: no such rules folder" in result.output
