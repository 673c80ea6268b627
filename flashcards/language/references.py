"""What it, they, this and these stand for: resolved within a post where one antecedent agrees, else left alone.

"The previous sentence's subject, if the number agrees" is right about three times in four (DESIGN.md, section 3); with
expletives out and no second candidate it is safe enough to try, and every other test still applies to the card.
"""

from __future__ import annotations

from flashcards.language.clauses import Clause
from flashcards.language.forms import base, gerund
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

SINGULAR = ("NN", "NNP", "VBG")
PLURAL = ("NNS", "NNPS")
LONGEST = 7  # words of an antecedent that still reads well in a question


def resolve(sentence: Sentence) -> None:
    """Put the antecedent in place of a subject or object pronoun of each clause, where it is safe."""
    for number, clause in enumerate(sentence.clauses):
        _definites(sentence, clause)
        _reason_subject(sentence, clause)
        if not number and clause.subject_kind in ("it", "they") and _named_before(sentence, clause):
            continue
        earlier = (
            sentence.clauses[number - 1] if number and sentence.clauses[number - 1].subject != clause.subject else None
        )
        previous = (sentence, earlier) if earlier else _last_clause(sentence)
        if previous is None:
            continue
        kind = clause.subject_kind
        if sentence.elided and previous[0].segment.joint in (";", "-") and not previous[0].elided:
            continue  # two clauses before it, and nothing says whose subject was left out
        if kind in ("it", "they") and (sentence.elided or not is_expletive(clause)):
            found = _antecedent(*previous, plural=kind == "they", alone=sentence.elided)
            if found:
                clause.swaps[clause.subject_head] = found
        elif kind == "this" and clause.subject_head not in clause.swaps:
            found = _deed(*previous)
            if found and sentence.parse.lower[clause.subject_head] in ("this", "that"):
                clause.swaps[clause.subject_head] = found
        _this_object(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))
        _objects(sentence, clause, *((sentence, sentence.clauses[number - 1]) if number else previous))


def _named_before(sentence: Sentence, clause: Clause) -> bool:
    """Resolve a subject to the bare noun phrase before it: "Best practice. Implies that there is one way."."""
    before = sentence.before
    if before is None or before.clauses or (is_expletive(clause) and not sentence.elided):
        return False
    parse = before.parse
    name = before.text.rstrip(".!")
    if (
        not 1 <= len(name.split()) <= 4
        or any(tag.startswith(("VB", "MD", "PRP", "WP", "WRB")) for tag in parse.tags)
        or not parse.tags[parse.root].startswith("NN")
    ):
        return False
    if _is_plural_text(name) != (clause.subject_kind == "they"):
        return False
    clause.swaps[clause.subject_head] = (
        name if before.vocabulary.is_name(parse.words[0], parse.tags[0]) else name[:1].lower() + name[1:]
    )
    return True


def _last_clause(sentence: Sentence) -> tuple[Sentence, Clause] | None:
    before = sentence.before
    if before is None or not before.clauses or (sentence.item and not before.item):
        return None
    return before, before.clauses[-1]


def is_expletive(clause: Clause) -> bool:
    """Whether "it" only fills the subject's place: "it is easy to ...", "it can help to ...", "it is not X at the heart of Y"."""
    parse = clause.parse
    if clause.lemma in ("seem", "appear", "turn", "take", "rain", "depend"):
        return True
    if clause.lemma == "be" or parse.deps[clause.subject_head] == "expl":
        if any(parse.deps[c] in ("xcomp", "ccomp", "advcl", "csubj") for c in parse.children(clause.verb)):
            return True
        complement = clause.unit("complement")
        if complement and any(
            parse.deps[c] in ("xcomp", "ccomp", "advcl", "relcl", "acl") for c in parse.children(complement.head)
        ):
            return parse.tags[complement.head] not in ("NN", "NNS")
    return any(
        unit.role == "infinitive"
        and unit.marker == "to"
        and clause.lemma in ("help", "pay", "make", "hurt", "matter", "cost")
        for unit in clause.units
    )


