"""What the program writes into the repo is up to date: the golden deck, the catalogue and the language of rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.rulebook import load_rules
from tests.written.files import FILES, ROOT
from tests.written.language import undescribed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_written_is_up_to_date(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == FILES[file](), "read what `make golden` changes, and commit it"


def test_every_note_has_its_golden_deck_and_nothing_else_is_there() -> None:
    golden = {file.stem for file in (ROOT / "tests" / "golden").iterdir()}
    assert golden == {file.stem for file in (ROOT / "notes").glob("*.md")}


def test_every_rule_is_in_the_catalogue() -> None:
    catalogue = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule.name for rule in load_rules() if f"\n## {rule.name}\n" not in catalogue] == []


def test_every_condition_and_part_of_a_clause_is_described() -> None:
    assert undescribed(ROOT / "docs" / "rule-language.md") == [], "say what it means in docs/rule-language.md"
