"""Outcomes of talks kept from one run to the next, so that only talks that changed are thought about again."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from flashcards.language.cache import open_store
from flashcards.model import Block, Talk

_BESIDES = ("jinja2", "lemminflect", "pyspellchecker")  # packages that take part in what comes out, besides spaCy
_READ_ONCE = ("words.toml", "weights.toml")  # beside the rules


class Known:
    """Entries by talk. What can't be read counts as unknown."""

    def __init__(self, engine: bytes) -> None:
        self._engine = engine
        self._store = open_store()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def key(self, talk: Talk) -> bytes:
        """The talk's key: a hash of all of it that makes a difference to its cards, and of the engine's stamp."""
        speakers = [[one.name, one.affiliation, one.handle, one.url] for one in talk.speakers]
        place = [talk.title, talk.event.name, talk.event.dates, talk.url, talk.day, talk.date, talk.session, speakers]
        posts = [
            [post.source, post.section, post.quoted, [_plain(block) for block in post.blocks]] for post in talk.posts
        ]
        content = json.dumps([place, posts], separators=(",", ":")).encode("ascii")
        return hashlib.blake2b(content, key=self._engine, digest_size=16).digest()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The entries known for these keys."""
        return self._store.get("outcomes", keys)

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep these entries."""
        if entries:
            self._store.put("outcomes", entries)


def engine_stamp(rules: Sequence[Path], without: Sequence[str], model: str | None) -> bytes:
    """A hash of all that decides what comes of a talk: program, rules, model. Raises UserError for a missing model."""
    from flashcards.language.cache import Parser, model_stamp

    parts = [
        sys.version.encode(),
        *model_stamp(Parser(model).model),
        *map(os.fsencode, sorted(without)),
    ]
    parts += [f"{name} {metadata.version(name)}".encode() for name in _BESIDES]
    parts += _program()
    for folder in (Path(str(resources.files("flashcards").joinpath("rules"))), *rules):
        try:
            files = [file for file in sorted(folder.glob("*.toml")) if file.name not in _READ_ONCE]
            parts += [os.fsencode(folder.name), *(file.read_bytes() for file in files)]
        except OSError:
            from flashcards.rulebook import load_rules

            load_rules(rules, without)  # says what is wrong with it
            raise
    digest = hashlib.blake2b()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


@lru_cache(maxsize=1)
def _program() -> list[bytes]:
    """The program as it was when it was first asked for: a process that lives long goes on with that."""
    return _contents(resources.files("flashcards"))


def _contents(folder: Traversable) -> list[bytes]:
    """The program's code and the word lists it reads once, in a fixed order."""
    found: list[bytes] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__":
            found += _contents(item)
        elif item.name.endswith(".py") or item.name in _READ_ONCE:
            found.append(item.read_bytes())
    return found


def _plain(block: Block) -> list[object]:
    return [block.kind, block.text, block.ordered, [_plain(child) for child in block.children]]
