"""Hard filters that look at what stands around the card in its post: what the card would need from there."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.definites import takes_up
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.language.segments import LEADING_LABEL
from flashcards.language.sentence import Sentence
from flashcards.selection.content import WORD, content_words
from flashcards.selection.pronouns import dangling

STAMPED = re.compile(r"\d{1,2}:\d\d\b(?! (?:ratio|split))")
BUT_NOT = re.compile(
    r",? but (?:it|they|this|that|we|you) (?:\w+ly |often |usually |really |actually )?"
    r"(?:isn't|aren't|doesn't|don't|is not|are not|does not|do not|didn't|wasn't|can't)\b(?: \w+)?[.!]?$",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"(?:an? |the |my )?(?:\w+ )?(?:lessons?|takeaways?|advice|tips?|quotes?) (?:from|by) ", re.IGNORECASE
)


def names_a_handle(card: Candidate) -> str:
    """A handle that the notes give no name for."""
    return "a handle stands for a name" if re.search(r"@\w", card.question + card.answer) else ""


def points_elsewhere(card: Candidate) -> str:
    """A pronoun or definite phrase that the card doesn't introduce."""
    tags = _tags(card)
    if card.clause is not None:
        for text in card.clause.swaps.values():
            for token in WORD.findall(text):
                tags.setdefault(token.lower(), "NNS" if token.endswith("s") else "NN")
    spoken = card.answer.endswith("?") and card.rule.name != "label-answer"
    said = "" if spoken else card.answer  # in "can you show me?" the asker speaks
    found = dangling(card.question, said, tags, strict=card.rule.asks != "contrast")
    return f"nothing on the card says what {found!r} is" if found else ""


def _tags(card: Candidate) -> dict[str, str]:
    """Each word's tag: in the card's sentence, or in all of the post where the card was made from its text."""
    first = card.sentence
    if card.clause is None:
        while first.before is not None:
            first = first.before
    tags: dict[str, str] = {}
    if card.clause is None:
        for word in WORD.findall(card.sentence.segment.label):  # nobody parses a label
            tags[word.lower()] = "NNS" if word.endswith("s") else "NN"
    at: Sentence | None = first
    while at is not None:
        tags.update(zip(at.parse.lower, at.parse.tags, strict=True))
        for word, tag in zip(at.parse.words, at.parse.tags, strict=True):
            if tag.startswith("VB"):
                tags.setdefault(base(word, tag), "VB")  # "moved" stands as "move" in the question
            elif " " in word:
                tags.setdefault(word.rpartition(" ")[2].lower(), tag)  # "pull requests" is read as one word
        at = at.after if card.clause is None else None
    for beside in (card.sentence.before, card.sentence.after):
        if card.sentence.cause and beside is not None:  # the reason may be the sentence beside
            for word, tag in zip(beside.parse.lower, beside.parse.tags, strict=True):
                tags.setdefault(word, tag)
    return tags


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
    title = sentence.talk.title.lower().rstrip(".!?")
    if len(title.split()) > 3 and title in opening and f'"{title}"' not in opening:
        return "the post is an introduction"  # "she opens the day with" and the talk's title
    if re.search(
        r"\bslot (?:goes|belongs) to\b|\b(?:has|takes) the (?:stage|floor)\b|^opening the (?:day|morning)\b", begin
    ):
        return "the post is an introduction"
    if _about_speaker(card):
        return "the post is an introduction"
    if any(_speaker_begins(sentence, text) for text in (opening, begin)):
        return "the post is an introduction"
    if STAMPED.match(begin):
        return "a step of a story"
    return ""


def _about_speaker(card: Candidate) -> bool:
    """Whether the clause says who a speaker is: "Ada is the owner of a loom, and Charles leads the works"."""
    clause = card.clause
    if clause is None or clause.lemma not in ("be", "lead", "run", "work", "manage"):
        return False
    said = clause.swaps.get(clause.subject_head) or clause.parse.text(clause.subject)
    names = {speaker.name for speaker in card.sentence.talk.speakers}
    return said in names | {name.split()[0] for name in names if name}


