"""Sentences that begin with a doing ("pairing spreads knowledge") and are read as if somebody did it, put right."""

from __future__ import annotations

from flashcards.language.draft import Draft
from flashcards.language.verb_nouns import VERBS, verb_stem


def doing_limits(doing: int, draft: Draft) -> bool:
    """For "replacing hosts limits how much they drift", read as if there were limits: the doing limits it."""
    for verb in range(doing + 2, len(draft.heads) - 1):
        noun = verb - 1
        asked = draft.lower[verb + 1] in ("how", "what", "why", "whether", "where")
        clause = next(
            (
                c
                for c in range(verb + 2, len(draft.heads))
                if draft.heads[c] in (verb, doing) and draft.deps[c] in ("relcl", "ccomp")
            ),
            -1,
        )
        if draft.tags[verb] != "NNS" or not asked or clause < 0 or verb_stem(draft.lower[verb]) not in VERBS:
            continue
        if draft.heads[noun] != verb or not draft.tags[noun].startswith("NN"):
            continue
        for c in range(len(draft.heads)):
            if draft.heads[c] == verb and c < noun:
                draft.heads[c] = noun
        draft.heads[noun], draft.deps[noun] = draft.heads[verb], draft.deps[verb]
        draft.root(verb, "VBZ")
        draft.hang(doing, verb, "csubj")
        draft.hang(clause, verb, "ccomp")
        draft.heads[-1] = verb if draft.deps[-1] == "punct" else draft.heads[-1]
        return True
    return False


def blame_kills(doing: int, draft: Draft) -> bool:
    """For "blame kills learning", read as if kills were learning: without "are", they are not."""
    verb, subject = doing - 1, doing - 2
    if subject < 0 or any(
        draft.heads[c] == doing and draft.deps[c] in ("aux", "auxpass") for c in range(len(draft.heads))
    ):
        return False
    if (
        draft.tags[verb] != "NNS"
        or draft.deps[verb] != "nsubj"
        or draft.heads[verb] != doing
        or verb_stem(draft.lower[verb]) not in VERBS
    ):
        return False
    if draft.heads[subject] != verb or draft.tags[subject] not in ("NN", "NNP"):
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] == verb and c < subject:
            draft.heads[c] = subject
        elif draft.heads[c] == doing and c > doing and draft.deps[c] in ("advcl", "punct"):
            draft.heads[c] = verb
    draft.root(verb, "VBZ")
    draft.hang(subject, verb, "nsubj")
    draft.hang(doing, verb, "dobj", "NN")
    return True


def pairing_spreads(doing: int, draft: Draft) -> bool:
    """For "pairing juniors with seniors spreads knowledge", where no subject is found for the verb: the doing is it."""
    below = range(doing + 2, len(draft.heads) - 1)
    if doing or any(draft.tags[c].startswith(("VB", "MD")) and draft.deps[c] in ("aux", "conj") for c in below):
        return False
    verb = next(
        (c for c in below if draft.tags[c] == "VBZ" and draft.deps[c] in ("dobj", "pobj", "oprd", "appos", "dep")), -1
    )
    if verb < 0 or any(draft.heads[c] == verb and draft.deps[c].startswith("nsubj") for c in range(verb)):
        return False
    for c in range(verb + 1, len(draft.heads)):
        if draft.heads[c] < verb:
            draft.heads[c] = verb
            draft.deps[c] = "dobj" if draft.deps[c] in ("oprd", "dobj", "pobj", "appos") else draft.deps[c]
            if (
                draft.deps[c] == "relcl"
                and (thing := next((n for n in range(verb + 1, c) if draft.tags[n] in ("NN", "NNS")), -1)) > 0
            ):
                draft.heads[c] = thing
    draft.root(verb)
    draft.hang(doing, verb, "csubj")
    return True


