"""make-deck init and make-deck templates: files to begin one's own with."""

from __future__ import annotations

from pathlib import Path

import click

from flashcards.cli.options import PATH


@click.command(short_help="Write a deck.toml with every setting explained.")
@click.argument("folder", default=".", type=PATH)
def init(folder: Path) -> None:
    """Write a commented deck.toml into FOLDER, the folder of the notes; the current one if left out."""
    from flashcards.deck.writing import write_new
    from flashcards.settings import SETTINGS, starter

    file = folder / SETTINGS
    write_new({file: starter()})
    click.echo(f"wrote {file}")


@click.group(short_help="Card templates.")
def templates() -> None:
    """Templates say what stands on a card and how it looks."""


@templates.command()
@click.argument("folder", metavar="DIR", type=PATH)
def copy(folder: Path) -> None:
    """Put the built-in templates into DIR, to be edited and used with --templates DIR.

    What is deleted there is taken from the built-in ones again.
    """
    from flashcards.deck.template_files import copies
    from flashcards.deck.writing import write_new

    files = copies(folder)
    write_new(files)
    click.echo(f"wrote {len(files)} files to {folder}; use them with --templates {folder}")
