"""Reads and checks rule files: one TOML file a rule, with its examples and silent examples beside it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from flashcards.errors import UserError
from flashcards.matching import MATCHERS, Matcher, PatternError
from flashcards.wording.environment import Template

SHARED = ("words.toml", "weights.toml")  # data files beside the rules that are no rules
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEYS = {"name", "asks", "weight", "why", "match", "cards", "examples", "silent", "reversible", "sure"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One card a rule can make: templates for its question and its answer, and the line of the file it begins at."""

    question: Template
    answer: Template
    line: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A text and exactly the cards the rule makes of it: none for a silent example, which says `why`.

    `line` is where it begins in the rule's file.
    """

    text: str
    cards: tuple[tuple[str, str], ...] = ()
    why: str = ""
    talk: str = "A talk"
    speakers: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it matches, what it asks, how much it is worth (0 to 10), and its proof.

    With `sure`, its cards are made whatever they score.
    """

    name: str
    asks: str
    weight: float
    why: str
    matcher: Matcher
    wordings: tuple[Wording, ...]
    examples: tuple[Example, ...]
    silent: tuple[Example, ...]
    file: Path
    reversible: bool = False
    sure: bool = False
    own: bool = field(init=False)  # whether it is the user's, so that nobody has tried it here; asked for each post

    def __post_init__(self) -> None:
        object.__setattr__(self, "own", self.file.parent != builtin_folder())


@cache
def builtin_folder() -> Path:
    """Where the built-in rules are."""
    return Path(str(resources.files("flashcards").joinpath("rules")))


