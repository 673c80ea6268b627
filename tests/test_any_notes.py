"""Whatever stands in notes, the whole way to a package: a deck, or one clear line. Never anything else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flashcards.deck import DeckOptions
from flashcards.errors import UserError
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.rulebook import load_rules
from flashcards.watcher import Watcher
from tests.examples import examples
from tests.language.test_hostile_text import REPEATED

SAID = sorted({one.text for rule in load_rules() for one in (*rule.examples, *rule.silent)})
WORDS = sorted({word for text in SAID for word in text.split()})
ODD = [
    *("# ", "## ", "\n\n> ", "\n> - ", "\n- ", "\n\n", "\n", "[sound:x.mp3]", "[latex]x[/latex]", "[$]x[/$]", r"\(x\)"),
    *("{{c1::x}}", "{{Question}}", "{{", "[[ x ]]", "<script>alert(1)</script>", "<!--", "&lt;", "&#x1f600;", "$$"),
    *("[a](javascript:alert(1))", "![p](../../etc/passwd)", "![p](/dev/zero)", "![p](a%00b.png)", "`code", "**", "_"),
    *(
        "\u202e",
        "e\u0301\u0301\u0301",
        "\U0001f468\u200d\U0001f469",
        "\x1f",
        "\ufeff",
        "\u2028",
        "\xa0",
        "\u200b",
        "١٢",
    ),
    *("ﬁ", "ß", "İ", "İs", "¿Qué?", "“", "”", "’s", "—", "…", " < ", " > ", ": ", "; ", " - ", "100%", "1/2", "e.g. "),
]
TEXT = st.lists(
    st.sampled_from(SAID)
    | st.sampled_from(WORDS)
    | st.sampled_from(ODD)
    | st.sampled_from(REPEATED)
    | st.text(max_size=4),
    max_size=25,
).map(" ".join)
PATIENCE = 20.0  # seconds; these texts take a hundredth of one


@examples(60)
@given(
    posts=st.lists(TEXT, min_size=1, max_size=4),
    reverse=st.booleans(),
    cloze=st.booleans(),
    hint=st.sampled_from(["none", "letters"]),
)
def test_any_notes(tmp_path_factory: Any, posts: list[str], reverse: bool, cloze: bool, hint: str) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / "any-notes"
    folder.mkdir(exist_ok=True)
    notes, out = folder / "notes.md", folder / "deck.apkg"
    out.unlink(missing_ok=True)
    text = "# CacheConf 2031\n\n## Caches\n\n" + "\n\n".join(f"> {post}" for post in posts)
    notes.write_bytes(text.encode("utf-8", "surrogatepass"))
    options = Options(cache=False, remember=False, deck=DeckOptions(reverse=reverse, cloze=cloze, hint=hint))
    started = time.monotonic()
    try:
        _, result = make_deck([notes], out, options, Watcher())
    except UserError:
        assert not out.exists()
    else:
        assert out.exists()
        for card in result.cards:
            assert card.question.strip()
            assert card.answer.strip()
            assert len(card.id) == 16
    assert time.monotonic() - started < PATIENCE
