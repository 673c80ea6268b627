"""What a pronoun may stand for: tests and wordings of antecedents."""

from __future__ import annotations

import re

from flashcards.language.clause import Clause
from flashcards.language.forms import ends_plural, singular
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.sentence import Sentence

SINGULAR = ("NN", "NNP", "VBG")
PLURAL = ("NNS", "NNPS")
DEEDS = frozenset("kindness pleasure mistake shame pity joy challenge privilege waste relief crime".split())
NOT_ALL = frozenset(
    "little no most some many few fewer more less several which what whose how".split()
)  # of which, who knows
SOMEBODY = ("someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody")
LONGEST = 7  # words of an antecedent that still reads well in a question


def is_expletive(clause: Clause) -> bool:
    """Whether "it" only fills the subject's place.

    "it is easy to ...", "it can help to ...", "it is not X at the heart of Y".
    """
    parse = clause.parse
    if clause.lemma in ("seem", "turn", "take", "rain", "depend"):
        return True
    if clause.lemma == "appear":  # "it appears because the docs are old" is a thing that does
        return clause.unit("reason") is None
    if clause.lemma == "be" or parse.deps[clause.subject_head] == "expl":
        if any(
            parse.deps[c] in ("xcomp", "ccomp", "advcl", "csubj")
            and not (parse.lower[parse.subtree(c)[0]] in ("where", "when", "how") and clause.unit("complement") is None)
            and parse.lower[parse.subtree(c)[0]] not in ("because", "since")
            for c in parse.children(clause.verb)
        ):
            return True
        complement = clause.unit("complement")
        if complement and any(
            parse.deps[c] in ("xcomp", "ccomp", "advcl", "relcl", "acl")
            and parse.lower[parse.subtree(c)[0]] not in ("because", "since")
            for c in parse.children(complement.head)
        ):
            first = parse.lower[complement.tokens[0]]
            to_do = any(
                parse.tags[a] == "TO"
                for c in parse.children(complement.head, "xcomp", "acl", "advcl", "relcl")
                for a in parse.children(c, "aux")
            )
            deed = parse.lower[complement.head] in DEEDS and first in ("a", "an") and to_do
            return deed or parse.tags[complement.head] not in ("NN", "NNS")  # "it is a kindness to save them time"
    return any(
        unit.role == "infinitive"
        and unit.marker == "to"
        and clause.lemma in ("help", "pay", "make", "hurt", "matter", "cost")
        for unit in clause.units
    )


def is_plural_text(text: str) -> bool:
    last = text.split(" of ")[0].split()[-1].lower() if text else ""
    if re.match(r"(?:an? )?(?:few|couple of|number of|handful of) ", text, re.IGNORECASE):
        return True  # "a few shops notice"
    return ends_plural(last)


NOTION = re.compile(r"(?:the|this) (?:notion|idea|concept|practice) of (?=[a-z])", re.IGNORECASE)


def without_notion(text: str) -> str:
    """An antecedent without "the notion of": what helps is "having developers on call", "sharing code"."""
    found = NOTION.match(text)
    if not found:
        return text
    rest = text[found.end() :]
    if rest.split()[0].endswith("ing"):
        return rest
    return f"having {rest}" if is_plural_text(rest.split(" on ")[0].split(" in ")[0]) else text


def quoted_clause(sentence: Sentence, tokens: tuple[int, ...]) -> bool:
    """Whether it is a saying in quotes, such as "things take too long": a sentence can't stand where a noun does."""
    text = sentence.parse.text(tokens)
    return text.startswith('"') and text.count(" ") >= 2


POINTING = ("it", "they", "them", "its", "their", "this", "these", "that", "those", "he", "she", "his", "her", "such")
MEASURES = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "percent", "time")
NAMED_BY_WHAT_FOLLOWS = frozenset(
    "goal purpose point aim idea key reason problem challenge trick step start move lesson".split()
)


def no_thing(parse: Parse, head: int, plural: bool) -> bool:
    """Whether "it" or "they" never stands for such a noun: "it" for somebody, either for a length of time."""
    noun = singular(parse.lower[head])
    length = noun in MEASURES and parse.child(head, "compound") is None  # "Game Days" are no length
    many = noun == "number" and any(parse.lower[c] == "of" for c in parse.children(head, "prep"))
    return length or many or (not plural and noun in words("roles") - words("collectives"))


def points_back(sentence: Sentence, tokens: tuple[int, ...]) -> bool:
    parse = sentence.parse
    return any(parse.lower[i] in POINTING and parse.tags[i] != "IN" and parse.tags[i] != "WDT" for i in tokens)


