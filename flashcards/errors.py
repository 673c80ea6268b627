"""What a user can cause: one clear line, exit status 2, no traceback."""

from __future__ import annotations

from pathlib import Path

import click


class UserError(click.ClickException):
    """Something the user can mend. Shown as ``file:line: what is wrong, what to do``.

    ``message`` says what is wrong and what to do; ``file`` and ``line`` (1-based) say where, when a place is known.
    """

    exit_code = 2

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        place = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(place + message)

    def show(self, file: object = None) -> None:
        """Print the one line to standard error, control characters made visible."""
        text = "".join(c if c.isprintable() else repr(c)[1:-1] for c in self.format_message())
        click.echo(text, err=True)


class NoCardsError(UserError):
    """The notes were read, but no post gave a card: exit status 1."""

    exit_code = 1
