"""docs/rules.md: every built-in rule with what it is for, a post with its cards, and one that it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flashcards.rulebook import Example, Rule, load_rules

HEAD = """\
# The rules

What make-deck asks about, by what a post says. Each rule is a file in [flashcards/rules](../flashcards/rules) with more
examples than here, all of them tests; the number is its weight, from 0 to 10, before a card's other merits count.
[CONTRIBUTING.md](../CONTRIBUTING.md) says how to add one, [rule-language.md](rule-language.md) what a rule can say.
This page is written by `make golden`, not by hand.
"""


def text() -> str:
    """The catalogue, rules sorted by name."""
    rules = load_rules()
    kinds = sorted({rule.asks for rule in rules})
    lines = [HEAD, f"{len(rules)} rules ask for {len(kinds)} kinds of thing.", "", "| kind | rules |", "|---|---|"]
    for kind in kinds:
        names = ", ".join(f"[{rule.name}](#{rule.name})" for rule in rules if rule.asks == kind)
        lines.append(f"| {kind} | {names} |")
    for rule in rules:
        lines += _entry(rule)
    return "\n".join(lines) + "\n"


def _entry(rule: Rule) -> Iterator[str]:
    yield from ("", f"## {rule.name}", "")
    if purpose := _comment(rule):
        yield from (_plain(purpose), "")
    yield f"*{rule.asks}, {rule.weight:g}*: {_plain(rule.why)}"
    yield from ("", *_quoted(rule.examples[0]), "")
    for question, answer in rule.examples[0].cards:
        yield f"- **{_plain(question)}** {_plain(answer)}"
    yield from ("", "Silent:", "", *_quoted(rule.silent[0]), "", _plain(rule.silent[0].why))


def _comment(rule: Rule) -> str:
    """What the file says of itself before its first key."""
    lines = rule.file.read_text(encoding="utf-8").splitlines()
    return " ".join(line.lstrip("# ").strip() for line in takewhile(lambda line: line.startswith("#"), lines))


def _quoted(example: Example) -> Iterator[str]:
    for line in example.text.strip().splitlines():
        bare = line.removeprefix(">").strip()
        yield f"> {_plain(bare) if not bare.startswith(('- ', '* ')) else bare}".rstrip()


def _plain(said: str) -> str:
    """Text that Markdown shows as it stands; the posts' own emphasis is kept."""
    return said.replace("<", "&lt;")
