"""Whether a parse contradicts itself: where it does, nobody knows what the sentence says, and it gives no clause."""

from __future__ import annotations

from flashcards.language.lexicon import words
from flashcards.language.parse import Parse

FINITE = ("VBZ", "VBP", "VBD", "MD")
WITHOUT_MAIN = ("if", "unless", "although", "because", "whether", "whereas", "than")


def contradicts_itself(parse: Parse, verb: int, subject: tuple[int, ...], aux: tuple[int, ...]) -> bool:
    """Whether verb, subject and auxiliaries can't belong together in one finite clause."""
    if not subject:
        return False
    own = any(i in subject for i in parse.children(verb))
    misread = _disagrees(parse, verb, subject, aux) or _one_of_many(parse, verb, subject)
    return own and (misread or _not_finite(parse, verb, aux) or _half(parse, verb))


def _disagrees(parse: Parse, verb: int, subject: tuple[int, ...], aux: tuple[int, ...]) -> bool:
    """For "story map it": a singular with a plural's verb, so that one of the two is misread."""
    head = next((i for i in subject if parse.heads[i] == verb), -1)
    if head < 0 or parse.tags[head] not in ("NN", "VBG") or parse.child(head, "conj", "appos") is not None:
        return False
    if parse.lower[head] in words("collectives") or any(parse.words[i].endswith("%") for i in subject):
        return False
    if any(parse.tags[i] in ("NNS", "NNPS", "CD") for i in subject):
        return False  # "a lot of tools are", "the majority of users have"
    finite = aux[0] if aux else verb
    plural = parse.lower[finite] in ("are", "were", "do", "have") if aux else parse.tags[finite] == "VBP"
    return plural and parse.lower[finite] not in ("s", "'s")


def _one_of_many(parse: Parse, verb: int, subject: tuple[int, ...]) -> bool:
    """For "a breaker wraps call": "a" before a plural, so that its last word is a verb."""
    head = next((i for i in subject if parse.heads[i] == verb), -1)
    if head < 0 or parse.tags[head] != "NNS" or parse.tags[verb] not in ("VB", "VBP", "VBZ"):
        return False
    return any(parse.lower[i] in ("a", "an") for i in parse.children(head, "det"))


def _not_finite(parse: Parse, verb: int, aux: tuple[int, ...]) -> bool:
    """For "crew circles sorting it out": a subject and an -ing form are no clause; nor is "sales have fill"."""
    if parse.tags[verb] == "VBG" and not aux:
        return True
    had = [i for i in aux if parse.lower[i] in ("have", "has", "had")]
    return bool(had) and had[-1] == aux[-1] and parse.tags[verb] in ("VB", "VBP")


def _half(parse: Parse, verb: int) -> bool:
    """For "if the boss decides in hallways so will everyone", read as if the condition were all of it."""
    return parse.heads[verb] == verb and any(parse.lower[m] in WITHOUT_MAIN for m in parse.children(verb, "mark"))
