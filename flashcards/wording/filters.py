"""The filters that rule files may use to word a question or an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flashcards.language.clauses import Unit
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
    return _sound(question(gap.sentence, gap.clause, gap.unit, wh or wh_words(gap), keep=tuple(keep.split())))


def ask_doing(gap: Gap, wh: str = "what") -> str:
    """The question for a whole verb phrase: "What do teams need to do when ...?", "What does it keep us from doing?"."""
    if gap.unit is None:
        raise NoWording
    if gap.unit.role == "gerund":
        tail = "doing" if gap.unit.marker in ("from", "into") else ""
        return _sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    if gap.unit.role == "predicate":
        tail = (
            "" if gap.sentence.parse.child(gap.unit.head, "auxpass") is not None or gap.clause.lemma == "be" else "do"
        )
        return _sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    core = _without_adjuncts(gap)
    tail = ("to " if gap.unit.marker == "to" else "") + ("be" if _passive_infinitive(gap) else "do")
    return _sound(question(gap.sentence, gap.clause, core, wh, tail))


def _sound(text: str) -> str:
    if not text.strip("? "):
        raise NoWording
    return text


def _without_adjuncts(gap: Gap) -> Unit:
    """The infinitive without the conditions and purposes at its end: they stay in the question."""
    assert gap.unit is not None
    apart = {
        i
        for unit in gap.clause.units
        if unit.role in ("condition", "purpose", "reason") and unit is not gap.unit
        for i in unit.tokens
    }
    kept = tuple(i for i in gap.unit.tokens if i not in apart)
    while kept and gap.sentence.parse.tags[kept[-1]] in (",", ".", "CC"):
        kept = kept[:-1]
    return replace(gap.unit, tokens=kept, gap=kept)


def _passive_infinitive(gap: Gap) -> bool:
    assert gap.unit is not None
    parse = gap.sentence.parse
    return any(parse.deps[c] == "auxpass" and parse.lower[c] == "be" for c in parse.children(gap.unit.head))


def wh_words(gap: Gap) -> str:
    """The question word for a gap: who, how many ..., what percentage of ..., what kind of ..., or what."""
    if gap.person and gap.clause.subject_kind != "clause":
        return "who"
    return "what"


def answer(gap: Gap) -> str:
    """The gap's words as an answer: first letter large, without trailing punctuation."""
    text = tidy(str(gap))
    return capitalise(text)


def ask_enabled(gap: Gap) -> str:
    """The question for what somebody is helped or made to do: "What do flags allow teams to do?"."""
    assert gap.unit is not None
    parse = gap.sentence.parse
    actor = [i for c in parse.children(gap.unit.head, "nsubj") for i in parse.subtree(c) if i < gap.unit.head]
    infinitive = tuple(i for i in gap.tokens if i not in actor)
    tail = "to do" if any(parse.tags[i] == "TO" and parse.heads[i] == gap.unit.head for i in infinitive) else "do"
    return _sound(
        question(gap.sentence, gap.clause, replace(gap.unit, tokens=infinitive, gap=infinitive), "what", tail)
    )


def enabled(gap: Gap) -> str:
    """What somebody is helped or made to do, without "to"."""
    assert gap.unit is not None
    parse = gap.sentence.parse
    actor = {i for c in parse.children(gap.unit.head, "nsubj") for i in parse.subtree(c) if i < gap.unit.head}
    text = render(gap.sentence, gap.clause, [i for i in gap.tokens if i not in actor])
    return capitalise(re.sub(r"^to ", "", text))


def verb_phrase(gap: Gap) -> str:
    """An infinitive's words as an answer, without "to"."""
    text = render(gap.sentence, gap.clause, _without_adjuncts(gap).tokens)
    return capitalise(re.sub(r"^to (?:be )?" if _passive_infinitive(gap) else "^to ", "", text))


def doing(gap: Gap) -> str:
    """A clause or infinitive as an -ing phrase: "compare our experience" -> "Comparing our experience"."""
    parse, clause = gap.sentence.parse, gap.clause
    kept = [
        i
        for i in clause.predicate
        if not any(i in unit.tokens for unit in clause.units if unit.fronted or unit.role == "discourse")
    ]
    if clause.aux or clause.verb not in kept:
        raise NoWording
    at = kept.index(clause.verb)
    form = gerund(base(parse.words[clause.verb], parse.tags[clause.verb]))
    return capitalise(
        tidy(" ".join([render(gap.sentence, clause, kept[:at]), form, render(gap.sentence, clause, kept[at + 1 :])]))
    )


def kind_of(gap: Gap) -> str:
    """The question with "what kind of" and the gap's head: for an answer whose modifiers are the point."""
    head = gap.head_words
    if gap.head_noun in words("vague") or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    return _sound(question(gap.sentence, gap.clause, gap.unit, f"what kind of {head}"))


