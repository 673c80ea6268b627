"""Every card of the example notes, with every option of how cards look and work, as the real Anki renders it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, dress, identify, write_deck
from flashcards.deck.template_files import copies
from flashcards.errors import UserError
from flashcards.model import Card
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.watcher import Watcher
from tests.deck.learner import Learner

NOTES = Path(__file__).resolve().parents[2] / "notes"
WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "paper": {"look": "paper"},
    "terminal": {"look": "terminal"},
    "typed": {"type_answers": True},
    "first letters": {"hint": "letters"},
    "kinds": {"hint": "kind"},
    "spoken": {"speech": "en_US"},
    "both ways": {"reverse": True},
    "own templates": {"templates": Path("own")},
    "all at once": {
        "look": "paper",
        "type_answers": True,
        "hint": "letters",
        "speech": "en_US",
        "reverse": True,
        "templates": Path("own"),
    },
}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Card]:
    """The cards of notes/."""
    out = tmp_path_factory.mktemp("examples") / "a.jsonl"
    _, result = make_deck([NOTES], out, Options(remember=False, curated=False), Watcher())
    return result.cards


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    """Somebody with an empty collection."""
    anki = pytest.importorskip("anki.collection")
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield Learner(opened)
    opened.close()


def words(rendered: str) -> str:
    """What can be read of a side."""
    return " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", rendered, flags=re.DOTALL)).split())


@pytest.mark.parametrize("way", WAYS)
def test_both_sides_of_every_card(way: str, examples: list[Card], learner: Learner, tmp_path: Path) -> None:
    chosen = dict(WAYS[way])
    if "templates" in chosen:
        chosen["templates"] = tmp_path / "own"
        for file, text in copies(tmp_path / "own").items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    options = DeckOptions(**chosen)
    cards = identify(dress(examples, options, [NOTES], lambda warning: pytest.fail(warning)))
    write_deck(cards, tmp_path / "a.apkg", options)
    log = learner.imports(tmp_path / "a.apkg")
    assert len(log.new) == len(cards) > 20
    assert not learner.collection.get_empty_cards().notes
    for card in cards:
        note = learner.note(card)
        forward, *backward = note.cards()
        assert bool(backward) == bool(note["ReverseQuestion"])
        sides = [(forward, card.question, card.answer)]
        sides += [(one, words(note["ReverseQuestion"]), words(note["ReverseAnswer"])) for one in backward]
        for shown, question, answer in sides:
            front, back = words(shown.question()), words(shown.answer())
            assert " ".join(question.split()) in front
            assert " ".join(answer.split()) in back
            assert " ".join(answer.split()) not in front
            for bad in ("{{", "}}", "[%", "[#", "Template", "field not found", "blank"):
                assert bad not in front + back or bad in card.post.source
            assert ("[[type:" in front) == ("[[type:" in back) == options.type_answers
            assert bool(shown.question_av_tags()) == bool(shown.answer_av_tags()) == bool(options.speech)
        if options.hint != "none":
            assert card.hint
            assert words(card.hint) in words(forward.question())


def test_a_front_empty_for_one_of_them_is_found_before_anything_is_written(
    examples: list[Card], tmp_path: Path
) -> None:
    own, out = tmp_path / "own", tmp_path / "a.apkg"
    own.mkdir()
    (own / "front.html").write_text("{{#Hint}}{{Question}}{{/Hint}}", "utf-8")
    cards = identify(dress(examples, DeckOptions(hint="letters"), [NOTES], lambda _: None))
    write_deck(cards, out, DeckOptions(templates=own))
    before = out.read_bytes()
    cards[7] = replace(cards[7], hint="")
    with pytest.raises(UserError, match=r"own/front\.html: the front would be empty") as caught:
        write_deck(cards, out, DeckOptions(templates=own))
    assert cards[7].question in caught.value.message
    assert out.read_bytes() == before
