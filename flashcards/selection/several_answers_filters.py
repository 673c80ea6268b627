"""Hard filters for questions with more than one right answer, of which the post gives one."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words

GAPS = ("fact", "advice", "agent", "list", "place")


def adds_to_others(card: Candidate) -> str:
    """For "tests can also run in production": the sentence itself says that there is another answer."""
    clause = card.clause
    if clause is None or card.rule.asks not in GAPS or not card.question.startswith(("What ", "Who ", "Where ")):
        return ""
    behind = max(card.tokens, default=-2) + 1
    if clause.modals & {"should", "must", "need"} and clause.parse.lower[behind : behind + 1] == ["too"]:
        return "the sentence says it is not the only answer"  # "should be taught to designers, too"
    counted = re.match(r"What (?:two|three|four|five) ", card.question) and " also " in card.question
    if re.match(r",? and (?:it|they|this|that|you|we) also (?!helps? )", card.behind_the_answer):
        return "the sentence says it is not the only answer"  # "requires trust, and it also requires notes"
    if not clause.modals & {"can", "could", "may", "might"} and not counted and clause.lemma not in ("help", "support"):
        return ""  # what it also does, it does
    added = [i for i in clause.predicate if clause.parse.lower[i] in ("also", "too", "additionally")]
    return "the sentence says it is not the only answer" if added and not set(added) & card.tokens else ""


def each_its_own(card: Candidate) -> str:
    """For "leaders and engineers drive vision and change": who drives which, or both do both, nobody can tell."""
    clause = card.clause
    if clause is None or not card.question.startswith("What two things ") or " both " in card.question:
        return ""
    done = [unit.head for unit in clause.units if unit.role == "object"]
    two = all(clause.parse.child(noun, "conj") is not None for noun in (clause.subject_head, *done))
    return "which of the two does which is open" if done and two else ""


def anybody_in_a_case(card: Candidate) -> str:
    """For "somebody fixing a fault needs steps": what else they need is anybody's guess."""
    asked = re.search(
        r"\b(?:do|does|should|can|will|would) (?:somebody|someone|anybody|anyone|something|anything)\b", card.question
    )
    return "the question is too vague" if asked and card.question.startswith(("What ", "Who ")) else ""


def then_taken_back(card: Candidate) -> str:
    """For "we buy tools because others do, but we have other needs": the reason is told to be dismissed."""
    clause = card.clause
    if clause is None or card.rule.asks not in ("cause", "fact") or not card.tokens:
        return ""
    whole = re.sub(r"^(?:because|since) ", "", card.answer.lower())
    if card.rule.asks == "cause" and f"{whole}, but the " in card.sentence.text.lower():
        return "the sentence goes on to take it back"  # "since users grow in number, but the maintainers don't"
    first = clause is card.sentence.clauses[0]
    taken_back = re.match(r",? but (?:we|you|they|it|this|that|there|he|she)\b", _behind(card))
    us = clause.subject_kind in ("we", "you", "they") or card.tokens == frozenset(clause.subject)
    return "the sentence goes on to take it back" if first and us and taken_back else ""


def _behind(card: Candidate) -> str:
    """The segment's text behind the clause's last word."""
    clause = card.clause
    assert clause is not None  # noqa: S101 (for the type checker)
    last = max((*clause.predicate, clause.verb))
    return clause.parse.text(range(last + 1, len(clause.parse))).lower()


def one_of_them(card: Candidate) -> str:
    """For "consistent metrics are one of the main benefits": the others are left out."""
    asked = re.search(r"\b(?:is|are|was|were) (?:only |just )?one of (?:the|our|your|many)\b", card.question)
    return "there are others of them" if asked and card.question.startswith("What") else ""


def greatest_of_no_kind(card: Candidate) -> str:
    """For "the biggest delay was a vendor": delay of what, the post says."""
    bare = re.fullmatch(
        r"What (?:is|was|are|were) the (?:\w+est|most [\w-]+|least [\w-]+|first|last|only|main|real|usual"
        r"|more \w+|(?:bigg|larg|hard|easi|deep|lat|earli|great|old)er|better|worse"
        r"|(?:long|short)(?:er)?[ -]term) [\w-]+\?"
        r"|What is an? (?:useful|good|bad|great|common|normal|typical|simple|better|key|important|hard|difficult)"
        r" (?:first |next )?[\w-]+\?"
        r"|What is a (?:first|next|second) [\w-]+\?"
        r"|What is an? [\w-]+ (?:part|thing|step|start|move|job|task|place)\?"
        r"|What (?:two|three|four|five|six|seven) [a-z]+s are there\?"
        r"|What are (?:the )?(?:two|three|four|five|six|seven) (?:common |main |key |basic )?[a-z]+s\?",
        card.question,
    )
    if bare and card.rule.asks == "list" and not card.sentence.scope:
        return "nothing on the card says of what"
    stated = card.clause is not None and not card.sentence.scope
    return "nothing on the card says of what" if bare and stated else ""


def more_of_the_kind(card: Candidate) -> str:
    """For "every additional language", "different constraints": beside which, the post says."""
    found = re.search(
        r"\b(?:each|every|any|an|the) (?:additional|further|extra)\b|\bexamples of (?:different|various|several)\b",
        card.question,
    )
    return "nothing on the card says beside which" if found else ""


def purpose_of_a_bare_order(card: Candidate) -> str:
    """For "set a date to start": "Why should you set a date?" says too little of what it is about."""
    clause = card.clause
    if clause is None or card.rule.asks != "purpose" or not clause.imperative:
        return ""
    bare = re.fullmatch(r"Why should you \w+(?: (?:a|an|the|your|all|more|some))? [a-z-]+\?", card.question)
    return "the question is too vague" if bare else ""


