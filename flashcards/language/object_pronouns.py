"""it, them, its, their and this outside the subject: what the clause before gives them."""

from __future__ import annotations

from flashcards.language.antecedents import (
    PLURAL,
    SINGULAR,
    SOMEBODY,
    object_antecedent,
    only_plural,
    only_plural_there,
    subject_antecedent,
)
from flashcards.language.clause import Clause
from flashcards.language.deeds import deed
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

DETERMINERS = frozenset("the these those our your their its my his her all a an some".split())


def name_objects(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """it, them, its and their outside the subject: the subject before, when nothing in this clause could be meant."""
    parse = sentence.parse
    for i in (*(clause.subject if clause.subject_kind == "clause" else ()), *clause.predicate):
        low = parse.lower[i]
        if low not in ("it", "them", "its", "their") or parse.tags[i] not in ("PRP", "PRP$") or i in clause.swaps:
            continue
        if _of_this_clause(clause, i) or _of_the_aim(clause, i):
            continue
        plural = low in ("them", "their")
        alike = plural and clause.subject_kind == earlier.subject_kind == "clause" and i in clause.subject
        if alike and (found := only_plural(earlier)):  # "forcing engineers ...; giving them ..."
            clause.swaps[i] = found
            continue
        tags = PLURAL if plural else SINGULAR
        if plural and clause.past:
            continue  # "a mistake cost them a day": whom, the story knows
        if plural and any(parse.lower[j] in (*SOMEBODY, "person") for j in range(i)):
            continue  # "if you see someone get lost, help them"
        if (
            low == "it"
            and i + 2 < len(parse)
            and parse.tags[i + 1] in ("JJ", "JJR")
            and parse.tags[i + 2] in ("TO", "IN")
        ):
            continue  # "make it easy to ..." stands for nothing
        if any(
            (parse.tags[j] in tags and singular(parse.words[j]) not in words("vague_times"))
            or parse.lower[j] in words("plural_people")
            for j in (*clause.subject, *clause.predicate)
            if j < i and not (parse.tags[j] == "VBG" and i in parse.subtree(j))
        ):
            continue
        found = _antecedent(low, before, earlier)
        deed = found.split()[:1] and found.split()[0].endswith("ing") and " " in found
        if found and not (deed and parse.tags[i - 1] == "VBG" and parse.lower[i - 1] != "doing"):
            _put(found, i, sentence, clause)


def _antecedent(pronoun: str, before: Sentence, earlier: Clause) -> str:
    """What the clause before offers for the pronoun, "" where it is not sure."""
    plural = pronoun in ("them", "their")
    found = subject_antecedent(before, earlier, plural)
    if not found and _thing_agrees(earlier, plural):
        return ""  # "load tests find limits. Run them often": the tests, or the limits
    if not found and earlier is not None:
        found = object_antecedent(before, earlier, plural)
    if not found and pronoun == "them" and earlier.subject_kind in ("we", "you"):
        found = only_plural_there(before, earlier)
    return found


def _thing_agrees(earlier: Clause, plural: bool) -> bool:
    """Whether the subject of the clause before is a thing, or things, that the pronoun might mean."""
    if earlier.subject_kind not in ("noun", "name"):
        return False
    parse, head = earlier.parse, earlier.subject_head
    thing = singular(parse.words[head]) not in words("roles") | words("collectives") | words("plural_people")
    return thing and parse.tags[head] in (PLURAL if plural else SINGULAR)


def _put(found: str, i: int, sentence: Sentence, clause: Clause) -> None:
    """Let `found` stand for the pronoun at `i`, and a deed for "doing it" as well."""
    if sentence.parse.lower[i - 1] == "doing" and found.split()[0].endswith("ing"):
        clause.swaps[i - 1], clause.swaps[i] = found, ""  # "renaming hurts. Doing it with the business ..."
    else:
        clause.swaps[i] = _fitting(found, i, sentence)


def _of_this_clause(clause: Clause, i: int) -> bool:
    """Whether what the pronoun means is in its own clause, or is its deed."""
    low = clause.parse.lower
    if low[i] == "it" and clause.imperative and _in_reason(clause, i):
        return True  # "don't pay by alerts, since it can ...": the deed, which the question names
    own = tuple(low[i + 1 : i + 2]) == ("own",)
    return low[i] == "their" and own and clause.subject_kind in ("noun", "name")  # "a sponsor uses their own name"


def _of_the_aim(clause: Clause, i: int) -> bool:
    """For "the best way to know your data is to reload it": what the aim names is meant."""
    parse = clause.parse
    named = [
        j for j in clause.subject if parse.deps[j] in ("dobj", "pobj") and parse.tags[parse.heads[j]].startswith("VB")
    ]
    return parse.lower[i] == "it" and clause.lemma == "be" and any(parse.tags[j] in ("NN", "NNS") for j in named)


def _in_reason(clause: Clause, i: int) -> bool:
    return any(unit.role == "reason" and i in unit.tokens for unit in clause.units)


def name_this_object(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """For "automate this": the subject of the sentence before when nothing else could be meant.

    Or what is done in it.
    """
    parse = sentence.parse
    for i in clause.predicate:
        if (
            parse.lower[i] != "this"
            or parse.deps[i] not in ("dobj", "pobj")
            or parse.lower[parse.heads[i]] in ("do", "doing", "like")
        ):
            continue
        if earlier.subject_kind in ("noun", "name") and not any(
            unit.role in ("object", "agent", "content") for unit in earlier.units
        ):
            found = subject_antecedent(before, earlier, plural=False)
        else:
            found = deed(before, earlier)
        if found:
            clause.swaps[i] = found


def _fitting(found: str, i: int, sentence: Sentence) -> str:
    """What stands in for the pronoun at `i`, as it must stand there: "the testers' time", "few of the testers"."""
    if sentence.parse.tags[i] == "PRP$":
        return f"{found}'" if found.endswith("s") else f"{found}'s"
    bare = found[:1].islower() and found.split()[0] not in DETERMINERS
    of = i > 0 and sentence.parse.lower[i - 1] == "of" and sentence.parse.lower[i] == "them"
    return f"the {found}" if of and bare else found
