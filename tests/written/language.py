"""docs/rule-language.md: all that a rule file can say. Names come from the code, meanings are written by hand.

What a matcher or filter does is its docstring, and so is what a condition means that is a function with one. What the
other conditions and the parts of a clause mean stands in the page itself: when the page is written anew, meanings are
kept and new names come with an empty one, which a test refuses.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from flashcards.matching import MATCHERS
from flashcards.matching.clause import ROLES, ClauseMatcher
from flashcards.matching.features import FEATURES
from flashcards.matching.nodes import FEATURES as WORD_FEATURES
from flashcards.rulebook import load_rules
from flashcards.wording.environment import environment
from flashcards.wording.filters import FILTERS

JINJA = "https://jinja.palletsprojects.com/templates/#list-of-builtin-filters"
ROW = re.compile(r"^\| `([^`]+)` \| (.*?) \|", re.MULTILINE)
HEAD = """\
# What a rule file can say

A rule has one `[match.KIND]` table and one or more `[[cards]]`, see [CONTRIBUTING.md](../CONTRIBUTING.md). It cannot
say anything that is not on this page: new power is a new matcher, condition or filter. Names, and what is said of
matchers and filters, come from the code; the rest is written here. `make golden` brings the page up to date and keeps
what was written.

Besides, `name` is the file's own, `asks` the kind of what is asked for, `weight` (0 to 10) puts cards before others of
the post, and `why` is for people. `reversible = true` lets `--reverse` ask both ways. With `sure = true` cards are made
however low they score; so are those of a folder given with `--rules`, unless the rule says `sure = false`.
"""
CONDITIONS = """\
A line is `name = value|value`, `name != value|value`, or for numbers `name >= 2` and `name <= 2`. `yes` and `no` are
the values of what is so or not; `@list` stands for the words of a list in
[words.toml](../flashcards/rules/words.toml). Where something has several values (`modal`), one of them is enough; where
it has none, its value is `none`. Tags are spaCy's.
"""


def text(page: Path) -> str:
    """The page, with the meanings that stand in `page` now."""
    parts = dict(_meanings(page))
    return "\n".join([HEAD, *_matchers(), *_roles(parts), *_conditions(parts), *_words(parts), *_filters()]) + "\n"


def undescribed(page: Path) -> list[str]:
    """The names on the page without a meaning."""
    return [name for (_, name), meaning in _meanings(page) if not meaning.strip()]


def _meanings(page: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """Meaning by heading and name: `subject` is a part of a clause and a condition."""
    sections = page.read_text(encoding="utf-8").split("\n## ")[1:] if page.exists() else []
    for section in sections:
        heading = section.split("\n", 1)[0]
        for row in ROW.finditer(section):
            yield (heading, row.group(1)), row.group(2)


def _matchers() -> Iterator[str]:
    yield from ("## Matchers", "", "| `[match.KIND]` | what it looks for, and its keys |", "|---|---|")
    for name, matcher in sorted(MATCHERS.items()):
        yield f"| `{name}` | {_cell(inspect.getdoc(matcher))} |"


def _roles(parts: dict[tuple[str, str], str]) -> Iterator[str]:
    heading = "Parts of a clause"
    yield from ("", f"## {heading}", "", "What `gap` in `[match.clause]` may ask for.", "")
    yield from ("| part | what it is |", "|---|---|")
    for role in sorted(ROLES):
        yield f"| `{role}` | {parts.get((heading, role), '')} |"


def _conditions(parts: dict[tuple[str, str], str]) -> Iterator[str]:
    heading = "Conditions"
    yield from ("", f"## {heading}", "", "Lines of `where` and `unless` in `[match.clause]`.", CONDITIONS)
    yield from ("| condition | what it says | for example |", "|---|---|---|")
    used = _used()
    for name, function in sorted(FEATURES.items()):
        # The shortest line a rule has: always one that works.
        lines = sorted(used[name], key=lambda line: (len(line), line))
        example = f"`{lines[0]}`".replace("|", "\\|") if lines else "no rule uses it"
        meaning = _cell(inspect.getdoc(function)) or parts.get((heading, name), "")
        yield f"| `{name}` | {meaning} | {example} |"


def _words(parts: dict[tuple[str, str], str]) -> Iterator[str]:
    heading = "Tests of a word"
    yield from ("", f"## {heading}", "", "In lines of `nodes` and `unless` in `[match.parse]`: `lemma=be|become`.", "")
    yield from ("| test | what it looks at |", "|---|---|")
    for name in WORD_FEATURES:
        yield f"| `{name}` | {parts.get((heading, name), '')} |"


def _filters() -> Iterator[str]:
    yield from ("", "## Filters", "", "In the `question` and `answer` of `[[cards]]`: `{{ gap | answer }}`.", "")
    yield from ("| filter | what comes out |", "|---|---|")
    for name, function in sorted(FILTERS.items()):
        parameters = inspect.signature(function).parameters.values()
        arguments = [p.name + ("" if p.default is p.empty else "?") for p in parameters]
        call = f"{name}({', '.join(arguments[1:])})" if arguments[1:] else name
        yield f"| `{call}` | {_cell(inspect.getdoc(function))} |"
    plain = ", ".join(f"`{name}`" for name in sorted(set(environment().filters) - set(FILTERS)))
    yield from (
        "",
        f"Of [Jinja2's own](https://jinja.palletsprojects.com/templates/#list-of-builtin-filters): {plain}.",
    )


def _used() -> dict[str, set[str]]:
    """The lines in which built-in rules use each condition."""
    used: dict[str, set[str]] = {name: set() for name in FEATURES}
    for matcher in (rule.matcher for rule in load_rules()):
        if isinstance(matcher, ClauseMatcher):
            for condition in (*matcher.where, *matcher.unless):
                used[condition.feature].add(condition.line)
    return used


def _cell(said: str | None) -> str:
    return " ".join((said or "").replace("|", "\\|").split())
