"""make-deck review: keep, drop and edit cards in the terminal."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flashcards.cli.options import chosen, deck_options, engine_options, name_option, notes_argument

if TYPE_CHECKING:
    from flashcards.preview.actions import Curator
    from flashcards.preview.session import Session
    from flashcards.preview.snapshot import ShownCard, ShownPost

_KEYS = "[k]eep [d]rop [e]dit [h]int [s]wap [a]dd [n]ext [b]ack [u]ndo [q]uit"
_WIDTH = 100


@click.command(short_help="Keep, drop and edit cards in the terminal.")
@notes_argument
@click.option("--all", "everything", is_flag=True, help="Show cards that were decided on, too.")
@name_option
@deck_options
@engine_options
def review(notes: tuple[Path, ...], everything: bool, **given: Any) -> None:
    """Go through the cards of NOTES one by one: keep, drop, edit, swap, or add one.

    Decisions are kept beside the notes at once, and every later build keeps to them.
    """
    from flashcards.cli.progress import Progress
    from flashcards.decisions import UNDECIDED
    from flashcards.errors import UserError
    from flashcards.preview.actions import Curator
    from flashcards.preview.session import Session

    if given["no_decisions"]:
        raise UserError("review is for making decisions, so leave out --no-decisions")
    session = Session(notes, chosen(**given), None)
    with Progress() as progress:
        session.rebuild(progress)
    if session.snapshot.problem:
        raise UserError(session.snapshot.problem)
    for unapplied in session.snapshot.unapplied:
        click.echo(f"{session.file}:{unapplied.decision.line}: {unapplied}", err=True)
    keys = [card.key for card in session.snapshot.cards if everything or card.state == UNDECIDED]
    if keys:
        _go_through(session, Curator(session), keys)
    counts = session.snapshot.counts()
    told = ", ".join(f"{counts[state]} {state}" for state in ("kept", "edited", "added", "dropped"))
    click.echo(f"{counts['decided']} of {counts['all']} cards decided on: {told}")


def _go_through(session: Session, curator: Curator, keys: list[str]) -> None:
    """Ask about each card until there are no more, or the user has had enough; all is on disk by then."""
    from flashcards.errors import UserError

    at = 0
    while at < len(keys):
        found = session.snapshot.by_key.get(keys[at])
        if found is None:
            del keys[at]
            continue
        _show(*found, f"{at + 1}/{len(keys)}")
        try:
            answer = click.prompt(_KEYS, default="n", show_default=False, prompt_suffix=" > ").strip().lower()[:1]
        except click.Abort:
            click.echo()
            return
        if answer == "q":
            return
        try:
            at = _do(answer, curator, *found, keys, at)
        except UserError as error:
            click.echo(error.format_message())


def _do(answer: str, curator: Curator, post: ShownPost, shown: ShownCard, keys: list[str], at: int) -> int:
    """Do what was answered; gives the number of the card that comes next."""
    card, hint = shown.card, shown.decision.hint if shown.decision else ""
    if answer == "n":
        return at + 1
    if answer == "b":
        return max(at - 1, 0)
    if answer == "k":
        curator.keep(shown.key)
        return at + 1
    if answer == "d":
        curator.drop(shown.key)
        return at + 1
    if answer == "e":
        question, said = _ask("Question", card.question), _ask("Answer", card.answer)
        curator.edit(shown.key, question, said, hint)
    elif answer == "h":
        curator.edit(shown.key, card.question, card.answer, _ask("Hint", hint))
    elif answer == "s":
        curator.swap(shown.key)
    elif answer == "a":
        keys.insert(at + 1, curator.add(post, _ask("Question", ""), _ask("Answer", ""), ""))
    elif answer == "u":
        step = curator.undo()
        click.echo(f"taken back: a card was {step.done}" if step else "there is nothing to take back")
        return keys.index(step.key) if step and step.key in keys else at
    else:
        click.echo("type one of the letters in brackets, and enter")
    return at


def _ask(what: str, now: str) -> str:
    """A line typed by the user; what stands there now if nothing is typed."""
    answer: str = click.prompt(what, default=now, show_default=bool(now))
    return answer


def _show(post: ShownPost, shown: ShownCard, number: str) -> None:
    card = shown.card
    click.echo()
    click.secho(f"{number}  {card.talk.title}  ({card.talk.file}:{post.post.line})", dim=True)
    for line in card.post.source.splitlines():
        click.echo(textwrap.fill(_visible(line), _WIDTH, initial_indent="> ", subsequent_indent="> "))
    click.secho(f"Q  {_visible(card.question)}", bold=True)
    click.echo(f"A  {_visible(card.answer)}")
    if card.hint:
        click.echo(f"   hint: {_visible(card.hint)}")
    click.secho(f"   {card.rule or 'your own'}, {shown.state}", dim=True)


def _visible(text: str) -> str:
    """The text without control characters that the terminal would obey."""
    return "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)
