"""The note types: their ids and names are fixed for good, since Anki forks a note type whose shape changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import genanki

from flashcards.deck.anki_template import has_content
from flashcards.deck.fields import CLOZE_FIELDS, FIELDS
from flashcards.deck.templates import CardTemplates

MODEL_ID = 1_748_213_905_117
MODEL_NAME = "Conference notes"
CLOZE_MODEL_ID = 1_748_213_905_118
CLOZE_MODEL_NAME = "Conference notes, cloze"
# Anki knows fields and templates of an imported note type by these, not by name or place.
_FIELD_ID = 4_109_520_771_000
_TEMPLATE_ID = 6_380_117_204_000
_CLOZE_FIELD_ID = 4_109_520_772_000
_CLOZE_TEMPLATE_ID = 6_380_117_205_000
_TEMPLATES = ("Question", "Reverse")
_TEXT = CLOZE_FIELDS.index("Text")


class NoteType(genanki.Model):  # type: ignore[misc]
    """genanki's model with Anki's own idea of which fields a card needs, and with a fixed time of change."""

    def __init__(self, templates: CardTemplates, modified: int) -> None:
        sides = ((templates.front, templates.back), (templates.reverse_front, templates.reverse_back))
        super().__init__(
            model_id=MODEL_ID,
            name=MODEL_NAME,
            fields=[{"name": name, "id": _FIELD_ID + ord_} for ord_, name in enumerate(FIELDS)],
            templates=[
                {"name": name, "id": _TEMPLATE_ID + ord_, "qfmt": front.source, "afmt": back.source}
                for ord_, (name, (front, back)) in enumerate(zip(_TEMPLATES, sides, strict=True))
            ],
            css=templates.css,
        )
        self.modified = modified
        self._fronts = [front.nodes for front, _ in sides]
        self._ords: dict[tuple[bool, ...], list[int]] = {}

    def card_ords(self, fields: Sequence[str]) -> list[int]:
        """The templates that give a card to a note with these fields, in the order of FIELDS."""
        # Few are the ways in which fields are full or empty.
        pattern = tuple(map(bool, fields))
        ords = self._ords.get(pattern)
        if ords is None:
            filled = {name for name, full in zip(FIELDS, pattern, strict=True) if full}
            ords = self._ords[pattern] = [n for n, nodes in enumerate(self._fronts) if has_content(nodes, filled)]
        return ords

    @property
    def _req(self) -> list[list[Any]]:
        """In place of genanki's, which takes a filter for a field's name and raises."""
        everything = set(FIELDS)
        required: list[list[Any]] = []
        for ord_, nodes in enumerate(self._fronts):
            needed = [n for n, name in enumerate(FIELDS) if not has_content(nodes, everything - {name})]
            enough = [n for n, name in enumerate(FIELDS) if has_content(nodes, {name})]
            required.append([ord_, "all", needed] if needed else [ord_, "any", enough])
        return required

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """As genanki's, but changed at `modified`, not now."""
        json: dict[str, Any] = super().to_json(self.modified, deck_id)
        return json


class ClozeType(genanki.Model):  # type: ignore[misc]
    """The note type of clozes: one template, one card a note."""

    def __init__(self, templates: CardTemplates, modified: int) -> None:
        front, back = templates.cloze_front, templates.cloze_back
        super().__init__(
            model_id=CLOZE_MODEL_ID,
            name=CLOZE_MODEL_NAME,
            fields=[{"name": name, "id": _CLOZE_FIELD_ID + ord_} for ord_, name in enumerate(CLOZE_FIELDS)],
            templates=[{"name": "Cloze", "id": _CLOZE_TEMPLATE_ID, "qfmt": front.source, "afmt": back.source}],
            css=templates.cloze_css,
            model_type=genanki.Model.CLOZE,
        )
        self.modified = modified

    def card_ords(self, fields: Sequence[str]) -> list[int]:
        """The first card, that of c1, if there is a text to blank it in."""
        return [0] if fields[_TEXT] else []

    @property
    def _req(self) -> list[list[Any]]:
        """In place of genanki's; Anki looks at the text itself."""
        return [[0, "any", [_TEXT]]]

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """As genanki's, but changed at `modified`, not now."""
        json: dict[str, Any] = super().to_json(self.modified, deck_id)
        return json


AnyType = NoteType | ClozeType
