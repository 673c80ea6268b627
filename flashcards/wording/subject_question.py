"""The question that asks for the subject of a clause: its verb comes to agree with the question word."""

from __future__ import annotations

from flashcards.language.clause import Clause
from flashcards.language.forms import base, third_person
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence
from flashcards.wording.phrase import EXPANDED, contracted, render

BEFORE_VERB = frozenset(
    "often always never also sometimes only just still even seldom soon then now first already not no almost far"
    " well".split()
)


def subject_question(sentence: Sentence, clause: Clause, body: list[int], wh: str) -> str:
    """The words `wh`, then the words of the clause at `body` and its auxiliaries; "" where no question comes of it."""
    parse = sentence.parse
    if clause.subject and any(_late(parse, i) for i in body if clause.subject[-1] < i < clause.finite):
        return ""  # "opening connections early makes ...": the adverb belongs to the subject
    aux = list(clause.aux)
    texts: list[str] = []
    finite = clause.finite
    bare = parse.tags[finite] == "VB" and not aux and not clause.imperative  # "averages hide ..."
    plural = parse.tags[finite] == "VBP" or bare or parse.lower[finite] in ("are", "were", "have", "do", "'re", "'ve")
    ordered = sorted({*aux, *body})
    singular_wh = not wh.split()[-1].endswith("s") or (
        wh.split()[0].lower() in ("who", "what") and len(wh.split()) == 1
    )
    done = False
    chunk: list[int] = []
    emphatic = parse.lower[finite] == "does" and finite != clause.verb and not clause.negated
    for i in ordered:
        if emphatic and i == finite:
            continue
        if i == (clause.verb if emphatic else finite):
            word = EXPANDED.get(parse.lower[i], parse.lower[i])
            if parse.lower[i] == "'s":
                word = "is"
            if parse.tags[i] == "VBG" and not aux:
                word = third_person(base(word, "VBG"))
            if emphatic:
                word = third_person(word)
            several = clause.lemma == "be" and (unit := clause.unit("complement")) and _is_plural(parse, unit.head)
            if plural and singular_wh and not several and not wh.startswith("what percentage"):
                word = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(
                    word, word if parse.tags[i] != "VBP" and not bare else third_person(word)
                )
            elif not plural and not singular_wh and parse.tags[i] == "VBZ":
                word = {"is": "are", "has": "have", "does": "do"}.get(word, base(word, "VBZ"))
            texts.append(render(sentence, clause, chunk))
            chunk = []
            texts.append(word)
            done = True
            continue
        if done and parse.lower[i] == "n't" and i == finite + 1:
            texts[-1] = contracted(texts[-1])
            continue
        chunk.append(i)
    texts.append(render(sentence, clause, chunk))
    return " ".join([wh, *(text for text in texts if text)])


def _late(parse: Parse, i: int) -> bool:
    """Whether an adverb is none that stands before its verb: not often, usually, always."""
    manner = parse.lower[i].endswith("ly") and parse.lower[i] != "early"
    return parse.tags[i] == "RB" and not manner and parse.lower[i] not in BEFORE_VERB


def _is_plural(parse: Parse, i: int) -> bool:
    return parse.tags[i] in ("NNS", "NNPS") or parse.lower[i] == "people"
