"""Sentences whose only verb a small English model takes for a noun ("systems drift"), put right in their parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flashcards.language.being_repairs import are_typed_messages, is_what_it_is
from flashcards.language.doing_repairs import (
    blame_kills,
    doing_forces,
    doing_limits,
    doing_shortens,
    pairing_spreads,
    sourcing_stores,
)
from flashcards.language.forms import ends_plural
from flashcards.language.verb_nouns import VERBS, Reading, verb_stem

NOUNS = ("NN", "NNS", "JJR")
ASKING = ("how", "what", "who", "where", "why", "whether")
GOES_ON = frozenset(
    "the a an this these those our your their its his her when if until unless because while as before after into"
    " toward towards over against through up down out off between how what where why whether that it them us you people"
    " everyone anyone nobody only mostly more less better worse badly slowly quickly well early late".split()
)


def mend_verbs(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Change tags, dependencies and heads of a parse in place, where its root is a noun and should be a verb."""
    read = Reading(lower, tags, deps, heads)
    for root in [i for i, head in enumerate(heads) if head == i]:
        if tags[root] in NOUNS and _verb_below(root, read):
            continue
        for mend in MENDS.get(tags[root], ()):
            if mend(root, read):
                break
    for i, dep in enumerate(deps):
        number = tags[heads[i]] == "VBP" and tags[i] == "NN" and dep == "nsubj"
        if number and ends_plural(lower[i]):
            tags[i] = "NNS"  # "audits look at a point in time"


def _verb_below(root: int, read: Reading) -> bool:
    """Whether the noun has a copula, an auxiliary or a verb beside it that is no modifier."""
    for c, head in enumerate(read.heads):
        if head == root and c != root and read.tags[c].startswith(("VB", "MD")):
            loose = read.deps[c] in ("advcl", "relcl", "xcomp", "acl", "amod", "compound", "ccomp", "conj")
            if not loose:
                return True
    return False


def _agrees(subject: int, verb: int, read: Reading) -> bool:
    """Whether a noun and what may be its verb fit in number: "a cache helps", "caches help"."""
    if read.lower[verb].endswith("s") and not read.lower[verb].endswith("ss"):
        return read.tags[subject] in ("NN", "NNP", "VBG")
    return read.tags[subject] in ("NNS", "NNPS")


def _root_is_verb(root: int, read: Reading) -> bool:
    """For "cold starts matter when ...", "tail sampling waits until ...": the noun before is what does it."""
    if verb_stem(read.lower[root]) not in VERBS or root == 0:
        return False
    subject = next((c for c in range(root) if read.heads[c] == root and read.deps[c] == "nsubj"), -1)
    known = subject >= 0
    if not known:
        subject = root - 1
    if read.tags[subject] == "JJ" and read.lower[subject - 1] in ("a", "an") and read.heads[subject - 1] == root:
        read.tags[subject] = "NN"  # "a metric matters"
    if read.heads[subject] != root or not _agrees(subject, root, read):
        return False
    behind = read.lower[root + 1] if root + 1 < len(read.lower) else "."
    condition = any(read.heads[c] == root and read.deps[c] == "advcl" for c in range(len(read.heads)))
    gerund = root + 1 < len(read.tags) and read.tags[root + 1] == "VBG" and read.deps[root + 1] == "xcomp"
    if not (known or behind in GOES_ON or condition or gerund):
        return False
    for c in range(subject):
        if read.heads[c] == root and read.deps[c] in ("det", "amod", "poss", "compound", "nummod", "nmod", "advmod"):
            read.heads[c] = subject
    read.tags[root] = "VBZ" if read.lower[root].endswith("s") else "VBP"
    read.deps[subject] = "nsubj"
    return True


def _next_verb(root: int, read: Reading) -> bool:
    """For "function calls turn into network calls", read as if "turn" hung on "calls"."""
    verb = root + 1
    if verb >= len(read.heads) or read.heads[verb] != root or read.tags[verb] != "VBP" or read.deps[verb] != "xcomp":
        return False
    if read.tags[root] != "NNS" or any(
        read.heads[c] == verb and read.deps[c] in ("nsubj", "aux") for c in range(len(read.heads))
    ):
        return False
    for c in range(len(read.heads)):
        if read.heads[c] == root and (c > verb or read.deps[c] in ("advcl", "punct")):
            read.heads[c] = verb
    read.heads[verb], read.deps[verb] = verb, "ROOT"
    read.heads[root], read.deps[root] = verb, "nsubj"
    return True