def subject_antecedent(sentence: Sentence, clause: Clause, plural: bool, alone: bool = False) -> str:
    """The subject of `clause` where it agrees; `alone`: a subject left out means the one before, objects or not."""
    from flashcards.wording.phrase import noun_phrase

    if not clause.subject:
        return ""
    parse, head = sentence.parse, clause.subject_head
    if head in clause.swaps:
        swapped = "" if plural else _with_its_article(parse, clause)  # two "they" in a row seldom mean the same
        return swapped if is_plural_text(swapped) == plural else ""
    if clause.subject_kind in ("we", "you", "it", "there"):
        same = clause.subject_kind == "it" and not plural and not is_expletive(clause)
        # "It doesn't own the outcome. It can't finish anything": the first "it", whatever that is
        return "" if same else object_antecedent(sentence, clause, plural)
    if parse.lower[head] in (*SOMEBODY, "none", "nothing") or parse.lower[clause.subject[0]] == "no":
        return ""
    if clause.subject_kind not in ("noun", "name", "clause") or len(clause.subject) > LONGEST or _breaks_off(clause):
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
    if parse.lower[clause.subject[0]] in NOT_ALL:
        return ""
    if no_thing(parse, head, plural) or (clause.lemma == "be" and parse.lower[head] in NAMED_BY_WHAT_FOLLOWS):
        return ""
    return without_notion(noun_phrase(sentence, clause, clause.subject, head))


def _with_its_article(parse: Parse, clause: Clause) -> str:
    """What stands for the subject, with the "the" that stays before it: "the cost", the cost of adding a rule."""
    swapped = clause.swaps[clause.subject_head]
    first, word = clause.subject[0], swapped.partition(" ")[0]
    bare = word.islower() and word not in ("the", "a", "an") and not word.endswith("ing")
    return f"the {swapped}" if bare and first != clause.subject_head and parse.lower[first] == "the" else swapped


def _breaks_off(clause: Clause) -> bool:
    """For "going from 98% to 96% sounds small", with only "going" taken for the subject."""
    behind = clause.subject[-1] + 1
    cut = behind < clause.finite and clause.parse.tags[behind] in ("IN", "DT", "NN", "NNS", "CD")
    return clause.subject_kind == "clause" and cut


def _rivals(clause: Clause, plural: bool) -> bool:
    """Whether an object of the clause agrees in number too."""
    parse = clause.parse
    tags = PLURAL if plural else SINGULAR
    return any(unit.role == "object" and parse.tags[unit.head] in tags for unit in clause.units)


def object_antecedent(sentence: Sentence, clause: Clause, plural: bool) -> str:
    """The object of the clause before, when it is the only noun phrase there that agrees."""
    from flashcards.wording.phrase import render

    parse = sentence.parse
    tags = PLURAL if plural else SINGULAR
    agreeing = [
        unit
        for unit in clause.units
        if unit.role in ("object", "prepositional", "complement")
        and unit.gap
        and parse.tags[head_of(clause, unit.gap)] in tags
    ]
    if not agreeing and clause.subject_kind == "clause" and plural:
        return only_plural(clause)
    if len(agreeing) != 1 or agreeing[0].role == "complement":
        return ""
    if agreeing[0].role == "prepositional" and (clause.unit("object") or agreeing[0].tokens[0] != clause.verb + 1):
        return ""
    tokens = agreeing[0].gap
    if not 2 <= len(tokens) <= LONGEST or points_back(sentence, tokens) or parse.lower[tokens[0]] in NOT_ALL:
        return ""
    if parse.tags[tokens[-1]] == "JJ" and tokens[-1] != head_of(clause, tokens):
        return ""  # "make the ownership of every piece explicit": what it becomes is no part of it
    if plural and parse.lower[tokens[0]] in ("your", "our", "my"):
        return ""  # "It lacks your limits. They give each developer ...": those who speak
    if any(parse.lower[i] in ("nothing", "everything", "something", "anything") for i in tokens):
        return ""
    compared = any(parse.lower[i] in ("similar", "same", "other", "another", "different") for i in tokens)
    if compared or no_thing(parse, head_of(clause, tokens), plural):
        return ""
    return render(sentence, clause, tokens)


def only_plural_there(sentence: Sentence, clause: Clause) -> str:
    """The only plural noun of what somebody should do: "bring work to the people" gives "people"."""
    parse = clause.parse
    found = [i for i in clause.predicate if parse.tags[i] in PLURAL or parse.lower[i] in words("plural_people")]
    if len(found) != 1 or any(parse.deps[c] not in ("det", "amod", "compound") for c in parse.children(found[0])):
        return ""
    if singular(parse.words[found[0]]) in words("vague_times"):
        return ""  # "retry a few times, then send them on": not the times
    from flashcards.wording.phrase import render

    kept = list(parse.children(found[0], "amod", "compound"))
    return render(sentence, clause, [*kept, found[0]])


def only_plural(clause: Clause) -> str:
    """The only plural noun of a subject clause: "blaming operators costs trust" gives "operators"."""
    parse = clause.parse
    found = [i for i in clause.subject if parse.tags[i] in PLURAL]
    alone = len(found) == 1 and not any(parse.deps[c] != "det" for c in parse.children(found[0]))
    return parse.words[found[0]] if alone else ""


def head_of(clause: Clause, tokens: tuple[int, ...]) -> int:
    """The position among these words that all others of them hang on."""
    inside = set(tokens)
    return next((i for i in tokens if clause.parse.heads[i] not in inside), tokens[0])
