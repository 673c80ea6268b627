"""What a question leaves out of its clause: fillers, what is said beside the point, a second purpose."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit

ALWAYS_DROPPED = ("discourse", "participle", "concession", "reason")
FILLERS = frozenset(
    "probably now both also actually really just even truly simply basically then therefore however though"
    " instead still too anyway thus hence indeed ultimately certainly definitely obviously".split()
)
LOOSE_END = re.compile(  # says nothing that the question needs
    r"(?: as well|,? (?:just )?like any other [\w-]+|, and not [^,?]+| in recent (?:years|months|weeks|times)"
    r"|,? (?:if|where|when|wherever) possible)\?$"
)


def beside_the_point(clause: Clause, gap: Unit | None, keep: tuple[str, ...]) -> set[int]:
    """What no question for `gap` needs, roles in `keep` apart: asides, reasons, phrases that commas string together."""
    dropped = {
        i
        for unit in clause.units
        if (unit.role in ALWAYS_DROPPED or unit.marker in ("so", "so that"))
        and unit is not gap
        and unit.role not in keep
        for i in unit.tokens
    }
    return dropped | _set_off(clause, gap) | _told_behind(clause, gap)


def _told_behind(clause: Clause, gap: Unit | None) -> set[int]:
    """What a comma sets off behind what something is: "a copy of an answer, kept close by"."""
    if gap is None or gap.role != "complement" or clause.lemma != "be" or gap.tokens[-1] + 2 >= len(clause.parse):
        return set()
    parse, after = clause.parse, gap.tokens[-1] + 1
    told = parse.words[after] == "," and parse.tags[after + 1] in ("VBN", "VBG", "VBD")
    return {i for i in clause.predicate if i > after} if told else set()


def purposes(clause: Clause, gap: Unit | None) -> set[int]:
    """The words of purposes, which a long question can do without; those of the gap are not among them."""
    return {i for unit in clause.units if unit.role == "purpose" and unit is not gap for i in unit.tokens}


def fillers(clause: Clause, gap: Unit | None) -> set[int]:
    """The adverbs that only fill: "actually", "now"; but "still" counts where the question is when."""
    parse = clause.parse
    when = gap is not None and gap.role == "condition"
    return {
        i
        for i in clause.predicate
        if parse.lower[i] in FILLERS
        and parse.deps[i] == "advmod"
        and not parse.children(i)
        and not (parse.lower[i] == "still" and (when or parse.heads[i] not in clause.chain))
        and not (parse.lower[i] == "too" and parse.tags[min(i + 1, len(parse.tags) - 1)] in ("JJ", "RB", "VBN"))
    }


def second_purpose(clause: Clause, gap: Unit | None, gone: set[int]) -> set[int]:
    """Where a clause has a purpose in front and one behind, the one behind: a question bears only one."""
    left = [unit for unit in clause.units if unit.role == "purpose" and not set(unit.tokens) <= gone]
    if len(left) < 2 or not any(unit.fronted for unit in left):
        return set()
    return {i for unit in left if not unit.fronted and unit is not gap for i in unit.tokens}


def _set_off(clause: Clause, gap: Unit | None) -> set[int]:
    """The phrases that commas string together behind the verb: "during the day, in a test system, with backups"."""
    parse = clause.parse
    behind = [unit for unit in clause.units if unit.role == "prepositional" and not unit.fronted]
    apart = [unit for unit in behind if unit.tokens[0] and parse.words[unit.tokens[0] - 1] == ","]
    if len(behind) < 2 or not apart:
        return set()
    asked = set(gap.tokens) if gap is not None else set()
    return {i for unit in apart if not asked & set(unit.tokens) for i in unit.tokens}
