"""make-deck rules: the rules there are."""

from __future__ import annotations

from pathlib import Path

import click

from flashcards.cli.options import rules_option, without_option


@click.command(short_help="List the rules.")
@rules_option
@without_option
def rules(rules_folders: tuple[Path, ...], without: tuple[str, ...]) -> None:
    """List the rules: what each asks for, its weight from 0 to 10, and why it asks."""
    from flashcards.rulebook import load_rules

    found = load_rules(rules_folders, without)
    name = max((len(rule.name) for rule in found), default=0)
    kind = max((len(rule.asks) for rule in found), default=0)
    for rule in found:
        click.echo(f"{rule.name:{name}}  {rule.asks:{kind}}  {rule.weight:4g}  {rule.why}")