def _as_means(root: int, read: Reading) -> bool:
    """For "compliance as code means ...", read as if code did it: "as code" says what kind."""
    if tuple(read.lower[root + 1 : root + 2]) != ("as",) or root + 3 >= len(read.heads):
        return False
    link, kind, verb = root + 1, root + 2, root + 3
    if read.tags[verb] != "VBZ" or read.heads[verb] != root or read.heads[kind] != verb or read.tags[kind] != "NN":
        return False
    for c in range(len(read.heads)):
        if read.heads[c] == root and c > verb:
            read.heads[c] = verb
    read.heads[verb], read.deps[verb] = verb, "ROOT"
    read.heads[root], read.deps[root] = verb, "nsubj"
    read.heads[link], read.deps[link] = root, "prep"
    read.heads[kind], read.deps[kind] = link, "pobj"
    return True


def _one_of_many_does(root: int, read: Reading) -> bool:
    """For "a circuit breaker wraps calls", read as if wraps called something: "a" wants a singular."""
    noun = root - 1
    if noun < 1 or read.heads[noun] != root or read.deps[noun] != "nsubj" or read.tags[noun] != "NNS":
        return False
    subject = noun - 1
    counted = any(read.heads[c] == noun and read.lower[c] in ("a", "an") for c in range(noun))
    if (
        not counted
        or read.tags[subject] != "NN"
        or read.heads[subject] != noun
        or verb_stem(read.lower[noun]) not in VERBS
    ):
        return False
    for c in range(len(read.heads)):
        if read.heads[c] == noun and c < subject:
            read.heads[c] = subject
        elif read.heads[c] == root and c > root and read.deps[c] in ("cc", "conj", "punct", "advcl"):
            read.heads[c] = noun
    read.heads[noun], read.deps[noun], read.tags[noun] = noun, "ROOT", "VBZ"
    read.heads[subject], read.deps[subject] = noun, "nsubj"
    read.heads[root], read.deps[root], read.tags[root] = noun, "dobj", "NNS"
    return True


def _question_is_subject(first: int, read: Reading) -> bool:
    """For "how leaders respond sets the tone", read as if "sets" hung on "respond": all before it is its subject."""
    if read.lower[0] not in ASKING:
        return False
    asked = any(
        read.heads[c] == first and c < first and read.deps[c] in ("advmod", "dobj", "mark", "attr")
        for c in range(first)
    )
    subject = any(read.heads[c] == first and read.deps[c] == "nsubj" for c in range(1, first))
    below = [c for c in range(first + 1, len(read.heads)) if read.heads[c] == first]
    verb = next((c for c in below if read.tags[c] == "VBZ" and read.deps[c] in ("advcl", "conj", "ccomp", "dep")), -1)
    if not asked or not subject or verb < 0:
        return False
    if any(
        read.heads[c] == verb and read.deps[c] in ("nsubj", "nsubjpass", "mark", "expl", "csubj")
        for c in range(len(read.heads))
    ):
        return False
    if any(read.heads[c] == first and read.deps[c] == "cc" for c in range(first, verb)):
        return False
    for c in below:
        if c > verb:
            read.heads[c] = verb
    read.heads[verb], read.deps[verb] = verb, "ROOT"
    read.heads[first], read.deps[first] = verb, "csubj"
    return True


def _measures_capacity(root: int, read: Reading) -> bool:
    """For "velocity measures capacity", read as three nouns: no plural stands before a noun like that."""
    verb, subject = root - 1, root - 2
    if subject < 0 or read.tags[verb] != "NNS" or read.deps[verb] != "compound" or read.heads[verb] != root:
        return False
    if (
        read.tags[subject] not in ("NN", "NNP")
        or read.heads[subject] not in (verb, root)
        or verb_stem(read.lower[verb]) not in VERBS
    ):
        return False
    for c in range(subject):
        if read.heads[c] in (verb, root):
            read.heads[c] = subject
    for c in range(root + 1, len(read.heads)):
        if read.heads[c] == root and read.deps[c] in ("punct", "advcl"):
            read.heads[c] = verb
    read.heads[verb], read.deps[verb], read.tags[verb] = verb, "ROOT", "VBZ"
    read.heads[subject], read.deps[subject] = verb, "nsubj"
    read.heads[root], read.deps[root] = verb, "dobj"
    return True


def _is_done_by_the_noun_before(root: int, read: Reading) -> bool:
    """For "value stream mapping shows where work waits", where the mapping hangs on the verb like a modifier."""
    if not root or read.heads[root - 1] != root or read.deps[root - 1] != "compound" or read.tags[root - 1] != "NN":
        return False
    read.deps[root - 1] = "nsubj"
    return True


OF_NOUNS = (_next_verb, is_what_it_is, _as_means, sourcing_stores, _measures_capacity, _root_is_verb)
MENDS: dict[str, tuple[Callable[[int, Reading], bool], ...]] = {  # by the root's tag, the first that fits
    **dict.fromkeys(NOUNS, OF_NOUNS),
    "VBZ": (_one_of_many_does, _is_done_by_the_noun_before, _question_is_subject),
    "VBP": (doing_shortens, _question_is_subject),
    "VBD": (_question_is_subject,),
    "VBN": (are_typed_messages,),
    "VBG": (blame_kills, pairing_spreads, doing_forces, doing_limits),
}
