"""The constituents of a clause, each with its role: object, complement, reason, purpose, condition and so on."""

from __future__ import annotations

from flashcards.language.clause import Unit
from flashcards.language.extents import (
    asked_units,
    of_units,
    one_list,
    part_as,
    part_place,
    part_purpose,
    part_state,
    trim,
    with_focus,
    with_its_phrase,
    with_what_follows,
    within_units,
)
from flashcards.language.forms import base
from flashcards.language.parse import Parse
from flashcards.language.roles import role_of

GERUND_VERBS = ("quit", "stop", "start", "avoid", "consider", "begin", "try", "look", "keep")


def units_of(parse: Parse, verb: int, allowed: set[int], subject: tuple[int, ...]) -> list[Unit]:
    found: list[Unit] = []
    first = subject[0] if subject else -1
    stack = [verb]
    while stack:
        at = stack.pop(0)
        deeper = parse.children(at) if at in allowed else list(parse.children(at, "conj"))
        for c in deeper:
            tokens = trim(parse, tuple(i for i in parse.subtree(c) if i in allowed))
            if not tokens or (c not in allowed and parse.deps[c] not in ("xcomp", "ccomp", "acomp")):
                continue
            if at not in allowed and c in allowed and parse.deps[c] == "conj":
                stack.append(c)  # this variant of "find and fix X" is the one that fixes
                continue
            role, gap, marker, descend = role_of(parse, at, c, tokens)
            if role == "adverb" and (phrase := _hung_on_adverb(parse, c, tokens)):
                tokens = gap = tuple(i for i in tokens if i not in phrase)
                found.append(Unit("prepositional", phrase[0], phrase, phrase[1:], parse.lower[phrase[0]], False, at))
            if role != "object" and parse.tags[at] == "VBG" and at != verb:
                continue  # inside "from starting over" only an object is worth asking for
            if role == "object" and _set_going(parse, at, c):
                continue
            if role == "complement":
                tokens = gap = _with_both(parse, tokens, allowed)
            tokens, gap = _parted(parse, verb, at, c, role, (tokens, gap), found)
            small = _small_clause(parse, at, c, tokens) if role == "content" else []
            found += _within(parse, role, marker, c, tokens, at) or small
            if small:
                continue
            if role:
                head = c if c in allowed else next((k for k in tokens if parse.deps[k] == "conj"), c)
                found.append(Unit(role, head, tokens, gap, marker, 0 <= tokens[-1] < first, at))
            stack += _deeper(parse, (role, marker, descend), at, c, allowed)
    found = with_focus(parse, found)
    found = part_place(parse, verb, one_list(parse, found))
    found = with_what_follows(parse, with_its_phrase(parse, verb, found), allowed)
    found.sort(key=lambda unit: (unit.tokens[0], -len(unit.tokens)))
    return found


def _deeper(parse: Parse, kind: tuple[str, str, bool], at: int, c: int, allowed: set[int]) -> list[int]:
    """Where to look for further units behind one of this (role, marker, whether it goes deeper)."""
    role, marker, descend = kind
    if descend:
        return [c]
    if role != "gerund" or base(parse.words[at], parse.tags[at]) not in GERUND_VERBS:
        return []
    return [p for p in parse.children(c, "pcomp") if p in allowed] if marker else [c]


def _with_both(parse: Parse, tokens: tuple[int, ...], allowed: set[int]) -> tuple[int, ...]:
    """A complement with the "both" before it, which the parser hangs elsewhere."""
    before = tokens[0] - 1
    return (before, *tokens) if parse.lower[before] == "both" and before in allowed else tokens


def _within(parse: Parse, role: str, marker: str, c: int, tokens: tuple[int, ...], at: int) -> list[Unit]:
    """The units inside a phrase of place."""
    inner = role == "prepositional" and marker in ("in", "at", "under", "on")
    return within_units(parse, c, tokens, at) if inner else []


def _parted(
    parse: Parse,
    verb: int,
    at: int,
    c: int,
    role: str,
    whole: tuple[tuple[int, ...], tuple[int, ...]],
    found: list[Unit],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(tokens, gap) of an object or complement without what the parser hung on it; that goes to `found`."""
    if role not in ("object", "complement"):
        return whole
    tokens, _ = part_purpose(parse, verb, c, whole[0], found)
    if role == "object":
        found += asked_units(parse, c, tokens, at)
        return part_as(parse, at, c, tokens, found)
    found += of_units(parse, c, tokens, at)
    return part_state(parse, c, tokens, at, found)


def _hung_on_adverb(parse: Parse, c: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """For "learn better from examples": the phrase that the parser hangs on the comparing adverb."""
    if parse.tags[c] != "RBR" and parse.lower[c] not in ("better", "worse", "more", "less"):
        return ()
    for p in parse.children(c, "prep"):
        inside = trim(parse, tuple(i for i in parse.subtree(p) if i in tokens))
        if p > c and parse.lower[p] != "than" and len(inside) > 1 and inside[-1] == tokens[-1]:
            return inside
    return ()


def _small_clause(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> list[Unit]:
    """For "makes testing hard": the object that is made so, and what it is made."""
    inner = parse.child(c, "nsubj")
    makes = base(parse.words[at], parse.tags[at]) in ("make", "keep", "leave") and parse.tags[c].startswith("JJ")
    if inner is None or not makes or parse.child(c, "aux", "cop", "mark") is not None:
        return []
    whom = tuple(i for i in parse.subtree(inner) if i in tokens)
    rest = trim(parse, tuple(i for i in tokens if i not in whom))
    if not whom or not rest or whom[-1] > rest[0]:
        return []
    return [Unit("object", inner, whom, whom, "", False, at), Unit("complement", c, rest, rest, "", False, at)]


def _set_going(parse: Parse, at: int, c: int) -> bool:
    """For "get tools talking": neither the tools nor the talking is what one gets."""
    inner = parse.child(c, "acl")
    going = inner is not None and parse.tags[inner] == "VBG"
    return going and base(parse.words[at], parse.tags[at]) in ("get", "keep", "have", "see", "hear")


def whole_predicate(
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
        or (unit.role == "prepositional" and unit.marker in ("after", "before", "during"))
        for i in unit.tokens
    }
    kept = trim(parse, tuple(i for i in predicate if i not in apart))
    return [Unit("predicate", verb, kept, kept, "", False, verb)] if kept and verb in kept else []
