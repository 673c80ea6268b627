"""Hard filters for questions that have many answers, or that nobody needs to ask."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, own_words
from flashcards.selection.loose_forms import LOOSE

VAGUE = "the question is too vague"
ANY = ("already", "still", "ever", "often", "always", "usually", "every", "each", "any", "all", "learn", "tend")
NARROWED = re.compile(
    r", (?:rather than|instead)|\bqualities\b|\bevery \w+|\b(?:when|if|(?<!have )(?<!need )(?<!has )(?<!want )to"
    r"|before|after|while|during|instead|rather"
    r"|for|without) (?P<case>\w+ )"
)
OF_EACH = re.compile(
    r"What (?:does|must|should) (?:each|every) (?P<noun>[\w-]+(?: [\w-]+)?) (?:need|have|need to have)\?$"
)
RELATED = re.compile(r" (?:without|of|in|with|for|to|on|behind|that|who|which) ")
SAY_ENOUGH = ("misjudged", "what-kind-not-to")
SEEN = ("treat", "see", "view", "regard")


def _left_open(question: str) -> bool:
    """Whether a question is left open by "at some point", or by one word about somebody's doing ("who decides?")."""
    who = (
        question.startswith("Who ")
        and len(content_words(question)) < 3
        and not re.match(r"Who (?:(?:is|are) (?!\w+ing\b)|do |does |should |can )", question)
    )
    return who or question.endswith("at some point?")


def _broad(card: Candidate, content: list[str]) -> bool:
    """Whether it asks what something broad brings about ("What does technology allow?")."""
    clause = card.clause
    if clause is None or not card.question.startswith("What"):
        return False
    if clause.lemma not in words("broad_verbs") or card.rule.asks not in ("fact", "effect"):
        return False
    if clause.modals & {"can", "could", "may", "might"} and len(content) < 3 + (
        clause.lemma in ("provide", "offer", "give")
    ):
        return True  # it can do a lot of things
    if clause.subject_head in clause.swaps:
        return False
    parse = clause.parse
    return (
        bool(clause.subject)
        and not any(parse.tags[i] == "CC" for i in clause.subject)
        and all(singular(parse.lower[i]) in words("broad") or parse.tags[i] in ("CC", ",") for i in clause.subject)
    )


def _endless(card: Candidate, content: list[str]) -> bool:
    """Whether anybody may give another answer: what to do to be great, what we need, what happens if we are so."""
    asked = card.question
    if " do to " in asked and re.search(r"^What .* to (?:have|be|get|do|become) (?:an? )?(?:\w+ )?\w+\?$", asked):
        return True
    if re.search(r"\b(?:if|when) we(?:'re| are) (?:an? |the )", asked):
        return True  # who we are that are a cost centre
    if card.rule.name == "subject" and re.fullmatch(r"What [a-z]+ [a-z]+\?", asked):
        return True  # what hides problems
    if " need in order to " in asked and " " not in card.answer:
        return True  # detail, to find a fault: and much else
    if card.rule.name == "what-to-do" and re.match(r"What (?:must|should) [^,?]* be\?$", asked):
        return True  # kept small, and much else
    kind = asked.startswith("What kind of ") and card.rule.asks == "advice"
    made = [word for word in content if word not in ("build", "create", "establish", "foster")]
    return kind and len(made) < 2 and re.search(r"\b(?:we|you)\b", asked) is not None


def clause_is_asked_whole(card: Candidate) -> bool:
    """Whether it asks what does something: "What costs nothing?"."""
    clause = card.clause
    return clause is not None and card.rule.asks == "fact" and card.tokens == frozenset(clause.subject)


def everybody_reckons(card: Candidate) -> str:
    """For "168 hours in a week": what the calendar says."""
    unit = "(?:seconds|minutes|hours|days|weeks|months)"
    asked = re.search(
        rf"^How many {unit} (?:are |does )?(?:there )?(?:in )?(?:an? |the )(?:minute|hour|day|week|month|year)\b",
        card.question,
    )
    return "everybody can reckon it" if asked else ""


