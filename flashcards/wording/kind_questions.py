"""Filters that ask for a thing of its kind: what kind of, in what kind of, which."""

from __future__ import annotations

from flashcards.language.lexicon import words
from flashcards.wording.ask import question
from flashcards.wording.circumstance_questions import ask_whole
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.gap_questions import ask, sound


def kind_of(gap: Gap) -> str:
    """The question with "what kind of" and the gap's head: for an answer whose modifiers are the point."""
    head = gap.head_words
    empty = gap.head_noun in words("vague") and "compound" not in gap.modified  # "an engineering problem" says more
    if any(gap.sentence.parse.tags[i] == "JJR" for i in gap.tokens):
        raise NoWording  # "a harder problem": than which?
    if empty or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    if gap.head and gap.sentence.parse.words[gap.head - 1] == "-":
        raise NoWording  # "a trade-off", of which the parser sees the end only
    behind = gap.tokens.index(gap.head) + 1
    after = gap.sentence.parse.lower[gap.tokens[behind]] if behind < len(gap.tokens) else ""
    if after in ("where", "when") and gap.head_noun not in words("places"):
        raise NoWording  # "alert teams where they talk" tells where, not which teams
    return sound(question(gap.sentence, gap.clause, gap.unit, f"what kind of {head}"))


def ask_kind(gap: Gap) -> str:
    """The question with "what kind of" where something tells the kind in front of the head, else with "what"."""
    kinds = gap.modified & {"adjective", "compound"} and not gap.modified - {"adjective", "compound"}
    tells = kinds and gap.first_tag not in ("JJR", "JJS", "DT", "PRP$", "CD", "PDT")
    return kind_of(gap) if tells and gap.listed == 1 else ask(gap)


def ask_in_kind(gap: Gap) -> str:
    """The question "in what kind of ...?" for a preposition with a noun of some kind."""
    if gap.head_noun in words("vague") or not gap.modified & {"adjective", "compound"}:
        raise NoWording
    return ask_whole(gap, f"{gap.asked.marker} what kind of {gap.sentence.parse.words[gap.head]}")


def which_one(gap: Gap) -> str:
    """The question with "which" for what a relative clause picks out: "Which reviews should we keep?"."""
    if gap.head_noun in words("vague") or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    return sound(question(gap.sentence, gap.clause, gap.unit, f"which {gap.head_words}"))
