"""A clause and its constituents, as data: subject, auxiliaries, predicate, and what a question may ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from flashcards.language.forms import ABBREVIATED, base
from flashcards.language.parse import Parse


@dataclass(frozen=True, slots=True)
class Unit:
    """A constituent of a clause that may be asked for.

    `role` names what it does in the clause; `tokens` is all of it, `gap` the part that becomes the answer (a
    preposition
    stays behind), `marker` the preposition or conjunction, `fronted` whether it stands before the subject.
    """

    role: str
    head: int
    tokens: tuple[int, ...]
    gap: tuple[int, ...]
    marker: str = ""
    fronted: bool = False
    governor: int = -1


@dataclass(slots=True)
class Clause:
    """One finite clause (or imperative) of a segment, coordination unfolded.

    `subject` are the positions of the subject's words; `swaps` maps word positions to what stands for them on a card
    (a resolved pronoun). `source` names who says so where the clause is reported ("Gartner"). `instead_of` is what the
    clause before says not to do ("chasing numbers"), `rather_than` what it has in the place of this one's object;
    `set_against` marks that clause before.
    """

    parse: Parse
    verb: int
    subject_head: int
    subject: tuple[int, ...]
    aux: tuple[int, ...]
    predicate: tuple[int, ...]
    units: tuple[Unit, ...]
    source: str = ""
    link: str = ""
    imperative: bool = False
    swaps: dict[int, str] = field(default_factory=dict)
    instead_of: str = ""
    rather_than: str = ""
    set_against: bool = False

    @property
    def lemma(self) -> str:
        """The verb's base form."""
        return base(self.parse.words[self.verb], self.parse.tags[self.verb])

    @property
    def passive(self) -> bool:
        """Whether something is done to the subject: "are reviewed"."""
        return any(self.parse.deps[i] == "auxpass" for i in (*self.aux, *self.predicate))

    @property
    def negated(self) -> bool:
        """Whether the clause denies: n't, not, never, no longer, hardly; or a subject with "no", "not all", "few"."""
        low = self.parse.lower
        if any(
            low[i] in ("n't", "not", "never", "hardly", "rarely", "cannot", "n’t") and self.parse.heads[i] in self.chain
            for i in self.predicate
        ):
            return True
        if any(low[i] in ("n't", "not", "never") for i in self.aux):
            return True
        return bool(self.subject) and (
            low[self.subject[0]] in ("no", "not", "none", "nobody", "neither", "nothing", "few")
        )

    @property
    def chain(self) -> tuple[int, ...]:
        """The verb and the infinitives it governs ("need", "remove")."""
        chain = [self.verb]
        for unit in self.units:
            if unit.role == "infinitive" and unit.head not in chain and unit.governor in chain:
                chain.append(unit.head)
        return tuple(chain)

    @property
    def finite(self) -> int:
        """The word that carries tense: the first auxiliary, else the verb."""
        return self.aux[0] if self.aux else self.verb

    @property
    def past(self) -> bool:
        """Whether it is told in the past tense."""
        i = self.finite
        tag = self.parse.tags[i]
        if self.parse.lower[i] in ("could", "would", "should", "might", "must"):
            return False
        return (
            tag == "VBD"
            or (not self.aux and tag == "VBN")
            or self.parse.lower[i] in ("was", "were", "did", "had", "'d")
        )

    @property
    def modals(self) -> frozenset[str]:
        """Modal verbs in the clause, with the half-modals need to, have to, want to, be able to."""
        found = {self.parse.lower[i] for i in self.aux if self.parse.tags[i] == "MD"}
        found = {{"ca": "can", "wo": "will", "'ll": "will", "'d": "would"}.get(word, word) for word in found}
        if any(unit.role == "infinitive" and unit.governor == self.verb for unit in self.units):
            found |= {self.lemma} & {"need", "have", "want", "ought"}
        elif self.lemma == "need":
            found.add("need")
        return frozenset(found)

    @property
    def subject_kind(self) -> str:
        """noun, name, we, you, i, he, it, they, this, there, clause, question or none."""
        if not self.subject:
            return "none"
        i = self.subject_head
        low = self.parse.lower[i]
        if i in self.swaps:
            return "noun"
        if self.parse.deps[i] == "expl" and low == "there":
            return "there"
        if low in ("we", "us", "you", "i", "it", "they") and self.parse.words[i] not in ABBREVIATED:
            return low
        if low in ("he", "she", "him", "her"):
            return "he"
        if low in ("this", "that", "these", "those") and len(self.subject) == 1:
            return "this"
        if low in ("who", "which", "what", "whoever", "whatever") and len(self.subject) == 1:
            return "question"
        if self.parse.deps[i] in ("csubj", "csubjpass"):
            return "clause"
        return "name" if self.parse.tags[i] in ("NNP", "NNPS") else "noun"

    def unit(self, *roles: str) -> Unit | None:
        """The first unit with one of the roles, or None."""
        return next((unit for unit in self.units if unit.role in roles), None)
