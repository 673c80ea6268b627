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
@click.option("--try", "tried", metavar="DIR", type=PATH, help="Run the examples of the rules in DIR.")
def rules(rules_folders: tuple[Path, ...], without: tuple[str, ...], notes: Path | None, tried: Path | None) -> None:
    """List the rules: what each asks for, its weight from 0 to 10, and why it asks."""
    if notes is not None:
        _stats(notes)
        return
    if tried is not None:
        _try(tried)
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


def _try(folder: Path) -> None:
    from flashcards.language.cache import Parser
    from flashcards.trial import mismatches, rules_in

    parser = Parser()
    well = True
    for rule in rules_in(folder):
        wrong = list(mismatches(rule, parser))
        click.echo("\n".join(wrong) or f"{rule.file}: {len(rule.examples) + len(rule.silent)} examples as written")
        well = well and not wrong
    if not well:
        raise click.exceptions.Exit(1)
