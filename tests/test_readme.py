"""The README shows what the program really does: its commands are run and what they print is compared.

`make readme` runs them too and puts the new outputs into the README. Commands are in blocks marked `console`,
each line with a `$ ` followed by what it prints; they are run in order in one folder that holds a copy of notes/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click import Option

from flashcards.cli.build import build
from flashcards.cli.main import verbs

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONG_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
# What stands for make-deck on the PATH: the checkout's program, whether or not it is installed.
PROGRAM = """#!/bin/sh
exec "{python}" -c 'from flashcards.cli import main; main()' "$@"
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A command as the README shows it, and the output below it."""

    command: str
    output: str


def shown_commands(readme: str) -> list[Shown]:
    """All commands of the README's console blocks, in order."""
    return [shown for block in BLOCK.findall(readme) for shown in _commands(block)]


def _commands(block: str) -> Iterator[Shown]:
    command, output = "", ""
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            if command:
                yield Shown(command, output)
            command, output = line[2:].rstrip("\n"), ""
        else:
            output += line
    if command:
        yield Shown(command, output)


@contextmanager
def reader_at_work() -> Iterator[Path]:
    """A folder such as the README's reader has: notes/ in it, and nothing else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = shutil.ignore_patterns("deck.ledger", "deck.decisions*")  # what `make deck` left beside the notes
        shutil.copytree(ROOT / "notes", folder / "work" / "notes", ignore=own)
        (folder / "bin").mkdir()
        program = folder / "bin" / "make-deck"
        program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
        program.chmod(0o755)
        yield folder


def run(command: str, folder: Path) -> str:
    """What the command prints in a terminal 100 columns wide, errors included."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder / "work",
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def refreshed(readme: str, folder: Path) -> str:
    """The README with every output as the program prints it now."""

    def block(found: re.Match[str]) -> str:
        runs = [f"$ {shown.command}\n{run(shown.command, folder)}" for shown in _commands(found.group(1))]
        return f"```console\n{''.join(runs)}```"

    return BLOCK.sub(block, readme)


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    """What each command of the README prints."""
    shown = shown_commands(README.read_text(encoding="utf-8"))
    with reader_at_work() as folder:
        return {each.command: run(each.command, folder) for each in shown}


@pytest.mark.parametrize("shown", shown_commands(README.read_text(encoding="utf-8")), ids=lambda shown: shown.command)
def test_the_shown_output_is_what_the_command_prints(shown: Shown, printed: dict[str, str]) -> None:
    assert printed[shown.command] == shown.output, "if the new output is right, `make readme` puts it in"


def test_the_readme_shows_commands() -> None:
    assert len(shown_commands(README.read_text(encoding="utf-8"))) >= 3


def test_every_option_of_the_build_is_explained_and_no_other() -> None:
    options = {name for each in build.params if isinstance(each, Option) for name in each.opts if name[:2] == "--"}
    assert set(LONG_OPTION.findall(_section("Options"))) - {"--help", "--version"} == options


def test_every_verb_is_explained() -> None:
    named = set(re.findall(r"`make-deck ([a-z]+)", _section("Looking closer")))
    assert set(verbs.commands) - {"build"} <= named


def _section(heading: str) -> str:
    readme = README.read_text(encoding="utf-8")
    return readme[readme.index(f"\n## {heading}\n") + 1 :].split("\n## ")[0]


def test_links_to_files_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", README.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


if __name__ == "__main__" and sys.argv[1:] == ["--refresh"]:
    with reader_at_work() as place:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), place), encoding="utf-8")
