"""Whatever stands in settings, ledger, decisions or templates: they are read, or there is one clear error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.decisions import read_decisions
from flashcards.deck import DeckOptions, load_templates, read_ledger
from flashcards.deck.template_files import builtin_folder
from flashcards.errors import UserError
from flashcards.settings import ALL, read_settings
from tests.examples import examples

SETTINGS = "".join(f"{setting.key} = {setting.example}\n" for setting in ALL)
LEDGER = """\
{"make-deck ledger": 1, "note type": "a6a1f5b80e4d658f", "note type modified": 1795392000}
{"id": "0782f6076387f151", "event": "CacheConf", "talk": "Caches", "question": "What lies?", "answer": "A cache",\
 "post": "A cache lies.", "speakers": [["Ada Example", ""]], "date": "2031-05-29", "url": "", "rule": "order",\
 "kind": "order", "file": "a.md", "modified": 1735689600, "content": "76a2cb2e6dadc405"}
"""
DECISIONS = """\
# Nobody forgets this.
[[drop]]
id = "27b843ae5f19d7ed"
question = "Which timeout should be largest?"
answer = "proxy"
talk = "Errors"
post = "Each layer should wait longer ..."

[[add]]
question = "What does it mean?"
answer = '''The client
gave up'''
talk = "Errors"
post = "Each layer should wait longer ..."
"""
FRONT = (builtin_folder() / "front.html").read_text("utf-8") + "{{#Hint}}{{hint:Hint}}{{/Hint}}[[ look ]]"
PIECES = st.sampled_from(
    [
        *("[[", "]]", "[%", "%]", "{{", "}}", "{{#Answer}}", "{{/Answer}}", "{{^Answer}}", "{{FrontSide}}", "{{cloze:"),
        *("[% for x in 'ab' %]", "[% endfor %]", "[[ 1/0 ]]", "[% extends 'front.html' %]", "[% include look %]"),
        *("[[ ''.__class__.__mro__ ]]", "[[ look.x.y ]]", "[[ [1][5] ]]", "[[ 'a' * -1 ]]", "[[ x() ]]", "[% raw %]"),
        *("<<<<<<<\n", "=======\n", "{", "}", "[", '"', "'", "'''", "\\", "\\u12", "\n", "\r", "\0", "\x1f", "\ufeff"),
        *("[[keep]]\n", "[[edit]]\n", "[drop]\n", "id = 1\n", "question = ''\n", "post = 3\n", "= ", "1e999", "#"),
        *('{"make-deck ledger": 2}\n', '{"make-deck ledger": 99}\n', "null\n", "[]\n", "true", "-0", "\u2028", "NaN"),
        *("name = []\n", "look = 'paper'\n", "rules = ['a\\u0000b']\n", "cards-per-post = 99999999999999999999\n"),
    ]
)
MADE = st.lists(PIECES | st.text(max_size=6), max_size=6).map("".join).map(lambda text: text.encode("utf-8", "replace"))


def of_template(file: Path) -> object:
    return load_templates(DeckOptions(templates=file.parent))


CASES: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "settings": ("deck.toml", SETTINGS, read_settings),
    "ledger": ("deck.ledger", LEDGER, read_ledger),
    "decisions": ("deck.decisions", DECISIONS, read_decisions),
    "front": ("front.html", FRONT, of_template),
    "style": ("style.css", "[% extends look %]\n.card { color: red }\n", of_template),
}


@pytest.mark.parametrize("case", CASES)
def test_the_whole_file_is_read(case: str, tmp_path: Path) -> None:
    name, content, read = CASES[case]
    (tmp_path / name).write_text(content, "utf-8")
    assert read(tmp_path / name) is not None


@pytest.mark.parametrize("case", CASES)
@examples(60)
@given(junk=MADE | st.binary(max_size=12), cut=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_changed_anywhere(case: str, tmp_path_factory: Any, junk: bytes, cut: tuple[float, float]) -> None:
    name, content, read = CASES[case]
    whole = content.encode()
    begin, end = sorted(int(part * len(whole)) for part in cut)
    file = tmp_path_factory.getbasetemp() / f"any-{case}" / name
    file.parent.mkdir(exist_ok=True)
    for changed in (junk, whole[:begin] + junk + whole[end:], whole[:begin] + junk + whole[begin:]):
        file.write_bytes(changed)
        wrong = problem(read, file)
        assert wrong is None or str(file.parent) in wrong


def problem(read: Callable[[Path], object], file: Path) -> str | None:
    try:
        read(file)
    except UserError as error:
        return error.message
    return None
