"""A progress bar for people who wait."""

from __future__ import annotations

import sys
import time
from typing import Any

import click

_PATIENCE = 1.0  # seconds before a bar is worth showing


class Progress:
    """A bar on standard error for posts done, with posts a second: on a terminal only, and after a second only."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._bar: Any = None
        self._done = 0

    def __call__(self, done: int, total: int) -> None:
        """So many posts are done."""
        if not self._wanted:
            return
        self._done = done
        if self._bar is None:
            if time.monotonic() - self._started < _PATIENCE or done == total:
                return
            self._bar = click.progressbar(
                length=total, label="Reading posts", show_pos=True, item_show_func=self._rate, file=sys.stderr
            )
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos, done)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def _rate(self, _item: object) -> str:
        seconds = time.monotonic() - self._started
        return f"{self._done / seconds:.0f} posts/s" if seconds else ""