def one_gloss_of_a_list(card: Candidate) -> str:
    """For "Ways to meet: pairing (...); mobbing (...)": what each word means, it means in that list."""
    if not card.rule.name.startswith("gloss-") or card.question.startswith("Among "):
        return ""
    beside = (card.sentence.before, card.sentence.after)
    listed = any(
        one is not None
        and ";" in (one.segment.joint, card.sentence.segment.joint)
        and any(aside.form == "parenthesis" for aside in one.segment.asides)
        for one in beside
    )
    several = sum(aside.form == "parenthesis" for aside in card.sentence.segment.asides) > 1
    return "it is one of a list that the card doesn't name" if listed or several or card.sentence.item else ""


def number_of_a_name(card: Candidate) -> str:
    """For "Ariane 4 assumptions": the number belongs to the name before it."""
    named = re.fullmatch(r"\d+", card.answer) and re.search(rf"\b[A-Z][a-z]+ {card.answer}\b", card.sentence.text[1:])
    return "the number belongs to a name" if named and "how many " in card.question.lower() else ""


def small_count(card: Candidate) -> str:
    """For "there are two roles in a pair": which, is what to know."""
    small = re.fullmatch(r"(?:only |about |at least )?(?:two|three|four|five|[2-5])", card.answer, re.IGNORECASE)
    return "a small number is nothing to learn" if re.match(r"How many (?!times\b)", card.question) and small else ""


def the_title_says_it(card: Candidate) -> str:
    """For "review metrics" in a talk called "Metrics That Matter": the deck's name gives the answer."""
    if card.rule.asks not in ("fact", "advice", "definition") or card.rule.name == "the-one":
        return ""
    kind = re.match(r"What kind of ([a-z]+) ", card.question)
    if kind and card.rule.name.startswith("what-kind"):
        told = [word for word in content_words(card.answer) if singular(word) != kind[1]]
        return (
            "the deck's name gives the answer away"
            if told and told[0] in content_words(card.sentence.talk.title)
            else ""
        )
    answer, title = content_words(card.answer), content_words(card.sentence.talk.title)
    if card.rule.asks == "definition":
        return ""
    return "the deck's name gives the answer away" if answer and answer == title[: len(answer)] else ""


def step_of_a_list(card: Candidate) -> str:
    """For a list's item "uploads go to object storage": what the list is of, the card doesn't say."""
    clause = card.clause
    if clause is None or len(clause.subject) != 1 or " " in clause.parse.words[clause.subject_head]:
        return ""
    fragment = card.sentence.item and card.sentence.text[:1].islower() and not card.sentence.scope
    if not fragment or card.rule.asks not in ("fact", "advice") or card.rule.name == "comparison-chain":
        return ""
    return "it is one of a list that the card doesn't name"


def one_thing_to_do(card: Candidate) -> str:
    """For "fail the build when a flag is old": what else to do then is as right."""
    clause = card.clause
    if clause is None or card.rule.name != "what-to-do" or not clause.imperative:
        return ""
    case = any(unit.role == "condition" and unit.marker in ("if", "when", "whenever", "once") for unit in clause.units)
    return "there are other things to do then" if case else ""


def either_of_a_slash(card: Candidate) -> str:
    """For "watch disk space / replay position" and "(lag / delay)": two things, and nothing says how many are asked."""
    either = (
        (card.rule.asks == "advice" or card.rule.name == "gloss-meaning")
        and " or " in card.answer
        and " / " in card.sentence.post.source
    )
    return "it is more than one thing" if either else ""


def deed_without_its_object(card: Candidate) -> str:
    """For "define when a handover is complete": what to define is the point, and not when."""
    alone = card.rule.name == "when-to-do" and re.fullmatch(r"[A-Z][a-z]+", card.answer) and " to do " in card.question
    return "the answer breaks off" if alone else ""


def needs_of_a_kind(card: Candidate) -> str:
    """For "depots want clearer rules so that ...": rules about what, the post says."""
    asked = re.fullmatch(r"Why (?:do|does) [\w' -]+? (?:want|need) (?P<thing>(?:[\w-]+ )?[\w-]+s)\?", card.question)
    if not asked or card.rule.asks not in ("purpose", "cause"):
        return ""
    named = set(content_words(asked["thing"])) & set(content_words(card.sentence.talk.title))
    first = asked["thing"].split()[0]
    loose = first.endswith("er") or first in words("judging") | {"proper", "clear", "more", "strict", "simple"}
    return "the question is too vague" if not named and loose else ""


def makes_it_worse(card: Candidate) -> str:
    """For "old flags make code harder to follow": so do many things."""
    compared = re.search(r"\b(?:harder|easier|slower|faster|better|worse|simpler|(?:more|less) \w+)\b", card.question)
    return "many things make it so" if card.rule.name == "makes-so" and compared else ""


def first_of_the_answers(card: Candidate) -> str:
    """For "What is worth noting? What is costly; what is odd": the post answers with a list, the card with its head."""
    after = card.sentence.after
    answered = card.rule.name == "answered-question" and after is not None
    more = answered and after is not None and after.after is not None and after.after.segment.joint == ";"
    return "the post has another answer as well" if more and ";" not in card.answer else ""


def kind_of_several(card: Candidate) -> str:
    """For "a team that owns it, a purpose, and an expiry date": of one kind is only the first of them."""
    several = " kind of " in card.question and re.search(r", (?:an? |the )?[\w -]+, and ", card.answer)
    return "the answer lists things of several kinds" if several else ""
