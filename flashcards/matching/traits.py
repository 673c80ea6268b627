"""What a rule may ask of a clause or gap that takes more than a look: who the subject is, what it is compared with."""

from __future__ import annotations

import re

from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.spelling import in_dictionary
from flashcards.wording.gap import Gap

AIMS = re.compile(  # "if they are going to stick around", "if you ever hope to balance it": an aim, and no case
    r"(?:if|when) \w+(?:'re| are| is| am) to\b"
    r"|(?:if|when) \w+(?:'re| are| is| am)? (?:ever |really )?(?:going|want|wants|hope|hopes|wish|plan|plans|mean"
    r"|intend) to\b",
    re.IGNORECASE,
)
TAKING = ("take", "cost", "have", "sell", "lend", "ship")  # what stands behind "to" is no aim of theirs
RECKONING = frozenset(
    "calculate consider compare count include look measure talk think say speak factor account".split()
)


def person(gap: Gap) -> bool:
    """Whether the subject is somebody: a name of a person, or a role."""
    i = gap.clause.subject_head
    if i < 0:
        return False
    parse = gap.sentence.parse
    made = any(parse.lower[c] in words("managed_things") for c in parse.children(i, "compound", "nmod"))
    return i in gap.sentence.people or (singular(parse.words[i]) in words("roles") and not made)


def someone(gap: Gap) -> bool:
    """Whether the subject is somebody, or a pronoun for somebody: "testers are good at it; they break things"."""
    said = gap.clause.swaps.get(gap.clause.subject_head, "").split()
    meant = 0 < len(said) < 3 and not said[0].endswith("ing") and singular(said[-1].lower()) in words("roles")
    return meant or person(gap)


def complement(gap: Gap, feature: str) -> object:
    """This property of the clause's complement, "none" where it has no complement."""
    unit = gap.clause.unit("complement")
    return getattr(Gap(gap.sentence, gap.clause, unit), feature) if unit else "none"


def modifiers(gap: Gap) -> frozenset[str]:
    """How the clause's complement is modified."""
    unit = gap.clause.unit("complement")
    return Gap(gap.sentence, gap.clause, unit).modified if unit else frozenset()


def anybody(gap: Gap) -> bool:
    """Whether the subject is people in general ("everybody"), with nothing that says which."""
    subject = Gap(gap.sentence, gap.clause, None)
    return subject.head_noun in words("anybody") and not subject.modified & {"relative", "clause"}


def after_but(gap: Gap) -> bool:
    """Whether the sentence stands against the one before: "But ..." may complain where it seems to state."""
    before, text = gap.sentence.before, gap.sentence.whole or gap.sentence.text
    alone = before is not None and before.text.strip(".… ").lower() in ("but", "however")
    return alone or text.lower().startswith(("but ", "but.", "however"))


def first_of_subject(gap: Gap) -> str:
    """The subject's first word, small, as it stands on a card; "none" where there is no subject."""
    clause = gap.clause
    if not clause.subject:
        return "none"
    swapped = clause.swaps.get(clause.subject_head, "") if len(clause.subject) <= 2 else ""
    return swapped.split()[0].lower() if swapped else gap.sentence.parse.lower[clause.subject[0]]


def governed(gap: Gap) -> str:
    """The base form of the part's own verb."""
    parse = gap.sentence.parse
    return base(parse.words[gap.unit.head], parse.tags[gap.unit.head]) if gap.unit else ""


def reckons(gap: Gap) -> bool:
    """Whether it is "when you compare ...", "if you want to ...": a view of the matter or an aim, and no case of it."""
    if AIMS.match(gap.words):
        return True
    if gap.unit is None or governed(gap) not in RECKONING:
        return False
    doer = gap.sentence.parse.child(gap.unit.head, "nsubj")
    return doer is None or not gap.sentence.parse.tags[doer].startswith("NN")


def paired(gap: Gap) -> bool:
    """Whether the other half of the sentence, behind or before a semicolon, says the like of the like.

    "Linters find slips; reviewers find gaps" has the same verb, "single-loop learning fixes errors; double-loop
    learning questions beliefs" the same kind of subject.
    """
    one = gap.sentence
    near = (one.before if one.segment.joint == ";" else None, one.after)
    for other in near:
        if other is None or len(other.clauses) != 1 or len(one.clauses) != 1:
            continue
        if ";" not in (other.segment.joint if other is one.after else one.segment.joint):
            continue
        theirs, ours = other.clauses[0], gap.clause
        if other.elided or one.elided or theirs.parse.text(theirs.subject) == ours.parse.text(ours.subject):
            continue  # two things are told apart, not two deeds of one
        if theirs.subject_kind not in ("noun", "name") or theirs.negated or theirs.lemma == "be" or theirs.modals:
            continue
        heads = (theirs.parse.lower[theirs.subject_head], ours.parse.lower[ours.subject_head])
        if theirs.lemma == ours.lemma or heads[0] == heads[1]:
            return True
    return False


