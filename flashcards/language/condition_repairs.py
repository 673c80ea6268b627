"""Sentences that begin with a condition or an aim, read as if it were none, put right in their parse."""

from __future__ import annotations

from flashcards.language.draft import Draft
from flashcards.language.verb_nouns import VERBS

MARKS = ("when", "whenever", "if", "once")
WISHES = frozenset(
    "convince persuade reach win find keep get grow ship earn gain hire retain attract motivate teach".split()
)
FINITE = ("VBZ", "VBP", "VBD")


def condition_first(root: int, draft: Draft) -> bool:
    """For "when security is the team that says no, people learn not to ask", read as if it said "people learn".

    The one comma parts the condition from what then happens.
    """
    if draft.lower[0] not in MARKS or draft.lower.count(",") != 1:
        return False
    comma = draft.lower.index(",")
    if root > comma:
        return False
    main = next(
        (
            verb
            for verb in range(comma + 2, len(draft.heads))
            if draft.tags[verb] in FINITE
            and draft.heads[verb] < comma
            and any(draft.heads[c] == verb and draft.deps[c] == "nsubj" for c in range(comma + 1, verb))
        ),
        -1,
    )
    if main < 0 or any(draft.heads[c] == main for c in range(comma)):
        return False
    for c in range(comma, len(draft.heads)):
        if draft.heads[c] < comma and c != main:
            draft.heads[c] = main
    draft.hang(root, main, "advcl")
    if draft.deps[0] != "advmod":
        draft.hang(0, root, "mark")
    draft.root(main)
    return True


def aim_first(root: int, draft: Draft) -> bool:
    """For "to convince managers, you need ...", read as if it went to some "convince managers": it is an aim."""
    verb = 1
    if root < 3 or draft.lower[0] != "to" or draft.deps[0] != "prep" or draft.heads[0] != root:
        return False
    thing = draft.heads[verb]
    if draft.deps[verb] != "compound" or draft.heads[thing] != 0 or draft.lower[verb] not in VERBS | WISHES:
        return False
    draft.hang(verb, root, "advcl", "VB")
    draft.hang(0, verb, "aux", "TO")
    draft.hang(thing, verb, "dobj")
    return True
