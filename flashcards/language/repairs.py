"""Mistakes that a small English model makes again and again, put right in its parse."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.language.draft import Draft
from flashcards.language.list_repairs import listed, second_object
from flashcards.language.row_repairs import quality_of_the_second
from flashcards.language.subject_repairs import thing_with_two_subjects
from flashcards.language.word_repairs import mend_word, says_which_way

ADJECTIVES = frozenset(
    "concerned interested tired supposed used excited worried prepared done gone born scared confused involved located"
    " related committed dedicated opposed limited mixed advanced complicated sophisticated aligned".split()
)
THOUGHTS = frozenset(
    "step goal key way ways trick idea aim purpose challenge job point problem practice question task mistake secret"
    " solution answer part priority benefit alternative approach role lesson rule focus risk danger"
    " advantage disadvantage drawback thing".split()
)
TAKE_BARE = frozenset(  # of verbs that take a bare infinitive
    "let lets make makes made help helps helped helping see saw hear heard watch feel felt have go come try"
    " do does did dare need get got letting making be is".split()
)
BE = frozenset("be is are was were been being 's 're".split())
INTRANSITIVE = frozenset("recurring existing emerging ongoing incoming remaining competing conflicting lasting".split())


def mend_heads(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Change tags, dependencies and heads of a parse in place, where the parser is known to be wrong."""
    draft = Draft(lower, tags, deps, heads)
    for i, dep in enumerate(deps):
        if dep == "acomp" and (tags[i] == "VBN" or (tags[i] == "JJ" and lower[i].endswith("ed"))):
            _passive(i, lower, tags, deps, heads)
        elif tags[i] == "VBG" and heads[i] == i:
            _gerund(i, lower, deps, heads)
        elif dep in ("nsubj", "nsubjpass") and deps[heads[i]] in ("aux", "auxpass") and heads[heads[i]] > heads[i]:
            heads[i] = heads[heads[i]]  # "some nurses are rested": the auxiliary has no subject of its own
        elif dep in ("dobj", "appos"):
            _no_object(i, draft)
        elif dep == "ccomp" and tags[i].startswith("VB") and _no_content(i, draft):
            continue
        elif dep in ("ccomp", "xcomp") and tags[i] == "VB":
            _object(i, lower, tags, deps, heads)
        elif dep == "conj" and tags[i] in ("VBP", "VBZ", "VB", "VBN"):
            _coordinated(i, draft)
        elif dep == "dep" and tuple(lower[i - 2 : i]) == (",", "then") and tags[i] in ("VB", "VBP"):
            tags[i], deps[i], heads[i - 1] = "VB", "conj", i  # "look at the queue, then pick one job": two things to do
        elif dep == "prep" and lower[i] in ("at", "of", "about", "for", "with") and deps[i - 1] == "acomp":
            _of_adjective(i, lower, heads)
        elif dep == "pcomp" and tags[i] == "VBG" and lower[i] in INTRANSITIVE:
            _modifier(i, tags, deps, heads)
        else:
            mend_word(i, draft)


def _coordinated(verb: int, draft: Draft) -> None:
    """A verb behind "and": it may go with another verb than the parser thinks."""
    lower, tags, deps, heads = draft.lower, draft.tags, draft.deps, draft.heads
    first = heads[verb]
    if lower[first] in BE:
        _relative(verb, tags, deps, heads)
    elif deps[first] == "advcl" and _next_order(verb, lower, tags, deps, heads):
        _of_main_clause(verb, tags, deps, heads)
    elif tags[verb] in ("VBP", "VB") and tags[first] in ("VBP", "VB"):
        _infinitive(verb, lower, tags, deps, heads)
    elif tags[verb] in ("VBP", "VB") and tags[first] == "VBZ" and deps[first] == "advcl":
        _of_main_clause(verb, tags, deps, heads)
    elif quality_of_the_second(verb, draft):
        return
    elif tags[verb] == "VBZ" and tags[first] == "VBP":
        second_object(verb, tags, deps, heads)


def _no_object(word: int, draft: Draft) -> None:
    """A word that is read as an object or beside a noun, and is a verb, says which way, or is one of a list."""
    if draft.deps[word] == "appos":
        listed(word, draft.deps, draft.heads)
    elif draft.tags[word] == "VBZ" and draft.tags[draft.heads[word]] == "VBG":
        _of_gerund(word, draft.tags, draft.deps, draft.heads)
    elif draft.lower[word] in ("left", "right") and draft.lower[word - 1].startswith("shift"):
        says_which_way(word, draft)


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
    if be < 0 or subject < 0 or not _thought(subject, lower, deps, heads):
        return
    for c in below:
        if c <= be or deps[c] == "punct" or (deps[c] == "neg" and c == be + 1):
            heads[c] = be
    heads[be], deps[be] = be, deps[verb]
    heads[verb], deps[verb] = be, "xcomp"


