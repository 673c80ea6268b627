"""make-deck coverage: how much of the notes is on cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from flashcards.cli.options import chosen, decisions_options, engine_options, name_option, notes_argument


@click.command(short_help="Count posts and cards for each talk, and say why posts are silent.")
@notes_argument
@name_option
@engine_options
@decisions_options
def coverage(
    notes: tuple[Path, ...],
    name: str | None,
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    sure: int,
    no_cache: bool,
    decisions: Path | None,
    no_decisions: bool,
) -> None:
    """For each talk in NOTES: posts, posts with cards, cards by kind, and why each silent post is silent.

    Cards are counted as a build would have them: without those you dropped, with those you added.
    """
    from flashcards.cli.progress import Progress
    from flashcards.coverage import coverage as lines_of
    from flashcards.decisions.curation import curate_result, decisions_on
    from flashcards.pipeline import made_cards
    from flashcards.watcher import Watcher

    options = chosen(rules_folders, without, model, cards_per_post, sure, no_cache, name)
    options = replace(options, decisions=decisions, curated=not no_decisions)
    decided = decisions_on(notes, options)
    with Progress() as progress:
        watcher = Watcher(lambda warning: click.echo(warning, err=True), progress)
        result = made_cards(notes, options, watcher)
    curated = curate_result(result, decided, notes, watcher) if len(decided) else None
    click.echo("\n".join(lines_of(result, curated)))
