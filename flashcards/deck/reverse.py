"""Terms and glosses asked the other way round: from the meaning to the word."""

from __future__ import annotations

import re

from flashcards.model import Card

# The question as rules word it, and how its answer is asked about.
_TURNS = (
    (re.compile(r'What (?:does|do) "?(?P<term>.+?)"? mean\?'), "Which term means “{meaning}”?"),
    (re.compile(r'What (?:does|do) "?(?P<term>.+?)"? stand for\?'), "Which abbreviation stands for “{meaning}”?"),
    (re.compile(r'What (?:is|are) (?:meant by|called|known as) "?(?P<term>.+?)"?\?'), "Which term means “{meaning}”?"),
    (re.compile(r'What (?:is|are) (?:an? |the )?"?(?P<term>.+?)"?\?'), "What is described as “{meaning}”?"),
)
_BEGINS_SENTENCE = re.compile(r"[A-Z][a-z]*\b(?<!\bI)")


def asks_meaning(question: str) -> bool:
    """Whether a question asks what a word means or stands for, whichever rule made it."""
    return any(pattern.fullmatch(question) for pattern, _ in _TURNS[:2])


def reverse(card: Card) -> tuple[str, str]:
    """Question and answer of the card the other way round, as plain text; two "" where it cannot be asked so."""
    if not card.reversible:
        return "", ""
    for pattern, question in _TURNS:
        if (match := pattern.fullmatch(card.question)) and not _gives_away(match["term"], card.answer):
            meaning = card.answer.rstrip(".")
            if _BEGINS_SENTENCE.match(meaning):
                meaning = f"{meaning[0].lower()}{meaning[1:]}"
            return question.format(meaning=meaning), match["term"]
    return "", ""


def _gives_away(term: str, meaning: str) -> bool:
    return re.search(rf"\b{re.escape(term)}\b", meaning, re.IGNORECASE) is not None
