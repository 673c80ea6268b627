"""Plurals by their ending: what ends in "-ops" is mostly a practice, and sometimes many shops."""

from __future__ import annotations

import pytest

from flashcards.language.forms import ends_plural


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("gitops", False), ("chatops", False), ("devops", False), ("laptops", True), ("stops", True), ("steps", True)],
)
def test_a_practice_is_no_plural(noun: str, plural: bool) -> None:
    assert ends_plural(noun) is plural
