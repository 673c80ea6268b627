"""The constituents of a clause, each with its role: object, complement, reason, purpose, condition and so on."""

from __future__ import annotations

from flashcards.language.clause import Unit
from flashcards.language.extents import (
    of_units,
    part_as,
    part_purpose,
    part_state,
    trim,
    with_its_phrase,
    with_what_follows,
    within_units,
)
from flashcards.language.forms import base
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse

GERUND_VERBS = ("quit", "stop", "start", "avoid", "consider", "begin", "try", "look", "keep")
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
    "as a consequence|as a result|in addition|for example|for instance|in fact|of course|in general|in"
    " other words|at the end of the day"
    "|on the other hand|in short|at the same time|in conclusion|in particular|by the way|on the one"
    " hand|e.g.|i.e.|in the end"
    "|after all|above all|as well|first of all|in turn|as always|as usual|to be honest|in my opinion"
    "|in this talk|for one".split("|")
)


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
            role, gap, marker, descend = _role(parse, at, c, tokens)
            if role != "object" and parse.tags[at] == "VBG" and at != verb:
                continue  # inside "from starting over" only an object is worth asking for
            if role == "complement" and parse.lower[tokens[0] - 1] == "both" and tokens[0] - 1 in allowed:
                tokens = gap = (tokens[0] - 1, *tokens)
            if role == "object" and _set_going(parse, at, c):
                continue
            tokens, gap = _parted(parse, verb, at, c, role, (tokens, gap), found)
            if role == "prepositional" and marker in ("in", "at", "under", "on"):
                found += within_units(parse, c, tokens, at)
            if role:
                head = c if c in allowed else next((k for k in tokens if parse.deps[k] == "conj"), c)
                found.append(Unit(role, head, tokens, gap, marker, 0 <= tokens[-1] < first, at))
            if descend:
                stack.append(c)
            elif role == "gerund" and base(parse.words[at], parse.tags[at]) in GERUND_VERBS:
                stack += [p for p in parse.children(c, "pcomp") if p in allowed] if marker else [c]
    found = with_what_follows(parse, with_its_phrase(parse, verb, found), allowed)
    found.sort(key=lambda unit: (unit.tokens[0], -len(unit.tokens)))
    return found


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
        return part_as(parse, at, c, tokens, found)
    found += of_units(parse, c, tokens, at)
    return part_state(parse, c, tokens, at, found)


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
        for i in unit.tokens
    }
    kept = trim(parse, tuple(i for i in predicate if i not in apart))
    return [Unit("predicate", verb, kept, kept, "", False, verb)] if kept and verb in kept else []


WHOLE = {"dobj": "object", "obj": "object", "attr": "complement", "oprd": "complement", "advmod": "adverb"}


