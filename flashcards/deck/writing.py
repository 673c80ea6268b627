"""Putting an output file in place: whole or not at all, and never at the cost of the old one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from flashcards.errors import UserError

ENDINGS = (".apkg", ".jsonl", ".csv", ".html")


def check_output(out: Path) -> None:
    """Refuse, before the long work, an output that could not be written; touches nothing.

    Raises UserError for an unknown ending, a folder that is missing or not writable, and a name taken by a folder or
    by a file that may not be written.
    """
    if out.suffix.lower() not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise UserError(f"unknown output ending {out.suffix or '(none)'!r}, use one of {known}", out)
    target = _target(out)
    folder = target.parent
    if not os.path.exists(folder):
        raise UserError(f"the folder {folder} does not exist, make it first or choose another output", out)
    if not os.path.isdir(folder):
        raise UserError(f"{folder} is not a folder, choose another output", out)
    if os.path.isdir(target):
        raise UserError("this is a folder, choose another name for the output", out)
    if os.path.exists(target) and not os.path.isfile(target):
        raise UserError("this is not an ordinary file, choose another name for the output", out)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(f"the folder {folder} is not writable, choose another output", out)
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise UserError("this file is not writable, change its mode or choose another output", out)


def write_new(files: Mapping[Path, str]) -> None:
    """Write these texts to files that are not there yet, in folders that are made where needed.

    Raises UserError, before anything is written, if one of them exists, and if the disk refuses.
    """
    for file in files:
        if os.path.lexists(file):
            raise UserError("this is there already and is left as it is; delete it first or choose another place", file)
    for file, text in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise UserError(f"cannot make this folder: {reason}; choose another place", file.parent) from problem
        with replacing(file) as stream:
            stream.write(text.encode("utf-8"))


@contextmanager
def replacing(out: Path) -> Iterator[IO[bytes]]:
    """A file beside `out` to write to; when the block ends well it is synced and takes `out`'s place.

    When the block fails, nothing of it is left and `out` is as it was. Raises UserError where the disk refuses.
    """
    target = _target(out)
    beside: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
        beside = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            beside.chmod(_mode(target))
            os.fsync(stream.fileno())
        beside.replace(target)
        _sync_folder(target.parent)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise UserError(f"cannot write this: {reason}; free the place or choose another output", out) from problem
    finally:
        if beside is not None:
            # After the rename there is nothing left under this name.
            with suppress(OSError):
                beside.unlink()


def _target(out: Path) -> Path:
    """What a symbolic link points to is replaced, not the link."""
    try:
        return out.resolve()
    except (OSError, RuntimeError, ValueError) as problem:
        raise UserError("this path leads nowhere, choose another output", out) from problem


def _mode(target: Path) -> int:
    """The old output's permissions; for a new one what the user's umask allows."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    # The rename itself must reach the disk; systems that cannot sync a folder do without.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
