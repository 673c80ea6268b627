"""Filters that ask for a gap with who or what, and the choice of that word, on which other questions build."""

from __future__ import annotations

import re

from flashcards.language.forms import third_person
from flashcards.language.parse import Parse
from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.phrase import capitalise, noun_phrase, render

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def ask(gap: Gap, wh: str = "", keep: str = "") -> str:
    """The whole question for the gap; without `wh` the best question word for it is chosen.

    `keep` names roles of adjuncts that must stay in a long question.
    """
    return sound(question(gap.sentence, gap.clause, gap.unit, wh or wh_words(gap), keep=tuple(keep.split())))


def wh_words(gap: Gap) -> str:
    """The question word for a gap: who, how many ..., what percentage of ..., what kind of ..., or what."""
    if gap.asked_of_people:
        return "who"
    parse = gap.sentence.parse
    one = gap.head_tag == "NN" or any(parse.lower[i] in ("is", "was") for i in (*gap.clause.aux, gap.clause.verb))
    single = gap.clause.lemma == "be" and gap.unit is not None and gap.unit.role in ("complement", "gerund") and one
    if gap.unit is None and gap.head_tag == "VBG" and parse.tags[gap.clause.finite] == "VBZ":
        return "what"  # "asking and not listening is worse than ...": one thing
    if (
        (gap.listed > 2 or gap.pair) and not single and gap.clause.lemma != "mean"
    ):  # "drift is the difference between A and B"
        many = max(gap.listed, 2)
        return f"what {NUMBERS[many]} things" if many < len(NUMBERS) else "what"
    if gap.unit is not None and gap.of_a_kind:
        if gap.governor == "need" and gap.clause.unit("purpose") is not None:
            raise NoWording  # "We need a ... framework to ...": why is the question
        return f"what kind of {gap.head_words}"
    return "what"


def sound(text: str) -> str:
    """The question itself. NoWording where there is none."""
    if not text.strip("? "):
        raise NoWording
    return text


def ask_meant(gap: Gap) -> str:
    """The question for what something shows or tells; what it "means" is asked as what it implies.

    "One huge table means that ..." -> "What does one huge table imply?": to mean may be to be defined as.
    """
    text = ask(gap)
    one = gap.clause.parse.lower[gap.clause.subject[0]] in ("a", "an", "one") if gap.clause.subject else False
    if gap.clause.lemma != "mean" or not one:
        return text  # "what does eventual consistency mean?"
    return re.sub(r"(?<= )mean(?=\?| (?:for|to|in|about|when|if)\b)", "imply", text)


def ask_denied(gap: Gap) -> str:
    """The question for what something is instead of what it isn't: "If it isn't a rule, what is it?"."""
    clause = gap.clause
    denied = [aside.text for aside in gap.sentence.segment.asides if aside.form == "contrast"]
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    be = gap.sentence.parse.lower[clause.verb]
    if len(denied) != 1 or be not in ("is", "are") or not re.match(r"(?:an?|the|just) |\w+s$", denied[0]):
        raise NoWording
    return f"If {subject} {be}n't {denied[0]}, what {be} {'it' if be == 'is' else 'they'}?"


def ask_agent(gap: Gap) -> str:
    """The question for the agent of a passive; of people, and behind "get", in the active: "Who reads runbooks?"."""
    clause, parse = gap.clause, gap.sentence.parse
    first = parse.lower[clause.aux[0]] if clause.aux else ""
    asked = {*gap.tokens, *(gap.unit.tokens if gap.unit else ())}
    rest = [i for i in clause.predicate if i not in asked and i != clause.verb]
    late = [i for i in rest if clause.verb < i < min(asked)]
    plain = len(clause.aux) == 1 and not clause.negated and not any(unit.fronted for unit in clause.units)
    told = first in ("get", "gets") or (first in ("is", "are") and gap.asked_of_people)
    if not (plain and told and _rests_whole(parse, rest)):
        if (late and _rests_whole(parse, late)) or (clause.negated and gap.asked_of_people):
            raise NoWording  # "what is it read at night by", "who won't it be noticed by"
        return ask(gap)
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    before = render(gap.sentence, clause, [i for i in rest if i < clause.verb])
    behind = render(gap.sentence, clause, [i for i in rest if i > clause.verb])
    words = ("Who" if gap.asked_of_people else "What", before, third_person(clause.lemma), subject, behind)
    return f"{' '.join(word for word in words if word)}?"


def _rests_whole(parse: Parse, rest: list[int]) -> bool:
    """Whether what else stands at the verb can stand behind an object: no particle, no preposition without its noun."""
    return not any(
        parse.deps[i] == "prt" or (parse.deps[i] == "prep" and parse.child(i, "pobj", "pcomp") is None) for i in rest
    )


def ask_active(gap: Gap) -> str:
    """The question for what a passive names behind "by", put in the active: "What drives ...?"."""
    clause = gap.clause
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    rest = [i for i in clause.predicate if i not in gap.tokens and i != clause.verb]
    if rest or len(clause.aux) != 1:
        raise NoWording
    return f"What {third_person(clause.lemma)} {subject}?"


def ask_free(gap: Gap) -> str:
    """The question that a subject with "what" is already: "What keeps a rota alive is ..."."""
    parse, clause = gap.sentence.parse, gap.clause
    if parse.deps[clause.subject[0]] != "nsubj":
        raise NoWording  # "what we need": turned round elsewhere
    return sound(f"{capitalise(render(gap.sentence, clause, clause.subject))}?")
