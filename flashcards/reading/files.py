"""Paths the user gives -> the notes files to read, in order, each once."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from flashcards.errors import UserError
from flashcards.reading.decoding import decode

ENDINGS = (".md", ".markdown", ".txt")
_BIGGEST = 50_000_000  # bytes; nobody has typed that much, so it is the wrong file


@dataclass(frozen=True, slots=True)
class NotesFile:
    """A file to read. `listed` is true when it was found in a folder the user gave, false when named itself."""

    path: Path
    listed: bool

    @property
    def is_readme(self) -> bool:
        """Whether the file only introduces its folder."""
        return self.path.stem.lower() == "readme"


class _Finder:
    def __init__(self, warn: Callable[[str], None]) -> None:
        self.found: list[NotesFile] = []
        self._warn = warn
        self._seen: set[tuple[int, int]] = set()  # devices and inodes: the same file or folder by whatever name

    def add(self, path: Path) -> None:
        status = _status(path)
        if stat.S_ISDIR(status.st_mode):
            before = len(self.found)
            new = self._is_new(status)
            self._add_folder(path)
            if new and len(self.found) == before and not _any_notes(path):
                raise UserError(f"no notes in this folder; it needs files ending in {', '.join(ENDINGS)}", path)
        elif not stat.S_ISREG(status.st_mode):
            raise UserError("not a regular file; give a Markdown file or a folder of them", path)
        elif self._is_new(status):
            self.found.append(NotesFile(path, listed=False))

    def _is_new(self, status: os.stat_result) -> bool:
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen:
            return False
        self._seen.add(identity)
        return True

    def _add_folder(self, folder: Path) -> None:
        # A stack of its own instead of recursion: folders may be nested deeper than Python's calls.
        waiting = [folder]
        while waiting:
            path = waiting.pop()
            try:
                status = _status(path)
            except UserError as error:
                if not path.is_symlink():
                    raise
                self._warn(f"{error.message}; skipped")
                continue
            if stat.S_ISDIR(status.st_mode):
                if path == folder or self._is_new(status):
                    waiting.extend(reversed(_entries(path)))
            elif path.suffix.lower() not in ENDINGS:
                continue
            elif not stat.S_ISREG(status.st_mode):
                self._warn(f"{path}: not a regular file; skipped")
            elif self._is_new(status):
                self.found.append(NotesFile(path, listed=True))


def find_notes(paths: Sequence[Path], warn: Callable[[str], None]) -> list[NotesFile]:
    """The notes files behind the paths: files as they are named, folders recursively in sorted order.

    Hidden files and folders are skipped, and so is whatever has another ending than Markdown's or .txt. A file that
    is met twice counts once. Raises UserError for a path that is missing, unreadable, no regular file, or a folder
    without notes.
    """
    finder = _Finder(warn)
    for path in paths:
        finder.add(path)
    return finder.found


def read_text(path: Path) -> str:
    """The text of a notes file; raises UserError if it cannot be read or is not UTF-8."""
    try:
        if path.stat().st_size > _BIGGEST:
            raise UserError(f"this file is larger than {_BIGGEST // 1_000_000} MB; give Markdown notes", path)
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None
    return decode(data, path)


def _any_notes(folder: Path) -> bool:
    """Whether a folder whose files were all met before has notes at all."""
    for _, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(Path(name).suffix.lower() in ENDINGS and not name.startswith(".") for name in names):
            return True
    return False


def _entries(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise _unreadable(folder, error) from None
    return [folder / name for name in names if not name.startswith(".")]


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as error:
        raise _unreadable(path, error) from None
    except ValueError:  # a NUL in the path
        raise UserError("no such file or folder; check the path", path) from None


def _unreadable(path: Path, error: OSError) -> UserError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError("no such file or folder; check the path", path)
    if isinstance(error, PermissionError):
        return UserError("may not be read; change its permissions", path)
    return UserError(f"cannot be read ({error.strerror or error}); check the path", path)