def ask_where(gap: Gap) -> str:
    """The question "where ...?" for a preposition with its object."""
    return ask_whole(gap, "where")


def whole(gap: Gap) -> str:
    """The constituent with its preposition or conjunction, as an answer."""
    return capitalise(render(gap.sentence, gap.clause, gap.unit.tokens if gap.unit else gap.tokens))


def ask_whole(gap: Gap, wh: str) -> str:
    """The question for a constituent that goes with its preposition, by the words `wh` ("how long")."""
    assert gap.unit is not None
    return _sound(question(gap.sentence, gap.clause, replace(gap.unit, role="place", gap=gap.unit.tokens), wh))


def ask_happens(gap: Gap) -> str:
    """The question "What happens if ...?" for a condition; its answer is the main clause."""
    return f"What happens {render(gap.sentence, gap.clause, gap.tokens)}?"


def main_clause(gap: Gap) -> str:
    """The clause without the condition in front of it, as an answer."""
    clause = gap.clause
    apart = {
        i
        for unit in clause.units
        if unit.fronted or unit.role in ("discourse", "participle", "reason")
        for i in unit.tokens
    }
    return capitalise(
        render(
            gap.sentence, clause, sorted(i for i in {*clause.subject, *clause.aux, *clause.predicate} if i not in apart)
        )
    )


def share(gap: Gap) -> str:
    """The question for a percentage: "What percentage of services have no owner?"."""
    parse, tokens = gap.sentence.parse, gap.tokens
    of = next((i for i in tokens if parse.lower[i] == "of"), None)
    if of is None:
        raise NoWording
    rest = render(gap.sentence, gap.clause, [i for i in tokens if i > of])
    return _sound(question(gap.sentence, gap.clause, gap.unit, f"what percentage of {rest}"))


def figure(gap: Gap) -> str:
    """The number in a gap, with what qualifies it: "75%", "over 2000"."""
    found = FIGURE.search(str(gap))
    if not found:
        raise NoWording
    return capitalise(found.group(0).replace(" percent", "%").replace(" %", "%"))


def how_many(gap: Gap) -> str:
    """The question for the gap's number: "How many licences are there?"."""
    parse = gap.sentence.parse
    figures = {j for c in parse.children(gap.head, "nummod", "quantmod") for j in parse.subtree(c)}
    counted = [i for i in gap.tokens if i not in figures]
    text = render(gap.sentence, gap.clause, counted)
    text = re.sub(
        r"^(?:over|about|around|nearly|almost|some|approximately|up to|more than|at least|at most|the|a)\s+", "", text
    )
    return question(gap.sentence, gap.clause, gap.unit, f"how many {text}")


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
    """ "are" for a plural noun phrase, else "is"."""
    plain = tidy(str(text))
    head = re.split(r"\s+(?:of|for|in|on|to|with|from|when|that|which|between|at|by)\s", plain)[0].split()
    last = head[-1].lower() if head else ""
    if " and " in plain and " of " not in plain:
        return "are"
    return (
        "are"
        if (last.endswith("s")
        and not last.endswith(("ss", "us", "is", "ics", "ops")))
        or last in ("people", "data", "criteria")
        else "is"
    )


def unquoted(text: object) -> str:
    """Text without the quotation marks around it."""
    return tidy(str(text)).strip('"').strip()


def cleft_rest(text: object) -> str:
    """What follows the noun of a cleft sentence, fit to stand behind "what is": "that drives X" -> "it that drives X"."""
    plain = tidy(str(text))
    return f"it {plain}" if plain.split(" ", 1)[0] in ("that", "which", "who") else plain


def sentence_question(text: object) -> str:
    """A question of the post, first letter large and one question mark at its end."""
    plain = tidy(str(text)).rstrip("?")
    return plain[:1].upper() + plain[1:] + "?"


def examples_class(text: object) -> str:
    """The noun phrase that examples are given of: only its last words, from a noun or adjective on."""
    kept: list[str] = []
    for part in reversed(str(text).split()):
        if part.lower() in BEFORE_A_NOUN:
            break
        kept.insert(0, part)
    if not kept:
        raise NoWording
    return " ".join(kept)


