"""Decisions as text: TOML with a block for each, in which comments and blocks that did not change stay as they are."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flashcards.decisions.decision import ADD, DROP, EDIT, KEEP, VERBS, Decision, Decisions, new_id
from flashcards.errors import UserError

HEADER = """\
# What was decided about the cards of these notes: kept, dropped, edited, added. make-deck builds the deck accordingly.
# Blocks may be changed, taken out or written by hand.
"""
_HEAD = re.compile(rf"[ \t]*\[\[\s*(?:{'|'.join(VERBS)})\s*\]\]")
# What ends like this is the last line of a text that begins with a hashtag.
_COMMENT = re.compile(r"[ \t]*#(?!.*(?:\"\"\"|''')\s*$)")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
# The keys of a block in the order they are written, with the decision's names for them.
_KEYS = {
    "id": "id",
    "becomes": "becomes",
    "question": "question",
    "answer": "answer",
    "hint": "hint",
    "made-question": "made_question",
    "made-answer": "made_answer",
    "rule": "rule",
    "kind": "kind",
    "event": "event",
    "talk": "talk",
    "post": "post",
    "file": "file",
}
_OF_A_CARD = ("id", "question", "answer")
_REQUIRED = {KEEP: _OF_A_CARD, DROP: _OF_A_CARD, EDIT: _OF_A_CARD, ADD: ("question", "answer", "talk")}


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one decision, from the comments above its head to its last value."""

    decision: Decision
    text: str


def parse(text: str, file: Path) -> list[Block]:
    """The blocks of a text; raises UserError, with the line, for what is not TOML and what is no decision."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CONFLICT):
            advice = "keep what you want of both sides and delete the lines of <<<, === and >>>"
            raise UserError(f"two versions of these decisions wait to be merged; {advice}", file, number)
    whole = _toml(text, file, 0)
    pieces = list(_pieces(text))
    for key, tables in whole.items():
        if key in VERBS and (not isinstance(tables, list) or not tables):
            raise UserError(f"a decision begins with [[{key}]]", file, _line_of(text, key))
        if key not in VERBS:
            raise UserError(f"there is no {key!r}; a block begins with {_heads()}", file, _line_of(text, key))
    if sum(map(len, whole.values())) != len(pieces):
        raise UserError(f"blocks cannot be told apart; each begins with {_heads()} on a line of its own", file)
    blocks: list[Block] = []
    lines: dict[str, int] = {}
    for piece, first in pieces:
        decision = _decision(piece, first, file, set(lines))
        if decision.id in lines:
            both = f"{decision.id} is decided twice, in line {lines[decision.id]} as well; take one of them out"
            raise UserError(both, file, decision.line)
        lines[decision.id] = decision.line
        blocks.append(Block(decision, piece))
    return blocks


def written(old: list[Block], decisions: Decisions) -> str:
    """The text that says these decisions, given the blocks that were there; what is new comes after its talk's last."""
    blocks = [block for block in old if block.decision.id in decisions.by_id]
    places = {block.decision.id: number for number, block in enumerate(blocks)}
    for decision in decisions:
        if decision.id not in places:
            same = [n for n, block in enumerate(blocks) if _talk(block.decision) == _talk(decision)]
            blocks.insert(same[-1] + 1 if same else len(blocks), Block(decision, "\n" + _block(decision)))
            places = {block.decision.id: number for number, block in enumerate(blocks)}
        elif blocks[places[decision.id]].decision != decision:
            comments = _comments(blocks[places[decision.id]].text)
            blocks[places[decision.id]] = Block(decision, comments + _block(decision))
    text = "".join(block.text for block in blocks)
    # The first block has the header above it, unless somebody took that out.
    return text if text.startswith("#") else HEADER + ("" if text.startswith("\n") or not text else "\n") + text


def _talk(decision: Decision) -> tuple[str, str]:
    return decision.event, decision.talk


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each block's lines, and how many lines stand before it; comments and blank lines belong to what follows."""
    # Not splitlines(): posts may hold other line ends than \n.
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    start, waiting, in_block = 0, 0, False
    for number, line in enumerate(lines):
        if _HEAD.match(line):
            if in_block:
                yield "".join(lines[start:waiting]), start
                start = waiting
            in_block, waiting = True, number + 1
        elif line.strip() and not _COMMENT.match(line):
            waiting = number + 1
    if in_block:
        yield "".join(lines[start:]), start


def _comments(block: str) -> str:
    found = re.match(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*", block)
    return found.group() if found else ""


def _toml(text: str, file: Path, before: int) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"at line (\d+)", str(problem))
        line = int(place.group(1)) if place else text.count("\n") + 1
        raise UserError(f"this is not TOML: {problem}; mend the line", file, before + line) from None
    except RecursionError:
        raise UserError("nested too deeply; a decision has texts only", file) from None


def _decision(piece: str, before: int, file: Path, taken: set[str]) -> Decision:
    ((verb, tables),) = _toml(piece, file, before).items()
    head = before + _line_of(piece, verb)
    values: dict[str, Any] = tables[0]
    for key, value in values.items():
        if key not in _KEYS:
            raise UserError(f"there is no {key!r}; use {', '.join(_KEYS)}", file, before + _line_of(piece, key))
        if not isinstance(value, str):
            raise UserError(f'{key!r} must be a text, like {key} = "..."', file, before + _line_of(piece, key))
    for key in _REQUIRED[verb]:
        if not values.get(key, "").strip():
            raise UserError(f'[[{verb}]] needs {key} = "..."', file, head)
    named = {_KEYS[key]: value for key, value in values.items()}
    if verb == ADD and not named.get("id"):
        named["id"] = new_id(named["talk"], named.get("post", ""), named["question"], named["answer"], taken=taken)
    decision = Decision(verb, **named, line=head)
    if verb == ADD:
        return decision
    return replace(
        decision,
        made_question=decision.made_question or decision.question,
        made_answer=decision.made_answer or decision.answer,
    )


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"\s*(?:\[+\s*{re.escape(key)}\s*\]|[\"']?{re.escape(key)}[\"']?\s*[=.])")
    return next((number for number, line in enumerate(text.split("\n"), start=1) if pattern.match(line)), 1)


def _heads() -> str:
    return ", ".join(f"[[{verb}]]" for verb in VERBS)


def _block(decision: Decision) -> str:
    lines = [f"[[{decision.verb}]]"]
    for key, name in _KEYS.items():
        value = getattr(decision, name)
        # Of a card that was not edited the rules' wording is its wording.
        if value and (decision.verb == EDIT or not name.startswith("made_")):
            lines.append(f"{key} = {_text(value)}")
    return "".join(f"{line}\n" for line in lines)


def _text(value: str) -> str:
    """A TOML string; of several lines where the text has them, so that it can be read and compared."""
    if "\n" not in value.strip("\n"):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    escaped = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    escaped = re.sub("[\x00-\x08\x0b-\x1f\x7f]", lambda sign: f"\\u{ord(sign.group()):04X}", escaped)
    # What could be taken for the head of another block, or for a mark of git's, is kept from looking so.
    escaped = re.sub(r"(?m)^([ \t]*)\[", r"\1\\u005B", escaped)
    escaped = re.sub(r"(?m)^[<=>|](?=[<=>|]{6})", lambda sign: f"\\u{ord(sign.group()):04X}", escaped)
    return f'"""\n{escaped}"""'
