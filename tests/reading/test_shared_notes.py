"""Real notes, where they are at hand: every post of them is read, in its talk, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from flashcards.reading import read_notes

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "notes").is_dir(), reason="needs ../shared")


def key(text: str) -> str:
    """A post's letters and digits, as quality/recall.py compares them."""
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"[@#]\w+", " ", text.lower())))


@pytest.mark.parametrize(("name", "count", "talks"), [("toronto", 49, 5), ("hartford", 62, 6)])
def test_every_livetweet_is_read_in_its_talk(name: str, count: int, talks: int) -> None:
    found = read_notes([SHARED / "notes" / f"devopsdays-{name}-2019.md"])
    lines = (SHARED / "quality" / f"{name}.posts.jsonl").read_text(encoding="utf-8").splitlines()
    posts = [json.loads(line) for line in lines]
    assert [(key(post.source), talk.title) for talk in found for post in talk.posts] == [
        (key(post["text"]), post["talk"]) for post in posts
    ]
    assert (len(posts), len(found)) == (count, talks)
    assert all(talk.speakers and "/status/" in talk.url and talk.date for talk in found)


def test_shape_of_all_notes() -> None:
    talks = read_notes([SHARED / "notes"])
    shape: dict[str, list[int]] = {}
    for talk in talks:
        shape.setdefault(talk.file.stem, []).append(len(talk.posts))
    assert len(shape["devops-enterprise-summit-2018"]) == 23
    assert shape["economics-association-2017"] == [5, 8, 6, 5, 1, 2, 3, 3, 2]
    by_file = [talk for talk in talks if talk.file.parent.name == "github-universe-2015"]
    assert [talk.title for talk in by_file[3:5]] == ["GitHub API", "Groupon CI"]
    assert len({talk.event.name for talk in by_file}) == 1
