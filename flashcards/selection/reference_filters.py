"""Hard filters for what a card takes for granted: things the post spoke of before, or that no article picks out."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.definites import takes_up
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence
from flashcards.selection.content import content_words

DOING = "do|does|done|did|doing"
OF_THEM = frozenset("each both neither either some many few most all none others another several".split())
OF_EACH_CASE = re.compile(r"\b(?:after|before|for|with|in|during) (?:every|each) [a-z]")
DEFINITE = re.compile(r"(?:the|that|this) ([\w-]+)\.?", re.IGNORECASE)


def subject_lacks_article(card: Candidate) -> str:
    """For "second half is the best": a thing that can be counted, of which no article says which is meant."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject_head in clause.swaps or clause.imperative:
        return ""
    parse, head = clause.parse, clause.subject_head
    noun = parse.lower[head]
    if parse.tags[head] != "NN" or (parse.words[head][:1].isupper() and head != 0):
        return ""
    if parse.children(head, "det", "poss", "nummod", "predet", "conj", "prep", "relcl", "acl"):
        return ""
    first = parse.tags[clause.subject[0]]
    if first in ("DT", "PRP$", "CD", "PDT", "NNP", "NNPS", "VBG", "WP", "EX", "PRP") or not _one_of_many(noun):
        return ""
    bare = parse.text(clause.subject).lower()
    asked = f"{card.question} {card.answer}".lower()
    stands = re.search(rf"(?<!\ba )(?<!\ban )(?<!\bthe ){re.escape(bare)}\b", asked)
    return f"no article says which {noun}" if stands else ""


def _one_of_many(noun: str) -> bool:
    known = (words("generic_heads") | words("roles")) - words("collectives") | words("parts")
    return noun in known and not noun.endswith(("thing", "one", "body"))


def answer_points_back(card: Candidate) -> str:
    """For "the conversation": one thing, known to who has read the post."""
    if re.search(r"\bwhere\b", card.question, re.IGNORECASE) and re.fullmatch(
        r"(?:\w+ ){1,3}(?:it|them)", card.answer, re.IGNORECASE
    ):
        return "nothing on the card says where that is"
    if card.question.startswith("Where ") and re.fullmatch(
        r"(?:on|at) (?:its|their|your|our) own|at [\d.,]+ ?%?", card.answer, re.IGNORECASE
    ):
        return "it is a state, not a place"
    if re.search(
        r"\bthe (?:first|second|third|last|latter|former|other) (?:one|group|case|kind|type|part|half|option)$",
        card.answer,
    ):
        return "nothing on the card says which of them"
    ones = re.match(r"(?:the ones|one (?:you|we|they|that|which|who|where))\b", card.answer, re.IGNORECASE)
    if ones and card.clause is not None and card.rule.asks != "definition" and not card.question.startswith("Which"):
        return "nothing on the card says which ones"
    found = DEFINITE.fullmatch(card.answer)
    if card.rule.name == "identity" and found is None and re.fullmatch(r"The [a-z-]+ [a-z-]+", card.answer):
        return "nothing on the card says of what"  # "the early warning"
    if found is None or card.rule.asks in ("term", "agent", "list"):
        return ""
    noun = found[1].lower()
    if card.rule.asks == "advice" and OF_EACH_CASE.search(card.question):
        return ""  # "after every incident, update the runbook": the one that each of them has
    if (
        (singular(noun) != noun and ", rather than" in card.question)
        or noun in words("known_definites") | words("roles")
        or not found[1].islower()
    ):
        return ""
    return "" if noun in content_words(card.question) else f"nothing on the card says which {noun}"


def spoken_of_before(card: Candidate) -> str:
    """For "the strip" after "each parcel has a colour strip": whose it is, the sentence before said."""
    clause = card.clause
    if clause is None:
        return ""
    parse = clause.parse
    asked = card.question.lower()
    for i in (*clause.subject, *clause.predicate):
        noun = parse.heads[i]
        if parse.lower[i] != "the" or parse.deps[i] != "det" or i in clause.swaps or noun in clause.swaps:
            continue
        if parse.lower[noun] in words("known_definites") or parse.lower[noun] in card.sentence.scope.lower():
            continue
        phrase = parse.text(range(i, noun + 1)).lower()
        if phrase in asked and not _said_more(card, noun) and _introduced(card.sentence, parse.lower[noun]):
            return f"nothing on the card says which {parse.lower[noun]}"
    return ""


def _said_more(card: Candidate, noun: int) -> bool:
    clause = card.clause
    assert clause is not None  # noqa: S101 (for the type checker)
    return bool(clause.parse.children(noun, "prep", "relcl", "acl", "poss"))


def _introduced(sentence: Sentence, noun: str) -> bool:
    """Whether a sentence before in the post has it with "a", or a verb of it ("should be removed": "the removal")."""
    before = sentence.before
    while before is not None:
        if takes_up(before, noun):
            return True
        for i, low in enumerate(before.parse.lower):
            if singular(low.strip('"').split(" ")[-1]) != singular(noun):
                continue
            kinds = before.parse.children(i, "compound", "amod") or " " in low
            if kinds or any(before.parse.lower[c] in ("a", "an") for c in before.parse.children(i, "det")):
                return True
        before = before.before
    return False


