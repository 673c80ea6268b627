"""Hard filters: what no card may be. Each takes a candidate and gives the reason to drop it, or ""."""

from __future__ import annotations

import re
from collections.abc import Callable

from flashcards.candidates import Candidate
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.segments import LEADING_LABEL
from flashcards.language.sentence import Sentence
from flashcards.selection.pronouns import dangling

WORD = re.compile(r"[A-Za-z0-9%$€<>+'/-]+")
STOP = frozenset(
    "a an the and or but nor so if of in on at to for from by with as is are was were be been being am"
    " do does did doing have has had having will"
    " would can could should may might must shall it its they them their there this that these those"
    " we us our you your he she his her i my me what"
    " which who whom whose when where why how than then not no also just very more most rather about against"
    " among some through within towards across into out up down over kind percentage".split()
)
SAYING = re.compile(
    r"(?:an? |the |my )?(?:\w+ )?(?:lessons?|takeaways?|advice|tips?|quotes?) (?:from|by) ", re.IGNORECASE
)
LIST_KINDS = ("list", "order", "steps")
LONGEST_ANSWER, LONGEST_DEFINITION, LONGEST_LIST, LONGEST_QUESTION = 14, 18, 40, 24


def content_words(text: str) -> list[str]:
    """The words of a text that carry meaning, small, plurals brought to their singular."""
    return [
        singular(w.strip("'-/"))
        for w in WORD.findall(text.lower().replace("n't", " not"))
        if w.strip("'-/") and w not in STOP
    ]


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def answer_is_empty(card: Candidate) -> str:
    """An answer of pronouns and function words, or of one vague word."""
    content = content_words(card.answer)
    if re.match(r"(?:who|what|how|where|when|why) \w+ \w", card.answer, re.IGNORECASE):
        return ""  # a clause says something even in plain words
    if not content and not re.search(r"\d", card.answer):
        return "the answer has no word of its own"
    if all(word in words("vague") or word in words("light_verbs") for word in content) and not re.search(
        r"\d", card.answer
    ):
        return "the answer is vague"
    return ""


def answer_is_loose(card: Candidate) -> str:
    """Like "various stacks", "a safer context", "our industry": words that only the post fills with meaning."""
    bare = re.sub(r"^(?:an? |the |to )", "", card.answer, flags=re.IGNORECASE)
    if re.fullmatch(
        r"(?:you|we|they|it)(?:['’](?:re|s)| are| is)? \w+ (?:an? |the )?"
        r"(?:opportunity|problem|problems|mess|trouble|risk)",
        card.answer,
        re.IGNORECASE,
    ):
        return "the answer is vague"
    definite = re.fullmatch(r"the (\w+)", card.answer, re.IGNORECASE)
    if definite and singular(definite.group(1)) in words("generic_heads") | words("vague"):
        return "the answer is vague"
    if card.rule.asks not in LIST_KINDS and re.match(
        r"(?:various|several|many|different|multiple|numerous|certain|some|other)\b|(?:common|general) \w+$",
        bare,
        re.IGNORECASE,
    ):
        return "the answer is vague"
    if (
        word_count(bare) <= 2
        and re.match(r"(?:our|your|my|their)\b|(?:\w+er|more|less)\b(?= \w+$)", bare, re.IGNORECASE)
        and "than" not in card.answer
    ):
        first = bare.split()[0].lower()
        last = singular(bare.split()[-1].lower())
        if first in ("our", "your", "my", "their") or last in words("vague") | {"context", "result", "outcome"}:
            return "the answer is vague"
    return ""


def names_a_handle(card: Candidate) -> str:
    """A handle that the notes give no name for."""
    return "a handle stands for a name" if re.search(r"@\w", card.question + card.answer) else ""


def answer_is_long(card: Candidate) -> str:
    """An answer too long to be recalled as one fact."""
    longest = (
        LONGEST_LIST
        if card.rule.asks in LIST_KINDS or ";" in card.answer
        else LONGEST_DEFINITION
        if card.rule.asks == "definition"
        else LONGEST_ANSWER
    )
    return f"the answer has more than {longest} words" if word_count(card.answer) > longest else ""


def question_is_long(card: Candidate) -> str:
    """A question that nobody would ask in one breath."""
    return (
        f"the question has more than {LONGEST_QUESTION} words" if word_count(card.question) > LONGEST_QUESTION else ""
    )


def question_is_vague(card: Candidate) -> str:
    """A question without enough in it to have one answer."""
    if card.question.startswith("What determines what"):
        return ""
    if card.rule.asks in ("term", "quote") and '"' in card.question:
        return ""
    content = [w for w in content_words(card.question) if w not in words("vague") and w not in words("light_verbs")]
    if re.search(r"\bsome (?:of )?(?:benefits?|value|progress|things?|people|results?|help|insight)\b", card.question):
        return "the question is too vague"
    both = re.search(r"\b(?:do|does|can|should) [\w' -]+ both ", card.question) or card.answer.endswith(" both")
    if both and " and " not in card.question:
        return "the question is too vague"
    content = [w for w in content if not w.endswith("ly")]  # an adverb narrows nothing down
    anybody = (
        card.rule.asks != "how-to"
        and card.clause is not None
        and card.clause.subject_kind in ("we", "us", "you", "it", "there")
    )
    return (
        "the question is too vague"
        if len(content) < (2 if anybody and card.question.startswith(("What", "Who")) else 1)
        else ""
    )


