"""Clauses that the parser hangs on the wrong word: what picks a thing out, what is checked, what it is for."""

from __future__ import annotations

from flashcards.language.draft import Draft

ASKING = ("how", "what", "why", "where", "whether")
SUBJECTS = ("nsubj", "nsubjpass", "mark", "expl", "csubj")


def no_relative(verb: int, draft: Draft) -> bool:
    """A clause that is read as if it described a noun, and is what a verb says, or when it holds."""
    above = draft.heads[verb]
    begins = draft.lower[above + 1]
    if draft.tags[above] in ("VBZ", "VBP", "VB") and begins in ASKING:
        draft.deps[verb] = "ccomp"  # "measures how you handle stress": no noun is there to describe
        return True
    if (
        draft.lower[above] in ("something", "anything", "nothing")
        and begins == "when"
        and draft.heads[above + 1] == verb
    ):
        draft.hang(verb, draft.heads[above], "advcl")  # "only means something when people can say no"
        return True
    return False


def which_of_them(noun: int, draft: Draft) -> bool:
    """For "decide which workloads need it", read as if something did workload: the verb behind it is their doing."""
    asked = noun > 0 and draft.lower[noun - 1] in ("which", "what") and draft.heads[noun - 1] == noun
    verb = noun + 1
    if draft.tags[noun] != "VBZ" or not asked or verb >= len(draft.heads):
        return False
    if draft.heads[verb] != noun or draft.deps[verb] != "xcomp" or draft.tags[verb] not in ("VBP", "VB"):
        return False
    draft.hang(verb, draft.heads[noun], "ccomp", "VBP")
    draft.hang(noun, verb, "nsubj", "NNS")
    draft.deps[noun - 1] = "det"
    return True


def kind_of_the_thing(word: int, draft: Draft) -> bool:
    """For "against the case studies vendors publish", read as if a case "studied" something: studies of a kind."""
    kind = word - 1
    if draft.tags[word] != "VBZ" or kind < 0 or draft.tags[kind] != "NN" or draft.deps[kind] not in ("pobj", "dobj"):
        return False
    if draft.below(word, *SUBJECTS):
        return False
    draft.hang(word, draft.heads[kind], draft.deps[kind], "NNS")
    for c in draft.below(kind):
        draft.heads[c] = word
    for c in draft.below(word, "ccomp"):
        draft.deps[c] = "relcl"
        if draft.heads[c - 1] == c and draft.deps[c - 1] == "compound" and draft.tags[c - 1] == "NNS":
            draft.deps[c - 1] = "nsubj"
    draft.hang(kind, word, "compound")
    return True


def told_by_that(verb: int, draft: Draft) -> bool:
    """For "is a method for writing text that more people can follow", with what tells which text hung on "is"."""
    above = draft.heads[verb]
    if draft.lower[above] not in ("is", "are"):
        return False
    that = next((c for c in draft.below(verb, "dobj", "nsubj", "pobj") if 0 < c < verb and draft.lower[c] == "that"), 0)
    if not that or draft.tags[that - 1] not in ("NN", "NNS") or above >= that - 1:
        return False
    draft.hang(verb, that - 1, "relcl")
    return True


def needs_redesign(word: int, draft: Draft) -> bool:
    """For "decide which services need redesign", with the redesign hung on "decide": it is what they need."""
    finite = word > 0 and draft.tags[word - 1] in ("VBP", "VBZ", "VB")
    if draft.tags[word] != "NN" or not finite or draft.heads[word] >= word - 1:
        return False
    draft.hang(word, word - 1, "dobj")
    return True


def whether(verb: int, draft: Draft) -> bool:
    """For "checks whether your tests would catch a bug", read as if that were when: it is what is checked."""
    if not any(draft.lower[c] == "whether" and c < verb for c in draft.below(verb, "mark")):
        return False
    draft.deps[verb] = "ccomp"
    return True


def which_you_know(verb: int, draft: Draft) -> bool:
    """For "generates inputs you'd never think of", read as if it were when: it says which inputs."""
    above = draft.heads[verb]
    if draft.tags[verb] not in ("VB", "VBP", "VBD") or above >= verb - 1:
        return False
    below = draft.below(verb)
    subject = next((c for c in draft.below(verb, "nsubj") if above < c < verb), -1)
    thing = subject - 1
    stranded = verb + 1 < len(draft.tags) and draft.tags[verb + 1] == "IN" and draft.heads[verb + 1] == verb
    people = subject > 0 and draft.lower[subject] in ("you", "we", "they", "i", "nobody")
    if not people or below[0] != subject or not stranded:
        return False
    if draft.deps[thing] != "dobj" or draft.heads[thing] != above or draft.tags[thing] not in ("NN", "NNS"):
        return False
    draft.hang(verb, thing, "relcl")
    return True


def so_that(word: int, draft: Draft) -> bool:
    """For "keep it small so the job can be trusted", read as two statements: the second is what the first is for."""
    verb = draft.heads[word]
    verbal = draft.tags[verb].startswith("VB") and verb < word
    if draft.lower[word] != "so" or not verbal or draft.lower[word - 1] == ",":
        return False
    second = next((c for c in draft.below(verb, "conj") if c > word), -1)
    if second < 0 or any(word < c < second for c in draft.below(verb, "cc")):
        return False
    inside = [c for c in draft.below(second) if word < c < second]
    subject = any(draft.deps[c].startswith("nsubj") for c in inside)
    if not subject or not any(draft.tags[c] == "MD" for c in inside):
        return False
    draft.hang(word, second, "mark")
    draft.deps[second] = "advcl"
    return True
