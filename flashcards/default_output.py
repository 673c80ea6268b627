"""Where the deck goes when the user names no output: dist/<event>.apkg."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from flashcards.deck import check_output
from flashcards.errors import UserError
from flashcards.model import Talk

_DIST = Path("dist")


def default_output(talks: Sequence[Talk]) -> Path:
    """The package's file, named for the talks' event; the folder may have to be made."""
    names = dict.fromkeys(talk.event.name for talk in talks)
    plain = unicodedata.normalize("NFKC", next(iter(names))) if len(names) == 1 else "all"
    slug = re.sub(r"[^\w.]+", "-", plain.lower()).strip("-._")[:80]
    return _DIST / f"{slug or 'deck'}.apkg"


def check_default_output(talks: Sequence[Talk]) -> None:
    """Refuse, before the long work, a default output that could not be written; touches nothing. Raises UserError."""
    if _DIST.is_dir():
        check_output(default_output(talks) if talks else _DIST / "deck.apkg")
    elif _DIST.exists() or _DIST.is_symlink():
        raise UserError("this is not a folder, so the deck can't be put there; name an output with -o", _DIST)
    elif not os.access(".", os.W_OK | os.X_OK):
        raise UserError("can't be made in a folder that is not writable; name an output with -o", _DIST)
