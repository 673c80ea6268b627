"""Sentences whose subject is a doing ("keeping docs beside the code means that ..."), read with a second parse.

The parser often takes the doing for all there is to say, and the verb behind it for a noun or a clause inside. What
begins with that verb it reads well once "It" stands in front, so that is what it is given.
"""

from __future__ import annotations

from flashcards.language.parse import Parse
from flashcards.language.verb_nouns import VERBS, verb_stem

STAND_IN = "It"
OPENERS = frozenset("opening starting closing kicking settling welcoming wrapping".split())  # of talks, not claims
NOUN_COMES = ("DT", "PRP$", "IN", "TO", "CC", "CD", "POS", ",", ":", "MD", "RP")  # before these no verb stands
INSIDE = frozenset(
    "because when if since while although though where whether unless who which that what how why".split()
)
VERB_COMES = ("RB", "RBR", "DT", "PRP", "PRP$", "WP", "WRB", "VBG", "CD", "JJR")  # behind a verb, not behind a plural
MODIFIERS = {"DT": "det", "PRP$": "poss", "CD": "nummod", "JJ": "amod", "VBN": "amod"}


def verb_of_a_doing(parse: Parse) -> int:
    """Where the verb stands whose subject is the doing that the sentence begins with; -1 where all is read well."""
    if len(parse) < 4 or parse.tags[0] != "VBG" or parse.lower[0] in OPENERS:
        return -1
    if (
        parse.deps[0] == "csubj"
        and parse.tags[parse.heads[0]] == "VBZ"
        and parse.child(parse.heads[0], "nsubj") is not None
    ):
        return parse.heads[0]  # with two subjects, the second belongs to the doing
    if parse.root != 0:
        return -1
    if parse.child(0, "aux", "auxpass", "nsubj") is not None:
        return -1
    inside = False
    for i in range(1, len(parse) - 1):
        if parse.lower[i] in INSIDE and not (parse.lower[i] == "that" and parse.tags[i] == "DT"):
            inside = True
        elif not inside and _may_be_the_verb(parse, i):
            return i
    return -1


def _may_be_the_verb(parse: Parse, i: int) -> bool:
    before, behind = parse.tags[i - 1], parse.tags[i + 1]
    if before in NOUN_COMES:
        return False
    if parse.tags[i] == "VBZ":
        return True
    verb = parse.tags[i] == "NNS" and verb_stem(parse.lower[i]) in VERBS
    return verb and before != "JJ" and behind in VERB_COMES


def behind_a_stand_in(parse: Parse, verb: int) -> str:
    """The sentence from its verb on, with "It" as its subject."""
    return f"{STAND_IN} {parse.text(range(verb, len(parse)))}"


def joined(parse: Parse, verb: int, read: Parse) -> Parse:
    """The whole sentence's parse: the doing as in `parse`, what begins with `verb` as in `read`, behind the stand-in.

    `parse` as it is where the second reading makes no sense either.
    """
    whole = len(read) == len(parse) - verb + 1
    if not whole or read.root != 1 or read.tags[1] != "VBZ" or read.child(1, "nsubj") != 0:
        return parse
    tags = parse.tags[:verb] + read.tags[1:]
    deps = parse.deps[:verb] + read.deps[1:]
    heads = parse.heads[:verb] + [head + verb - 1 for head in read.heads[1:]]
    deps[0], heads[0] = "csubj", verb
    for i in range(1, verb):
        if heads[i] >= verb:
            deps[i], heads[i] = _place(tags, i, verb)
    return Parse(list(parse.words), list(parse.spaces), tags, deps, heads)


def _place(tags: list[str], i: int, verb: int) -> tuple[str, int]:
    """The dependency and head of a word of the doing that hung on what stands behind it."""
    noun = next((j for j in range(i + 1, verb) if tags[j].startswith("NN")), 0)
    if noun and tags[i] in MODIFIERS:
        return MODIFIERS[tags[i]], noun
    if tags[i] == "IN":
        return "prep", 0
    if not tags[i].startswith("NN") and tags[i] != "PRP":
        return "advmod", 0
    start = i
    while start > 1 and (tags[start - 1] in MODIFIERS or tags[start - 1].startswith("NN")):
        start -= 1
    return ("pobj", start - 1) if tags[start - 1] == "IN" else ("dobj", 0)
