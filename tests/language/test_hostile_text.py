"""Text that nobody writes is read in linear time, and never fails."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.language.clean import clean
from flashcards.language.outline import pieces_of
from flashcards.model import Block, Post

REPEATED = [
    "a",
    "Word ",
    "<",
    "<a ",
    ">",
    "[",
    "[[",
    "![",
    "[a](",
    "(",
    "`",
    "`a ",
    "*",
    "**a*",
    "_a_ ",
    "#a ",
    " #a",
    "@a",
    '"',
    '"a ',
    '". A',
    ".",
    "a. A ",
    "... a ",
    ";",
    "; ",
    "a: b ",
    "A: ",
    " - ",
    "a \u2014 b \u2014 c ",
    "a-",
    " ",
    "\n",
    "A\n",
    "\u00a0",
    "a\t ",
    ", not a",
    ", so the ",
    "1/2 ",
    "(1/ ",
    ":) ",
    "&",
    "&amp;",
    "http://a",
    "\ud83d\udd25",
    "e\u0301",
    "lol!",
    "[aa] ",
    "#a [",
    "#aa [bb] ",
    " i.e. ",
    "a / b ",
    "\u0000\u001f",
    "\ud800 ",
    "\u202e\u05e9\u05dc\u05d5\u05dd ",
    "1,",
    " --> ",
    "If a, b ",
]
TIME = 5.0  # seconds; what takes quadratic time takes minutes, what takes linear time a hundredth of a second


def read(text: str) -> None:
    pieces_of(Post(text, (Block("paragraph", text, 1),), 1), {})


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("end", ["", " b"])
def test_repeated(piece: str, end: str) -> None:
    read("The cache hides trouble.")  # what is loaded once isn't what is measured
    started = time.process_time()
    read(piece * (1_000_000 // len(piece)) + end)
    assert time.process_time() - started < TIME


@given(
    st.lists(st.sampled_from([*REPEATED, "The cache hides trouble. "]) | st.text(max_size=20), max_size=12).map("".join)
)
def test_any_text(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Caches lie. #cache #Conf", "Caches lie."),
        ("Caches lie. #cache #Conf [fin]", "Caches lie."),
        ("Caches lie.\n#cache\n #Conf ", "Caches lie."),
        ("Caches lie. #a#b", "Caches lie. a#b"),
        ("#cache lies", "cache lies"),
        ("#cache", ""),
    ],
)
def test_hashtags_at_the_end(text: str, expected: str) -> None:
    assert clean(text, {}).text == expected
