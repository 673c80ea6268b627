"""The Jinja2 environment that words questions and answers: a sandbox with a closed set of filters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from flashcards.wording import filters
from flashcards.wording.errors import BadWording, NoWording


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


@dataclass(frozen=True, slots=True)
class Template:
    """A question or answer as a rule words it. Compiled when first needed: most rules have nothing to say of a talk."""

    source: str

    def check(self) -> None:
        """Raises jinja2.TemplateError when it is not valid."""
        _compiled(self.source)


@cache
def _compiled(source: str) -> jinja2.Template:
    return environment().from_string(source)


def word(template: Template, bindings: dict[str, Any]) -> str:
    """The template filled with a match's bindings; "" where a filter finds that no sound wording exists.

    Raises BadWording where it can't be filled: a slip in a name or filter of a rule's wording.
    """
    try:
        return " ".join(_compiled(template.source).render(bindings).split())
    except NoWording:
        return ""
    except (jinja2.TemplateError, AttributeError, TypeError, ValueError, LookupError, ArithmeticError) as problem:
        raise BadWording(problem) from problem
