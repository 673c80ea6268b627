"""Options that several verbs share, and what they make of the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from flashcards.options import Options

_ARGUMENTS = "flashcards.cli.options.arguments"
Decorated = TypeVar("Decorated", bound=Callable[..., Any])

# Nothing is checked here: the reader's own errors are one line and name the place.
PATH = click.Path(path_type=Path)


class LongRunning(click.Command):
    """Keeps its arguments, which can be read anew while it runs: what they leave out stands in deck.toml."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments and keep them as they are."""
        ctx.meta[_ARGUMENTS] = list(args)
        return super().parse_args(ctx, args)


def arguments() -> list[str]:
    """The arguments of the LongRunning command that runs."""
    kept: list[str] = click.get_current_context().meta[_ARGUMENTS]
    return list(kept)


def use_settings(ctx: click.Context, notes: Path) -> None:
    """Let the deck.toml beside the notes say what the command line does not. Raises UserError for a broken one."""
    from flashcards.settings import read_settings, settings_beside

    ctx.default_map = read_settings(settings_beside(notes))


def _settings_beside(ctx: click.Context, _: click.Parameter, notes: tuple[Path, ...]) -> tuple[Path, ...]:
    if notes and not ctx.resilient_parsing:
        use_settings(ctx, notes[0])
    return notes


# Eager, so that the settings are known before the other options look for their values.
notes_argument = click.argument("notes", nargs=-1, required=True, type=PATH, is_eager=True, callback=_settings_beside)
name_option = click.option("--name", metavar="TEXT", help="The event's name; the notes' own if left out.")
rules_option = click.option(
    "--rules", "rules_folders", metavar="DIR", multiple=True, type=PATH, help="A folder of your own rules, too."
)
without_option = click.option("--without", metavar="NAME", multiple=True, help="Leave this rule out.")
model_option = click.option("--model", metavar="NAME", help="A spaCy model, or its folder.")
per_post_option = click.option(
    "--cards-per-post", metavar="N", default=3, show_default=True, type=click.IntRange(min=1), help="At most."
)
sure_option = click.option(
    "--sure",
    metavar="PERCENT",
    default=50,
    show_default=True,
    type=click.IntRange(1, 99),
    help="Leave out cards less surely good than this.",
)
no_cache_option = click.option("--no-cache", is_flag=True, help="Parse everything anew, remember nothing.")
dask_option = click.option("--dask", metavar="ADDRESS", help="The work is done by this Dask scheduler's workers.")
cloze_option = click.option(
    "--cloze/--no-cloze", default=False, help="The answer is blanked in the post's sentence, where it stands there."
)
_DECISIONS = (
    click.option("--decisions", metavar="FILE", type=PATH, help="Where it is kept what you decided about cards."),
    click.option("--no-decisions", is_flag=True, help="Leave the cards as the rules make them."),
)
_ENGINE = (rules_option, without_option, model_option, per_post_option, sure_option, no_cache_option)
_DECK = (
    click.option("--templates", metavar="DIR", type=PATH, help="A folder of your own card templates."),
    click.option("--look", metavar="NAME", default="plain", show_default=True, help="How the cards look."),
    click.option("--tag", "tags", metavar="TAG", multiple=True, help="Give every card this tag."),
    click.option("--type-answers/--no-type-answers", default=False, help="Answers are typed."),
    click.option("--hint", metavar="KIND", default="none", show_default=True, help="none, letters or kind."),
    click.option("--speech", metavar="LANGUAGE", default="", help="Anki reads the cards aloud, in en_US for example."),
    click.option("--reverse/--no-reverse", default=False, help="Terms and glosses are asked both ways."),
    cloze_option,
    click.option(
        "--pictures", metavar="DIR", multiple=True, type=PATH, help="Pictures may come from this folder, too."
    ),
    click.option("--ledger", metavar="FILE", type=PATH, help="Where it is kept which card is which."),
    click.option("--no-ledger", is_flag=True, help="Tell cards by talk, post and answer alone."),
    *_DECISIONS,
    click.option("--ship-retired", is_flag=True, help="Send cards gone from the notes once more, tagged retired."),
    click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="So many processes; as many as processors."),
)


def engine_options(function: Decorated) -> Decorated:
    """Add the options that choose rules and model."""
    return _with(function, _ENGINE)


def decisions_options(function: Decorated) -> Decorated:
    """Add the options that say where decisions are kept; deck_options has them, too."""
    return _with(function, _DECISIONS)


def deck_options(function: Decorated) -> Decorated:
    """Add the options that say what the cards of a deck are like."""
    return _with(function, _DECK)


def _with(function: Decorated, options: tuple[Callable[[Decorated], Decorated], ...]) -> Decorated:
    for option in reversed(options):
        function = option(function)
    return function


def chosen(
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    sure: int,
    no_cache: bool,
    name: str | None = None,
    **deck: Any,
) -> Options:
    """The pipeline's options from those of the command line; `deck` are those of deck_options."""
    from flashcards.options import Options
    from flashcards.selection.limits import Limits

    limits = Limits(cards_per_post, sure)
    if not deck:
        return Options(name, rules_folders, without, model, limits, cache=not no_cache)
    from flashcards.deck import DeckOptions, check_options

    ledger, remember = deck.pop("ledger"), not deck.pop("no_ledger")
    decisions, curated = deck.pop("decisions"), not deck.pop("no_decisions")
    ship_retired = deck.pop("ship_retired")
    jobs = deck.pop("jobs") or _processors()
    options = DeckOptions(**deck)
    check_options(options)
    return Options(
        name,
        rules_folders,
        without,
        model,
        limits,
        cache=not no_cache,
        jobs=jobs,
        deck=options,
        ledger=ledger,
        remember=remember,
        decisions=decisions,
        curated=curated,
        ship_retired=ship_retired,
    )


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
