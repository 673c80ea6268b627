"""What this, these and "the costs" take up from the clause before: a deed, a risk of something, the subject itself."""

from __future__ import annotations

from flashcards.language.antecedents import LONGEST, points_back
from flashcards.language.clause import Clause
from flashcards.language.deeds import to_do
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

OF_SOMETHING = ("cost", "benefit", "risk", "price", "advantage", "disadvantage", "drawback", "downside", "danger")


def taken_up(before: Sentence, earlier: Clause) -> str:
    """What "this" stood for in the clause before, where that began with "this" as well: "This is ... This was ..."."""
    this = earlier.subject == (earlier.subject_head,) and before.parse.lower[earlier.subject_head] == "this"
    return earlier.swaps.get(earlier.subject_head, "") if this else ""


def name_do_this(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """For "to do this", "don't do that": what the clause before says should be done."""
    parse = sentence.parse
    for i in (*clause.subject, *clause.predicate):
        verb = parse.heads[i]
        if parse.lower[i] == "this" and parse.lower[verb] == "with" and parse.lower[parse.heads[verb]] == "help":
            if found := to_do(before, earlier):
                clause.swaps[verb], clause.swaps[i] = found, ""
            continue
        if parse.lower[i] not in ("this", "that", "so") or parse.deps[i] not in ("dobj", "advmod") or verb != i - 1:
            continue
        if parse.lower[verb] != "do" or parse.tags[verb] not in ("VB", "VBP"):
            continue
        found = to_do(before, earlier)
        if found:
            clause.swaps[verb], clause.swaps[i] = found, ""


def name_shell_noun(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """For "these risks", "the costs" as a subject: those of what the clause before speaks of."""
    parse = sentence.parse
    if earlier.subject_kind not in ("noun", "name", "clause") or len(earlier.subject) > LONGEST:
        return
    if points_back(before, earlier.subject):
        return
    for i in (*clause.subject, *clause.predicate):
        noun = parse.heads[i]
        costs = parse.lower[i] == "the" and noun == clause.subject_head and singular(parse.words[noun]) in OF_SOMETHING
        if (
            (parse.lower[i] in ("this", "these") or costs)
            and parse.deps[i] == "det"
            and i not in clause.swaps
            and singular(parse.words[noun]) in words("shell_nouns")
            and not parse.children(noun, "amod", "compound", "prep")
        ):
            owner = _noun_phrase_of(before, earlier)
            clause.swaps[i] = "the"
            clause.swaps[noun] = f"{parse.words[noun]} of {owner}"


def _noun_phrase_of(sentence: Sentence, clause: Clause) -> str:
    """The clause's subject as it reads in a question."""
    from flashcards.wording.phrase import noun_phrase

    return noun_phrase(sentence, clause, clause.subject, clause.subject_head)


def name_reason_subject(sentence: Sentence, clause: Clause) -> None:
    """For "X is hard, because this could be anywhere".

    Inside its reason, "this" is the subject, so "it" says the same.
    """
    parse = sentence.parse
    reason = clause.unit("reason")
    if (
        reason is None
        or clause.subject_kind not in ("noun", "name")
        or parse.tags[clause.subject_head] not in ("NN", "NNP", "VBG")
    ):
        return
    for i in reason.tokens:
        if parse.lower[i] == "this" and parse.deps[i] in ("nsubj", "nsubjpass"):
            clause.swaps[i] = "it"
