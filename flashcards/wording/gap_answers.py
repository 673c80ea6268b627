"""Filters that word a gap as an answer."""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.wording.circumstance_questions import PARTICULARLY, only_then
from flashcards.wording.deed_questions import passive_infinitive, seems, without_adjuncts
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.phrase import capitalise, render, tidy

ASKED = re.compile(
    r"^(?:asking|to ask|to be asking) (?=(?:what|how|why|where|who|when|which|whether)\b)", re.IGNORECASE
)
FIGURE = re.compile(
    r"(?:(?:over|about|around|nearly|almost|approximately|up to|more than|less than|fewer than|at least"
    r"|at most|only)\s+)?(?:(?:two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen"
    r"|half a dozen)\b(?: (?:hundred|thousand|million|billion))?"
    r"|[1-9]/[1-9]\d?|[~<>]?[$€£]?\d[\d,.]*)(?:\s?(?:%|(?:percent|[kKMB]|million|billion"
    r"|thousand)\b))?(?: or (?:so|fewer|less|more)\b)?",
    re.IGNORECASE,
)


ELLIPSIS = re.compile(
    r",? but (?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)(?:n't| not)\b(?=[.!]?$)", re.IGNORECASE
)  # "an event that could have done harm, but didn't"


def answer(gap: Gap) -> str:
    """The gap's words as an answer: first letter large, without trailing punctuation."""
    text = tidy(_of_its_subject(gap) or str(gap))
    if gap.unit is not None and gap.unit.role == "content" and not gap.unit.marker and gap.own_subject:
        asks = gap.first_word if gap.first_word not in ("exactly", "precisely", "just") else text.split()[1].lower()
        text = (
            text
            if asks in ("what", "how", "why", "where", "when", "who", "whether", "if", "that", "which")
            else f"that {text}"
        )
    if gap.unit is not None and gap.unit.role in ("content", "complement"):
        text = re.sub(r", (?:because|since) .*$", "", text)  # why it is so, is another fact
    if gap.unit is not None and gap.unit.role == "reason":
        text = re.sub(
            r", so (?!that\b|much\b|many\b|few\b|little\b)[a-z].*$", "", text
        )  # what comes of it, is another fact
    if "question" in (gap.sentence.parse.lower[i] for i in gap.clause.subject):
        text = ASKED.sub("", text)  # the first question is "asking what it does": "what it does"
    if gap.unit is not None and gap.unit.role == "complement":
        said = gap.sentence.segment.text
        at = said.find(text)
        denied = ELLIPSIS.match(said, at + len(text)) if at >= 0 else None
        text += denied[0] if denied else ""
    text = re.sub(r"(?<=\w) also (?=\w)", " ", text.removeprefix("in order "))  # besides what the post said before
    return capitalise(text.removeprefix("both ") if " and " in text else text)


def _of_its_subject(gap: Gap) -> str:
    """What speaks of its own clause's subject, with the pronoun: the question has named who "them" are."""
    clause = gap.clause
    if gap.unit is None or gap.unit.role not in ("purpose", "condition", "reason"):
        return ""
    subject = render(gap.sentence, clause, clause.subject).lower()
    same = {i for i in gap.tokens if i in clause.swaps and clause.swaps[i].lower() == subject}
    if not same:
        return ""
    kept = replace(clause, swaps={i: text for i, text in clause.swaps.items() if i not in same})
    return render(gap.sentence, kept, gap.tokens)


def answer_when(gap: Gap) -> str:
    """A condition's words as an answer, without the "especially" in front."""
    text = tidy(_of_its_subject(gap) or str(gap))
    first, _, rest = text.partition(" ")
    if only_then(gap):
        text = f"only {text}"
    return capitalise(rest if first.lower() in PARTICULARLY else text)


def enabled(gap: Gap) -> str:
    """What somebody is helped or made to do, without "to"."""
    parse = gap.sentence.parse
    actor = {i for c in parse.children(gap.asked.head, "nsubj") for i in parse.subtree(c) if i < gap.asked.head}
    text = render(gap.sentence, gap.clause, [i for i in gap.tokens if i not in actor])
    return capitalise(re.sub(r"^(?:to )?\w+ " if seems(gap) else "^to ", "", text))


def answer_active(gap: Gap) -> str:
    """What stands behind "by", as an answer."""
    return capitalise(re.sub(r"^by ", "", render(gap.sentence, gap.clause, gap.tokens), flags=re.IGNORECASE))


