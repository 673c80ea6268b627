"""Questions from clauses: fronting, inversion, do-support, stranded prepositions, agreement."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause, Unit
from flashcards.language.forms import base, ends_plural, singular, third_person
from flashcards.language.parse import Parse
from flashcards.language.segments import LEADING_LABEL
from flashcards.language.sentence import Sentence
from flashcards.language.spelling import in_dictionary
from flashcards.wording.phrase import EXPANDED, contracted, noun_phrase, render, tidy
from flashcards.wording.trailing import trailing

LOOSE_END = re.compile(  # says nothing that the question needs
    r"(?: as well|,? (?:just )?like any other [\w-]+|, and not [^,?]+| in recent (?:years|months|weeks|times))\?$"
)
GENERIC = re.compile(r"\bthe (\w+)$")
ALWAYS_DROPPED = ("discourse", "participle", "concession", "reason")
FILLERS = frozenset(
    "probably now both also actually really just even truly simply basically then therefore however though"
    " instead still too anyway thus hence indeed ultimately certainly definitely obviously".split()
)
PLURAL_PEOPLE = ("people", "men", "women", "children", "folks")
BEFORE_VERB = frozenset(
    "often always never also sometimes only just still even seldom soon then now first already not no almost far"
    " well".split()
)
LONG = 15  # words; a question longer than this loses the adjuncts that don't change what is true

HANGS_ON = re.compile(r" (?:of|for|in|with|on|from|by|to|at|between|about) ")  # what stands behind is no head


def question(
    sentence: Sentence, clause: Clause, gap: Unit | None, wh: str, tail: str = "", keep: tuple[str, ...] = ()
) -> str:
    """The question that asks for `gap` in `clause` with the words `wh`; gap None asks for the subject.

    `tail` replaces a gap in place ("doing"). Adjuncts that make the question long go, conditions stay.
    """
    dropped = {
        i
        for unit in clause.units
        if (unit.role in ALWAYS_DROPPED or unit.marker in ("so", "so that"))
        and unit is not gap
        and unit.role not in keep
        for i in unit.tokens
    }
    dropped |= _set_off(sentence.parse, clause, gap)
    text = _assemble(sentence, clause, gap, wh, tail, dropped)
    if not text:
        return ""
    if len(text.split()) > LONG and "purpose" not in keep:
        more = {i for unit in clause.units if unit.role == "purpose" and unit is not gap for i in unit.tokens}
        if more - dropped and not (gap is not None and set(gap.tokens) & more):
            text = _assemble(sentence, clause, gap, wh, tail, dropped | more)
    return scoped(sentence, LOOSE_END.sub("?", text)) if text else ""


def scoped(sentence: Sentence, text: str) -> str:
    """The question with the condition in front that the sentence takes over from its label or the one before."""
    scope = sentence.scope
    return f"{scope[:1].upper()}{scope[1:]}, {text[:1].lower()}{text[1:]}" if scope else text


def _assemble(sentence: Sentence, clause: Clause, gap: Unit | None, wh: str, tail: str, dropped: set[int]) -> str:
    parse = sentence.parse
    gone = set(dropped)
    if gap is not None:
        gone |= set(gap.gap if gap.role in ("prepositional", "agent", "gerund") else gap.tokens)
    gone |= {
        i
        for i in clause.predicate
        if parse.lower[i] in FILLERS
        and parse.deps[i] == "advmod"
        and not parse.children(i)
        and not (parse.lower[i] == "too" and parse.tags[min(i + 1, len(parse.tags) - 1)] in ("JJ", "RB", "VBN"))
    }
    if gap is not None and any(
        unit.role == gap.role == "complement" and unit.tokens != gap.tokens for unit in clause.units
    ):
        return ""
    fronted = [
        unit
        for unit in clause.units
        if unit.fronted and unit is not gap and unit.role not in ("adverb",) and not set(unit.tokens) <= gone
        if gap is None
        or gap.role != "purpose"
        or unit.marker != "for"
        or len(unit.tokens) > 2  # "for speed": a purpose
    ]
    gone |= _second_purpose(clause, gap, gone)
    if gap is not None and gap.gap and parse.lower[gap.gap[0] - 1] == "both":
        gone.add(gap.gap[0] - 1)  # "understand both A and B": the answer names both
    if any(unit.role in ("content", "complement", "object", "infinitive") for unit in fronted):
        return ""  # an object in front of the subject is a misread
    front_tokens = {i for unit in clause.units if unit.fronted for i in unit.tokens}
    body = sorted(
        {*(i for i in clause.predicate if i not in gone and i not in front_tokens), *_verb_beside(clause, gap)}
    )
    if _left_over(clause, body):
        return ""
    follows = gap.gap[-1] + 1 if gap is not None and gap.gap else -1
    follows += 1 if follows in body and parse.words[follows] == "," else 0
    if follows in body and parse.tags[follows] == "CC" and parse.lower[follows] != "rather":
        return ""  # the parser cut a coordination in two: what is asked for goes on behind the gap
    if gap is None:
        words = _subject_question(sentence, clause, body, wh)
    else:
        words = _inverted(sentence, clause, body, wh, gap, tail)
    source = trailing(sentence, clause, gap)
    text = tidy(_in_order(clause, gap, words))
    if LEADING_LABEL.match(sentence.segment.label):
        return _under_label(sentence, text, source)
    moved = [render(sentence, clause, unit.tokens) for unit in fronted]
    aim = any(unit.role == "prepositional" and unit.marker == "for" for unit in fronted)  # "design for X?" misleads
    aim = aim or clause.swaps.get(clause.subject_head) in ("they", "it")  # who is meant, the condition says
    if moved and (
        aim
        or (gap is not None and gap.role in ("prepositional", "agent") and text.split()[-1] in _prepositions())
        or len(text.split()) > 9
    ):
        lead = tidy(", ".join(moved))
        return f"{lead[:1].upper()}{lead[1:]}, {text[:1].lower() if text[:1] != 'I' else 'I'}{text[1:]}{source}?"
    if moved:
        text = f"{text} {' '.join(moved)}"
    text = tidy(text)
    return f"{text[:1].upper()}{text[1:]}{source}?"


def _verb_beside(clause: Clause, gap: Unit | None) -> set[int]:
    """For "analysts can't search and guess, because ...": the second verb, for which the reason holds as well.

    Only where its form stays as it is in a question: behind a modal, or with a plural.
    """
    parse = clause.parse
    if gap is None or gap.role != "reason" or not gap.tokens:
        return set()
    beside = [c for c in parse.children(clause.verb, "conj") if clause.verb < c < gap.tokens[0]]
    if len(beside) != 1 or parse.tags[beside[0]] not in ("VB", "VBP") or parse.child(beside[0], "nsubj") is not None:
        return set()
    between = set(range(clause.verb + 1, beside[0])) - {*clause.predicate, *clause.aux}
    joined = [i for i in between if parse.deps[i] == "cc"]
    return {*joined, *(i for i in parse.subtree(beside[0]) if i < gap.tokens[0])} if joined else set()


def _left_over(clause: Clause, body: list[int]) -> bool:
    """Whether a verb behind a comma belongs to no part of the clause: "keep track of it, delegate tasks"."""
    parse = clause.parse
    inside = {i for unit in clause.units if unit.role not in ("predicate", "infinitive") for i in unit.tokens}
    return any(
        parse.tags[i] in ("VB", "VBP") and parse.words[i - 1] == "," and i not in inside and i not in clause.chain
        for i in body
        if i
    )


def _in_order(clause: Clause, gap: Unit | None, text: str) -> str:
    """With "in order" before a purpose that would hang on the verb: "who do we need to deal with X?" misleads."""
    if gap is None or gap.role != "object" or clause.parse.lower[gap.governor] != "need":
        return text
    return re.sub(r"(?<=\bneed) (?=to [a-z]+ )", " in order ", text, count=1)


def _under_label(sentence: Sentence, text: str, source: str) -> str:
    """The question with the label in front that says when or where: "During the drill: ..."."""
    label = GENERIC.sub(
        lambda found: sentence.kinds.get(found.group(1).lower()) or found.group(0), sentence.segment.label
    )
    if " " not in label:  # "After: ..." - after what the talk calls an event
        if "event" not in sentence.kinds:
            return ""
        label = f"{label} {sentence.kinds['event']}"
    return f"{label[:1].upper()}{label[1:]}, {text[:1].lower()}{text[1:]}{source}?"


def _set_off(parse: Parse, clause: Clause, gap: Unit | None) -> set[int]:
    """The phrases that commas string together behind the verb: "during the day, in a test system, with backups"."""
    behind = [unit for unit in clause.units if unit.role == "prepositional" and not unit.fronted]
    apart = [unit for unit in behind if unit.tokens[0] and parse.words[unit.tokens[0] - 1] == ","]
    if len(behind) < 2 or not apart:
        return set()
    asked = set(gap.tokens) if gap is not None else set()
    return {i for unit in apart if not asked & set(unit.tokens) for i in unit.tokens}


def _second_purpose(clause: Clause, gap: Unit | None, gone: set[int]) -> set[int]:
    """Where a clause has a purpose in front and one behind, the one behind: a question bears only one."""
    purposes = [unit for unit in clause.units if unit.role == "purpose" and not set(unit.tokens) <= gone]
    if len(purposes) < 2 or not any(unit.fronted for unit in purposes):
        return set()
    return {i for unit in purposes if not unit.fronted and unit is not gap for i in unit.tokens}


def _prepositions() -> frozenset[str]:
    return frozenset(
        "of in on at to for from by with as about into through over under between against within without".split()
    )


def _subject_question(sentence: Sentence, clause: Clause, body: list[int], wh: str) -> str:
    parse = sentence.parse
    if clause.subject and any(_late(parse, i) for i in body if clause.subject[-1] < i < clause.finite):
        return ""  # "opening connections early makes ...": the adverb belongs to the subject
    aux = list(clause.aux)
    texts: list[str] = []
    finite = clause.finite
    bare = parse.tags[finite] == "VB" and not aux and not clause.imperative  # "averages hide ..."
    plural = parse.tags[finite] == "VBP" or bare or parse.lower[finite] in ("are", "were", "have", "do", "'re", "'ve")
    ordered = sorted({*aux, *body})
    singular_wh = not wh.split()[-1].endswith("s") or (
        wh.split()[0].lower() in ("who", "what") and len(wh.split()) == 1
    )
    done = False
    chunk: list[int] = []
    emphatic = parse.lower[finite] == "does" and finite != clause.verb and not clause.negated
    for i in ordered:
        if emphatic and i == finite:
            continue
        if i == (clause.verb if emphatic else finite):
            word = EXPANDED.get(parse.lower[i], parse.lower[i])
            if parse.lower[i] == "'s":
                word = "is"
            if parse.tags[i] == "VBG" and not aux:
                word = third_person(base(word, "VBG"))
            if emphatic:
                word = third_person(word)
            several = clause.lemma == "be" and (unit := clause.unit("complement")) and _is_plural(parse, unit.head)
            if plural and singular_wh and not several and not wh.startswith("what percentage"):
                word = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(
                    word, word if parse.tags[i] != "VBP" and not bare else third_person(word)
                )
            elif not plural and not singular_wh and parse.tags[i] == "VBZ":
                word = {"is": "are", "has": "have", "does": "do"}.get(word, base(word, "VBZ"))
            texts.append(render(sentence, clause, chunk))
            chunk = []
            texts.append(word)
            done = True
            continue
        if done and parse.lower[i] == "n't" and i == finite + 1:
            texts[-1] = contracted(texts[-1])
            continue
        chunk.append(i)
    texts.append(render(sentence, clause, chunk))
    return " ".join([wh, *(text for text in texts if text)])


def _late(parse: Parse, i: int) -> bool:
    """Whether an adverb is none that stands before its verb: not often, usually, always."""
    manner = parse.lower[i].endswith("ly") and parse.lower[i] != "early"
    return parse.tags[i] == "RB" and not manner and parse.lower[i] not in BEFORE_VERB


def _is_plural(parse: Parse, i: int) -> bool:
    return parse.tags[i] in ("NNS", "NNPS") or parse.lower[i] == "people"


def _inverted(sentence: Sentence, clause: Clause, body: list[int], wh: str, gap: Unit, tail: str) -> str:
    parse = sentence.parse
    subject = noun_phrase(sentence, clause, clause.subject, clause.subject_head)
    aux = list(clause.aux)
    rest = list(body)
    if aux and parse.lower[aux[0]] in ("get", "gets", "got"):  # "readers get lost": get is a verb like any other here
        front = {"gets": "does", "got": "did"}.get(parse.lower[aux[0]], "do")
        return " ".join(
            word for word in (wh, front, subject, "get", _with_tail(sentence, clause, rest, gap, tail)) if word
        )
    if aux:
        first = aux.pop(0)
        word = EXPANDED.get(parse.lower[first], parse.lower[first])
        if parse.lower[first] == "'d" and parse.tags[clause.verb] == "VBN":
            word = "had"
        if parse.lower[first] == "'s":
            word = "has" if parse.tags[clause.verb] == "VBN" and parse.deps[first] == "aux" else "is"
        if parse.lower[first] in ("not", "never", "n't"):
            return ""
        if aux and parse.lower[aux[0]] in ("n't", "not"):
            aux.pop(0)
            if word in ("is", "are") and parse.tags[clause.verb] == "VBN" and wh.split()[0] != "why":
                subject = f"{subject} not"  # "What are they not harmed by?"
            else:
                word = contracted(word)
        rest = sorted({*aux, *rest})
        front = word
    elif clause.lemma == "be":
        front = {"'s": "is", "'re": "are", "'m": "am"}.get(parse.lower[clause.verb], parse.lower[clause.verb])
        rest = [i for i in rest if i != clause.verb]
        if rest and parse.lower[rest[0]] in ("n't", "not") and parse.heads[rest[0]] == clause.verb:
            front = contracted(front)
            rest.pop(0)
    else:
        front = _support(parse, clause)
        base_form = base(parse.words[clause.verb], parse.tags[clause.verb])
        at = rest.index(clause.verb)
        left, right = rest[:at], rest[at + 1 :]
        words = [
            wh,
            _agreeing(front, clause, subject),
            subject,
            render(sentence, clause, left),
            base_form,
            _with_tail(sentence, clause, right, gap, tail),
        ]
        return " ".join(word for word in words if word)
    words = [wh, _agreeing(front, clause, subject), subject, _with_tail(sentence, clause, rest, gap, tail)]
    return " ".join(word for word in words if word)


def _support(parse: Parse, clause: Clause) -> str:
    """The form of "do" that a verb without an auxiliary takes in front of its subject."""
    tag = parse.tags[clause.verb]
    if tag == "VBZ" and _slips_in_number(parse, clause):
        return "do"
    one = parse.tags[clause.subject_head] in ("NN", "NNP") and not parse.children(clause.subject_head, "conj")
    if tag == "VBG" and one:
        return "does"
    return {"VBZ": "does", "VBD": "did", "VBN": "did"}.get(tag, "do")


def _slips_in_number(parse: Parse, clause: Clause) -> bool:
    """Whether the notes have "high standards produces": the question needs no slip."""
    head = clause.subject_head
    plain = head not in clause.swaps and parse.tags[head] == "NNS" and parse.heads[head] == clause.verb
    known = in_dictionary(singular(parse.lower[head]))  # "Kubernetes" is no plural
    return plain and known and ends_plural(parse.lower[head])


def _agreeing(front: str, clause: Clause, subject: str) -> str:
    """The fronted auxiliary in the number of what stands in a pronoun's place."""
    if clause.subject_head not in clause.swaps or subject in ("they", "it"):
        return front
    subject = subject.removesuffix(" both").removesuffix(" all")
    last = HANGS_ON.split(subject)[0].split()[-1].lower()
    plural = " and " in subject.split(" of ")[0] or last in PLURAL_PEOPLE or ends_plural(last)
    if clause.subject_kind != "they" and any(
        word.lower().endswith("ing") for word in subject.split()[: 1 + subject.split()[0].endswith("ly")]
    ):
        plural = False
    pairs = {
        "does": "do",
        "is": "are",
        "has": "have",
        "was": "were",
        "doesn't": "don't",
        "isn't": "aren't",
        "hasn't": "haven't",
    }
    return pairs.get(front, front) if plural else {v: k for k, v in pairs.items()}.get(front, front)


def _with_tail(sentence: Sentence, clause: Clause, tokens: list[int], gap: Unit, tail: str) -> str:
    if not tail:
        return render(sentence, clause, tokens)
    at = gap.gap[0]
    before = [i for i in tokens if i < at]
    after = [i for i in tokens if i > at]
    return " ".join(part for part in (render(sentence, clause, before), tail, render(sentence, clause, after)) if part)