def asks_what_of_a_name(card: Candidate) -> str:
    """For "comes from Mike Cohn": a name of two words may well be a person's, and nobody is a what."""
    clause = card.clause
    name = re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", card.answer)
    if clause is None or not name or not card.question.startswith("What ") or not card.tokens:
        return ""
    named = all(clause.parse.tags[i].startswith("NNP") for i in card.tokens)
    return "who may be meant, not what" if named and len(card.tokens) == 2 else ""


def said_in_an_example(card: Candidate) -> str:
    """For "not 'X is ugly' but 'Y takes five weeks'": what stands in quotes inside a sentence, nobody claims."""
    clause = card.clause
    if clause is None or not clause.subject or card.sentence.segment.quoted:
        return ""
    before = clause.parse.text(range(clause.subject[0]))
    whole = card.sentence.segment.text
    return "it stands in quotes, as an example" if before.count('"') % 2 and whole.count('"') > 1 else ""


def pattern_of_nothing(card: Candidate) -> str:
    """For "recurring patterns" that "they" took up from an object: of what, the post says."""
    clause = card.clause
    if clause is None:
        return ""
    parse = clause.parse
    if clause.subject_head in clause.swaps:
        said = clause.swaps[clause.subject_head].split()
        last = said[-1].lower() if said else ""
        loose = len(said) == 2 and last != singular(last) and singular(last) in words("generic_heads")
        return f"nothing on the card says which {last}" if loose and said[0].islower() else ""
    alone = clause.parse.lower[clause.subject_head] if len(clause.subject) == 1 and clause.subject_head >= 0 else ""
    if alone in OF_THEM and re.search(rf"\b{alone}\b", card.question, re.IGNORECASE):
        return f"nothing on the card says {alone} of what"
    plural = len(clause.subject) == 1 and parse.tags[clause.subject_head] == "NNS"
    bare = plural and singular(parse.lower[clause.subject_head]) in words("vague") - words("roles")
    return f"nothing on the card says which {parse.lower[clause.subject_head]}" if bare else ""


def bare_plurals(card: Candidate) -> str:
    """For "the tools", "the auditors": which of them, the post says."""
    clause = card.clause
    if clause is None or card.rule.asks == "cause":
        return ""  # a why-question tells so much of the clause that it stands by itself
    parse = clause.parse
    for i in (*clause.subject, *clause.predicate):
        noun = i + 1
        if parse.lower[i] != "the" or parse.heads[i] != noun or parse.tags[noun] != "NNS" or i in clause.swaps:
            continue
        if singular(parse.lower[noun]) in content_words(card.sentence.talk.title) or _said_more(card, noun):
            continue
        if re.search(
            rf"\bthe {re.escape(parse.lower[noun])}\b(?! (?:of|that|who|which|we|you|in|for)\b)", card.question
        ):
            return f"nothing on the card says which {parse.lower[noun]}"
    return ""


def pronoun_is_the_answer(card: Candidate) -> str:
    """For "to close it", "renaming them": a short answer whose only thing is a pronoun."""
    if card.rule.asks not in ("fact", "purpose", "advice", "effect", "definition"):
        return ""
    if card.rule.asks == "definition" and not re.fullmatch(r"What is \w+ing\?", card.question):
        return ""
    short = len(card.answer.split()) <= 4 and re.search(r"\b(?:it|them)$", card.answer)
    if re.match(r"(?:before|after|when|once|until|if)\b", card.answer, re.IGNORECASE):
        return ""
    return "nothing on the card says what the answer is about" if short else ""


def deed_for_a_pronoun(card: Candidate) -> str:
    """For "if you haven't done it recently": nobody does a rotation, what "it" is said of was the sentence before."""
    clause = card.clause
    if clause is None:
        return ""
    said = f"{card.question} {card.answer}".lower()
    done = [
        text
        for i, text in clause.swaps.items()
        if clause.parse.deps[i] == "dobj" and re.search(rf"\b(?:{DOING}) {re.escape(text.lower())}\b", said)
    ]
    return "nothing on the card says what is done" if done else ""


def content_of_a_deed(card: Candidate) -> str:
    """For "having to open a ticket means that it is no platform": what "it" is, the sentence before says."""
    clause = card.clause
    deed = clause is not None and clause.subject_kind == "clause" and clause.subject_head not in clause.swaps
    found = deed and re.match(r"(?:That )?(?:it|they) (?:is|are|was|were|has|have) ", card.answer, re.IGNORECASE)
    return "nothing on the card says what the answer is about" if found else ""


def nobody_named(card: Candidate) -> str:
    """For "if the only option is a fork, they leave": who leaves, the sentence before said."""
    if card.rule.name != "what-happens" or not card.answer.startswith("They "):
        return ""
    named = re.match(r"What happens \w+ (?:\w+ )?(?:people|\w+s) (?!are\b|were\b|have\b)[a-z']+", card.question)
    return "" if named else "nothing on the card says what the answer is about"