def answer_given_away(card: Candidate) -> str:
    """The answer's own words stand in the question."""
    question, answer = set(content_words(card.question)), content_words(card.answer)
    allowed = (
        1
        if " kind of " in card.question or card.question.startswith(("Which ", "How many ", "At what ", "On what "))
        else 0
    )
    shared = [word for word in answer if word in question]
    if not answer or not shared:
        return ""
    part = (len(set(shared)) - allowed) / len(set(answer))
    if part > 0.5 or (part == 0.5 and answer[-1] in question):
        return "the question gives the answer away"
    return ""


def points_elsewhere(card: Candidate) -> str:
    """A pronoun or definite phrase that the card doesn't introduce."""
    tags = _tags(card)
    if card.clause is not None:
        for text in card.clause.swaps.values():
            for token in WORD.findall(text):
                tags.setdefault(token.lower(), "NNS" if token.endswith("s") else "NN")
    found = dangling(card.question, card.answer, tags, strict=card.rule.asks != "contrast")
    return f"nothing on the card says what {found!r} is" if found else ""


def _tags(card: Candidate) -> dict[str, str]:
    """Each word's tag: in the card's sentence, or in all of the post where the card was made from its text."""
    first = card.sentence
    if card.clause is None:
        while first.before is not None:
            first = first.before
    tags: dict[str, str] = {}
    at: Sentence | None = first
    while at is not None:
        tags.update(zip(at.parse.lower, at.parse.tags, strict=True))
        at = at.after if card.clause is None else None
    return tags


def not_a_question(card: Candidate) -> str:
    """Words that can't be a well-formed question: too few, doubled words, leftovers of notes."""
    q = card.question
    if word_count(q) < 3 or not q.endswith("?"):
        return "too short for a question"
    if re.search(r"\b(\w+) \1\b(?!')", q, re.IGNORECASE) and not re.search(r"\b(?:that that|had had)\b", q):
        return "a word stands twice"
    if re.search(r"-->|->|=>|\.\.|\[|\]|[{}|]|\?.*\?|:\s|;", q) or re.search(r"-->|->|=>|\.\.\.|[{}|]", card.answer):
        return "marks of notes in it"
    if re.search(r"\b(?:we|you) need (?:better|more|less|fewer|greater) \w+\?$", q):
        return "the question compares with something it doesn't name"
    if re.match(
        r"(?:what|who|when|why|how|where)\b[^,]+(?:, (?:as|in|with|like|especially) [^,]+)+\?$", q, re.IGNORECASE
    ):
        return "a phrase trails behind the question"
    if re.search(r"\b(?:and|or|but|the|a|an|because|as well)\s*\?$", q):
        return "the question breaks off"
    return ""


def unbalanced(card: Candidate) -> str:
    """Quotes or brackets that open and don't close."""
    for text in (card.question, card.answer):
        if text.count('"') % 2 or text.count("(") != text.count(")"):
            return "quotes or brackets don't match"
    return ""


def compares_with_nothing(card: Candidate) -> str:
    """Like "similar behaviours": similar to what, only the post says."""
    if re.match(
        r"(?:an? |the )?(?:similar|same|different|equal|further|additional)\b", card.answer, re.IGNORECASE
    ) and not re.search(r"\b(?:to|from|than|as|for|thing)\b", card.answer):
        return "the answer compares with something it doesn't name"
    return ""


def bracketed_condition(card: Candidate) -> str:
    """What stands in brackets limits the claim, and the card leaves it out."""
    for aside in card.sentence.segment.asides:
        limits = re.match(
            r"(?:outside|if|when|unless|only|except|during|at least|where|until|but only)\b", aside.text, re.IGNORECASE
        )
        if card.clause is not None and aside.form == "parenthesis" and limits and aside.text not in card.answer:
            return "the condition in brackets is lost"
    return ""


def introduces(card: Candidate) -> str:
    """A sentence that announces a talk or thanks for one."""
    sentence = card.sentence
    opening = f"{sentence.segment.label} {sentence.text}".strip().lower()
    first = sentence
    while first.before is not None:
        first = first.before
    begin = f"{first.segment.label} {first.text}".strip().lower()
    if any(text.startswith(tuple(words("introductions"))) for text in (opening, begin)):
        return "the post is an introduction"
    return ""


