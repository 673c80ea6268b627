"""make-deck build: notes in, deck out; make-deck diff: what that would change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flashcards.cli.options import PATH, chosen, dask_option, deck_options, engine_options, name_option, notes_argument

if TYPE_CHECKING:
    from flashcards.generation.worked import WorkedPost
    from flashcards.options import Options
    from flashcards.result import Result
    from flashcards.watcher import Watcher


@click.command(short_help="Make a deck of notes; the verb may be left out.")
@notes_argument
@click.option(
    "-o", "--output", metavar="OUT", type=PATH, help=".apkg, .jsonl, .csv or .html; dist/<event>.apkg if left out."
)
@name_option
@deck_options
@engine_options
@dask_option
@click.option("--dry-run", is_flag=True, help="Write nothing, say what would change.")
@click.option("--explain", "explained", is_flag=True, help="Say of each silent post what every rule made of it.")
def build(
    notes: tuple[Path, ...], output: Path | None, dask: str | None, dry_run: bool, explained: bool, **given: Any
) -> None:
    """Make question/answer cards of NOTES and write them to a deck.

    NOTES are Markdown files and folders of them. A deck.toml beside them may set the options.
    """
    from flashcards.deck.changes import report, summary
    from flashcards.errors import UserError
    from flashcards.watcher import Watcher

    if dask is not None and explained:
        raise UserError("what --explain shows is thought here; leave out --dask")
    options = replace(chosen(**given), dask=dask, dry_run=dry_run)
    # What --explain prints shows how far the work is; a bar would be in its way.
    watcher = Watcher(_warn, worked=_explain) if explained else None
    out, result = _made(notes, output, options, watcher)
    click.echo(_summary(out, result, dry_run))
    if dry_run or out.suffix.lower() == ".apkg":
        for line in report(result.changes) if dry_run else summary(result.changes):
            click.echo(line)


@click.command(short_help="Say what the next package would change for those who have the last one.")
@notes_argument
@name_option
@deck_options
@engine_options
@dask_option
def diff(notes: tuple[Path, ...], dask: str | None, **given: Any) -> None:
    """Say which cards of NOTES are new, changed, moved or gone since the last package, and write nothing."""
    from flashcards.deck.changes import report

    _, result = _made(notes, None, replace(chosen(**given), dask=dask, dry_run=True))
    for line in report(result.changes):
        click.echo(line)


def _made(
    notes: tuple[Path, ...], output: Path | None, options: Options, watcher: Watcher | None = None
) -> tuple[Path, Result]:
    from flashcards.cli.progress import Progress
    from flashcards.pipeline import make_deck
    from flashcards.watcher import Watcher

    if watcher:
        return make_deck(notes, output, options, watcher)
    with Progress() as progress:
        return make_deck(notes, output, options, Watcher(_warn, progress))


def _explain(worked: WorkedPost) -> None:
    if not worked.chosen:
        from flashcards.explain import post_lines, rule_lines

        click.echo("\n".join([*post_lines(worked), *rule_lines(worked), ""]))


def _warn(warning: str) -> None:
    click.echo(warning, err=True)


def _summary(out: Path, result: Result, dry_run: bool) -> str:
    from flashcards.coverage import counted

    cards = result.cards
    events = len({card.talk.event.name for card in cards})
    decks = f"{events} decks, " if events > 1 else ""
    decks += counted(len({card.deck for card in cards}), "subdeck")
    done = "would write" if dry_run else "wrote"
    return f"{done} {out}: {decks}, {counted(len(cards), 'card')} from {counted(len(result.posts), 'post')}"
