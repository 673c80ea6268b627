"""Pictures, typed answers, hints, speech and reversed cards, in the real Anki."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, dress, identify, write_deck
from flashcards.deck.dressing import first_letters
from flashcards.deck.reverse import reverse
from flashcards.model import Card, Picture
from tests.deck.learner import Learner, Notes

pytest.importorskip("anki")

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)


def with_pictures(card: Card, folder: Path, *targets: str, talk: tuple[str, ...] = ()) -> Card:
    return replace(
        card,
        post=replace(card.post, pictures=tuple(Picture(target, "a sketch") for target in targets)),
        talk=replace(card.talk, file=folder / "a.md", pictures=tuple(Picture(target, "talk") for target in talk)),
    )


def dressed(cards: list[Card], notes: Path, **options: Any) -> tuple[list[Card], list[str]]:
    warnings: list[str] = []
    return dress(cards, DeckOptions(**options), [notes], warnings.append), warnings


@pytest.fixture
def sketches(tmp_path: Path) -> Path:
    """Notes with pictures inside and outside of their folder."""
    folder = tmp_path / "sketches"
    (folder / "sub").mkdir(parents=True)
    (folder / "my sketch.PNG").write_bytes(PIXEL)
    (folder / "sub" / "same.png").write_bytes(PIXEL)
    (folder / "other.png").write_bytes(PIXEL + b"x")
    (tmp_path / "outside.png").write_bytes(PIXEL)
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "secret.txt").write_text("x")
    return folder


def test_pictures_travel_once_under_names_of_their_own(
    sketches: Path, notes: Notes, learner: Learner, make_card: Any
) -> None:
    cards = [
        with_pictures(make_card(), sketches, "my%20sketch.PNG?raw=true", "sub/same.png", talk=("other.png",)),
        with_pictures(make_card("What else?", "Prices"), sketches, "other.png"),
    ]
    ready, warnings = dressed(cards, sketches)
    assert not warnings
    learner.imports(notes.build(ready))
    media = sorted(path.name for path in Path(learner.collection.media.dir()).iterdir())
    assert len(media) == 2
    assert all(re.fullmatch(r"make-deck-[0-9a-f]{20}\.png", name) for name in media)
    (anki_card,) = learner.note(notes.settled.cards[0]).cards()
    assert anki_card.answer().count("<img") == 2
    assert "<img" not in anki_card.question()
    assert not learner.collection.media.check().missing
    assert notes.build(ready).read_bytes() == notes.build(ready).read_bytes()


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("missing.png", "is not there"),
        ("../outside.png", "is outside the notes' folder, allow its folder with --pictures"),
        ("link.png", "is outside"),
        ("/etc/passwd", "is outside"),
        ("secret.txt", "is none of"),
        ("sub", "is none of"),
        ("a%00b.png", "has no name"),
    ],
)
def test_pictures_that_cannot_be_had_are_a_warning(target: str, says: str, sketches: Path, make_card: Any) -> None:
    card = with_pictures(make_card(), sketches, target)
    ready, warnings = dressed([card, card], sketches)
    assert [one.pictures for one in ready] == [(), ()]
    assert len(warnings) == 1
    assert warnings[0].startswith(f"{sketches / 'a.md'}:7: the picture ")
    assert says in warnings[0]


def test_a_folder_outside_can_be_allowed(sketches: Path, make_card: Any) -> None:
    card = with_pictures(make_card(), sketches, "../outside.png", "link.png")
    ready, warnings = dressed([card], sketches, pictures=(sketches.parent,))
    assert not warnings
    assert len(ready[0].pictures) == 1


def test_remote_pictures_stay_links(sketches: Path, notes: Notes, learner: Learner, make_card: Any) -> None:
    card = with_pictures(make_card(), sketches, "https://pictures.test/a.png", "javascript:alert(1)", "//x.test/b.png")
    ready, warnings = dressed([card], sketches)
    assert not warnings
    learner.imports(notes.build(ready))
    image = learner.note(notes.settled.cards[0])["Image"]
    assert image.strip() == '<a href="https://pictures.test/a.png">a sketch</a>'


def test_the_page_loads_no_picture(sketches: Path, tmp_path: Path, make_card: Any) -> None:
    ready, _ = dressed([with_pictures(make_card(), sketches, "other.png")], sketches)
    write_deck(identify(ready), tmp_path / "a.html", DeckOptions())
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "<img" not in text
    assert "a sketch" in text


@pytest.mark.parametrize(
    ("question", "answer", "turned"),
    [
        ('What does "poka yoke" mean?', "Making it impossible", ("Which term means “making it impossible”?",)),
        ("What does MTTR stand for?", "Mean time", ("Which abbreviation stands for “mean time”?", "MTTR")),
        ("What is the hindsight bias?", "A myth.", ("What is described as “a myth”?", "hindsight bias")),
        ("What is toil?", "CPU time", ("What is described as “CPU time”?", "toil")),
        ("What is toil?", "Toil that grows", ("", "")),
        ("Who said so?", "Ada", ("", "")),
    ],
)  # fmt: skip
def test_the_other_way_round(question: str, answer: str, turned: tuple[str, ...], make_card: Any) -> None:
    assert reverse(make_card(question, answer, reversible=True))[: len(turned)] == turned
    assert reverse(make_card(question, answer)) == ("", "")


def test_reversed_cards_are_there_when_wanted(notes: Notes, learner: Learner, make_card: Any) -> None:
    term = make_card("What is toil?", "Work without value", "Toil is work without value.", reversible=True)
    plain, _ = dressed([term, make_card()], notes.folder)
    learner.imports(notes.build(plain))
    learner.studies(notes.settled.cards)
    assert learner.collection.card_count() == 2
    both, _ = dressed([term, make_card()], notes.folder, reverse=True)
    learner.imports(notes.build(both))
    assert learner.collection.card_count() == 3
    first, second = learner.note(notes.settled.cards[0]).cards()
    assert (first.reps, second.reps) == (1, 0)
    assert "What is described as “work without value”?" in second.question()
    assert '<div class="answer">toil</div>' in second.answer()


def test_reversed_cards_no_longer_wanted_stay_until_anki_empties_them(
    notes: Notes, learner: Learner, make_card: Any
) -> None:
    term = make_card("What is toil?", "Work without value", "Toil is work without value.", reversible=True)
    learner.imports(notes.build(dressed([term, make_card()], notes.folder, reverse=True)[0]))
    forward, backward = learner.note(notes.settled.cards[0]).cards()
    for _ in range(2):
        shown = learner.collection.get_card(forward.id)
        shown.start_timer()
        learner.collection.sched.answerCard(shown, 3)
    learner.imports(notes.build(dressed([term, make_card()], notes.folder)[0]))
    assert learner.collection.card_count() == 3
    # What Tools > Empty Cards deletes: the card the other way round, and nothing else.
    empty = [card for note in learner.collection.get_empty_cards().notes for card in note.card_ids]
    assert empty == [backward.id]
    learner.collection.remove_cards_and_orphaned_notes(empty)
    (left,) = learner.note(notes.settled.cards[0]).cards()
    assert (left.id, left.reps) == (forward.id, 2)


def test_whoever_asks_what_a_word_means_asks_both_ways(notes: Notes, make_card: Any) -> None:
    asked = [make_card('What does "kaizen" mean?', "Change for the better"), make_card("What is kaizen?", "Change")]
    both, _ = dressed(asked, notes.folder, reverse=True)
    assert [card.reversible for card in both] == [True, False]
    assert not any(card.reversible for card in dressed(asked, notes.folder)[0])


def test_typed_answers_and_speech(notes: Notes, learner: Learner, make_card: Any) -> None:
    cards = [make_card("What is toil?", "Work", "Toil is work.", reversible=True)]
    learner.imports(notes.build(cards, DeckOptions(type_answers=True, speech="en_GB")))
    for card in learner.note(notes.settled.cards[0]).cards():
        assert "[[type:" in card.question()
        # Anki scrolls to where the typed answer is compared: nothing of the answer may stand above.
        line, compared, answer = (card.answer().index(part) for part in ("<hr id=answer>", "[[type:", 'class="answer"'))
        assert line < compared < answer
        for tags in (card.question_av_tags(), card.answer_av_tags()):
            assert [tag.lang for tag in tags] == ["en_GB"]


def test_hints(notes: Notes, learner: Learner, make_card: Any) -> None:
    assert first_letters("The incident commander, a 2nd role") == "T… i… c…, a 2… r…"
    letters, _ = dressed([make_card()], notes.folder, hint="letters")
    assert letters[0].hint == "A… o…"
    kinds, _ = dressed([make_card(), make_card(hint="mine")], notes.folder, hint="kind", tags=("from-the-user",))
    assert [card.hint for card in kinds] == ["a piece of advice", "mine"]
    assert kinds[0].tags == ("from-the-user",)
    facts = [make_card("What breaks?", answer, kind="fact") for answer in ("Time", "The second cache")]
    assert [card.hint for card in dressed(facts, notes.folder, hint="kind")[0]] == ["one word", "3 words"]
    learner.imports(notes.build(kinds[:1]))
    (anki_card,) = learner.note(notes.settled.cards[0]).cards()
    assert "a piece of advice" in anki_card.question()
    assert "from-the-user" in anki_card.note().tags
