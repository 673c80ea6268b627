"""Markdown notes -> talks of posts, every post with its file and line."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from flashcards.errors import UserError
from flashcards.model import Event, Talk
from flashcards.reading.dates import has_year, is_day
from flashcards.reading.decoding import clean
from flashcards.reading.files import NotesFile, find_notes, read_text
from flashcards.reading.inline import plain
from flashcards.reading.markdown import parse
from flashcards.reading.names import Casing, date_of_name, is_generic, spoken_name
from flashcards.reading.talks import FileTalks, event_of, read_file

__all__ = ["read_notes"]


def _ignore(_warning: str) -> None:
    """What happens to warnings by default."""


def read_notes(
    paths: Sequence[Path], name: str | None = None, warn: Callable[[str], None] = _ignore
) -> tuple[Talk, ...]:
    """Read notes files and folders of them; gives their talks that have posts, in the order of the notes.

    `name` is the event's name for all of them; without it, an event's heading names it, else its folder's README,
    else the name of file or folder. `warn` gets one line for each file that gave nothing. Raises UserError for a
    path that cannot be read and for text that is not UTF-8.
    """
    files = find_notes(paths, warn)
    notes, readmes = _part_readmes(files)
    per_folder = Counter(file.path.parent for file in notes)
    folders: dict[Path, Event | None] = {path.parent: event_of(parse(read_text(path))) for path in readmes}
    found: list[Talk] = []
    for file in notes:
        folder = file.path.parent
        introduced = folders.get(folder)
        if introduced and (is_day(introduced.name) or not (file.listed or per_folder[folder] > 1)):
            introduced = None
        in_folder = introduced is not None or (file.listed and per_folder[folder] > 1)
        above = Path(os.path.abspath(file.path)).parent.name
        talks = _talks_of(file.path, read_text(file.path), above, introduced, in_folder)
        if not talks:
            warn(f"{file.path}: nothing to read here; posts are block quotes, paragraphs or list items")
        found.extend(talks)
    if name is not None and (given := " ".join(clean(name).split())):
        return tuple(replace(talk, event=replace(talk.event, name=given)) for talk in found)
    return tuple(found)


@lru_cache(maxsize=256)  # while it watches, a program reads the same files again and again
def _talks_of(path: Path, text: str, folder: str, introduced: Event | None, in_folder: bool) -> tuple[Talk, ...]:
    """The talks of one file: its text, the name of its folder, the event that a README there introduces."""
    casing = Casing([text, introduced.name if introduced else ""])
    document = parse(text)
    title = plain(document.title, {}) or spoken_name(path.stem, casing)
    read = read_file(document, path, title or "Untitled", in_folder)
    if introduced and not _names_event(path.stem):
        return tuple(read.talks(introduced))
    return tuple(read.talks(Event(_name_of(path.stem, folder, read, in_folder, casing))))


def _part_readmes(files: list[NotesFile]) -> tuple[list[NotesFile], list[Path]]:
    """Notes and READMEs; a README that is named itself, with nothing beside it, is notes like any other."""
    notes = [file for file in files if not file.is_readme]
    folders = {file.path.parent for file in notes}
    alone = [file for file in files if file.is_readme and not file.listed and file.path.parent not in folders]
    listed = [file.path for file in files if file.is_readme and file not in alone]
    if listed and not notes and not alone:
        raise UserError("no notes in this folder beside its README, which only names the event", listed[0].parent)
    return [file for file in files if not file.is_readme or file in alone], listed


def _names_event(stem: str) -> bool:
    """Whether a file's name has a year that is not the date of a talk."""
    return has_year(stem) and not date_of_name(stem)


def _name_of(stem: str, folder: str, read: FileTalks, in_folder: bool, casing: Casing) -> str:
    """The name of an event that nothing in the notes names: the file's, or its folder's if that says more."""
    by_folder = has_year(folder) or is_generic(stem) or (in_folder and read.is_one)
    chosen = folder if folder and by_folder and not _names_event(stem) else stem
    return spoken_name(chosen, casing) or "Notes"
