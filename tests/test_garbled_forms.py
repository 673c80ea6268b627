"""Every form of words that marks a garbled question is met in its own example, and in no other form's stead."""

from __future__ import annotations

import re

import pytest

from flashcards.selection.garbled_forms import FORMS


@pytest.mark.parametrize(("pattern", "example"), FORMS, ids=[example for _, example in FORMS])
def test_a_form_is_needed_for_its_example(pattern: str, example: str) -> None:
    assert re.search(pattern, example)
    others = [other for other, _ in FORMS if other != pattern and re.search(other, example)]
    assert not others
