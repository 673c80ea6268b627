"""Filters that word the question for a gap: what, why, where, how many, what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flashcards.language.clause import Unit
from flashcards.language.forms import third_person
from flashcards.language.lexicon import words
from flashcards.model import Talk
from flashcards.wording.ask import question
from flashcards.wording.errors import NoWording
from flashcards.wording.gap import Gap
from flashcards.wording.phrase import capitalise, noun_phrase, render

PARTICULARLY = ("especially", "particularly", "mainly", "mostly", "usually", "typically", "often", "even")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ONLY = re.compile(r" only(?= )")
NOW = re.compile(r" (?:today|currently|right now|at the moment|these days|nowadays)\?$")
PAST = {" is ": " was ", " are ": " were ", " has ": " had ", " have ": " had ", " does ": " did ", " do ": " did "}
PRESENT = re.compile("|".join(PAST))
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def ask(gap: Gap, wh: str = "", keep: str = "") -> str:
    """The whole question for the gap; without `wh` the best question word for it is chosen.

    `keep` names roles of adjuncts that must stay in a long question.
    """
    return sound(question(gap.sentence, gap.clause, gap.unit, wh or wh_words(gap), keep=tuple(keep.split())))


def ask_meant(gap: Gap) -> str:
    """The question for what something shows or tells; what it "means" is asked as what it implies.

    "One huge table means that ..." -> "What does one huge table imply?": to mean may be to be defined as.
    """
    text = ask(gap)
    one = gap.clause.parse.lower[gap.clause.subject[0]] in ("a", "an", "one") if gap.clause.subject else False
    if gap.clause.lemma != "mean" or not one:
        return text  # "what does eventual consistency mean?"
    return re.sub(r"(?<= )mean(?=\?| (?:for|to|in|about|when|if)\b)", "imply", text)


def ask_denied(gap: Gap) -> str:
    """The question for what something is instead of what it isn't: "If it isn't a rule, what is it?"."""
    clause = gap.clause
    denied = [aside.text for aside in gap.sentence.segment.asides if aside.form == "contrast"]
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    be = gap.sentence.parse.lower[clause.verb]
    if len(denied) != 1 or be not in ("is", "are") or not re.match(r"(?:an?|the|just) |\w+s$", denied[0]):
        raise NoWording
    return f"If {subject} {be}n't {denied[0]}, what {be} {'it' if be == 'is' else 'they'}?"


def ask_doing(gap: Gap, wh: str = "what") -> str:
    """The question for a whole verb phrase.

    "What do teams need to do when ...?", "What does it keep us from doing?".
    """
    if gap.unit is None:
        raise NoWording
    if gap.asked.role == "gerund":
        tail = "doing" if gap.asked.marker in ("from", "into") and gap.before_object else ""  # "keeps us from doing"
        return sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    if gap.asked.role == "predicate":
        tail = (
            "" if gap.sentence.parse.child(gap.asked.head, "auxpass") is not None or gap.clause.lemma == "be" else "do"
        )
        return sound(question(gap.sentence, gap.clause, gap.unit, wh, tail))
    core = without_adjuncts(gap)
    if gap.sentence.parse.lower[core.head] == "be" and not passive_infinitive(gap):
        raise NoWording  # "has to be visible before ...": nothing one does
    tail = ("to " if gap.asked.marker == "to" else "") + ("be" if passive_infinitive(gap) else "do")
    return sound(question(gap.sentence, gap.clause, core, wh, tail))


def sound(text: str) -> str:
    if not text.strip("? "):
        raise NoWording
    return text


def without_adjuncts(gap: Gap) -> Unit:
    """The infinitive without the conditions and purposes at its end: they stay in the question."""
    apart = {
        i
        for unit in gap.clause.units
        if unit.role in ("condition", "purpose", "reason") and unit is not gap.unit
        for i in unit.tokens
    }
    kept = tuple(i for i in gap.asked.tokens if i not in apart)
    while kept and gap.sentence.parse.tags[kept[-1]] in (",", ".", "CC"):
        kept = kept[:-1]
    return replace(gap.asked, tokens=kept, gap=kept)


