"""Parse -> clauses: main clauses, their conjuncts, and what reported speech reports; coordination unfolded."""

from __future__ import annotations

from flashcards.language.clause import Clause
from flashcards.language.extents import trim
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.plausible import contradicts_itself
from flashcards.language.units import units_of, whole_predicate

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
AUXILIARIES = ("aux", "auxpass")
VERBAL = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")


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
    """The clause of `verb` and those that hang on it; `sharer` lends a coordinated verb its subject and auxiliaries."""
    if not _is_verb(parse, verb) or _contradictory(parse, verb, sharer):
        return []
    conjuncts = [c for c in parse.children(verb, "conj") if _is_verb(parse, c) and stands_alone(parse, c, verb)]
    own_subject = next((c for c in parse.children(verb, *SUBJECTS) if c < verb or parse.deps[c] == "expl"), None)
    subject_head = own_subject if own_subject is not None else (sharer.subject_head if sharer else -1)
    subject = parse.subtree(own_subject) if own_subject is not None else (sharer.subject if sharer else ())
    if any(parse.words[i] == "," for i in subject) and not any(parse.tags[i] == "CC" for i in subject):
        return []  # a subject with a comma and no list is a misread
    own_aux = _auxiliaries(parse, verb)
    if contradicts_itself(parse, verb, subject, own_aux):
        return []
    if sharer is not None and own_subject is None and not own_aux and _disagrees_in_number(parse, verb, sharer):
        return []
    passive = sharer is not None and any(parse.deps[a] == "auxpass" for a in sharer.aux)
    if passive and own_subject is None and parse.tags[verb] == "VBG":
        return []  # "is done by watching the load and adding machines"
    aux = own_aux if sharer is None or own_subject is not None else _shared_auxiliaries(parse, verb, own_aux, sharer)
    dropped = _outside_predicate(parse, verb, conjuncts, subject) + _spliced(parse, verb)
    dropped += own_aux if own_subject is None else (own_subject, *own_aux)
    predicate = trim(parse, tuple(i for i in parse.without(verb, dropped) if i not in subject))
    clauses: list[Clause] = []
    for variant in _unfold(parse, verb, predicate):
        units = units_of(parse, verb, set(variant), subject)
        units += whole_predicate(parse, verb, aux, variant, units)
        clauses.append(Clause(parse, verb, subject_head, subject, aux, variant, tuple(units), source, link, imperative))
    clauses += [shared for clause in clauses[:1] for shared in _participial(clause)]
    clauses += _told(parse, clauses[0], source) if clauses else []
    if sharer is None:
        clauses = [c for s in _spliced(parse, verb) for c in _clauses_at(parse, s, None, imperative)] + clauses
    for c in conjuncts:
        clauses += _clauses_at(parse, c, clauses[0] if clauses else sharer, imperative, source, _link(parse, verb, c))
    return clauses


def _disagrees_in_number(parse: Parse, verb: int, sharer: Clause) -> bool:
    """For "having a human is not enough if they are tired and have to hurry": "having" doesn't "have to".

    Nor do they "trustee" anybody in "they give staff and trustees a way to talk".
    """
    head = sharer.subject_head
    if parse.tags[verb] == "VBZ" and sharer.subject and parse.tags[sharer.finite] == "VBP":
        return parse.lower[sharer.finite] not in ("'m", "am")
    if (
        parse.tags[verb] not in (("VBP",) if _auxiliaries(parse, verb) else ("VB", "VBP"))
        or not sharer.subject
        or sharer.imperative
        or parse.lower[verb] in ("put", "set", "cut")
    ):
        return False
    one = sharer.subject_kind == "clause" or (
        parse.tags[head] == "NN" and parse.child(head, "conj") is None and parse.lower[head] not in words("collectives")
    )
    return one and parse.tags[sharer.finite] == "VBZ"


def _contradictory(parse: Parse, verb: int, sharer: Clause | None) -> bool:
    """Two subjects before one verb, or a coordinated clause that hangs on what stands before ("but where X is Y")."""
    if sum(1 for c in parse.children(verb, "nsubj", "nsubjpass") if c < verb) > 1:
        return True
    return sharer is not None and any(
        parse.tags[c] == "WRB" and c < verb for c in parse.children(verb, "advmod", "mark")
    )


