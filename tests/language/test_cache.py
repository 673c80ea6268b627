"""The cache of parses saves time and changes nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flashcards.errors import UserError
from flashcards.language import cache as cache_module
from flashcards.language.cache import FILE, ParseCache, Parser, clear_cache
from flashcards.language.parse import Parse

TEXTS = [
    "Small batches lower the risk of every release.",
    'Say "read the runbook" before paging anyone.',
    "",
    "Naïve caches — and 🔥 dashboards — lie.",
    "Small batches lower the risk of every release.",
]


def plain(parses: list[Parse]) -> list[tuple[list[str], list[bool], list[str], list[str], list[int]]]:
    return [(parse.words, parse.spaces, parse.tags, parse.deps, parse.heads) for parse in parses]


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ParseCache]:
    with ParseCache(tmp_path) as made:
        yield made


def entries(folder: Path) -> int:
    database = sqlite3.connect(folder / FILE)
    try:
        return int(database.execute("SELECT count(*) FROM parses").fetchone()[0])
    finally:
        database.close()


def test_same_parses_with_and_without(parser: Parser, cache: ParseCache) -> None:
    cached = Parser(cache=cache)
    expected = plain(parser(TEXTS))
    assert plain(cached(TEXTS)) == expected
    assert plain(cached(TEXTS)) == expected


def test_known_texts_need_no_parser(cache: ParseCache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = plain(Parser(cache=cache)(TEXTS))
    monkeypatch.setattr(cache_module, "_pipeline", None)
    assert plain(Parser(cache=cache)(TEXTS)) == first


def test_spacy_is_not_imported_when_all_is_known(tmp_path: Path) -> None:
    with ParseCache(tmp_path) as cache:
        Parser(cache=cache)(TEXTS)
    code = (
        "import sys, pathlib\n"
        "from flashcards.language.cache import ParseCache, Parser\n"
        "with ParseCache(pathlib.Path(sys.argv[1])) as cache:\n"
        "    Parser(cache=cache)(sys.argv[2:])\n"
        "sys.exit('spacy' in sys.modules)\n"
    )
    texts = [text for text in TEXTS if text]
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path), *texts], check=False).returncode == 0


def test_only_new_texts_are_parsed(cache: ParseCache, monkeypatch: pytest.MonkeyPatch) -> None:
    cached = Parser(cache=cache)
    cached(TEXTS)
    parsed: list[str] = []

    def parse(_: Parser, texts: Sequence[str]) -> list[Parse]:
        parsed.extend(texts)
        return [Parse([], [], [], [], [])] * len(texts)

    monkeypatch.setattr(Parser, "_parse", parse)
    cached([*TEXTS, "Queues hide trouble."])
    assert parsed == ["Queues hide trouble."]


@pytest.mark.parametrize("value", ["substr(entry, 1, length(entry) - 1)", "'no bytes'", "x'00'", "NULL"])
def test_spoilt_entries_are_parsed_again(cache: ParseCache, tmp_path: Path, parser: Parser, value: str) -> None:
    cached = Parser(cache=cache)
    cached(TEXTS)
    cache.close()
    database = sqlite3.connect(tmp_path / FILE)
    database.execute(f"UPDATE parses SET entry = {value}")  # noqa: S608
    database.commit()
    database.close()
    assert plain(cached(TEXTS)) == plain(parser(TEXTS))
    assert entries(tmp_path) == len(set(TEXTS))


def test_an_entry_under_another_key_is_not_believed(cache: ParseCache) -> None:
    parse = Parse(["Hi"], [False], ["UH"], ["ROOT"], [0])
    cache.put({b"one": parse})
    cache.close()
    database = sqlite3.connect(cache.store.file)
    database.execute("UPDATE parses SET key = ?", (b"two",))
    database.commit()
    database.close()
    assert cache.get([b"one", b"two"]) == {}


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to look like one" * 40])
def test_a_foreign_file_is_replaced(tmp_path: Path, parser: Parser, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    for _ in range(2):
        with ParseCache(tmp_path) as cache:
            assert plain(Parser(cache=cache)(TEXTS)) == plain(parser(TEXTS))
    assert entries(tmp_path) == len(set(TEXTS))


def test_a_torn_file_does_no_harm(tmp_path: Path, parser: Parser) -> None:
    for _ in range(2):
        with ParseCache(tmp_path) as cache:
            assert plain(Parser(cache=cache)(TEXTS)) == plain(parser(TEXTS))
        whole = (tmp_path / FILE).read_bytes()
        (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])


def test_another_layout_is_made_anew(tmp_path: Path, parser: Parser) -> None:
    database = sqlite3.connect(tmp_path / FILE)
    database.execute("CREATE TABLE parses (something TEXT)")
    database.execute("PRAGMA user_version = 99")
    database.commit()
    database.close()
    with ParseCache(tmp_path) as cache:
        assert plain(Parser(cache=cache)(TEXTS)) == plain(parser(TEXTS))
    assert entries(tmp_path) == len(set(TEXTS))


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path, parser: Parser) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", "utf-8")
    with ParseCache(tmp_path / "taken") as cache:
        assert plain(Parser(cache=cache)(TEXTS)) == plain(parser(TEXTS))


def test_size_is_bounded(tmp_path: Path) -> None:
    parse = Parse(["word"] * 200, [True] * 200, ["NN"] * 200, ["ROOT"] * 200, list(range(200)))
    with ParseCache(tmp_path, most=300_000) as cache:
        for batch in range(40):
            cache.put({f"{batch}-{number}".encode(): parse for number in range(20)})
            assert (tmp_path / FILE).stat().st_size < 500_000
        assert len(cache.get([f"39-{number}".encode() for number in range(20)])) == 20
        assert not cache.get([b"0-0"])


def test_several_at_once(tmp_path: Path) -> None:
    parse = Parse(["word"], [True], ["NN"], ["ROOT"], [0])

    def fill(who: int) -> None:
        for round_ in range(10):
            with ParseCache(tmp_path) as cache:
                cache.put({f"{who}-{round_}-{number}".encode(): parse for number in range(50)})
                assert len(cache.get([f"{who}-{round_}-{number}".encode() for number in range(50)])) == 50

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(fill, range(6)))
    assert entries(tmp_path) == 6 * 10 * 50


def test_another_model_has_its_own_entries(cache: ParseCache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Parser(cache=cache)(TEXTS)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "meta.json").write_text('{"name": "other", "version": "1"}', "utf-8")
    other = Parser(str(tmp_path / "model"), cache)
    monkeypatch.setattr(Parser, "_parse", lambda _, texts: [Parse([], [], [], [], [])] * len(texts))
    assert plain(other(TEXTS[:1])) == [([], [], [], [], [])]


@pytest.mark.parametrize("name", ["no_such_model", "no/such/model", "/no/such", "..", "no.such.model"])
def test_a_model_that_is_not_there(name: str) -> None:
    with pytest.raises(UserError) as caught:
        Parser(name)
    assert "\n" not in caught.value.message


def test_clearing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "cache_folder", lambda: tmp_path)
    with ParseCache() as cache:
        cache.put({b"key": Parse(["Hi"], [False], ["UH"], ["ROOT"], [0])})
    file, size = clear_cache()
    assert size > 0
    assert not file.exists()
    assert clear_cache() == (file, 0)
