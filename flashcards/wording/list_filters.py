"""Filters for lists: their question with its number, and their items as an answer."""

from __future__ import annotations

import re
from typing import Any

from flashcards.language.forms import base
from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words
from flashcards.wording.errors import NoWording
from flashcards.wording.phrase import capitalise, tidy
from flashcards.wording.text_filters import bare, be_for, sentence, small

BEFORE_A_NOUN = frozenset(
    "of in on at to for from by with as the a an our your their its some many about are is and or into"
    " like use using have has need want other these those this through any all more".split()
)

GLOSSED = re.compile(
    r"((?:the )?[\w'-]+(?: [\w'-]+)?), (?:which|who|that|where|when|the|an?) "
)  # an item and what it is
LISTED = 15  # words; what a longer list is explained by, is left out


def examples_class(text: object, at_least: int = 1) -> str:
    """The noun phrase that examples are given of: only its last words, from a noun or adjective on.

    No wording where it has fewer than `at_least` words.
    """
    kept: list[str] = []
    parts = str(text).split()
    for at, part in reversed(list(enumerate(parts))):
        second = at > 0 and parts[at - 1] in ("and", "or", "to", "must", "should") and is_verb(part)
        if second:
            break  # "notice and correct rating biases"
        order = part[:1].isupper() and part.lower() in words("imperatives")  # "Track leading indicators such as"
        if order or part.lower() in BEFORE_A_NOUN:
            break
        kept.insert(0, part)
    if kept[:1] == ["own"]:
        del kept[0]  # "their own biases"
    if len(kept) < at_least:
        raise NoWording
    return " ".join(kept)


def answer_of(items: Any, question: object) -> str:
    """The items below a question as its answer.

    An answer in full ("a seam is a place ...") without what repeats the question.
    """
    texts = [tidy(str(item)).rstrip(".") for item in items]
    if len(texts) == 1:
        asked = re.match(r"what (?:is|are) (.+?)\?$", tidy(str(question)), re.IGNORECASE)
        said = re.match(r"(?:an? |the )?(.+?) (?:is|are) (.+)$", texts[0], re.IGNORECASE)
        if asked and said and bare(asked.group(1)).lower() == said.group(1).lower():
            return sentence(said.group(2))
        return sentence(texts[0])
    return listed(texts)


def asked_is(topic: object, verb: str, items: list[str], modal: str = "") -> str:
    """The question for a lead-in such as "Evolution is:" or "A report should say:", with the number of its items."""
    term = small(topic)
    what = f"What {count_word(items)} things"
    if verb in ("is", "are"):
        return f"{what} make up {term}?"
    plural_verb = not verb.endswith("s")
    if modal.strip() in ("should", "must", "can"):
        return f"{what} {modal.strip()} {term} {verb}?"
    if modal:
        needs, _, to = modal.strip().partition(" ")
        one = needs.endswith("s")
        return f"{what} {'does' if one else 'do'} {term} {base(needs, 'VBZ' if one else 'VBP')} {to} {verb}?"
    return f"{what} {'do' if plural_verb else 'does'} {term} {base(verb, 'VBP' if plural_verb else 'VBZ')}?"


def counted_topic(text: object, items: list[str]) -> str:
    """A topic with its number in front: "signs of fatigue" -> "three signs of fatigue".

    "3 Ways of DevOps" has it in a figure. One that has it already ("Westrum's three types") keeps it; no wording
    where it says another number.
    """
    number = count_word(items)
    topic = re.sub(
        rf"^{len(items)} (?P<what>[A-Z]?)", lambda found: f"{number} {found['what'].lower()}", tidy(str(text))
    )
    named = re.search(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", topic)
    if named:
        if named[0] != number:
            raise NoWording
        return topic
    return f"{number} {topic}"


def plural(text: object) -> str:
    """The text if its noun is a plural; no wording otherwise."""
    if be_for(text) != "are":
        raise NoWording
    return tidy(str(text))


def listed(items: Any) -> str:
    """Items as one answer, separated by semicolons (by commas where each is a word or two; questions by nothing)."""
    texts = _without_glosses([tidy(str(item)).rstrip(".") for item in items])
    if all(text.endswith("?") for text in texts):
        return " ".join(capitalise(text) for text in texts)
    joint = ", " if all(len(text.split()) <= 3 and "," not in text for text in texts) else "; "
    return capitalise(joint.join(texts))


def _without_glosses(texts: list[str]) -> list[str]:
    """Without what explains each item of a long list: "intrinsic, which comes from the task; extraneous, ..."."""
    found = [GLOSSED.match(text) for text in texts]
    glossed = [bool(one) for one in found].count(True)
    if glossed < 2 or sum(len(text.split()) for text in texts) <= LISTED:
        return texts
    return [text if one is None else one[1] for text, one in zip(texts, found, strict=True)]


def base_verb(text: object) -> str:
    """A verb as it stands behind "they": makes -> make."""
    return base(tidy(str(text)), "VBZ")


def count_word(items: Any) -> str:
    """How many items there are, in words up to twelve."""
    names = "zero one two three four five six seven eight nine ten eleven twelve".split()
    return names[len(items)] if len(items) < len(names) else str(len(items))


def row(text: object) -> list[str]:
    """The items of a row in running text: "latency, traffic and errors" -> latency, traffic, errors."""
    parts = re.split(r"\s*(?:,|--|\s-|–|;|\|)\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", str(text).strip(" .!…"))
    return [item for item in parts if item]


def initials(text: object, name: object) -> str:
    """Items whose first letters are those of `name`, as one answer; no wording where they aren't."""
    items = [item for item in re.split(r"\s*(?:,|--|\s-|–|;|\|)\s*(?:and\s+)?", str(text).strip(" .!")) if item]
    if [item[0].lower() for item in items] != [letter.lower() for letter in str(name)]:
        raise NoWording
    return listed(items)