def _antecedent(sentence: Sentence, clause: Clause, plural: bool, alone: bool = False) -> str:
    """The subject of `clause` where it agrees; `alone`: a subject left out means the one before, objects or not."""
    from flashcards.wording.phrase import noun_phrase

    if not clause.subject:
        return ""
    parse, head = sentence.parse, clause.subject_head
    if head in clause.swaps:
        swapped = "" if plural else clause.swaps[head]  # two "they" in a row seldom mean the same
        return swapped if _is_plural_text(swapped) == plural else ""
    if clause.subject_kind in ("we", "you"):
        return _object_antecedent(sentence, clause, plural)
    if clause.subject_kind not in ("noun", "name", "clause") or len(clause.subject) > LONGEST:
        return ""
    coordinated = parse.child(head, "conj") is not None
    is_plural = coordinated or parse.tags[head] in PLURAL or parse.lower[head] == "people"
    if is_plural != plural and not alone:
        return _object_antecedent(sentence, clause, plural)
    if is_plural != plural or _points_back(sentence, clause.subject):
        return ""
    if clause.lemma != "be" and not alone and _rivals(clause, plural):
        return ""
    return noun_phrase(sentence, clause, clause.subject, head)


def _is_plural_text(text: str) -> bool:
    last = text.split(" of ")[0].split()[-1].lower() if text else ""
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _points_back(sentence: Sentence, tokens: tuple[int, ...]) -> bool:
    parse = sentence.parse
    return any(
        parse.lower[i]
        in ("it", "they", "them", "its", "their", "this", "these", "that", "those", "he", "she", "his", "her", "such")
        and parse.tags[i] != "IN"
        and parse.tags[i] != "WDT"
        for i in tokens
    )


def _rivals(clause: Clause, plural: bool) -> bool:
    """Whether an object of the clause agrees in number too."""
    parse = clause.parse
    tags = PLURAL if plural else SINGULAR
    return any(unit.role == "object" and parse.tags[unit.head] in tags for unit in clause.units)


def _deed(sentence: Sentence, clause: Clause) -> str:
    """The clause before as an -ing phrase: what "this" stands for when somebody does something."""
    from flashcards.wording.phrase import render

    parse = sentence.parse
    if clause.subject_kind not in ("we", "you") or clause.negated or clause.past or clause.lemma == "be":
        return ""
    modal = [i for i in clause.aux if parse.lower[i] not in ("should", "can", "must", "could")]
    if modal or clause.modals & {"need", "have", "want"}:
        return ""
    kept = [
        i
        for i in clause.predicate
        if not any(
            i in unit.tokens
            for unit in clause.units
            if unit.fronted or unit.role in ("discourse", "reason", "participle")
        )
    ]
    if clause.verb not in kept or len(kept) > 12 or _points_back(sentence, tuple(kept)):
        return ""
    at = kept.index(clause.verb)
    form = gerund(base(parse.words[clause.verb], parse.tags[clause.verb]))
    return " ".join(
        part for part in (render(sentence, clause, kept[:at]), form, render(sentence, clause, kept[at + 1 :])) if part
    )