def _speaker_begins(sentence: Sentence, text: str) -> bool:
    """For "friday morning, ada byron is talking about looms", "ada byron begins, on looms"."""
    names = [name.lower() for speaker in sentence.talk.speakers for name in (speaker.name, f"@{speaker.handle}")]
    named = "|".join(re.escape(name) for name in names if len(name) > 2)
    does = r"(?:is|will be) (?:now |next |here )?(?:talking|speaking|presenting)|talks|speaks|begins|starts|opens"
    begins = rf"(?:[\w' ]+, )?(?:now |next )?(?:{named}),? (?:{does})\b"
    return bool(named) and re.match(begins, text) is not None


def put_right_next(card: Candidate) -> str:
    """A common view that the next sentence corrects: what is usually thought isn't what to learn."""
    after, clause = card.sentence.after, card.clause
    if clause is not None and BUT_NOT.search(card.sentence.text):
        return "the sentence itself takes it back"
    if (
        after is None
        or clause is None
        or not re.match(r"(?:however|but|actually|in fact|in reality)\b", after.text, re.IGNORECASE)
    ):
        return ""
    viewed = {"see", "think", "believe", "consider", "perceive", "view", "regard", "assume", "say"}
    return "the next sentence corrects it" if clause.lemma in viewed else ""


def hangs_on_the_cause(card: Candidate) -> str:
    """For "because of that, you end up with waste": of what, the sentence before says."""
    points = re.match(
        r"(?:because of|due to|thanks to|despite|with|without|after|before|for) (?:that|this)\b",
        card.sentence.text,
        re.IGNORECASE,
    )
    return "nothing on the card says of what" if points and card.rule.asks != "cause" else ""


def habit_to_mend(card: Candidate) -> str:
    """What people "tend to" do: the talk takes it up to say what is wrong with it."""
    clause = card.clause
    tends = clause is not None and clause.lemma in ("tend", "like") and clause.subject_kind in ("we", "us", "you")
    told = card.rule.asks == "cause" or card.rule.name == "misjudged"
    return "a habit, and what is wrong with it is the news" if tends and not told else ""


def more_than_what(card: Candidate) -> str:
    """A subject such as "greater mismatch" or "more practice": of what, and more than when, only the post says."""
    clause = card.clause
    if clause is None or len(clause.subject) != 2 or clause.subject_head in clause.swaps:
        return ""
    if clause.lemma == "help" and card.rule.asks == "cause":
        return ""  # "why do smaller teams help?": than any larger ones
    first = clause.subject[0]
    compared = clause.parse.tags[first] in ("JJR", "JJS") and clause.parse.lower[first] != "most"
    return "the subject compares with something it doesn't name" if compared else ""


def names_what_was_done(card: Candidate) -> str:
    """A bare subject that takes up a verb said just before, as in "kept apart - separation leads to ..."."""
    clause, before = card.clause, card.sentence.before
    if clause is None or before is None or card.rule.asks == "definition":
        return ""
    if len(clause.subject) != 1 or clause.subject_head in clause.swaps:
        return ""
    noun = clause.parse.lower[clause.subject_head]
    return f"nothing on the card says what {noun!r} is of" if takes_up(before, noun) else ""


NUMBERED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    content = [word for word in content if word not in words("neutral_labels") and word not in NUMBERED]
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
    if " " in noun:
        return ""  # "the error budget": a term of two words
    if parse.tags[clause.subject_head].startswith("NNP") or noun in content_words(card.sentence.talk.title):
        return ""
    return f"nothing on the card says which {noun}"


def bare_reason(card: Candidate) -> str:
    """A reason about "the situation" or "the process": which, only the post says."""
    found = re.match(r"(?:because|since|as) the (\w+) (?:is|are|was|were|has|can)\b", card.answer, re.IGNORECASE)
    if not found or singular(found[1].lower()) not in words("generic_heads") - {"system"}:
        return ""
    return "" if found[1].lower() in card.question.lower() else f"nothing on the card says which {found[1]}"


def unbalanced(card: Candidate) -> str:
    """Quotes or brackets that open and don't close."""
    for text in (card.question, card.answer):
        if text.count('"') % 2 or text.count("(") != text.count(")"):
            return "quotes or brackets don't match"
    return ""