def _says_too_little(card: Candidate, content: list[str]) -> bool:
    """Whether it needs more words of its own than other questions of its form, and lacks them."""
    asked = card.question
    of_each = OF_EACH.match(asked)
    if of_each and content and of_each["noun"] not in words("broad"):
        return False  # "every flag needs a default": what one of its kind must have
    wanted = card.rule.asks == "advice" and asked.startswith(("What ", "Who "))
    if wanted and len(content) < 2 and not re.search(r", (?:rather than|instead)|\bqualities\b", asked):
        return True
    if clause_is_asked_whole(card) and len([w for w in content if w not in ("money", "time")]) < 2:
        return True
    if card.rule.name == "participle-advice" and len(content) < 3 and ", rather than" not in asked:
        return True
    if card.rule.name == "identity" and " " not in card.answer and not RELATED.search(asked):
        return True  # "a long branch is inventory": a likeness, and not the only one
    if card.rule.name == "identity" and re.fullmatch(r"What is an? [\w-]+ [\w-]+\?", asked):
        return True  # "a cheap improvement": of what, and which of them
    if card.rule.name == "content" and len(content) < 2 and not re.search(r"\d", asked):
        return True
    if re.match(r"What (?:can|could|may|might) [\w ]+ be about\?$", asked):
        return True  # "importance can be about danger": and about much else
    if card.rule.name in ("where-to-put", "where-next-to") and len(card.answer.split()) > 3:
        return not content  # "next to the code", where docs should be
    return asked.startswith("Where should ") and len([w for w in content if w != "people"]) < 2


def _anybody(card: Candidate) -> tuple[bool, str]:
    """Whether the clause is about people in general, and their noun ("teams"), "" for we, you and it."""
    clause = card.clause
    if clause is None or card.rule.asks in ("how-to", "definition"):
        return False, ""
    alone = len(clause.subject) == 1
    named = clause.swaps.get(clause.subject_head, "") or clause.parse.lower[clause.subject_head] if alone else ""
    noun = singular(named) if singular(named) in words("anybody") else ""
    return bool(noun) or clause.subject_kind in ("we", "us", "you", "it", "there"), noun


def question_is_vague(card: Candidate) -> str:
    """A question without enough in it to have one answer."""
    asked = card.question
    if card.rule.asks == "order" or card.rule.name in SAY_ENOUGH:
        return ""  # what it comes before or after says enough, or that it is misjudged
    if asked.startswith("What determines what") or (card.rule.asks in ("term", "quote") and '"' in asked):
        return ""
    content = own_words(asked)
    paired = card.rule.name == "object-paired"
    loose = (
        not paired
        and LOOSE.search(asked)
        and not (asked.endswith("important?") and re.match("(?:Because|Since|To) ", card.answer))
    )
    described = card.rule.asks == "agent" and len(card.answer.split()) > 4  # "people who are tired and in a hurry"
    if (_left_open(asked) and not described) or loose or _broad(card, content) or _endless(card, content):
        return VAGUE
    both = re.search(r"\b(?:do|does|can|should) [\w' -]+ both ", asked) or card.answer.endswith(" both")
    if both and " and " not in asked:
        return VAGUE
    content = [w for w in content if not w.endswith("ly") and w not in ANY]  # which narrow nothing down
    if _says_too_little(card, content):
        return VAGUE
    anybody, noun = _anybody(card)
    content = [w for w in content if w != noun]
    return VAGUE if len(content) < _least(card, anybody) else ""


def _least(card: Candidate, anybody: bool) -> int:
    """How many words of its own a question needs: more of them where anybody may do anything."""
    asked = card.question
    if not anybody or card.rule.name == "what-not-to-put":
        return 1
    narrowed = NARROWED.search(asked)
    if narrowed and narrowed["case"] is not None:
        case = [w for w in content_words(asked[narrowed.start("case") :]) if w not in words("light_verbs")]
        narrowed = narrowed if len(case) > 1 else None
    if card.rule.name == "seen-as" and card.clause is not None and card.clause.lemma in SEEN:
        return 1  # "what should we treat cost as?"
    if ", rather than " in asked and len(content_words(asked.split(", rather than ")[0])) > 1:
        return 1  # what it is set against narrows it down
    us = card.clause is not None and card.clause.subject_kind in ("we", "us", "you")
    open_ended = asked.startswith(("What ", "Who ")) and (
        card.rule.asks == "advice" or (us and card.rule.asks == "fact")
    )
    if open_ended and not narrowed:
        return 3
    return 2 if asked.startswith(("What", "Who", "When")) else 1
