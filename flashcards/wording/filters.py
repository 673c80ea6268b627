"""The filters that rule files may use to word a question or an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flashcards.language.forms import base, gerund
from flashcards.language.lexicon import words
from flashcards.wording.ask import question
from flashcards.wording.gap import Gap
from flashcards.wording.phrase import capitalise, render, tidy


class NoWording(Exception):
    """No natural wording exists for what the rule asks here."""


def ask(gap: Gap, wh: str = "", keep: str = "") -> str:
    """The whole question for the gap; without `wh` the best question word for it is chosen.

    `keep` names roles of adjuncts that must stay in a long question.
    """
    text = question(gap.sentence, gap.clause, gap.unit, wh or wh_words(gap), keep=tuple(keep.split()))
    if not text.strip("? "):
        raise NoWording
    return text


def ask_doing(gap: Gap, wh: str = "what") -> str:
    """The question for a whole verb phrase: "What do teams need to do when ...?", "What does it keep us from doing?"."""
    if gap.unit is None:
        raise NoWording
    tail = "doing" if gap.unit.role == "gerund" else "to do" if gap.unit.marker == "to" else "do"
    return question(gap.sentence, gap.clause, gap.unit, wh, tail)


def wh_words(gap: Gap) -> str:
    """The question word for a gap: who, how many ..., what percentage of ..., what kind of ..., or what."""
    if gap.person:
        return "who"
    return "what"


def answer(gap: Gap) -> str:
    """The gap's words as an answer: first letter large, without trailing punctuation."""
    text = tidy(str(gap))
    return capitalise(text)


def verb_phrase(gap: Gap) -> str:
    """An infinitive's words as an answer, without "to"."""
    return capitalise(re.sub(r"^to ", "", tidy(str(gap))))


def doing(gap: Gap) -> str:
    """A clause or infinitive as an -ing phrase: "compare our experience" -> "Comparing our experience"."""
    parse, clause = gap.sentence.parse, gap.clause
    kept = [i for i in clause.predicate if not any(i in unit.tokens for unit in clause.units if unit.fronted or unit.role == "discourse")]
    if clause.aux or clause.verb not in kept:
        raise NoWording
    at = kept.index(clause.verb)
    form = gerund(base(parse.words[clause.verb], parse.tags[clause.verb]))
    return capitalise(tidy(" ".join([render(gap.sentence, clause, kept[:at]), form, render(gap.sentence, clause, kept[at + 1 :])])))


def kind_of(gap: Gap) -> str:
    """The question with "what kind of" and the gap's head: for an answer whose modifiers are the point."""
    head = gap.head_words
    if gap.head_noun in words("vague") or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    return question(gap.sentence, gap.clause, gap.unit, f"what kind of {head}")


def how_many(gap: Gap) -> str:
    """The question for the gap's number: "How many licences are there?"."""
    parse = gap.sentence.parse
    counted = [i for i in gap.tokens if i >= gap.head - _span_before(gap) and parse.words[i] != gap.number]
    text = render(gap.sentence, gap.clause, counted)
    text = re.sub(r"^(?:over|about|around|nearly|almost|some|approximately|up to|more than|at least|at most|the|a)\s+", "", text)
    return question(gap.sentence, gap.clause, gap.unit, f"how many {text}")


def _span_before(gap: Gap) -> int:
    return gap.head - gap.tokens[0]


def sentence(text: object) -> str:
    """Text with its first letter large and no punctuation at its end."""
    return capitalise(tidy(str(text)).rstrip(".;"))


def bare(text: object) -> str:
    """Text without a leading article."""
    return re.sub(r"^(?:the|an?)\s+", "", tidy(str(text)), flags=re.IGNORECASE)


def small(text: object) -> str:
    """Text with its first letter small, unless the word is written like a name."""
    plain = tidy(str(text))
    head = plain.split(" ", 1)[0]
    if any(char.isupper() for char in head[1:]) or head == "I":
        return plain
    return plain[:1].lower() + plain[1:]


def be_for(text: object) -> str:
    """"are" for a plural noun phrase, else "is"."""
    plain = tidy(str(text))
    head = re.split(r"\s+(?:of|for|in|on|to|with|from|when|that|which|between|at|by)\s", plain)[0].split()
    last = head[-1].lower() if head else ""
    if " and " in plain and " of " not in plain:
        return "are"
    return "are" if last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ops")) or last in ("people", "data", "criteria") else "is"


def listed(items: Any) -> str:
    """Items as one answer, separated by semicolons (by commas where each is a word or two)."""
    texts = [tidy(str(item)).rstrip(".") for item in items]
    joint = ", " if all(len(text.split()) <= 3 and "," not in text for text in texts) else "; "
    return capitalise(joint.join(texts))


def count_word(items: Any) -> str:
    """How many items there are, in words up to twelve."""
    names = "zero one two three four five six seven eight nine ten eleven twelve".split()
    return names[len(items)] if len(items) < len(names) else str(len(items))


FILTERS: dict[str, Callable[..., str]] = {
    "ask": ask,
    "ask_doing": ask_doing,
    "answer": answer,
    "bare": bare,
    "be": be_for,
    "count_word": count_word,
    "doing": doing,
    "how_many": how_many,
    "kind_of": kind_of,
    "listed": listed,
    "sentence": sentence,
    "small": small,
    "verb_phrase": verb_phrase,
}
