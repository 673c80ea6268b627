"""Sees changes of notes, rules, templates and decisions on disk."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, awatch

from flashcards.deck.template_files import builtin_folder as builtin_templates
from flashcards.preview.session import Session
from flashcards.reading.files import ENDINGS
from flashcards.rulebook import builtin_folder as builtin_rules

_WATCHED = (*ENDINGS, ".toml", ".html", ".css", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_TOGETHER = 200  # milliseconds; an editor's several writes are one change


def watched_folders(session: Session) -> tuple[set[Path], set[Path]]:
    """Folders to watch with all that is in them, and folders of which only some files count."""
    options = session.options
    deep = [path for path in session.notes if path.is_dir()]
    deep += [*options.rules, builtin_rules(), builtin_templates()]
    deep += [options.deck.templates] if options.deck.templates else []
    flat = [path.parent for path in session.notes if not path.is_dir()] + [session.file.parent]
    return ({Path(os.path.abspath(one)) for one in paths if one.is_dir()} for paths in (deep, flat))  # type: ignore[return-value]


async def watch(session: Session) -> None:
    """Bring the session up to date after each change; ends only when it is cancelled."""
    deep, flat = watched_folders(session)
    decisions = os.path.abspath(session.file)
    named = {os.path.abspath(path) for path in session.notes if not path.is_dir()}

    async def changed(paths: Iterable[str]) -> None:
        if set(paths) <= {decisions}:
            await asyncio.to_thread(session.reread)
        else:
            await asyncio.to_thread(session.rebuild)

    def in_deep(_: Change, path: str) -> bool:
        return path == decisions or (path.endswith(_WATCHED) and not os.path.basename(path).startswith("."))

    def in_flat(_: Change, path: str) -> bool:
        return path == decisions or path in named

    async with asyncio.TaskGroup() as group:
        group.create_task(_watch(deep, True, in_deep, changed))
        group.create_task(_watch(flat - deep, False, in_flat, changed))


async def _watch(
    folders: set[Path],
    recursive: bool,
    wanted: Callable[[Change, str], bool],
    changed: Callable[[Iterable[str]], Awaitable[None]],
) -> None:
    if not folders:
        return
    # A folder that is taken away ends the watching; the page then shows what was there last.
    with suppress(FileNotFoundError):
        async for changes in awatch(*folders, watch_filter=wanted, debounce=_TOGETHER, recursive=recursive):
            await changed(path for _, path in changes)
