"""Filters for a plural whose members follow: in brackets ("four signals (latency, ...)"), or as a list it leads in."""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import NUMBERS, sound
from flashcards.wording.list_filters import listed
from flashcards.wording.phrase import capitalise, render

LONGEST = 5  # words of a member
OPEN = re.compile(
    r"\betc\b|…|\.\.\.|^(?:e\.?g|i\.?e|such as|like|for example|for instance|including|and|or|not|but|see|also|even"
    r"|with|in|on|at|by|from|to|if|when|which|who|that|what|how|why|we|you|they|it|is|are|was|yes|no|especially|mostly"
    r"|because|since)(?![-\w])",
    re.IGNORECASE,
)
COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "both")


def bracketed_items(gap: Gap) -> tuple[str, ...]:
    """The members that stand in brackets right behind a gap that ends with their plural; none where nothing does."""
    parse = gap.sentence.parse
    if gap.unit is None or not gap.tokens or parse.tags[gap.tokens[-1]] not in ("NNS", "NNPS"):
        return ()
    if not any(aside.form == "parenthesis" for aside in gap.sentence.segment.asides):
        return ()
    until = parse.text(range(gap.tokens[-1] + 1))
    for aside in gap.sentence.segment.asides:
        if (
            aside.form == "parenthesis"
            and _same(PARENTHESES.sub("", aside.before), until)
            and not OPEN.search(aside.text)
        ):
            items = [item for item in re.split(r",\s*(?:and |or )?|\s+(?:and|&)\s+|\s*/\s*", aside.text) if item]
            if 2 <= len(items) < len(NUMBERS) and all(len(item.split()) <= LONGEST for item in items):
                return tuple(items)
    return ()


PARENTHESES = re.compile(r"\s*\([^()]*\)")


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", " ", one).strip().lower().endswith(re.sub(r"\W+", " ", other).strip().lower()[-40:])


def ask_bracketed(gap: Gap) -> str:
    """The question for the members: "Which four signals do we watch?"."""
    items, parse = bracketed_items(gap), gap.sentence.parse
    if not items:
        raise NoWording
    first = next((at for at, i in reversed(list(enumerate(gap.tokens))) if parse.tags[i] == "CC"), -1) + 1
    counts = [i for i in gap.tokens if parse.lower[i] in COUNTS or parse.tags[i] in ("CD", "DT", "PRP$")]
    named = [i for i in gap.tokens[first:] if i not in counts]
    closed = any(parse.lower[i] in COUNTS or parse.tags[i] == "CD" for i in gap.tokens[:2])  # else they are examples
    if not named or not closed or any(parse.words[i] == "," for i in named):
        raise NoWording
    what = render(gap.sentence, None, named)
    return sound(question(gap.sentence, gap.clause, replace(gap.asked), f"which {NUMBERS[len(items)]} {what}"))


def bracketed(gap: Gap) -> str:
    """The members, as an answer."""
    return capitalise(", ".join(bracketed_items(gap)))


def ask_counted(gap: Gap) -> str:
    """The question for the items that a counted noun leads in: "What three habits do good teams share?"."""
    listing, parse = gap.sentence.listing, gap.sentence.parse
    counted = [i for i in gap.tokens if parse.tags[i] == "CD"]
    if listing is None or len(counted) != 1 or not _ends_plainly(gap):
        raise NoWording
    if parse.lower[counted[0]] != NUMBERS[min(len(listing.items), len(NUMBERS) - 1)]:
        raise NoWording
    what = render(gap.sentence, None, [i for i in gap.tokens if parse.tags[i] != "DT"])
    asked = sound(question(gap.sentence, gap.clause, gap.unit, f"what {what}"))
    if gap.head_noun == "way" and gap.unit is not None and gap.unit.marker == "in" and asked.endswith(" in?"):
        return f"In w{asked[1:-4]}?"  # nobody asks what ways it goes wrong in
    return asked


def _ends_plainly(gap: Gap) -> bool:
    """Whether nothing follows the noun, or only what it is of: "three habits", "three kinds of load"."""
    parse = gap.sentence.parse
    behind = [i for i in gap.tokens if i > gap.head]
    nouns = all(parse.tags[i].startswith(("NN", "JJ")) for i in behind[1:])
    return not behind or (parse.lower[behind[0]] == "of" and nouns)


def ask_items(gap: Gap) -> str:
    """The question for the items that a plural leads in without a number: "What three costs does a cache have?"."""
    listing, parse = gap.sentence.listing, gap.sentence.parse
    loose = [i for i in gap.tokens if parse.tags[i] == "DT" or parse.lower[i] in ("some", "several", "many", "few")]
    what = render(gap.sentence, None, [i for i in gap.tokens if i not in loose])
    if listing is None or not 1 < len(listing.items) < len(NUMBERS) or not _ends_plainly(gap) or not what:
        raise NoWording
    return sound(question(gap.sentence, gap.clause, gap.unit, f"what {NUMBERS[len(listing.items)]} {what}"))


def ask_included(gap: Gap) -> str:
    """The question for what belongs to the plural that is the subject: "What are three signs of fatigue?"."""
    if not 2 < gap.listed < len(NUMBERS):
        raise NoWording
    return f"What are {NUMBERS[gap.listed]} {render(gap.sentence, gap.clause, gap.clause.subject)}?"


def members(gap: Gap) -> str:
    """The items that the sentence leads in, as one answer."""
    if gap.sentence.listing is None:
        raise NoWording
    items = gap.sentence.listing.items
    if all(item.endswith("?") for item in items):
        return listed(items)
    short = all(len(item.split()) <= 2 for item in items)
    return capitalise((", " if short else "; ").join(items))
