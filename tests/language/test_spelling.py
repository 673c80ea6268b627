"""What counts as a slip of the keyboard, and what as a word that the dictionary doesn't know."""

from __future__ import annotations

import pytest

from flashcards.language.spelling import spelled


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("undertand the buget", "understand the budget"),
        ("we opose managment", "we oppose management"),
        ("teams that succeded", "teams that succeeded"),
    ],
)
def test_a_slip_is_put_right(written: str, meant: str) -> None:
    assert spelled(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "devops and kubernetes, refactor the backend, async sharding",  # jargon
        "the behaviour of the organisation at its centre",  # British
        "deliverables and podcasts",  # plurals that the dictionary lacks
        "Managment Inc",  # a name
        "runn kubectl",  # short words are as often jargon
        "see shedule.py and @shedule",  # no prose
        "the aspec of it",  # aspect or spec
        "a peopl...",  # cut off
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert spelled(text) == text


def test_code_stays() -> None:
    assert spelled("the resouce table", frozenset({"resouce"})) == "the resouce table"
