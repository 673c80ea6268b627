"""The file of decisions: what is written is read again, by hand or by many at once, and never half there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.decisions import ADD, DROP, EDIT, KEEP, Decision, change_decisions, read_decisions
from flashcards.decisions.decision import Decisions
from flashcards.decisions.text import parse, written
from flashcards.errors import UserError
from tests.examples import examples

ROOT = Path(__file__).resolve().parents[2]
FILE = Path("deck.decisions")
BY_HAND = """\
# My own remarks.

# Too easy.
[[drop]]
id = "aa"
question = "What should a cache have?"
answer = "An owner"
talk = "Caches in the wild"
post = "Every cache should have an owner."

# Nobody asked this, so I do.
[[add]]
question = "Who owns a cache?"
answer = "Its team"
talk = "Caches in the wild"
"""

TRICKY = ['"', '"""', "\\", "\n", "[[drop]]", " [[add]]", "=======", "<<<<<<<", "#", "'", "a", "\r"]
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(TRICKY)).map("".join),
)
SAID = TEXTS.filter(str.strip)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    verb = draw(st.sampled_from([KEEP, DROP, EDIT, ADD]))
    question, answer = draw(SAID), draw(SAID)
    made = (draw(SAID), draw(SAID)) if verb == EDIT else ("", "") if verb == ADD else (question, answer)
    more: dict[str, Any] = {key: draw(TEXTS) for key in ("hint", "becomes", "rule", "kind", "event", "post", "file")}
    wordings: dict[str, Any] = {
        "question": question,
        "answer": answer,
        "made_question": made[0],
        "made_answer": made[1],
    }
    return Decision(verb, draw(SAID), talk=draw(SAID), **wordings, **more)


def keyed(*several: Decision) -> Decisions:
    return Decisions(FILE, {one.id: one for one in several})


@examples(100)
@given(st.lists(decisions(), max_size=5, unique_by=lambda one: one.id))
def test_what_is_written_is_read_again(several: list[Decision]) -> None:
    text = written([], keyed(*several))
    blocks = parse(text, FILE)
    assert {block.decision.id: block.decision for block in blocks} == {one.id: one for one in several}
    assert written(blocks, keyed(*several)) == text
    assert "".join(block.text for block in blocks) == (text if several else "")


@examples(60)
@given(st.lists(decisions(), min_size=2, max_size=5, unique_by=lambda one: one.id), st.data())
def test_taking_some_out_leaves_the_others(several: list[Decision], data: st.DataObject) -> None:
    blocks = parse(written([], keyed(*several)), FILE)
    left = data.draw(st.lists(st.sampled_from(several), unique_by=lambda one: one.id))
    again = parse(written(blocks, keyed(*left)), FILE)
    assert {block.decision.id: block.decision for block in again} == {one.id: one for one in left}


def test_remarks_and_blocks_written_by_hand_stay(tmp_path: Path) -> None:
    file = tmp_path / "deck.decisions"
    file.write_text(BY_HAND, "utf-8")
    found = read_decisions(file)
    assert [one.verb for one in found] == ["drop", "add"]
    assert [one.line for one in found] == [4, 12]
    new = Decision(KEEP, "bb", "Q?", "A", made_question="Q?", made_answer="A", talk="Another talk")
    change_decisions(file, lambda by_id: by_id.update(bb=new))
    text = file.read_text("utf-8")
    assert text.startswith(BY_HAND)
    assert "[[keep]]" in text[len(BY_HAND) :]


def test_a_new_decision_stands_with_its_talk() -> None:
    first, second = (Decision(DROP, one, "Q?", "A", "", "Q?", "A", talk=one) for one in ("one", "two"))
    third = Decision(DROP, "three", "Q?", "A", "", "Q?", "A", talk="one")
    blocks = parse(written([], keyed(first, second)), FILE)
    again = parse(written(blocks, keyed(first, second, third)), FILE)
    assert [block.decision.id for block in again] == ["one", "three", "two"]


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    assert len(read_decisions(tmp_path / "deck.decisions")) == 0
    change_decisions(tmp_path / "deck.decisions", lambda _: None)
    assert list(tmp_path.iterdir()) == []


DROPPED = '[[drop]]\nid = "a"\nquestion = "Q?"\nanswer = "A"\n'


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[[drop]\n", ":1: this is not TOML"),
        (DROPPED + "\nnonsense\n", ":6: this is not TOML"),
        ('x = 1\n[[drop]]\nid = "a"\n', ":1: there is no 'x'"),
        ("[[dorp]]\n", ":1: there is no 'dorp'"),
        ('[[drop]]\nid = "a"\n', ':1: [[drop]] needs question = "..."'),
        ('\n[[add]]\nquestion = "Q?"\nanswer = "A"\n', ':2: [[add]] needs talk = "..."'),
        (DROPPED + "colour = 'red'\n", ":5: there is no 'colour'"),
        (DROPPED + "post = 3\n", ":5: 'post' must be a text"),
        (DROPPED + "\n# again\n" + DROPPED, ":7: a is decided twice, in line 1 as well"),
        ("<<<<<<< HEAD\n" + DROPPED, ":1: two versions"),
        ('[drop]\nid = "a"\n', ":1: a decision begins with [[drop]]"),
        (DROPPED + 'post = """\n[[drop]]\n"""\n', "blocks cannot be told apart"),
    ],
)
def test_what_is_broken_is_told_by_its_line(tmp_path: Path, text: str, error: str) -> None:
    file = tmp_path / "deck.decisions"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError) as raised:
        read_decisions(file)
    assert f"{file}{error}" in raised.value.message.replace(": blocks", "blocks")
    with pytest.raises(UserError):
        change_decisions(file, dict.clear)
    assert file.read_text("utf-8") == text


def test_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "deck.decisions"
    file.write_bytes(b"# fine\n\xff\n")
    with pytest.raises(UserError, match=":2: the decisions are not UTF-8"):
        read_decisions(file)


WRITER = """
import sys
from pathlib import Path
from flashcards.decisions import Decision, change_decisions
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    new = Decision("drop", name, "Q?", "A", made_question="Q?", made_answer="A", talk=sys.argv[2])
    change_decisions(Path(sys.argv[1]), lambda by_id: by_id.update({name: new}))
    print(name, flush=True)
"""


def writer(file: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name, str(count)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deck.decisions"
    writers = [writer(file, name, 25) for name in ("one", "two", "three")]
    for each in writers:
        each.communicate()
        assert each.returncode == 0
    assert set(read_decisions(file).by_id) == {f"{name}-{n}" for name in ("one", "two", "three") for n in range(25)}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 here")
@pytest.mark.parametrize("patience", [0.0, 0.01, 0.03, 0.06])
def test_killed_at_any_moment(tmp_path: Path, patience: float) -> None:
    file = tmp_path / "deck.decisions"
    killed = writer(file, "one", 10_000)
    assert killed.stdout is not None
    said = [killed.stdout.readline().strip()]
    time.sleep(patience)
    killed.send_signal(signal.SIGKILL)
    said += killed.stdout.read().split()
    killed.stdout.close()
    killed.wait()
    # Whatever was said to be kept is there, and perhaps the one that was under way.
    kept = list(read_decisions(file).by_id)
    assert kept[: len(said)] == said
    assert len(kept) <= len(said) + 1
    # Nobody is locked out, and nothing lies about.
    change_decisions(file, dict.clear)
    assert [each.name for each in tmp_path.iterdir()] == ["deck.decisions"]