def _role(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    """(role, gap, marker, whether to look below) of dependent `c` of `at`."""
    dep, tag = parse.deps[c], parse.tags[c]
    if dep in WHOLE:
        return WHOLE[dep], tokens, "", False
    if dep == "acomp":
        return "complement", tokens, "", True
    if dep in ("prep", "agent") or (dep == "dative" and tag in ("IN", "TO")):
        return _prepositional(parse, at, c, tokens)
    if dep == "dative":
        return "indirect", tokens, "", False
    if dep == "prt":
        return "particle", (), parse.lower[c], False
    if dep in ("xcomp", "advcl", "ccomp"):
        return _clausal(parse, at, c, tokens)
    if dep == "npadvmod":
        behind = c == at + len(tokens) and parse.child(at, "dobj") is None
        named = tag.startswith("NNP") or parse.lower[c] not in words("times")
        return ("object" if behind and named else "adverbial"), tokens, "", False  # "runs Game Days"
    return "", (), "", False


def _prepositional(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    marker = parse.lower[c]
    if parse.text(tokens).lower() in DISCOURSE:
        return "discourse", tokens, marker, False
    below = [i for i in tokens if i > c]
    inner = parse.child(c, "pobj", "pcomp", "prep", "amod", "advmod")
    if parse.lower[tokens[0] : tokens[0] + 3] == ["in", "order", "to"]:
        return "purpose", tokens, "in order", False
    if parse.lower[tokens[0] : tokens[0] + 2] == ["in", "case"] and len(tokens) > 3:
        return "purpose", tokens, "in case", False
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
    if marker == "by" and parse.lower[c + 1].endswith("ing") and len(below) > 1 and parse.deps[c] != "agent":
        return "means", tokens, marker, False  # "by shortening loops", read as if the loops were shortening
    if parse.deps[inner] == "pcomp":
        return "prepositional", gap, marker, False
    if parse.deps[c] == "agent" or (marker == "by" and parse.tags[at] == "VBN"):
        return "agent", gap, marker, False
    return "prepositional", gap, marker, False


def _clausal(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    """The role of a dependent clause: by its conjunction where it has one, else by its form."""
    role, marker = _by_conjunction(parse, c, tokens)
    if role:
        return role, tokens, marker, False
    dep, tag = parse.deps[c], parse.tags[c]
    to = any(parse.tags[a] == "TO" for a in parse.children(c, "aux"))
    marks = [parse.lower[m] for m in parse.children(c, "mark")]
    if dep == "advcl" and not marks:
        return _bare_adverbial(parse, at, c, tokens, to)
    if dep == "xcomp":
        return _open_complement(parse, at, c, tokens, to)
    if dep == "ccomp":
        bare = tag == "VB" and _has_subject(parse, c)
        if to or (bare and not any(parse.tags[a] == "MD" for a in parse.children(c, "aux"))):
            return "infinitive", tokens, "to" if to else "", True
        return "content", tokens, marks[0] if marks else "", False
    return "", (), "", False


def _has_subject(parse: Parse, c: int) -> bool:
    return parse.child(c, "nsubj", "nsubjpass", "csubj", "expl") is not None


def _by_conjunction(parse: Parse, c: int, tokens: tuple[int, ...]) -> tuple[str, str]:
    """(role, marker) of a clause that begins with a conjunction; ("", "") for any other."""
    first = parse.lower[tokens[0]]
    second = parse.lower[tokens[1]] if len(tokens) > 1 else ""
    has_subject = _has_subject(parse, c)
    if first == "because" or (first == "since" and has_subject):
        return "reason", first
    if first == "so" and (second == "that" or has_subject):
        return "purpose", "so that" if second == "that" else "so"
    if first == "in" and second in ("order", "case"):
        return "purpose", f"in {second}"
    if parse.deps[c] == "ccomp" and parse.tags[tokens[0]] in ("WRB", "WP", "WDT"):
        return "content", first
    if first in ("when", "where") and second == "to":
        return "content", first  # "it tells you when to stop"
    if first in CONCESSION or (first in ("while", "whilst") and parse.words[tokens[0] - 1] == "," and has_subject):
        return "concession", first
    if first in CONDITION or (first == "as" and (second in ("soon", "long") or has_subject)):
        return "condition", first  # "as" alone may be reason or time: nobody can tell
    if first in ("especially", "only", "just", "except", "right") and second in CONDITION:
        return "condition", second
    if first == "by" and parse.tags[c] == "VBG":
        return "means", "by"
    return "", ""


def _bare_adverbial(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], to: bool
) -> tuple[str, tuple[int, ...], str, bool]:
    """An adverbial clause without a conjunction: an infinitive of purpose, or a participle."""
    if to:
        controlled = base(parse.words[at], parse.tags[at]) in OBJECT_CONTROL and parse.child(at, "dobj") is not None
        return ("infinitive", tokens, "to", True) if controlled and c > at else ("purpose", tokens, "to", False)
    if parse.tags[c] in ("VBG", "VBN") and not _has_subject(parse, c):
        return "participle", tokens, "", False
    return "", (), "", False


def _open_complement(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], to: bool
) -> tuple[str, tuple[int, ...], str, bool]:
    """An infinitive or -ing form that a verb governs; behind an object it is mostly what that is for."""
    if to or parse.tags[c] == "VB":
        governor = base(parse.words[at], parse.tags[at])
        has_object = parse.child(at, "dobj") is not None
        of_object = has_object and governor not in words("object_control_verbs")
        of_passive = (
            not has_object
            and parse.tags[at] == "VBN"
            and governor not in words("object_control_verbs") | words("control_verbs")
        )
        if to and (of_object or of_passive):
            return "purpose", tokens, "to", False
        return "infinitive", tokens, "to" if to else "", True
    being = any(parse.lower[a] == "being" for a in parse.children(c, "auxpass"))  # "means being paged"
    return ("gerund" if parse.tags[c] == "VBG" or being else "complement"), tokens, "", False
