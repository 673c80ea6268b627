"""What the score of a card looks at: each feature a number that a person can check on the sentence and the card.

Nearly all are 0 or 1. Their weights are fitted from what strict readers kept (tests/weigh.py).
"""

from __future__ import annotations

import re
from collections import Counter

from flashcards.candidates import Candidate
from flashcards.language.clause import Clause
from flashcards.language.spelling import how_common
from flashcards.selection.content import content_words, own_words

COMMON, QUITE_COMMON, RARE = 4.9, 3.8, 3.45  # a word's frequency, as how_common has it
LONG = 10  # words of an answer
DOING = re.compile(r"[a-z]{2}ing\b")
PAST = re.compile(r"\b(?:did|was|were|had)\b", re.IGNORECASE)
DENIAL = re.compile(r"n't\b|\bnot\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:it|its|they|them|their|you|your|we|our)\b", re.IGNORECASE)
JOINED = re.compile(r"\b(?:and|or)\b")


def features(card: Candidate) -> dict[str, float]:
    """The features by name; of a card that is made in any case only what puts it before others."""
    if card.rule.sure:
        return {"sure": 1.0, "rule": card.rule.weight - 6}
    found = {
        "rule": card.rule.weight - 6,
        **_of_sentence(card),
        **_of_clause(card),
        **_of_question(card),
        **_of_answer(card),
    }
    return {name: float(value) for name, value in found.items()}


def _of_sentence(card: Candidate) -> dict[str, float]:
    parse = card.sentence.parse
    tags, deps = Counter(parse.tags), Counter(parse.deps)
    return {
        "behind another sentence": card.sentence.before is not None,
        "sentences before it": _place(card),
        "words of the post": min(len(card.sentence.post.source.split()), 60) / 10,
        "colon in the post": ":" in card.sentence.post.source,
        "pronoun in the sentence": tags["PRP"] > 0,
        "number in the sentence": tags["CD"] > 0,
        "adverbs in the sentence": tags["RB"] > 1,
        "compounds in the sentence": deps["compound"] > 1,
        "prepositions in the sentence": deps["prep"] > 2,
        "preposition with a doing": deps["pcomp"] > 0,
        "coordinations in the sentence": deps["conj"] > 1,
    }


def _of_clause(card: Candidate) -> dict[str, float]:
    clause = card.clause
    roles = Counter(unit.role for unit in clause.units) if clause else Counter[str]()
    modals = clause.modals if clause else frozenset[str]()
    return {
        "no clause needed": clause is None,
        "plural subject": clause is not None and _plural(clause),
        "be as the verb": clause is not None and clause.lemma == "be",
        "subject with a bare the": bool(clause and _bare_the(clause)),
        "second of two verbs": clause is not None and clause.parse.deps[clause.verb] == "conj",
        "past": clause is not None and clause.past,
        "in front of the subject": clause is not None and any(unit.fronted for unit in clause.units),
        "many constituents": sum(roles.values()) > 3,
        "two prepositional phrases": roles["prepositional"] > 1,
        "purpose in the clause": roles["purpose"] > 0,
        "cause in the clause": roles["cause"] > 0,
        "reason in the clause": roles["reason"] > 0,
        "will": "will" in modals,
        "have to": "have" in modals,
    }


def _of_question(card: Candidate) -> dict[str, float]:
    question = card.question
    own = own_words(question)
    common = [how_common(word) for word in own] or [COMMON + 1]
    mean = sum(common) / len(common)
    return {
        "title word in the question": _in_title(card, question),
        "asks when": question.startswith("When "),
        "asks what you should do": " should you " in question,
        "common words only": min(common) > QUITE_COMMON,
        "very common words": mean > COMMON,
        "rare words": mean <= RARE,
        "telling words": min(sum(max(0.0, 7 - one) for one in common), 8) / 4,
        "doing in the question": bool(DOING.search(question)),
        "joined in the question": bool(JOINED.search(question)),
        "denial in the question": bool(DENIAL.search(question)),
        "past in the question": bool(PAST.search(question)),
        "quote in the question": '"' in question,
    }


def _of_answer(card: Candidate) -> dict[str, float]:
    answer, parse = card.answer, card.sentence.parse
    first = min(card.tokens, default=-1)
    return {
        "title word in the answer": _in_title(card, answer),
        "long answer": len(answer.split()) > LONG,
        "pronoun in the answer": bool(PRONOUN.search(answer)),
        "answer begins with a plain noun": 0 <= first < len(parse) and parse.tags[first] == "NN",
        "answer in the second half": card.answer_at > len(card.sentence.segment.text) / 2,
        "more behind the answer": bool(card.behind_the_answer.strip(" .!")),
        "comma in the answer": "," in answer,
        "figure in the answer": any(char.isdigit() for char in answer),
    }


def _place(card: Candidate) -> int:
    """How many sentences of the post stand before the card's, three at most."""
    count, before = 0, card.sentence.before
    while before is not None and count < 3:
        count, before = count + 1, before.before
    return count


def _in_title(card: Candidate, text: str) -> bool:
    return not set(content_words(card.sentence.talk.title)).isdisjoint(content_words(text))


def _plural(clause: Clause) -> bool:
    return clause.subject != () and clause.parse.tags[clause.subject[-1]] == "NNS"


def _bare_the(clause: Clause) -> bool:
    """Whether the subject has "the" and no "of" that says which."""
    words = [clause.parse.lower[i] for i in clause.subject]
    return words[:1] == ["the"] and "of" not in words
