"""Clozes: what is blanked, what stays a question, and what the real Anki makes of them."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, dress, identify, load_templates, write_deck
from flashcards.deck.cloze import blanked, cloze_html
from flashcards.deck.fields import CLOZE_FIELDS, field_values
from flashcards.deck.options import CLOZE_TYPE_MODIFIED
from flashcards.errors import UserError
from flashcards.model import ASKED, CLOZE, QUESTION, Card, Speaker
from tests.deck.learner import Learner, Notes

# Of the sides and the style of the look "plain", as they were when the note type of clozes last changed.
SHIPPED = (1_795_392_000, "ef63a0e55957ba9f")


def shown(card: Card) -> str:
    found = blanked(card)
    return f"{found.before}[{found.hidden}]{found.after}" if found else ""


def clozes(cards: list[Card], folder: Path, **options: Any) -> list[Card]:
    return dress(cards, DeckOptions(cloze=True, **options), [folder], lambda _: None)


def body(rendered: str) -> str:
    return re.sub(r"<style>.*?</style>", "", rendered, flags=re.DOTALL)


def text_of(rendered: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", body(rendered)).split())


@pytest.mark.parametrize(
    ("question", "answer", "source", "sentence"),
    [
        (
            "What should a cache have?",
            "An owner",
            "First things first. Every cache should have an owner. #CacheConf",
            "Every cache should have an [owner].",
        ),
        (
            "Why does a cache need an owner?",
            "Because nobody else cares",
            "A cache needs an owner, because _nobody_ else **cares**! (3/7)",
            "A cache needs an owner, because [nobody else cares]!",
        ),
        # "It" is somebody's: what stands before is shown, too.
        ("What does a queue do?", "Waits", "A queue is old. It simply waits.", "A queue is old. It simply [waits]."),
        # A bare answer would tell nothing.
        (
            "What is the best error?",
            "No error at all",
            "What is the best error? No error at all.",
            "What is the best error? [No error at all].",
        ),
        (
            "How many tests fail?",
            "75%",
            "Of all tests, 75% fail at night.",
            "Of all tests, [75%] fail at night.",
        ),
        # Of two sentences with the answer, the one that the question is about.
        (
            "Which limit should workers keep?",
            "Ten jobs",
            "The gateway keeps ten jobs, too. Workers should keep a limit of ten jobs.",
            "Workers should keep a limit of [ten jobs].",
        ),
        ("What helps?", "Sleep", "- Tired men guess.\n- What really helps is sleep.", "What really helps is [sleep]."),
    ],
)  # fmt: skip
def test_the_answer_is_blanked_in_its_sentence(
    question: str, answer: str, source: str, sentence: str, make_card: Any
) -> None:
    assert shown(make_card(question, answer, source)) == sentence


@pytest.mark.parametrize(
    ("question", "answer", "source"),
    [
        ("What should a cache have?", "A named owner", "Every cache should have an owner."),
        ("What does every project need?", "A plan", "Every project needs a plan, but no plan lasts to the end."),
        ("What are three limits?", "Memory, time, disk", "There are limits: memory for one, then time, and disk."),
        ("What does a queue do?", "Waits", "It waits for those who come."),
        ("What is old?", "The queue", "The queue!"),
        ("What breaks?", "The proxy", "It was the proxy-based setup that broke in the night."),
        ("Who wins?", "...", "Who wins ... nobody knows until the end."),
        ("Who wins?", "Ada", "[Ada wins the cup in the end]"),
    ],
)
def test_where_it_cannot_be_blanked_the_question_stays(question: str, answer: str, source: str, make_card: Any) -> None:
    assert blanked(make_card(question, answer, source)) is None


def test_a_card_asked_both_ways_stays_a_question(tmp_path: Path, make_card: Any) -> None:
    toil = make_card("What is toil?", "Work without value", "Toil is work without value.", reversible=True)
    assert [card.form for card in clozes([toil], tmp_path)] == [CLOZE]
    assert [card.form for card in clozes([toil], tmp_path, reverse=True)] == [ASKED]
    assert [card.form for card in dress([toil], DeckOptions(), [tmp_path], lambda _: None)] == [QUESTION]


@pytest.mark.parametrize("look", ["plain", "paper", "terminal"])
def test_clozes_and_questions_arrive_and_render(
    look: str, cards: list[Card], notes: Notes, learner: Learner, make_card: Any
) -> None:
    cards = [*cards, make_card("What shrinks a cache?", "Dropping what is stale", "Shrink it: drop stale things.")]
    log = learner.imports(notes.build(clozes(cards, notes.folder), DeckOptions(look=look, cloze=True)))
    assert (len(log.new), learner.collection.card_count()) == (5, 5)
    note_type = learner.collection.models.by_name("Conference notes, cloze")
    assert (note_type["id"], note_type["type"]) == (1_748_213_905_118, 1)
    assert [(field["name"], field["id"]) for field in note_type["flds"]] == [
        (name, 4_109_520_772_000 + n) for n, name in enumerate(CLOZE_FIELDS)
    ]
    assert [card.form for card in notes.settled.cards] == [CLOZE, CLOZE, CLOZE, CLOZE, ASKED]
    for card in notes.settled.cards:
        note = learner.note(card)
        assert dict(note.items()) == field_values(card)
        assert note.note_type()["name"] == ("Conference notes, cloze" if card.form == CLOZE else "Conference notes")
        (anki_card,) = note.cards()
        assert learner.collection.decks.name(anki_card.did) == card.deck
        assert f"kind::{card.kind}" in note.tags
        front, back = anki_card.question(), anki_card.answer()
        for side in (front, back):
            assert "{{" not in side
            assert "template" not in body(side).lower()
        assert card.talk.title in back
        assert "<mark>" in back or card.form == ASKED
    front, back = (text_of(side) for side in _sides(learner, notes.settled.cards[0]))
    assert front == "Every cache should have an [...] , or it will keep stale prices."
    assert back.startswith("Every cache should have an owner , or it will keep stale prices.")
    assert "What should a cache have?" not in front
    assert "What shrinks a cache?" in _sides(learner, notes.settled.cards[4])[0]


def _sides(learner: Learner, card: Card) -> tuple[str, str]:
    (anki_card,) = learner.note(card).cards()
    return anki_card.question(), anki_card.answer()


def test_the_notes_own_braces_and_colons_are_text(notes: Notes, learner: Learner, make_card: Any) -> None:
    sources = {
        "std::vector": "In {{c1::this}} code, the {fastest} list is std::vector, {{c2::they}} say.",
        "{{c3::braces}}": "Some people write {{c3::braces}} around [sound:a.mp3] and <b>words</b>.",
        "A } brace": "Never end a blank with a } brace, {really}.",
    }
    cards = [make_card("What is it?", answer, source, line=n) for n, (answer, source) in enumerate(sources.items())]
    learner.imports(notes.build(clozes(cards, notes.folder), DeckOptions(cloze=True)))
    assert [card.form for card in notes.settled.cards] == [CLOZE] * 3
    assert learner.collection.card_count() == 3
    fronts = [text_of(_sides(learner, card)[0]) for card in notes.settled.cards]
    backs = [_sides(learner, card)[1] for card in notes.settled.cards]
    assert "&#123;&#123;c1&#58;&#58;this&#125;&#125; code" in _sides(learner, notes.settled.cards[0])[0]
    assert "vector" not in fronts[0]
    assert "[...]" in fronts[0]
    assert "std&#58;&#58;vector" in backs[0]
    assert "braces" not in fronts[1]
    assert "&lt;b&gt;words" in backs[1]
    assert "brace," not in fronts[2]


def test_history_stays_while_posts_change(cards: list[Card], notes: Notes, learner: Learner) -> None:
    options = DeckOptions(cloze=True)
    learner.imports(notes.build(clozes(cards, notes.folder), options))
    learner.studies(notes.settled.cards)
    before = learner.repetitions()
    assert list(before.values()) == [1, 2, 3, 4]
    again = notes.build(clozes(cards, notes.folder), options)
    log = learner.imports(again)
    assert not log.updated
    # A typo is mended; another post no longer has the answer's words, yet its note is a cloze and stays one.
    mended = replace(cards[0].post, source=cards[0].post.source.replace("stale prices", "old prices"))
    reworded = replace(cards[2].post, source="client < gateway < worker".replace("client", "the clients"))
    later = [replace(cards[0], post=mended), cards[1], replace(cards[2], post=reworded), cards[3]]
    log = learner.imports(notes.build(clozes(later, notes.folder), options))
    assert not log.new
    assert not log.conflicting
    assert list(learner.repetitions().values()) == [1, 2, 3, 4]
    changed = notes.settled.cards
    assert [card.form for card in changed] == [CLOZE] * 4
    assert "old prices" in _sides(learner, changed[0])[0]
    assert text_of(_sides(learner, changed[2])[0]) == "Which limit should be smallest? [...]"


def test_a_question_among_clozes_stays_one_when_its_post_would_now_do(
    notes: Notes, learner: Learner, make_card: Any
) -> None:
    options = DeckOptions(cloze=True)
    card = make_card("What should a cache have?", "A named owner", "Every cache should have an owner, and a named one.")
    learner.imports(notes.build(clozes([card], notes.folder), options))
    learner.studies(notes.settled.cards)
    better = replace(card, post=replace(card.post, source="Every cache should have a named owner, and one only."))
    log = learner.imports(notes.build(clozes([better], notes.folder), options))
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert [one.form for one in notes.settled.cards] == [ASKED]
    assert list(learner.repetitions().values()) == [1]


def test_turning_clozes_on_and_off_leaves_each_kind_its_history(
    cards: list[Card], notes: Notes, learner: Learner
) -> None:
    # Handles and addresses of speakers are not in the ledger.
    speakers = (Speaker("Ada Example", "Acme", "ada", "https://ada.test"),)
    cards = [replace(card, talk=replace(card.talk, speakers=speakers)) for card in cards]
    learner.imports(notes.build(cards))
    learner.studies(notes.settled.cards)
    log = learner.imports(notes.build(clozes(cards, notes.folder), DeckOptions(cloze=True)))
    assert (len(log.new), len(log.conflicting)) == (4, 0)
    assert learner.collection.card_count() == 8
    told = "\n".join(_report(notes))
    assert "no longer questions: 4" in told
    assert "What should a cache have? -> An owner (question or cloze)" in told
    found = re.findall(r'search: ("note:Conference notes" \(.*\))', told)
    assert len(learner.collection.find_notes(found[0])) == 4
    log = learner.imports(notes.build(cards))
    assert not log.new
    assert sorted(learner.collection.get_card(card).reps for card in learner.collection.find_cards("")) == [
        *[0] * 4,
        *[1, 2, 3, 4],
    ]


def _report(notes: Notes) -> list[str]:
    from flashcards.deck.changes import report

    return report(notes.settled.changes)


def test_a_retired_cloze_is_found_and_tagged(cards: list[Card], notes: Notes, learner: Learner) -> None:
    options = DeckOptions(cloze=True)
    learner.imports(notes.build(clozes(cards, notes.folder), options))
    (gone, *_) = notes.settled.cards
    learner.imports(notes.build(clozes(cards[1:], notes.folder), options, ship_retired=True))
    assert "retired" in learner.note(gone).tags
    assert learner.collection.note_count() == 4


def test_the_ledger_of_who_wants_no_clozes_knows_nothing_of_them(cards: list[Card], notes: Notes) -> None:
    notes.build(cards)
    assert "cloze" not in notes.ledger.read_text("utf-8")
    notes.build(clozes(cards, notes.folder), DeckOptions(cloze=True))
    header, first, *_ = map(json.loads, notes.ledger.read_text("utf-8").splitlines())
    assert header["cloze note type"]
    assert first["form"] == CLOZE


def test_typed_and_spoken_clozes_with_a_hint(notes: Notes, learner: Learner, make_card: Any) -> None:
    options = DeckOptions(cloze=True, type_answers=True, speech="en_GB")
    learner.imports(notes.build(clozes([make_card()], notes.folder, hint="letters"), options))
    (anki_card,) = learner.note(notes.settled.cards[0]).cards()
    assert "[[type:cloze:Text]]" in anki_card.question()
    assert "o…" in anki_card.question()
    front, back = anki_card.question_av_tags(), anki_card.answer_av_tags()
    assert "owner" not in front[0].field_text
    assert back[0].field_text == "owner"


def test_data_stays_as_it_is_and_the_page_shows_clozes(cards: list[Card], tmp_path: Path) -> None:
    plain, blank = identify(cards), identify(clozes(cards, tmp_path))
    for name in ("a.jsonl", "a.csv"):
        write_deck(plain, tmp_path / name, DeckOptions())
        before = (tmp_path / name).read_bytes()
        write_deck(blank, tmp_path / name, DeckOptions(cloze=True))
        assert (tmp_path / name).read_bytes() == before
    write_deck(blank, tmp_path / "a.html", DeckOptions(cloze=True))
    page = (tmp_path / "a.html").read_text("utf-8")
    assert 'Every cache should have an <span class="cloze">[...]</span>' in page
    assert 'Every cache should have an <span class="cloze">owner</span>' in page
    assert "{{" not in page


def test_an_own_template_has_to_show_the_text(tmp_path: Path) -> None:
    (tmp_path / "cloze-front.html").write_text("{{Question}}")
    with pytest.raises(UserError, match=r"cloze-front\.html: this shows no \{\{cloze:Text\}\}, put it in"):
        load_templates(DeckOptions(templates=tmp_path))
    (tmp_path / "cloze-front.html").write_text("{{cloze:Text}}\n{{ReverseQuestion}}")
    with pytest.raises(UserError, match=r"cloze-front\.html:2: "):
        load_templates(DeckOptions(templates=tmp_path))
    (tmp_path / "cloze-front.html").write_text("Fill in: {{cloze:Text}}")
    assert load_templates(DeckOptions(templates=tmp_path)).cloze_front.source == "Fill in: {{cloze:Text}}\n"


def test_the_time_of_the_cloze_type_is_raised_with_the_templates() -> None:
    shipped = load_templates(DeckOptions())
    digest = hashlib.sha256("".join([*(side.source for side in shipped.cloze_sides), shipped.cloze_css]).encode())
    now = digest.hexdigest()[:16]
    assert (CLOZE_TYPE_MODIFIED, now) == SHIPPED, "templates changed: raise CLOZE_TYPE_MODIFIED, then note both here"


def test_a_cloze_that_lost_its_sentence_is_harmless_too(make_card: Any) -> None:
    card = make_card("What is {{c2::it}}?", "std::map }}", "No such words.")
    assert cloze_html(card) == (
        "What is &#123;&#123;c2&#58;&#58;it&#125;&#125;?<br>{{c1::std&#58;&#58;map &#125;&#125;}}"
    )
