"""Mistakes that a small English model makes again and again, put right in its parse."""

from __future__ import annotations

from collections.abc import Sequence

BE = frozenset("be is are was were been being 's 're".split())
ADJECTIVES = frozenset(
    "concerned interested tired supposed used excited worried prepared done gone born scared confused involved located"
    " related committed dedicated opposed limited mixed advanced complicated sophisticated aligned".split()
)
THOUGHTS = frozenset(
    "step goal key way ways trick idea aim purpose challenge job point problem practice question task mistake secret"
    " solution answer part priority benefit alternative approach role lesson rule focus".split()
)
INTRANSITIVE = frozenset("recurring existing emerging ongoing incoming remaining competing conflicting lasting".split())


def mend_heads(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Change tags, dependencies and heads of a parse in place, where the parser is known to be wrong."""
    for i, dep in enumerate(deps):
        if dep == "acomp" and (tags[i] == "VBN" or (tags[i] == "JJ" and lower[i].endswith("ed"))):
            _passive(i, lower, tags, deps, heads)
        elif tags[i] == "VBG" and heads[i] == i:
            _gerund(i, lower, deps, heads)
        elif dep == "pcomp" and tags[i] == "VBG" and lower[i] in INTRANSITIVE:
            _modifier(i, tags, deps, heads)


def _passive(participle: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "logs can be used to find X", read as if "used" were an adjective: the participle is the verb."""
    be = heads[participle]
    below = [deps[c] for c in range(len(heads)) if heads[c] == participle and c != participle]
    if be > participle or lower[be] not in BE or lower[participle] in ADJECTIVES:
        return
    if not {"xcomp", "advcl", "agent"} & set(below):
        return
    tags[participle] = "VBN"
    heads[participle] = participle if heads[be] == be else heads[be]
    deps[participle] = deps[be]
    for c in range(len(heads)):
        if heads[c] == be and c not in (be, participle):
            heads[c] = participle
            deps[c] = "nsubjpass" if deps[c] == "nsubj" else deps[c]
    heads[be], deps[be] = participle, "auxpass"


def _gerund(verb: int, lower: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """For "the first step is measuring toil": a step measures nothing, so "is" is the verb."""
    below = [c for c in range(len(heads)) if heads[c] == verb and c != verb]
    be = next((c for c in below if deps[c] == "aux" and lower[c] in BE), -1)
    subject = next((c for c in below if deps[c] == "nsubj"), -1)
    if be < 0 or subject < 0 or lower[subject] not in THOUGHTS:
        return
    for c in below:
        if c <= be or deps[c] == "punct":
            heads[c] = be
    heads[be], deps[be] = be, deps[verb]
    heads[verb], deps[verb] = be, "xcomp"


def _modifier(participle: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "look for recurring patterns": nobody can recur a pattern, so the participle belongs to the noun."""
    noun = participle + 1
    if noun >= len(heads) or heads[noun] != participle or deps[noun] != "dobj":
        return
    deps[noun], heads[noun] = "pobj", heads[participle]
    tags[participle], deps[participle] = "JJ", "amod"
    for c in range(len(heads)):
        if heads[c] == participle:
            heads[c] = noun
    heads[participle] = noun