def ends_sentence(gap: Gap) -> bool:
    """Whether it stands last in its sentence: what follows behind a colon is about it."""
    parse = gap.sentence.parse
    last = max((i for i, tag in enumerate(parse.tags) if tag not in (".", ",", ":")), default=-1)
    return bool(gap.tokens) and gap.tokens[-1] == last


def compares(gap: Gap) -> bool:
    """Whether different, similar, same, better or worse stands among its first words, or more of something "than"."""
    first = gap.tokens[:3]
    low, tags = gap.sentence.parse.lower, gap.sentence.parse.tags
    if any(low[i] in ("different", "similar", "same", "better", "worse") for i in first):
        return True
    return any(tags[i] in ("JJR", "RBR") for i in first) and "than" in (low[i] for i in gap.tokens)


def extreme_complement(gap: Gap) -> bool:
    """Whether the complement is the most of its kind: "the most important skill", "the biggest risk"."""
    unit = gap.clause.unit("complement")
    parse = gap.sentence.parse
    return unit is not None and any(parse.tags[i] in ("JJS", "RBS") for i in unit.tokens[:3])


def generic_alone(gap: Gap) -> bool:
    """Whether the subject is a noun such as "measure" or "approach", and nothing says of what."""
    head = singular(gap.sentence.parse.lower[gap.clause.subject_head])
    generic = head in words("generic_heads") | words("vague") | words("bare_judgements")
    if not generic or gap.sentence.scope or gap.clause.unit("condition") is not None:
        return False
    return not Gap(gap.sentence, gap.clause, None).modified & {"preposition", "relative", "clause", "possessive"}


def denied_merely(gap: Gap) -> bool:
    """For "you can't simply close the line because chat is cheaper", "nobody counts because of a letter".

    The reason is none, and behind "nobody" it may be what is done for no such reason.
    """
    clause, low = gap.clause, gap.sentence.parse.lower
    first = (*clause.aux, *(i for i in clause.predicate if i < clause.chain[-1]))
    merely = clause.negated and any(low[i] in ("simply", "just", "merely") for i in first)
    return merely or (clause.subject_head >= 0 and low[clause.subject_head] in ("nobody", "no one"))


def denied_be(gap: Gap) -> bool:
    """Whether the clause says what thing something is not: a reason behind it may be a reason that it is."""
    state = gap.clause.unit("complement")
    parse = gap.sentence.parse
    named = state is not None and parse.tags[state.head].startswith("N")
    # Behind a comma it is why something is not so: "uptime is no goal, since nobody pays for it".
    apart = bool(gap.tokens) and gap.tokens[0] > 0 and parse.words[gap.tokens[0] - 1] == ","
    return gap.clause.negated and gap.clause.lemma == "be" and named and not apart


def loose_purpose(gap: Gap) -> bool:
    """Whether what looks like a purpose is none, or is only what comes of it.

    "To" may tell what something takes ("takes a day to set up") or what one has ("have a flag to turn it off"), or
    begin no infinitive at all ("sells lamps to fire stations", "written to etcd"). A bare "so" behind a mere state
    tells what follows ("most are old, so nobody notices").
    """
    clause, unit = gap.clause, gap.unit
    if unit is None:
        return False
    parse = gap.sentence.parse
    if unit.marker in ("to", "in order"):
        verb = base(parse.words[unit.head], parse.tags[unit.head])
        other = clause.lemma in TAKING and clause.lemma not in clause.modals and unit.marker == "to"
        return clause.negated or "can" in clause.modals or other or not in_dictionary(verb)
    if unit.marker == "so that" and "can" in clause.modals:
        return True  # "it can be set so that it only reports": how it can be set
    if unit.marker != "so" or clause.imperative or clause.modals & {"should", "must", "need", "have"}:
        return False
    able = any(parse.tags[a] == "MD" for a in parse.children(unit.head, "aux"))
    return clause.lemma == "be" or not able
