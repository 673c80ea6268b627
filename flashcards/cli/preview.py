"""make-deck preview: a page to see every card and decide about it."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from flashcards.options import Options

_NEEDED = ("starlette", "uvicorn", "watchfiles")
_OWN = ("notes", "output", "port", "no_browser")  # what does not concern the cards


@click.command(cls=LongRunning, short_help="Look at every card in the browser; keep, drop, edit, add.")
@notes_argument
@click.option("-o", "--output", metavar="OUT", type=PATH, help="The .apkg to export; dist/<event>.apkg if left out.")
@click.option("--port", metavar="N", default=8765, show_default=True, type=click.IntRange(0, 65535), help="If free.")
@click.option("--no-browser", is_flag=True, help="Only print the page's address.")
@name_option
@deck_options
@engine_options
def preview(notes: tuple[Path, ...], output: Path | None, port: int, no_browser: bool, **_: Any) -> None:
    """Show the cards of NOTES on a page of this machine's own, to keep, drop and edit them and to add others.

    Decisions are kept beside the notes at once, and every later build keeps to them. Ctrl-C ends it.
    """
    from flashcards.errors import UserError

    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        raise UserError(
            f"preview needs {' and '.join(missing)}; install it by: pip install 'make-deck[preview]'"
            " (make-deck review does without)"
        )
    from flashcards.cli.progress import Progress
    from flashcards.deck import check_output
    from flashcards.generation.beside import Beside
    from flashcards.preview.serve import serve
    from flashcards.preview.session import Session

    if output is not None:
        check_output(output)
    with closing(Beside()) as beside:
        session = Session(notes, partial(_settings, preview, arguments()), output, beside)
        with Progress() as progress:
            session.rebuild(progress)
        if not session.snapshot.posts and session.snapshot.problem:
            raise UserError(session.snapshot.problem)
        try:
            serve(session, port, not no_browser, click.echo)
        finally:
            if session.file.exists():
                click.echo(f"what you decided is in {session.file}; every build of these notes keeps to it")


def _settings(command: click.Command, given: list[str]) -> Options:
    """The options as deck.toml and these arguments say now. Raises UserError for those that cannot be."""
    from flashcards.errors import UserError

    try:
        with command.make_context("make-deck preview", list(given)) as context:
            options = {key: value for key, value in context.params.items() if key not in _OWN}
            if options["no_decisions"]:
                raise UserError("preview is for making decisions, so leave out --no-decisions")
            return chosen(**options)
    except UserError:
        raise
    except click.ClickException as error:
        raise UserError(error.format_message()) from None
