"""Commands that tests interrupt: started so that Ctrl-C reaches them, ended whatever happens."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def running(arguments: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """`make-deck` with `arguments`, its standard error to be read; killed at the end if it still runs.

    A shell starts background jobs with SIGINT ignored and children inherit that, so it is put back to its default:
    else tests that send it would wait for ever where the suite itself runs in the background.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "flashcards", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        try:
            yield process
        finally:
            process.kill()
