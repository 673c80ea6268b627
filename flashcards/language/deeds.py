"""What a clause says is done, or is to be done, as words that a pronoun may stand for: "this" is "sharing code"."""

from __future__ import annotations

from flashcards.language.antecedents import LONGEST, points_back
from flashcards.language.clause import Clause
from flashcards.language.forms import base, gerund
from flashcards.language.inflections import is_verb
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence


def deed(sentence: Sentence, clause: Clause) -> str:
    """The clause before as an -ing phrase: what "this" stands for when somebody does something."""
    from flashcards.wording.phrase import render

    parse = sentence.parse
    if sum(other.imperative for other in sentence.clauses) > 1 or sentence.segment.joint == ";":
        return ""  # of several deeds, one alone is not what "this" stands for
    if (
        clause.subject_kind not in ("we", "you")
        or clause.negated
        or clause.past
        or clause.lemma in ("be", "tend", "like")
    ):
        return ""
    modal = [i for i in clause.aux if parse.lower[i] not in ("should", "can", "must", "could")]
    if modal or clause.modals & {"need", "have", "want"}:
        wanted = to_do(sentence, clause) if len(sentence.clauses) == 1 else ""
        verb, _, rest = wanted.partition(" ")
        return f"{gerund(verb)} {rest}" if wanted else ""
    kept = [
        i
        for i in clause.predicate
        if not any(
            i in unit.tokens
            for unit in clause.units
            if unit.fronted or unit.role in ("discourse", "reason", "participle")
        )
    ]
    if any(parse.deps[i] == "conj" and _second_deed(parse, i, clause.verb) for i in kept):
        return ""  # "rebuild it and redeploy": of two deeds, the second would need another form
    if clause.verb not in kept or len(kept) > 12 or points_back(sentence, tuple(kept)):
        return ""
    at = kept.index(clause.verb)
    form = gerund(base(parse.words[clause.verb], parse.tags[clause.verb]))
    return " ".join(
        part for part in (render(sentence, clause, kept[:at]), form, render(sentence, clause, kept[at + 1 :])) if part
    )


def _second_deed(parse: Parse, i: int, verb: int) -> bool:
    if parse.tags[i] in ("VB", "VBP"):
        return parse.heads[i] == verb
    bare = parse.tags[i] == "NN" and i + 1 < len(parse) and parse.lower[i + 1] in (".", "!", ",")
    return bare and not parse.children(i) and parse.lower[i - 1] == "and" and is_verb(parse.lower[i])


def to_do(sentence: Sentence, clause: Clause) -> str:
    """What the clause says should be done, in the base form: "X needs to be reviewed" gives "review X"."""
    from flashcards.wording.phrase import noun_phrase, render

    parse = sentence.parse
    if clause.past or clause.negated or not clause.modals & {"should", "must", "need", "have", "want", "can"}:
        return ""
    inner = next((u for u in clause.units if u.role == "infinitive" and u.governor == clause.verb), None)
    verb = inner.head if inner else clause.verb
    tokens = [i for i in (inner.tokens if inner else clause.predicate) if i > verb and i in clause.predicate]
    apart = {i for u in clause.units if u.role in ("reason", "participle", "discourse", "purpose") for i in u.tokens}
    tokens = [i for i in tokens if i not in apart]
    if len(tokens) > LONGEST or points_back(sentence, tuple(tokens)):
        return ""
    form, rest = base(parse.words[verb], parse.tags[verb]), render(sentence, clause, tokens)
    if clause.passive and clause.subject_kind in ("noun", "name") and not points_back(sentence, clause.subject):
        whom = noun_phrase(sentence, clause, clause.subject, clause.subject_head)
        return " ".join(part for part in (form, whom, rest) if part)
    if not clause.passive and clause.subject_kind in ("we", "you") and rest:
        return f"{form} {rest}"
    return ""
