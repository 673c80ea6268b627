"""The work on a Dask cluster: any number of machines that a scheduler hands the jobs to."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from flashcards.errors import UserError
from flashcards.generation.apart import packed, shipped
from flashcards.generation.executors import work_on
from flashcards.generation.job import Job, Setup

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 10  # seconds to wait for the scheduler, and for the first worker
_LOOK = 5  # seconds after which to see whether anybody is still at work
_AHEAD = 3  # jobs sent for each thread of the workers: while one is done, the next is on its way


class Dask:
    """The workers of the Dask scheduler at `address`, such as tcp://scheduler:8786.

    What a lost worker had, Dask gives to another. Where the cluster cannot finish a job, it is done here.
    Raises UserError where the extra is not installed, and once there is work, where nobody answers.
    """

    def __init__(self, address: str) -> None:
        if find_spec("distributed") is None:
            raise UserError("--dask needs distributed; install it by: pip install 'make-deck[cluster]'")
        self._address = address

    def map(self, setup: Setup, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job."""
        for job in jobs:
            if job:
                with _client(self._address) as client:
                    yield from _Cluster(client, setup).spread(chain([job], jobs))
                return
            yield []


class _Cluster:
    """A client of the scheduler, and whether there is still anybody who works."""

    def __init__(self, client: Client, setup: Setup) -> None:
        self._client = client
        self._setup = setup
        self._shipment = shipped(setup)
        self._lost = False

    def spread(self, jobs: Iterator[Job]) -> Iterator[list[bytes]]:
        """The packed outcomes of each job."""
        at_work: deque[tuple[Job, Future[Any] | None]] = deque()
        while True:
            wanted = _AHEAD * max(1, self._threads()) - len(at_work)
            at_work.extend((job, self._submitted(job)) for job in islice(jobs, max(0, wanted)))
            if not at_work:
                return
            job, future = at_work.popleft()
            yield self._result(future, job) if job else []

    def _submitted(self, job: Job) -> Future[Any] | None:
        def there(work: bytes) -> tuple[list[bytes], str]:
            from flashcards.generation.apart import work_apart

            return work_apart(work)

        # A function that has no name in a module is sent as it stands, and bytes are bytes: so the scheduler, which
        # looks at what it hands on, can do without make-deck.
        return None if self._lost or not job else self._client.submit(there, packed(self._shipment, job), pure=False)

    def _result(self, future: Future[Any] | None, job: Job) -> list[bytes]:
        while future and not self._lost:
            try:
                made, wrong = future.result(timeout=_LOOK)
            except TimeoutError:
                self._lost = not self._anybody()
            except ModuleNotFoundError as missing:
                lack = f"make-deck is not whole on the workers, {missing.name!r} is missing"
                raise UserError(f"{lack}; install it there as it is here") from None
            except Exception:  # noqa: BLE001 (whatever became of it there: here it is done, or fails for all to see)
                break
            else:
                if wrong:
                    raise UserError(wrong)
                return list(made)
        return work_on(self._setup, job)

    def _threads(self) -> int:
        try:
            return 0 if self._lost else sum(self._client.nthreads().values())
        except OSError:  # the scheduler is gone
            self._lost = True
            return 0

    def _anybody(self) -> bool:
        """Whether there are workers; a lost one may be replaced in a moment."""
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except OSError:
            return False
        return True


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A connection to the scheduler. Raises UserError where it can't be reached or has no workers."""
    import asyncio

    from distributed import Client, comm

    async def knock() -> None:
        await (await comm.connect(address, timeout=_PATIENCE)).close()

    # What goes wrong is said once, here, and not by others in the middle of a progress bar.
    silent = logging.root.manager.disable
    logging.disable()
    try:
        try:
            asyncio.run(knock())  # a Client that finds nobody waits for itself when it is given up
            client = Client(address, timeout=_PATIENCE, name="make-deck", set_as_default=False)
        except (OSError, ValueError, ImportError, RuntimeError):
            message = f"no Dask scheduler answers at {address!r}; start one by `dask scheduler`, or leave out --dask"
            raise UserError(message) from None
        try:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError:
                message = f"the Dask scheduler at {address!r} has no workers; start some by `dask worker {address}`"
                raise UserError(message) from None
            yield client
        finally:
            client.close(timeout=_LOOK)
    finally:
        logging.disable(silent)