def load_rules(folders: Sequence[Path] = (), without: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The built-in rules and those of `folders`, sorted by name; a user's rule replaces a built-in one of its name.

    Raises UserError for a rule file that is broken, for two rules of one name in a folder, and for a name in
    `without` that no rule has.
    """
    found: dict[str, Rule] = {}
    for folder in [builtin_folder(), *folders]:
        if not os.path.isdir(folder):
            raise UserError("no such rules folder; give one that holds .toml rule files", folder)
        here: dict[str, Rule] = {}
        for file in sorted(folder.glob("*.toml")):
            if file.name in SHARED:
                continue
            rule = read_rule(file)
            if rule.name in here:
                raise UserError(f"rule {rule.name!r} is already in {here[rule.name].file.name}; rename one", file, 1)
            here[rule.name] = rule
        found.update(here)
    for name in without:
        if name not in found:
            raise UserError(f"there is no rule {name!r}; `make-deck rules` lists them")
        del found[name]
    return tuple(found[name] for name in sorted(found))


def read_rule(file: Path) -> Rule:
    """The rule in `file`. Raises UserError with the line where the file is not a rule."""
    try:
        text = file.read_text(encoding="utf-8")
        return _rule_of(file, text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        raise UserError(f"not valid TOML: {error}", file, line) from None
    except UnicodeDecodeError:
        raise UserError("not UTF-8 text; save the rule file as UTF-8", file, 1) from None
    except OSError as error:
        raise UserError(f"can't be read: {error.strerror}", file) from None
    except RecursionError:
        raise UserError("nested too deeply; a rule is a flat file", file, 1) from None


@lru_cache(maxsize=1000)  # who edits one rule waits for that one
def _rule_of(file: Path, text: str) -> Rule:
    return _rule(file, text, tomllib.loads(text))


class _Checker:
    """Says what is wrong with a rule file, at the line that holds the key concerned."""

    def __init__(self, file: Path, text: str) -> None:
        self.file, self.lines = file, text.splitlines()

    def wrong(self, message: str, key: str = "") -> UserError:
        pattern = re.compile(rf"\s*(?:\[+(?:\w+\.)*{re.escape(key)}\b|{re.escape(key)}\s*=)") if key else None
        line = next((n for n, text in enumerate(self.lines, 1) if pattern and pattern.match(text)), 1)
        return UserError(message, self.file, line)

    def string(self, data: dict[str, Any], key: str, default: str | None = None) -> str:
        value = data.get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.wrong(f'{key!r} is missing or no text; give it as {key} = "..."', key)
        return value

    def flag(self, data: dict[str, Any], key: str, *, default: bool = False) -> bool:
        value = data.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(f"the rule's {key} must be true or false", key)
        return value


def _rule(file: Path, text: str, data: dict[str, Any]) -> Rule:
    check = _Checker(file, text)
    for key in data:
        if key not in KEYS:
            raise check.wrong(f"unknown key {key!r}; a rule has {', '.join(sorted(KEYS))}", key)
    name = check.string(data, "name")
    if not NAME.fullmatch(name):
        raise check.wrong(f"the name {name!r} must be small letters and digits joined by -", "name")
    weight = data.get("weight", 5)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 10:
        raise check.wrong("weight must be a number from 0 to 10", "weight")
    match = data.get("match")
    if not isinstance(match, dict) or len(match) != 1 or not isinstance(next(iter(match.values())), dict):
        raise check.wrong(f"a rule has one [match.KIND] table; KIND is one of {', '.join(sorted(MATCHERS))}", "match")
    kind, spec = next(iter(match.items()))
    if kind not in MATCHERS:
        raise check.wrong(f"unknown matcher {kind!r}; it is one of {', '.join(sorted(MATCHERS))}", kind)
    try:
        matcher = MATCHERS[kind](spec, name)
    except PatternError as error:
        raise check.wrong(str(error), error.key or kind) from None
    return Rule(
        name,
        check.string(data, "asks"),
        float(weight),
        check.string(data, "why"),
        matcher,
        _wordings(check, data),
        _examples(check, data),
        _silent(check, data),
        file,
        check.flag(data, "reversible"),
        check.flag(data, "sure", default=file.parent != builtin_folder()),
    )


def _tables(check: _Checker, data: dict[str, Any], key: str, what: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of this name, each with the line it begins at (1 where they are written in a row)."""
    tables = data.get(key)
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise check.wrong(f"no {what}; add at least one [[{key}]] table", key)
    begins = re.compile(rf"\s*\[\[\s*{key}\s*\]\]")
    starts = [number for number, line in enumerate(check.lines, 1) if begins.match(line)]
    return list(zip(starts if len(starts) == len(tables) else [1] * len(tables), tables, strict=True))


def _wordings(check: _Checker, data: dict[str, Any]) -> tuple[Wording, ...]:
    made = []
    for line, table in _tables(check, data, "cards", "card"):
        wording = Wording(Template(check.string(table, "question")), Template(check.string(table, "answer")), line)
        made.append(wording)
        if check.file.parent == builtin_folder():
            continue  # tried by the tests
        try:
            wording.question.check()
            wording.answer.check()
        except jinja2.TemplateError as error:
            raise check.wrong(f"the wording of a card is not valid: {error}", "cards") from None
    return tuple(made)


def _examples(check: _Checker, data: dict[str, Any]) -> tuple[Example, ...]:
    made = []
    for line, table in _tables(check, data, "examples", "example"):
        cards = table.get("cards")
        if not isinstance(cards, list) or not cards or not all(isinstance(card, dict) for card in cards):
            raise check.wrong('an example needs cards = [{ question = "...", answer = "..." }]', "examples")
        pairs = tuple((check.string(card, "question"), check.string(card, "answer")) for card in cards)
        made.append(
            Example(
                check.string(table, "text"),
                pairs,
                talk=check.string(table, "talk", "A talk"),
                speakers=_names(check, table),
                line=line,
            )
        )
    return tuple(made)


def _silent(check: _Checker, data: dict[str, Any]) -> tuple[Example, ...]:
    return tuple(
        Example(
            check.string(table, "text"),
            why=check.string(table, "why"),
            talk=check.string(table, "talk", "A talk"),
            speakers=_names(check, table),
            line=line,
        )
        for line, table in _tables(check, data, "silent", "silent example")
    )


def _names(check: _Checker, table: dict[str, Any]) -> tuple[str, ...]:
    names = table.get("speakers", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise check.wrong("speakers must be a list of names", "speakers")
    return tuple(names)
