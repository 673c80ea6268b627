"""What it, they, this and these stand for: resolved within a post where one antecedent agrees, else left alone.

"The previous sentence's subject, if the number agrees" is right about three times in four (DESIGN.md, section 3); with
expletives out and no second candidate it is safe enough to try, and every other test still applies to the card.
"""

from __future__ import annotations

from flashcards.language.antecedents import PLURAL, SINGULAR, head_of, is_expletive, is_plural_text, subject_antecedent
from flashcards.language.clause import Clause
from flashcards.language.deeds import deed
from flashcards.language.definites import name_deeds, name_definites
from flashcards.language.demonstratives import name_do_this, name_reason_subject, name_shell_noun, taken_up
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.object_pronouns import name_objects, name_this_object
from flashcards.language.sentence import Sentence
from flashcards.language.shares import name_whole

# What the speaker's firm does: "they" before such a verb are seldom the things spoken of before.
OF_FIRMS = frozenset("use run call track measure restore rotate publish review pick hold meet".split())


def resolve(sentence: Sentence) -> None:
    """Put the antecedent in place of a subject or object pronoun of each clause, where it is safe."""
    for number, clause in enumerate(sentence.clauses):
        if _of_its_condition(sentence, clause):
            continue
        name_whole(sentence, clause)
        name_definites(sentence, clause)
        name_deeds(sentence, clause)
        name_reason_subject(sentence, clause)
        if not number and clause.subject_kind in ("it", "they") and _named_before(sentence, clause):
            continue
        earlier = (
            sentence.clauses[number - 1] if number and sentence.clauses[number - 1].subject != clause.subject else None
        )
        previous = (sentence, earlier) if earlier else _last_clause(sentence)
        if previous is None:
            _named_object(sentence, clause)
            continue
        _name_each(clause, *previous)
        kind = clause.subject_kind
        if sentence.elided and previous[0].segment.joint in (";", "-") and not previous[0].elided:
            # Two clauses before it: only what the post defines can be the subject that was left out.
            if kind == "it" and not number and not sentence.segment.joint and (topic := _defined_first(sentence)):
                clause.swaps[clause.subject_head] = topic
            continue
        if kind in ("it", "they") and (sentence.elided or not is_expletive(clause)):
            if found := _meant(sentence, clause, kind, *previous):
                clause.swaps[clause.subject_head] = found
                _in_condition_too(clause, found)
        elif kind == "this" and (found := _pointed_at(sentence, clause, *previous)):
            clause.swaps[clause.subject_head] = found
        name_shell_noun(sentence, clause, *previous)
        name_do_this(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))
        name_this_object(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))
        name_objects(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))


def _meant(sentence: Sentence, clause: Clause, kind: str, before: Sentence, earlier: Clause) -> str:
    """What "it" or "they" as the clause's subject stands for."""
    if kind == "it" and _rivals_in_condition(clause):
        return ""  # "rollouts are manual. If somebody has to add a host, it gets missed": the host does
    put_right = earlier.negated and not clause.negated and clause.lemma == earlier.lemma != "be"
    alone = sentence.elided or put_right  # "users don't buy features; they buy outcomes"
    found = subject_antecedent(before, earlier, plural=kind == "they", alone=alone)
    if found and kind == "it" and _described(clause) and _rivals_behind(earlier):
        found = ""  # "review the spec, not the code. It's a small file": the spec is
    if not found and sentence.elided and kind == "it" and earlier.imperative:
        found = deed(before, earlier)  # "Let nurses choose their shifts. Leads to fewer gaps."
    if kind == "they" and clause.lemma in OF_FIRMS and not clause.modals and not _people(found):
        return ""  # "exceptions expire. They use 90 days": the speaker's firm does
    if kind == "they" and any(c.past for c in sentence.clauses) and not earlier.past and not _people(found):
        return ""  # "calls are long. They put an analyst on duty": who did so, the story knows
    if not found and kind == "they" and clause.chain and _thinks(clause):
        found = _only_people(before, earlier)
    return found


def _defined_first(sentence: Sentence) -> str:
    """What the post's first sentence says the meaning of, where it stands further off than the sentence before."""
    first = sentence
    while first.before is not None:
        first = first.before
    if first is sentence or first is sentence.before or not first.clauses:
        return ""
    clause = first.clauses[0]
    complement = clause.unit("complement")
    defines = clause.lemma == "be" and not clause.past and not clause.negated and complement is not None
    if not defines or complement is None or first.parse.lower[complement.tokens[0]] not in ("a", "an"):
        return ""
    return subject_antecedent(first, clause, plural=False, alone=True)


def _people(found: str) -> bool:
    last = found.split()[-1].lower() if found else ""
    return singular(last) in words("roles") or last in words("plural_people")


def _name_each(clause: Clause, before: Sentence, earlier: Clause) -> None:
    """For "flags have a cost. Each one needs an owner": each flag."""
    parse, head = clause.parse, clause.subject_head
    if [parse.lower[i] for i in clause.subject] != ["each", "one"] or len(earlier.subject) != 1:
        return
    noun = before.parse.words[earlier.subject_head].lower()
    plain = before.parse.tags[earlier.subject_head] == "NNS" and noun == f"{singular(noun)}s"
    if plain and earlier.subject_head not in earlier.swaps:
        clause.swaps[head] = singular(noun)


def _in_condition_too(clause: Clause, found: str) -> None:
    """For "if they live elsewhere, they won't be read": who they are is asked with the condition."""
    parse = clause.parse
    for unit in clause.units:
        subject = parse.child(unit.head, "nsubj", "nsubjpass") if unit.role == "condition" and unit.fronted else None
        if subject is not None and parse.lower[subject] == parse.lower[clause.subject_head] == "they":
            clause.swaps.setdefault(subject, found)


