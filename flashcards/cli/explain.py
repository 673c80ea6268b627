"""make-deck explain: everything that is thought about one post."""

from __future__ import annotations

import re
from pathlib import Path

import click

from flashcards.cli.options import chosen, cloze_option, engine_options, use_settings

_PLACE = re.compile(r"(.+):(\d{1,9})", re.DOTALL)


def _settings_of_file(ctx: click.Context, _: click.Parameter, post: str) -> str:
    place = _PLACE.fullmatch(post)
    if place and Path(place.group(1)).is_file():
        use_settings(ctx, Path(place.group(1)))
    return post


@click.command(short_help="Show how one post is read and what every rule makes of it.")
@click.argument("post", metavar="TEXT|FILE:LINE", is_eager=True, callback=_settings_of_file)
@engine_options
@cloze_option
def explain(
    post: str,
    rules_folders: tuple[Path, ...],
    without: tuple[str, ...],
    model: str | None,
    cards_per_post: int,
    no_cache: bool,
    cloze: bool,
) -> None:
    """Show how one post is read: sentences and clauses, what every rule makes of them, all candidate cards.

    The post is given as its text, or as the file and a line where it stands.
    """
    from flashcards.errors import UserError
    from flashcards.explain import explain as explain_post
    from flashcards.one_post import post_at, talk_of_text
    from flashcards.pipeline import work

    if not post.strip():
        raise UserError("there is no text to explain; give a post's text, or FILE:LINE")
    place = _PLACE.fullmatch(post)
    if place and Path(place.group(1)).is_file():
        talk, found = post_at(Path(place.group(1)), int(place.group(2)))
    else:
        talk = talk_of_text(post)
        found = talk.posts[0]
    options = chosen(rules_folders, without, model, cards_per_post, no_cache)
    for worked in work([talk], options):
        if worked.post is found:
            click.echo("\n".join(explain_post(worked, cloze=cloze)))