def _objects(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """it, them, its and their outside the subject: the subject before, when nothing in this clause could be meant."""
    parse = sentence.parse
    for i in (*(clause.subject if clause.subject_kind == "clause" else ()), *clause.predicate):
        low = parse.lower[i]
        if low not in ("it", "them", "its", "their") or parse.tags[i] not in ("PRP", "PRP$") or i in clause.swaps:
            continue
        plural = low in ("them", "their")
        tags = PLURAL if plural else SINGULAR
        if (
            low == "it"
            and i + 2 < len(parse)
            and parse.tags[i + 1] in ("JJ", "JJR")
            and parse.tags[i + 2] in ("TO", "IN")
        ):
            continue  # "make it easy to ..." stands for nothing
        if any(
            parse.tags[j] in tags or parse.lower[j] in words("plural_people")
            for j in (*clause.subject, *clause.predicate)
            if j < i
        ):
            continue
        found = _antecedent(before, earlier, plural)
        if not found and earlier is not None:
            found = _object_antecedent(before, earlier, plural)
        if found:
            clause.swaps[i] = _possessive(found) if parse.tags[i] == "PRP$" else found


def _reason_subject(sentence: Sentence, clause: Clause) -> None:
    """ "X is hard, because this could be anywhere": inside its reason, "this" is the subject, so "it" says the same."""
    parse = sentence.parse
    reason = clause.unit("reason")
    if reason is None or clause.subject_kind not in ("noun", "name") or parse.tags[clause.subject_head] not in SINGULAR:
        return
    for i in reason.tokens:
        if parse.lower[i] == "this" and parse.deps[i] in ("nsubj", "nsubjpass"):
            clause.swaps[i] = "it"


def learn_kinds(sentences: list[Sentence]) -> dict[str, str]:
    """What a talk calls by a generic noun: "JIT is an approach that ..." lets "the approach" stand for JIT later on."""
    from flashcards.wording.phrase import noun_phrase

    kinds: dict[str, str] = {}
    for sentence in sentences:
        parse = sentence.parse
        for clause in sentence.clauses:
            complement = clause.unit("complement")
            if (
                clause.lemma != "be"
                or clause.negated
                or clause.past
                or complement is None
                or clause.subject_kind not in ("noun", "name")
            ):
                continue
            head = parse.lower[complement.head]
            if (
                head in words("topic_heads")
                and parse.lower[complement.gap[0]] in ("a", "an")
                and len(clause.subject) <= LONGEST
                and not _points_back(sentence, clause.subject)
            ):
                said = noun_phrase(sentence, clause, clause.subject, clause.subject_head)
                kinds[head] = "" if head in kinds else said
    return {head: said for head, said in kinds.items() if said}


def _definites(sentence: Sentence, clause: Clause) -> None:
    """ "this layer", "the approach": the noun phrase before with that noun, or what the talk has called by it."""
    parse = sentence.parse
    for i in (*clause.subject, *clause.predicate):
        low = parse.lower[i]
        if (
            low not in ("the", "this", "these", "that", "those")
            or parse.deps[i] != "det"
            or parse.heads[i] != i + 1
            or parse.children(i + 1) != [i]
        ):
            continue
        noun = parse.lower[i + 1]
        said = "" if parse.tags[i + 1].startswith("NNP") else _same_noun(sentence, noun)
        if not said and i + 1 == clause.subject_head:
            said = sentence.kinds.get(noun, "")
        if said and (low != "the" or noun in words("generic_heads")):
            clause.swaps[i], clause.swaps[i + 1] = "", said


def _same_noun(sentence: Sentence, noun: str) -> str:
    """The only noun phrase of the sentence before that is headed by `noun` and says more than the noun."""
    from flashcards.wording.phrase import render

    before = sentence.before
    if before is None:
        return ""
    parse = before.parse
    heads = [i for i, low in enumerate(parse.lower) if low == noun and parse.tags[i] in ("NN", "NNS")]
    if len(heads) != 1:
        return ""
    tokens = tuple(
        i
        for i in parse.subtree(heads[0])
        if not any(
            i in parse.subtree(c) for c in parse.children(heads[0], "relcl", "punct", "conj", "cc", "appos", "advcl")
        )
    )
    if (
        not 2 <= len(tokens) <= LONGEST
        or _points_back(before, tokens)
        or not any(parse.tags[i] in ("NN", "NNS", "NNP", "JJ", "VBG") for i in tokens if i != heads[0])
    ):
        return ""
    return render(before, None, tokens)


def _this_object(sentence: Sentence, clause: Clause, before: Sentence, earlier: Clause) -> None:
    """ "automate this": the subject of the sentence before when nothing else could be meant, or what is done in it."""
    parse = sentence.parse
    for i in clause.predicate:
        if parse.lower[i] != "this" or parse.deps[i] not in ("dobj", "pobj") or parse.lower[parse.heads[i]] in ("do", "doing", "like"):
            continue
        if earlier.subject_kind in ("noun", "name") and not any(unit.role in ("object", "agent", "content") for unit in earlier.units):
            found = _antecedent(before, earlier, plural=False)
        else:
            found = _deed(before, earlier)
        if found:
            clause.swaps[i] = found


def _object_antecedent(sentence: Sentence, clause: Clause, plural: bool) -> str:
    """The object of the clause before, when it is the only noun phrase there that agrees."""
    from flashcards.wording.phrase import render

    parse = sentence.parse
    tags = PLURAL if plural else SINGULAR
    agreeing = [
        unit
        for unit in clause.units
        if unit.role in ("object", "prepositional", "complement")
        and unit.gap
        and parse.tags[_head(clause, unit.gap)] in tags
    ]
    if len(agreeing) != 1 or agreeing[0].role != "object":
        return ""
    tokens = agreeing[0].gap
    if len(tokens) > LONGEST or _points_back(sentence, tokens):
        return ""
    return render(sentence, clause, tokens)


def _head(clause: Clause, tokens: tuple[int, ...]) -> int:
    inside = set(tokens)
    return next((i for i in tokens if clause.parse.heads[i] not in inside), tokens[0])


def _possessive(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"