def split_items(text: object) -> list[str]:
    """The items of "a, b (b's gloss), and c"."""
    plain = re.sub(r"\s*\([^()]*\)", "", str(text))
    parts = [part.strip(" .;!") for part in re.split(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+", plain)]
    return [part for part in parts if part]


def answer_of(items: Any, question: object) -> str:
    """The items below a question as its answer; an answer in full ("a seam is a place ...") without what repeats the question."""
    texts = [tidy(str(item)).rstrip(".") for item in items]
    if len(texts) == 1:
        asked = re.match(r"what (?:is|are) (.+?)\?$", tidy(str(question)), re.IGNORECASE)
        said = re.match(r"(?:an? |the )?(.+?) (?:is|are) (.+)$", texts[0], re.IGNORECASE)
        if asked and said and bare(asked.group(1)).lower() == said.group(1).lower():
            return sentence(said.group(2))
        return sentence(texts[0])
    return listed(texts)


def asked_is(topic: object, verb: str) -> str:
    """The question for a lead-in such as "Evolution is:" or "Coordination requires:"."""
    term = small(topic)
    if verb in ("is", "are"):
        return f"What {verb} {term}?"
    plural_verb = not verb.endswith("s")
    return f"What {'do' if plural_verb else 'does'} {term} {base(verb, 'VBP' if plural_verb else 'VBZ')}?"


def with_article(text: object, meaning: object) -> str:
    """A term as it is asked for: with a or an where what it means begins with one and the term can be counted."""
    term, said = tidy(str(text)), tidy(str(meaning))
    last = term.split()[-1].lower()
    if (
        not re.match(r"(?:an?|one) ", said, re.IGNORECASE)
        or be_for(term) == "are"
        or last.endswith(MASS)
        or re.match(r"(?:an?|the|my|our) ", term, re.IGNORECASE)
    ):
        return term
    return f"{'an' if term[0].lower() in 'aeio' else 'a'} {term}"


def spelled(text: str) -> str:
    """The words behind an abbreviation, given as "MTTR=watch the mean time to recovery": only as many as its letters."""
    short, _, long = text.partition("=")
    letters = [char.lower() for char in re.sub(r"s$", "", short) if char.isalnum()]
    parts = [part for part in re.split(r"[\s/-]+", long.strip()) if part]
    for take in range(len(letters), min(len(parts), len(letters) + 3) + 1):
        kept = parts[-take:]
        solid = [part for part in kept if part.lower() not in ("of", "to", "and", "the", "for", "in", "a", "as")]
        for words_ in (kept, solid):
            if [part[0].lower() for part in words_] == letters and kept[0].lower() == words_[0].lower():
                found = re.search(r"[\s/-]+".join(map(re.escape, kept)) + r"$", long.strip())
                return capitalise(found.group(0) if found else " ".join(kept))
    raise NoWording


def plural(text: object) -> str:
    """The text if its noun is a plural; no wording otherwise."""
    if be_for(text) != "are":
        raise NoWording
    return tidy(str(text))


def listed(items: Any) -> str:
    """Items as one answer, separated by semicolons (by commas where each is a word or two)."""
    texts = [tidy(str(item)).rstrip(".") for item in items]
    joint = ", " if all(len(text.split()) <= 3 and "," not in text for text in texts) else "; "
    return capitalise(joint.join(texts))


def count_word(items: Any) -> str:
    """How many items there are, in words up to twelve."""
    names = "zero one two three four five six seven eight nine ten eleven twelve".split()
    return names[len(items)] if len(items) < len(names) else str(len(items))


FIGURE = re.compile(
    r"(?:(?:over|about|around|nearly|almost|approximately|up to|more than|less than|fewer than|at least|at most|only)\s+)?[~<>]?[$€£]?\d[\d,.]*(?:\s?(?:%|(?:percent|[kKMB]|million|billion|thousand)\b))?",
    re.IGNORECASE,
)

BEFORE_A_NOUN = frozenset(
    "of in on at to for from by with as the a an our your their its some many about are is and or into like use using have has need want other these those this through any all more".split()
)

MASS = ("ism", "ing", "tion", "sion", "ness", "ity", "ment", "ware", "ship", "ance", "ence", "ops", "driven", "ure")

FILTERS: dict[str, Callable[..., Any]] = {
    "ask": ask,
    "ask_doing": ask_doing,
    "answer": answer,
    "answer_of": answer_of,
    "asked_is": asked_is,
    "bare": bare,
    "be": be_for,
    "cleft_rest": cleft_rest,
    "count_word": count_word,
    "ask_happens": ask_happens,
    "ask_whole": ask_whole,
    "ask_where": ask_where,
    "ask_enabled": ask_enabled,
    "doing": doing,
    "enabled": enabled,
    "examples_class": examples_class,
    "figure": figure,
    "how_many": how_many,
    "kind_of": kind_of,
    "listed": listed,
    "main_clause": main_clause,
    "plural": plural,
    "sentence": sentence,
    "sentence_question": sentence_question,
    "share": share,
    "small": small,
    "spelled": spelled,
    "split_items": split_items,
    "unquoted": unquoted,
    "verb_phrase": verb_phrase,
    "whole": whole,
    "with_article": with_article,
}