def ask_instead(gap: Gap) -> str:
    """The question for what to do where the clause before says what not to: "What should you do instead of ...?"."""
    asked = ask_doing(gap)
    if gap.clause.rather_than or not asked.endswith(" do?"):
        raise NoWording  # same verb: its object is asked for
    return f"{asked[:-1]} instead of {gap.clause.instead_of}?"


def passive_infinitive(gap: Gap) -> bool:
    parse = gap.sentence.parse
    return any(parse.deps[c] == "auxpass" and parse.lower[c] == "be" for c in parse.children(gap.asked.head))


def wh_words(gap: Gap) -> str:
    """The question word for a gap: who, how many ..., what percentage of ..., what kind of ..., or what."""
    if gap.asked_of_people:
        return "who"
    parse = gap.sentence.parse
    one = gap.head_tag == "NN" or any(parse.lower[i] in ("is", "was") for i in (*gap.clause.aux, gap.clause.verb))
    single = gap.clause.lemma == "be" and gap.unit is not None and gap.unit.role == "complement" and one
    if (
        (gap.listed > 2 or gap.pair) and not single and gap.clause.lemma != "mean"
    ):  # "drift is the difference between A and B"
        many = max(gap.listed, 2)
        return f"what {NUMBERS[many]} things" if many < len(NUMBERS) else "what"
    if gap.unit is not None and gap.of_a_kind:
        if gap.governor == "need" and gap.clause.unit("purpose") is not None:
            raise NoWording  # "We need a ... framework to ...": why is the question
        return f"what kind of {gap.head_words}"
    return "what"


def ask_enabled(gap: Gap) -> str:
    """The question for what somebody is helped or made to do: "What do flags allow teams to do?"."""
    parse = gap.sentence.parse
    actor = [i for c in parse.children(gap.asked.head, "nsubj") for i in parse.subtree(c) if i < gap.asked.head]
    if not actor and gap.clause.unit("object") is None:
        raise NoWording  # "helps make it ...": nobody is named who does it
    infinitive = tuple(i for i in gap.tokens if i not in actor)
    tail = "to do" if any(parse.tags[i] == "TO" and parse.heads[i] == gap.asked.head for i in infinitive) else "do"
    return sound(
        question(gap.sentence, gap.clause, replace(gap.asked, tokens=infinitive, gap=infinitive), "what", tail)
    )


def kind_of(gap: Gap) -> str:
    """The question with "what kind of" and the gap's head: for an answer whose modifiers are the point."""
    head = gap.head_words
    empty = gap.head_noun in words("vague") and "compound" not in gap.modified  # "an engineering problem" says more
    if any(gap.sentence.parse.tags[i] == "JJR" for i in gap.tokens):
        raise NoWording  # "a harder problem": than which?
    if empty or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    if gap.head and gap.sentence.parse.words[gap.head - 1] == "-":
        raise NoWording  # "a trade-off", of which the parser sees the end only
    behind = gap.tokens.index(gap.head) + 1
    after = gap.sentence.parse.lower[gap.tokens[behind]] if behind < len(gap.tokens) else ""
    if after in ("where", "when") and gap.head_noun not in words("places"):
        raise NoWording  # "alert teams where they talk" tells where, not which teams
    return sound(question(gap.sentence, gap.clause, gap.unit, f"what kind of {head}"))


def which_one(gap: Gap) -> str:
    """The question with "which" for what a relative clause picks out: "Which reviews should we keep?"."""
    if gap.head_noun in words("vague") or gap.head_tag not in ("NN", "NNS"):
        raise NoWording
    return sound(question(gap.sentence, gap.clause, gap.unit, f"which {gap.head_words}"))


