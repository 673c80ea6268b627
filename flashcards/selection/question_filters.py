"""Hard filters that look at the question: its form, its length, what is in it."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, word_count

LONGEST_QUESTION = 24
BROKEN = re.compile(r"\bto not \w+ing\b|\b(?:a|an) (?:the|an?|our|your)\b")
DATED = re.compile(
    r"\b(?:today|tomorrow|yesterday|currently|at the moment|right now|these days|nowadays|so far"
    r"|(?:this|last|next) (?:year|week|month|morning|afternoon|quarter|season|time)"
    r"|(?:in|over) the (?:last|past) (?:\w+ )?(?:years?|weeks?|months?))\b",
    re.IGNORECASE,
)


def not_a_question(card: Candidate) -> str:
    """Words that can't be a well-formed question: too few, doubled words, leftovers of notes."""
    q = card.question
    if word_count(q) < 3 or not q.endswith("?"):
        return "too short for a question"
    if re.search(r"\b(\w+) \1\b(?!')", q, re.IGNORECASE) and not re.search(r"\b(?:that that|had had)\b", q):
        return "a word stands twice"
    if re.search(r"-->|->|=>|\.\.|\[|\]|[{}|]|\?.*\?|:\s|;", q) or re.search(r"-->|->|=>|\.\.\.|[{}|]", card.answer):
        return "marks of notes in it"
    if re.search(r"\b(?:tell|show|teach|ask|remind|give|inform) (?:what|how|when|where|whom|why|that)\b", q):
        return "who is told is asked for out of place"
    if re.search(r"\b(?:we|you) need (?:better|more|less|fewer|greater) \w+\?$", q):
        return "the question compares with something it doesn't name"
    if re.search(r"\ba (?:more|less) \w+ \w+", q) and " than " not in q:
        return "the question compares with something it doesn't name"
    if re.match(
        r"(?:what|who|when|why|how|where)\b[^,]+(?:, (?:as|in|with|like|especially) [^,]+)+\?$", q, re.IGNORECASE
    ):
        return "a phrase trails behind the question"
    if re.search(r"\b(?:and|or|but|the|a|an|because|as well)\s*\?$", q):
        return "the question breaks off"
    if BROKEN.search(q) or BROKEN.search(card.answer):
        return "the post's own grammar is broken there"
    return ""


def question_is_dated(card: Candidate) -> str:
    """What held on the day of the talk: a learner meets the card on another one."""
    dated = DATED.search(re.sub(r'"[^"]*"', "", card.question))
    clause = card.clause
    if clause is not None and clause.lemma == "be" and not dated and not re.search(r" in \d{4}\?$", card.question):
        now = any(clause.parse.lower[i] in ("now", "today", "currently") for i in (*clause.aux, *clause.predicate))
        return "it says what is so now" if now else ""
    return f"{dated.group(0)!r} was when the post was written" if dated else ""


def question_is_long(card: Candidate) -> str:
    """A question that nobody would ask in one breath."""
    return (
        f"the question has more than {LONGEST_QUESTION} words" if word_count(card.question) > LONGEST_QUESTION else ""
    )


def _left_open(question: str) -> bool:
    """Whether a question is left open by "at some point", or by one word about somebody's doing ("who decides?")."""
    who = question.startswith("Who ") and len(content_words(question)) < 2
    return who or question.endswith("at some point?")


def _broad(card: Candidate, content: list[str]) -> bool:
    """Whether it asks what something broad brings about ("What does technology allow?")."""
    clause = card.clause
    if clause is None or not card.question.startswith("What"):
        return False
    if clause.lemma not in words("broad_verbs") or card.rule.asks not in ("fact", "effect"):
        return False
    if clause.modals & {"can", "could", "may", "might"} and len(content) < 3:
        return True  # it can do a lot of things
    if clause.subject_head in clause.swaps:
        return False
    parse = clause.parse
    return bool(clause.subject) and all(
        singular(parse.lower[i]) in words("broad") or parse.tags[i] in ("CC", ",") for i in clause.subject
    )


def _endless(card: Candidate, content: list[str]) -> bool:
    """Whether anybody may give another answer: what to do to be great, what we need, what happens if we are so."""
    asked = card.question
    if " do to " in asked and re.search(r"^What .* to (?:have|be|get|do|become) (?:an? )?(?:\w+ )?\w+\?$", asked):
        return True
    if re.search(r"\b(?:if|when) we(?:'re| are) (?:an? |the )", asked):
        return True  # who we are that are a cost centre
    kind = asked.startswith("What kind of ") and card.rule.asks == "advice"
    made = [word for word in content if word not in ("build", "create", "establish", "foster")]
    return kind and len(made) < 2 and re.search(r"\b(?:we|you)\b", asked) is not None


def question_is_vague(card: Candidate) -> str:
    """A question without enough in it to have one answer."""
    if card.question.startswith("What determines what"):
        return ""
    if card.rule.asks in ("term", "quote") and '"' in card.question:
        return ""
    content = [w for w in content_words(card.question) if w not in words("vague") and w not in words("light_verbs")]
    if _left_open(card.question):
        return "the question is too vague"
    if re.search(r"\bsome (?:of )?(?:benefits?|value|progress|things?|results?|help|insight)\b", card.question):
        return "the question is too vague"
    if _broad(card, content) or _endless(card, content):
        return "the question is too vague"
    both = re.search(r"\b(?:do|does|can|should) [\w' -]+ both ", card.question) or card.answer.endswith(" both")
    if both and " and " not in card.question:
        return "the question is too vague"
    content = [w for w in content if not w.endswith("ly")]  # an adverb narrows nothing down
    clause, anybody = card.clause, False
    if clause is not None and card.rule.asks not in ("how-to", "definition"):
        bare = len(clause.subject) == 1 and clause.subject_head not in clause.swaps
        subject = singular(clause.parse.lower[clause.subject_head]) if bare else ""
        anybody = clause.subject_kind in ("we", "us", "you", "it", "there") or subject in words("anybody")
        content = [w for w in content if w != subject] if subject in words("anybody") else content
    return (
        "the question is too vague"
        if len(content) < (2 if anybody and card.question.startswith(("What", "Who")) else 1)
        else ""
    )
