"""Where a constituent really ends: phrases that the parser hangs on the wrong word, and those it leaves behind."""

from __future__ import annotations

from dataclasses import replace

from flashcards.language.clause import Unit
from flashcards.language.forms import base
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.roles import FOCUS

AS_VERBS = ("see", "treat", "view", "regard", "use", "define", "describe", "think", "consider", "frame", "model")
PLACING = ("put", "place")
PLACES = ("on", "in", "into", "onto", "inside", "beside", "near", "next", "within", "under")
ASKING = ("how", "what", "why", "where", "who", "which", "when", "whether")


def trim(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    kept = list(tokens)
    if len(kept) > 2 and parse.lower[kept[-1]] == "than" and parse.lower[kept[-2]] == "rather":
        del kept[-2:]
    while kept and parse.tags[kept[-1]] in (".", ",", ":", "CC", "HYPH", "-RRB-", "-LRB-"):
        kept.pop()
    while kept and parse.tags[kept[0]] in (".", ",", ":", "CC"):
        kept.pop(0)
    return tuple(kept)


def with_its_phrase(parse: Parse, verb: int, found: list[Unit]) -> list[Unit]:
    """For "predict climate for learning".

    Behind a verb of effect, "for ..." right after the object belongs to the object.
    """
    effect = base(parse.words[verb], parse.tags[verb]) in words("effect_verbs")
    for unit in [unit for unit in found if unit.role == "object"]:
        for other in found:
            deed = parse.lower[unit.head].endswith(("tion", "sion", "ment", "val", "sis", "ance", "review"))
            if (
                ((other.marker in ("for", "about", "between") and effect) or (other.marker == "by" and deed))
                and other.governor == unit.governor
                and other.tokens[0] == unit.tokens[-1] + 1
            ):
                tokens = (*unit.tokens, *other.tokens)
                return [
                    Unit("object", unit.head, tokens, tokens, "", unit.fronted, unit.governor),
                    *(u for u in found if u is not unit and u is not other),
                ]
    return found


def with_focus(parse: Parse, found: list[Unit]) -> list[Unit]:
    """For "partly because nobody knows who owns it": the adverb says how much of the reason it is."""
    for unit in found:
        if unit.role != "reason" or unit.tokens[0] < 2:
            continue
        first = unit.tokens[0]
        before = tuple(parse.lower[first - 2 : first])
        focus = (first - 2, first - 1) if before == ("in", "part") else (first - 1,)
        if before[-1] in FOCUS or len(focus) > 1:
            tokens = (*focus, *(i for i in unit.tokens if i not in focus))
            whole = Unit("reason", unit.head, tokens, tokens, unit.marker, unit.fronted, unit.governor)
            return [whole if u is unit else u for u in found if u is unit or not set(u.tokens) <= set(focus)]
    return found


def part_purpose(
    parse: Parse, verb: int, c: int, tokens: tuple[int, ...], found: list[Unit]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """An infinitive that the parser hangs on the object ("need a map to find X") is mostly the verb's purpose."""
    if (
        parse.lower[c] in words("infinitive_nouns")
        or parse.tags[c] not in ("NN", "NNS", "NNP")
        or base(parse.words[verb], parse.tags[verb]) == "be"
    ):
        return tokens, tokens
    enough = any(parse.lower[i] == "enough" for i in parse.children(c, "amod", "det"))
    for below in parse.children(c, "acl", "relcl"):
        inside = tuple(i for i in parse.subtree(below) if i in tokens)
        if (
            inside
            and not enough
            and parse.tags[below] == "VB"
            and parse.lower[inside[0]] == "to"
            and inside[-1] == tokens[-1]
            and parse.child(below, "dobj", "prep", "ccomp", "xcomp") is not None
        ):
            found.append(Unit("purpose", below, inside, inside, "to", False, verb))
            kept = trim(parse, tuple(i for i in tokens if i not in inside))
            return kept, kept
    return tokens, tokens


def part_as(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], found: list[Unit]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For "see a risk as a threat": the parser often hangs "as ..." on the object, but it belongs to the verb."""
    if base(parse.words[at], parse.tags[at]) not in AS_VERBS:
        return tokens, tokens
    for p in parse.children(c, "prep"):
        inside = tuple(i for i in parse.subtree(p) if i in tokens)
        if parse.lower[p] in ("as", "like") and len(inside) > 1 and inside[-1] == tokens[-1]:
            found.append(Unit("prepositional", p, inside, inside[1:], parse.lower[p], False, at))
            kept = trim(parse, tuple(i for i in tokens if i not in inside))
            return kept, kept
    return tokens, tokens


def of_units(parse: Parse, c: int, tokens: tuple[int, ...], at: int) -> list[Unit]:
    """For "part of X", "the source of X": X may be asked for, the noun stays in the question."""
    if parse.lower[c] not in words("of_nouns"):
        return []
    units = []
    for p in parse.children(c, "prep"):
        inside = trim(parse, tuple(i for i in parse.subtree(p) if i in tokens))
        if parse.lower[p] == "of" and len(inside) > 1 and inside[-1] == tokens[-1]:
            units.append(Unit("prepositional", p, inside, inside[1:], "of", False, at))
    return units


def asked_units(parse: Parse, c: int, tokens: tuple[int, ...], at: int) -> list[Unit]:
    """For "need a model of what users do": the indirect question may be asked for, the noun stays in the question."""
    for p in parse.children(c, "prep"):
        inside = trim(parse, tuple(i for i in parse.subtree(p) if i in tokens))
        ends = parse.lower[p] in ("of", "about", "for", "on") and len(inside) > 3 and inside[-1] == tokens[-1]
        asks = ends and inside[1] == p + 1 and parse.lower[p + 1] in ASKING
        if asks and parse.child(p, "pcomp") is not None:
            return [Unit("prepositional", p, inside, inside[1:], parse.lower[p], False, at)]
    return []


def part_state(
    parse: Parse, c: int, tokens: tuple[int, ...], at: int, found: list[Unit]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For "is a guess, based on the last project": what follows the comma says something more of the subject."""
    for p in parse.children(c, "acl", "advcl", "conj"):
        inside = tuple(i for i in parse.subtree(p) if i in tokens)
        if (
            inside
            and parse.tags[p] == "VBN"
            and inside[0] == p
            and parse.words[p - 1] == ","
            and inside[-1] == tokens[-1]
            and parse.child(p, "prep", "agent") is not None
            and base(parse.words[at], parse.tags[at]) == "be"
        ):
            found.append(Unit("participle", p, inside, inside, "", False, at))
            kept = trim(parse, tuple(i for i in tokens if i not in inside))
            return kept, kept
    return tokens, tokens


def one_list(parse: Parse, found: list[Unit]) -> list[Unit]:
    """A list that the parser cut in two: "are lead time, deploy frequency | , time to restore, and failure rate"."""
    complements = [unit for unit in found if unit.role == "complement" and not unit.fronted]
    if len(complements) != 2:
        return found
    one, two = sorted(complements, key=lambda unit: unit.tokens[0])
    between = range(one.tokens[-1] + 1, two.tokens[0])
    listed = [parse.words[i] for i in between] == [","] and any(parse.tags[i] == "CC" for i in two.tokens)
    if not listed or not all(parse.tags[unit.head].startswith("NN") for unit in (one, two)):
        return found
    tokens = tuple(range(one.tokens[0], two.tokens[-1] + 1))
    whole = replace(one, tokens=tokens, gap=tokens)
    return [whole if unit is one else unit for unit in found if unit is not two]


def part_place(parse: Parse, verb: int, found: list[Unit]) -> list[Unit]:
    """For "put the notes for handoffs on the board": where one puts it belongs to the verb, whatever it hangs on."""
    if base(parse.words[verb], parse.tags[verb]) not in PLACING:
        return found
    if any(unit.role == "prepositional" and unit.marker in PLACES and unit.governor == verb for unit in found):
        return found
    last = max((unit.tokens[-1] for unit in found if unit.role in ("object", "prepositional")), default=-1)
    for unit in found:
        if unit.role not in ("object", "prepositional") or unit.tokens[-1] != last:
            continue
        for p in unit.tokens[1:]:
            inside = tuple(i for i in parse.subtree(p) if i in unit.tokens)
            if parse.lower[p] in PLACES and parse.deps[p] == "prep" and len(inside) > 1 and inside[-1] == last:
                kept = tuple(i for i in unit.tokens if i not in inside)
                where = Unit("prepositional", p, inside, inside[1:], parse.lower[p], False, verb)
                whole = replace(unit, tokens=kept, gap=tuple(i for i in unit.gap if i in kept))
                return [*(whole if other is unit else other for other in found), where]
    return found


def within_units(parse: Parse, c: int, tokens: tuple[int, ...], at: int) -> list[Unit]:
    """For "is in conflict with X", "is at the mercy of X": X may be asked for, the phrase before it stays."""
    noun = parse.child(c, "pobj")
    if noun is None or parse.lower[at] not in ("is", "are", "be") or parse.children(noun, "amod", "poss", "compound"):
        return []
    for p in parse.children(noun, "prep"):
        inside = trim(parse, tuple(i for i in parse.subtree(p) if i in tokens))
        if parse.lower[p] in ("to", "with", "of", "for", "from") and len(inside) > 1 and inside[-1] == tokens[-1]:
            return [Unit("prepositional", p, inside, inside[1:], parse.lower[p], False, at)]
    return []


def with_what_follows(parse: Parse, found: list[Unit], allowed: set[int]) -> list[Unit]:
    """The units with what the parser left behind: "... the people, and how they will talk", "the need for X to Y"."""
    return [_with_purpose(parse, _with_question(parse, unit), found, allowed) for unit in found]


def _with_question(parse: Parse, unit: Unit) -> Unit:
    """Joined to an indirect question that ends the sentence."""
    if unit.role not in ("object", "gerund", "content", "infinitive") or unit.fronted or not unit.gap:
        return unit
    at = unit.gap[-1] + 1
    if at < len(parse) and parse.words[at] == ",":
        at += 1
    if at + 3 >= len(parse) or parse.lower[at] not in ("and", "or") or parse.lower[at + 1] not in ASKING:
        return unit
    more = trim(parse, tuple(range(unit.gap[-1] + 1, len(parse))))
    more = tuple(range(unit.gap[-1] + 1, more[-1] + 1)) if more else ()
    return replace(unit, tokens=(*unit.tokens, *more), gap=(*unit.gap, *more))


def _with_purpose(parse: Parse, unit: Unit, found: list[Unit], allowed: set[int]) -> Unit:
    """For "the need for responders to think": whose need and for what belongs to the noun."""
    if unit.role != "object" or parse.lower[unit.head] not in words("infinitive_nouns") or not unit.tokens:
        return unit
    at = unit.tokens[-1] + 1
    if at + 1 >= len(parse) or parse.lower[at] != "for" or at not in allowed or parse.tags[at + 1] == "VBG":
        return unit
    more = [at]
    for i in range(at + 1, len(parse)):
        apart = any(i == other.tokens[0] and other.role in ("condition", "reason", "concession") for other in found)
        if i not in allowed or apart or parse.tags[i] in (",", ".", ":"):
            break
        more.append(i)
    if not any(parse.tags[i] == "TO" and parse.tags[min(i + 1, len(parse) - 1)] == "VB" for i in more):
        return unit
    return replace(unit, tokens=(*unit.tokens, *more), gap=(*unit.gap, *more))
