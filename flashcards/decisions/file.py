"""The file of decisions beside the notes: read, and changed without losing what others decide meanwhile."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from flashcards.decisions.decision import Decision, Decisions
from flashcards.decisions.lock import alone_with
from flashcards.decisions.text import Block, parse, written
from flashcards.deck.writing import replacing
from flashcards.errors import UserError

DECISIONS = "deck.decisions"


def decisions_beside(notes: Path) -> Path:
    """Where the decisions on these notes are: in their folder."""
    return (notes if os.path.isdir(notes) else notes.parent) / DECISIONS


def read_decisions(file: Path) -> Decisions:
    """The decisions in `file`; none if there is no such file. Raises UserError, with the line, for a broken one."""
    return _decisions(file, _blocks(file))


def change_decisions(file: Path, change: Callable[[dict[str, Decision]], None]) -> Decisions:
    """Let `change` put in, replace and take out decisions, by id, and write them at once; gives what then is there.

    What others wrote meanwhile is read first, so that nobody's decisions are lost. Raises UserError for a broken file
    and for a disk that refuses; the file is as it was then.
    """
    try:
        with alone_with(file):
            blocks = _blocks(file)
            by_id = dict(_decisions(file, blocks).by_id)
            before = dict(by_id)
            change(by_id)
            if by_id != before:
                _clear_up(file)
                with replacing(file) as stream:
                    stream.write(written(blocks, Decisions(file, by_id)).encode("utf-8", "replace"))
            return _decisions(file, _blocks(file))
    except OSError as problem:
        raise UserError(f"decisions cannot be kept here: {problem.strerror or problem}; mend that", file) from None


def relative(notes: Path, decisions: Path) -> str:
    """A notes file as the decisions write it: from their own folder, with slashes, so that the folder can move."""
    return Path(os.path.relpath(os.path.abspath(notes), os.path.abspath(decisions.parent))).as_posix()


def _clear_up(file: Path) -> None:
    """Take away what writers that were killed left behind; while the lock is held nobody is writing."""
    target = file.resolve()
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        left.unlink(missing_ok=True)


def _blocks(file: Path) -> list[Block]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise UserError("the decisions are not UTF-8, save them as UTF-8", file, line) from None
    except OSError as problem:
        raise UserError(f"the decisions cannot be read: {problem.strerror or problem}; mend that", file) from None
    return parse(text, file)


def _decisions(file: Path, blocks: list[Block]) -> Decisions:
    return Decisions(file, MappingProxyType({block.decision.id: block.decision for block in blocks}))
