"""Word forms of English verbs and nouns: base forms for questions, -ing forms for answers, number and articles."""

from __future__ import annotations

from functools import cache

from flashcards.language.inflections import verb_ing, verb_lemma

ABBREVIATED = frozenset({"IT", "US"})  # no pronouns, though they look like some

PLURAL_ICS = frozenset("metrics topics basics specifics heuristics critics mechanics fabrics clinics".split())

IRREGULAR_S = {
    "has": "have",
    "is": "be",
    "does": "do",
    "goes": "go",
    "'s": "be",
    "dies": "die",
    "lies": "lie",
    "ties": "tie",
    "undoes": "undo",
    "vies": "vie",
    "focuses": "focus",
    "biases": "bias",
    "caches": "cache",
    "aches": "ache",
    "undergoes": "undergo",
    "overcomes": "overcome",
    "redoes": "redo",
}
BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "s"}
HAVE = {"have", "has", "had", "having", "'ve", "'d"}
DO = {"do", "does", "did", "done", "doing"}


@cache
def base(word: str, tag: str = "VB") -> str:
    """The base form of a verb ("drives" -> "drive"), by its Penn Treebank tag."""
    low = word.lower()
    if low in BE:
        return "be"
    if low in HAVE:
        return "have"
    if low in DO:
        return "do"
    if tag in ("VB", "VBP"):
        return low
    if tag == "VBZ":
        if low in IRREGULAR_S:
            return IRREGULAR_S[low]
        if low.endswith("ies") and len(low) > 4:
            return low[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return low[:-2]
        if low.endswith("s") and not low.endswith("ss"):
            return low[:-1]
        return low
    return verb_lemma(low)


@cache
def gerund(verb: str) -> str:
    """The -ing form of a base form ("compare" -> "comparing", "run" -> "running")."""
    if verb == "be":
        return "being"
    return verb_ing(verb)


@cache
def third_person(verb: str) -> str:
    """The third person singular of a base form ("indicate" -> "indicates")."""
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    if verb.endswith(("s", "sh", "ch", "x", "z")) or (verb.endswith("o") and len(verb) > 2):
        return verb + "es"
    return verb + "s"


OPS_PLURALS = ("shops", "loops", "hops", "drops", "stops", "laptops", "desktops", "props")


def ends_plural(low: str) -> bool:
    """Whether a noun in small letters has a plural's ending: "queues", "metrics", not "status", "economics"."""
    if low.endswith(OPS_PLURALS):
        return True  # "shops", unlike "DevOps"
    return low in PLURAL_ICS or (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "ics", "ops", "bias", "alias", "canvas"))
    )


@cache
def singular(noun: str) -> str:
    """A plural noun's likely singular, for looking it up in word lists (not for showing: names would suffer)."""
    low = noun.lower()
    if low in ("people", "men", "women", "children"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low
