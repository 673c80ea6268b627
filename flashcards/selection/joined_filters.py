"""Hard filters against lists and joined clauses that were cut in the wrong place."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words

ASKED_OUT = ("object", "complement", "prepositional", "agent", "content", "gerund")


def cut_from_its_list(card: Candidate) -> str:
    """For "through an ending, a lull, and a start": one thing as the answer, the other two left in the question."""
    listed = re.search(r"^.*[a-z], [^,]{3,40}, and (?:an? |the )?[\w' -]{3,40}\?$", card.question)
    clause = card.clause
    if not listed or clause is None or card.tokens == frozenset(clause.subject) or not card.tokens:
        return ""
    after = max(card.tokens) + 1
    parse = clause.parse
    loose = after < len(parse.words) and parse.lower[after] == "," and " and " not in card.answer
    return "the answer is cut out of a list" if loose else ""


def list_cut_short(card: Candidate) -> str:
    """For "work that is manual, repetitive, and dull": an answer that stops before the last of them."""
    listed = card.answer.rstrip(".")
    counted = re.match(r"What (two|three|four|five|six) things ", card.question)
    if counted and (", not " in listed or (counted[1] != "two" and not re.search("[,;]", listed))):
        return "the answer breaks off in a list"
    apart = card.clause is not None and card.tokens and " and " not in card.question
    if apart and re.match(r"(?:, [\w -]{3,30})+, and ", card.behind_the_answer):
        return "the answer breaks off in a list"  # "systems contain logs, deploy events, and traces"
    if "," not in listed or " and " in listed or " or " in listed or card.clause is None or card.rule.asks == "list":
        return ""
    return "the answer breaks off in a list" if card.behind_the_answer.startswith(",") else ""


def runs_on(card: Candidate) -> str:
    """For "Who asks somebody, that person repeats it, and they report?": the next clause got into the question."""
    asked = re.split(r"\b(?:if|when|once|where|because|unless)\b", card.question, maxsplit=1)[0]
    more = r", and (?:then )?(?:they|he|she|we|you|it|that|practice|use|make|put|keep|try|let|share|ask)\b"
    orders = re.findall(r", (?:and |then )?(\w+) (?:a|an|the|one|your|our|it|them) ", asked)
    orders += re.findall(r", and (?:then )?(\w+) (?:$|so )", asked)
    tags = card.sentence.parse.tags
    plain = {low for low, tag in zip(card.sentence.parse.lower, tags, strict=True) if tag in ("VB", "VBP")}
    plain -= {low for low, tag in zip(card.sentence.parse.lower, tags, strict=True) if tag not in ("VB", "VBP")}
    one_more = plain & set(re.findall(r", (?:and |then )?([a-z]+)\b", asked))
    ordered = asked.startswith(("What should", "Who should", "Where should")) and bool(
        set(orders) & words("imperatives") or one_more
    )
    found = ordered or re.search(more, asked)
    return "the next clause got into the question" if card.clause is not None and found else ""


def shares_only_one_verb(card: Candidate) -> str:
    """For "spend a week with a team and ship something": "what should you spend and ship something" is no question."""
    clause = card.clause
    if clause is None or not card.tokens or card.tokens == frozenset(clause.subject):
        return ""
    asked = any(unit.role in ASKED_OUT and set(unit.gap) & card.tokens for unit in clause.units)
    last = max(card.tokens)
    more = [
        c
        for verb in clause.chain
        for c in clause.parse.children(verb, "conj")
        if c > last and c in clause.predicate
        if clause.parse.tags[c].startswith("VB") or clause.parse.child(c, "dobj") is not None
    ]
    left = any(re.search(rf"\band (?:[\w']+ ){{0,2}}{re.escape(clause.parse.lower[c])}\b", card.question) for c in more)
    return "another verb got into the question" if asked and left else ""


def infinitive_of_a_list(card: Candidate) -> str:
    """For "they learn to write, to review, and to say no": three things they learn, no purpose."""
    if card.rule.asks != "purpose":
        return ""
    listed = re.match(r"To .*, (?:and|or) to ", card.answer) and re.search(r"\bto [a-z]+ ", card.question)
    return "one infinitive of a list was taken for a purpose" if listed else ""


def order_behind_a_heading(card: Candidate) -> str:
    """For "One page and one owner, keep both short": what stands in front of the comma does not do it."""
    clause = card.clause
    if clause is None or not clause.subject or clause.subject_head in clause.swaps:
        return ""
    parse, last = clause.parse, clause.subject[-1]
    after = last if parse.words[last] == "," else last + 1
    verbal = any(parse.tags[i].startswith(("VB", "W")) for i in clause.subject)
    cut = after + 1 < len(parse.words) and parse.words[after] == "," and parse.tags[after + 1] in ("VB", "VBP")
    return "an order was taken for what something does" if cut and not verbal else ""


def doing_of_a_list(card: Candidate) -> str:
    """For "used for finding defects, spreading knowledge, and training": spreading is one more use, not a statement."""
    clause = card.clause
    if clause is None or clause.aux or clause.parse.tags[clause.verb] != "VBG" or not clause.subject:
        return ""
    parse, at = clause.parse, clause.verb
    behind_a_comma = at > 0 and parse.words[at - 1] == ","
    listed = behind_a_comma and (", and " in card.answer or any(parse.deps[i] == "pcomp" for i in range(at)))
    return "one doing of a list was taken for a statement" if listed else ""


def verb_among_things(card: Candidate) -> str:
    """For "give each developer an account, and test in the open": to test is nothing that is given."""
    clause = card.clause
    if clause is None or not card.question.startswith(("What ", "Who ")):
        return ""
    parse = clause.parse
    odd = any(
        parse.deps[i] == "conj"
        and parse.lower[i - 2 : i] == [",", "and"]
        and parse.tags[parse.heads[i]].startswith("NN")
        and parse.child(parse.heads[i], "det", "poss") is not None  # the first thing has its article, this has none
        and (parse.tags[i] in ("VB", "VBP") or (parse.tags[i] == "NN" and is_verb(parse.lower[i])))
        and parse.tags[i + 1 : i + 2] in (["IN"], ["DT"], ["PRP"], ["PRP$"], ["TO"])
        for i in card.tokens
    )
    return "a verb was taken for one of the things" if odd else ""


def participle_taken_for_a_past(card: Candidate) -> str:
    """For "needs to be checked, and rechecked because carriers move things": it is rechecked, it rechecks nothing."""
    clause = card.clause
    if clause is None or clause.aux or clause.parse.tags[clause.verb] not in ("VBD", "VBN"):
        return ""
    parse, head = clause.parse, clause.parse.heads[clause.verb]
    done = next((c for c in [head, *parse.children(head, "xcomp")] if parse.tags[c] == "VBN"), -1)
    passive = done >= 0 and parse.child(done, "auxpass") is not None
    found = parse.deps[clause.verb] == "conj" and passive and parse.tags[head] != "VBD"
    return "a participle was taken for the past" if found else ""


def more_in_brackets(card: Candidate) -> str:
    """For "it gives a voice to the shy (and to people abroad)": the answer is half of it."""
    if not card.question.startswith(("What ", "Who ")) or card.rule.asks in ("list", "definition"):
        return ""
    last = card.answer.rstrip(".").split()[-1:]
    added = any(
        aside.form == "parenthesis"
        and re.match(r"(?:and|or|plus|also|as well as) ", aside.text)
        and aside.before.rstrip(".,").split()[-1:] == last
        for aside in card.sentence.segment.asides
    )
    return "the brackets add to the answer" if added else ""
