"""How good a card is likely to be: a sum of features a person can read, weights from rules/weights.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from flashcards.candidates import Candidate
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, own_words, word_count


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    text = resources.files("flashcards").joinpath("rules", "weights.toml").read_text(encoding="utf-8")
    return {key: float(value) for key, value in tomllib.loads(text).items()}


def score(candidate: Candidate) -> None:
    """Set the candidate's `features` and its `score`, their weighted sum."""
    candidate.features = features(candidate)
    known = weights()
    candidate.score = round(sum(known[name] * value for name, value in candidate.features.items()), 4)


def features(card: Candidate) -> dict[str, float]:
    """What the score looks at, each a number around 0 to 3."""
    answer = content_words(card.answer)
    solid = own_words(card.question)
    answer_words = word_count(card.answer)
    marked = any(
        span.lower() in card.answer.lower() or span.lower() in card.question.lower()
        for span in card.sentence.emphasised
    )
    clause = card.clause
    return {
        "rule": card.rule.weight,
        "solid_question_words": min(len(solid), 4),
        "thin_question": float(len(solid) < 2),
        "short_answer": float(1 <= answer_words <= 6),
        "long_answer": max(0.0, answer_words - 8) / 4,
        "vague_answer": sum(w in words("vague") for w in answer) / max(1, len(answer)),
        "long_question": max(0.0, word_count(card.question) - 14) / 4,
        "emphasised": float(marked),
        "resolved": float(bool(clause and clause.swaps)),
        "first_person": float(" we " in card.question or " our " in card.question),
        "contrast": float(", rather than " in card.question),
        "past": float(bool(clause and clause.past)),
        "several_roots": float(clause is not None and sum(1 for _ in clause.parse.roots()) > 1),
    }
