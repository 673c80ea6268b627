"""Parses kept from one run to the next, so that only new text needs spaCy, which takes a second to load."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources, util
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.errors import UserError
from flashcards.language.parse import Parse
from flashcards.language.parser import load, model_name, parse_texts
from flashcards.language.store import Store

if TYPE_CHECKING:
    from spacy.language import Language

FILE = "parses.sqlite3"
_MOST_BYTES = 200_000_000  # about half a million segments


class Parser:
    """Parses segments of text: those in the cache are read from there, the others go through spaCy, loaded then.

    `wanted` names a spaCy model or its folder, None the small English one. Raises UserError if it is not installed.
    """

    def __init__(self, wanted: str | None = None, cache: ParseCache | None = None) -> None:
        self.model = _model(wanted)
        self._cache = cache
        self._stamp = stamp(self.model) if cache else b""

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

    def ready(self) -> None:
        """Load the model now, where somebody has time to wait for it."""
        self._parse(["Ready."])

    def _parse(self, texts: Sequence[str]) -> list[Parse]:
        from flashcards.language.analysis import unit_pattern

        return list(parse_texts(_pipeline(self.model), texts, unit_pattern())) if texts else []

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._stamp, digest_size=16).digest()


class ParseCache:
    """Parses kept in a Store, at most about `most` bytes in all; None as `folder` is the user's cache folder."""

    def __init__(self, folder: Path | None = None, most: int = _MOST_BYTES) -> None:
        self.store = open_store(folder, most)

    def __enter__(self) -> ParseCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; it is opened again when needed."""
        self.store.close()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Parse]:
        """The parses known for these keys."""
        return {key: _unpack(entry) for key, entry in self.store.get("parses", keys).items()}

    def put(self, parses: dict[bytes, Parse]) -> None:
        """Keep these parses; where the cache has grown too large, the older half is dropped."""
        self.store.put("parses", {key: _pack(parse) for key, parse in parses.items()})


def open_store(folder: Path | None = None, most: int = _MOST_BYTES) -> Store:
    """The file in which all is kept, in `folder` or the user's cache folder."""
    return Store((folder or cache_folder()) / FILE, most)


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


def _pack(parse: Parse) -> bytes:
    """An entry: JSON with the short lists as strings, which read fastest."""
    spaces = "".join("1" if space else "0" for space in parse.spaces)
    lists = [parse.words, spaces, " ".join(parse.tags), " ".join(parse.deps), parse.heads]
    return json.dumps(lists, separators=(",", ":")).encode("ascii")


def _unpack(entry: bytes) -> Parse:
    words, spaces, tags, deps, heads = json.loads(entry)
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


def stamp(model: str) -> bytes:
    """What a parse depends on besides the text: the model, spaCy, and what this program shows the parser."""
    from flashcards.language.analysis import unit_pattern

    parts = [
        *model_stamp(model),
        resources.files("flashcards.language").joinpath("parser.py").read_bytes(),
        unit_pattern().pattern.encode(),
    ]
    return hashlib.blake2b(b"\0".join(hashlib.sha256(part).digest() for part in parts)).digest()


def model_stamp(model: str) -> list[bytes]:
    """What tells one model, and one spaCy, from another, without importing them."""
    meta = _folder(model) / "meta.json"
    return [meta.read_bytes() if meta.is_file() else model.encode(), (_folder("spacy") / "about.py").read_bytes()]


def _folder(package: str) -> Path:
    if os.path.isdir(package):
        return Path(package)
    found = util.find_spec(package)
    return Path(found.submodule_search_locations[0] if found and found.submodule_search_locations else package)
