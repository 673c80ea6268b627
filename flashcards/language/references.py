"""What it, they, this and these stand for: resolved within a post where one antecedent agrees, else left alone.

"The previous sentence's subject, if the number agrees" is right about three times in four (DESIGN.md, section 3); with
expletives out and no second candidate it is safe enough to try, and every other test still applies to the card.
"""

from __future__ import annotations

from flashcards.language.antecedents import (
    LONGEST,
    NAMED_BY_WHAT_FOLLOWS,
    PLURAL,
    SINGULAR,
    deed,
    head_of,
    is_expletive,
    is_plural_text,
    no_thing,
    object_antecedent,
    only_plural,
    only_plural_there,
    points_back,
    quoted_clause,
    without_notion,
)
from flashcards.language.clause import Clause
from flashcards.language.definites import name_deeds, name_definites
from flashcards.language.demonstratives import name_do_this, name_reason_subject, name_shell_noun, taken_up
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence
from flashcards.language.shares import name_whole

SOMEBODY = ("someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "person")


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
        kind = clause.subject_kind
        if sentence.elided and previous[0].segment.joint in (";", "-") and not previous[0].elided:
            continue  # two clauses before it, and nothing says whose subject was left out
        if kind in ("it", "they") and (sentence.elided or not is_expletive(clause)):
            if found := _meant(sentence, clause, kind, *previous):
                clause.swaps[clause.subject_head] = found
        elif kind == "this" and clause.subject_head not in clause.swaps:
            thing = _described(clause) and clause.modals & {"can", "could", "may", "might"}
            found = taken_up(*previous) or ("" if thing else deed(*previous))  # a deed is no wiki page
            if found and sentence.parse.lower[clause.subject_head] in ("this", "that"):
                clause.swaps[clause.subject_head] = found
        name_shell_noun(sentence, clause, *previous)
        name_do_this(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))
        _this_object(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))
        _objects(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))


def _meant(sentence: Sentence, clause: Clause, kind: str, before: Sentence, earlier: Clause) -> str:
    """What "it" or "they" as the clause's subject stands for."""
    found = _antecedent(before, earlier, plural=kind == "they", alone=sentence.elided)
    if found and kind == "it" and _described(clause) and _rivals_behind(earlier):
        found = ""  # "review the spec, not the code. It's a small file": the spec is
    if not found and sentence.elided and kind == "it" and earlier.imperative:
        found = deed(before, earlier)  # "Let nurses choose their shifts. Leads to fewer gaps."
    if not found and kind == "they" and clause.chain and _thinks(clause):
        found = _only_people(before, earlier)
    return found


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


def _antecedent(sentence: Sentence, clause: Clause, plural: bool, alone: bool = False) -> str:
    """The subject of `clause` where it agrees; `alone`: a subject left out means the one before, objects or not."""
    from flashcards.wording.phrase import noun_phrase

    if not clause.subject:
        return ""
    parse, head = sentence.parse, clause.subject_head
    if head in clause.swaps:
        swapped = "" if plural else clause.swaps[head]  # two "they" in a row seldom mean the same
        return swapped if is_plural_text(swapped) == plural else ""
    if clause.subject_kind in ("we", "you", "it", "there"):
        return object_antecedent(sentence, clause, plural)
    if clause.subject_kind not in ("noun", "name", "clause") or len(clause.subject) > LONGEST:
        return ""
    coordinated = parse.child(head, "conj") is not None
    is_plural = coordinated or parse.tags[head] in PLURAL or parse.lower[head] == "people"
    if plural and not is_plural and parse.tags[head] == "NN" and singular(parse.words[head]) in words("roles"):
        is_plural = not any(parse.tags[i] in PLURAL for i in clause.predicate)  # "the lead decides. They also ..."
    if is_plural != plural and not alone:
        return object_antecedent(sentence, clause, plural)
    if is_plural != plural or points_back(sentence, clause.subject) or quoted_clause(sentence, clause.subject):
        return ""
    if clause.lemma != "be" and not alone and _rivals(clause, plural):
        return ""
    if parse.lower[clause.subject[0]] in ("most", "some", "many", "few", "several"):
        return ""
    if no_thing(parse, head, plural) or (clause.lemma == "be" and parse.lower[head] in NAMED_BY_WHAT_FOLLOWS):
        return ""
    return without_notion(noun_phrase(sentence, clause, clause.subject, head))


def _rivals(clause: Clause, plural: bool) -> bool:
    """Whether an object of the clause agrees in number too."""
    parse = clause.parse
    tags = PLURAL if plural else SINGULAR
    return any(unit.role == "object" and parse.tags[unit.head] in tags for unit in clause.units)


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


def _objects(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """it, them, its and their outside the subject: the subject before, when nothing in this clause could be meant."""
    parse = sentence.parse
    for i in (*(clause.subject if clause.subject_kind == "clause" else ()), *clause.predicate):
        low = parse.lower[i]
        if low not in ("it", "them", "its", "their") or parse.tags[i] not in ("PRP", "PRP$") or i in clause.swaps:
            continue
        if low == "it" and clause.imperative and _in_reason(clause, i):
            continue  # "don't pay by alerts, since it can ...": the deed, which the question names
        plural = low in ("them", "their")
        alike = plural and clause.subject_kind == earlier.subject_kind == "clause" and i in clause.subject
        if alike and (found := only_plural(earlier)):  # "forcing engineers ...; giving them ..."
            clause.swaps[i] = found
            continue
        tags = PLURAL if plural else SINGULAR
        if plural and clause.past:
            continue  # "a mistake cost them a day": whom, the story knows
        if plural and any(parse.lower[j] in SOMEBODY for j in range(i)):
            continue  # "if you see someone get lost, help them"
        if (
            low == "it"
            and i + 2 < len(parse)
            and parse.tags[i + 1] in ("JJ", "JJR")
            and parse.tags[i + 2] in ("TO", "IN")
        ):
            continue  # "make it easy to ..." stands for nothing
        if any(
            (parse.tags[j] in tags and singular(parse.words[j]) not in words("vague_times"))
            or parse.lower[j] in words("plural_people")
            for j in (*clause.subject, *clause.predicate)
            if j < i and not (parse.tags[j] == "VBG" and i in parse.subtree(j))
        ):
            continue
        found = _antecedent(before, earlier, plural)
        if not found and earlier is not None:
            found = object_antecedent(before, earlier, plural)
        if not found and low == "them" and earlier.subject_kind in ("we", "you"):
            found = only_plural_there(before, earlier)
        if found:
            clause.swaps[i] = _possessive(found) if parse.tags[i] == "PRP$" else found


def _in_reason(clause: Clause, i: int) -> bool:
    return any(unit.role == "reason" and i in unit.tokens for unit in clause.units)


def _this_object(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """For "automate this": the subject of the sentence before when nothing else could be meant.

    Or what is done in it.
    """
    parse = sentence.parse
    for i in clause.predicate:
        if (
            parse.lower[i] != "this"
            or parse.deps[i] not in ("dobj", "pobj")
            or parse.lower[parse.heads[i]] in ("do", "doing", "like")
        ):
            continue
        if earlier.subject_kind in ("noun", "name") and not any(
            unit.role in ("object", "agent", "content") for unit in earlier.units
        ):
            found = _antecedent(before, earlier, plural=False)
        else:
            found = deed(before, earlier)
        if found:
            clause.swaps[i] = found


def _possessive(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"
