"""A constituent of a clause: the words it has, what heads and modifies them, and what stands beside it."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import base, singular
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence
from flashcards.wording.errors import NoWording
from flashcards.wording.phrase import lacks_article, render

SHORT = 6  # words; a complement longer than this loses what only trails behind it
LONG = 10  # words; an object longer than this does, too
NUMBER = re.compile(
    r"[~<>$€£]?\d[\d,.]*[kKmMbB%+]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|\d+/\d+",
    re.IGNORECASE,
)


class Constituent:
    """`unit` of `clause`, or its subject where `unit` is None. Prints as the words it stands for."""

    __slots__ = ("clause", "head", "sentence", "tokens", "unit")

    def __init__(self, sentence: Sentence, clause: Clause, unit: Unit | None) -> None:
        self.sentence, self.clause, self.unit = sentence, clause, unit
        self.tokens = clause.subject if unit is None else self._short(unit.gap)
        self.head = self._head(sentence.parse)

    def _short(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """Without what trails behind a comma: ", which ...", and of a long object or complement ", automating ..."."""
        parse = self.sentence.parse
        if self.unit is not None and self.unit.role in ("object", "prepositional"):
            which = [
                at
                for at in range(1, len(tokens))
                if parse.tags[tokens[at]] == "WDT" and parse.words[tokens[at - 1]] == ","
            ]
            tokens = tokens[: which[0] - 1] if which and which[0] > 1 else tokens
        if self.unit is None or self.unit.role not in ("object", "complement"):
            return tokens
        if len(tokens) <= (LONG if self.unit.role == "object" else SHORT):
            return tokens
        for at in range(3, len(tokens) - 1):
            if parse.words[tokens[at]] == "," and (
                parse.tags[tokens[at + 1]] in ("VBG", "VBN", "WDT", "WRB")
                or parse.lower[tokens[at + 1]] in ("with", "including", "where", "run", "set")
            ):
                return tokens[:at]
        return tokens

    def _head(self, parse: Parse) -> int:
        if self.unit is None:
            return self.clause.subject_head
        inside = set(self.tokens)
        for i in self.tokens:
            outermost = parse.heads[i] not in inside or parse.heads[i] == i
            if outermost and (parse.tags[i] not in (",", ".", "CC", "RB", "IN", "TO", "DT") or len(inside) == 1):
                return i
        return self.tokens[0] if self.tokens else -1

    def __str__(self) -> str:
        if self.unit is not None and self.unit.role == "cause":
            whole = self.sentence.segment.joint == "how" or self.sentence.cause.startswith("otherwise ")
            return self.sentence.cause if whole else f"because {self.sentence.cause}"
        tokens = self.tokens[1:] if self._article_astray() else self.tokens
        text = render(self.sentence, self.clause, tokens)
        if (
            self.unit is None
            and lacks_article(self.sentence, self.tokens, self.head)
            and self.head not in self.clause.swaps
        ):
            return f"the {text}"
        return text

    def _article_astray(self) -> bool:
        """Whether a plural stands behind "a": "commands are a typed messages", as notes typed in a hurry have it."""
        parse = self.sentence.parse
        if len(self.tokens) < 3 or self.head_tag != "NNS" or self.first_word not in ("a", "an"):
            return False
        if parse.lower[self.tokens[1]] in ("few", "couple", "lot", "dozen", "number", "handful"):
            return False
        return parse.heads[self.tokens[0]] == self.head and parse.tags[self.tokens[1]] in ("JJ", "RB", "NN")

    @property
    def words(self) -> str:
        """The words it stands for."""
        return str(self)

    @property
    def asked(self) -> Unit:
        """The unit. NoWording where the subject is asked for, which is none."""
        if self.unit is None:
            raise NoWording
        return self.unit

    @property
    def head_noun(self) -> str:
        """The head in small letters, a plural brought to its singular."""
        return singular(self.sentence.parse.words[self.head]) if self.head >= 0 else ""

    @property
    def head_tag(self) -> str:
        """The head's Penn Treebank tag."""
        return self.sentence.parse.tags[self.head] if self.head >= 0 else ""

    @property
    def first_word(self) -> str:
        """The first word, small."""
        return self.sentence.parse.lower[self.tokens[0]] if self.tokens else ""

    @property
    def first_tag(self) -> str:
        """The first word's tag."""
        return self.sentence.parse.tags[self.tokens[0]] if self.tokens else ""

    @property
    def governor(self) -> str:
        """Base form of the verb the gap depends on."""
        if self.unit is None:
            return self.clause.lemma
        at = self.unit.governor
        return base(self.sentence.parse.words[at], self.sentence.parse.tags[at])

    @property
    def verbs(self) -> frozenset[str]:
        """Base forms of the clause's verb and the infinitives it governs."""
        parse = self.sentence.parse
        return frozenset(base(parse.words[i], parse.tags[i]) for i in self.clause.chain)

    @property
    def passive(self) -> bool:
        """Whether the clause is in the passive."""
        return any(self.sentence.parse.deps[i] == "auxpass" for i in self.clause.aux) or any(
            self.sentence.parse.deps[i] == "auxpass" for i in self.clause.predicate
        )

    @property
    def modified(self) -> frozenset[str]:
        """What modifies the head: adjective, relative, clause, compound, preposition, number, possessive, or none."""
        names = {
            "amod": "adjective",
            "relcl": "relative",
            "acl": "clause",
            "compound": "compound",
            "nmod": "compound",
            "prep": "preposition",
            "nummod": "number",
            "poss": "possessive",
            "appos": "apposition",
            "conj": "coordination",
            "advcl": "clause",
            "ccomp": "clause",
        }
        parse = self.sentence.parse
        inside = set(self.tokens)
        return frozenset(
            names[parse.deps[c]] for c in parse.children(self.head) if parse.deps[c] in names and c in inside
        ) or frozenset({"none"})

    @property
    def number(self) -> str:
        """The figure that counts or measures the head ("90"), "" for none."""
        parse = self.sentence.parse
        for c in parse.children(self.head):
            if parse.deps[c] in ("nummod", "quantmod") and NUMBER.fullmatch(parse.words[c]):
                return parse.words[c]
        return ""

    @property
    def own_subject(self) -> bool:
        """Whether a clause inside it has a subject of its own."""
        return any(self.sentence.parse.deps[i] in ("nsubj", "nsubjpass", "csubj", "expl") for i in self.tokens)

    @property
    def told_in_past(self) -> bool:
        """Whether its own verb is in the past tense."""
        return any(self.sentence.parse.tags[i] == "VBD" for i in self.tokens)

    @property
    def adjacent(self) -> bool:
        """Whether no other object, complement or preposition stands between the verb and the gap."""
        if self.unit is None:
            return False
        others = ("object", "complement", "prepositional", "agent", "indirect", "gerund", "content")
        return not any(
            u is not self.unit
            and u.role in others
            and self.unit.governor < u.tokens[0] < self.unit.tokens[0]
            and u.tokens[-1] < self.unit.tokens[-1]
            for u in self.clause.units
        )

    @property
    def before_object(self) -> bool:
        """Whether a direct object stands before the gap in the same verb phrase."""
        if self.unit is None:
            return False
        return any(
            u.role == "object" and u.governor == self.unit.governor and u is not self.unit for u in self.clause.units
        )
