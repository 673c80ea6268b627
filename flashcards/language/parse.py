"""A dependency parse as plain lists, so that it can be kept as JSON and read without the parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashcards.language.lexicon import words
from flashcards.language.reason_repairs import mend_reasons
from flashcards.language.repairs import mend_heads
from flashcards.language.spelling import in_dictionary
from flashcards.language.verb_repairs import mend_verbs

SAME_IN_PAST = frozenset("hurt put set cut let cost hit shut spread split bet quit rid".split())


class Parse:
    """The words of one segment with tags (Penn Treebank) and dependencies (ClearNLP, as spaCy's English models give).

    `words`, `spaces`, `tags`, `deps`, `heads` run in parallel; a root is its own head. Indexes are word positions.
    """

    __slots__ = ("_children", "_spans", "deps", "heads", "lower", "root", "spaces", "tags", "words")

    def __init__(
        self, words: list[str], spaces: list[bool], tags: list[str], deps: list[str], heads: list[int]
    ) -> None:
        self.words = words
        self.spaces = spaces
        self.tags = tags
        self.deps = deps
        self.heads = heads
        self.lower = [word.lower().replace("’", "'") for word in words]
        mend_verbs(self.lower, tags, deps, heads)
        mend_heads(self.lower, tags, deps, heads)
        mend_reasons(self.lower, tags, deps, heads)
        self._children: list[list[int]] = [[] for _ in words]
        roots = []
        for i, head in enumerate(heads):
            if head == i:
                roots.append(i)
            else:
                self._children[head].append(i)
        self.root = roots[0] if roots else -1
        self._spans: dict[int, tuple[int, ...]] = {}
        self._mend()

    def _mend(self) -> None:
        """Put tags right that a small model gets wrong: plurals that begin a sentence, past forms like the present."""
        for i, tag in enumerate(self.tags):
            if tag == "VBD" and self.lower[i] in SAME_IN_PAST:
                subject = self.child(i, "nsubj", "csubj")
                if (
                    subject is None
                    or self.tags[subject] in ("NNS", "NNPS")
                    or self.lower[subject] in ("we", "you", "they", "people")
                ):
                    self.tags[i] = "VBP"
            elif tag == "VBP" and self.lower[i] in SAME_IN_PAST and not self.children(i, "aux"):
                subject = self.child(i, "nsubj")
                if subject is not None and self.tags[subject] == "NN" and not self.children(subject, "conj"):
                    self.tags[i] = "VBD"  # "a check cost 3%"
        if self.tags and self.tags[0] == "NNP" and self._describes_a_noun():
            self.tags[0] = "NN"
        if (
            self.tags
            and self.tags[0] in ("NNP", "NNPS")
            and self.lower[0].endswith("s")
            and self.deps[0] == "nsubj"
            and self.words[0][1:].islower()
        ) and (
            self.tags[self.heads[0]] == "VBP"
            or any(
                self.lower[a] in ("are", "were", "do", "have") for a in self.children(self.heads[0], "aux", "auxpass")
            )
        ):
            self.tags[0] = "NNS"

    def _describes_a_noun(self) -> bool:
        """Whether the first word, taken for a name, is a plain word before a plain noun: "Support staff"."""
        head = self.heads[0]
        if head != 1 or self.deps[0] not in ("compound", "amod", "nmod") or self.tags[1] not in ("NN", "NNS"):
            return False
        plain = self.words[0][1:].islower() and self.words[1].islower()
        return plain and self.lower[0] not in words("product_names") and in_dictionary(self.lower[0])

    def __len__(self) -> int:
        return len(self.words)

    def roots(self) -> Iterator[int]:
        """Positions of all roots: more than one where the parser saw several sentences."""
        return (i for i, head in enumerate(self.heads) if head == i)

    def children(self, i: int, *deps: str) -> list[int]:
        """Dependents of word i in order, only those with one of `deps` where given."""
        if not deps:
            return self._children[i]
        return [c for c in self._children[i] if self.deps[c] in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of word i with one of `deps`, or None."""
        for c in self._children[i]:
            if self.deps[c] in deps:
                return c
        return None

    def subtree(self, i: int) -> tuple[int, ...]:
        """Word i and all below it, in order."""
        known = self._spans.get(i)
        if known is None:
            found, stack = [], [i]
            while stack:
                at = stack.pop()
                found.append(at)
                stack.extend(self._children[at])
            known = self._spans[i] = tuple(sorted(found))
        return known

    def without(self, i: int, dropped: Iterable[int]) -> tuple[int, ...]:
        """The subtree of word i without the subtrees of `dropped`."""
        gone = {j for d in dropped for j in self.subtree(d)}
        return tuple(j for j in self.subtree(i) if j not in gone)

    def text(self, tokens: Iterable[int]) -> str:
        """The words at `tokens` as written; a space where words that were apart meet."""
        out: list[str] = []
        last = -2
        for i in tokens:
            if out and last + 1 != i and not out[-1].endswith(" "):
                out.append(" ")
            out.append(self.words[i])
            if self.spaces[i]:
                out.append(" ")
            last = i
        return "".join(out).strip()
