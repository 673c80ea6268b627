"""Who does the work: this process, several on this machine. Jobs go in, outcomes come out in the same order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import Protocol

from flashcards.generation.job import Job, Setup

_WORTH_IT = 4  # jobs with work in them, fewer are done here before another process has loaded its model


def work_on(setup: Setup, job: Job) -> list[bytes]:
    """The packed outcome of each talk of the job. Raises UserError for broken rules and a missing model."""
    if not job:
        return []
    from flashcards.generation import worker

    return worker.work_on(setup, job)


class Executor(Protocol):
    """Maps jobs to outcomes."""

    def map(self, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job, in the jobs' order; only a few jobs are taken ahead of time."""
        ...


class Here:
    """One job after the other in this process."""

    def map(self, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job."""
        return (work_on(setup, job) for job in jobs)


class Processes:
    """Several processes on this machine, started once there is enough work for them.

    Where one of them is killed, what it had is done here, and so is the rest.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    def map(self, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job."""
        ahead: deque[Job] = deque()
        for job in jobs:
            ahead.append(job)
            if sum(map(bool, ahead)) >= _WORTH_IT:
                break
            if not job and len(ahead) == 1:
                yield work_on(setup, ahead.popleft())
        if sum(map(bool, ahead)) < _WORTH_IT:
            yield from (work_on(setup, job) for job in ahead)
            return
        with _pool(self._number) as pool:
            yield from self._spread(pool, setup, chain(ahead, jobs))

    def _spread(self, pool: ProcessPoolExecutor, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        at_work: deque[tuple[Job, Future[list[bytes]] | None]] = deque()
        for job in islice(jobs, 2 * self._number):
            at_work.append((job, _submitted(pool, setup, job)))
        while at_work:
            job, future = at_work.popleft()
            try:
                made = future.result() if future else work_on(setup, job)
            except BrokenProcessPool:
                made = work_on(setup, job)
            for following in islice(jobs, 1):
                at_work.append((following, _submitted(pool, setup, following)))
            yield made


def _submitted(pool: ProcessPoolExecutor, setup: Setup, job: Job) -> Future[list[bytes]] | None:
    try:
        return pool.submit(work_on, setup, job) if job else None
    except BrokenProcessPool:
        return None


@contextmanager
def _pool(number: int) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes end with the block, at once where that ends by an error or Ctrl-C."""
    others = set(multiprocessing.active_children())
    # Not forked: a forked process shares locks with threads that it does not have.
    pool = ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), _begin)
    try:
        yield pool
        pool.submit(int).result()
    except BaseException as end:
        # No more is wanted, or a process was lost: such a pool may wait for ever for one that it just began.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        if not isinstance(end, BrokenProcessPool):
            raise
    else:
        pool.shutdown()


def _begin() -> None:
    """In a new process: leave Ctrl-C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
