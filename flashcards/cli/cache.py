"""make-deck cache: what is remembered from one run to the next."""

from __future__ import annotations

import click


@click.group(short_help="What is remembered from one run to the next.")
def cache() -> None:
    """Parses are kept in your cache folder, so that only new text needs parsing."""


@cache.command()
def clear() -> None:
    """Forget all parses."""
    from flashcards.language.cache import clear_cache

    file, size = clear_cache()
    click.echo(f"removed {file} ({max(size // 1000, 1)} kB)" if size else f"nothing to remove: there is no {file}")
