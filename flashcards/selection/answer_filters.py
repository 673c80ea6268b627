"""Hard filters that look at the answer: its words, its length, its ends."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, word_count

ASKING = r"(?:how|what|why|where|who|when)"
INDIRECT = re.compile(rf"^(?!{ASKING}\b|that\b).+, and {ASKING} ", re.IGNORECASE)
EMPTY = re.compile(
    r"(?:a|the) (?:wrong|right|good|bad|best|worst|better|great) \w+"
    r"|an? (?:framework|tool|approach|method|technique|system|solution)",
    re.IGNORECASE,
)
GOES_ON = re.compile(r",? and (?:how|what|why|where|whether|that)\b")
LIST_KINDS = ("list", "order", "steps")
LONGEST_ANSWER, LONGEST_DEFINITION, LONGEST_LIST = 14, 18, 30


def answer_is_empty(card: Candidate) -> str:
    """An answer of pronouns and function words, or of one vague word."""
    content = content_words(card.answer)
    if re.match(r"(?:who|what|how|where|when|why|they are|it is) \w+ \w", card.answer, re.IGNORECASE):
        return ""  # a clause says something even in plain words
    if card.question.startswith("Who ") and " not " in card.question:
        return ""  # "people" is the point of "people are not the cause of incidents"
    if not content and not re.search(r"\d", card.answer):
        return "the answer has no word of its own"
    # Against its contrary even "outcomes" says something.
    contrasted = ", rather than " in card.question and not re.fullmatch(r"\w+(?:thing|body|one)", card.answer)
    if (
        not contrasted
        and all(word in words("vague") or word in words("light_verbs") for word in content)
        and not re.search(r"\d", card.answer)
    ):
        return "the answer is vague"
    return ""


def answer_is_loose(card: Candidate) -> str:
    """Like "various stacks", "a safer context", "our industry": words that only the post fills with meaning."""
    bare = re.sub(r"^(?:an? |the |to )", "", card.answer, flags=re.IGNORECASE)
    if re.fullmatch(
        r"(?:you|we|they|it)(?:['’](?:re|s)| are| is)? \w+ (?:an? |the )?"
        r"(?:opportunity|problem|problems|mess|trouble|risk)",
        card.answer,
        re.IGNORECASE,
    ):
        return "the answer is vague"
    compared = re.search(r"^(?:(?:take|adopt) )?(?:an? )?(?:more|less) (?:\w+ ){0,2}\w+$", card.answer, re.IGNORECASE)
    if compared and "rather than" not in card.question and " than " not in card.answer:
        return "the answer compares with something it doesn't name"
    if re.match(r"(?:just )?as (?:much|many|little)\b", card.answer, re.IGNORECASE):
        return "the answer compares with something it doesn't name"
    if card.rule.asks == "quantity" and re.search(r"\b(?:every|each)\b", card.answer):
        return "the answer says how often as well"
    if re.fullmatch(r"\w+ (?:\w+ )?(?:each other|one another)", card.answer, re.IGNORECASE):
        return "the answer is vague"
    if card.rule.asks in ("advice", "fact") and re.match(
        r"(?:a|the) (?:point|place|time|situation) (?:where|when|at which)\b", card.answer, re.IGNORECASE
    ):
        return "the answer is vague"
    if EMPTY.fullmatch(card.answer):
        return "the answer is vague"
    definite = re.fullmatch(r"the (\w+)", card.answer, re.IGNORECASE)
    if definite and singular(definite.group(1)) in words("generic_heads") | words("vague"):
        return "the answer is vague"
    if (
        card.rule.asks not in LIST_KINDS
        and word_count(bare) <= 5
        and re.match(
            r"(?:various|several|many|different|multiple|numerous|certain|some|other)\b|(?:common|general) \w+$",
            bare,
            re.IGNORECASE,
        )
    ):
        return "the answer is vague"
    if (
        word_count(bare) <= 2
        and re.match(r"(?:our|your|my|their)\b|(?:\w+er|more|less)\b(?= \w+$)", bare, re.IGNORECASE)
        and "than" not in card.answer
    ):
        first = bare.split()[0].lower()
        last = singular(bare.split()[-1].lower())
        if first in ("our", "your", "my", "their") or last in words("vague") | {"context", "result", "outcome"}:
            return "the answer is vague"
    return ""


def answers_twice(card: Candidate) -> str:
    """Like "gathering the people, and how they will talk": a thing and a question are no two things of a kind."""
    return "the answer is of two kinds" if INDIRECT.search(card.answer) else ""


def breaks_off(card: Candidate) -> str:
    """An answer that ends in the middle of a phrase."""
    if re.search(r"(?<!how) (?:they|it|we|you) (?:are|is)$", card.answer) and not re.match(
        r"(?:what|who|where|how|why)\b", card.answer, re.IGNORECASE
    ):
        return "the answer breaks off"  # "professionals they are"
    last = card.answer.rstrip(".!").rsplit(" ", 1)[-1].lower()
    if last in (
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "that",
        "which",
        "who",
        "because",
        "than",
        "our",
        "your",
        "their",
        "its",
        "my",
    ):
        return "the answer breaks off"
    return ""


def answer_is_long(card: Candidate) -> str:
    """An answer too long to be recalled as one fact, or a list with a question in it."""
    if card.rule.asks in LIST_KINDS and "?" in card.answer:
        return "a question stands in the list"
    longest = (
        LONGEST_LIST
        if card.rule.asks in LIST_KINDS or ";" in card.answer
        else LONGEST_DEFINITION
        if card.rule.asks == "definition"
        else LONGEST_ANSWER
    )
    return f"the answer has more than {longest} words" if word_count(card.answer) > longest else ""


def answer_given_away(card: Candidate) -> str:
    """The answer's own words stand in the question."""
    question, answer = set(content_words(card.question)), content_words(card.answer)
    if " instead of " in card.question and card.answer.lower() not in card.question.lower():
        return ""  # "bring work to the people" instead of "bringing people to the work"
    allowed = (
        1
        if " kind of " in card.question or card.question.startswith(("Which ", "How many ", "At what ", "On what "))
        else 0
    )
    shared = [word for word in answer if word in question]
    if not answer or not shared:
        return ""
    part = (len(set(shared)) - allowed) / len(set(answer))
    if part > 0.5 or (part == 0.5 and answer[-1] in question):
        return "the question gives the answer away"
    return ""


