"""The wheel is whole: it holds what the program reads, and works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.parametrize("folder", ["flashcards/rules", "templates"])
def test_the_wheel_holds_all_data_files(wheel: Path, folder: str) -> None:
    home = ROOT if folder == "templates" else ROOT / "flashcards"
    inside = ROOT / folder
    wanted = {f"flashcards/{file.relative_to(home).as_posix()}" for file in inside.rglob("*.*") if file.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        assert wanted
        assert wanted <= set(archive.namelist())


def test_the_wheel_is_typed_licensed_and_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "flashcards/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"flashcards", "make_deck"}


@pytest.mark.slow
def test_the_installed_program_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home, empty = tmp_path / "home", tmp_path / "empty"
    empty.mkdir()
    _run([sys.executable, "-m", "venv", str(home)], tmp_path)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    _run([str(programs / "python"), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", str(wheel)], tmp_path)

    make_deck = str(programs / "make-deck")
    assert "Usage: make-deck" in _run([make_deck, "--help"], empty)
    assert not list(empty.iterdir())

    shutil.copytree(ROOT / "notes", empty / "notes")
    _run([make_deck, "notes", "-o", "deck.apkg"], empty)
    assert zipfile.is_zipfile(empty / "deck.apkg")


def _run(command: list[str], folder: Path) -> str:
    """What the command prints, with nothing of the checkout or of this environment on its Python path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
