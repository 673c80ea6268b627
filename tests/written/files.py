"""Every written file with what should stand in it now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.written import catalogue, golden, language

ROOT = Path(__file__).resolve().parents[2]

FILES: dict[Path, Callable[[], str]] = {
    ROOT / "docs" / "rules.md": catalogue.text,
    ROOT / "docs" / "rule-language.md": partial(language.text, ROOT / "docs" / "rule-language.md"),
    **{
        ROOT / "tests" / "golden" / f"{notes.stem}.txt": partial(golden.text, notes, ROOT)
        for notes in sorted((ROOT / "notes").glob("*.md"))
    },
}