def compares_with_nothing(card: Candidate) -> str:
    """Like "similar behaviours": similar to what, only the post says."""
    if re.match(
        r"(?:an? |the )?(?:similar|same|different|equal|further|additional)\b", card.answer, re.IGNORECASE
    ) and not re.search(r"\b(?:to|from|than|as|for|thing)\b", card.answer):
        return "the answer compares with something it doesn't name"
    return ""


def says_no_number(card: Candidate) -> str:
    """An answer to "how much" or "how many" that doesn't begin with how much or how many."""
    asks = re.match(r"how (?:much|many)\b", card.question, re.IGNORECASE)
    says = re.match(
        r"(?:\W*\d|(?:about|over|at|up|less|more|nearly|almost|around|only|no|none|not|a|an|half|all|most|as|too|very|one|two"
        r"|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)\b)",
        card.answer,
        re.IGNORECASE,
    )
    return "the answer doesn't say how much" if asks and not says else ""


def compares_in_question(card: Candidate) -> str:
    """Like "Why was the new tool better?": than what, only the post says."""
    clause = card.clause
    state = clause.unit("complement") if clause is not None else None
    if clause is None or state is None or clause.parse.tags[state.head] != "JJR" or set(state.tokens) & card.tokens:
        return ""
    named = " than " in f"{card.question} {card.answer}"
    return "" if named else "the question compares with something it doesn't name"


def denies(card: Candidate) -> str:
    """An answer that only says what something is not."""
    return "the answer is a denial" if re.match(r"not\b", card.answer, re.IGNORECASE) else ""


def cut_short(card: Candidate) -> str:
    """The parser ended the answer before its last word: what follows belongs to no part of the clause."""
    clause = card.clause
    if clause is None or not card.tokens:
        return ""
    text, answer = card.sentence.text.lower(), card.answer.lower()
    at = text.find(answer)
    while answer and at >= 0:  # no pattern made of every answer: compiling it takes longer than all the rest
        if GOES_ON.match(text, at + len(answer)):
            return "the answer breaks off"
        at = text.find(answer, at + 1)
    parse, start, after = clause.parse, min(card.tokens), max(card.tokens) + 1
    objects = {unit.gap[0] for unit in clause.units if unit.role == "object" and unit.gap and not unit.fronted}
    if any(unit.role == "participle" and unit.tokens[0] == after and not unit.fronted for unit in clause.units):
        return "the answer breaks off"  # no comma stands before it, so it belongs to the noun
    if start in objects and start and parse.words[start - 1] == ",":
        return "a comma stands between the verb and its object"
    if after >= len(parse) or after in clause.predicate or after in clause.subject or after in clause.aux:
        return ""
    return "the answer breaks off" if parse.tags[after].startswith(("NN", "VB", "CD", "JJ")) else ""
