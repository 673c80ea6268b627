"""Reasons that stand beside what they explain: in the sentence before or behind, or in brackets.

A sentence that begins with so, therefore, as a result has its reason before it; "heroics don't last - we need rest"
has it before the dash; "don't compare teams by it (it's a relative measure)" in the brackets; "a replica is no backup.
It copies mistakes as well" in the sentence behind, as "alerts need an owner. Otherwise, they stay for ever" has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flashcards.language.antecedents import is_expletive
from flashcards.language.clause import Clause, Unit
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

LONGEST = 14  # words of a reason that can still be one answer
PRONOUNS = {
    "it": "it",
    "this": "it",
    "that": "it",
    "they": "they",
}  # what stands on a card for what a sentence takes up
TAKES_UP = re.compile(
    r"(?P<who>it|they|this|that|(?:each|every) [a-z]+)(?:'ll| will| can| may| might| often| only| just| also)? [a-z]",
    re.IGNORECASE,
)
WITHOUT = re.compile(r"without (?:it|them|that|this|one)(?:,| (?=you|we|they|it|the|there)) ?", re.IGNORECASE)
RISK = re.compile(
    r"(?:afterwards|later|then|by then|otherwise)?,? ?you(?:'ll| will| may| might| could| can only| only) (?=\w+ )",
    re.IGNORECASE,
)  # "you'll only make it worse"
LONGEST_BEHIND = 18  # words of a sentence that explains the one before
OTHERWISE = re.compile(r"otherwise,? (?=\w)", re.IGNORECASE)
COUNTED = re.compile(
    r"\w+ (?:has|have|comes? in|consists?|includes?)(?: of)? (?:two|three|four|five|six|many|several)\b"
)
JUDGEMENT = re.compile(
    r"\b(?:best|better|good|bad|worse|worst|right|wrong|great|fine|ok|okay)\b", re.IGNORECASE
)  # no reason
TIES = (";", "-", ":")  # marks that tie a sentence to the one before
BETTER_OFF = re.compile(
    r"\b(?:(?!after|never|over|under|other|however|whether)[a-z]{3,}er|more|less) (?!than\b)|\b[a-z]{3,}er$",
    re.IGNORECASE,
)
BRACKETED = re.compile(
    r"(?:because |since )(?P<why>\S+ \S+ .+)|(?P<it>(?:it|they|that|this)(?:'s|'re| is| are) (?!(?:from|by|related"
    r"|what|how|why|where|also|not|in|on|like|an? (?:quote|lesson|reference|nod))\b).+)"
)


def find_cause(sentence: Sentence) -> None:
    """Set `cause` to the reason in words, and let every clause be asked why, where that is sound."""
    reason = _in_brackets(sentence) or _behind(sentence) or _before(sentence) or _explained(sentence)
    if not reason or not sentence.clauses or sentence.clauses[0].unit("reason") is not None:
        return
    sentence.cause = reason
    whole = Unit("cause", -1, (), ())
    sentence.clauses[:1] = [replace(clause, units=(*clause.units, whole)) for clause in sentence.clauses[:1]]


def _in_brackets(sentence: Sentence) -> str:
    """The reason in brackets at the sentence's end."""
    for aside in sentence.segment.asides:
        found = BRACKETED.fullmatch(aside.text)
        last = sentence.segment.text.rstrip(".").split()[-1:]  # before it, the words may have been put plainly
        at_end = aside.form == "parenthesis" and aside.before.rstrip(".").split()[-1:] == last
        if found and at_end and len(aside.text.split()) <= LONGEST:
            return found["why"] or re.sub(r"^(?:that|this)\b", "it", found["it"])
    return ""


def _behind(sentence: Sentence) -> str:
    """The reason behind a comma: "avoid heroics, they hide the real problem"."""
    after = sentence.after
    reason = after is not None and after.segment.joint == "because" and len(after.text.split()) <= LONGEST
    if after is not None and JUDGEMENT.search(after.text):
        return ""
    return after.text.rstrip(".!") if after is not None and reason else ""


def _before(sentence: Sentence) -> str:
    """The sentence before, where this one says that it follows from it."""
    from flashcards.wording.phrase import render

    before = sentence.before
    if before is None or len(before.clauses) != 1 or before.segment.end == "?":
        return ""
    reason = before.clauses[0]
    joint = sentence.segment.joint
    if joint not in ("so", "how") and not (joint == "-" and _calls_for(reason, sentence)):
        return ""
    if reason.subject_kind not in ("noun", "name", "we", "you", "clause", "there") or reason.imperative or reason.past:
        return ""
    tokens = sorted({*reason.subject, *reason.aux, *reason.predicate})
    if len(tokens) > LONGEST or reason.unit("reason") is not None:
        return ""
    return render(before, reason, tokens)


