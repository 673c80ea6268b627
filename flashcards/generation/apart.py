"""A process beside this one that does the work, for threads of somebody else's: a cluster's worker, for example.

Its work is done in a main thread, where a rule that never ends can be stopped, and next to that of other threads.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from flashcards.errors import UserError
from flashcards.generation.job import Job, Setup
from flashcards.generation.known import engine_stamp

_BEGIN = "from flashcards.generation.apart import serve; serve()"
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Shipment:
    """A setup for another machine, with what its folders of rules hold: for each, its name and its files."""

    setup: Setup
    rules: tuple[tuple[str, tuple[tuple[str, bytes], ...]], ...]


def shipped(setup: Setup) -> Shipment:
    """The setup with the rules that it names. Raises UserError for broken rules, which are better told of here."""
    if setup.rules:
        from flashcards.rulebook import load_rules

        load_rules(setup.rules, setup.without)
    if setup.model and os.path.isdir(setup.model):
        setup = replace(setup, model=os.path.abspath(setup.model))
    folders = [
        (folder.name, tuple((file.name, file.read_bytes()) for file in sorted(folder.glob("*.toml"))))
        for folder in setup.rules
    ]
    return Shipment(setup, tuple(folders))


def packed(what: Shipment | Setup, job: Job) -> bytes:
    """What work_apart() takes; a setup as it is will do on the machine that it comes from."""
    return pickle.dumps((what, job))


def work_apart(work: bytes) -> tuple[list[bytes], str]:
    """What work_on() gives for packed work, made by this thread's own process, which stays for its next jobs.

    Where that raises UserError, or this machine would make other cards, comes the message of it, else "". Raises
    EOFError or OSError where the process has been ended.
    """
    process = own_process()
    try:
        process.stdin.write(work)  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        made, wrong = pickle.load(process.stdout)  # type: ignore[arg-type]  # noqa: S301 (what our own process says)
    except BaseException:
        end()  # it may be in the middle of an answer
        raise
    return made, wrong


def own_process() -> subprocess.Popen[bytes]:
    """This thread's own process, begun if it has none that is alive."""
    process: subprocess.Popen[bytes] | None = getattr(_own, "process", None)
    if process is not None and process.poll() is not None:
        end()
        process = None
    if process is None:
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
        process = _own.process = subprocess.Popen(  # noqa: S603 (this very Python)
            [sys.executable, "-c", _BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
        )
    return process


def end() -> None:
    """End this thread's own process, if there is one."""
    process, _own.process = getattr(_own, "process", None), None
    if process is None:
        return
    with suppress(OSError), process:  # what was on its way to it can't be sent any more
        process.kill()


def serve() -> None:
    """In the process beside: do jobs until there are no more to come. Ctrl-C is left to whoever sends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints is no answer
    try:
        while True:
            what, job = pickle.load(sys.stdin.buffer)  # noqa: S301 (what our own parent says)
            pickle.dump(_answer(what, job), answers)
            answers.flush()
    except (EOFError, BrokenPipeError):
        return


def _answer(what: Shipment | Setup, job: Job) -> tuple[list[bytes], str]:
    names: Callable[[str], str] = str
    try:
        if isinstance(what, Shipment):
            setup, names, _ = _unpacked(what)
        else:
            setup = what
    except UserError as error:
        return [], f"a worker cannot do its part: {error.message}"
    from flashcards.generation.worker import work_on

    try:
        return work_on(setup, job), ""
    except UserError as error:
        return [], names(error.message)


@lru_cache(maxsize=1)
def _unpacked(shipment: Shipment) -> tuple[Setup, Callable[[str], str], object]:
    """The setup as it is here, what puts the user's names for its folders into a message, and the folders.

    The folders are gone when nobody holds them any more.

    Raises UserError where program, rules or model here are not those that the shipment comes from.
    """
    theirs = shipment.setup
    place = tempfile.TemporaryDirectory(prefix="make-deck-rules-")
    here = []
    for number, (name, files) in enumerate(shipment.rules):
        folder = Path(place.name, str(number), name)
        folder.mkdir(parents=True)
        for file, content in files:
            (folder / file).write_bytes(content)
        here.append(folder)

    def names(message: str) -> str:
        for folder, named in zip(here, theirs.rules, strict=True):
            message = message.replace(str(folder), str(named))
        return message

    if engine_stamp(here, theirs.without, theirs.model) != theirs.stamp:
        raise UserError("its Python, make-deck, spaCy or model is of another version; install the same as here")
    return replace(theirs, rules=tuple(here)), names, place
