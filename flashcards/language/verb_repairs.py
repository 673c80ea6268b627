"""Sentences whose only verb a small English model takes for a noun ("systems drift"), put right in their parse."""

from __future__ import annotations

from collections.abc import Sequence

VERBS = frozenset(  # base forms of verbs that are nouns as well, or look like the plural of one
    "balance benefit block break buffer build cache cause change cost cover crash decrease degrade delay depend"
    " deploy discourage divide drift drive encourage expire fade fail flow force grow guide handle happen help"
    " hold impact improve increase influence interrupt lack lead leak leave limit live look lower map mark mask"
    " matter mean measure merge mirror model move name narrow need occur order outlive pass pause pay peak pile"
    " place point process produce protect pull push queue rank reach release report require reset result retry"
    " return reveal review reward risk run sample scale separate serve shape share shift ship show signal slip"
    " slow solve split spread stall start stay stop store structure succeed suffer support surface surprise swap"
    " switch sync talk tend test trace track train transfer transform travel trigger trust tune turn update use"
    " value vary wait watch wear weigh work wrap".split()
)
ASKING = ("how", "what", "who", "where", "why", "whether")
TWO_OBJECTS = frozenset(
    "called named given shown sent told asked offered taught paid made considered left kept labeled denied granted"
    " charged dubbed elected rendered".split()
)
GOES_ON = frozenset(
    "the a an this these those our your their its his her when if until unless because while as before after into"
    " toward towards over against through up down out off between how what where why whether that it them us you people"
    " everyone anyone nobody only mostly more less better worse badly slowly quickly well early late".split()
)


