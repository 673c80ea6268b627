"""Hard filters for questions that a wrong parse has left garbled."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.clause import Clause
from flashcards.language.lexicon import words
from flashcards.selection.garbled_forms import GARBLED
from flashcards.selection.garbled_why_forms import DURATION

TIMES = re.compile(
    r"(?:a few |a couple of |[\w.,+~]+ )?(?:hundreds of |thousands of |dozens of )?times"
    rf"|(?:every|each|once|twice) (?:[\w.]+ ){{0,3}}(?:{DURATION}|quarters?|sprints?|release|deployment|merge|commit"
    r"|build|push|night|morning"
    r"|\w+days?)"
    r"|(?:over |about |around |nearly |almost |for )?(?:a few|several|a couple of|\w+) (?:seconds|minutes|hours|days"
    r"|weeks|months|years)"
    r"|(?:nights?|weekends?|weekdays|\w+days)(?: and \w+)?",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"^Why (?:is|are|was|were|has|have) .* (?:assumed|expected|supposed|required|believed|said|known|considered"
    r"|allowed|thought|meant|encouraged|asked|told|forced|used|likely|able"
    r"|organi[sz]ed|designed|built|made|structured|optimi[sz]ed|trained|intended|set up)\?$"
)
MEASURED = re.compile(
    r"\b(?:rates?|numbers?|cost|costs|price|time|fine|fee|penalty|salary|revenue|fraction|count|total|size|limit|goal"
    r"|average|budget|percent|percentage|ratio|share|score|amount|age|figure|value|maximum|minimum|target|threshold"
    r"|median|range|length|speed|probability|chance|odds)\b",
    re.IGNORECASE,
)
WAY = re.compile(r"\b(?:mode|order|form|format|sequence|manner|fashion)$")
FIGURE = re.compile(r"(?:about |around |over |under |nearly |almost |roughly |up to )?[~<>$€£]?\d", re.IGNORECASE)


def question_is_garbled(card: Candidate) -> str:
    """A form of words that no sound question has."""
    return "the question is garbled" if GARBLED.search(card.question) else ""


def answer_is_no_constituent(card: Candidate) -> str:
    """An answer that begins with what joins it to the clause before."""
    clause = card.clause
    if clause is not None and card.tokens and clause.parse.lower[min(card.tokens)] == "that":
        second = min(card.tokens) + 1
        finite = clause.parse.tags[second : second + 1] in (["VBZ"], ["VBD"], ["VBP"])
        if finite and clause.parse.deps[second] in ("ccomp", "relcl", "advcl"):
            return "the answer belongs to another clause"  # "somewhere that outlasts the server"
    if clause is not None and card.rule.asks != "definition" and re.match(r"(?:When|If|Because) ", card.answer):
        asked = re.search(r"^What\b|, what ", card.question)
        return "the answer belongs to another clause" if asked else ""  # "moves the risk to when few are awake"
    if clause is not None and len(card.tokens) > 2 and card.rule.asks == "advice" and _ends_in_a_state(clause, card):
        return "the answer belongs to another clause"  # "ship the code dark"
    made = clause is not None and clause.lemma in ("make", "keep", "call", "consider", "declare")
    if made and re.fullmatch(r"[\w' -]+s an? (?:\w+ )?\w+", card.answer):
        return "the answer belongs to another clause"  # "make large deletes a regular job"
    joined = re.match(r"(?:and|but|or|so(?! that)|then) ", card.answer, re.IGNORECASE)
    unlike = re.search(r"\b(?:to|in|on|at|for|from|with)\?$", card.question) and re.search(
        r"\b(?:and|or) (?:at|in|on|by|from|with|to|for) ", card.answer
    )
    if joined and card.rule.asks == "purpose" and card.answer.startswith("So "):
        return ""  # "put the owner on each chart so readers know whom to ask"
    return "the answer belongs to another clause" if (joined or unlike) and card.clause is not None else ""


def _ends_in_a_state(clause: Clause, card: Candidate) -> bool:
    """Whether the answer is a thing and how it should be: "the code dark"."""
    last = max(card.tokens)
    tags = clause.parse.tags
    ends = clause.parse.words[last] == card.answer.split()[-1]
    state = tags[last] == "JJ" and clause.parse.deps[last] not in ("pobj", "dobj", "nsubj", "attr", "conj")
    return ends and state and tags[last - 1] in ("NN", "NNS")


def counts_how_often(card: Candidate) -> str:
    """For "the plan has been changed 3 times": how often is no object."""
    often = card.question.startswith(("What ", "Who ")) and TIMES.fullmatch(card.answer)
    return "how often is no thing" if often else ""


def gap_in_an_adjunct(card: Candidate) -> str:
    """For "look at the spread before choosing a limit": what is chosen is none of the question's business."""
    clause = card.clause
    if clause is None or not card.tokens or not card.question.startswith(("What ", "Who ")):
        return ""
    verb = min(card.tokens) - 1
    if verb < 1 or clause.parse.tags[verb] != "VBG" or verb == clause.verb:
        return ""
    lead = clause.parse.lower[verb - 1] in ("before", "after", "while", "without", "when", "since", "by", "than")
    return "the answer belongs to an aside" if lead else ""


