"""A limit on the time that one rule may take for one post: a pattern can backtrack for longer than anybody lives."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LIMIT = 2.0  # seconds


class TookTooLong(Exception):
    """The time is up."""


@contextmanager
def time_limit(seconds: float = LIMIT) -> Iterator[None]:
    """Raises TookTooLong in the block when the time is up.

    Python's regular expressions can be stopped by a signal only, so this works in a process's main thread, where
    signals arrive, on systems that have timers; elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