def _of_gerund(verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "writing needs to be seen as work", read as if somebody were writing needs: writing is what needs it."""
    doing = heads[verb]
    beside = verb - 2 if tags[verb - 1] == "RB" else verb - 1  # "coding mostly measures ..."
    if doing != beside or heads[doing] != doing:
        return
    for c in range(len(heads)):
        if heads[c] == doing and c > verb:
            heads[c] = verb
    heads[verb], deps[verb] = verb, deps[doing]
    heads[doing], deps[doing], tags[doing] = verb, "nsubj", "NN"


def _thought(subject: int, lower: Sequence[str], deps: list[str], heads: list[int]) -> bool:
    """Whether the subject is a step, a goal, one of the challenges: nothing that could do anything."""
    if lower[subject].endswith(("ing", "ment", "tion")) and len(lower[subject]) > 6:
        return True  # "chaos engineering is experimenting on a system": engineering does nothing
    if lower[subject] != "one":
        return lower[subject] in THOUGHTS
    of = [c for c in range(len(heads)) if heads[c] == subject and lower[c] == "of"]
    return any(
        heads[c] in of and deps[c] == "pobj" and lower[c].removesuffix("s") in THOUGHTS for c in range(len(heads))
    )


def _no_content(verb: int, draft: Draft) -> bool:
    return _noun_before_modal(verb, draft.tags, draft.deps, draft.heads) or thing_with_two_subjects(verb, draft)


def _noun_before_modal(verb: int, tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """For "status updates should be short", read as if a status updated something: the modal needs a subject."""
    noun = heads[verb]
    below = [c for c in range(len(heads)) if heads[c] == verb and c != verb]
    modal = next((c for c in below if tags[c] == "MD" and deps[c] == "aux"), -1)
    if tags[noun] != "VBZ" or modal != noun + 1 or any(deps[c] in ("nsubj", "nsubjpass", "expl") for c in below):
        return False
    before = [c for c in range(noun) if heads[c] == noun]
    subject = next((c for c in before if deps[c] == "nsubj" and tags[c] in ("NN", "NNP") and c == noun - 1), -1)
    if subject < 0:
        return False
    passive = any(deps[c] == "auxpass" for c in below)
    for c in range(len(heads)):
        if heads[c] == subject and deps[c] in ("det", "amod", "poss", "compound", "nummod"):
            heads[c] = noun
        elif heads[c] == noun and c not in (noun, subject, verb):
            heads[c] = verb
    heads[verb], deps[verb] = (verb, "ROOT") if heads[noun] == noun else (heads[noun], deps[noun])
    heads[noun], deps[noun], tags[noun] = verb, "nsubjpass" if passive else "nsubj", "NNS"
    heads[subject], deps[subject] = noun, "compound"
    return True


def _object(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "measure flow through the system", read as if to flow were a verb: few verbs take one without "to"."""
    governor = heads[verb]
    bare = tags[governor].startswith("VB") and governor == verb - 1 and lower[governor] not in TAKE_BARE
    below = {deps[c] for c in range(len(heads)) if heads[c] == verb and c != verb}
    if bare and not below & {"aux", "nsubj", "dobj", "advmod", "mark", "auxpass", "neg"}:
        tags[verb], deps[verb] = "NN", "dobj"


def _infinitive(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "we need to find limits, and manage them", read as if "manage" went with "need": it goes with "find"."""
    first = heads[verb]
    if lower[first] not in ("need", "have", "want", "try", "ought") or tags[first] not in ("VBP", "VB"):
        return
    below = [c for c in range(len(heads)) if heads[c] == verb and c != verb]
    if any(deps[c] in ("nsubj", "nsubjpass", "expl", "aux", "csubj") for c in below):
        return
    inner = next((c for c in range(first + 1, verb) if heads[c] == first and deps[c] == "xcomp"), -1)
    if inner < 0 or tags[inner] != "VB" or not any(tags[c] == "TO" and heads[c] == inner for c in range(first, inner)):
        return
    tags[verb], heads[verb] = "VB", inner
    for c in range(inner + 1, verb):
        if heads[c] == first and deps[c] in ("cc", "punct"):
            heads[c] = inner


def _finite(verb: int, deps: Sequence[str], heads: Sequence[int]) -> int:
    """The auxiliary of a passive, or the verb itself."""
    return next((c for c in range(verb) if heads[c] == verb and deps[c] == "auxpass"), verb)


def _relative(verb: int, tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """For "a trap is something that looks safe, but hurts you": all behind "that" says what the something is."""
    be = heads[verb]
    if any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass", "expl", "csubj") for c in range(len(heads))):
        return
    what = next((c for c in range(be, verb) if heads[c] == be and deps[c] == "attr"), -1)
    form = tags[_finite(verb, deps, heads)]
    relative = [c for c in range(be, verb) if heads[c] == what and deps[c] == "relcl"]
    first = next((c for c in relative if tags[_finite(c, deps, heads)] == form), -1)
    if first < 0:
        return
    heads[verb] = first
    for c in range(first + 1, verb):
        if heads[c] == be and deps[c] in ("cc", "punct"):
            heads[c] = first


def _of_main_clause(verb: int, tags: list[str], deps: Sequence[str], heads: list[int]) -> None:
    """For "leases start when a client asks, and expire": "expire" is no client's doing, the number says."""
    condition = heads[verb]
    if any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass", "expl", "csubj") for c in range(len(heads))):
        return
    heads[verb], tags[verb] = heads[condition], "VBP"
    for c in range(condition + 1, verb):
        if heads[c] == condition and deps[c] in ("cc", "punct"):
            heads[c] = heads[condition]


def _next_order(
    verb: int, lower: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> bool:
    """For "use long names so that tests can run apart, and have a job clean up": a comma parts what is ordered."""
    order = heads[heads[verb]]
    ordered = tags[order] == "VB" and heads[order] == order and tags[verb] in ("VB", "VBP")
    told = [lower[c] for c in range(order) if heads[c] == order and deps[c] in ("nsubj", "nsubjpass", "aux")]
    return ordered and tuple(lower[verb - 2 : verb]) == (",", "and") and told in ([], ["you", "should"])


def _of_adjective(preposition: int, lower: Sequence[str], heads: list[int]) -> None:
    """For "interviews are poor at finding talent": what they are poor at goes with the adjective."""
    if heads[preposition] == heads[preposition - 1] and lower[heads[preposition]] in BE:
        heads[preposition] = preposition - 1


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
