"""Single words that the parser hangs on the wrong word, or takes for another kind of word."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.language.clause_repairs import (
    kind_of_the_thing,
    needs_redesign,
    no_relative,
    so_that,
    told_by_that,
    whether,
    which_of_them,
    which_you_know,
)
from flashcards.language.draft import Draft
from flashcards.language.inflections import is_participle
from flashcards.language.row_repairs import one_more_object, particle, particle_of_the_verb, quality_in_a_row
from flashcards.language.subject_repairs import (
    belongs_to_the_subject,
    doing_named_by_its_object,
    named_doer,
    object_of_the_doing,
    secret_of,
)

GOING = frozenset("go goes going went gone".split())
CLOSELY = ("well", "long", "shortly", "right", "immediately", "just", "only")
NOUNS_TOO = ("cost", "cut", "read", "set", "put", "hit", "split", "spread", "left", "felt", "thought", "lead", "found")
WAYS = ("move", "push", "shift")


def mend_word(i: int, draft: Draft) -> None:
    """Change the tag, dependency or head of one word of a parse in place, where the parser is known to be wrong."""
    for mend in MENDS.get(draft.deps[i], ()):
        if mend(i, draft):
            return


def _moved_left(i: int, draft: Draft) -> bool:
    """For "move security left", with "left" hung on the security."""
    above = draft.heads[i]
    if draft.lower[i] != "left" or draft.lower[draft.heads[above]] not in WAYS:
        return False
    draft.heads[i] = draft.heads[above]
    says_which_way(i, draft)
    return True


def _described_by_what_follows(thing: int, draft: Draft) -> bool:
    """For "is code that nobody runs", read as if it were a quality: what follows "that" describes the thing."""
    clause = next((c for c in draft.below(draft.heads[thing], "ccomp") if c > thing), -1)
    if draft.tags[thing] != "NN" or clause < 0 or draft.lower[thing + 1] != "that":
        return False
    draft.deps[thing] = "attr"
    draft.hang(clause, thing, "relcl")
    return True


def _quality(i: int, draft: Draft) -> bool:
    """For "jobs should be idempotent and resumable", "has to be rethought", with the first read as a noun."""
    if draft.tags[i] != "NN":
        return False
    if any(draft.tags[c] == "JJ" for c in draft.below(i, "conj")):
        draft.tags[i] = "JJ"
        return True
    if draft.lower[i] in NOUNS_TOO or not is_participle(draft.lower[i]):
        return False
    draft.tags[i] = "VBN"
    return True


def _metric(i: int, draft: Draft) -> bool:
    """For "a business metric", read as a quality."""
    if draft.tags[i] != "JJ" or draft.deps[i - 1] != "compound" or draft.heads[i - 1] != i:
        return False
    draft.tags[i] = "NN"
    return True


def _closely(i: int, draft: Draft) -> bool:
    """For "visible well before exhaustion is", with "well" hung on the visible."""
    behind = draft.lower[i + 1 : i + 2]
    if draft.lower[i] not in CLOSELY or behind not in (["before"], ["after"]) or draft.heads[i] >= i:
        return False
    draft.heads[i] = draft.heads[i + 1] if draft.deps[i + 1] == "mark" else i + 1
    return True


def _live(i: int, draft: Draft) -> bool:
    """For "before you go live"."""
    if draft.lower[i] != "live" or not i or draft.lower[i - 1] not in GOING:
        return False
    draft.hang(i, i - 1, "acomp")
    return True


def _helps_the_same_verb(i: int, draft: Draft) -> bool:
    """For "access should be limited so that ...", with "should" hung on "be"."""
    above = draft.heads[i]
    if draft.deps[above] not in ("aux", "auxpass") or above <= i:
        return False
    draft.heads[i] = draft.heads[above]
    return True


def says_which_way(side: int, draft: Draft) -> None:
    """For "shift left on testing": where one shifts, not what; what hangs on it hangs on the verb."""
    draft.tags[side], draft.deps[side] = "RB", "advmod"
    for c in draft.below(side):
        draft.heads[c] = draft.heads[side]


MENDS: dict[str, tuple[Callable[[int, Draft], bool], ...]] = {  # by the word's dependency, the first that fits
    "relcl": (no_relative,),
    "acl": (_moved_left,),
    "acomp": (_described_by_what_follows, _quality),
    "attr": (_metric,),
    "ccomp": (which_of_them, kind_of_the_thing, told_by_that, needs_redesign, which_you_know),
    "advcl": (whether, which_you_know),
    "conj": (quality_in_a_row, one_more_object),
    "det": (belongs_to_the_subject,),
    "amod": (belongs_to_the_subject, particle_of_the_verb),
    "prep": (particle,),
    "nsubj": (secret_of, doing_named_by_its_object, object_of_the_doing),
    "advmod": (so_that, named_doer, particle_of_the_verb, _closely, _live),
    "aux": (_helps_the_same_verb,),
}
