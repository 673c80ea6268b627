"""make-deck build: notes in, deck out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashcards.cli.options import PATH, chosen, engine_options, name_option, notes_argument

if TYPE_CHECKING:
    from flashcards.pipeline import Result, WorkedPost


@click.command(short_help="Make a deck of notes; the verb may be left out.")
@notes_argument
@click.option(
    "-o", "--output", metavar="OUT", type=PATH, help=".apkg, .jsonl, .csv or .html; dist/<event>.apkg if left out."
)
@name_option
@click.option("--templates", metavar="DIR", type=PATH, help="A folder of your own card templates.")
@click.option("--look", metavar="NAME", default="plain", show_default=True, help="How the cards look.")
@engine_options
@click.option("--explain", "explained", is_flag=True, help="Say of each silent post what every rule made of it.")
def build(
    notes: tuple[Path, ...],
    output: Path | None,
    name: str | None,
    templates: Path | None,
    look: str,
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    no_cache: bool,
    explained: bool,
) -> None:
    """Make question/answer cards of NOTES and write them to a deck.

    NOTES are Markdown files and folders of them.
    """
    from dataclasses import replace

    from flashcards.cli.progress import Progress
    from flashcards.deck import DeckOptions
    from flashcards.pipeline import Watcher, make_deck

    options = chosen(rules_folders, without, model, cards_per_post, no_cache, name)
    options = replace(options, deck=DeckOptions(templates=templates, look=look))
    if explained:
        # What is printed shows how far the work is; a bar would be in its way.
        out, result = make_deck(notes, output, options, Watcher(_warn, worked=_explain))
    else:
        with Progress() as progress:
            out, result = make_deck(notes, output, options, Watcher(_warn, progress))
    click.echo(_summary(out, result))


def _explain(worked: WorkedPost) -> None:
    if not worked.chosen:
        from flashcards.explain import post_lines, rule_lines

        click.echo("\n".join([*post_lines(worked), *rule_lines(worked), ""]))


def _warn(warning: str) -> None:
    click.echo(warning, err=True)


def _summary(out: Path, result: Result) -> str:
    from flashcards.coverage import counted

    cards = result.cards
    events = len({card.talk.event.name for card in cards})
    decks = f"{events} decks, " if events > 1 else ""
    decks += counted(len({card.deck for card in cards}), "subdeck")
    return f"wrote {out}: {decks}, {counted(len(cards), 'card')} from {counted(len(result.posts), 'post')}"
