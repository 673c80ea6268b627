"""The Jinja2 environment that words questions and answers: a sandbox with a closed set of filters."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from flashcards.wording import filters
from flashcards.wording.errors import NoWording


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment rules' wordings run in."""
    made = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False, cache_size=0)
    made.globals.clear()
    made.filters = {
        **{
            name: made.filters[name]
            for name in ("first", "last", "join", "length", "lower", "upper", "trim", "replace")
        },
        **filters.FILTERS,
    }
    return made


def compile_wording(text: str) -> jinja2.Template:
    """The template for a question or answer. Raises jinja2.TemplateError when it is not valid."""
    return environment().from_string(text)


def word(template: jinja2.Template, bindings: dict[str, Any]) -> str:
    """The template filled with a match's bindings; "" where a filter finds that no sound wording exists."""
    try:
        return " ".join(template.render(bindings).split())
    except NoWording:
        return ""