def ask_qualities(gap: Gap) -> str:
    """The question for the adjectives a thing is listed under: "What two qualities do incidents have?"."""
    parse, clause = gap.sentence.parse, gap.clause
    if gap.listed < 2 or not gap.head_tag.startswith(("JJ", "VBN")) or len(clause.aux) > 1:
        return ask(gap)
    if any(parse.tags[i] == "CC" and parse.tags[j] == "IN" for i, j in pairwise(gap.tokens)):
        raise NoWording  # "soon, specific, and about behavior": the last is no quality
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    modal = parse.lower[clause.aux[0]] if clause.aux else ""
    plural = parse.lower[clause.finite] == "are"
    front = modal or ("do" if plural else "does")
    must = f"{clause.lemma} to " if clause.lemma in ("need", "have") else ""
    front = "do" if must and parse.tags[clause.verb] == "VBP" else front
    return f"What {NUMBERS[gap.listed]} qualities {front} {subject} {must}have?"


def ask_when(gap: Gap) -> str:
    """The question "when ...?" for a condition; with "especially" where it isn't the only one."""
    asked = ask(gap, "when")
    if gap.first_word in PARTICULARLY:
        return _especially(gap, asked)
    return ONLY.sub("", asked) if only_then(gap) else asked


def _especially(gap: Gap, asked: str) -> str:
    """For "... is a cost, especially when it still works": "When is ... especially a cost?"."""
    clause = gap.clause
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    state = clause.unit("complement")
    compares = state is not None and any(clause.parse.tags[i] in ("JJR", "RBR") for i in state.tokens)
    before, found, after = asked.partition(f" {subject} ")
    if compares or not found:
        raise NoWording
    return f"{before} {subject} especially {after}"


def only_then(gap: Gap) -> bool:
    """Whether "only" before the verb or what it is belongs to the condition: "only works if", "is only useful if"."""
    parse, verb = gap.sentence.parse, gap.clause.verb
    only = "only" in parse.lower[verb - 1 : verb + 2 if gap.clause.lemma == "be" else verb]
    return verb > 0 and only and gap.asked.marker in ("if", "when", "once", "after")


def ask_kind(gap: Gap) -> str:
    """The question with "what kind of" where something tells the kind in front of the head, else with "what"."""
    kinds = gap.modified & {"adjective", "compound"} and not gap.modified - {"adjective", "compound"}
    tells = kinds and gap.first_tag not in ("JJR", "JJS", "DT", "PRP$", "CD", "PDT")
    return kind_of(gap) if tells and gap.listed == 1 else ask(gap)


def ask_listed(gap: Gap) -> str:
    """The question for all of a list by its number: "What are the four golden signals of a service?"."""
    if not 2 < gap.listed < len(NUMBERS):
        raise NoWording
    subject = render(gap.sentence, gap.clause, gap.clause.subject)
    if re.match(rf"[\w' -]+['’]s? {NUMBERS[gap.listed]} ", subject):
        return f"What are {subject}?"  # "DORA's four key metrics"
    plain = re.sub(
        r"^(?:the|all|our|your) (?:(?:two|three|four|five|six|seven|\d) )?", "", subject, flags=re.IGNORECASE
    )
    return f"What are the {NUMBERS[gap.listed]} {plain[:1].lower() + plain[1:] if plain != subject else plain}?"


PLACES = frozenset("in on at into onto to inside within near next beside behind under over between".split())


def ask_where(gap: Gap) -> str:
    """The question "where ...?" for a preposition with its object."""
    asked, against, rest = ask_whole(gap, "where").partition(", rather than ")
    placed = rest.partition(" ")[0] in PLACES
    return f"{asked}{against}{rest}" if not against or placed else f"{asked}?"


def ask_whole(gap: Gap, wh: str) -> str:
    """The question for a constituent that goes with its preposition, by the words `wh` ("how long")."""
    return sound(question(gap.sentence, gap.clause, replace(gap.asked, role="place", gap=gap.asked.tokens), wh))


def ask_in_kind(gap: Gap) -> str:
    """The question "in what kind of ...?" for a preposition with a noun of some kind."""
    if gap.head_noun in words("vague") or not gap.modified & {"adjective", "compound"}:
        raise NoWording
    return ask_whole(gap, f"{gap.asked.marker} what kind of {gap.sentence.parse.words[gap.head]}")