def _auxiliaries(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb's own auxiliaries in front of it, with the negation among them, without "to"."""
    return tuple(
        c
        for c in parse.children(verb)
        if c < verb
        and parse.tags[c] != "TO"
        and (parse.deps[c] in AUXILIARIES or (parse.deps[c] == "neg" and parse.lower[c] in ("n't", "not", "never")))
    )


def _shared_auxiliaries(parse: Parse, verb: int, own: tuple[int, ...], sharer: Clause) -> tuple[int, ...]:
    """A coordinated verb's auxiliaries: the first verb's as well, where it has none of its own and no finite form."""
    bare = parse.tags[verb] in ("VB", "VBN", "VBG")
    modal = sharer.imperative and parse.tags[verb] == "VBP"  # "(you should) stop X and start Y"
    if any(parse.deps[c] in AUXILIARIES for c in own) or not (bare or modal):
        return own
    denied = any(parse.lower[a] in ("n't", "not") for a in sharer.aux)
    modal = any(parse.tags[a] == "MD" for a in sharer.aux) and parse.tags[verb] == "VB"
    either = any(parse.lower[c] == "or" for c in parse.children(sharer.verb, "cc"))
    if denied and (either or (modal and not sharer.imperative)):
        return sharer.aux + own  # "they can't sit and compose"
    return tuple(a for a in sharer.aux if parse.deps[a] != "neg" and parse.lower[a] != "n't") + own


def _outside_predicate(parse: Parse, verb: int, conjuncts: list[int], subject: tuple[int, ...]) -> list[int]:
    """Heads of what hangs on the verb but isn't its predicate: other clauses, conjunctions, connectives."""
    outside = [*conjuncts, *(c for c in parse.children(verb, "cc", "preconj") if any(c < k for k in conjuncts))]
    outside += [c for c in parse.children(verb, "intj", "meta", "parataxis", "mark", "dep") if c < verb]
    outside += [c for c in parse.children(verb, "advmod", "cc") if c < verb and _connective(parse, c, subject, verb)]
    return outside


def _told(parse: Parse, clause: Clause, source: str) -> list[Clause]:
    """What a clause of saying reports ("Gartner says ..."), or a lead-in announces ("The lesson is that ...")."""
    found: list[Clause] = []
    announces = (
        clause.lemma == "be"
        and bool(clause.subject)
        and singular(parse.words[clause.subject_head]) in words("neutral_labels")
    )
    reports = clause.lemma in words("reporting_verbs") and clause.subject_kind in ("noun", "name")
    for unit in clause.units:
        if unit.role == "content" and announces and unit.marker == "that":
            found += _clauses_at(parse, unit.head, None, False, source, "announced")
        elif unit.role == "content" and reports and parse.tags[unit.tokens[0]] not in ("WRB", "WP", "WDT"):
            found += _clauses_at(parse, unit.head, None, False, parse.text(clause.subject), "reported")
    return found


def _participial(clause: Clause) -> list[Clause]:
    """What a participle behind the clause says of its subject: "..., moving between A and B"."""
    parse, found = clause.parse, []
    if clause.past or clause.negated or clause.imperative or clause.subject_kind not in ("noun", "name"):
        return []
    # Of what something is, the result is the thing's; of what it does, another rule asks what the deed results in.
    others = words("loose_participles") | (words("result_verbs") if clause.lemma != "be" else frozenset())
    for unit in clause.units:
        if (
            unit.role != "participle"
            or unit.fronted
            or parse.tags[unit.head] != "VBG"
            or unit.tokens[0] != unit.head
            or parse.words[unit.head - 1] != ","
            or clause.modals
        ):
            continue
        joined = [c for c in parse.children(unit.head, "conj") if parse.tags[c] == "VBG" and c in unit.tokens]
        for verb in (unit.head, *joined):
            if base(parse.words[verb], parse.tags[verb]) in others:
                continue
            apart = {i for c in joined if c != verb and verb == unit.head for i in parse.subtree(c)}
            tokens = trim(parse, tuple(i for i in parse.subtree(verb) if i in unit.tokens and i not in apart))
            inner = tuple(units_of(parse, verb, set(tokens), clause.subject))
            found.append(
                Clause(parse, verb, clause.subject_head, clause.subject, (), tokens, inner, clause.source, ",")
            )
    return found


def _spliced(parse: Parse, verb: int) -> list[int]:
    """Main clauses that only a comma ties to this one ("X is A, there is no B"): the parser takes them for content."""
    found = []
    for c in parse.children(verb, "ccomp"):
        end = parse.subtree(c)[-1]
        if (
            c < verb
            and end + 1 < verb
            and parse.words[end + 1] == ","
            and (
                parse.tags[c] in ("VBZ", "VBP", "VBD")
                or any(parse.tags[a] in ("VBZ", "VBP", "MD") for a in parse.children(c, "aux", "auxpass"))
            )
            and parse.child(c, "mark") is None
            and parse.child(c, "nsubj", "nsubjpass", "csubj") is not None
        ):
            found.append(c)
    return found


def _link(parse: Parse, verb: int, conjunct: int) -> str:
    before = [c for c in parse.children(verb, "cc") if c < conjunct]
    return parse.lower[before[-1]] if before else ","


def stands_alone(parse: Parse, c: int, verb: int) -> bool:
    """Whether a coordinated verb is a clause of its own: with "or" it is true only together with the first."""
    return parse.child(c, *SUBJECTS) is not None or not any(
        verb < j < c and parse.lower[j] == "or" for j in parse.children(verb, "cc")
    )


def _connective(parse: Parse, i: int, subject: tuple[int, ...], verb: int) -> bool:
    start = subject[0] if subject else verb
    return i < start and parse.lower[i] in words("connectives") and not parse.children(i)


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
        conjuncts = [c for c in parse.children(at, "conj") if parse.tags[c] == "VB" and stands_alone(parse, c, at)]
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
        if member != at and any(parse.tags[c] == "TO" for c in parse.children(member, "aux")):
            keep -= set(to)  # "to find and to fix"
        if member == at:
            keep -= {j for c in joints for j in parse.subtree(c)}
        variants.append(trim(parse, tuple(i for i in predicate if i in keep and i not in joints)))
    return variants
