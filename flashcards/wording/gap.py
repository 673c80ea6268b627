"""A constituent of a clause that a rule asks for: what it is headed by, and how it reads as an answer."""

from __future__ import annotations

import re

from flashcards.language.antecedents import SOMEBODY
from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence
from flashcards.wording.errors import NoWording
from flashcards.wording.phrase import lacks_article, render

INDIRECT = re.compile(r",? and (?:how|what|why|where|when|who|which|whether) ")  # "the people, and how they will talk"
LIKE_ADJECTIVES = ("ive", "potent", "ous", "able", "ible", "ful", "less")
SHORT = 6  # words; a complement longer than this does, too
LONG = 10  # words; an answer longer than this loses what only trails behind it
NUMBER = re.compile(
    r"[~<>$€£]?\d[\d,.]*[kKmMbB%+]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|\d+/\d+",
    re.IGNORECASE,
)


class Gap:
    """`unit` of `clause`, or its subject where `unit` is None. Prints as the words it stands for."""

    __slots__ = ("clause", "head", "place", "sentence", "tokens", "truths", "unit")

    def __init__(self, sentence: Sentence, clause: Clause, unit: Unit | None, place: int = 0) -> None:
        self.sentence, self.clause, self.unit = sentence, clause, unit
        self.place = place  # among the gaps of its sentence
        self.tokens = clause.subject if unit is None else self._short(unit.gap)
        self.head = self._head(sentence.parse)
        self.truths: dict[str, bool] = {}  # which condition lines hold of it

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

    @property
    def vague(self) -> bool:
        """Whether its head says nothing by itself and nothing behind it says more."""
        return (
            self.head not in self.clause.swaps
            and self.head_noun in words("vague")
            and not self.modified
            & {
                "preposition",
                "relative",
                "clause",
                "compound",
            }
        )

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
    def own_subject(self) -> bool:
        """Whether a clause inside it has a subject of its own."""
        return any(self.sentence.parse.deps[i] in ("nsubj", "nsubjpass", "csubj", "expl") for i in self.tokens)

    @property
    def told_in_past(self) -> bool:
        """Whether its own verb is in the past tense."""
        return any(self.sentence.parse.tags[i] == "VBD" for i in self.tokens)

    @property
    def before_object(self) -> bool:
        """Whether a direct object stands before the gap in the same verb phrase."""
        if self.unit is None:
            return False
        return any(
            u.role == "object" and u.governor == self.unit.governor and u is not self.unit for u in self.clause.units
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