def ask_agent(gap: Gap) -> str:
    """The question for the agent of a passive; with "get" in the active: "Who reads runbooks?"."""
    clause, parse = gap.clause, gap.sentence.parse
    got = [i for i in clause.aux if parse.lower[i] in ("get", "gets")]
    asked = {*gap.tokens, *(gap.unit.tokens if gap.unit else ())}
    rest = [i for i in clause.predicate if i not in asked and i != clause.verb]
    if not got or rest or len(clause.aux) != 1:
        return ask(gap)
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    return f"{'Who' if gap.asked_of_people else 'What'} {third_person(clause.lemma)} {subject}?"


def ask_active(gap: Gap) -> str:
    """The question for what a passive names behind "by", put in the active: "What drives ...?"."""
    clause = gap.clause
    subject = noun_phrase(gap.sentence, clause, clause.subject, clause.subject_head)
    rest = [i for i in clause.predicate if i not in gap.tokens and i != clause.verb]
    if rest or len(clause.aux) != 1:
        raise NoWording
    return f"What {third_person(clause.lemma)} {subject}?"


def ask_free(gap: Gap) -> str:
    """The question that a subject with "what" is already: "What keeps a rota alive is ..."."""
    parse, clause = gap.sentence.parse, gap.clause
    if parse.deps[clause.subject[0]] != "nsubj":
        raise NoWording  # "what we need": turned round elsewhere
    return sound(f"{capitalise(render(gap.sentence, clause, clause.subject))}?")


def ask_happens(gap: Gap) -> str:
    """The question "What happens if ...?" for a condition; its answer is the main clause."""
    return f"What happens {render(gap.sentence, gap.clause, gap.tokens)}?"


def share(gap: Gap) -> str:
    """The question for a percentage: "What percentage of services have no owner?"."""
    parse, tokens = gap.sentence.parse, gap.tokens
    of = next((i for i in tokens if parse.lower[i] == "of"), None)
    named = str(gap).partition(" of ")[2] if of is None else ""  # resolved: "50%" of what the clause before says
    if of is None and not named:
        raise NoWording
    rest = named if of is None else render(gap.sentence, gap.clause, [i for i in tokens if i > of])
    percent = any("%" in parse.words[i] or parse.lower[i] == "percent" for i in tokens)
    asked = "what percentage of" if percent else "how much of"
    whole = parse.child(of, "pobj") if of is not None else None
    counted = whole is not None and parse.tags[whole] == "NN" and parse.lower[whole] in words("countable")
    if whole is not None and counted and not parse.children(whole, "det", "poss", "nummod"):
        raise NoWording  # "57% of code base": whose, the notes don't say
    return sound(_of_its_year(question(gap.sentence, gap.clause, gap.unit, f"{asked} {rest}"), gap.sentence.talk))


def _of_its_year(text: str, talk: Talk) -> str:
    """The question with the year of the talk for "today": a figure holds for its time, and a card is met later."""
    year = YEAR.search(f"{talk.date} {talk.event.dates} {talk.event.name}")
    if not year or not NOW.search(text):
        return text
    then = PRESENT.sub(lambda found: PAST[found[0]], text, count=1)
    return NOW.sub(f" in {year.group(0)}?", then)


def how_many(gap: Gap) -> str:
    """The question for the gap's number: "How many licences are there?"."""
    parse = gap.sentence.parse
    figures = {j for c in parse.children(gap.head, "nummod", "quantmod") for j in parse.subtree(c)}
    counted = [i for i in gap.tokens if i not in figures]
    text = render(gap.sentence, gap.clause, counted)
    text = re.sub(
        r"^(?:over|about|around|nearly|almost|some|approximately|up to|more than|at least|at most|the|a)\s+", "", text
    )
    return question(gap.sentence, gap.clause, gap.unit, f"how many {text}", keep=("purpose",))
