"""Hard filters against what the parser misread and only the finished card shows."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import base
from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words

STRANDED = re.compile(
    r"^(?:What|Who) (?:is|are) [^,]+ from\?$|\babout (?:well|right|better)\?$|, .* all\?$"
    r"|^Why \w+n't .* (?:frequently|usually|sometimes|mostly|commonly|typically) "
    r"|^(?:How|When)\b.* (?<!be )(?:around|over|about|nearly|almost)\?$"
)


def verb_taken_for_the_subject(card: Candidate) -> str:
    """For "it catches bugs earlier; hands managers an argument", with "catches bugs earlier" taken for who hands it."""
    clause = card.clause
    if clause is None:
        return ""
    taken = clause.swaps.get(clause.subject_head, "")
    before = card.sentence.before
    if card.sentence.elided and before is not None and before.segment.joint in (":", ";"):
        first = before.segment.text.split(" ")[0]
        if first.islower() and first.endswith("s") and is_verb(first) and taken and taken in before.segment.text:
            return "the answer belongs to another clause"  # "narrows the gap between teams; hands owners arguments"
    said = taken.split()
    verb = len(said) > 2 and said[0].islower() and said[0].endswith("s") and is_verb(said[0])
    behind = verb and said[1] not in ("of", "in", "for", "on", "with", "and", "that", "who", "to", "from")
    return "the answer belongs to another clause" if behind else ""


IDIOMS = {  # nouns that make one idea with their verb: "make room" is nothing made
    "make": "room time space sense progress use decisions mistakes",
    "take": "time part place care responsibility ownership action notice turns advantage effect",
    "have": "trouble room confidence",
    "pay": "attention",
    "ask": "questions",
    "do": "work",
}


def cut_out_of_an_idiom(card: Candidate) -> str:
    """For "What should managers make in the plan? Room": to make room is one idea."""
    clause = card.clause
    said = re.match(r"[A-Za-z]+", card.answer)
    if clause is None or said is None or not card.tokens:
        return ""
    verbs = (clause.parse.heads[i] for i in card.tokens if clause.parse.deps[i] == "dobj")
    governors = {base(clause.parse.words[verb], clause.parse.tags[verb]) for verb in verbs}
    found = any(said[0].lower() in IDIOMS.get(verb, "").split() for verb in governors)
    return "verb and object are one idea" if found else ""


def clause_as_subject(card: Candidate) -> str:
    """For "the board gives shift leads a view", read as if it led something: a whole statement does nothing."""
    clause = card.clause
    if clause is None or clause.subject_kind != "clause" or clause.subject_head in clause.swaps:
        return ""
    said = clause.parse.tags[clause.subject_head] in ("VBZ", "VBP", "VBD")
    asks = clause.parse.tags[clause.subject[0]] in ("WP", "WRB", "WDT", "IN", "VBG", "TO")
    return "a statement was taken for a subject" if said and not asks else ""


def subject_ends_in_a_particle(card: Candidate) -> str:
    """For "scaling in is a source of errors": "what is scaling in a source of" is read wrongly."""
    clause = card.clause
    if clause is None or not clause.subject or clause.lemma != "be" or card.tokens == frozenset(clause.subject):
        return ""
    particle = clause.parse.lower[clause.subject[-1]] in ("in", "out", "up", "down", "on", "off", "over")
    return "the question can't be read" if particle and not clause.aux and "(" not in card.question else ""


def does_a_thing(card: Candidate) -> str:
    """For "you need the headroom to be there": a thing is nothing to do."""
    asked = re.search(r"\b(?:to|should \w+) do\b(?! (?:with|for|about|so)\b)", card.question)
    thing = re.match(r"(?:the|an?|your|our) ", card.answer, re.IGNORECASE)
    return "the answer is nothing that one does" if asked and thing else ""


def sets_lengths_against(card: Candidate) -> str:
    """For "How long do branches live, rather than weeks?": nobody asks for a length so."""
    against = card.question.startswith(("How long ", "How many ")) and ", rather than " in card.question
    return "a figure is set against another in the question" if against else ""


def strands_a_preposition(card: Candidate) -> str:
    """For "What is growth from?", "How long did it take over?": the word left behind says nothing there."""
    time = card.question.endswith(" at?") and re.match(r"(?:Each|Every) ", card.answer)
    return "a word is left behind in the question" if time or STRANDED.search(card.question) else ""


def examples_left_behind(card: Candidate) -> str:
    """For "It hides the work, like reviews": examples of the answer that got into the question."""
    after = re.match(r", (?:like|such as|including|especially) (\w+)", card.behind_the_answer)
    left = after is not None and card.clause is not None and after[1] in card.question
    return "examples of the answer stand in the question" if left else ""


def clause_of_the_answer(card: Candidate) -> str:
    """For "check each level where a key might live": what picks the answer out got into the question."""
    behind = re.match(r" where (\w+ \w+)", card.behind_the_answer)
    left = behind is not None and card.clause is not None and f" where {behind[1]}" in card.question
    return "what picks the answer out stands in the question" if left else ""


def not_only_that(card: Candidate) -> str:
    """For "a conversation with the users, not just with the engineers": what else it is, is lost."""
    text = card.sentence.whole or card.sentence.text
    more = card.rule.asks == "definition" and re.search(r",? not (?:just|only|merely|simply) ", text)
    return "the sentence says it is not the only answer" if more else ""


def clause_behind_its_noun(card: Candidate) -> str:
    """For "an owner and a date it was last checked": which date, got into the question."""
    clause = card.clause
    if (
        clause is None
        or not card.tokens
        or not any(u.role == "object" and set(u.gap) & card.tokens for u in clause.units)
    ):
        return ""
    after = max(card.tokens) + 1
    told = [u for u in clause.units if u.role == "content" and u.tokens[0] == after]
    own = told and clause.parse.lower[after] in ("it", "they", "we", "you", "he", "she", "people")
    return "what picks the answer out stands in the question" if own else ""


def relative_left_out(card: Candidate) -> str:
    """For "finding leaves that are warmer than the air", answered by "finding leaves": which ones is the point."""
    told = re.match(r" (?:that|which|who) (?:are|is|can|have|has|were|was)\b", card.behind_the_answer)
    short = told is not None and told[0].strip() not in card.question
    return "the answer breaks off" if short and card.rule.asks in ("purpose", "definition", "fact", "advice") else ""


def limit_of_a_case(card: Candidate) -> str:
    """For "no longer than an hour in July": the limit holds only then."""
    only = card.rule.name == "at-most-time" and re.match(r" (?:in|during|on) (?!a row)\w", card.behind_the_answer)
    return "the limit holds in one case only" if only else ""


def one_case_of_many(card: Candidate) -> str:
    """For "it is expensive, above all if it works": it is so in other cases, too."""
    if card.clause is None or card.rule.asks != "condition" or not card.tokens or min(card.tokens) < 2:
        return ""
    before = card.clause.parse.lower[min(card.tokens) - 2 : min(card.tokens)]
    if before[-1] in ("date", "time", "day", "moment", "point", "hour", "place", "case", "days"):
        return "it tells which, not when"  # "a date when it was last verified"
    return "it is so in other cases as well" if before[-1] == "particularly" or before == ["above", "all"] else ""


def time_in_the_answer(card: Candidate) -> str:
    """For "divert flights within minutes": how soon is not what."""
    if card.question.startswith("Where ") and re.match(r"(?:Between|At|In|On|From|By|After|Before) \d", card.answer):
        return "a time is no place"
    soon = re.search(r"\w within (?:seconds|minutes|hours|days|weeks|an? \w+)$", card.answer)
    return "the answer says how soon as well" if soon and card.question.startswith(("What ", "Who ")) else ""


def precondition_as_time(card: Candidate) -> str:
    """For "When do alarms need to be heard? Before we can help": what has to be done first is no time."""
    asked = re.match(r"When (?:do|does) .* (?:(?:need|have) to be|need(?! to have))\b", card.question)
    return "a precondition is no time" if asked and card.answer.startswith("Before ") else ""


def purpose_of_another(card: Candidate) -> str:
    """For "lose the information that we need in order to improve": the purpose is that of the need, not of the loss."""
    clause = card.clause
    if clause is None or card.rule.asks != "purpose":
        return ""
    if card.tokens and any(
        clause.parse.tags[i] == "VBG" and clause.parse.deps[i] == "pcomp"
        for i in clause.predicate
        if i < min(card.tokens)
    ):
        return "the purpose is that of a clause inside"  # "be careful about cutting staff to save money"
    made = {"design", "build", "write", "structure", "organize", "arrange", "shape"}
    if any(base(clause.parse.words[i], clause.parse.tags[i]) in made for i in clause.chain) and re.match(
        r"So that (?:its|their|it|they)\b", card.answer
    ):
        return "it says how, not what for"  # "design it so that its state is visible"
    wants = r" (?:that|which)?\s?(?:we|you|they|people|teams|it) (?:need|want|use|have|take|do)\?$"
    return "the purpose is that of a clause inside" if re.search(wants, card.question) else ""


def agent_takes_up_itself(card: Candidate) -> str:
    """For "collected by the pipeline as it runs": "it" in the question stands for the answer."""
    clause = card.clause
    if (
        clause is None
        or card.rule.asks != "agent"
        or not card.tokens
        or clause.parse.child(clause.verb, "auxpass") is None
    ):
        return ""
    after = [i for i in clause.predicate if i > max(card.tokens)]
    back = [
        i for i in after if clause.parse.lower[i] in ("it", "its", "they", "their", "them") and i not in clause.swaps
    ]
    return "the question takes up its own answer" if back and not set(back) & card.tokens else ""


def number_as_subject(card: Candidate) -> str:
    """For "only 15 are left": of what, the clause before said."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject_head in clause.swaps:
        return ""
    head = clause.subject_head
    bare = (clause.parse.tags[head] == "CD" or clause.parse.words[head][0].isdigit()) and len(clause.subject) < 3
    return "nothing on the card says how many of what" if bare else ""


