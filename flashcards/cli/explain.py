"""make-deck explain: everything that is thought about one post."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from flashcards.cli.options import chosen, cloze_option, decisions_options, engine_options, use_settings

_PLACE = re.compile(r"(.+):(\d{1,9})", re.DOTALL)
_MEANT = re.compile(r"\S+\.(?:md|markdown|txt):\w*")  # no post says that, so a file is meant


def _settings_of_file(ctx: click.Context, _: click.Parameter, post: str) -> str:
    place = _PLACE.fullmatch(post)
    if place and os.path.isfile(place.group(1)):
        use_settings(ctx, Path(place.group(1)))
    return post


@click.command(short_help="Show how one post is read and what every rule makes of it.")
@click.argument("post", metavar="TEXT|FILE:LINE", is_eager=True, callback=_settings_of_file)
@engine_options
@cloze_option
@decisions_options
def explain(
    post: str,
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    sure: int,
    no_cache: bool,
    cloze: bool,
    decisions: Path | None,
    no_decisions: bool,
) -> None:
    """Show how one post is read: sentences and clauses, what every rule makes of them, all candidate cards.

    The post is given as its text, or as the file and a line where it stands; then what you decided about its cards is
    shown as well.
    """
    from flashcards.decisions import Decisions
    from flashcards.decisions.curation import decisions_on
    from flashcards.errors import UserError
    from flashcards.explain import decision_lines
    from flashcards.explain import explain as explain_post
    from flashcards.generation.worked import work
    from flashcards.one_post import post_at, talk_of_text

    if not post.strip():
        raise UserError("there is no text to explain; give a post's text, or FILE:LINE")
    place = _PLACE.fullmatch(post)
    options = chosen(rules_folders, without, model, cards_per_post, sure, no_cache)
    options = replace(options, decisions=decisions, curated=not no_decisions)
    if place and os.path.isfile(place.group(1)):
        file = Path(place.group(1))
        talk, found = post_at(file, int(place.group(2)))
        decided = decisions_on([file], options)
    elif _MEANT.fullmatch(post):
        raise UserError("no such file, or no line number; mend the path or the line, or give a post's text", post)
    else:
        talk = talk_of_text(post)
        found = talk.posts[0]
        decided = Decisions()
    talk_worked = list(work([talk], options))
    for worked in talk_worked:
        if worked.post is found:
            click.echo("\n".join([*explain_post(worked, cloze=cloze), *decision_lines(worked, talk_worked, decided)]))
