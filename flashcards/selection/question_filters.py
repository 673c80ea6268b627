"""Hard filters that look at the question: its form, its length, what is in it."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.spelling import is_slip
from flashcards.selection.content import word_count

LONGEST_QUESTION = 24
BROKEN = re.compile(r"^What is it to\b|\bto not \w+ing\b|\b(?:a|an) (?:the|an?|our|your)\b")
DATED = re.compile(
    r"\b(?:today|tomorrow|yesterday|currently|at the moment|right now|these days|nowadays|of late|lately"
    r"|(?<!you )(?<!us )(?<!them )so far"
    r"|(?:this|last|next) (?:year|week|month|morning|afternoon|quarter|season|time)"
    r"|since last \w+|since (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:in|over) the (?:last|past) (?:\w+ )?(?:years?|weeks?|months?))\b",
    re.IGNORECASE,
)


TRAILING = re.compile(
    r"^(?:what|who|when|why|how|where)\b[^,]+(?:, (?:as|in|with|like|especially) [^,]+)+\?$"
    r"| than [^,]* (?:since|because) ",
    re.IGNORECASE,
)
CUT = re.compile(r", (?:with|in|to|of|for|on|by|from|at)\?$|\b(?:and|or|but|the|a|an|because|as well)\s*\?$")


def not_a_question(card: Candidate) -> str:
    """Words that can't be a well-formed question: too few, doubled words, leftovers of notes."""
    q = card.question
    if word_count(q) < 3 or not q.endswith("?"):
        return "too short for a question"
    if re.search(r"\b(\w+) \1\b(?!')", q, re.IGNORECASE) and not re.search(r"\b(?:that that|had had)\b", q):
        return "a word stands twice"
    if re.search(r"-->|->|=>|\.\.|\[|\]|[{}|=²³]|\?.*\?|:\s|;", q) or re.search(r"-->|->|=>|\.\.\.|[{}|]", card.answer):
        return "marks of notes in it"
    if re.search(r"\b(?:tell|show|teach|ask|remind|give|inform) (?:what|how|when|where|whom|why|that)\b", q):
        return "who is told is asked for out of place"
    if re.search(r"\b(?:we|you) need (?:better|more|less|fewer|greater) \w+\?$", q):
        return "the question compares with something it doesn't name"
    if re.search(r"\ba (?:more|less) \w+ \w+", q) and " than " not in q:
        return "the question compares with something it doesn't name"
    if re.search(r"rather than (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|many|all|none|it|them)\?$", q):
        return "the question sets the answer against a bare number"
    if TRAILING.search(q):
        return "a phrase trails behind the question"
    if " than " in q and not re.search(r"\b(?:\w+er|more|less|worse|better|rather|other|different(?:ly)?|else)\b", q):
        return "it compares, and nothing says by what"
    if CUT.search(q) or q.startswith("For example"):
        return "the question breaks off"
    if BROKEN.search(q) or BROKEN.search(card.answer):
        return "the post's own grammar is broken there"
    return ""


def misspelt(card: Candidate) -> str:
    """A long word with a slip of which nobody knows what was meant."""
    for word in re.findall(r"[A-Za-z]{10,}", f"{card.question} {card.answer}"):
        if word[1:].islower() and is_slip(word.lower()):
            return f"{word!r} is no word"
    return ""


def question_is_dated(card: Candidate) -> str:
    """What held on the day of the talk: a learner meets the card on another one."""
    dated = DATED.search(re.sub(r'"[^"]*"', "", card.question))
    clause = card.clause
    if clause is not None and clause.lemma == "be" and not dated and not re.search(r" in \d{4}\?$", card.question):
        reasons = {i for unit in clause.units if unit.role == "reason" for i in unit.tokens}  # "since you now have two"
        said = (i for i in (*clause.aux, *clause.predicate) if i not in reasons)
        now = any(clause.parse.lower[i] in ("now", "today", "currently") for i in said)
        return "it says what is so now" if now else ""
    return f"{dated.group(0)!r} was when the post was written" if dated else ""


def question_is_long(card: Candidate) -> str:
    """A question that nobody would ask in one breath."""
    return (
        f"the question has more than {LONGEST_QUESTION} words" if word_count(card.question) > LONGEST_QUESTION else ""
    )


def asked_in_the_post(card: Candidate) -> str:
    """For "how does a service prove who it is?": the post asks, it says nothing of the kind."""
    asks = card.clause is not None and card.sentence.segment.end == "?"
    return "the post asks, it doesn't say so" if asks else ""
