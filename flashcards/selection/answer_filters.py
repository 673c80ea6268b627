"""Hard filters that look at the answer: its words, its length, its ends."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.clause import Clause
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, word_count
from flashcards.selection.empty_answer_filters import LIST_KINDS

ASKING = r"(?:how|what|why|where|who|when)"
INDIRECT = re.compile(rf"^(?!{ASKING}\b|that\b).+, and {ASKING} ", re.IGNORECASE)
KIND_ASKED = re.compile(r"(?:[^,]*, )?what kind of ([\w -]+?) (?:is|are|was|were|do|does|can|should)\b", re.IGNORECASE)
MOVES = re.compile(r"To (?:put|place|keep|bring|take|use) (?:behind|in|on|into|under|at|with)\b")
GOES_ON = re.compile(r",? and (?:how|what|why|where|whether|that)\b")
LONGEST_ANSWER, LONGEST_LIST = 14, 26  # words
LONGEST = {"cause": 20, "purpose": 18, "condition": 16, "definition": 22, "contrast": 20}  # words, by what is asked


def answers_twice(card: Candidate) -> str:
    """Like "gathering the people, and how they will talk": a thing and a question are no two things of a kind."""
    return "the answer is of two kinds" if INDIRECT.search(card.answer) else ""


def prescribes_how(card: Candidate) -> str:
    """An answer to "how" that says what must be, not how it is done."""
    how = card.rule.asks == "how-to" and re.match(r"how\b", card.question, re.IGNORECASE)
    return "the answer says what must be, not how" if how and re.search(r"\b(?:must|should)\b", card.answer) else ""


def breaks_off(card: Candidate) -> str:
    """An answer that ends in the middle of a phrase."""
    if re.search(r"(?<!how) (?:they|it|we|you) (?:are|is)$", card.answer) and not re.match(
        r"(?:what|who|where|how|why)\b", card.answer, re.IGNORECASE
    ):
        return "the answer breaks off"  # "professionals they are"
    if card.rule.asks == "purpose" and re.match(r"To \w+ (?:through|about|over|with|from|on)$", card.answer):
        return "the answer breaks off"  # "a case to talk through": what one talks through is the case
    if re.fullmatch(r"(?:\w+ ){1,2}(?:will|won't|can|can't|does|do|doesn't|don't)", card.answer, re.IGNORECASE):
        return "the answer breaks off"  # "nobody will": do what, the post says
    if card.question.startswith("What happens ") and re.match(
        r"(?:It|They|You)(?: is| are|'s|'re) (?:\w+ing\b|(?:just |only )?(?:an?|the) )", card.answer
    ):
        return "the answer says what it means, not what happens"
    if re.search(r"^\w+ing and (?:start|begin|stop|go|do)\b", card.answer):
        return "the answer breaks off"  # "we stop reviewing and start skimming": two verbs
    if re.match(r"Because needing ", card.answer):
        return "the answer breaks off"  # "you need patient people. This is rare": the people are, not the need
    if re.search(r", (?:an?|one|two|three|four|five|six|\d+) \w+ (?:if|when)\b", card.answer):
        return "the answer breaks off"  # "if you let it happen, two weeks if you design it"
    if re.search(r"\w, (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$", card.answer):
        return "the answer breaks off"  # "six people, eight"
    if re.fullmatch(r"[\w-]+ (?:for|of|with|from|by|at)", card.answer):
        return "the answer breaks off"  # "accept comments for 24 hours"
    if card.answer.startswith("The ones ") and re.search(r", and (?:let|make|keep|use|don't|have|do)\b", card.answer):
        return "the answer breaks off"  # "test for the outcomes people depend on, and let the tool format"
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


def cut_from_its_phrase(card: Candidate) -> str:
    """For "ends up in front of a lawyer", "great for a report and useless for a driver": a part of a phrase."""
    part = re.match(r"(?:front|favou?r|spite|case|charge|line|need|search|touch) of\b", card.answer, re.IGNORECASE)
    moved = card.rule.asks == "purpose" and MOVES.match(card.answer)  # "an app to put behind the proxy"
    goes_on = card.rule.name == "good-for" and re.search(r" and \w+ (?:for|to|at|with|of) ", card.answer)
    goes_on = goes_on or re.search(r"\w, (?:need|want|have to) ", card.answer)  # "so calls stay short, need a rota"
    return "the answer breaks off" if part or moved or goes_on else ""


def answer_is_long(card: Candidate) -> str:
    """An answer too long to be recalled as one fact, or a list with a question in it."""
    asked_for = re.search(r"\b(?:questions|ask|asks)\b", card.question)
    asking = re.sub(r"\([^()]*\)", "", card.answer)
    if card.rule.asks in LIST_KINDS and "?" in asking and not asked_for:
        return "a question stands in the list"
    listed = card.rule.asks in LIST_KINDS or ";" in card.answer
    longest = LONGEST_LIST if listed else LONGEST.get(card.rule.asks, LONGEST_ANSWER)
    longest = min(longest, LONGEST_ANSWER) if card.rule.name == "about" else longest
    return f"the answer has more than {longest} words" if word_count(card.answer) > longest else ""


def answer_given_away(card: Candidate) -> str:
    """The answer's own words stand in the question, or those of the first item that it lists."""
    first = content_words(card.answer.split("; ")[0]) if "; " in card.answer and card.rule.asks == "list" else []
    if len(first) > 2 and all(word in content_words(card.question) for word in first):
        return "the question gives the answer away"
    question, answer = set(content_words(card.question)), content_words(card.answer)
    stems = {_stem(word) for word in question}
    kind = KIND_ASKED.match(card.question) if card.rule.name.startswith("what-kind") else None
    if kind and re.match(rf"(?:an? |the )?{re.escape(kind[1])}\b", card.answer, re.IGNORECASE):
        return "the question gives the answer away"  # "a planning aid, local to one team"
    if " instead of " in card.question:
        if not all(_stem(word) in stems for word in answer):
            return ""  # "wrap the old system" instead of "rewriting the old system"
        if len(answer) > 1:
            return "the question gives the answer away"  # "bring X to Y" instead of "bringing Y to X"
    new = set(answer) - question - {"help", "support"}
    for_itself = card.question.startswith("Why ") and card.rule.asks == "purpose" and answer and answer[-1] in question
    if for_itself and len(new) < 3:
        return "the question gives the answer away"  # a "response framework" for an effective response
    allowed = (
        1
        if " kind of " in card.question or card.question.startswith(("Which ", "How many ", "At what ", "On what "))
        else 0
    )
    answer = [word for word in answer if word not in words("anybody")] or answer
    answer = [word for word in answer if not word.endswith("ly")] or answer
    shared = [word for word in answer if word in question]
    if not answer or not shared:
        return ""
    if card.rule.name in ("defined-as", "seen-as", "better-than", "works-better") and answer[0] not in question:
        return ""  # "middle managers are called the frozen middle", "wrong metrics are worse than no metrics"
    leads_to = card.clause is not None and card.clause.lemma in words("effect_verbs") | {
        "cascade",
        "turn",
        "grow",
        "lead",
    }
    short = card.clause is not None and len(card.clause.subject) < 4
    if leads_to and short and len(set(answer)) == 2 and answer[0] not in question:
        return ""  # "local outages grow into global outages"
    part = (len(set(shared)) - allowed) / len(set(answer))
    if part > 0.5 or (part == 0.5 and answer[-1] in question):
        return "the question gives the answer away"
    return ""