def merely_so(card: Candidate) -> str:
    """For "going back is just another switch": without "just" it is another claim."""
    clause = card.clause
    if clause is None or card.rule.asks != "cause":
        return ""
    just = any(clause.parse.lower[i] in ("just", "merely", "simply") for i in clause.predicate if i not in card.tokens)
    kept = re.search(r"\b(?:just|merely|simply)\b", card.question)
    return "the question has lost a word that matters" if just and clause.lemma == "be" and not kept else ""


def says_what_it_is(card: Candidate) -> str:
    """For "inner source is applying the habits of open source": that is what it is, not what it does just now."""
    clause = card.clause
    if clause is None or clause.parse.tags[clause.verb] != "VBG" or not clause.aux or not clause.subject:
        return ""
    parse, head = clause.parse, clause.subject_head
    does = any(parse.lower[a] in ("is", "'s") for a in clause.aux) and parse.child(head, "det", "poss") is None
    idea = does and parse.tags[head] in ("NN", "NNP") and parse.lower[head] not in words("roles")
    return (
        "it says what a thing is, not what it does"
        if idea and card.question.startswith(("What is ", "Why is "))
        else ""
    )


def even_so(card: Candidate) -> str:
    """For "useful even in a small firm": it is useful in others as well, so that is no answer."""
    clause = card.clause
    if clause is None or not card.tokens or card.question.startswith("Why "):
        return ""
    before = range(max(0, min(card.tokens) - 2), min(card.tokens))
    even = any(clause.parse.lower[i] == "even" for i in before)
    return "it is so even there, not only there" if even else ""