def _explained(sentence: Sentence) -> str:
    """The sentence behind, where it says why something is not so, or what comes of the advice, or of not taking it."""
    after = sentence.after
    if after is None or len(sentence.clauses) != 1 or sentence.segment.end == "?" or after.segment.end == "?":
        return ""
    clause, text = sentence.clauses[0], re.sub(r", so (?!that\b).*$", "", after.text.rstrip(".!"))
    if len(text.split()) > LONGEST_BEHIND or after.segment.joint not in ("", *TIES) or clause.past:
        return ""
    advised = clause.imperative or bool(clause.modals & {"should", "must", "need", "have"})
    if advised and not clause.negated and (otherwise := OTHERWISE.match(text)) and _says(after):
        return f"otherwise {text[otherwise.end() :]}"
    if advised and not clause.negated and (without := WITHOUT.match(text)):
        return f"{without[0].lower()}{text[without.end() :]}"
    tied = clause.negated or after.segment.joint in TIES
    if clause.imperative and tied and (risk := RISK.match(text)):
        return f"{risk[0].lower()}{text[risk.end() :]}"
    forbidden = clause.imperative and clause.negated and after.segment.joint in TIES
    if forbidden and _says(after) and "will" in after.clauses[0].modals:
        return f"{text[:1].lower()}{text[1:]}"
    if _told_outright(clause, text) or (after.segment.joint == ":" and _tells_of_danger(sentence)):
        return f"{text[:1].lower()}{text[1:]}"
    said = TAKES_UP.match(text)
    if said is None or not after.clauses or after.elided or COUNTED.match(text):
        return ""
    who = said["who"].lower()
    if advised and who in ("it", "they") and _speaks_for(after, text):
        return f"{who}{text[len(who) :]}"
    if not _may_explain(after.clauses[0]):
        return ""
    if advised and after.clauses[0].lemma in words("effects_of_advice") and who in PRONOUNS:
        return f"{PRONOUNS[who]}{text[len(who) :]}"
    judged = _denied_or_bad(sentence, clause) and who not in ("this", "that")
    return f"{who}{text[len(who) :]}" if judged and clause.subject_kind in ("noun", "name", "clause") else ""


def _says(after: Sentence) -> bool:
    """Whether a sentence has a subject of its own, and is no order."""
    return any(clause.subject and not clause.imperative for clause in after.clauses[:1])


def _tells_of_danger(sentence: Sentence) -> bool:
    """For "silence is dangerous: people assume that somebody is on it": what is behind the colon says why."""
    after = sentence.after
    said = after is not None and _says(after) and not after.clauses[0].past
    return said and _denied_or_bad(sentence, sentence.clauses[0])


def _told_outright(clause: Clause, text: str) -> bool:
    """For "smaller teams help. There is less to agree on", "outsourcing doesn't work. The costs exceed the savings"."""
    if clause.modals or clause.subject_kind not in ("noun", "name", "clause"):
        return False
    state = clause.unit("complement")
    if state is not None and clause.parse.tags[state.head] == "JJR" and not clause.negated:
        return re.match(r"there(?:'s| is| are) (?:no|less|fewer|more|nothing) ", text, re.IGNORECASE) is not None
    if len(clause.predicate) > 2:
        return False
    if clause.negated and clause.lemma in ("work", "help", "scale"):
        outweighs = r"the \w+(?: \w+)? (?:often |usually |far |soon )*(?:exceeds?|outweighs?|outgrows?|outnumbers?) "
        told = r"the (?:costs?|benefits?|risks?|savings?|problems?) "
        return re.match(f"{told}|{outweighs}", text, re.IGNORECASE) is not None
    helps = clause.lemma == "help" and not clause.negated and len(clause.predicate) < 2
    return helps and re.match(r"there (?:is|are) ", text, re.IGNORECASE) is not None


def _speaks_for(after: Sentence, text: str) -> bool:
    """Whether a sentence behind advice can only be its reason: tied to it by a mark, or in comparing words."""
    reason = after.clauses[0]
    if reason.past or is_expletive(reason) or JUDGEMENT.search(text) or reason.modals & {"should", "must", "need"}:
        return False
    compares = BETTER_OFF.search(text) is not None
    return compares or (after.segment.joint in TIES and reason.lemma != "be")


def _may_explain(reason: Clause) -> bool:
    """Whether a clause that takes up the one before says what it does, not what it is or was."""
    caused = reason.unit("reason") is not None  # "it appears because the docs are old": that explains itself
    return not (
        reason.past or reason.negated or caused or reason.lemma in ("be", "need", "have") or is_expletive(reason)
    )


def _denied_or_bad(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause says that something isn't so ("is no backup"), or is bad ("is risky")."""
    if clause.lemma != "be" or clause.modals:
        return False
    if clause.negated:
        return not {"just", "only", "merely", "simply", "always", "necessarily"} & set(sentence.parse.lower)
    state = clause.unit("complement")
    if state is None:
        return False
    tied = sentence.after is not None and sentence.after.segment.joint in TIES
    compared = any(clause.parse.tags[i] in ("JJR", "RBR") for i in state.tokens)  # "is worse than none: it ..."
    return clause.parse.lower[state.head] in words("bad_states") or (tied and compared)


def _calls_for(reason: Clause, sentence: Sentence) -> bool:
    """Whether a bad state before a dash calls for what should be done behind it."""
    done = sentence.clauses[0] if sentence.clauses else None
    if done is None or not (done.imperative or done.modals & {"should", "must", "need", "have"}) or reason.modals:
        return False
    state = reason.unit("complement")
    bad = state is not None and reason.parse.lower[state.head] in words("bad_states")
    compared = state is not None and any(reason.parse.lower[i] in ("same", "different") for i in state.tokens)
    lacking = reason.negated and not compared
    return reason.lemma == "be" and (lacking or bad) and reason.subject_kind in ("noun", "name", "clause")
