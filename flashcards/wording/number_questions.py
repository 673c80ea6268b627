"""Filters that ask by number: how many, what percentage of, what are the four."""

from __future__ import annotations

import re
from itertools import pairwise

from flashcards.language.lexicon import words
from flashcards.model import Talk
from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import NUMBERS, ask, sound
from flashcards.wording.phrase import noun_phrase, render

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NOW = re.compile(r" (?:today|currently|right now|at the moment|these days|nowadays)\?$")
PAST = {" is ": " was ", " are ": " were ", " has ": " had ", " have ": " had ", " does ": " did ", " do ": " did "}
PRESENT = re.compile("|".join(PAST))


def how_many(gap: Gap) -> str:
    """The question for the gap's number: "How many licences are there?"."""
    parse = gap.sentence.parse
    figures = {j for c in parse.children(gap.head, "nummod", "quantmod") for j in parse.subtree(c)}
    counted = [i for i in gap.tokens if i not in figures]
    text = render(gap.sentence, gap.clause, counted)
    text = re.sub(
        r"^(?:over|about|around|nearly|almost|some|approximately|up to|more than|at least|at most|the|a)\s+", "", text
    )
    return question(gap.sentence, gap.clause, gap.unit, f"how many {text}", keep=("purpose",))


def share(gap: Gap) -> str:
    """The question for a percentage: "What percentage of services have no owner?"."""
    parse, tokens = gap.sentence.parse, gap.tokens
    of = next((i for i in tokens if parse.lower[i] == "of"), None)
    named = str(gap).partition(" of ")[2] if of is None else ""  # resolved: "50%" of what the clause before says
    if of is None and not named:
        raise NoWording
    rest = named if of is None else render(gap.sentence, gap.clause, [i for i in tokens if i > of])
    percent = any("%" in parse.words[i] or parse.lower[i] == "percent" for i in tokens)
    asked = "what percentage of" if percent else "how much of"
    whole = parse.child(of, "pobj") if of is not None else None
    counted = whole is not None and parse.tags[whole] == "NN" and parse.lower[whole] in words("countable")
    if whole is not None and counted and not parse.children(whole, "det", "poss", "nummod"):
        raise NoWording  # "57% of code base": whose, the notes don't say
    return sound(_of_its_year(question(gap.sentence, gap.clause, gap.unit, f"{asked} {rest}"), gap.sentence.talk))


def _of_its_year(text: str, talk: Talk) -> str:
    """The question with the year of the talk for "today": a figure holds for its time, and a card is met later."""
    year = YEAR.search(f"{talk.date} {talk.event.dates} {talk.event.name}")
    if not year or not NOW.search(text):
        return text
    then = PRESENT.sub(lambda found: PAST[found[0]], text, count=1)
    return NOW.sub(f" in {year.group(0)}?", then)


def ask_listed(gap: Gap) -> str:
    """The question for all of a list by its number: "What are the four golden signals of a service?"."""
    if not 2 < gap.listed < len(NUMBERS):
        raise NoWording
    subject = render(gap.sentence, gap.clause, gap.clause.subject)
    if re.match(rf"[\w' -]+['’]s? {NUMBERS[gap.listed]} ", subject):
        return f"What are {subject}?"  # "DORA's four key metrics"
    plain = re.sub(
        r"^(?:the|all|our|your) (?:(?:two|three|four|five|six|seven|\d) )?", "", subject, flags=re.IGNORECASE
    )
    return f"What are the {NUMBERS[gap.listed]} {plain[:1].lower() + plain[1:] if plain != subject else plain}?"


def ask_qualities(gap: Gap) -> str:
    """The question for the adjectives a thing is listed under: "What two qualities do incidents have?"."""
    parse, clause = gap.sentence.parse, gap.clause
    if gap.listed < 2 or not gap.head_tag.startswith(("JJ", "VBN")) or len(clause.aux) > 1:
        return ask(gap)
    if any(parse.tags[i] == "CC" and parse.tags[j] == "IN" for i, j in pairwise(gap.tokens)):
        raise NoWording  # "soon, specific, and about behavior": the last is no quality
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    modal = parse.lower[clause.aux[0]] if clause.aux else ""
    plural = parse.lower[clause.finite] == "are"
    front = modal or ("do" if plural else "does")
    must = f"{clause.lemma} to " if clause.lemma in ("need", "have") else ""
    front = "do" if must and parse.tags[clause.verb] == "VBP" else front
    return f"What {NUMBERS[gap.listed]} qualities {front} {subject} {must}have?"
