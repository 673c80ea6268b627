"""What a question ends with beside its clause: "according to a survey", "rather than utilization"."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.parse import Parse
from flashcards.language.segments import LEADING_LABEL, SURVEY
from flashcards.language.sentence import Sentence
from flashcards.wording.errors import NoWording

TOLD_BY = re.compile(
    r"(?:observation|quote|advice|tip|lesson|wisdom|idea|finding|report|rule|claim)s? (?:from|by|of)"
    r" (?!an? |the |my |our |all )(?P<who>[\w.' -]+)",
    re.IGNORECASE,
)

PLAIN_SOURCE = re.compile(
    r"^(?:The|A|An|One|Some|Two|Three|Several|Data|Research|Studies|Surveys|Statistics|Evidence|Experience)\b"
)
WHOLE = ("condition", "reason", "content")  # a clause as an answer: what is contrasted stands within it


def trailing(sentence: Sentence, clause: Clause, gap: Unit | None) -> str:
    """The contrast that the answer stands against, and who says so; "" where there is neither."""
    source = _source(sentence, clause)
    if any(other.predicate and other.predicate[-1] > max(clause.predicate, default=0) for other in sentence.clauses):
        return source  # the contrast, at the sentence's end, is another clause's
    if gap is None and clause.lemma == "be":  # the complement stands in the question, and so does what it isn't
        return "".join(f", rather than {a.text}" for a in sentence.segment.asides if a.form == "contrast") + source
    if gap is None or not gap.gap or not clause.predicate or gap.gap[-1] != clause.predicate[-1]:
        return source
    stranded = f"{gap.marker} " if gap.role in ("prepositional", "gerund") else ""
    contrasts = [
        f", rather than {aside.text.removeprefix(stranded)}"
        for aside in sentence.segment.asides
        if aside.form == "contrast" and gap.role not in WHOLE and not _unlike(clause.parse, gap, aside.text)
    ]
    if not contrasts and not source and clause.rather_than and gap.role in ("object", "prepositional", "complement"):
        contrasts = [f", rather than {clause.rather_than}"]
    return "".join(contrasts) + source


def _source(sentence: Sentence, clause: Clause) -> str:
    if clause.source:
        if clause.swaps.get(clause.subject_head, "").lower() == clause.source.lower():
            raise NoWording  # what somebody thinks of themselves is no fact of them
        return f", according to {PLAIN_SOURCE.sub(lambda found: found[0].lower(), clause.source)}"
    told_by = TOLD_BY.fullmatch(sentence.segment.label)
    if told_by:
        return f", according to {told_by.group('who')}"
    if LEADING_LABEL.match(sentence.segment.label):
        return ""  # "in a poll of lenders, ..." says so in front
    return ", according to a survey" if SURVEY.search(sentence.segment.label) else ""


def _unlike(parse: Parse, gap: Unit, contrast: str) -> bool:
    """Whether a quality is set against a thing ("more central rather than old models"): no question says that well."""
    last = contrast.split()[-1]
    thing = last.endswith("s") and not last.endswith(("ss", "ous", "less"))
    if gap.role == "purpose" and not contrast.startswith("to "):
        return True  # "to scale the organization, not the software" is set against a part of it
    quality = any(parse.tags[i].startswith("JJ") for i in (gap.head, gap.gap[-1]))
    if thing and parse.lower[gap.gap[0]] in ("more", "less"):
        return True
    if quality and re.match(r"\w+ed \w", contrast):
        return True  # "central, rather than kept apart by teams" gives the answer away
    return thing and any(parse.tags[i].startswith("JJ") for i in (gap.head, gap.gap[-1]))
