"""Subjects that the parser misses: an object named first, a doing, a name, what says which."""

from __future__ import annotations

from flashcards.language.draft import Draft


def belongs_to_the_subject(word: int, draft: Draft) -> bool:
    """For "a sustainable on-call rotation needs ...", with "a" and "sustainable" hung on the verb: they say which."""
    verb = draft.heads[word]
    if not draft.tags[verb].startswith("VB") or word >= verb:
        return False
    subject = next((c for c in draft.below(verb) if word < c < verb and draft.deps[c].startswith("nsubj")), -1)
    if subject < 1 or not draft.tags[subject].startswith("NN"):
        return False
    draft.heads[word] = subject
    return True


def secret_of(word: int, draft: Draft) -> bool:
    """For "secret of a good review is patience", read as a quality: it is a thing."""
    behind = draft.lower[word + 1 : word + 2] == ["of"] and draft.heads[word + 1] == word
    if draft.tags[word] != "JJ" or not behind:
        return False
    draft.tags[word] = "NN"
    return True


def doing_named_by_its_object(thing: int, draft: Draft) -> bool:
    """For "shipping fun modes sooner comes from ...", read as modes of shipping: the verb has the doing as subject."""
    verb = draft.heads[thing]
    if draft.tags[thing] != "NNS" or draft.tags[verb] != "VBZ" or thing >= verb:
        return False
    below = [c for c in range(thing) if thing in (draft.heads[c], draft.heads[draft.heads[c]])]
    first = below[0] if below else thing
    if first == thing or not draft.lower[first].endswith("ing") or draft.tags[first] not in ("NN", "VBG", "NNP", "JJ"):
        return False
    for c in range(len(draft.heads)):
        if draft.heads[c] == first and c != first:
            draft.heads[c] = thing
        elif draft.heads[c] == verb and thing < c < verb and draft.tags[c] in ("RB", "RBR"):
            draft.heads[c] = first
    draft.hang(first, verb, "csubj", "VBG")
    draft.hang(thing, first, "dobj")
    return True


def object_of_the_doing(word: int, draft: Draft) -> bool:
    """For "explaining something exposes the gaps", with two subjects: the something is explained."""
    doing = word - 1
    if draft.tags[word] != "NN" or doing < 0 or draft.deps[doing] != "csubj":
        return False
    if draft.heads[doing] != draft.heads[word]:
        return False
    draft.hang(word, doing, "dobj")
    return True


def named_doer(word: int, draft: Draft) -> bool:
    """For "WebAIM found failures", with the name taken for an adverb."""
    verb = draft.heads[word]
    if draft.tags[word] != "NNP" or verb != word + 1 or draft.tags[verb] not in ("VBD", "VBZ"):
        return False
    if draft.below(verb, "nsubj", "nsubjpass"):
        return False
    draft.deps[word] = "nsubj"
    return True


def thing_with_two_subjects(verb: int, draft: Draft) -> bool:
    """For "doubles the number of states your code can be in": the first of two subjects is the object before it."""
    subjects = [c for c in draft.below(verb, "nsubj") if c < verb]
    above = draft.heads[verb]
    if len(subjects) != 2 or subjects[0] <= above or draft.tags[subjects[0]] not in ("NN", "NNS"):
        return False
    thing = subjects[0]
    draft.hang(thing, above, "dobj")
    draft.hang(verb, thing, "relcl")
    return True
