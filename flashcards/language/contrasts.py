"""What advice or a statement stands against: "don't chase numbers, find causes", "people fear loss, not change".

Two clauses in a row make a contrast where the first says what not to do, what one should stop or tends to do, or
denies what the second says of the same subject with the same verb.
"""

from __future__ import annotations

from flashcards.language.antecedents import points_back
from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import base, gerund
from flashcards.language.sentence import Sentence

LONGEST = 7  # words of what is not to be done that a question can carry
ENDING = frozenset(("stop", "quit", "avoid"))
STARTING = frozenset(("start", "begin", "keep"))
HABIT = frozenset(("tend", "like", "love", "prefer"))
ADVICE = frozenset(("should", "must", "need", "have", "ought"))
APART = ("reason", "purpose", "participle", "discourse", "condition", "concession", "instead")


def find_contrast(sentence: Sentence) -> None:
    """Set `instead_of` and `rather_than` of each clause that stands against the one before, and `set_against` there."""
    for number, clause in enumerate(sentence.clauses):
        before = sentence.before
        if number:
            earlier, said = sentence.clauses[number - 1], sentence
        elif before is not None and before.clauses and before.segment.end != "?":
            earlier, said = before.clauses[-1], before
        else:
            continue
        if number and earlier.negated and _joined_by_and(earlier, clause):
            continue  # "don't rename it and expect a change": both are what not to do
        if clause.negated or clause.past or earlier.past or (not number and _items(sentence)):
            continue
        unwanted = _unwanted(earlier)
        if unwanted and (clause.imperative or clause.modals & ADVICE) and _same_people(earlier, clause):
            clause.instead_of = _deed(said, earlier, unwanted)
        denied = unwanted or _habit(earlier, clause) or _denied(earlier, clause)
        if denied and _last_verb(clause) == base(earlier.parse.words[denied], earlier.parse.tags[denied]):
            clause.rather_than = _acted_on(said, earlier, denied, clause)
        earlier.set_against = bool(unwanted and (clause.instead_of or clause.rather_than))


def _joined_by_and(earlier: Clause, clause: Clause) -> bool:
    parse = earlier.parse
    joined = any(parse.lower[i] in ("and", "or") and i < clause.verb for i in parse.children(earlier.verb, "cc"))
    return joined and parse.heads[clause.verb] == earlier.verb


def _items(sentence: Sentence) -> bool:
    """Whether this sentence and the one before are items of a list behind a colon: tips, each for itself."""
    first: Sentence | None = sentence
    while first is not None and first.segment.joint == ";":
        first = first.before
    return (
        sentence.segment.joint == ";" and first is not None and (first.listing is not None or bool(first.segment.label))
    )


def _unwanted(clause: Clause) -> int:
    """The verb of what a clause says not to do, or to stop doing; 0 for none."""
    if clause.negated and clause.modals & {"have", "need"}:
        return 0  # "you don't have to" leaves it open
    advises = clause.imperative or bool(clause.modals & ADVICE)
    if advises and clause.negated and clause.subject_kind in ("we", "you", "noun"):
        return clause.chain[-1]
    stops = base(clause.parse.words[clause.chain[-1]], clause.parse.tags[clause.chain[-1]]) in ENDING
    doing = clause.unit("gerund")
    if advises and not clause.negated and stops and doing is not None:
        return doing.gap[0] if clause.parse.tags[doing.gap[0]] == "VBG" else 0
    return 0


def _habit(earlier: Clause, clause: Clause) -> int:
    """The verb of what people tend to do, where the next clause says what they should do."""
    tends = earlier.lemma in HABIT and not earlier.negated and len(earlier.chain) > 1
    return earlier.chain[-1] if tends and clause.modals & ADVICE and _same_people(earlier, clause) else 0


def _denied(earlier: Clause, clause: Clause) -> int:
    """The verb of a denial that the next clause, with the same verb or for the same subject, puts right."""
    if not earlier.negated or earlier.modals or clause.modals or earlier.lemma == "be":
        return 0
    same = earlier.parse.text(earlier.subject).lower() == clause.parse.text(clause.subject).lower()
    taken_up = clause.subject_kind in ("it", "they") or clause.subject_head in clause.swaps
    return earlier.verb if same or taken_up else 0


def _same_people(earlier: Clause, clause: Clause) -> bool:
    everybody = ("we", "us", "you")
    if earlier.subject_kind in everybody and clause.subject_kind in everybody:
        return True
    return earlier.parse.text(earlier.subject).lower() == clause.parse.text(clause.subject).lower()


def _last_verb(clause: Clause) -> str:
    last = clause.chain[-1]
    doing = clause.unit("gerund")
    if doing is not None and base(clause.parse.words[last], clause.parse.tags[last]) in STARTING:
        last = doing.gap[0]
    return base(clause.parse.words[last], clause.parse.tags[last])


def _deed(said: Sentence, clause: Clause, verb: int) -> str:
    """What is not to be done, as an -ing phrase: "chasing numbers"."""
    from flashcards.wording.phrase import render

    apart = {i for unit in clause.units if unit.role in APART for i in unit.tokens}
    rest = [i for i in clause.parse.subtree(verb) if i > verb and i in clause.predicate and i not in apart]
    while rest and clause.parse.tags[rest[-1]] in (",", ".", "CC"):
        rest.pop()
    if not rest or len(rest) > LONGEST or points_back(said, tuple(rest)):
        return ""
    return f"{gerund(base(clause.parse.words[verb], clause.parse.tags[verb]))} {render(said, clause, rest)}"


def _acted_on(said: Sentence, earlier: Clause, verb: int, clause: Clause) -> str:
    """What the denied verb acts on, where both clauses end with an object, or with the same preposition's."""
    from flashcards.wording.phrase import render

    mine, theirs = _end(clause), _end(earlier)
    if mine is None or theirs is None or (mine.role, mine.marker) != (theirs.role, theirs.marker):
        return ""
    if verb >= theirs.tokens[0] or len(theirs.gap) > LONGEST or points_back(said, theirs.gap):
        return ""
    return render(said, earlier, theirs.gap)


def _end(clause: Clause) -> Unit | None:
    """The clause's object or prepositional phrase, where nothing follows it."""
    return next(
        (
            unit
            for unit in clause.units
            if unit.role in ("object", "prepositional", "complement")
            and unit.gap
            and clause.predicate
            and unit.gap[-1] == clause.predicate[-1]
        ),
        None,
    )
