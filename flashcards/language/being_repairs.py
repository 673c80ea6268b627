"""Sentences that say what something is and are read as if it were done to somebody, put right in their parse."""

from __future__ import annotations

from flashcards.language.draft import Draft

TWO_OBJECTS = frozenset(
    "called named given shown sent told asked offered taught paid made considered left kept labeled denied granted"
    " charged dubbed elected rendered".split()
)


def is_what_it_is(root: int, draft: Draft) -> bool:
    """For "deep work is focused, quiet work", read as if the first work were focused by somebody: "is" is the verb."""
    for part in range(root):
        if draft.heads[part] != root or draft.deps[part] != "amod" or draft.tags[part] != "VBN":
            continue
        be = next(
            (
                c
                for c in range(part)
                if draft.heads[c] == part and draft.deps[c] == "auxpass" and draft.lower[c] in ("is", "are")
            ),
            -1,
        )
        subject = next((c for c in range(part) if draft.heads[c] == part and draft.deps[c] == "nsubjpass"), -1)
        if (
            be < 0
            or subject < 0
            or any(draft.deps[c] == "agent" and draft.heads[c] == part for c in range(len(draft.heads)))
        ):
            continue
        draft.root(be)
        draft.hang(subject, be, "nsubj")
        for c in range(len(draft.heads)):
            if draft.heads[c] == root and (c < be or (c > root and draft.deps[c] == "punct")):
                draft.heads[c] = be
        draft.hang(root, be, "attr")
        return True
    return False


def are_typed_messages(part: int, draft: Draft) -> bool:
    """For "commands are typed messages", read as if messages were typed to them: what they are follows "are"."""
    below = [c for c in range(len(draft.heads)) if draft.heads[c] == part and c != part]
    be = next((c for c in below if draft.deps[c] == "auxpass" and draft.lower[c] in ("is", "are")), -1)
    subject = next(
        (c for c in range(be) if draft.heads[c] in (part, be) and draft.deps[c] in ("nsubj", "nsubjpass")), -1
    )
    thing = next((c for c in below if draft.deps[c] == "dobj" and draft.tags[c] in ("NN", "NNS")), -1)
    if be < 0 or subject < 0 or thing < 0 or draft.lower[part] in TWO_OBJECTS:
        return False
    if any(draft.heads[c] == thing and draft.deps[c] in ("det", "poss", "nummod") for c in range(part, thing)):
        return False
    if any(draft.tags[c] not in ("JJ", "NN", "NNP") for c in range(part + 1, thing)):
        return False
    draft.root(be)
    draft.hang(thing, be, "attr")
    draft.hang(part, thing, "amod")
    for c in below:
        if c not in (be, thing) and not (be < c < part):
            draft.heads[c] = be
    draft.hang(subject, be, "nsubj")
    return True
