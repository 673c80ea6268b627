"""Verbs that are nouns as well ("systems drift", "a cache helps")."""

from __future__ import annotations

VERBS = frozenset(  # base forms of verbs that are nouns as well, or look like the plural of one
    "balance benefit block break buffer build cache cause change cost cover crash decrease degrade delay depend"
    " deploy discourage divide drift drive encourage expire fade fail flow force grow guide handle happen help"
    " hold impact improve increase interrupt lack lead leak leave limit live look lower map mark mask"
    " matter mean measure merge mirror model move name narrow need occur order outlive pass pause pay peak pile"
    " place point process produce protect pull push queue rank reach release report require reset result retry"
    " return reveal review reward risk run sample scale separate serve shape share shift ship shorten show signal slip"
    " slow solve split spread stall start stay stop store structure succeed suffer support surface surprise swap"
    " switch sync talk tend test trace track train transfer transform travel trigger trust tune turn update use"
    " value vary wait watch wear weigh work wrap kill cap fuel influence catch".split()
)


def verb_stem(word: str) -> str:
    """The base form of a verb in -s that `VERBS` holds, else the word."""
    for ending in ("es", "s"):
        if word.endswith(ending) and word.removesuffix(ending) in VERBS:
            return word.removesuffix(ending)
    return f"{word[:-3]}y" if word.endswith("ies") else word
