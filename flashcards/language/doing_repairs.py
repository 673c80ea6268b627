"""Sentences that begin with a doing ("pairing spreads knowledge") and are read as if somebody did it, put right."""

from __future__ import annotations

from flashcards.language.verb_nouns import VERBS, Reading, verb_stem


def doing_limits(doing: int, read: Reading) -> bool:
    """For "replacing hosts limits how much they drift", read as if there were limits: the doing limits it."""
    for verb in range(doing + 2, len(read.heads) - 1):
        noun = verb - 1
        asked = read.lower[verb + 1] in ("how", "what", "why", "whether", "where")
        clause = next(
            (
                c
                for c in range(verb + 2, len(read.heads))
                if read.heads[c] in (verb, doing) and read.deps[c] in ("relcl", "ccomp")
            ),
            -1,
        )
        if read.tags[verb] != "NNS" or not asked or clause < 0 or verb_stem(read.lower[verb]) not in VERBS:
            continue
        if read.heads[noun] != verb or not read.tags[noun].startswith("NN"):
            continue
        for c in range(len(read.heads)):
            if read.heads[c] == verb and c < noun:
                read.heads[c] = noun
        read.heads[noun], read.deps[noun] = read.heads[verb], read.deps[verb]
        read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
        read.heads[doing], read.deps[doing] = verb, "csubj"
        read.heads[clause], read.deps[clause] = verb, "ccomp"
        read.heads[-1] = verb if read.deps[-1] == "punct" else read.heads[-1]
        return True
    return False


def blame_kills(doing: int, read: Reading) -> bool:
    """For "blame kills learning", read as if kills were learning: without "are", they are not."""
    verb, subject = doing - 1, doing - 2
    if subject < 0 or any(
        read.heads[c] == doing and read.deps[c] in ("aux", "auxpass") for c in range(len(read.heads))
    ):
        return False
    if (
        read.tags[verb] != "NNS"
        or read.deps[verb] != "nsubj"
        or read.heads[verb] != doing
        or verb_stem(read.lower[verb]) not in VERBS
    ):
        return False
    if read.heads[subject] != verb or read.tags[subject] not in ("NN", "NNP"):
        return False
    for c in range(len(read.heads)):
        if read.heads[c] == verb and c < subject:
            read.heads[c] = subject
        elif read.heads[c] == doing and c > doing and read.deps[c] in ("advcl", "punct"):
            read.heads[c] = verb
    read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
    read.heads[subject], read.deps[subject] = verb, "nsubj"
    read.heads[doing], read.deps[doing], read.tags[doing] = verb, "dobj", "NN"
    return True


def pairing_spreads(doing: int, read: Reading) -> bool:
    """For "pairing juniors with seniors spreads knowledge", where no subject is found for the verb: the doing is it."""
    below = range(doing + 2, len(read.heads) - 1)
    if doing or any(read.tags[c].startswith(("VB", "MD")) and read.deps[c] in ("aux", "conj") for c in below):
        return False
    verb = next(
        (c for c in below if read.tags[c] == "VBZ" and read.deps[c] in ("dobj", "pobj", "oprd", "appos", "dep")), -1
    )
    if verb < 0 or any(read.heads[c] == verb and read.deps[c].startswith("nsubj") for c in range(verb)):
        return False
    for c in range(verb + 1, len(read.heads)):
        if read.heads[c] < verb:
            read.heads[c] = verb
            read.deps[c] = "dobj" if read.deps[c] in ("oprd", "dobj", "pobj", "appos") else read.deps[c]
            if (
                read.deps[c] == "relcl"
                and (thing := next((n for n in range(verb + 1, c) if read.tags[n] in ("NN", "NNS")), -1)) > 0
            ):
                read.heads[c] = thing
    read.heads[verb], read.deps[verb] = verb, "ROOT"
    read.heads[doing], read.deps[doing] = verb, "csubj"
    return True


def sourcing_stores(root: int, read: Reading) -> bool:
    """For "event sourcing stores every change", read as if an event were sourcing stores."""
    doing, verb = root + 1, root + 2
    if (
        verb + 1 >= len(read.heads)
        or read.tags[doing] != "VBG"
        or read.deps[doing] != "acl"
        or read.heads[doing] != root
    ):
        return False
    if read.tags[verb] != "NNS" or read.heads[verb] != doing or verb_stem(read.lower[verb]) not in VERBS:
        return False
    if read.tags[verb + 1] not in ("DT", "PRP$", "WP", "WRB", "JJ"):
        return False
    for c in range(len(read.heads)):
        if c > verb and read.heads[c] in (root, doing):
            read.heads[c] = verb
        elif c < root and read.heads[c] == root:
            read.heads[c] = doing
    read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
    read.heads[doing], read.deps[doing], read.tags[doing] = verb, "nsubj", "NN"
    read.heads[root], read.deps[root] = doing, "compound"
    return True


def doing_shortens(root: int, read: Reading) -> bool:
    """For "limiting work shortens lead time", read as if limiting led something: lead time is what it shortens."""
    if read.deps[0] != "csubj":
        return False
    verb, thing = root - 1, root + 1
    if (
        read.tags[verb] not in ("VBZ", "NNS")
        or read.deps[verb] not in ("dobj", "pobj")
        or thing >= len(read.heads)
        or read.heads[thing] != root
    ):
        return False
    if read.deps[thing] != "dobj" or read.tags[thing] not in ("NN", "NNS") or verb_stem(read.lower[verb]) not in VERBS:
        return False
    for c in range(len(read.heads)):
        if read.heads[c] in (root, verb) and c not in (0, thing):
            read.heads[c] = verb if c > root else 0
            read.deps[c] = "dobj" if read.deps[c] == "compound" and c < verb else read.deps[c]
    read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
    read.heads[0], read.heads[thing] = verb, verb
    read.heads[root], read.deps[root], read.tags[root] = thing, "compound", "NN"
    return True


def doing_forces(doing: int, read: Reading) -> bool:
    """For "writing forces you to think", read as if forces were written: a noun is not followed by "you" at once."""
    for verb in range(doing + 1, len(read.heads) - 1):
        if (
            read.tags[verb] != "NNS"
            or read.deps[verb] not in ("dobj", "pobj")
            or verb_stem(read.lower[verb]) not in VERBS
        ):
            continue
        thing = next(
            (c for c in range(verb + 1, len(read.heads)) if read.heads[c] == verb and read.deps[c] == "appos"), -1
        )
        if thing < 0 or "," in read.lower[verb:thing]:
            continue
        if verb - 1 > doing and read.heads[verb - 1] == verb:  # "alerting on burn rate catches failures"
            read.heads[verb - 1], read.deps[verb - 1] = read.heads[verb], read.deps[verb]
        for c in range(len(read.heads)):
            if read.heads[c] == verb and c < verb:
                read.heads[c] = max(verb - 1, doing)
            elif c > verb and read.heads[c] == doing:
                read.heads[c] = verb
        read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
        read.heads[doing], read.deps[doing] = verb, "csubj"
        read.heads[thing], read.deps[thing] = verb, "dobj"
        return True
    return False
