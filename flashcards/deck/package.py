"""Cards to an Anki package, by genanki's notes, decks and package, extended where they would cost the learner."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from genanki.util import BASE91_TABLE

from flashcards.deck.escape import clean
from flashcards.deck.fields import FIELDS, card_fields, talk_fields
from flashcards.deck.notetype import AnyType, ClozeType, NoteType
from flashcards.deck.options import NOTE_MODIFIED, DeckOptions
from flashcards.deck.per_talk import PerTalk
from flashcards.deck.tags import card_tags, talk_tags
from flashcards.deck.templates import CardTemplates, load_templates
from flashcards.errors import UserError
from flashcards.model import CLOZE, Card, Talk

_INSERT_NOTE = "INSERT INTO notes VALUES(?,?,?,?,?,?,?,?,?,?,?)"
_INSERT_CARD = "INSERT INTO cards VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
# Anki shows a note's id as the time it was created, in milliseconds; it gives another one where an id is taken.
_FIRST_ID = NOTE_MODIFIED * 1000
# Deck ids lie where no clock will put Anki's own: above the milliseconds of the year 2109.
_FIRST_DECK_ID = 1 << 42
_DECK_IDS = 1 << 42
_TWO_DIGITS = [first + second for first in BASE91_TABLE for second in BASE91_TABLE]
_BASE = len(_TWO_DIGITS)
_REVERSE_QUESTION = FIELDS.index("ReverseQuestion")
_LARGE = 8_000_000  # bytes; from here on it takes a moment to compress
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class StudyNote(genanki.Note):  # type: ignore[misc]
    """A note with its own time of change, and without genanki's check for bad HTML, which is quadratic in "<"."""

    def __init__(self, model: AnyType, fields: list[str], tags: list[str], guid: str, modified: int) -> None:
        """`fields` are those of `model`, in their order; `tags` are those of card_tags(), not checked again."""
        # genanki's own __init__ would look at every tag once more.
        self.model = model
        self.fields = fields
        self._sort_field = None
        self._tags = tags
        self._guid = guid
        self.due = 0
        self.modified = modified
        self.card_ords = model.card_ords(fields)

    def row(self, note_id: int) -> tuple[object, ...]:
        """The values of the note's row in Anki's table."""
        texts = (self._format_tags(), "\x1f".join(self.fields), self.fields[0])
        return (note_id, self.guid, self.model.model_id, self.modified, -1, *texts, 0, 0, "")

    def card_rows(self, note_id: int, deck_id: int) -> list[tuple[object, ...]]:
        """The rows of the note's cards, new and unseen; their ids follow the note's."""
        return [
            (note_id + ord_, note_id, deck_id, ord_, self.modified, -1, 0, 0, self.due, 0, 0, 0, 0, 0, 0, 0, 0, "")
            for ord_ in self.card_ords
        ]

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        """Write this one note and its cards; `timestamp` is not used. StudyPackage writes all notes at once."""
        note_id = next(id_gen)
        cursor.execute(_INSERT_NOTE, self.row(note_id))
        cursor.executemany(_INSERT_CARD, self.card_rows(note_id, deck_id))


class StudyPackage(genanki.Package):  # type: ignore[misc]
    """genanki's package, written in one pass for all decks, compressed, and the same bytes for the same notes.

    `media` maps names in the package to files, for those whose own name will not do; the rest are `media_files`.
    """

    def __init__(self, decks: list[genanki.Deck], media: Mapping[str, Path] | None = None) -> None:
        super().__init__(decks)
        self.media = dict(media or {})

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write decks, note types and notes; `id_gen` gives ids far enough apart for a note's cards."""
        # Indexes are quicker made of all rows than kept up with each.
        tables, indexes, rest = APKG_SCHEMA.partition("CREATE INDEX")
        cursor.executescript(tables)
        cursor.executescript(APKG_COL)
        decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
        decks |= {str(deck.deck_id): deck.to_json() for deck in self.decks}
        # The same note types for all decks; their home deck means nothing, and the first keeps it steady.
        models = {note.model.model_id: note.model for deck in self.decks for note in deck.notes}
        home = self.decks[0].deck_id if self.decks else 1
        texts = {str(model_id): model.to_json(timestamp, home) for model_id, model in models.items()}
        cursor.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(decks), json.dumps(texts)))
        notes = [(next(id_gen), deck.deck_id, note) for deck in self.decks for note in deck.notes]
        cursor.executemany(_INSERT_NOTE, (note.row(note_id) for note_id, _, note in notes))
        cursor.executemany(
            _INSERT_CARD, (row for note_id, deck_id, note in notes for row in note.card_rows(note_id, deck_id))
        )
        cursor.executescript(indexes + rest)

    def write_to_file(self, file: str | Path | IO[bytes], timestamp: float | None = None) -> None:
        """Write the package to a path or an open binary file; `timestamp` has no effect on notes with their own."""
        with tempfile.TemporaryDirectory(prefix="make-deck-") as folder:
            database = Path(folder) / "collection.anki2"
            connection = sqlite3.connect(database)
            try:
                # Nobody reads this file before it is whole, so it needs no journal.
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("PRAGMA synchronous = OFF")
                with _without_collection():
                    self.write_to_db(connection.cursor(), timestamp or NOTE_MODIFIED, _note_ids())
                connection.commit()
            except sqlite3.Error as problem:
                raise UserError(f"the package cannot be made here: {problem}; free some space", folder) from problem
            finally:
                connection.close()
            media = {Path(path).name: Path(path) for path in self.media_files} | self.media
            with zipfile.ZipFile(file, "w") as package:
                _add(package, "collection.anki2", database.read_bytes())
                names = {str(n): name for n, name in enumerate(media)}
                _add(package, "media", json.dumps(names).encode())
                for n, path in enumerate(media.values()):
                    _add(package, str(n), path.read_bytes())


