"""Matches a small tree of words in the dependency parse: `name  feature=value|value`, `parent > child ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence
from flashcards.matching.base import Found, PatternError, take
from flashcards.matching.contents import Contents
from flashcards.wording.phrase import render

LINE = re.compile(r"(?:(\w+)\s*(>>?)\s*)?(\w+)((?:\s+\w+!?=\S+)*)")
TEST = re.compile(r"(\w+)(!?)=(\S+)")
FEATURES = ("lower", "lemma", "tag", "dep", "pos")
COARSE = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "CD": "NUM",
    "DT": "DET",
    "IN": "ADP",
    "MD": "AUX",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One line: a named word below `parent` (directly for >, anywhere for >>) that passes all tests."""

    name: str
    parent: str
    deep: bool
    tests: tuple[tuple[str, bool, frozenset[str]], ...]
    line: str


class Span:
    """A matched word with all below it; prints as its phrase."""

    def __init__(self, sentence: Sentence, head: int, leave: frozenset[int] = frozenset()) -> None:
        self.sentence, self.head, self.leave = sentence, head, leave

    def __str__(self) -> str:
        return render(self.sentence, None, self.sentence.parse.subtree(self.head))


class NodesMatcher:
    """`nodes`: the tree, first line its top; `unless`: nodes none of which may be found beside it."""

    def __init__(self, spec: dict[str, Any], name: str) -> None:
        take(spec, {"nodes", "unless"}, {"nodes"})
        self.nodes = _nodes(spec["nodes"], "nodes")
        self.unless = _nodes(spec.get("unless", ""), "unless")
        if not self.nodes or self.nodes[0].parent:
            raise PatternError("the first node is the tree's top and has no parent", "nodes")
        known: set[str] = set()
        for node in (*self.nodes, *self.unless):
            if node.parent and node.parent not in known:
                raise PatternError(f"node {node.parent!r} is not defined before {node.line!r}", "nodes")
            known.add(node.name)

    def possible(self, contents: Contents) -> bool:
        """Any parse may match."""
        return True

    def find(self, sentence: Sentence) -> Iterator[Found]:
        for bound in self._bind(sentence.parse, 0, {}):
            veto = next(
                (node.line for node in self.unless if any(True for _ in _places(sentence.parse, node, bound))), ""
            )
            spans = {name: Span(sentence, i) for name, i in bound.items()}
            yield Found(dict(spans), None, veto, frozenset(bound.values()))

    def _bind(self, parse: Parse, number: int, bound: dict[str, int]) -> Iterator[dict[str, int]]:
        if number == len(self.nodes):
            yield dict(bound)
            return
        node = self.nodes[number]
        for i in _places(parse, node, bound):
            if i not in bound.values():
                yield from self._bind(parse, number + 1, {**bound, node.name: i})


def _places(parse: Parse, node: Node, bound: dict[str, int]) -> Iterator[int]:
    if not node.parent:
        where: Any = range(len(parse))
    elif node.deep:
        where = [i for i in parse.subtree(bound[node.parent]) if i != bound[node.parent]]
    else:
        where = parse.children(bound[node.parent])
    return (
        i for i in where if all((_feature(parse, i, key) in values) != negated for key, negated, values in node.tests)
    )


def _feature(parse: Parse, i: int, key: str) -> str:
    tag = parse.tags[i]
    if key == "lemma":
        return (
            base(parse.words[i], tag)
            if tag.startswith("V") or tag == "MD"
            else singular(parse.words[i])
            if tag == "NNS"
            else parse.lower[i]
        )
    if key == "pos":
        return COARSE.get(tag, "VERB" if tag.startswith("V") else "X")
    return {"lower": parse.lower[i], "tag": tag, "dep": parse.deps[i]}[key]


def _nodes(text: object, key: str) -> tuple[Node, ...]:
    if not isinstance(text, str):
        raise PatternError(f"{key!r} must be text with one node a line", key)
    made = []
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        found = LINE.fullmatch(line)
        if not found:
            raise PatternError(f"{key!r}: {line!r} is no node; write `parent > name feature=value|value`", key)
        parent, arrow, name, tests = found.groups()
        made.append(
            Node(name, parent or "", arrow == ">>", tuple(_test(test, key) for test in TEST.findall(tests)), line)
        )
    return tuple(made)


def _test(test: tuple[str, str, str], key: str) -> tuple[str, bool, frozenset[str]]:
    feature, negated, values = test
    if feature not in FEATURES:
        raise PatternError(f"{key!r}: unknown feature {feature!r}; it is one of {', '.join(FEATURES)}", key)
    given: set[str] = set()
    for value in values.split("|"):
        try:
            given |= words(value[1:]) if value.startswith("@") else {value}
        except KeyError:
            raise PatternError(f"{key!r}: words.toml has no list {value[1:]!r}", key) from None
    return feature, bool(negated), frozenset(given)
