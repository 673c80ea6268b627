"""Parse -> clauses: subject, auxiliaries, verb, and everything a question may ask for, with coordination unfolded."""

from __future__ import annotations

from dataclasses import dataclass, field

from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
AUXILIARIES = ("aux", "auxpass")
VERBAL = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
FINITE = ("VBD", "VBP", "VBZ", "MD")
GERUND_VERBS = ("quit", "stop", "start", "avoid", "consider", "begin", "try", "look", "keep")
AS_VERBS = ("see", "treat", "view", "regard", "use", "define", "describe", "think", "consider", "frame", "model")
OBJECT_CONTROL = ("allow", "enable", "help", "force", "encourage", "require", "let", "permit", "cause")
CONDITION = (
    "if",
    "unless",
    "once",
    "until",
    "till",
    "when",
    "whenever",
    "where",
    "wherever",
    "before",
    "after",
    "while",
    "whilst",
)
CONCESSION = ("although", "though", "whereas", "even", "despite")
DISCOURSE = frozenset(
    "as a consequence|as a result|in addition|for example|for instance|in fact|of course|in general|in other words|at the end of the day"
    "|on the other hand|in short|at the same time|in conclusion|in particular|by the way|on the one hand|e.g.|i.e.|in the end"
    "|after all|above all|as well|first of all|in turn|as always|as usual|to be honest|in my opinion|in this talk|for one".split(
        "|"
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A constituent of a clause that may be asked for.

    `role` names what it does in the clause; `tokens` is all of it, `gap` the part that becomes the answer (a preposition
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
    (a resolved pronoun). `source` names who says so where the clause is reported ("Gartner").
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

    @property
    def lemma(self) -> str:
        """The verb's base form."""
        return base(self.parse.words[self.verb], self.parse.tags[self.verb])

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
        if low in ("we", "us", "you", "i", "it", "they"):
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


def clauses_of(parse: Parse, imperative: bool = False) -> list[Clause]:
    """The clauses of a segment, in order: main clauses, their conjuncts, and what reported speech reports."""
    found: list[Clause] = []
    for root in parse.roots():
        found += _clauses_at(parse, root, None, imperative)
    return found


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.tags[i] in VERBAL


def _clauses_at(
    parse: Parse, verb: int, sharer: Clause | None, imperative: bool, source: str = "", link: str = ""
) -> list[Clause]:
    if not _is_verb(parse, verb) or sum(1 for c in parse.children(verb, "nsubj", "nsubjpass") if c < verb) > 1:
        return []  # two subjects: the parse contradicts itself
    conjuncts = [c for c in parse.children(verb, "conj") if _is_verb(parse, c) and _stands_alone(parse, c, verb)]
    own_subject = next((c for c in parse.children(verb, *SUBJECTS) if c < verb or parse.deps[c] == "expl"), None)
    late_subject = (
        next((c for c in parse.children(verb, "nsubj", "nsubjpass", "attr") if c > verb), None)
        if own_subject is not None and parse.deps[own_subject] == "expl"
        else None
    )
    subject_head = own_subject if own_subject is not None else (sharer.subject_head if sharer else -1)
    subject = parse.subtree(own_subject) if own_subject is not None else (sharer.subject if sharer else ())
    own_aux = tuple(
        c
        for c in parse.children(verb)
        if c < verb
        and (parse.deps[c] in AUXILIARIES or (parse.deps[c] == "neg" and parse.lower[c] in ("n't", "not", "never")))
    )
    own_aux = tuple(c for c in own_aux if parse.tags[c] != "TO")
    aux = own_aux
    if (
        sharer is not None
        and own_subject is None
        and not any(parse.deps[c] in AUXILIARIES for c in own_aux)
        and parse.tags[verb] in ("VB", "VBN", "VBG")
    ):
        aux = (
            tuple(a for a in sharer.aux if parse.deps[a] != "neg" and parse.lower[a] != "n't") + own_aux
            if sharer.aux
            else own_aux
        )
        if (
            sharer.aux
            and any(parse.lower[a] in ("n't", "not") for a in sharer.aux)
            and any(parse.lower[c] == "or" for c in parse.children(sharer.verb, "cc"))
        ):
            aux = sharer.aux + own_aux
    dropped = [*conjuncts, *(c for c in parse.children(verb, "cc", "preconj") if any(c < k for k in conjuncts))]
    if own_subject is not None:
        dropped.append(own_subject)
    dropped += list(own_aux)
    dropped += [c for c in parse.children(verb, "intj", "meta", "parataxis", "mark", "dep") if c < verb]
    dropped += [c for c in parse.children(verb, "advmod", "cc") if c < verb and _connective(parse, c, subject, verb)]
    if any(parse.words[i] == "," for i in subject) and not any(parse.tags[i] == "CC" for i in subject):
        return []  # a subject with a comma and no list is a misread
    predicate = tuple(i for i in parse.without(verb, dropped) if i not in subject)
    predicate = _trim(parse, predicate)
    clauses: list[Clause] = []
    for variant in _unfold(parse, verb, predicate):
        units = _units(parse, verb, set(variant), subject)
        units += _whole_predicate(parse, verb, aux, variant, units)
        clause = Clause(parse, verb, subject_head, subject, aux, variant, tuple(units), source, link, imperative)
        clauses.append(clause)
    reported = (
        [
            u
            for u in clauses[0].units
            if u.role == "content" and base(parse.words[verb], parse.tags[verb]) in words("reporting_verbs")
        ]
        if clauses
        else []
    )
    if (
        clauses
        and clauses[0].lemma == "be"
        and subject
        and singular(parse.words[subject_head]) in words("neutral_labels")
    ):
        for unit in clauses[0].units:
            if unit.role == "content" and unit.marker == "that":
                clauses += _clauses_at(parse, unit.head, None, False, source, "announced")
    for unit in reported:
        if clauses[0].subject_kind in ("noun", "name"):
            clauses += _clauses_at(parse, unit.head, None, False, parse.text(subject), "reported")
    for c in conjuncts:
        clauses += _clauses_at(parse, c, clauses[0] if clauses else sharer, imperative, source, _link(parse, verb, c))
    return clauses


def _link(parse: Parse, verb: int, conjunct: int) -> str:
    before = [c for c in parse.children(verb, "cc") if c < conjunct]
    return parse.lower[before[-1]] if before else ","


def _stands_alone(parse: Parse, c: int, verb: int) -> bool:
    """Whether a coordinated verb is a clause of its own: with "or" it is true only together with the first."""
    return parse.child(c, *SUBJECTS) is not None or not any(
        verb < j < c and parse.lower[j] == "or" for j in parse.children(verb, "cc")
    )


def _connective(parse: Parse, i: int, subject: tuple[int, ...], verb: int) -> bool:
    start = subject[0] if subject else verb
    return i < start and parse.lower[i] in words("connectives") and not parse.children(i)


def _trim(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    kept = list(tokens)
    if len(kept) > 2 and parse.lower[kept[-1]] == "than" and parse.lower[kept[-2]] == "rather":
        del kept[-2:]
    while kept and parse.tags[kept[-1]] in (".", ",", ":", "CC", "HYPH", "-RRB-", "-LRB-"):
        kept.pop()
    while kept and parse.tags[kept[0]] in (".", ",", ":", "CC"):
        kept.pop(0)
    return tuple(kept)


def _unfold(parse: Parse, verb: int, predicate: tuple[int, ...]) -> list[tuple[int, ...]]:
    """One predicate per conjunct of a governed infinitive: "need to find and fix X" is two clauses."""
    at = verb
    while True:
        inner = [
            c
            for c in parse.children(at, "xcomp", "ccomp")
            if c in predicate and parse.tags[c] == "VB" and parse.child(c, "mark") is None
        ]
        if not inner:
            return [predicate]
        at = inner[0]
        conjuncts = [c for c in parse.children(at, "conj") if parse.tags[c] == "VB" and _stands_alone(parse, c, at)]
        if conjuncts:
            break
    joints = parse.children(at, "cc")
    whole = [at]
    queue = conjuncts
    while queue:
        c = queue.pop(0)
        whole.append(c)
        queue += [k for k in parse.children(c, "conj") if parse.tags[k] == "VB"]
        joints += parse.children(c, "cc")
    shared_object = (
        parse.child(at, "dobj", "prep") is None and parse.child(whole[-1], "dobj") is not None and len(whole) == 2
    )
    if shared_object:
        return [predicate]
    to = [c for c in parse.children(at, "aux") if parse.tags[c] == "TO"]
    variants = []
    for member in whole:
        others = [w for w in whole if w != member]
        keep = (
            set(parse.subtree(member))
            | {i for i in predicate if i not in parse.subtree(at)}
            | set(to)
            | set(parse.children(at, "nsubj"))
        )
        for other in others:
            if other not in parse.subtree(member):
                continue
            keep -= set(parse.subtree(other))
        if member == at:
            keep -= {j for c in joints for j in parse.subtree(c)}
        variants.append(_trim(parse, tuple(i for i in predicate if i in keep and i not in joints)))
    return variants


def _units(parse: Parse, verb: int, allowed: set[int], subject: tuple[int, ...], fresh: bool = True) -> list[Unit]:
    found: list[Unit] = []
    first = subject[0] if subject else -1
    stack = [verb]
    while stack:
        at = stack.pop(0)
        deeper = parse.children(at) if at in allowed else [c for c in parse.children(at, "conj")]
        for c in deeper:
            if c not in allowed and not (
                parse.deps[c] in ("xcomp", "ccomp", "acomp") and any(t in allowed for t in parse.subtree(c))
            ):
                continue
            tokens = _trim(parse, tuple(i for i in parse.subtree(c) if i in allowed))
            if not tokens:
                continue
            role, gap, marker, descend = _role(parse, at, c, tokens)
            if role != "object" and parse.tags[at] == "VBG" and at != verb:
                continue  # inside "from starting over" only an object is worth asking for
            if role == "complement" and parse.lower[tokens[0] - 1] == "both" and tokens[0] - 1 in allowed:
                tokens = gap = (tokens[0] - 1, *tokens)
            if role in ("object", "complement"):
                tokens, gap = _part_purpose(parse, verb, c, tokens, found)
                found += _of_units(parse, c, tokens, at) if role == "complement" else []
                tokens, gap = _part_as(parse, at, c, tokens, found) if role == "object" else (tokens, gap)
            if role:
                found.append(Unit(role, c, tokens, gap, marker, 0 <= tokens[-1] < first, at))
            if descend:
                stack.append(c)
            elif role == "gerund" and base(parse.words[at], parse.tags[at]) in GERUND_VERBS:
                stack += [p for p in parse.children(c, "pcomp") if p in allowed] if marker else [c]
    found.sort(key=lambda unit: (unit.tokens[0], -len(unit.tokens)))
    return found


def _whole_predicate(
    parse: Parse, verb: int, aux: tuple[int, ...], predicate: tuple[int, ...], units: list[Unit]
) -> list[Unit]:
    """What one should do, behind a modal: all of the predicate but its conditions, purposes and reasons."""
    if not any(parse.tags[a] == "MD" for a in aux):
        return []
    apart = {
        i
        for unit in units
        if unit.fronted
        or unit.role in ("condition", "instead", "purpose", "reason", "concession", "discourse", "participle")
        for i in unit.tokens
    }
    kept = _trim(parse, tuple(i for i in predicate if i not in apart))
    return [Unit("predicate", verb, kept, kept, "", False, verb)] if kept and verb in kept else []


def _part_purpose(
    parse: Parse, verb: int, c: int, tokens: tuple[int, ...], found: list[Unit]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """An infinitive that the parser hangs on the object ("need a framework to help us") is mostly the verb's purpose."""
    if (
        parse.lower[c] in words("infinitive_nouns")
        or parse.tags[c] not in ("NN", "NNS", "NNP")
        or base(parse.words[verb], parse.tags[verb]) == "be"
    ):
        return tokens, tokens
    for below in parse.children(c, "acl", "relcl"):
        inside = tuple(i for i in parse.subtree(below) if i in tokens)
        if (
            inside
            and parse.tags[below] == "VB"
            and parse.lower[inside[0]] == "to"
            and inside[-1] == tokens[-1]
            and parse.child(below, "dobj", "prep", "ccomp", "xcomp") is not None
        ):
            found.append(Unit("purpose", below, inside, inside, "to", False, verb))
            kept = _trim(parse, tuple(i for i in tokens if i not in inside))
            return kept, kept
    return tokens, tokens


def _part_as(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], found: list[Unit]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "see a risk as a threat": the parser often hangs "as ..." on the object, but it belongs to the verb."""
    if base(parse.words[at], parse.tags[at]) not in AS_VERBS:
        return tokens, tokens
    for p in parse.children(c, "prep"):
        inside = tuple(i for i in parse.subtree(p) if i in tokens)
        if parse.lower[p] == "as" and len(inside) > 1 and inside[-1] == tokens[-1]:
            found.append(Unit("prepositional", p, inside, inside[1:], "as", False, at))
            kept = _trim(parse, tuple(i for i in tokens if i not in inside))
            return kept, kept
    return tokens, tokens


def _of_units(parse: Parse, c: int, tokens: tuple[int, ...], at: int) -> list[Unit]:
    """ "part of X", "the source of X": X may be asked for, the noun stays in the question."""
    if parse.lower[c] not in words("of_nouns"):
        return []
    units = []
    for p in parse.children(c, "prep"):
        inside = _trim(parse, tuple(i for i in parse.subtree(p) if i in tokens))
        if parse.lower[p] == "of" and len(inside) > 1 and inside[-1] == tokens[-1]:
            units.append(Unit("prepositional", p, inside, inside[1:], "of", False, at))
    return units


def _role(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    """(role, gap, marker, whether to look below) of dependent `c` of `at`."""
    dep, low, tag = parse.deps[c], parse.lower[c], parse.tags[c]
    if dep in ("dobj", "obj"):
        return "object", tokens, "", False
    if dep in ("attr", "oprd"):
        return "complement", tokens, "", False
    if dep == "acomp":
        return "complement", tokens, "", True
    if dep == "dative" and tag in ("IN", "TO"):
        return _prepositional(parse, at, c, tokens)
    if dep == "dative":
        return "indirect", tokens, "", False
    if dep == "prt":
        return "particle", (), low, False
    if dep == "nsubj" and c > at and parse.tags[at] not in FINITE:
        return "", (), "", False
    if dep in ("prep", "agent"):
        return _prepositional(parse, at, c, tokens)
    if dep in ("xcomp", "advcl", "ccomp", "relcl", "acl"):
        return _clausal(parse, at, c, tokens)
    if dep == "advmod":
        return "adverb", tokens, "", False
    if (
        dep == "npadvmod"
        and c == at + len(tokens)
        and parse.child(at, "dobj") is None
        and (tag.startswith("NNP") or low not in words("times"))
    ):
        return "object", tokens, "", False  # a name behind its verb ("runs Game Days") is its object
    if dep == "npadvmod":
        return "adverbial", tokens, "", False
    return "", (), "", False


def _prepositional(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    marker = parse.lower[c]
    if parse.text(tokens).lower() in DISCOURSE:
        return "discourse", tokens, marker, False
    below = [i for i in tokens if i > c]
    inner = parse.child(c, "pobj", "pcomp", "prep", "amod", "advmod")
    if marker in ("because", "due") or (marker == "thanks"):
        return "reason", tokens, marker, False
    if inner is None or not below:
        return "particle", (), marker, False
    gap = tuple(below)
    if parse.lower[tokens[0]] == "instead":
        return "instead", tokens, marker, False
    if parse.deps[inner] == "pcomp" and parse.tags[inner] == "VBG":
        if marker == "by":
            return "means", tokens, marker, False
        return "gerund", gap, marker, False
    if parse.deps[inner] == "pcomp":
        return "prepositional", gap, marker, False
    if parse.deps[c] == "agent" or (marker == "by" and parse.tags[at] == "VBN"):
        return "agent", gap, marker, False
    return "prepositional", gap, marker, False


def _clausal(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    low = parse.lower
    tag = parse.tags[c]
    first = low[tokens[0]]
    second = low[tokens[1]] if len(tokens) > 1 else ""
    marks = [low[m] for m in parse.children(c, "mark")]
    has_subject = parse.child(c, "nsubj", "nsubjpass", "csubj", "expl") is not None
    to = any(parse.tags[a] == "TO" for a in parse.children(c, "aux"))
    if first == "because" or (first == "since" and has_subject):
        return "reason", tokens, first, False
    if first == "so" and (second == "that" or has_subject):
        return "purpose", tokens, "so that" if second == "that" else "so", False
    if first == "in" and second in ("order", "case"):
        return ("purpose" if second == "order" else "condition"), tokens, f"in {second}", False
    if parse.deps[c] == "ccomp" and parse.tags[tokens[0]] in ("WRB", "WP", "WDT"):
        return "content", tokens, first, False
    if first in ("while", "whilst") and parse.words[tokens[0] - 1] == "," and has_subject:
        return "concession", tokens, first, False
    if (
        first in CONDITION
        or (first == "as" and second in ("soon", "long"))
        or (first in ("even", "especially", "only", "just", "except", "right") and second in CONDITION)
    ):
        return (
            ("concession" if first == "even" else "condition"),
            tokens,
            first if first in CONDITION else second,
            False,
        )
    if first == "as" and has_subject:
        return "condition", tokens, first, False  # reason or time: nobody can tell
    if first in CONCESSION:
        return "concession", tokens, first, False
    if first == "by" and tag == "VBG":
        return "means", tokens, "by", False
    if parse.deps[c] == "advcl" and to and not marks:
        if c > at and parse.child(at, "dobj") is not None and base(parse.words[at], parse.tags[at]) in OBJECT_CONTROL:
            return "infinitive", tokens, "to", True
        return "purpose", tokens, "to", False
    if parse.deps[c] == "advcl" and tag in ("VBG", "VBN") and not has_subject and not marks:
        return "participle", tokens, "", False
    if parse.deps[c] in ("relcl", "acl"):
        return "", (), "", False
    if parse.deps[c] == "xcomp" and (to or tag == "VB"):
        governor = base(parse.words[at], parse.tags[at])
        if to:
            has_object = parse.child(at, "dobj") is not None
            if has_object and governor not in words("object_control_verbs"):
                return "purpose", tokens, "to", False
            if (
                not has_object
                and parse.tags[at] == "VBN"
                and governor not in words("object_control_verbs") | words("control_verbs")
            ):
                return "purpose", tokens, "to", False
        return "infinitive", tokens, "to" if to else "", True
    if parse.deps[c] == "xcomp" and tag == "VBG":
        return "gerund", tokens, "", False
    if parse.deps[c] == "xcomp":
        return "complement", tokens, "", False
    if parse.deps[c] == "ccomp":
        if tag == "VB" and has_subject and not any(parse.tags[a] == "MD" for a in parse.children(c, "aux")):
            return "infinitive", tokens, "", True
        if to:
            return "infinitive", tokens, "to", True
        return "content", tokens, marks[0] if marks else "", False
    return "", (), "", False