def mend_verbs(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Change tags, dependencies and heads of a parse in place, where its root is a noun and should be a verb."""
    for root in [i for i, head in enumerate(heads) if head == i]:
        if tags[root] in ("NN", "NNS", "JJR") and not _verb_below(root, tags, deps, heads):
            if not _next_verb(root, tags, deps, heads):
                for mend in (_is_what_it_is, _as_means, _root_is_verb):
                    if mend(root, lower, tags, deps, heads):
                        break
        elif tags[root] == "VBZ":
            _one_of_many_does(root, lower, tags, deps, heads)
        elif tags[root] == "VBN":
            _are_typed_messages(root, lower, tags, deps, heads)
        elif tags[root] == "VBG":
            _doing_limits(root, lower, tags, deps, heads)
        elif tags[root] in ("VBP", "VBZ", "VBD") and lower[0] in ASKING:
            _question_is_subject(root, tags, deps, heads)
    for i, dep in enumerate(deps):
        number = tags[heads[i]] == "VBP" and tags[i] == "NN" and dep == "nsubj"
        if number and lower[i].endswith("s") and not lower[i].endswith(("ss", "us", "is", "ics", "ops")):
            tags[i] = "NNS"  # "audits look at a point in time"


def _verb_below(root: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether the noun has a copula, an auxiliary or a verb beside it that is no modifier."""
    for c, head in enumerate(heads):
        if head == root and c != root and tags[c].startswith(("VB", "MD")):
            loose = deps[c] in ("advcl", "relcl", "xcomp", "acl", "amod", "compound", "ccomp", "conj")
            if not loose:
                return True
    return False


def _agrees(subject: int, verb: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a noun and what may be its verb fit in number: "a cache helps", "caches help"."""
    if lower[verb].endswith("s") and not lower[verb].endswith("ss"):
        return tags[subject] in ("NN", "NNP", "VBG")
    return tags[subject] in ("NNS", "NNPS")


def _stem(word: str) -> str:
    for ending in ("es", "s"):
        if word.endswith(ending) and word.removesuffix(ending) in VERBS:
            return word.removesuffix(ending)
    return f"{word[:-3]}y" if word.endswith("ies") else word


def _root_is_verb(root: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """For "cold starts matter when ...", "tail sampling waits until ...": the noun before is what does it."""
    if _stem(lower[root]) not in VERBS or root == 0:
        return False
    subject = next((c for c in range(root) if heads[c] == root and deps[c] == "nsubj"), -1)
    known = subject >= 0
    if not known:
        subject = root - 1
    if tags[subject] == "JJ" and lower[subject - 1] in ("a", "an") and heads[subject - 1] == root:
        tags[subject] = "NN"  # "a metric matters"
    if heads[subject] != root or not _agrees(subject, root, lower, tags):
        return False
    behind = lower[root + 1] if root + 1 < len(lower) else "."
    condition = any(heads[c] == root and deps[c] == "advcl" for c in range(len(heads)))
    gerund = root + 1 < len(tags) and tags[root + 1] == "VBG" and deps[root + 1] == "xcomp"
    if not (known or behind in GOES_ON or condition or gerund):
        return False
    for c in range(subject):
        if heads[c] == root and deps[c] in ("det", "amod", "poss", "compound", "nummod", "nmod", "advmod"):
            heads[c] = subject
    tags[root] = "VBZ" if lower[root].endswith("s") else "VBP"
    deps[subject] = "nsubj"
    return True


def _next_verb(root: int, tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """For "function calls turn into network calls", read as if "turn" hung on "calls"."""
    verb = root + 1
    if verb >= len(heads) or heads[verb] != root or tags[verb] != "VBP" or deps[verb] != "xcomp":
        return False
    if tags[root] != "NNS" or any(heads[c] == verb and deps[c] in ("nsubj", "aux") for c in range(len(heads))):
        return False
    for c in range(len(heads)):
        if heads[c] == root and (c > verb or deps[c] in ("advcl", "punct")):
            heads[c] = verb
    heads[verb], deps[verb] = verb, "ROOT"
    heads[root], deps[root] = verb, "nsubj"
    return True


def _as_means(root: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """For "compliance as code means ...", read as if code did it: "as code" says what kind."""
    if tuple(lower[root + 1 : root + 2]) != ("as",) or root + 3 >= len(heads):
        return False
    link, kind, verb = root + 1, root + 2, root + 3
    if tags[verb] != "VBZ" or heads[verb] != root or heads[kind] != verb or tags[kind] != "NN":
        return False
    for c in range(len(heads)):
        if heads[c] == root and c > verb:
            heads[c] = verb
    heads[verb], deps[verb] = verb, "ROOT"
    heads[root], deps[root] = verb, "nsubj"
    heads[link], deps[link] = root, "prep"
    heads[kind], deps[kind] = link, "pobj"
    return True


def _one_of_many_does(root: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "a circuit breaker wraps calls", read as if wraps called something: "a" wants a singular."""
    noun = root - 1
    if noun < 1 or heads[noun] != root or deps[noun] != "nsubj" or tags[noun] != "NNS":
        return
    subject = noun - 1
    counted = any(heads[c] == noun and lower[c] in ("a", "an") for c in range(noun))
    if not counted or tags[subject] != "NN" or heads[subject] != noun or _stem(lower[noun]) not in VERBS:
        return
    for c in range(len(heads)):
        if heads[c] == noun and c < subject:
            heads[c] = subject
        elif heads[c] == root and c > root and deps[c] in ("cc", "conj", "punct", "advcl"):
            heads[c] = noun
    heads[noun], deps[noun], tags[noun] = noun, "ROOT", "VBZ"
    heads[subject], deps[subject] = noun, "nsubj"
    heads[root], deps[root], tags[root] = noun, "dobj", "NNS"


def _question_is_subject(first: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "how leaders respond sets the tone", read as if "sets" hung on "respond": all before it is its subject."""
    asked = any(heads[c] == first and c < first and deps[c] in ("advmod", "dobj", "mark", "attr") for c in range(first))
    subject = any(heads[c] == first and deps[c] == "nsubj" for c in range(1, first))
    below = [c for c in range(first + 1, len(heads)) if heads[c] == first]
    verb = next((c for c in below if tags[c] == "VBZ" and deps[c] in ("advcl", "conj", "ccomp", "dep")), -1)
    if not asked or not subject or verb < 0:
        return
    if any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass", "mark", "expl", "csubj") for c in range(len(heads))):
        return
    if any(heads[c] == first and deps[c] == "cc" for c in range(first, verb)):
        return
    for c in below:
        if c > verb:
            heads[c] = verb
    heads[verb], deps[verb] = verb, "ROOT"
    heads[first], deps[first] = verb, "csubj"


def _is_what_it_is(root: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """For "deep work is focused, quiet work", read as if the first work were focused by somebody: "is" is the verb."""
    for part in range(root):
        if heads[part] != root or deps[part] != "amod" or tags[part] != "VBN":
            continue
        be = next(
            (c for c in range(part) if heads[c] == part and deps[c] == "auxpass" and lower[c] in ("is", "are")), -1
        )
        subject = next((c for c in range(part) if heads[c] == part and deps[c] == "nsubjpass"), -1)
        if be < 0 or subject < 0 or any(deps[c] == "agent" and heads[c] == part for c in range(len(heads))):
            continue
        heads[be], deps[be], heads[subject], deps[subject] = be, "ROOT", be, "nsubj"
        for c in range(len(heads)):
            if heads[c] == root and (c < be or (c > root and deps[c] == "punct")):
                heads[c] = be
        heads[root], deps[root] = be, "attr"
        return True
    return False


def _doing_limits(doing: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "replacing hosts limits how much they drift", read as if there were limits: the doing limits it."""
    for verb in range(doing + 2, len(heads) - 1):
        noun = verb - 1
        asked = lower[verb + 1] in ("how", "what", "why", "whether", "where")
        clause = next(
            (c for c in range(verb + 2, len(heads)) if heads[c] in (verb, doing) and deps[c] in ("relcl", "ccomp")), -1
        )
        if tags[verb] != "NNS" or not asked or clause < 0 or _stem(lower[verb]) not in VERBS:
            continue
        if heads[noun] != verb or not tags[noun].startswith("NN"):
            continue
        for c in range(len(heads)):
            if heads[c] == verb and c < noun:
                heads[c] = noun
        heads[noun], deps[noun] = heads[verb], deps[verb]
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBZ"
        heads[doing], deps[doing] = verb, "csubj"
        heads[clause], deps[clause] = verb, "ccomp"
        heads[-1] = verb if deps[-1] == "punct" else heads[-1]
        return


def _are_typed_messages(part: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "commands are typed messages", read as if messages were typed to them: what they are follows "are"."""
    below = [c for c in range(len(heads)) if heads[c] == part and c != part]
    be = next((c for c in below if deps[c] == "auxpass" and lower[c] in ("is", "are")), -1)
    subject = next((c for c in range(be) if heads[c] in (part, be) and deps[c] in ("nsubj", "nsubjpass")), -1)
    thing = next((c for c in below if deps[c] == "dobj" and tags[c] in ("NN", "NNS")), -1)
    if be < 0 or subject < 0 or thing < 0 or lower[part] in TWO_OBJECTS:
        return
    if any(heads[c] == thing and deps[c] in ("det", "poss", "nummod") for c in range(part, thing)):
        return
    if any(tags[c] not in ("JJ", "NN", "NNP") for c in range(part + 1, thing)):
        return
    heads[be], deps[be] = be, "ROOT"
    heads[thing], deps[thing] = be, "attr"
    heads[part], deps[part] = thing, "amod"
    for c in below:
        if c not in (be, thing) and not (be < c < part):
            heads[c] = be
    heads[subject], deps[subject] = be, "nsubj"
