"""Rules that others share: a pattern that backtracks for ever is cut off, and named."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from flashcards.errors import UserError
from flashcards.options import Options
from flashcards.pipeline import make_cards
from flashcards.watcher import Watcher

RULE = """\
name = "evil"
asks = "fact"
why = "It never ends."
[match.text]
pattern = '(?:a|aa|a a| )+$b'
[[cards]]
question = "What is it all about?"
answer = "A cache"
[[examples]]
text = "A cache."
cards = [{ question = "What is it all about?", answer = "A cache" }]
[[silent]]
text = "Pages."
why = "No cache."
"""


@pytest.mark.skipif(os.name != "posix", reason="needs timers")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pattern_that_never_ends(tmp_path: Path, jobs: int) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "evil.toml").write_text(RULE, "utf-8")
    notes = tmp_path / "notes.md"
    notes.write_text(f"# Conf 2031\n\n## Caches\n\n> {'a' * 60} is a cache.\n", "utf-8")
    started = time.monotonic()
    with pytest.raises(UserError) as caught:
        make_cards([notes], Options(rules=(rules,), jobs=jobs), Watcher())
    assert caught.value.message == (
        f"{rules / 'evil.toml'}: the rule 'evil' takes longer than 2 seconds for the post at {notes}:5;"
        " mend its patterns"
    )
    assert time.monotonic() - started < 30
