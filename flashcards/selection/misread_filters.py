"""Hard filters against what the parser misread and only the finished card shows."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.lexicon import words

STRANDED = re.compile(
    r"^(?:What|Who) (?:is|are) [^,]+ from\?$|\babout (?:well|right|better)\?$|, .* all\?$"
    r"|^Why \w+n't .* (?:frequently|usually|sometimes|mostly|commonly|typically) "
    r"|^(?:How|When)\b.* (?<!be )(?:around|over|about|nearly|almost)\?$"
)


def cut_from_its_list(card: Candidate) -> str:
    """For "through an ending, a lull, and a start": one thing as the answer, the other two left in the question."""
    listed = re.search(r"^.*[a-z], [^,]{3,40}, and (?:an? |the )?[\w' -]{3,40}\?$", card.question)
    clause = card.clause
    if not listed or clause is None or card.tokens == frozenset(clause.subject) or not card.tokens:
        return ""
    after = max(card.tokens) + 1
    parse = clause.parse
    loose = after < len(parse.words) and parse.lower[after] == "," and " and " not in card.answer
    return "the answer is cut out of a list" if loose else ""


def list_cut_short(card: Candidate) -> str:
    """For "work that is manual, repetitive, and dull": an answer that stops before the last of them."""
    listed = card.answer.rstrip(".")
    if "," not in listed or " and " in listed or " or " in listed or card.clause is None or card.rule.asks == "list":
        return ""
    return "the answer breaks off in a list" if _behind_the_answer(card).startswith(",") else ""


def _behind_the_answer(card: Candidate) -> str:
    """What the post says right after the words of the answer; "" where it doesn't have them so."""
    text, answer = card.sentence.segment.text, card.answer.rstrip(".")
    at = text.lower().find(answer.lower())
    return text[at + len(answer) :] if at >= 0 else ""


def sets_lengths_against(card: Candidate) -> str:
    """For "How long do branches live, rather than weeks?": nobody asks for a length so."""
    against = card.question.startswith(("How long ", "How many ")) and ", rather than " in card.question
    return "a figure is set against another in the question" if against else ""


def runs_on(card: Candidate) -> str:
    """For "Who asks somebody, that person repeats it, and they report?": the next clause got into the question."""
    asked = re.split(r"\b(?:if|when|once|where|because|unless)\b", card.question, maxsplit=1)[0]
    more = r", and (?:then )?(?:they|he|she|we|you|it|that|practice|use|make|put|keep|try|let|share|ask)\b"
    orders = re.findall(r", (?:and |then )?(\w+) (?:a|an|the|one|your|our|it|them) ", asked)
    ordered = asked.startswith(("What should", "Who should", "Where should")) and bool(
        set(orders) & words("imperatives")
    )
    found = ordered or re.search(more, asked)
    return "the next clause got into the question" if card.clause is not None and found else ""


def strands_a_preposition(card: Candidate) -> str:
    """For "What is growth from?", "How long did it take over?": the word left behind says nothing there."""
    return "a word is left behind in the question" if STRANDED.search(card.question) else ""


def examples_left_behind(card: Candidate) -> str:
    """For "It hides the work, like reviews": examples of the answer that got into the question."""
    after = re.match(r", (?:like|such as|including|especially) (\w+)", _behind_the_answer(card))
    left = after is not None and card.clause is not None and after[1] in card.question
    return "examples of the answer stand in the question" if left else ""


def told_of_nobody(card: Candidate) -> str:
    """A length from a story ("How long did it take to change a library?") or a month without its year."""
    long_ago = re.match(r"How long (?:did|was|were)\b", card.question) and not re.search(
        r"\d|\b[A-Z]", card.question[1:]
    )
    month = re.fullmatch(
        r"(?:[Ii]n )?(?:January|February|March|April|May|June|July|August|September|October|November|December)",
        card.answer,
    )
    return "whose story it is, the post says" if long_ago or month else ""


def everyday_habit(card: Candidate) -> str:
    """For "New flaws get published every day": without a figure, how often something just happens is no news."""
    clause = card.clause
    asked = (
        clause is not None and card.question.startswith("How often ") and not clause.modals and not clause.imperative
    )
    bare = asked and re.fullmatch(
        r"every (?:\w+ )?(?:day|week|month|year|night|morning|sprint)", card.answer, re.IGNORECASE
    )
    return "how often it just happens is no news" if bare else ""


def precondition_as_time(card: Candidate) -> str:
    """For "When do alarms need to be heard? Before we can help": what has to be done first is no time."""
    asked = re.match(r"When (?:do|does) .* need to\b", card.question)
    return "a precondition is no time" if asked and card.answer.startswith("Before ") else ""


def purpose_of_another(card: Candidate) -> str:
    """For "lose the information that we need in order to improve": the purpose is that of the need, not of the loss."""
    clause = card.clause
    if clause is None or card.rule.asks != "purpose":
        return ""
    wants = r" (?:that|which)?\s?(?:we|you|they|people|teams|it) (?:need|want|use|have|take|do)\?$"
    return "the purpose is that of a clause inside" if re.search(wants, card.question) else ""


def agent_takes_up_itself(card: Candidate) -> str:
    """For "collected by the pipeline as it runs": "it" in the question stands for the answer."""
    clause = card.clause
    if (
        clause is None
        or card.rule.asks != "agent"
        or not card.tokens
        or clause.parse.child(clause.verb, "auxpass") is None
    ):
        return ""
    after = [i for i in clause.predicate if i > max(card.tokens)]
    back = [
        i for i in after if clause.parse.lower[i] in ("it", "its", "they", "their", "them") and i not in clause.swaps
    ]
    return "the question takes up its own answer" if back and not set(back) & card.tokens else ""


def number_as_subject(card: Candidate) -> str:
    """For "only 15 are left": of what, the clause before said."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject_head in clause.swaps:
        return ""
    head = clause.subject_head
    bare = (clause.parse.tags[head] == "CD" or clause.parse.words[head][0].isdigit()) and len(clause.subject) < 3
    return "nothing on the card says how many of what" if bare else ""


def order_read_as_name(card: Candidate) -> str:
    """For a list's item "move writes one by one": an order whose first word the parser took for a subject."""
    clause = card.clause
    if clause is None or len(clause.subject) != 1 or clause.subject[0] != 0 or clause.verb != 1:
        return ""
    item = card.sentence.item
    bare = (
        clause.parse.tags[0] == "NN" and clause.parse.tags[1] == "VBZ" and clause.parse.lower[0] in words("imperatives")
    )
    return "an order, not a statement" if item and bare else ""
