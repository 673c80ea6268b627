"""Sentences whose only verb a small English model takes for a noun ("systems drift"), put right in their parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flashcards.language.being_repairs import are_typed_messages, is_what_it_is
from flashcards.language.condition_repairs import aim_first, condition_first
from flashcards.language.doing_repairs import (
    blame_kills,
    doing_forces,
    doing_limits,
    doing_matters,
    doing_shortens,
    pairing_spreads,
    sourcing_stores,
)
from flashcards.language.draft import Draft
from flashcards.language.forms import ends_plural
from flashcards.language.verb_nouns import VERBS, verb_stem

NOUNS = ("NN", "NNS", "JJR")
ASKING = ("how", "what", "who", "where", "why", "whether")
GOES_ON = frozenset(
    "the a an this these those our your their its his her when if until unless because while as before after into"
    " toward towards over against through up down out off between how what where why whether that it them us you people"
    " everyone anyone nobody only mostly more less better worse badly slowly quickly well early late".split()
)


def mend_verbs(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Change tags, dependencies and heads of a parse in place, where its root is a noun and should be a verb."""
    draft = Draft(lower, tags, deps, heads)
    for root in [i for i, head in enumerate(heads) if head == i]:
        if tags[root] in NOUNS and _verb_below(root, draft):
            continue
        for mend in MENDS.get(tags[root], ()):
            if mend(root, draft):
                break
    for i, dep in enumerate(deps):
        number = tags[heads[i]] == "VBP" and tags[i] == "NN" and dep == "nsubj"
        if number and ends_plural(lower[i]):
            tags[i] = "NNS"  # "audits look at a point in time"


def _verb_below(root: int, draft: Draft) -> bool:
    """Whether the noun has a copula, an auxiliary or a verb beside it that is no modifier."""
    for c, head in enumerate(draft.heads):
        if head == root and c != root and draft.tags[c].startswith(("VB", "MD")):
            loose = draft.deps[c] in ("advcl", "relcl", "xcomp", "acl", "amod", "compound", "ccomp", "conj")
            if not loose:
                return True
    return False


def _agrees(subject: int, verb: int, draft: Draft) -> bool:
    """Whether a noun and what may be its verb fit in number: "a cache helps", "caches help"."""
    if draft.lower[verb].endswith("s") and not draft.lower[verb].endswith("ss"):
        return draft.tags[subject] in ("NN", "NNP", "VBG")
    return draft.tags[subject] in ("NNS", "NNPS")


def _root_is_verb(root: int, draft: Draft) -> bool:
    """For "cold starts matter when ...", "tail sampling waits until ...": the noun before is what does it."""
    if verb_stem(draft.lower[root]) not in VERBS or root == 0:
        return False
    subject = next((c for c in range(root) if draft.heads[c] == root and draft.deps[c] == "nsubj"), -1)
    known = subject >= 0
    if not known:
        subject = root - 1
    if draft.tags[subject] == "JJ" and draft.lower[subject - 1] in ("a", "an") and draft.heads[subject - 1] == root:
        draft.tags[subject] = "NN"  # "a metric matters"
    if draft.heads[subject] != root or not _agrees(subject, root, draft):
        return False
    behind = draft.lower[root + 1] if root + 1 < len(draft.lower) else "."
    condition = any(draft.heads[c] == root and draft.deps[c] == "advcl" for c in range(len(draft.heads)))
    gerund = root + 1 < len(draft.tags) and draft.tags[root + 1] == "VBG" and draft.deps[root + 1] == "xcomp"
    if not (known or behind in GOES_ON or condition or gerund):
        return False
    for c in range(subject):
        if draft.heads[c] == root and draft.deps[c] in ("det", "amod", "poss", "compound", "nummod", "nmod", "advmod"):
            draft.heads[c] = subject
    draft.tags[root] = "VBZ" if draft.lower[root].endswith("s") else "VBP"
    draft.deps[subject] = "nsubj"
    return True


def _next_verb(root: int, draft: Draft) -> bool:
    """For "function calls turn into network calls", read as if "turn" hung on "calls"."""
    verb = root + 1
    if (
        verb >= len(draft.heads)
        or draft.heads[verb] != root
        or draft.tags[verb] != "VBP"
        or draft.deps[verb] != "xcomp"
    ):
        return False
    if draft.tags[root] != "NNS" or any(
        draft.heads[c] == verb and draft.deps[c] in ("nsubj", "aux") for c in range(len(draft.heads))
    ):
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] == root and (c > verb or draft.deps[c] in ("advcl", "punct")):
            draft.heads[c] = verb
    draft.root(verb)
    draft.hang(root, verb, "nsubj")
    return True


def _as_means(root: int, draft: Draft) -> bool:
    """For "compliance as code means ...", read as if code did it: "as code" says what kind."""
    if tuple(draft.lower[root + 1 : root + 2]) != ("as",) or root + 3 >= len(draft.heads):
        return False
    link, kind, verb = root + 1, root + 2, root + 3
    if draft.tags[verb] != "VBZ" or draft.heads[verb] != root or draft.heads[kind] != verb or draft.tags[kind] != "NN":
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] == root and c > verb:
            draft.heads[c] = verb
    draft.root(verb)
    draft.hang(root, verb, "nsubj")
    draft.hang(link, root, "prep")
    draft.hang(kind, link, "pobj")
    return True


