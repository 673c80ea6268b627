"""The question that asks for any part but the subject: inversion, do-support, agreement, stranded prepositions."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import base, ends_plural, singular
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence
from flashcards.language.spelling import in_dictionary
from flashcards.wording.phrase import EXPANDED, contracted, noun_phrase, render

PLURAL_PEOPLE = ("people", "men", "women", "children", "folks")
HANGS_ON = re.compile(r" (?:of|for|in|with|on|from|by|to|at|between|about) ")  # what stands behind is no head


def inverted_question(sentence: Sentence, clause: Clause, body: list[int], wh: str, gap: Unit, tail: str) -> str:
    """The words `wh`, then the subject behind its verb or "do", then `body` with `tail` in the place of `gap`.

    "" for a verb that is denied in front.
    """
    parse = sentence.parse
    subject = noun_phrase(sentence, clause, clause.subject, clause.subject_head)
    aux = list(clause.aux)
    rest = list(body)
    if aux and parse.lower[aux[0]] in ("get", "gets", "got"):  # "readers get lost": get is a verb like any other here
        front = _agreeing({"gets": "does", "got": "did"}.get(parse.lower[aux[0]], "do"), clause, subject)
        return " ".join(
            word for word in (wh, front, subject, "get", _with_tail(sentence, clause, rest, gap, tail)) if word
        )
    if aux:
        first = aux.pop(0)
        word = EXPANDED.get(parse.lower[first], parse.lower[first])
        if parse.lower[first] == "'d" and parse.tags[clause.verb] == "VBN":
            word = "had"
        if parse.lower[first] == "'s":
            word = "has" if parse.tags[clause.verb] == "VBN" and parse.deps[first] == "aux" else "is"
        if parse.lower[first] in ("not", "never", "n't"):
            return ""
        if aux and parse.lower[aux[0]] in ("n't", "not"):
            aux.pop(0)
            if word in ("is", "are") and parse.tags[clause.verb] == "VBN" and wh.split()[0] != "why":
                subject = f"{subject} not"  # "What are they not harmed by?"
            else:
                word = contracted(word)
        rest = sorted({*aux, *rest})
        front = word
    elif clause.lemma == "be":
        front = {"'s": "is", "'re": "are", "'m": "am"}.get(parse.lower[clause.verb], parse.lower[clause.verb])
        rest = [i for i in rest if i != clause.verb]
        if rest and parse.lower[rest[0]] in ("n't", "not") and parse.heads[rest[0]] == clause.verb:
            front = contracted(front)
            rest.pop(0)
    else:
        front = _support(parse, clause)
        base_form = base(parse.words[clause.verb], parse.tags[clause.verb])
        at = rest.index(clause.verb)
        left, right = rest[:at], rest[at + 1 :]
        words = [
            wh,
            _agreeing(front, clause, subject),
            subject,
            render(sentence, clause, left),
            base_form,
            _with_tail(sentence, clause, right, gap, tail),
        ]
        return " ".join(word for word in words if word)
    words = [wh, _agreeing(front, clause, subject), subject, _with_tail(sentence, clause, rest, gap, tail)]
    return " ".join(word for word in words if word)


def _support(parse: Parse, clause: Clause) -> str:
    """The form of "do" that a verb without an auxiliary takes in front of its subject."""
    tag = parse.tags[clause.verb]
    if tag == "VBZ" and _slips_in_number(parse, clause):
        return "do"
    one = parse.tags[clause.subject_head] in ("NN", "NNP") and not parse.children(clause.subject_head, "conj")
    if tag == "VBG" and one:
        return "does"
    return {"VBZ": "does", "VBD": "did", "VBN": "did"}.get(tag, "do")


def _slips_in_number(parse: Parse, clause: Clause) -> bool:
    """Whether the notes have "high standards produces": the question needs no slip."""
    head = clause.subject_head
    plain = head not in clause.swaps and parse.tags[head] == "NNS" and parse.heads[head] == clause.verb
    known = in_dictionary(singular(parse.lower[head]))  # "Kubernetes" is no plural
    return plain and known and ends_plural(parse.lower[head])


def _agreeing(front: str, clause: Clause, subject: str) -> str:
    """The fronted auxiliary in the number of what stands in a pronoun's place."""
    if clause.subject_head not in clause.swaps or subject in ("they", "it"):
        return front
    subject = subject.removesuffix(" both").removesuffix(" all")
    last = HANGS_ON.split(subject)[0].split()[-1].lower()
    plural = " and " in subject.split(" of ")[0] or last in PLURAL_PEOPLE or ends_plural(last)
    if clause.subject_kind != "they" and any(
        word.lower().endswith("ing") for word in subject.split()[: 1 + subject.split()[0].endswith("ly")]
    ):
        plural = False
    pairs = {
        "does": "do",
        "is": "are",
        "has": "have",
        "was": "were",
        "doesn't": "don't",
        "isn't": "aren't",
        "hasn't": "haven't",
    }
    return pairs.get(front, front) if plural else {v: k for k, v in pairs.items()}.get(front, front)


def _with_tail(sentence: Sentence, clause: Clause, tokens: list[int], gap: Unit, tail: str) -> str:
    if not tail:
        return render(sentence, clause, tokens)
    at = gap.gap[0]
    before = [i for i in tokens if i < at]
    after = [i for i in tokens if i > at]
    return " ".join(part for part in (render(sentence, clause, before), tail, render(sentence, clause, after)) if part)
