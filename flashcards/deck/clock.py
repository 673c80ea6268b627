"""The time a change counts as made."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from flashcards.errors import UserError

Clock = Callable[[], int]


def now() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH of the environment where it is set, for builds to be repeated exactly.

    Raises UserError if that is not a number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return int(time.time())
    if not (given.isascii() and given.isdigit() and len(given) <= 11):
        raise UserError(f"SOURCE_DATE_EPOCH is {given!r}, set it to seconds since 1970 or not at all")
    return int(given)
