"""Rows and phrasal verbs that the parser cuts up: "time, good tests and patience", "slow down delivery"."""

from __future__ import annotations

from flashcards.language.draft import Draft
from flashcards.language.forms import base

PARTICLES = ("down", "up", "out", "off")
PHRASAL = frozenset(
    f"{verb} {way}"
    for way, verbs in (
        ("down", "slow break shut cut track narrow write bring tear turn hunt wind pin shoot scale take"),
        ("up", "speed scale clean set free build hold back open pick use give clog eat wake mess break ramp bring"),
        ("out", "roll figure rule sort carry spell phase push burn sketch weed write"),
        ("off", "turn pay switch take hand fend spin"),
    )
    for verb in verbs.split()
)
VERBAL = ("nsubj", "nsubjpass", "aux", "auxpass", "cop", "dobj")


def quality_in_a_row(word: int, draft: Draft) -> bool:
    """For "rules should be short, explained, and owned", read as if rules explained and owned: qualities all."""
    verb = draft.heads[word]
    if draft.tags[word] not in ("VBD", "VBN") or draft.lower[verb] not in ("be", "is", "are"):
        return False
    first = next((c for c in draft.below(verb, "acomp") if verb < c < word), -1)
    if draft.lower[word - 1] != "," or first < 0 or draft.below(word, "nsubj", "dobj", "aux", "auxpass"):
        return False
    last = max(c for c in range(first, word) if c == first or (draft.deps[c] == "conj" and draft.heads[c] >= first))
    draft.heads[word], draft.heads[word - 1], draft.tags[word] = last, last, "VBN"
    return True


def one_more_object(thing: int, draft: Draft) -> bool:
    """For "takes time, good tests, and patience", with the tests hung on the verb: they go in a row with the time."""
    verb = draft.heads[thing]
    if draft.tags[thing] not in ("NN", "NNS") or not draft.tags[verb].startswith("VB"):
        return False
    first = next((c for c in draft.below(verb, "dobj", "attr") if verb < c < thing), -1)
    doing = any(c == thing + 1 for c in draft.below(thing, "acl", "xcomp", "amod"))
    if first < 0 or doing or draft.below(thing, *VERBAL):
        return False  # "and practice using them" is another thing to do
    draft.heads[thing] = first
    for c in draft.below(verb, "punct", "cc"):
        if first < c < thing:
            draft.heads[c] = first
    return True


def quality_of_the_second(word: int, draft: Draft) -> bool:
    """For "exposes hidden links and stray indexes", read as if something "strayed": it says which indexes."""
    verb = draft.heads[word]
    if draft.tags[word] not in ("VB", "VBP") or draft.tags[verb] != "VBZ" or draft.deps[word - 1] != "cc":
        return False
    things = [c for c in draft.below(word, "dobj") if c > word]
    first = next((c for c in draft.below(verb, "dobj") if verb < c < word), -1)
    others = [c for c in draft.below(word) if draft.deps[c] not in ("dobj", "punct")]
    if first < 0 or others or things[:1] != [word + 1] or draft.tags[word + 1] not in ("NN", "NNS"):
        return False
    draft.hang(things[0], first, "conj")
    draft.hang(word, things[0], "amod", "JJ")
    draft.heads[word - 1] = first
    for c in draft.below(word):
        draft.heads[c] = verb
    return True


def particle(word: int, draft: Draft) -> bool:
    """For "boards slow down delivery", with the delivery behind a preposition: it is what is slowed down."""
    verb = draft.heads[word]
    if draft.lower[word] not in PARTICLES or not draft.tags[verb].startswith("VB"):
        return False
    if f"{base(draft.lower[verb], draft.tags[verb])} {draft.lower[word]}" not in PHRASAL:
        return False
    thing = next((c for c in draft.below(word, "pobj") if c > word), -1)
    if thing < 0 or draft.below(verb, "dobj"):
        return False
    for c in draft.below(word):
        draft.heads[c] = verb
    draft.tags[word], draft.deps[word], draft.deps[thing] = "RP", "prt", "dobj"
    return True


def particle_of_the_verb(word: int, draft: Draft) -> bool:
    """For "slow down delivery", with "down" hung on the delivery."""
    above = draft.heads[word]
    if draft.tags[word] != "RP" or draft.deps[above] != "dobj" or draft.heads[above] != word - 1:
        return False
    draft.hang(word, word - 1, "prt")
    return True