def verb_phrase(gap: Gap) -> str:
    """An infinitive's words as an answer, without "to"."""
    text = render(gap.sentence, gap.clause, without_adjuncts(gap).tokens)
    text = re.sub(r", which [^,]+$", "", text)  # what comes of it, is another fact
    return capitalise(re.sub(r"^to (?:be )?" if passive_infinitive(gap) else "^to ", "", text))


def whole(gap: Gap) -> str:
    """The constituent with its preposition or conjunction, as an answer, up to another phrase behind a comma."""
    tokens = gap.asked.tokens if gap.unit else gap.tokens
    parse = gap.sentence.parse
    for at in range(1, len(tokens) - 1):
        if parse.words[tokens[at]] == "," and parse.tags[tokens[at + 1]] == "IN":
            tokens = tokens[:at]
            break
    return capitalise(render(gap.sentence, gap.clause, tokens))


def main_clause(gap: Gap) -> str:
    """The clause without the condition in front of it, as an answer."""
    clause = gap.clause
    apart = {
        i
        for unit in clause.units
        if unit.fronted or unit.role in ("discourse", "participle", "reason")
        for i in unit.tokens
    }
    tokens = {*clause.subject, *clause.aux, *clause.predicate} - apart
    parse = gap.sentence.parse
    if any(parse.child(c, "nsubj", "nsubjpass", "expl") is None for c in parse.children(clause.verb, "conj")):
        ends = (".", ":", ",") if clause.imperative else (".", ":")  # "they escalate, fork, or build a workaround"
        tokens |= {i for i in parse.subtree(clause.verb) if i > clause.verb and parse.tags[i] not in ends} - apart
    told = sorted(tokens | _joined(gap, tokens))
    head = clause.subject_head
    named = clause.swaps.get(head)
    if named and any(clause.swaps.get(i) == named for i in gap.tokens):  # "if findings live elsewhere": they get lost
        clause = replace(clause, swaps={i: text for i, text in clause.swaps.items() if i != head})
    return capitalise(render(gap.sentence, clause, told))


def _joined(gap: Gap, tokens: set[int]) -> set[int]:
    """The clause that "and" joins to the end of the gap's, with a subject of its own: it happens as well."""
    parse, verb = gap.sentence.parse, gap.clause.verb
    second = next((c for c in parse.children(verb, "conj") if parse.child(c, "nsubj", "nsubjpass") is not None), None)
    joint = [c for c in parse.children(verb, "cc") if c == max(tokens) + 1 and parse.lower[c] == "and"]
    if second is None or not joint or parse.subtree(second)[0] != joint[0] + 1:
        return set()
    return {joint[0], *(i for i in parse.subtree(second) if parse.tags[i] not in (".", ":"))}


def head(gap: Gap) -> str:
    """The noun that heads the gap, in the singular."""
    return gap.head_noun


def the_one(gap: Gap) -> str:
    """What picks the gap's head out, behind "the one": "The ones that find faults"."""
    parse = gap.sentence.parse
    relative = next((c for c in parse.children(gap.head, "relcl", "acl") if c > gap.head), None)
    if relative is None:
        raise NoWording
    picked = [i for i in parse.subtree(relative) if i in gap.tokens]
    if picked and parse.tags[picked[0]] == "TO":
        raise NoWording  # "arrange the teams to match": what for, not which
    if not picked or picked[0] != gap.head + 1 or picked[-1] != gap.tokens[-1]:
        raise NoWording
    one = "ones" if gap.head_tag == "NNS" else "one"
    return f"The {one} {render(gap.sentence, gap.clause, picked)}"


def subject_words(gap: Gap) -> str:
    """The subject of the gap's clause as it stands."""
    return render(gap.sentence, gap.clause, gap.clause.subject)


def portion(gap: Gap) -> str:
    """The part without what it is a part of: "About 60%", "Half"."""
    return capitalise(str(gap).partition(" of ")[0].replace(" percent", "%").replace(" %", "%"))


def figure(gap: Gap) -> str:
    """The number in a gap, with what qualifies it: "75%", "over 2000"."""
    found = FIGURE.search(str(gap))
    if not found:
        raise NoWording
    return capitalise(found.group(0).replace(" percent", "%").replace(" %", "%"))
