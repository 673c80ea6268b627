"""make-deck watch: the deck is made anew whenever the notes change."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from flashcards.cli.options import (
    PATH,
    LongRunning,
    arguments,
    chosen,
    deck_options,
    engine_options,
    name_option,
    notes_argument,
)

_PAUSE = 0.15  # seconds between looks at the files; editors write a file in several steps, so a change must last one


@click.command(cls=LongRunning, short_help="Make the deck anew whenever the notes change.")
@notes_argument
@click.option("-o", "--output", metavar="OUT", type=PATH, help="As for build.")
@name_option
@deck_options
@engine_options
def watch(notes: tuple[Path, ...], output: Path | None, **given: Any) -> None:
    """Make a deck of NOTES, and again whenever notes, rules, templates or settings change. Ctrl-C ends it.

    What is wrong with the notes is said, and the last whole deck stays.
    """
    from flashcards.cli.build import build
    from flashcards.errors import UserError
    from flashcards.generation.setup import ready

    rules, templates = given["rules_folders"], given["templates"]
    written = {path for path in (output, chosen(**given).ledger) if path}
    for _ in changes([*notes, *rules, *([templates] if templates else [])], written):
        try:
            build.main(arguments(), "make-deck watch", standalone_mode=False)
        except click.ClickException as error:
            error.show()
        with suppress(UserError):  # the build has said what is wrong
            ready(chosen(**given))  # the model takes longer to load than an edit takes to think about


def changes(places: Iterable[Path], written: Iterable[Path]) -> Iterator[None]:
    """Yields at once, then each time after files below `places`, or beside them, have changed and are left alone.

    `written` are files that the work itself writes.
    """
    own = {path.absolute() for path in written}
    seen: dict[Path, tuple[int, int]] | None = None
    while True:
        now = _state(places, own)
        if now != seen:
            time.sleep(_PAUSE if seen is not None else 0)
            if seen is None or now == _state(places, own):
                yield
                seen = now
        else:
            time.sleep(_PAUSE)


def _state(places: Iterable[Path], own: set[Path]) -> dict[Path, tuple[int, int]]:
    """Size and time of change of each file that counts."""
    found: dict[Path, tuple[int, int]] = {}
    for place in places:
        files = [place.parent / "deck.toml", place]
        if os.path.isdir(place):
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                files += [Path(folder, name) for name in names]
        for file in files:
            if file.name.startswith(".") or file.suffix in (".apkg", ".ledger") or file.absolute() in own:
                continue
            try:
                status = file.stat()
            except OSError:
                continue
            if file.is_file():
                found[file] = (status.st_mtime_ns, status.st_size)
    return found
