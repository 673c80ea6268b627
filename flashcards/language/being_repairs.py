"""Sentences that say what something is and are read as if it were done to somebody, put right in their parse."""

from __future__ import annotations

from flashcards.language.verb_nouns import Reading

TWO_OBJECTS = frozenset(
    "called named given shown sent told asked offered taught paid made considered left kept labeled denied granted"
    " charged dubbed elected rendered".split()
)


def is_what_it_is(root: int, read: Reading) -> bool:
    """For "deep work is focused, quiet work", read as if the first work were focused by somebody: "is" is the verb."""
    for part in range(root):
        if read.heads[part] != root or read.deps[part] != "amod" or read.tags[part] != "VBN":
            continue
        be = next(
            (
                c
                for c in range(part)
                if read.heads[c] == part and read.deps[c] == "auxpass" and read.lower[c] in ("is", "are")
            ),
            -1,
        )
        subject = next((c for c in range(part) if read.heads[c] == part and read.deps[c] == "nsubjpass"), -1)
        if (
            be < 0
            or subject < 0
            or any(read.deps[c] == "agent" and read.heads[c] == part for c in range(len(read.heads)))
        ):
            continue
        read.heads[be], read.deps[be], read.heads[subject], read.deps[subject] = be, "ROOT", be, "nsubj"
        for c in range(len(read.heads)):
            if read.heads[c] == root and (c < be or (c > root and read.deps[c] == "punct")):
                read.heads[c] = be
        read.heads[root], read.deps[root] = be, "attr"
        return True
    return False


def are_typed_messages(part: int, read: Reading) -> bool:
    """For "commands are typed messages", read as if messages were typed to them: what they are follows "are"."""
    below = [c for c in range(len(read.heads)) if read.heads[c] == part and c != part]
    be = next((c for c in below if read.deps[c] == "auxpass" and read.lower[c] in ("is", "are")), -1)
    subject = next((c for c in range(be) if read.heads[c] in (part, be) and read.deps[c] in ("nsubj", "nsubjpass")), -1)
    thing = next((c for c in below if read.deps[c] == "dobj" and read.tags[c] in ("NN", "NNS")), -1)
    if be < 0 or subject < 0 or thing < 0 or read.lower[part] in TWO_OBJECTS:
        return False
    if any(read.heads[c] == thing and read.deps[c] in ("det", "poss", "nummod") for c in range(part, thing)):
        return False
    if any(read.tags[c] not in ("JJ", "NN", "NNP") for c in range(part + 1, thing)):
        return False
    read.heads[be], read.deps[be] = be, "ROOT"
    read.heads[thing], read.deps[thing] = be, "attr"
    read.heads[part], read.deps[part] = thing, "amod"
    for c in below:
        if c not in (be, thing) and not (be < c < part):
            read.heads[c] = be
    read.heads[subject], read.deps[subject] = be, "nsubj"
    return True
