"""The work in one process beside this one, for programs whose threads have something else to do meanwhile."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from flashcards.errors import UserError
from flashcards.generation.apart import end, own_process, packed, work_apart
from flashcards.generation.executors import work_on
from flashcards.generation.job import Job, Setup, Task
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Block, Event, Post, Talk

_TEXT = "A cache is a store."


class Beside:
    """A process that keeps rules and model loaded, and stops a rule that never ends, which no thread can.

    Where it is killed, what it had is done here.
    """

    def __init__(self) -> None:
        # The process belongs to the one thread that talks to it.
        self._thread = ThreadPoolExecutor(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def map(self, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job."""
        for job in jobs:
            if not job:
                yield []
                continue
            try:
                made, wrong = self._thread.submit(self._work, packed(setup, job)).result()
            except (EOFError, OSError):
                if self._closed:
                    raise UserError("make-deck was ended") from None
                made, wrong = work_on(setup, job), ""
            if wrong:
                raise UserError(wrong)
            yield made

    def warm(self, setup: Setup) -> None:
        """Have rules and model loaded before they are needed. Raises UserError like map()."""
        post = Post(_TEXT, (Block("paragraph", _TEXT, 1),), 1)
        task = Task(Talk("A talk", Event("An event"), (post,), Path("text"), 1), Vocabulary())
        # What is not looked up in the cache is parsed, for which the model has to be there.
        for each in (replace(setup, cache=False), setup):
            for _ in self.map(each, iter([[task]])):
                pass

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self._closed:
            return
        self._closed = True
        if self._process:
            self._process.kill()
        self._thread.submit(end)
        self._thread.shutdown()

    def _work(self, work: bytes) -> tuple[list[bytes], str]:
        if self._closed:
            raise EOFError
        self._process = own_process()
        return work_apart(work)