def doing_matters(doing: int, draft: Draft) -> bool:
    """For "gathering data first matters, because ...", read as if matters were gathered: nothing else is the verb."""
    ends = (".", ",", "because", "since", "when", "if", "more", "less", "most", "here", "too")
    for verb in range(doing + 1, len(draft.heads) - 1):
        if draft.lower[verb] != "matters" or draft.tags[verb] != "NNS" or draft.lower[verb + 1] not in ends:
            continue
        if doing or any(draft.tags[c] == "DT" and draft.heads[c] == verb for c in range(verb)):
            return False
        for c in range(len(draft.heads)):
            if c < verb and draft.heads[c] == verb:
                draft.heads[c], draft.deps[c] = draft.heads[verb], draft.deps[verb]
            elif c > verb and draft.heads[c] <= verb:
                draft.heads[c] = verb
        draft.root(verb, "VBZ")
        draft.hang(doing, verb, "csubj")
        return True
    return False


def sourcing_stores(root: int, draft: Draft) -> bool:
    """For "event sourcing stores every change", read as if an event were sourcing stores."""
    doing, verb = root + 1, root + 2
    if (
        verb + 1 >= len(draft.heads)
        or draft.tags[doing] != "VBG"
        or draft.deps[doing] != "acl"
        or draft.heads[doing] != root
    ):
        return False
    if draft.tags[verb] != "NNS" or draft.heads[verb] != doing or verb_stem(draft.lower[verb]) not in VERBS:
        return False
    if draft.tags[verb + 1] not in ("DT", "PRP$", "WP", "WRB", "JJ"):
        return False
    for c in range(len(draft.heads)):
        if c > verb and draft.heads[c] in (root, doing):
            draft.heads[c] = verb
        elif c < root and draft.heads[c] == root:
            draft.heads[c] = doing
    draft.root(verb, "VBZ")
    draft.hang(doing, verb, "nsubj", "NN")
    draft.hang(root, doing, "compound")
    return True


def doing_shortens(root: int, draft: Draft) -> bool:
    """For "limiting work shortens lead time", read as if limiting led something: lead time is what it shortens."""
    if draft.deps[0] != "csubj":
        return False
    verb, thing = root - 1, root + 1
    if (
        draft.tags[verb] not in ("VBZ", "NNS")
        or draft.deps[verb] not in ("dobj", "pobj")
        or thing >= len(draft.heads)
        or draft.heads[thing] != root
    ):
        return False
    if (
        draft.deps[thing] != "dobj"
        or draft.tags[thing] not in ("NN", "NNS")
        or verb_stem(draft.lower[verb]) not in VERBS
    ):
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] in (root, verb) and c not in (0, thing):
            draft.heads[c] = verb if c > root else 0
            draft.deps[c] = "dobj" if draft.deps[c] == "compound" and c < verb else draft.deps[c]
    draft.root(verb, "VBZ")
    draft.heads[0], draft.heads[thing] = verb, verb
    draft.hang(root, thing, "compound", "NN")
    return True


def doing_forces(doing: int, draft: Draft) -> bool:
    """For "writing forces you to think", read as if forces were written: a noun is not followed by "you" at once."""
    for verb in range(doing + 1, len(draft.heads) - 1):
        if (
            draft.tags[verb] != "NNS"
            or draft.deps[verb] not in ("dobj", "pobj")
            or verb_stem(draft.lower[verb]) not in VERBS
        ):
            continue
        thing = next(
            (c for c in range(verb + 1, len(draft.heads)) if draft.heads[c] == verb and draft.deps[c] == "appos"), -1
        )
        if thing < 0 or "," in draft.lower[verb:thing]:
            continue
        if verb - 1 > doing and draft.heads[verb - 1] == verb:  # "alerting on burn rate catches failures"
            draft.heads[verb - 1], draft.deps[verb - 1] = draft.heads[verb], draft.deps[verb]
        for c in range(len(draft.heads)):
            if draft.heads[c] == verb and c < verb:
                draft.heads[c] = max(verb - 1, doing)
            elif c > verb and draft.heads[c] == doing:
                draft.heads[c] = verb
        draft.root(verb, "VBZ")
        draft.hang(doing, verb, "csubj")
        draft.hang(thing, verb, "dobj")
        return True
    return False
