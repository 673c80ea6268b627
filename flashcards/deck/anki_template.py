"""Anki's own template language, `{{Field}}` and `{{#Field}}...{{/Field}}`: enough to check it and to show a card."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

# Anki leaves tags inside HTML comments alone.
_TOKEN = re.compile(r"<!--.*?-->|\{\{(.*?)\}\}", re.DOTALL)
_HTML_TAG = re.compile(r"<[^>]*>")
_CLOZE = re.compile(r"\{\{c1::(.*?)\}\}", re.DOTALL)
# What Anki fills in besides the fields; FrontSide on the back only.
SPECIAL = frozenset(("Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"))


class AnkiTemplateError(ValueError):
    """Something Anki would put an error for in place of the card; `tag` is the text it stands at."""

    def __init__(self, message: str, tag: str) -> None:
        super().__init__(message)
        self.tag = tag


@dataclass(frozen=True, slots=True)
class Value:
    """`{{filter:Name}}`, filters in the order they are applied."""

    name: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is shown only if a field has content (`{{#Name}}`), or only if it has none (`{{^Name}}`)."""

    name: str
    inverted: bool
    nodes: tuple[Node, ...]


Node = str | Value | Section


def parse(template: str, fields: Collection[str], back: bool = False) -> tuple[Node, ...]:
    """The template as a tree; raises AnkiTemplateError for a field unknown to Anki or a section not closed in turn."""
    known = {*fields, *SPECIAL, *(("FrontSide",) if back else ())}
    levels: list[list[Node]] = [[]]
    opened: list[tuple[str, bool, str]] = []
    at = 0
    for match in _TOKEN.finditer(template):
        levels[-1].append(template[at : match.start()])
        at = match.end()
        tag = match.group()
        if match.group(1) is None:
            levels[-1].append(tag)
            continue
        inner = match.group(1).strip()
        sign, name = (inner[0], inner[1:].strip()) if inner[:1] in ("#", "^", "/") else ("", inner)
        *filters, name = [part.strip() for part in name.split(":")]
        _check_name(name, known, tag, back)
        if sign == "":
            levels[-1].append(Value(name, tuple(reversed(filters))))
        elif sign == "/":
            if not opened or opened[-1][0] != name:
                raise AnkiTemplateError(f"{tag} closes a section that is not open here", tag)
            _, inverted, _ = opened.pop()
            nodes = tuple(levels.pop())
            levels[-1].append(Section(name, inverted, nodes))
        else:
            opened.append((name, sign == "^", tag))
            levels.append([])
    if opened:
        raise AnkiTemplateError(f"{opened[-1][2]} is never closed, add {{{{/{opened[-1][0]}}}}}", opened[-1][2])
    rest = template[at:]
    if "{{" in rest:
        raise AnkiTemplateError("{{ is never closed by }}", "{{")
    return (*levels[0], rest)


def _check_name(name: str, known: Collection[str], tag: str, back: bool) -> None:
    if name in known:
        return
    if name == "FrontSide" and not back:
        raise AnkiTemplateError("{{FrontSide}} works on the back only", tag)
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    advice = f"do you mean {near[0]}?" if near else "use one of " + ", ".join(sorted(known))
    raise AnkiTemplateError(f"no field is called {name!r}, {advice}", tag)


def has_content(nodes: tuple[Node, ...], filled: Collection[str]) -> bool:
    """Whether Anki makes a card of this front when the `filled` fields have content: some field's value is shown."""
    for node in nodes:
        if isinstance(node, Value) and node.name in filled:
            return True
        if isinstance(node, Section) and (node.name in filled) != node.inverted and has_content(node.nodes, filled):
            return True
    return False


def filters_of(nodes: tuple[Node, ...], name: str) -> set[str]:
    """The filters through which a field's value is shown, wherever it is."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Value) and node.name == name:
            found.update(node.filters)
        if isinstance(node, Section):
            found |= filters_of(node.nodes, name)
    return found


def render(nodes: tuple[Node, ...], values: Mapping[str, str]) -> str:
    """The card's HTML as Anki shows it, near enough to look through: hints fold out, nothing is typed or spoken."""
    return "".join(_render(node, values) for node in nodes)


def _render(node: Node, values: Mapping[str, str]) -> str:
    if isinstance(node, str):
        return node
    value = values.get(node.name, "")
    if isinstance(node, Section):
        return render(node.nodes, values) if bool(value.strip()) != node.inverted else ""
    for name in node.filters:
        if name == "text":
            value = html.escape(html.unescape(_HTML_TAG.sub("", value)), quote=False)
        elif name == "hint" and value:
            value = f'<details class="fold"><summary>{node.name}</summary>{value}</details>'
        elif name == "cloze":
            # Only the back is given what the front shows.
            shown = r"\1" if "FrontSide" in values else "[...]"
            value = _CLOZE.sub(f'<span class="cloze">{shown}</span>', value)
        elif name == "type" or name.startswith("tts"):
            value = ""
    return value
