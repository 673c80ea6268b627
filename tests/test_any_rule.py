"""Whatever stands in a rule file, it is a rule or one clear error."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flashcards.errors import UserError
from flashcards.rulebook import _rule, builtin_folder, read_rule

FILES = sorted(builtin_folder().glob("*.toml"))
RULES = [tomllib.loads(file.read_text("utf-8")) for file in FILES if file.stem not in ("words", "weights")]
_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
_texts = st.sampled_from(
    [
        "(",
        "[",
        "(?P<a>",
        "a{99999999999}",
        "verb",
        "verb =",
        "verb = |",
        "verb = @none",
        "gap.words <= x",
        "gap.words >= nan",
        "{{",
        "{% for x in y %}",
        "{{ gap | nothing }}",
        "{{ gap.__class__ }}",
        "x > y",
        "a lower=b\nc > d",
        "a foo=b",
        "subject",
    ]
)
_values = st.recursive(
    _scalars | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to everything in a rule's data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


@given(st.sampled_from(RULES), st.data())
def test_changed_anywhere(rule: dict[str, Any], data: st.DataObject) -> None:
    changed = copy.deepcopy(rule)
    *way, last = data.draw(st.sampled_from(places(changed)[1:]))
    within: Any = changed
    for key in way:
        within = within[key]
    within[last] = data.draw(_values)
    try:
        _rule(Path("a.toml"), "", changed)
    except UserError as error:
        if "\n" in error.message:
            raise


@given(
    st.text(max_size=300) | st.binary(max_size=300),
    st.sampled_from([file.read_bytes() for file in FILES]),
    st.integers(0, 2000),
)
def test_any_bytes(tmp_path_factory: Any, junk: str | bytes, rule: bytes, at: int) -> None:
    file = tmp_path_factory.mktemp("rules") / "a.toml"
    raw = junk.encode("utf-8", "surrogatepass") if isinstance(junk, str) else junk
    for content in (raw, rule[:at], rule[:at] + raw + rule[at:]):
        file.write_bytes(content)
        try:
            read_rule(file)
        except UserError as error:
            if not error.message.startswith(str(file)):
                raise
