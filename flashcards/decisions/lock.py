"""One writer at a time, also where several programs have the same decisions open."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Waits until nobody else is at `file`; a process that is killed lets go by itself. Leaves nothing beside it."""
    if sys.platform == "win32":
        import msvcrt

        name = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:16]
        with (Path(tempfile.gettempdir()) / f"make-deck-{name}.lock").open("w") as stream:
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
            yield
        return
    import fcntl

    # The folder, not the file: the file is replaced by another one while the lock is held.
    descriptor = os.open(file.resolve().parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
