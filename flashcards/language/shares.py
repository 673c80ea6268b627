"""Of whom a bare percentage is: "some nurses are rested; 50% are not" speaks of 50% of the nurses."""

from __future__ import annotations

from flashcards.language.clause import Clause
from flashcards.language.sentence import Sentence

PARTS = frozenset("some most many few all half".split())


def name_whole(sentence: Sentence, clause: Clause) -> None:
    """Put "50% of nurses" where a clause's subject is "50%" and a clause before speaks of a part of the nurses."""
    parse = clause.parse
    head = clause.subject_head
    if not clause.subject or parse.words[head] != "%" or not all(parse.tags[i] in ("CD", "NN") for i in clause.subject):
        return
    for before, earlier in _earlier(sentence, clause):
        if whole := _whole(before, earlier):
            clause.swaps[head] = f"% of {whole}"
            return


def _earlier(sentence: Sentence, clause: Clause) -> list[tuple[Sentence, Clause]]:
    """The clauses before in the same sentence of the text, the nearest first."""
    at = sentence.clauses.index(clause)
    found = [(sentence, one) for one in reversed(sentence.clauses[:at])]
    while sentence.segment.joint in (";", ",") and sentence.before is not None:
        sentence = sentence.before
        found += [(sentence, one) for one in reversed(sentence.clauses)]
    return found


def _whole(sentence: Sentence, clause: Clause) -> str:
    """What a subject is a part of: "some employees", "80% of companies"."""
    from flashcards.wording.phrase import render

    parse = sentence.parse
    if not clause.subject:
        return ""
    if clause.subject_head in clause.swaps:
        return clause.swaps[clause.subject_head].removeprefix("% of ")
    of = next((i for i in clause.subject if parse.lower[i] == "of" and parse.heads[i] == clause.subject_head), None)
    if parse.words[clause.subject_head] == "%" and of is not None:
        return render(sentence, clause, [i for i in clause.subject if i > of])
    if parse.lower[clause.subject[0]] in PARTS and len(clause.subject) > 1 and parse.tags[clause.subject_head] == "NNS":
        return render(sentence, clause, clause.subject[1:])
    return ""
