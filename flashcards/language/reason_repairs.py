"""Mistakes that a small English model makes where a sentence gives its reason, put right in its parse."""

from __future__ import annotations

from collections.abc import Sequence

GIVES_REASON = ("since", "because")
FINITE = ("VBZ", "VBP")


def mend_reasons(lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Change dependencies and heads of a parse in place, where a reason hangs on the wrong words."""
    for i, word in enumerate(lower):
        if word in GIVES_REASON and deps[i] in ("prep", "mark"):
            _doing_is_why(i, lower, tags, deps, heads)
    for i, dep in enumerate(deps):
        if dep == "advcl" and (mark := _behind_comma(i, lower, deps, heads)) >= 0:
            _of_whole_clause(i, tags, deps, heads)
            _adverb_before(i, mark, deps, heads)


def _behind_comma(verb: int, lower: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int:
    """Where the "since" of a reason stands that a comma parts from what it explains; -1 if it is no such reason."""
    for c in range(1, verb):
        begins = lower[c] in GIVES_REASON or tuple(lower[c : c + 2]) == ("so", "that")
        if heads[c] == verb and deps[c] == "mark" and begins and lower[c - 1] == ",":
            return c
    return -1


def _doing_is_why(since: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """For "this is hard, since helping has a cost": helping is the subject of the reason, not all of it."""
    below = [c for c in range(since + 1, len(heads)) if heads[c] == since and deps[c] == "pcomp"]
    doing = next((c for c in below if tags[c] == "VBG" or lower[since + 1] == "being"), -1)
    verb = heads[since] if deps[since] == "mark" else _finite(since, doing, tags, deps, heads)
    if doing < 0 or verb < doing or tags[verb] not in FINITE:
        return
    if any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass", "expl", "cc") for c in range(doing, verb)):
        return
    if deps[since] == "prep":
        heads[verb] = heads[since] if deps[verb] == "pcomp" else heads[verb]
        deps[verb] = "advcl"
    heads[since], deps[since] = verb, "mark"
    heads[doing], deps[doing] = verb, "csubj"


def _finite(since: int, doing: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int:
    """The verb of the reason that the parser hangs beside the gerund, or on the verb before; -1 if there is none."""
    for c in range(doing + 1, len(heads)):
        if tags[c] in FINITE and (heads[c], deps[c]) in ((since, "pcomp"), (heads[since], "conj")):
            return c
    return -1


def _of_whole_clause(verb: int, tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """For "they use maps to see how it fits, since maps show it": why they use them, not why it fits."""
    purpose = heads[verb]
    if deps[purpose] == "ccomp" and any(heads[c] == purpose and tags[c] == "WRB" for c in range(purpose)):
        purpose = heads[verb] = heads[purpose]  # "write down why you chose it, so that ..."
    while deps[purpose] in ("ccomp", "advcl") and tags[purpose] != "VB" and heads[purpose] != purpose:
        purpose = heads[purpose]
    to = any(heads[c] == purpose and deps[c] == "aux" and tags[c] == "TO" for c in range(purpose))
    if to and deps[purpose] in ("advcl", "xcomp"):
        heads[verb] = heads[purpose]


def _adverb_before(verb: int, mark: int, deps: Sequence[str], heads: list[int]) -> None:
    """For "reviews have costs also, since nobody is idle": the adverb before the comma belongs before it."""
    for c in range(mark):
        if heads[c] == verb and deps[c] in ("advmod", "punct"):
            heads[c] = heads[verb]
