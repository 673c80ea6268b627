"""make-deck coverage: how much of the notes is on cards."""

from __future__ import annotations

from pathlib import Path

import click

from flashcards.cli.options import chosen, engine_options, name_option, notes_argument


@click.command(short_help="Count posts and cards for each talk, and say why posts are silent.")
@notes_argument
@name_option
@engine_options
def coverage(
    notes: tuple[Path, ...],
    name: str | None,
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    no_cache: bool,
) -> None:
    """For each talk in NOTES: posts, posts with cards, cards by kind, and why each silent post is silent."""
    from flashcards.cli.progress import Progress
    from flashcards.coverage import coverage as lines_of
    from flashcards.pipeline import Watcher, make_cards

    options = chosen(rules_folders, without, model, cards_per_post, no_cache, name)
    with Progress() as progress:
        result = make_cards(notes, options, Watcher(lambda warning: click.echo(warning, err=True), progress))
    click.echo("\n".join(lines_of(result)))
