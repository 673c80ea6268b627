"""The model comes by way of a third party's package: its weights must be the official ones, file by file."""

from __future__ import annotations

import hashlib
from importlib import metadata, util
from pathlib import Path

import pytest

from flashcards.language.parser import PACKAGED

TABLE = Path(__file__).parents[1] / "data" / "en_core_web_sm-3.8.0.sha256"
OFFICIAL = {
    name: digest
    for digest, name in (line.split() for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
}
ITS_OWN = {"README.md", "meta.json"}


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the packaged model's files are."""
    found = util.find_spec(PACKAGED)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / f"{PACKAGED}-{metadata.version(PACKAGED)}"


def test_the_table_is_whole() -> None:
    assert len(OFFICIAL) == 24


@pytest.mark.parametrize("name", sorted(OFFICIAL))
def test_file_is_the_official_one(folder: Path, name: str) -> None:
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == OFFICIAL[name]


def test_there_are_no_other_files(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - ITS_OWN == set(OFFICIAL)
