"""Parses kept from one run to the next, so that only new text needs spaCy, which takes a second to load."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import resources, util
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.errors import UserError
from flashcards.language.analysis import unit_pattern
from flashcards.language.parse import Parse
from flashcards.language.parser import load, model_name, parse_texts

if TYPE_CHECKING:
    from spacy.language import Language

FILE = "parses.sqlite3"
_LAYOUT = 1  # raise it when the table or an entry's bytes change; then the old file is emptied
_MOST_BYTES = 200_000_000  # about half a million segments
_AT_ONCE = 500  # keys in one query; SQLite takes 999 and more
_PATIENCE = 10.0  # seconds to wait for another process, which holds the file for a moment only


class Parser:
    """Parses segments of text: those in the cache are read from there, the others go through spaCy, loaded then.

    `wanted` names a spaCy model or its folder, None the small English one. Raises UserError if it is not installed.
    """

    def __init__(self, wanted: str | None = None, cache: ParseCache | None = None) -> None:
        self.model = _model(wanted)
        self._cache = cache
        self._stamp = _stamp(self.model) if cache else b""

    def __call__(self, texts: Sequence[str]) -> list[Parse]:
        """The texts' parses, in their order."""
        if self._cache is None:
            return self._parse(texts)
        keys = [self._key(text) for text in texts]
        known = self._cache.get(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = dict(zip(missing, self._parse(list(missing.values())), strict=True))
            self._cache.put(made)
            known |= made
        return [known[key] for key in keys]

    def _parse(self, texts: Sequence[str]) -> list[Parse]:
        return list(parse_texts(_pipeline(self.model), texts, unit_pattern())) if texts else []

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._stamp, digest_size=16).digest()


class ParseCache:
    """Parses in one SQLite file. What can't be read there counts as missing, what can't be written is left out.

    At most about `most` bytes are kept, the newest. Any number of processes may use the file at the same time.
    """

    def __init__(self, folder: Path | None = None, most: int = _MOST_BYTES) -> None:
        self._file = (folder or cache_folder()) / FILE
        self._most = most
        self._database: sqlite3.Connection | None = None

    def __enter__(self) -> ParseCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; it is opened again when needed."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Parse]:
        """The parses known for these keys."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, Parse] = {}
        with self._forgiving():
            database = self._connected()
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = database.execute(f"SELECT key, entry FROM parses WHERE key IN ({marks})", part)  # noqa: S608
                for key, entry in rows:
                    if (parse := _unpack(key, entry)) is not None:
                        found[key] = parse
        return found

    def put(self, parses: dict[bytes, Parse]) -> None:
        """Keep these parses; where the cache has grown too large, the older half is dropped."""
        rows = [(key, _pack(key, parse)) for key, parse in parses.items()]
        with self._forgiving(), self._connected() as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO parses VALUES (?, ?)", rows)
            if _size(database) > self._most:
                database.execute(
                    "DELETE FROM parses WHERE rowid <= "
                    "(SELECT rowid FROM parses ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM parses))"
                )

    def _connected(self) -> sqlite3.Connection:
        if self._database is None:
            self._database = _connect(self._file)
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
                    self._file.unlink()


def cache_folder() -> Path:
    """Where the cache is: make-deck's own folder among the user's caches."""
    import platformdirs

    return platformdirs.user_cache_path("make-deck", appauthor=False)


def clear_cache() -> tuple[Path, int]:
    """Remove the cache; gives its file and how many bytes it took. Raises UserError where it can't be removed."""
    file = cache_folder() / FILE
    try:
        size = file.stat().st_size
        file.unlink()
    except FileNotFoundError:
        return file, 0
    except OSError as problem:
        raise UserError(f"can't be removed ({problem.strerror}); end what uses it and try again", file) from None
    return file, size


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
                    database.execute("DROP TABLE IF EXISTS parses")
                    database.execute("CREATE TABLE parses (key BLOB PRIMARY KEY, entry BLOB)")
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


def _pack(key: bytes, parse: Parse) -> bytes:
    """An entry: a checksum over key and content, then JSON with the short lists as strings, which read fastest."""
    spaces = "".join("1" if space else "0" for space in parse.spaces)
    lists = [parse.words, spaces, " ".join(parse.tags), " ".join(parse.deps), parse.heads]
    content = json.dumps(lists, separators=(",", ":")).encode("ascii")
    return zlib.crc32(key + content).to_bytes(4, "big") + content


def _unpack(key: bytes, entry: object) -> Parse | None:
    """The parse in an entry; None if it is not, byte for byte, what was put under this key."""
    if not isinstance(entry, bytes) or zlib.crc32(key + entry[4:]).to_bytes(4, "big") != entry[:4]:
        return None
    words, spaces, tags, deps, heads = json.loads(entry[4:])
    if not words:
        return Parse([], [], [], [], [])
    return Parse(words, [space == "1" for space in spaces], tags.split(" "), deps.split(" "), heads)


@lru_cache(maxsize=1)
def _pipeline(name: str) -> Language:
    """One model a process: loading takes longer than parsing a day of talks."""
    return load(name)


def _model(wanted: str | None) -> str:
    try:
        if wanted is None or not os.path.isdir(wanted):
            return model_name(wanted)
    except (ImportError, ValueError):  # not even a name that Python could import
        raise UserError(f"there is no language model {wanted!r}; give an installed spaCy model or its folder") from None
    if not os.path.isfile(os.path.join(wanted, "meta.json")):
        raise UserError("no spaCy model in this folder; it should have a meta.json", wanted)
    return wanted


def _stamp(model: str) -> bytes:
    """What a parse depends on besides the text: the model, spaCy, and what this program shows the parser."""
    parts = [
        (_folder(model) / "meta.json").read_bytes() if (_folder(model) / "meta.json").is_file() else model.encode(),
        (_folder("spacy") / "about.py").read_bytes(),  # its version, without importing it
        resources.files("flashcards.language").joinpath("parser.py").read_bytes(),
        unit_pattern().pattern.encode(),
    ]
    return hashlib.blake2b(b"\0".join(hashlib.sha256(part).digest() for part in parts)).digest()


def _folder(package: str) -> Path:
    if os.path.isdir(package):
        return Path(package)
    found = util.find_spec(package)
    return Path(found.submodule_search_locations[0] if found and found.submodule_search_locations else package)
