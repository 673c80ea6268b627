"""A constituent that a rule asks for: whether it names people, several things or a kind of thing."""

from __future__ import annotations

import re

from flashcards.language.antecedents import SOMEBODY
from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence
from flashcards.wording.constituent import Constituent
from flashcards.wording.phrase import render

INDIRECT = re.compile(r",? and (?:how|what|why|where|when|who|which|whether) ")  # "the people, and how they will talk"
LIKE_ADJECTIVES = ("ive", "potent", "ous", "able", "ible", "ful", "less")


class Gap(Constituent):
    """A constituent that a question leaves open. Prints as the words of the answer."""

    __slots__ = ("place", "truths")

    def __init__(self, sentence: Sentence, clause: Clause, unit: Unit | None, place: int = 0) -> None:
        super().__init__(sentence, clause, unit)
        self.place = place  # among the gaps of its sentence
        self.truths: dict[str, bool] = {}  # which condition lines hold of it

    @property
    def vague(self) -> bool:
        """Whether its head says nothing by itself and nothing behind it says more."""
        return (
            self.head not in self.clause.swaps
            and self.head_noun in words("vague")
            and not self.modified & {"preposition", "relative", "clause", "compound"}
        )

    @property
    def of_a_kind(self) -> bool:
        """Whether it is a kind of something: a class noun with what tells the kind in front, nothing behind."""
        return (
            self.head_tag in ("NN", "NNS")
            and self.head_noun in words("class_nouns")
            and bool(self.modified & {"adjective", "compound"})
            and self.first_tag not in ("JJR", "JJS", "CD")
            and not self.modified & {"preposition", "relative", "clause", "possessive", "number", "coordination"}
            and words("no_kinds").isdisjoint(self.sentence.parse.lower[i] for i in self.tokens)
            and words("judging").isdisjoint(self.sentence.parse.lower[i] for i in self.tokens)
        )

    @property
    def plain(self) -> bool:
        """Whether it is just a/an, adjectives and a noun."""
        return (
            self.modified == {"adjective"}
            and self.first_word in ("a", "an")
            and len(self.tokens) <= 4
            and self.head_noun not in words("vague")
        )

    @property
    def head_words(self) -> str:
        """The head with its compounds ("deployment process"), as written; bare where nothing else modifies it."""
        parse = self.sentence.parse
        kept = [c for c in parse.children(self.head) if parse.deps[c] == "compound" and c < self.head]
        kept = [c for c in kept if not parse.lower[c].endswith(LIKE_ADJECTIVES)]
        if "adjective" not in self.modified:
            kept = []
        return render(self.sentence, None, [j for c in kept for j in parse.subtree(c)] + [self.head])

    @property
    def listed(self) -> int:
        """How many things it lists, joined by commas and "and"; 1 where it lists none."""
        parse, inside = self.sentence.parse, set(self.tokens)
        if self.head < 0:
            return 1
        count, stack = 1, [self.head]
        while stack:
            for c in parse.children(stack.pop(), "conj", "appos"):
                if c in inside:
                    count += 1
                    stack.append(c)
        return count

    @property
    def pair(self) -> bool:
        """Whether it is two things joined by "and", each with its own words: "empathy and a sense of humour"."""
        parse = self.sentence.parse
        if self.head_tag.startswith(("NN", "VBG")) and INDIRECT.search(str(self)):
            return True
        if self.listed == 2 and self.tokens[0] and parse.lower[self.tokens[0] - 1] == "both":
            return not self.asked_of_people
        if self.listed != 2 or not self.head_tag.startswith(("NN", "VBG")) or self.asked_of_people:
            return False
        second = [c for c in parse.children(self.head, "conj") if c in self.tokens]
        joint = [c for c in parse.children(self.head, "cc") if c in self.tokens]
        if len(second) != 1 or not joint or parse.lower[joint[0]] not in ("and", "&", "+"):
            return False
        if not parse.tags[second[0]].startswith(("NN", "VBG")) or parse.lower[self.head].endswith(LIKE_ADJECTIVES):
            return False  # "idempotent and commutative functions" are functions
        own = parse.children(second[0], "prep", "acl", "relcl") or any(
            parse.lower[c] in ("a", "an", "the") for c in parse.children(second[0], "det")
        )
        apart = self.first_word == "the" and self.head_tag == "NN" and parse.tags[second[0]] == "NNS"
        return self.first_word not in ("a", "an", "the") or bool(own) or apart

    @property
    def person(self) -> bool:
        """Whether it names people."""
        if self.head in self.sentence.people or self.head_noun in words("roles"):
            if self._names_things_too():
                return False
            made = self.sentence.parse.children(self.head, "compound", "nmod")
            return not any(self.sentence.parse.lower[c] in words("managed_things") for c in made)
        joined = [c for c in self.sentence.parse.children(self.head, "conj", "nmod") if c in self.tokens]
        named = words("roles") - words("plural_people") - frozenset(SOMEBODY) if joined else frozenset()
        return any(self.sentence.parse.lower[c] in named for c in joined)

    def _names_things_too(self) -> bool:
        """For "an owner, a date and a budget": not all of it is people."""
        parse, stack = self.sentence.parse, [self.head]
        while stack:
            for c in parse.children(stack.pop(), "conj", "appos"):
                if c in self.tokens and parse.tags[c] in ("NN", "NNS") and c not in self.sentence.people:
                    if singular(parse.words[c]) not in words("roles") and parse.lower[c] not in words("plural_people"):
                        return True
                    stack.append(c)
        return False

    @property
    def asked_of_people(self) -> bool:
        """Whether "who" asks for it."""
        parse = self.sentence.parse
        if self.first_word in ("what", "how", "which", "whatever"):
            return False  # "what auditors once sampled"
        if self.first_word == "whoever" or self.words.startswith("those who "):
            return True
        joined = [i for i in parse.children(self.head, "conj") if parse.tags[i].startswith("NN")]
        if any(singular(parse.lower[i]) not in words("roles") and parse.tags[i] in ("NN", "NNS") for i in joined):
            return False  # an owner and a date
        if self.unit is not None and self.unit.marker == "of" and self.head_noun in words("collectives"):
            return False  # part of a team
        if self.clause.lemma == "have" and self.unit is not None and self.first_word in ("a", "an"):
            return False  # "every alert has an owner"
        if self.unit is not None and self.unit.role == "complement" and self.head_noun == "people":
            return False  # "the core of it is people"
        if self.unit is not None and self.unit.role == "complement" and self._defines():
            return False  # "a champion is a developer who ..."
        if self.unit is not None and self.unit.marker == "as":
            return False  # "treat newcomers as customers"
        of_quality = self.unit is not None and self.unit.marker in ("for", "to") and self.clause.lemma == "be"
        return self.person and not self.number and (self.clause.subject_kind != "clause" or of_quality)

    def _defines(self) -> bool:
        """Whether the clause says what a thing, or any one of its kind, is."""
        first = self.clause.parse.lower[self.clause.subject[0]] if self.clause.subject else ""
        return self.clause.lemma == "be" and first in ("a", "an") and self.first_word in ("a", "an")
