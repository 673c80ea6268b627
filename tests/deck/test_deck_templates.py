"""Templates: what is found, what is refused and where."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashcards.deck import DeckOptions, identify, load_templates, write_deck
from flashcards.deck.options import NOTE_TYPE_MODIFIED
from flashcards.deck.template_files import builtin_folder
from flashcards.errors import UserError
from flashcards.model import Card

# Of the sides and the style of the look "plain", as they were when the note type last changed.
SHIPPED = (1_795_392_000, "618631536bc7dd94")


def test_the_note_types_time_is_raised_with_the_templates() -> None:
    shipped = load_templates(DeckOptions())
    sides = (shipped.front, shipped.back, shipped.reverse_front, shipped.reverse_back)
    digest = hashlib.sha256("".join([*(side.source for side in sides), shipped.css]).encode()).hexdigest()[:16]
    assert (NOTE_TYPE_MODIFIED, digest) == SHIPPED, "templates changed: raise NOTE_TYPE_MODIFIED, then note both here"


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("front.html", "<b>\n{{Qestion}}</b>", 2, "do you mean Question?"),
        ("front.html", "{{Question}}\n[% if %]", 2, "Expected an expression"),
        ("front.html", "{{Question}}\n[% include look %]", 2, "'page' is undefined"),
        ("front.html", "{{Question}}\n\n[[ nothing ]]", 3, "'nothing' is undefined"),
        ("front.html", "{{Question}}\n[[ ''.__class__.__mro__ ]]", 2, "unsafe"),
        ("front.html", "{{Question}}\n[[ 1 / 0 ]]", 2, "division by zero"),
        ("front.html", '{{Question}}[% include "../secret" %]', 1, "there is no template"),
        ("front.html", "{{#Hint}}\n{{Question}}", 1, "is never closed"),
        ("front.html", "{{Question}}\n{{/Hint}}", 2, "not open"),
        ("front.html", "{{Question", 1, "never closed by }}"),
        ("front.html", "{{Question}}{{FrontSide}}", 1, "back only"),
        ("front.html", '[% extends "front.html" %]', None, "builtin/front.html"),
        ("back.html", "{{FrontSide}}\n\n{{Awnser}}", 3, "do you mean Answer?"),
        ("reverse-front.html", "{{Question}}", None, "ReverseQuestion"),
        ("style.css", ".card {\n[% block %]", 2, "mend the template"),
        ("looks/plain.css", "\n[% endblock %]", 2, "endblock"),
    ],
)
def test_errors_are_told_with_their_place(tmp_path: Path, name: str, text: str, line: int | None, says: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    with pytest.raises(UserError) as caught:
        load_templates(DeckOptions(templates=tmp_path))
    place = f"{file}: " if line is None else f"{file}:{line}: "
    assert caught.value.message.startswith(place)
    assert says in caught.value.message
    assert "\n" not in caught.value.message


def test_a_template_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "front.html").write_bytes(b"\xff\xfe{{Question}}")
    with pytest.raises(UserError, match="not UTF-8"):
        load_templates(DeckOptions(templates=tmp_path))


def test_a_front_that_would_be_empty_is_refused_and_nothing_written(cards: list[Card], tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "front.html").write_text("What now? {{#Hint}}{{Question}}{{/Hint}}")
    with pytest.raises(UserError, match=r"front\.html: the front would be empty for the card 'What should"):
        write_deck(identify(cards), tmp_path / "a.apkg", DeckOptions(templates=own))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]


def test_missing_files_fall_back_to_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "back.html").write_text("{{FrontSide}}<hr id=answer>{{Answer}}")
    shipped, own = load_templates(DeckOptions()), load_templates(DeckOptions(templates=tmp_path))
    assert own.front == shipped.front
    assert own.css == shipped.css
    assert own.back.source.startswith("{{FrontSide}}")


def test_a_reverse_front_that_would_be_empty_is_refused_where_it_is_wanted(make_card: Any, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "reverse-front.html").write_text("{{#ReverseQuestion}}What now?{{/ReverseQuestion}}", "utf-8")
    term = make_card("What is toil?", "Work without value", "Toil is work without value.")
    write_deck(identify([term]), tmp_path / "a.apkg", DeckOptions(templates=own))
    both = identify([replace(term, reversible=True)])
    with pytest.raises(UserError, match=r"reverse-front\.html: .* empty .* put \{\{ReverseQuestion\}\}"):
        write_deck(both, tmp_path / "b.apkg", DeckOptions(templates=own))
    assert not (tmp_path / "b.apkg").exists()


@pytest.mark.parametrize(
    ("name", "block"),
    [("front.html", block) for block in ("front", "question", "typing", "hint", "speech")]
    + [("back.html", block) for block in "back question answer typing speech extra context source".split()]
    + [("style.css", block) for block in "light dark shape layout more".split()],
)
def test_a_block_can_be_replaced_and_the_rest_stays(name: str, block: str, tmp_path: Path) -> None:
    base = "look" if name == "style.css" else f'"builtin/{name}"'
    # Fronts need a field, and the blocks of a style stand between others.
    mine = "--mine: 1;" if name == "style.css" else "mine {{Question}}"
    (tmp_path / name).write_text(f"[% extends {base} %][% block {block} %]{mine}[% endblock %]", "utf-8")
    how: dict[str, Any] = {"look": "terminal", "type_answers": True, "speech": "en_US"}
    shipped, own = (load_templates(DeckOptions(**how, templates=folder)) for folder in (None, tmp_path))
    sides = {"front.html": own.front.source, "back.html": own.back.source, "style.css": own.css}
    before = {"front.html": shipped.front.source, "back.html": shipped.back.source, "style.css": shipped.css}
    assert mine in sides.pop(name)
    assert mine not in before.pop(name)
    assert sides == before


def test_an_unknown_look_names_the_nearest() -> None:
    with pytest.raises(UserError, match=r"no look 'papper', do you mean paper\? \(known: paper, plain, terminal\)"):
        load_templates(DeckOptions(look="papper"))


@pytest.mark.parametrize("make", [False, True])
def test_a_folder_that_is_missing_or_holds_no_template(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "own"
    if make:
        folder.mkdir()
    with pytest.raises(UserError, match="folder of templates" if not make else "no template here"):
        load_templates(DeckOptions(templates=folder))


def test_a_reverse_card_comes_only_where_it_is_asked_for(make_card: Any) -> None:
    from flashcards.deck.anki_template import has_content
    from flashcards.deck.fields import FIELDS

    nodes = load_templates(DeckOptions()).reverse_front.nodes
    assert has_content(nodes, {"ReverseQuestion"})
    assert not has_content(nodes, set(FIELDS) - {"ReverseQuestion"})


def test_the_built_in_templates_are_found() -> None:
    assert (builtin_folder() / "front.html").is_file()
