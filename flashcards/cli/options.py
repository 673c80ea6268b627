"""Options that several verbs share, and what they make of the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from flashcards.pipeline import Options

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

# Nothing is checked here: the reader's own errors are one line and name the place.
PATH = click.Path(path_type=Path)

notes_argument = click.argument("notes", nargs=-1, required=True, type=PATH)
name_option = click.option("--name", metavar="TEXT", help="The event's name; the notes' own if left out.")
rules_option = click.option(
    "--rules", "rules_folders", metavar="DIR", multiple=True, type=PATH, help="A folder of your own rules, too."
)
without_option = click.option("--without", metavar="NAME", multiple=True, help="Leave this rule out.")
model_option = click.option("--model", metavar="NAME", help="A spaCy model, or its folder.")
per_post_option = click.option(
    "--cards-per-post", metavar="N", default=3, show_default=True, type=click.IntRange(min=1), help="At most."
)
no_cache_option = click.option("--no-cache", is_flag=True, help="Parse everything anew, remember nothing.")


def engine_options(function: Decorated) -> Decorated:
    """Add the options that choose rules and model."""
    for option in reversed((rules_option, without_option, model_option, per_post_option, no_cache_option)):
        function = option(function)
    return function


def chosen(
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    no_cache: bool,
    name: str | None = None,
) -> Options:
    """The pipeline's options from those of the command line."""
    from flashcards.pipeline import Options

    return Options(name, rules_folders, without, model, cards_per_post, cache=not no_cache)