def _pointed_at(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> str:
    """What "this", "that" or "these" as the clause's subject stands for."""
    low = sentence.parse.lower[clause.subject_head]
    if low == "these":
        return _these(before, earlier)
    thing = _described(clause) and clause.modals & {"can", "could", "may", "might"}
    found = taken_up(before, earlier) or ("" if thing else deed(before, earlier))  # a deed is no wiki page
    return found if low in ("this", "that") else ""


def _these(before: Sentence, earlier: Clause) -> str:
    """What "these" as the subject stands for: the only things that the sentence before speaks of."""
    plurals = [tag for tag in before.parse.tags if tag in PLURAL]
    return subject_antecedent(before, earlier, plural=True) if len(plurals) == 1 else ""


def _described(clause: Clause) -> bool:
    """Whether it only says what a thing is: "it is a small file"."""
    complement = clause.unit("complement")
    return clause.lemma == "be" and complement is not None and clause.parse.tags[complement.head] == "NN"


def _rivals_behind(clause: Clause) -> bool:
    """Whether a thing behind the verb of the clause before may be meant as well."""
    parse = clause.parse
    return clause.lemma != "be" and any(
        unit.role in ("object", "prepositional", "agent") and unit.gap and parse.tags[head_of(clause, unit.gap)] == "NN"
        for unit in clause.units
    )


def _rivals_in_condition(clause: Clause) -> bool:
    """Whether a thing in the condition in front may be meant as well."""
    fronted = [unit for unit in clause.units if unit.role == "condition" and unit.fronted]
    tags = clause.parse.tags
    return any(tags[i] == "NN" and clause.parse.lower[i] not in words("times") for unit in fronted for i in unit.tokens)


def _of_its_condition(sentence: Sentence, clause: Clause) -> bool:
    """Keep "they" where the condition in front says who: "if people expect blame, they hide the details"."""
    parse, i = sentence.parse, clause.subject_head
    if len(clause.subject) != 1 or parse.lower[i] not in ("they", "it") or is_expletive(clause):
        return False
    tags = PLURAL if parse.lower[i] == "they" else SINGULAR
    for unit in clause.units:
        if unit.role != "condition" or not unit.fronted:
            continue
        subjects = [j for j in unit.tokens if parse.deps[j] in ("nsubj", "nsubjpass") and parse.heads[j] == unit.head]
        said = [
            j
            for j in unit.tokens
            if parse.tags[j] in tags or (tags is PLURAL and parse.lower[j] in words("plural_people"))
        ]
        if len(subjects) == 1 and subjects[0] in said and (len(said) == 1 or (tags is PLURAL and len(said) < 3)):
            clause.swaps[i] = parse.lower[i]
            return True
    return False


def _named_before(sentence: Sentence, clause: Clause) -> bool:
    """Resolve a subject to the bare noun phrase before it: "Best practice. Implies that there is one way."."""
    if is_expletive(clause) and not sentence.elided:
        return False
    name = _bare_phrase(sentence)
    if not name or is_plural_text(name) != (clause.subject_kind == "they"):
        return False
    counted = name.split()[-1].lower() in words("countable") and name.split()[0].lower() not in ("a", "an", "the")
    article = ("an " if name[0].lower() in "aeiou" else "a ") if counted and name[0].islower() else ""
    clause.swaps[clause.subject_head] = article + name
    return True


def _named_object(sentence: Sentence, clause: Clause) -> None:
    """Resolve an object to the bare noun phrase before it: "Common mistake: velocity. Don't compare teams by it."."""
    name = _bare_phrase(sentence) if clause is sentence.clauses[0] else ""
    for i in clause.predicate if name else ():
        object_of = sentence.parse.deps[i] in ("dobj", "pobj")
        if object_of and sentence.parse.lower[i] == ("them" if is_plural_text(name) else "it"):
            clause.swaps[i] = name
            return


def _bare_phrase(sentence: Sentence) -> str:
    """The sentence before, where that is a noun phrase and nothing else; "" where it isn't."""
    before = sentence.before
    if before is None or before.clauses:
        return ""
    parse = before.parse
    name = before.text.rstrip(".!")
    if (
        not 1 <= len(name.split()) <= 4
        or any(tag.startswith(("VB", "MD", "PRP", "WP", "WRB")) for tag in parse.tags)
        or any(low in ("yours", "mine", "ours", "theirs") for low in parse.lower)
        or not parse.tags[parse.root].startswith("NN")
    ):
        return ""
    return name if before.vocabulary.is_name(parse.words[0], parse.tags[0]) else name[:1].lower() + name[1:]


def _last_clause(sentence: Sentence) -> tuple[Sentence, Clause] | None:
    before = sentence.before
    if before is None or not before.clauses or (sentence.item and not before.item):
        return None
    return before, before.clauses[-1]


def _thinks(clause: Clause) -> bool:
    """Whether only people can do what the clause says."""
    parse = clause.parse
    return any(base(parse.words[i], parse.tags[i]) in words("mental_verbs") for i in clause.chain)


def _only_people(sentence: Sentence, clause: Clause) -> str:
    """The only people in the clause before, by their role ("responders")."""
    parse = sentence.parse
    found = {
        parse.lower[i]
        for i in (*clause.subject, *clause.predicate)
        if parse.tags[i] == "NNS" and singular(parse.words[i]) in words("roles")
    }
    return found.pop() if len(found) == 1 else ""