def prepare_package(cards: Sequence[Card], options: DeckOptions) -> StudyPackage:
    """The package of these cards: a deck for each talk, in the order in which the talks come, one count of `due`.

    Raises UserError for broken templates and for a front that would be empty; ValueError for a card without an id or
    with another card's.
    """
    if len({card.id for card in cards}) < len(cards) or not all(card.id for card in cards):
        raise ValueError("every card needs an id of its own, see identify()")
    templates = load_templates(options)
    asking = NoteType(templates, options.note_type_modified)
    cloze = ClozeType(templates, options.cloze_type_modified)
    decks = _Decks()
    shared = PerTalk(lambda talk: (decks.of(talk), talk_fields(talk), talk_tags(talk)))
    with _without_collection():
        for card in cards:
            deck, of_talk, tags = shared.of(card.talk)
            modified = options.modified.get(card.id, NOTE_MODIFIED)
            model = cloze if card.form == CLOZE else asking
            fields = card_fields(card, of_talk)
            note = StudyNote(model, fields, card_tags(card, tags), guid_of(card), modified)
            if 0 not in note.card_ords or (model is asking and fields[_REVERSE_QUESTION]):
                _check_fronts(card, note, templates)
            deck.add_note(note)
        for due, note in enumerate((note for deck in decks.by_key.values() for note in deck.notes), start=1):
            note.due = due
    media = {picture.name: picture.file for card in cards for picture in card.pictures if picture.file}
    return StudyPackage(list(decks.by_key.values()), media)


def _check_fronts(card: Card, note: StudyNote, templates: CardTemplates) -> None:
    """Raises UserError if a front that should have a question shows nothing of this note: Anki makes no card of it."""
    wanted = [("Question", templates.front)]
    if card.form != CLOZE and note.fields[_REVERSE_QUESTION]:
        wanted.append(("ReverseQuestion", templates.reverse_front))
    for ord_, (field, side) in enumerate(wanted):
        if ord_ not in note.card_ords:
            message = f"the front would be empty for the card {card.question!r}, put {{{{{field}}}}} on it"
            raise UserError(message, side.file)


def guid_of(card: Card) -> str:
    """What Anki knows the card's note by. Another one as a cloze: a note cannot change its note type in an import."""
    return guid(f"cloze {card.id}" if card.form == CLOZE else card.id)


def guid(card_id: str) -> str:
    """What Anki knows the card's note by: genanki's guid_for("make-deck", card_id), in a fraction of the time."""
    number = int.from_bytes(hashlib.sha256(f"make-deck__{card_id}".encode()).digest()[:8], "big")
    # In small numbers as soon as possible: those are quick.
    number, last = divmod(number, _BASE**2)
    first, middle = divmod(number, _BASE**2)
    pairs = (*divmod(first, _BASE), *divmod(middle, _BASE), *divmod(last, _BASE))
    return "".join([_TWO_DIGITS[pair] for pair in pairs]).lstrip(BASE91_TABLE[0])


class _Decks:
    """The genanki decks of a package, made when their first talk comes."""

    def __init__(self) -> None:
        self.by_key: dict[str, Any] = {}
        self._ids: set[int] = set()

    def of(self, talk: Talk) -> Any:
        """The deck of this talk's cards. No description: it would overwrite the learner's."""
        name = clean(talk.deck)
        # Anki takes deck names that differ by case alone for one deck.
        key = name.casefold()
        if key not in self.by_key:
            deck_id = _FIRST_DECK_ID + int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % _DECK_IDS
            while deck_id in self._ids:
                deck_id += 1
            self._ids.add(deck_id)
            self.by_key[key] = genanki.Deck(deck_id, name)
        return self.by_key[key]


def _note_ids() -> Iterator[int]:
    """Ids for notes; a note's cards have the same number and the one after it."""
    note_id = _FIRST_ID
    while True:
        yield note_id
        note_id += 2


def _member(name: str) -> zipfile.ZipInfo:
    """A zip member that says nothing of when and where it was made."""
    member = zipfile.ZipInfo(name, _ZIP_DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    # The quickest level makes an eighth more of it, in a quarter of the time.
    package.writestr(_member(name), content, compresslevel=1 if len(content) > _LARGE else 6)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Python does not look for garbage meanwhile: among a hundred thousand notes, all in use, that takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
