"""The files: their content, and that the old one is never lost."""

from __future__ import annotations

import csv
import json
import os
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, check_output, identify, tags_for, write_deck
from flashcards.errors import UserError
from flashcards.model import Card

KEYS = "id question answer source talk speakers event deck rule kind url file line tags".split()


def test_jsonl(make_card: Any, tmp_path: Path) -> None:
    cards = identify([make_card("Où ?", "ici\u2028là", url="https://x.test/1")])
    write_deck(cards, tmp_path / "a.jsonl", DeckOptions())
    text = (tmp_path / "a.jsonl").read_text("utf-8")
    record = json.loads(text)
    assert list(record) == KEYS
    assert "Où" in text
    assert text.count("\n") == 1
    assert record["file"] == "notes/a.md"
    assert record["line"] == 7
    assert record["speakers"] == ["Ada Example"]
    assert record["deck"] == "CacheConf 2031::Caches in the wild"
    assert record["source"] == cards[0].post.source
    assert (
        record["tags"]
        == tags_for(cards[0])
        == [
            "event::CacheConf-2031",
            "talk::Caches-in-the-wild",
            "speaker::Ada-Example",
            "kind::advice",
            "rule::advice",
        ]
    )


def test_csv(cards: list[Card], tmp_path: Path) -> None:
    write_deck(identify(cards), tmp_path / "a.csv", DeckOptions())
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == KEYS
    assert len(rows) == 5
    assert rows[1][-1].startswith("event::CacheConf-2031; talk::")


class Page(HTMLParser):
    """Collects tags, and every attribute that makes a browser load something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [str(value) for name, value in attrs if name in ("src", "srcset", "action", "data")]


@pytest.mark.parametrize("look", ["plain", "paper", "terminal"])
def test_the_page_shows_every_card_and_loads_nothing(look: str, cards: list[Card], tmp_path: Path) -> None:
    write_deck(identify(cards), tmp_path / "a.html", DeckOptions(look=look))
    text = (tmp_path / "a.html").read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.tags.count("details") == 4
    assert page.tags.count("section") == 3
    assert page.tags.count("script") == 1
    assert not page.loads
    assert "link" not in page.tags
    assert "@import" not in text
    assert "url(" not in text
    assert "{{" not in text
    assert "[[" not in text
    assert "prefers-color-scheme: dark" in text
    for card in cards:
        assert card.question in text
        assert f'<div class="answer">{card.answer}</div>' in text


def test_the_page_shows_hostile_text_as_text(make_card: Any, tmp_path: Path) -> None:
    bad = "</title></script><script>alert(1)</script>"
    write_deck(identify([make_card(bad, bad, bad, title=bad, event=bad, hint=bad)]), tmp_path / "a.html", DeckOptions())
    assert "<script>alert" not in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.parametrize("ending", ["apkg", "jsonl", "csv", "html"])
def test_the_same_cards_give_the_same_bytes(ending: str, cards: list[Card], tmp_path: Path) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for out in (first, second):
        write_deck(identify(cards), out, DeckOptions())
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [first.name, second.name]


def test_the_package_is_compressed_and_undated(cards: list[Card], tmp_path: Path) -> None:
    write_deck(identify(cards), tmp_path / "a.apkg", DeckOptions())
    with zipfile.ZipFile(tmp_path / "a.apkg") as package:
        for member in package.infolist():
            assert member.compress_type == zipfile.ZIP_DEFLATED
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert package.read("media") == b"{}"


def test_many_decks_cost_no_more_than_their_share(make_card: Any, tmp_path: Path) -> None:
    import time

    cards = identify([make_card(title=f"Talk {n}") for n in range(1000)])
    begin = time.monotonic()
    write_deck(cards, tmp_path / "a.apkg", DeckOptions())
    # genanki alone takes 6 to 9 seconds.
    assert time.monotonic() - begin < 4


def test_talks_whose_titles_differ_by_case_share_a_deck(make_card: Any) -> None:
    from flashcards.deck.package import prepare_package

    package = prepare_package(identify([make_card(title="Limits"), make_card(title="LIMITS", line=9)]), DeckOptions())
    assert [deck.name for deck in package.decks] == ["CacheConf 2031::Limits"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("deck.txt", "unknown output ending '.txt', use one of .apkg, .jsonl, .csv, .html"),
        ("deck", "unknown output ending '(none)'"),
        ("missing/deck.apkg", "does not exist"),
        ("file/deck.apkg", "is not a folder"),
        ("taken.apkg", "this is a folder"),
    ],
)
def test_outputs_that_are_refused(name: str, says: str, cards: list[Card], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "taken.apkg").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UserError) as early:
        check_output(tmp_path / name)
    with pytest.raises(UserError) as late:
        write_deck(cards, tmp_path / name, DeckOptions())
    assert says in early.value.message
    assert early.value.message == late.value.message
    assert early.value.exit_code == 2
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_not_writable(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="not writable"):
        check_output(tmp_path / "a.apkg")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("ending", ["apkg", "csv"])
def test_a_full_disk_costs_nothing(
    ending: str, cards: list[Card], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / f"a.{ending}"
    out.write_text("the old one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left on device"):
        write_deck(identify(cards), out, DeckOptions())
    assert out.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_and_its_permissions_survive(cards: list[Card], tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_deck(identify(cards), link, DeckOptions())
    assert link.is_symlink()
    assert real.read_text().startswith("id,")
    assert real.stat().st_mode & 0o777 == 0o640


def test_cards_need_ids(cards: list[Card], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="identify"):
        write_deck(cards, tmp_path / "a.apkg", DeckOptions())