def _stem(word: str) -> str:
    """What "moving" and "move" have in common, and "bringing" and "bring"."""
    return (word.removesuffix("ing") if len(word) > 5 else word).removesuffix("e")[:6]


def says_no_number(card: Candidate) -> str:
    """An answer to "how much" or "how many" that doesn't begin with how much or how many."""
    asks = re.match(r"how (?:much|many)\b", card.question, re.IGNORECASE)
    says = re.match(
        r"(?:\W*\d|(?:about|over|at|up|less|more|fewer|nearly|almost|around|only|no|none|not|a|an|half|all|most|as|too|very|one|two"
        r"|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)\b)",
        card.answer,
        re.IGNORECASE,
    )
    return "the answer doesn't say how much" if asks and not says else ""


def compares_in_question(card: Candidate) -> str:
    """Like "Why was the new tool better?": than what, only the post says."""
    if re.match(r"Why (?:is|are) .* different\?$", card.question):
        return "the question compares with something it doesn't name"
    clause = card.clause
    state = clause.unit("complement") if clause is not None else None
    if clause is None or state is None or not _more_so(clause, state.head) or set(state.tokens) & card.tokens:
        return ""
    if clause.unit("object") is not None:
        return ""  # "makes an outage worse": than it was
    if re.match(r"Why .* (?:\w+er|more \w+) to \w+(?: (?:from|with|in|on|for))?\?$", card.question):
        return ""  # "why are workloads with a state harder to move?": than others
    if re.search(r"\b(?:more|less|grows?|increases?|get \w+er|gets \w+er|bigger)\b", card.answer):
        return ""  # "each release is riskier, because changes get bigger": than before
    if card.rule.asks == "cause" and len(content_words(card.question)) > 3:
        return ""  # "why is the removal of old screens cheaper?": than it would be
    named = " than " in f"{card.question} {card.answer}"
    return "" if named else "the question compares with something it doesn't name"


