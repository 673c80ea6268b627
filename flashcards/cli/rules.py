"""make-deck rules: the rules there are."""

from __future__ import annotations

import os
from pathlib import Path

import click

from flashcards.cli.options import PATH, rules_option, without_option


@click.command(short_help="List the rules.")
@rules_option
@without_option
@click.option("--stats", "notes", metavar="NOTES", type=PATH, help="Count what was dropped of NOTES, for each rule.")
def rules(rules_folders: tuple[Path, ...], without: tuple[str, ...], notes: Path | None) -> None:
    """List the rules: what each asks for, its weight from 0 to 10, and why it asks."""
    if notes is not None:
        _stats(notes)
        return
    from flashcards.rulebook import load_rules

    found = load_rules(rules_folders, without)
    name = max((len(rule.name) for rule in found), default=0)
    kind = max((len(rule.asks) for rule in found), default=0)
    for rule in found:
        click.echo(f"{rule.name:{name}}  {rule.asks:{kind}}  {rule.weight:4g}  {rule.why}")


def _stats(notes: Path) -> None:
    from flashcards.decisions import decisions_beside, read_decisions
    from flashcards.decisions.stats import rule_stats
    from flashcards.deck import ledger_beside, read_ledger
    from flashcards.errors import UserError
    from flashcards.settings import read_settings, settings_beside

    if not os.path.exists(notes):
        raise UserError("no such file or folder; check the path", notes)
    settings = read_settings(settings_beside(notes))
    decisions = read_decisions(settings.get("decisions") or decisions_beside(notes))
    ledger = read_ledger(settings.get("ledger") or ledger_beside(notes))
    click.echo("\n".join(rule_stats(decisions, ledger)))
