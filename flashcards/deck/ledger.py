"""The ledger: a text file beside the notes that remembers each card from build to build.

A line of JSON for the file itself, then one for each card, sorted; made for git: a change of one card changes one
line, and two people's lines merge.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flashcards.deck.record import Record, read_record
from flashcards.deck.writing import replacing
from flashcards.errors import UserError

LEDGER = "deck.ledger"
_VERSION = 1
_HEADER = "make-deck ledger"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of earlier builds: the records by id, and each note type's hash and time of change.

    `file` is where it was read from or will be written to; None for a ledger that is kept nowhere. `text` is what the
    file says now, "" where there is none.
    """

    file: Path | None = None
    records: Mapping[str, Record] = field(default_factory=lambda: MappingProxyType({}))
    note_type: str = ""
    note_type_modified: int = 0
    cloze_type: str = ""
    cloze_type_modified: int = 0
    text: str = ""

    @property
    def is_new(self) -> bool:
        """Whether there were no earlier builds that it knows of."""
        return not self.text

    def relative(self, file: Path) -> str:
        """A notes file as the ledger writes it: from its own folder, with slashes, so that the folder can move."""
        if self.file is None:
            return file.as_posix()
        return Path(os.path.relpath(os.path.abspath(file), os.path.abspath(self.file.parent))).as_posix()

    def absolute(self, name: str) -> Path:
        """The notes file that the ledger writes as `name`."""
        folder = os.path.abspath(self.file.parent) if self.file is not None else os.getcwd()
        return Path(os.path.normpath(os.path.join(folder, name)))


def ledger_beside(notes: Path) -> Path:
    """Where the ledger of these notes is: in their folder."""
    return (notes if os.path.isdir(notes) else notes.parent) / LEDGER


def read_ledger(file: Path) -> Ledger:
    """The ledger in `file`; an empty one if there is no such file.

    Raises UserError, with the line, if it is not a ledger, has conflict markers of git's or is from a newer version.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Ledger(file)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise UserError(
            f"the ledger cannot be read: {reason}; mend that, or name another with --ledger", file
        ) from None
    except UnicodeDecodeError as problem:
        raise _broken(file, problem.object.count(b"\n", 0, problem.start) + 1) from None
    if not text:
        raise UserError(f"the ledger is empty; {_RESCUE}", file)
    records: dict[str, Record] = {}
    asking, cloze = ("", 0), ("", 0)
    # Not splitlines(): the notes' text may hold other line ends than \n, and JSON leaves them as they are.
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        if line.startswith(_CONFLICT):
            advice = "delete the lines of <<<, === and >>> and keep those of both sides"
            raise UserError(f"the ledger has two versions that git could not merge; {advice}", file, number)
        try:
            values: dict[str, Any] = json.loads(line) if number == 1 or _HEADER in line else {}
            if number == 1 or _HEADER in values:
                _check_version(values[_HEADER], file, number)
                asking = max(asking, _note_type(values, ""), key=lambda known: known[1])
                cloze = max(cloze, _note_type(values, "cloze "), key=lambda known: known[1])
                continue
            record = _record_in(line)
        except (LookupError, TypeError, ValueError, RecursionError):
            raise _broken(file, number) from None
        # Both sides of a merge may know a card; the later change wins, as it does in Anki.
        known = records.get(record.id)
        if known is None or (known.modified, known.line()) < (record.modified, record.line()):
            records[record.id] = record
    return Ledger(file, records, *asking, *cloze, text)


@lru_cache(maxsize=20_000)  # while it watches, a program reads the same lines again and again
def _record_in(line: str) -> Record:
    return read_record(json.loads(line))


def ledger_text(records: Iterable[Record], asking: tuple[str, int], cloze: tuple[str, int]) -> str:
    """The content of a ledger file; `asking` and `cloze` are the hash and time of change of each note type."""
    header = {_HEADER: _VERSION, "note type": asking[0], "note type modified": asking[1]}
    if cloze[0]:
        header |= {"cloze note type": cloze[0], "cloze note type modified": cloze[1]}
    lines = [json.dumps(header), *(record.line() for record in sorted(records, key=lambda record: record.order))]
    return "".join(f"{line}\n" for line in lines)


def check_ledger_place(file: Path) -> bool:
    """Whether the ledger can be written, to be asked before the long work; touches nothing.

    False if there is none yet and its folder does not allow one: the first build does without. Raises UserError if
    there is one that must not get out of date, but may not be replaced.
    """
    folder = file.parent
    writable = os.access(folder, os.W_OK | os.X_OK) and (not os.path.exists(file) or os.access(file, os.W_OK))
    if not writable and os.path.exists(file):
        advice = "make file and folder writable, or name another with --ledger"
        raise UserError(f"the ledger cannot be brought up to date here; {advice}", file)
    return writable


def write_ledger(ledger: Ledger) -> None:
    """Put the ledger's text into its file: a new file, synced, takes the old one's place. Raises UserError.

    Nothing happens where the file says the same already, so that an unchanged deck can be built without the right to
    write there.
    """
    text = ledger.text.encode("utf-8", "replace")
    if ledger.file is not None and not (ledger.file.is_file() and ledger.file.read_bytes() == text):
        with replacing(ledger.file) as stream:
            stream.write(text)


_RESCUE = "take it back from git or a backup, or delete it: cards are then told by talk, post and answer alone"


def _broken(file: Path, line: int) -> UserError:
    return UserError(f"this is no line of make-deck's ledger; {_RESCUE}", file, line)


def _check_version(version: object, file: Path, line: int) -> None:
    if type(version) is not int:
        raise TypeError(version)
    if version > _VERSION:
        raise UserError(f"the ledger is from a newer make-deck (version {version}), upgrade make-deck", file, line)


def _note_type(values: dict[str, Any], kind: str) -> tuple[str, int]:
    if kind and f"{kind}note type" not in values:
        return "", 0
    name, modified = values[f"{kind}note type"], values[f"{kind}note type modified"]
    if type(name) is not str or type(modified) is not int:
        raise TypeError(name)
    return name, modified
