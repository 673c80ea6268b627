"""The work on a Dask cluster, whatever becomes of its workers: the deck of one process, byte for byte."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs
from flashcards.errors import UserError
from flashcards.generation import apart, posts
from flashcards.generation import cluster as cluster_module
from flashcards.generation.apart import Shipment, packed, shipped, work_apart
from flashcards.generation.executors import work_on
from flashcards.generation.job import Task
from flashcards.generation.setup import setup_of
from flashcards.language.vocabulary import Vocabulary
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.reading import read_notes
from flashcards.watcher import Watcher
from tests.test_hostile_rules import RULE

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="needs pip install 'make-deck[cluster]'")
TALK = """
## Talk {0}
Ada Example

> Set increasing limits: page limit {0} < site limit {0} < network limit {0}.

> A canary {0} is a small release {0}. The release needs a reviewer because mistakes hide.

> Chaos drills show that queue {0} hides trouble. It works.
"""
QUICK = ["--no-dashboard", "--host", "127.0.0.1"]


@contextmanager
def started(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's, ended with the block."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address, then its process and those of the workers, each of one thread."""
    with ExitStack() as stack:
        file = folder / "scheduler.json"
        scheduler = ("distributed.cli.dask_scheduler", "--port", "0", "--scheduler-file", str(file), *QUICK)
        first = stack.enter_context(started(*scheduler, folder=folder))
        worker = ("distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", *QUICK)
        running = [stack.enter_context(started(*worker, folder=folder)) for _ in range(workers)]
        patience = time.monotonic() + 30
        while not (file.exists() and file.read_text()):
            assert time.monotonic() < patience
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"], [first, *running]


def notes_of(folder: Path, talks: int) -> Path:
    file = folder / "notes.md"
    file.write_text("# CacheConf 2031\n" + "".join(TALK.format(number) for number in range(talks)), "utf-8")
    return file


@needs_dask
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")
def test_a_worker_killed_midway_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client

    monkeypatch.setattr(posts, "POSTS_AT_ONCE", 9)
    notes, alone, together = notes_of(tmp_path, 60), tmp_path / "alone.apkg", tmp_path / "together.apkg"
    make_deck([notes], alone, Options(cache=False, remember=False), Watcher())
    with cluster(tmp_path, 2) as (address, (_, *workers)), Client(address, set_as_default=False) as onlooker:
        onlooker.wait_for_workers(2, timeout=30)
        busy: list[int] = []

        def kill(done: int, total: int) -> None:
            if total / 3 < done < total / 2 and not busy:
                pids = onlooker.run(os.getpid)
                busy.extend(pids[worker] for worker, tasks in onlooker.processing().items() if tasks)
                if busy:
                    os.kill(busy[0], signal.SIGKILL)

        options = Options(cache=False, remember=False, dask=address)
        make_deck([notes], together, options, Watcher(progress=kill))
        assert busy
        for worker in workers:
            assert worker.wait(10) == -signal.SIGKILL if worker.pid == busy[0] else worker.poll() is None
            worker.kill()
        monkeypatch.setattr(cluster_module, "_PATIENCE", 1)
        with pytest.raises(UserError, match="has no workers"):
            make_deck([notes], tmp_path / "none.csv", options, Watcher())
    assert together.read_bytes() == alone.read_bytes()


@needs_dask
@pytest.mark.slow
def test_the_command_line_and_a_lost_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of one's own travel along, with their time limit; with nobody left, the work is done here."""
    monkeypatch.chdir(tmp_path)
    notes_of(tmp_path, 3)
    Path("mine").mkdir()
    Path("mine/evil.toml").write_text(RULE, "utf-8")
    plain = ["notes.md", "--no-cache", "--no-ledger", "--without", "definition"]
    invoke(0, *plain, "-o", "alone.csv")
    with cluster(tmp_path, 1) as (address, (scheduler, _)):
        assert "3 subdecks" in invoke(0, *plain, "-o", "together.csv", "--dask", address)
        Path("bad.md").write_text(f"> {'a' * 60} is a cache.\n")
        said = invoke(2, "bad.md", "--rules", "mine", "--no-cache", "-o", "x.csv", "--dask", address)
        assert said.startswith(f"{Path('mine/evil.toml')}: the rule 'evil' takes longer than 2 seconds")
        assert Path("together.csv").read_bytes() == Path("alone.csv").read_bytes()
        monkeypatch.setattr(posts, "POSTS_AT_ONCE", 3)
        options = Options(cache=False, remember=False, without=("definition",), dask=address)
        make_deck([Path("notes.md")], Path("lost.csv"), options, Watcher(progress=lambda *_: scheduler.kill()))
        assert Path("lost.csv").read_bytes() == Path("alone.csv").read_bytes()
        monkeypatch.setattr(cluster_module, "_PATIENCE", 1)
    assert "no Dask scheduler answers" in invoke(2, *plain, "-o", "none.csv", "--dask", address)
    assert not Path("none.csv").exists()


def invoke(status: int, *arguments: str) -> str:
    """The one line that the command says."""
    result = CliRunner().invoke(verbs, arguments, prog_name="make-deck")
    assert result.exit_code == status, result.output
    assert result.output.count("\n") == 1
    return result.output


@needs_dask
@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "gopher://x:1", "tcp://:::", ""])
def test_no_such_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.chdir(notes_of(tmp_path, 1).parent)
    monkeypatch.setattr(cluster_module, "_PATIENCE", 1)
    assert f"answers at {address!r}" in invoke(2, "notes.md", "--no-cache", "-o", "a.csv", "--dask", address)


@needs_dask
def test_a_port_where_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        monkeypatch.setattr(cluster_module, "_PATIENCE", 1)
        test_no_such_scheduler(tmp_path, monkeypatch, f"tcp://127.0.0.1:{bound.getsockname()[1]}")


@pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process")
def test_another_version_there_and_a_process_that_ends(tmp_path: Path) -> None:
    def made(shipment: Shipment) -> tuple[list[bytes], str]:
        return work_apart(packed(shipment, job))

    setup = setup_of(Options(cache=False))
    job = [Task(talk, Vocabulary()) for talk in read_notes([notes_of(tmp_path, 1)])]
    right = (work_on(setup, job), "")
    assert made(shipped(setup)) == right
    assert "of another version; install the same" in made(shipped(replace(setup, stamp=b"other")))[1]
    wrong = made(replace(shipped(setup), setup=replace(setup, model="a-folder")))[1]
    assert wrong.startswith("a worker cannot do its part: the language model a-folder is not installed")
    process = apart.own_process()
    process.kill()
    process.wait()
    assert made(shipped(setup)) == right
    process = apart.own_process()
    process.send_signal(signal.SIGSTOP)
    threading.Timer(0.5, process.kill).start()
    with pytest.raises((EOFError, OSError)):
        made(shipped(setup))
    process = apart.own_process()
    assert process.stdin
    process.stdin.close()
    assert process.wait(10) == 0
    apart.end()


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(notes_of(tmp_path, 1).parent)
    monkeypatch.setattr(cluster_module, "find_spec", lambda name: None)
    said = invoke(2, "notes.md", "-o", "a.csv", "--dask", "tcp://127.0.0.1:8786")
    assert said == "--dask needs distributed; install it by: pip install 'make-deck[cluster]'\n"
    assert "leave out --dask" in invoke(2, "notes.md", "-o", "a.csv", "--explain", "--dask", "x")
