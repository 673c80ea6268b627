"""Tells all open pages that there is something new, whichever thread found out."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung from any thread, waited for in the server's loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rung = asyncio.Event()
        self.closed = False

    def open(self) -> None:
        """Belongs to the running loop from now on."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        """Wake everybody who waits."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def close(self) -> None:
        """Nobody shall wait any more."""
        self.closed = True
        self._wake()

    async def wait(self, seconds: float) -> None:
        """Until it rings, or for so long."""
        rung = self._rung
        try:
            await asyncio.wait_for(rung.wait(), seconds)
        except TimeoutError:
            return

    def _wake(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()
