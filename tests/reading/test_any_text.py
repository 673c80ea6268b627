"""Whatever a file holds: talks or a UserError, and in time that grows with its length only."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.errors import UserError
from flashcards.model import Talk
from flashcards.reading import read_notes
from tests.examples import examples

MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "## ",
                "##A",
                "> ",
                ">> ",
                "- ",
                "\t- ",
                "1. ",
                "**",
                "_",
                "`",
                "```\n",
                "---\n",
                "===\n",
                "|",
                "\n",
                "\n\n",
            ),
            *("[a](b)", "[a]", "[a]: <b>\n", "![p](q", "<a>", "<!--", "https://x.com/a/status/1", "](", "http://["),
            *(
                "Day 1",
                "Tuesday",
                "Ann Lee",
                "by ",
                "Speaker: ",
                "Links:",
                "May 3",
                "2019-02-30",
                "Conf 2020",
                ", ",
                " & ",
                "@a",
            ),
            *("word.", "a: ", "é", "\x1f", "\r", "\0", "\u2028", "title: x\n"),
        ]
    ),
    max_size=40,
).map("".join)


def read(data: bytes) -> tuple[Talk, ...]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "notes.md"
        file.write_bytes(data)
        return read_notes([file])


@examples(400)
@given(MARKDOWN | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        talks = read(data)
    except UserError:
        return
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for talk in talks:
        assert talk.title
        assert talk.event.name
        assert talk.posts
        for post in talk.posts:
            assert 1 <= post.line <= lines
            assert post.blocks


@examples(50)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UserError):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "x " * 500_000,
        ">" * 100_000,
        "> " + "[" * 100_000,
        "# " + "[" * 100_000,
        "![](" * 50_000,
        "- " * 100_000,
        "*a **b " * 50_000,
        "# T\n\n" + "A B, " * 50_000,
        "# T\n\n" + ("(" * 100 + "A B" + ")" * 100 + "\n\n") * 100,
        "".join("  " * depth + "- a\n" for depth in range(500)),
        "# Conf 2020\n\n" + "# Day 1\n\n" * 3_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.monotonic()
    read(text.encode())
    assert time.monotonic() - started < 10


def test_ten_thousand_posts(tmp_path: Path) -> None:
    talk = "## Talk {0}\n\nAnn Lee\n\n" + "> Rivers find the _sea_ in the end, {0}. #Rivers\n\n" * 10
    text = "# RiverConf 2020\n\n" + "".join(talk.format(number) for number in range(1000))
    started = time.monotonic()
    talks = read(text.encode())
    assert sum(len(talk.posts) for talk in talks) == 10_000
    assert time.monotonic() - started < 10