def _more_so(clause: Clause, head: int) -> bool:
    """Whether a state is compared: "harder", "more difficult"."""
    parse = clause.parse
    more = any(parse.lower[i] in ("more", "less") for i in parse.children(head, "advmod"))
    return parse.tags[head] == "JJR" or (more and parse.tags[head] == "JJ")


def counts_what_follows(card: Candidate) -> str:
    """For "collect three numbers: lead time, ...": what they are is the answer, and it stands behind the colon."""
    counted = re.fullmatch(
        r"(?:only |these |the )?(?:one kind of|two|three|four|five|six|seven|\d+) (?:[\w-]+ ){0,2}\w+",
        card.answer,
        re.IGNORECASE,
    )
    if re.fullmatch(
        r"(?:two|three|four|five|six) (?:types|kinds|ways|forms|parts|things|groups|steps)", card.answer, re.I
    ):
        return "what it counts is the answer"
    after = card.sentence.after
    listed = card.sentence.listing is not None or (after is not None and after.segment.joint == ":")
    return "what it counts is the answer" if counted and listed else ""


def denies(card: Candidate) -> str:
    """An answer that only says what something is not."""
    if card.rule.asks == "effect" and re.search(
        r"\b(?:won't|doesn't|don't|will not) (?:\w+ )?(?:help|mean)\b", card.answer
    ):
        return "the answer is a denial"  # "a monthly forecast won't help": no result
    none = card.clause is not None and card.rule.asks in ("fact", "advice") and card.rule.name != "about"
    if none and re.match(r"No [a-z]+", card.answer):
        return "the answer is a denial"  # "drills should carry no penalty"
    return "the answer is a denial" if re.match(r"(?:not|n't)\b", card.answer, re.IGNORECASE) else ""


def _ends_there(card: Candidate) -> bool:
    """Whether another clause, with a subject of its own, begins behind the answer."""
    clause, last = card.clause, max(card.tokens)
    if clause is None:
        return False
    others = [other for other in card.sentence.clauses if other.verb > last and other.subject]
    return any(clause.parse.heads[other.verb] == clause.verb and other.subject[0] > last for other in others)


def cut_short(card: Candidate) -> str:
    """The parser ended the answer before its last word: what follows belongs to no part of the clause."""
    clause = card.clause
    if clause is None or not card.tokens:
        return ""
    text, answer = card.sentence.text.lower(), card.answer.lower()
    more = r",? (?:and\b|but (?!you\b|we\b|they\b|it\b|that\b|this\b|there\b))"
    if card.rule.name.startswith("definition"):
        told = any(f"{answer}, and {word} " in text for word in ("who", "which", "that"))
        if told or (re.search(re.escape(answer) + more, text) and not _ends_there(card)):
            return "the answer breaks off"
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