def _one_of_many_does(root: int, draft: Draft) -> bool:
    """For "a circuit breaker wraps calls", read as if wraps called something: "a" wants a singular."""
    noun = root - 1
    if noun < 1 or draft.heads[noun] != root or draft.deps[noun] != "nsubj" or draft.tags[noun] != "NNS":
        return False
    subject = noun - 1
    counted = any(draft.heads[c] == noun and draft.lower[c] in ("a", "an") for c in range(noun))
    if (
        not counted
        or draft.tags[subject] != "NN"
        or draft.heads[subject] != noun
        or verb_stem(draft.lower[noun]) not in VERBS
    ):
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] == noun and c < subject:
            draft.heads[c] = subject
        elif draft.heads[c] == root and c > root and draft.deps[c] in ("cc", "conj", "punct", "advcl"):
            draft.heads[c] = noun
    draft.root(noun, "VBZ")
    draft.hang(subject, noun, "nsubj")
    draft.hang(root, noun, "dobj", "NNS")
    return True


def _question_is_subject(first: int, draft: Draft) -> bool:
    """For "how leaders respond sets the tone", read as if "sets" hung on "respond": all before it is its subject."""
    if draft.lower[0] not in ASKING:
        return False
    asked = any(
        draft.heads[c] == first and c < first and draft.deps[c] in ("advmod", "dobj", "mark", "attr")
        for c in range(first)
    )
    subject = any(draft.heads[c] == first and draft.deps[c] == "nsubj" for c in range(1, first))
    below = [c for c in range(first + 1, len(draft.heads)) if draft.heads[c] == first]
    verb = next((c for c in below if draft.tags[c] == "VBZ" and draft.deps[c] in ("advcl", "conj", "ccomp", "dep")), -1)
    if not asked or not subject or verb < 0:
        return False
    if any(
        draft.heads[c] == verb and draft.deps[c] in ("nsubj", "nsubjpass", "mark", "expl", "csubj")
        for c in range(len(draft.heads))
    ):
        return False
    if any(draft.heads[c] == first and draft.deps[c] == "cc" for c in range(first, verb)):
        return False
    for c in below:
        if c > verb:
            draft.heads[c] = verb
    draft.root(verb)
    draft.hang(first, verb, "csubj")
    return True


def _measures_capacity(root: int, draft: Draft) -> bool:
    """For "velocity measures capacity", read as three nouns: no plural stands before a noun like that."""
    verb, subject = root - 1, root - 2
    if subject < 0 or draft.tags[verb] != "NNS" or draft.deps[verb] != "compound" or draft.heads[verb] != root:
        return False
    if (
        draft.tags[subject] not in ("NN", "NNP")
        or draft.heads[subject] not in (verb, root)
        or verb_stem(draft.lower[verb]) not in VERBS
    ):
        return False
    for c in range(subject):
        if draft.heads[c] in (verb, root):
            draft.heads[c] = subject
    for c in range(root + 1, len(draft.heads)):
        if draft.heads[c] == root and draft.deps[c] in ("punct", "advcl"):
            draft.heads[c] = verb
    draft.root(verb, "VBZ")
    draft.hang(subject, verb, "nsubj")
    draft.hang(root, verb, "dobj")
    return True


def _flags_decouple(root: int, draft: Draft) -> bool:
    """For "feature flags decouple deployment from release", read as one long noun: the finite form in it is a verb."""
    verb = next(
        (
            c
            for c in range(1, root)
            if draft.heads[c] == root
            and draft.deps[c] in ("compound", "amod", "nmod")
            and draft.tags[c] in ("VBP", "VBZ")
            and _agrees(c - 1, c, draft)
        ),
        -1,
    )
    subject = verb - 1
    if verb < 0 or draft.heads[subject] not in (verb, root):
        return False
    for c in range(len(draft.heads)):
        if c < subject and draft.heads[c] in (verb, root):
            draft.heads[c] = subject
        elif c > root and draft.heads[c] == root and (draft.lower[c] == "from" or draft.deps[c] in ("punct", "advcl")):
            draft.heads[c] = verb
    draft.root(verb)
    draft.hang(subject, verb, "nsubj")
    draft.hang(root, verb, "dobj")
    return True


def _is_done_by_the_noun_before(root: int, draft: Draft) -> bool:
    """For "value stream mapping shows where work waits", where the mapping hangs on the verb like a modifier."""
    if not root or draft.heads[root - 1] != root or draft.deps[root - 1] != "compound" or draft.tags[root - 1] != "NN":
        return False
    draft.deps[root - 1] = "nsubj"
    return True


OF_NOUNS = (_next_verb, is_what_it_is, _as_means, sourcing_stores, _measures_capacity, _flags_decouple, _root_is_verb)
MENDS: dict[str, tuple[Callable[[int, Draft], bool], ...]] = {  # by the root's tag, the first that fits
    **dict.fromkeys(NOUNS, OF_NOUNS),
    "VBZ": (condition_first, aim_first, _one_of_many_does, _is_done_by_the_noun_before, _question_is_subject),
    "VBP": (condition_first, aim_first, doing_shortens, _question_is_subject),
    "VBD": (_question_is_subject,),
    "VBN": (are_typed_messages,),
    "VBG": (blame_kills, doing_matters, pairing_spreads, doing_forces, doing_limits),
}
