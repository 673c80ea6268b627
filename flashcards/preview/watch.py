"""Sees changes of notes, settings, rules, templates, decisions and the ledger on disk."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, awatch

from flashcards.deck.template_files import builtin_folder as builtin_templates
from flashcards.preview.session import Session
from flashcards.reading.files import ENDINGS
from flashcards.rulebook import builtin_folder as builtin_rules
from flashcards.settings import settings_beside

_WATCHED = (*ENDINGS, ".toml", ".html", ".css", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_TOGETHER = 200  # milliseconds; an editor's several writes are one change
_PAUSE = 0.5  # seconds until to look again for what was taken away


@dataclass(frozen=True, slots=True)
class Watched:
    """Folders to watch with all that is in them, folders of which only some files count, and those files.

    `places` are where the folders are on the disk: one that was taken away and put back is another one.
    """

    deep: frozenset[str]
    flat: frozenset[str]
    named: frozenset[str]
    places: frozenset[int]

    def counts(self, _: Change, path: str) -> bool:
        """Whether a change of this file makes a difference."""
        if path in self.named:
            return True
        if not path.endswith(_WATCHED) or os.path.basename(path).startswith("."):
            return False
        return any(path.startswith(folder + os.sep) for folder in self.deep)


def watched(session: Session) -> Watched:
    """What makes a difference to the cards, as far as it is there."""
    options = session.wanted
    deep = [path for path in session.notes if path.is_dir()]
    deep += [*options.rules, *options.deck.pictures, builtin_rules(), builtin_templates()]
    deep += [options.deck.templates] if options.deck.templates else []
    named = [path for path in session.notes if not path.is_dir()]
    named += [settings_beside(session.notes[0]), session.file, session.ledger]
    folders = _absolute(path for path in deep if path.is_dir())
    beside = _absolute(path.parent for path in named if path.parent.is_dir())
    places = [os.stat(folder).st_ino for folder in folders | beside if os.path.isdir(folder)]
    return Watched(folders, beside - folders, _absolute(named), frozenset(places))


async def watch(session: Session) -> None:
    """Bring the session up to date after each change; ends only when it is cancelled."""
    while True:
        seen, fresh = watched(session), True
        async with aclosing(_changes(seen)) as changes:
            async for paths in changes:
                if paths and paths <= {os.path.abspath(session.file)}:
                    await asyncio.to_thread(session.reread)
                elif paths or fresh:
                    # At first for what has happened before this began.
                    await asyncio.to_thread(session.rebuild)
                fresh = False
                # Settings may have named other folders, and folders may have been taken away or put back.
                if watched(session) != seen:
                    break


async def _changes(seen: Watched) -> AsyncGenerator[set[str], None]:
    """The files of each change; none at first, and once in a while."""
    stop = asyncio.Event()
    queue: asyncio.Queue[set[str]] = asyncio.Queue()

    async def follow(folders: Iterable[str], recursive: bool) -> None:
        watching = awatch(*folders, watch_filter=seen.counts, debounce=_TOGETHER, recursive=recursive, stop_event=stop)
        with suppress(FileNotFoundError):
            async for changes in watching:
                queue.put_nowait({path for _, path in changes})

    tasks = [asyncio.create_task(follow(each, deep)) for each, deep in ((seen.deep, True), (seen.flat, False)) if each]
    try:
        await asyncio.sleep(0)  # for the tasks to begin, by which they see what happens from now on
        yield set()
        while True:
            try:
                yield await asyncio.wait_for(queue.get(), _PAUSE)
            except TimeoutError:
                yield set()
    finally:
        stop.set()
        for task in tasks:
            task.cancel()


def _absolute(paths: Iterable[Path]) -> frozenset[str]:
    return frozenset(os.path.abspath(path) for path in paths)