def asks_why_it_is_supposed(card: Candidate) -> str:
    """For "learning is assumed to happen": the infinitive is what is assumed, not what for."""
    supposed = card.rule.asks == "purpose" and SUPPOSED.search(card.question)
    return "the infinitive is no purpose" if supposed else ""


def what_is_found_out(card: Candidate) -> str:
    """For "the customer decides when it is on": the clause behind "when" is what is decided."""
    clause = card.clause
    if clause is None or not card.question.startswith("When ") or not card.tokens:
        return ""
    if clause.lemma not in words("mental_verbs") or clause.unit("object", "content") is not None:
        return ""
    verb = max(clause.chain)
    follows = min(card.tokens) == verb + 1 and clause.parse.lower[verb + 1] in ("when", "if", "where")
    return "it is what is found out, not when" if follows else ""


def measures_no_measure(card: Candidate) -> str:
    """For "a normal evening is around 300 requests": what is asked for must be something that figures tell."""
    asked = re.match(r"What (?:is|are|was|were) ", card.question) and FIGURE.match(card.answer)
    return "a figure is no definition" if asked and not MEASURED.search(card.question) else ""


def order_taken_for_a_thing(card: Candidate) -> str:
    """For "What is identify the code?", "What do move checks cut?": an order at the sentence's start."""
    clause = card.clause
    found = re.match(
        r"What (?:is|are|does|do) ([a-z]+) (?:the|a|an|your|our|all|checks?|everything|it|them|who|what|how|which)\b",
        card.question,
    )
    if found and found[1] in words("imperatives"):
        return "an order, not a statement"
    if clause is None or not clause.subject:
        return ""
    first = clause.subject[0]
    bare = first == 0 and clause.parse.tags[first] in ("VB", "VBP") and clause.parse.deps[first] in ("csubj", "advcl")
    return "an order, not a statement" if bare and clause.parse.lower[first] in words("imperatives") else ""


def asks_why_it_is_when(card: Candidate) -> str:
    """For "a split brain is when two nodes lead, because ...": why a thing is what it is, is no question."""
    clause = card.clause
    if clause is None or clause.lemma != "be" or not card.question.startswith("Why "):
        return ""
    when = next((unit for unit in clause.units if unit.role == "condition" and unit.marker == "when"), None)
    bare = when is not None and not when.fronted and when.tokens[0] == clause.verb + 1
    return "it says what a thing is, not why" if bare else ""


def stands_in_for_a_verb(card: Candidate) -> str:
    """For "everybody does, from their own desk": "do" stands for the verb of the clause before."""
    clause = card.clause
    if clause is None or clause.lemma != "do" or clause.unit("object", "content", "infinitive") is not None:
        return ""
    active = clause.parse.child(clause.verb, "auxpass") is None and card.rule.asks != "how-to"
    asked = re.search(r"^(?:What|Who)\b|, (?:what|who) ", card.question)
    return "'do' stands for another verb" if active and asked else ""


def tells_what_happened(card: Candidate) -> str:
    """For "if someone takes screenshots, something has gone wrong": that shows it, it doesn't follow from it."""
    if card.rule.name != "what-happens":
        return ""
    if re.search(r"\b(?:is|are|am)(?: \w+)? \w{2,}ing\b", card.answer):
        return "what goes on is not what happens"  # "the team is still waiting"
    before = re.search(r"\b(?:has|have|'s|'ve) (?:\w+ )?\w+(?:ed|en|ne)\b", card.answer)
    return "it happened before, not then" if before else ""


def way_of_doing(card: Candidate) -> str:
    """For "run in log-only mode": a way of running, nothing that one runs in."""
    asked = card.question.startswith("What ") and re.search(r"\bin\b[^,]*\?$", card.question)
    return "it is how, not what" if asked and WAY.search(card.answer) else ""