def cut_short(card: Candidate) -> str:
    """The parser ended the answer before its last word: what follows belongs to no part of the clause."""
    clause = card.clause
    if clause is None or not card.tokens:
        return ""
    if re.search(
        re.escape(card.answer) + r",? and (?:how|what|why|where|whether|that)\b", card.sentence.text, re.IGNORECASE
    ):
        return "the answer breaks off"
    parse, after = clause.parse, max(card.tokens) + 1
    if after >= len(parse) or after in clause.predicate or after in clause.subject or after in clause.aux:
        return ""
    return "the answer breaks off" if parse.tags[after].startswith(("NN", "VB", "CD", "JJ")) else ""


def names_what_was_done(card: Candidate) -> str:
    """A bare subject that takes up a verb said just before, as in "kept apart - separation leads to ..."."""
    clause, before = card.clause, card.sentence.before
    if card.sentence.segment.joint not in (";", "-", ":") or clause is None or before is None:
        return ""
    if len(clause.subject) != 1 or clause.subject_head in clause.swaps:
        return ""
    noun = clause.parse.lower[clause.subject_head]
    said = [word for word, tag in zip(before.parse.lower, before.parse.tags, strict=True) if tag.startswith("VB")]
    said += [word for aside in before.segment.asides for word in aside.text.lower().split()]
    for word in said:
        if len(word) > 5 and word[:6] == noun[:6] and word != noun:
            return f"nothing on the card says what {noun!r} is of"
    return ""


def more_than_what(card: Candidate) -> str:
    """A subject such as "greater mismatch" or "more practice": of what, and more than when, only the post says."""
    clause = card.clause
    if clause is None or len(clause.subject) != 2 or clause.subject_head in clause.swaps:
        return ""
    compared = clause.parse.tags[clause.subject[0]] in ("JJR", "JJS")
    return "the subject compares with something it doesn't name" if compared else ""


def put_right_next(card: Candidate) -> str:
    """A common view that the next sentence corrects: what is usually thought isn't what to learn."""
    after, clause = card.sentence.after, card.clause
    if (
        after is None
        or clause is None
        or not re.match(r"(?:however|but|actually|in fact|in reality)\b", after.text, re.IGNORECASE)
    ):
        return ""
    if re.search(r"\b(?:usually|often|commonly|mostly|sometimes)\b", card.question):
        return ""
    viewed = {"see", "think", "believe", "consider", "perceive", "view", "regard", "assume", "say"}
    return "the next sentence corrects it" if clause.lemma in viewed else ""


def denies(card: Candidate) -> str:
    """An answer that only says what something is not."""
    return "the answer is a denial" if re.match(r"not\b", card.answer, re.IGNORECASE) else ""


def label_is_lost(card: Candidate) -> str:
    """A label before the sentence says what it is about ("Purity: ..."), or that it is false, and the card doesn't."""
    label = card.sentence.segment.label
    if not label or card.clause is None:
        return ""
    content = content_words(label)
    if any(word in words("false_labels") for word in content):
        return "the label says that it isn't so"
    if LEADING_LABEL.match(label) or SAYING.match(label):
        return ""
    content = [word for word in content if word not in words("neutral_labels")]
    said = {*content_words(card.question), *content_words(card.answer)}
    return "" if all(word in said for word in content) else "the label it stands under is lost"


def bare_definite(card: Candidate) -> str:
    """A subject such as "the costs": of what, only the post says."""
    clause = card.clause
    if clause is None or len(clause.subject) != 2 or clause.subject_head in clause.swaps:
        return ""
    parse = clause.parse
    noun = singular(parse.words[clause.subject_head])
    if parse.lower[clause.subject[0]] != "the" or noun in words("roles") or noun in words("known_definites"):
        return ""
    if parse.tags[clause.subject_head].startswith("NNP") or noun in content_words(card.sentence.talk.title):
        return ""
    return f"nothing on the card says which {noun}"


def breaks_off(card: Candidate) -> str:
    """An answer that ends in the middle of a phrase."""
    last = card.answer.rstrip(".!").rsplit(" ", 1)[-1].lower()
    if last in (
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "that",
        "which",
        "who",
        "because",
        "than",
        "our",
        "your",
        "their",
        "its",
        "my",
    ):
        return "the answer breaks off"
    return ""


FILTERS: tuple[Callable[[Candidate], str], ...] = (
    not_a_question,
    unbalanced,
    answer_is_empty,
    answer_is_loose,
    names_a_handle,
    breaks_off,
    answer_is_long,
    question_is_long,
    question_is_vague,
    answer_given_away,
    points_elsewhere,
    compares_with_nothing,
    bracketed_condition,
    introduces,
    cut_short,
    put_right_next,
    more_than_what,
    names_what_was_done,
    denies,
    label_is_lost,
    bare_definite,
)


def first_objection(card: Candidate) -> str:
    """Why the candidate can't be a card, or ""."""
    for check in FILTERS:
        reason = check(card)
        if reason:
            return reason
    return ""
