"""The condition that a sentence takes over from the one before: "When X, we do A. We don't do B." holds when X, too."""

from __future__ import annotations

import re

from flashcards.language.antecedents import points_back
from flashcards.language.clause import Clause
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

MARKERS = ("when", "whenever", "if", "while", "during", "once")
LONGEST = 8  # words
NO_PLACES = frozenset("fact year years case cases way ways time days end practice".split())  # behind "in", "with"
OWNED = re.compile(
    r"(?:Among the|One of the|Some of the|Some|An?|Another|One)(?: \w+)? (?:benefit|advantage|drawback|downside|risk"
    r"|consequence|cost|property)s? (?:of|with|from|to) (?P<of>(?!this|that|these|those)[\w' -]{2,40})"
)
ADJUNCT = re.compile(
    r"(?:for|in|on|at|with|by|from|to|before|after|during|when|if|my|our|his|her|their|this|another|one|some|next"
    r"|last|first) ",
    re.IGNORECASE,
)
COUNTS = frozenset("two three four five six seven eight nine ten some several many".split())
TURNS = re.compile(r"(?:however|but|instead|otherwise|also|then|in general|usually|always)\b", re.IGNORECASE)


def find_scope(sentence: Sentence) -> None:
    """Set `sentence.scope` where the sentence before is about one case and this one goes on about the same people.

    Or where its label says what it holds with ("Among the benefits of X: ...").
    """
    before = sentence.before
    led = before.text if before is not None and not before.clauses and sentence.segment.joint == ":" else ""
    owned = OWNED.fullmatch(sentence.segment.label or led)
    if owned:
        doing = owned.group("of").split()[0].endswith("ing")
        sentence.scope = f"{'when' if doing else 'with'} {owned.group('of')}"
        return
    if within := _within_label(sentence.segment.label):
        sentence.scope = within
        return
    if before is None or not before.clauses or not sentence.clauses or sentence.item or sentence.segment.label:
        return
    clause, earlier = sentence.clauses[0], before.clauses[0]
    if TURNS.match(sentence.text) or any(u.fronted or u.role == "condition" for u in clause.units):
        return
    if (
        sentence.segment.joint in (";", "-", ".", "")
        and clause.subject
        and clause.parse.lower[clause.subject[0]] == "the"
    ):
        sentence.scope = _topic(before, earlier)
    if clause.imperative and sentence.segment.joint in ("-", ";", ":"):
        sentence.scope = before.scope if earlier.imperative else _undertaking(before, earlier)
        return
    if not _same_people(sentence, clause, earlier, bool(before.scope)):
        if sentence.segment.joint in ("", "-", ";") and _anybody(clause):
            sentence.scope = _case(before, earlier, places=True)
        return
    sentence.scope = before.scope or _case(before, earlier)


def _within_label(label: str) -> str:
    """The label as the frame of what stands behind it: "New view: ..." is said in the new view."""
    named = label.split()
    if not 2 <= len(named) <= 4 or not named[-1][:1].isalpha() or label.endswith("s") or ADJUNCT.match(label):
        return ""
    if named[0].lower() in COUNTS or "of" in named:
        return ""  # "four kinds of meeting: ...": what is counted, not where
    if len(named) == 2 and named[0].lower() in ("a", "an", "another"):
        return ""  # "a view: ..."
    if named[-1].lower() not in words("frames"):
        return ""
    bare = named[0].lower() in ("the", "a", "an") or named[-1].lower().endswith(("ment", "tion", "ing", "ity"))
    plain = label if any(char.isupper() for char in named[0][1:]) else label[:1].lower() + label[1:]
    return f"in {plain}" if bare else f"in the {plain}"


def _same_people(sentence: Sentence, clause: Clause, earlier: Clause, within: bool) -> bool:
    they = sentence.parse.lower[clause.subject_head] == "they" if clause.subject else False
    if clause.past or earlier.past:
        return False
    taken_up = they and clause.swaps.get(clause.subject_head, "").lower() == earlier.parse.text(earlier.subject).lower()
    if taken_up and len(earlier.subject) == 1:
        return True  # "when a cable is cut, crews move fast. They can't ..."
    return (clause.subject_kind in ("we", "you") and earlier.subject_kind == clause.subject_kind) or (they and within)


def _anybody(clause: Clause) -> bool:
    """Whether the subject is people in general or one of a kind, which only what was said before narrows down."""
    parse = clause.parse
    if not clause.subject or clause.past or clause.unit("reason") is None or clause.subject_head in clause.swaps:
        return False
    first = parse.lower[clause.subject[0]]
    return first in ("people", "you", "we", "teams") or (first in ("a", "an") and len(clause.subject) == 2)


def _topic(sentence: Sentence, clause: Clause) -> str:
    """For "X is an approach that ...; the code is ...": in X."""
    from flashcards.wording.phrase import noun_phrase

    complement = clause.unit("complement")
    if (
        clause.lemma != "be"
        or clause.negated
        or clause.past
        or complement is None
        or clause.subject_kind not in ("noun", "name")
        or clause.parse.lower[complement.head] not in words("topic_heads")
        or clause.parse.lower[complement.gap[0]] not in ("a", "an")
        or points_back(sentence, clause.subject)
    ):
        return ""
    return f"in {noun_phrase(sentence, clause, clause.subject, clause.subject_head)}"


def _undertaking(sentence: Sentence, clause: Clause) -> str:
    """For "Moving house is hard work - pack early": when moving house."""
    from flashcards.wording.phrase import render

    gerund = clause.subject_kind == "clause" and clause.parse.tags[clause.subject[0]] == "VBG"
    if not gerund or clause.lemma != "be" or len(clause.subject) > LONGEST or points_back(sentence, clause.subject):
        return ""
    done = render(sentence, clause, clause.subject)
    return f"when {done[:1].lower()}{done[1:]}"


def _case(sentence: Sentence, clause: Clause, places: bool = False) -> str:
    """The condition in front of a clause; with `places` also where it holds ("In old-school QA, builds climb ...")."""
    from flashcards.wording.phrase import render

    for unit in clause.units:
        case = unit.role == "condition" and unit.marker in MARKERS
        place = places and unit.role == "prepositional" and unit.marker in ("in", "with") and len(unit.tokens) > 2
        named = (
            place and clause.parse.tags[unit.head].startswith("NN") and clause.parse.lower[unit.head] not in NO_PLACES
        )
        if not (unit.fronted and (case or named) and len(unit.tokens) <= LONGEST):
            continue
        if not points_back(sentence, tuple(i for i in unit.tokens if i not in clause.swaps)):
            return render(sentence, clause, unit.tokens)
    return ""
