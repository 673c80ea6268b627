"""A bounded SQLite file of results kept from one run to the next; it only ever saves time."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

TABLES = ("parses", "outcomes")
_LAYOUT = 2  # raise it when the tables or an entry's bytes change; then the old file is emptied
_AT_ONCE = 500  # keys in one query; SQLite takes 999 and more
_PATIENCE = 10.0  # seconds to wait for another process, which holds the file for a moment only


class Store:
    """Entries of bytes by key, in several tables of one file.

    What can't be read there counts as missing, what can't be written is left out. At most about `most` bytes are kept,
    the newest. Any number of processes may use the file at the same time.
    """

    def __init__(self, file: Path, most: int) -> None:
        self.file = file
        self._most = most
        self._database: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file; it is opened again when needed."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def get(self, table: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The entries known for these keys, each byte for byte what was put there."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, bytes] = {}
        with self._forgiving():
            database = self._connected()
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, entry FROM {_known(table)} WHERE key IN ({marks})"  # noqa: S608
                for key, entry in database.execute(query, part):
                    if isinstance(entry, bytes) and entry[:4] == _checksum(key, entry[4:]):
                        found[key] = entry[4:]
        return found

    def put(self, table: str, entries: Mapping[bytes, bytes]) -> None:
        """Keep these entries; where the file has grown too large, the older half is dropped."""
        rows = [(key, _checksum(key, content) + content) for key, content in entries.items()]
        with self._forgiving(), self._connected() as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany(f"INSERT OR REPLACE INTO {_known(table)} VALUES (?, ?)", rows)  # noqa: S608
            if _size(database) > self._most:
                for each in TABLES:
                    middle = f"SELECT rowid FROM {each} ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM {each})"  # noqa: S608
                    database.execute(f"DELETE FROM {each} WHERE rowid <= ({middle})")  # noqa: S608

    def _connected(self) -> sqlite3.Connection:
        if self._database is None:
            self._database = _connect(self.file)
        return self._database

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Trouble with the file ends the block and no more: the cache only ever saves time."""
        try:
            yield
        except (OSError, sqlite3.Error) as problem:
            self.close()
            # Busy, full, read-only are OperationalErrors and pass; any other means that the file is no database.
            if isinstance(problem, sqlite3.DatabaseError) and not isinstance(problem, sqlite3.OperationalError):
                with suppress(OSError):
                    self.file.unlink()


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(table)
    return table


def _checksum(key: bytes, content: bytes) -> bytes:
    return zlib.crc32(content, zlib.crc32(key)).to_bytes(4, "big")


def _connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        # A file spoilt by a power cut is noticed and made anew, so nothing need be forced onto the disk.
        database.execute("PRAGMA synchronous = OFF")
        if _layout(database) != _LAYOUT:
            with database:
                database.execute("BEGIN IMMEDIATE")
                if _layout(database) != _LAYOUT:  # still: another process may have been faster
                    for table in TABLES:
                        database.execute(f"DROP TABLE IF EXISTS {table}")
                        database.execute(f"CREATE TABLE {table} (key BLOB PRIMARY KEY, entry BLOB)")
                    database.execute(f"PRAGMA user_version = {_LAYOUT}")
    except BaseException:
        database.close()
        raise
    return database


def _layout(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _size(database: sqlite3.Connection) -> int:
    """Bytes in use: pages freed by an earlier clean-up are filled again before the file grows."""
    pages, free, size = (
        int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
