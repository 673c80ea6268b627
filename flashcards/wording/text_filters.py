"""Filters on plain text and lists of items: articles, number, letters that stand for words."""

from __future__ import annotations

import re

from flashcards.language.forms import base, ends_plural, gerund, singular, third_person
from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words
from flashcards.language.vocabulary import unknown
from flashcards.wording.errors import NoWording
from flashcards.wording.phrase import capitalise, tidy

COUNTABLE = (
    "agreement",
    "document",
    "experiment",
    "environment",
    "requirement",
    "statement",
    "assessment",
    "commitment",
)
MASS = ("ism", "ing", "tion", "sion", "ness", "ity", "ment", "ware", "ship", "ance", "ence", "ops", "driven", "ure")


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
    second = plain.split(" ")[1:2]
    named = bool(second) and second[0][:1].isupper() and second[0][1:].islower()  # "Dominica DeGrandis"
    named = named or (
        bool(second)
        and head not in ("The", "A", "An")
        and any(char.isupper() for char in second[0][1:])
        and second[0][:1].isupper()
    )
    if (
        named
        or any(char.isupper() for char in head[1:])
        or head == "I"
        or head.endswith("'s")
        or (len(head) > 3 and unknown(head.lower()))
    ):
        return plain
    return plain[:1].lower() + plain[1:]


def be_for(text: object) -> str:
    """Give "are" for a plural noun phrase, else "is"."""
    plain = tidy(str(text))
    head = re.split(
        r"\s+(?:of|for|in|on|to|with|from|when|that|which|who|where|we|you|between|at|by|before|after|against|behind|without|older)\s",
        plain,
    )[0].split()
    last = head[-1].lower() if head else ""
    if " and " in plain and " of " not in plain:
        return "are"
    return "are" if ends_plural(last) or last in ("people", "data", "criteria") else "is"


def grown(text: object) -> str:
    """What grows, as a cause: "the larger the team" -> "A larger team"."""
    found = re.fullmatch(r"the ((?:more |less )?\w+) (the|an?|your|our) ([\w' -]+)", tidy(str(text)), re.IGNORECASE)
    if (
        not found
        or found[3].split()[-1].lower() in ("is", "are", "gets", "get", "becomes")
        or (" " in found[3] and re.search(r"\b\w+s$", found[3]))
    ):
        raise NoWording
    return f"{'A' if found[1][:1].lower() not in 'aeiou' else 'An'} {found[1].lower()} {found[3]}"


def to_from(text: object) -> str:
    """What one leaves in front: "What should we shift from A to?" -> "Instead of A, what should we shift to?"."""
    found = re.fullmatch(r"(.+?) from (.+) to\?", tidy(str(text)))
    if not found:
        raise NoWording
    return f"Instead of {found[2]}, {found[1][:1].lower()}{found[1][1:]} to?"


def as_deed(text: object) -> str:
    """An infinitive without "to" as an answer: "merge the code" -> "Merging the code"; no wording for "ten of them"."""
    first, _, rest = tidy(str(text)).partition(" ")
    if not is_verb(first.lower()):
        raise NoWording
    return capitalise(f"{gerund(first)} {rest}".strip())


def tidied(text: object) -> str:
    """Text without doubled spaces and without punctuation at its ends."""
    return tidy(str(text)).rstrip(".;!")


def unquoted(text: object) -> str:
    """Text without the quotation marks around it."""
    return tidy(str(text)).strip('"').strip()


def cleft_rest(text: object) -> str:
    """What follows the noun of a cleft sentence.

    Fit to stand behind "what is": "that drives X" -> "it that drives X".
    """
    plain = tidy(str(text))
    relative, _, rest = plain.partition(" ")
    if relative not in ("that", "which", "who"):
        return plain
    verb, _, behind = rest.partition(" ")
    if verb in words("imperatives"):  # "it is not the tools that find bugs", asked of one thing
        verb = third_person(verb)
    return f"it {relative} {verb} {behind}".rstrip()


def sentence_question(text: object) -> str:
    """A question of the post, first letter large and one question mark at its end; "what to do" as "should you do"."""
    plain = re.sub(r"^(\w+) to (?=[a-z])", r"\1 should you ", tidy(str(text)).rstrip("?"))
    return plain[:1].upper() + plain[1:] + "?"


def with_article(text: object, meaning: object) -> str:
    """A term as it is asked for: with a or an where what it means begins with one and the term can be counted."""
    term, said = tidy(str(text)), tidy(str(meaning))
    last = term.split()[-1].lower()
    if singular(last) in words("neutral_labels") - {"discovery"}:
        raise NoWording
    if (
        not re.match(r"(?:an?|one|someone|somebody|something) ", said, re.IGNORECASE)
        or be_for(term) == "are"
        or (last.endswith(MASS) and last not in COUNTABLE)
        or re.match(r"(?:an?|the|my|our) ", term, re.IGNORECASE)
    ):
        return term
    return f"{'an' if term[0].lower() in 'aeio' else 'a'} {term}"


def the_law(text: object) -> str:
    """A law's name with "the", unless it is named for somebody: "split attention effect", "Brooks's law"."""
    plain = tidy(str(text))
    own = re.match(r"(?:the|an?) |[\w.-]+['’]s?\b|[A-Z]", plain)
    return plain if own else f"the {plain}"


def of_kind(text: object, kind: object) -> str:
    """A term with what it is a kind of, where it stands among the kinds of something: "manual" -> "manual toil"."""
    term, what = tidy(str(text)), tidy(str(kind))
    named = what and what.split()[-1].lower() not in term.lower()
    return f"{re.sub(r'^(?:an?|the) ', '', term)} {what}" if named else term


def spelled(text: str) -> str:
    """The words behind an abbreviation.

    Given as "MTTR=watch the mean time to recovery": only as many as its letters.
    """
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


def in_singular(verb: object) -> str:
    """A verb as it stands behind "what": "work" -> "works", "worked" stays."""
    plain = tidy(str(verb))
    return plain if plain.endswith(("s", "ed")) else third_person(plain)


def plain_most(text: object) -> str:
    """A question for a superlative without a noun, without its article: "What is most helpful for ...?"."""
    return re.sub(r"^(What|Who) is the (?=most [a-z]+ (?:for|in|to|when|at|if)\b)", r"\1 is ", tidy(str(text)))


def who_or_what(text: object) -> str:
    """The word that asks for it: "who" for somebody ("curious operators"), else "what"."""
    last = singular(tidy(str(text)).rsplit(" ", 1)[-1].lower())
    somebody = words("roles") - words("collectives") | words("plural_people")
    return "who" if last in somebody else "what"


def who_does(text: object) -> str:
    """A question for who does something, without "the one who": "Who is the one who decides?" -> "Who decides?"."""
    asked = tidy(str(text))
    found = re.match(r"Who (?:is|are) the (?:people|person|ones?) (?:(?:who|that) (\w+)|(\w+ing))\b", asked)
    if not found:
        return asked
    verb = found[1] or third_person(base(found[2], "VBG"))
    plain = verb in ("can", "should", "must", "will", "has", "is", "was", "had") or verb.endswith("s")
    return f"Who {verb if plain or found[2] else third_person(verb)}{asked[found.end() :]}"
