"""A card as a cloze: the sentence of the post that says the answer, with the answer's words blanked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flashcards.deck.context import paragraphs
from flashcards.deck.escape import escape
from flashcards.deck.marking import telling_words, whole_spans
from flashcards.deck.reverse import reverse
from flashcards.model import ASKED, CLOZE, Card

# Words that speak of something said before: then what stands before is shown as well.
_POINTING = re.compile(
    r"\b(?:it|they|them|he|she|him|this|these|those|such|former|latter)\b",
    re.IGNORECASE,
)
_BEGINS_POINTING = re.compile(
    r"\W*(?:(?:and|but|so|because|also|then|instead)\W+)?"
    r"(?:it|its|it's|they|their|this|that|these|those|he|she|his|her|such)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_JOINED_BEFORE = re.compile(r"[\w@#][-/_.'’]$|[\w@#]$")
_JOINED_AFTER = re.compile(r"[-/_'’]\w|\.\w|\w")
# A blank with fewer words around it tells nobody what is asked.
_FEWEST_WORDS = 2
# A sentence with fewer is taken to say too little without the one before.
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Blanked:
    """What is shown, as plain text: the words `hidden`, and those before and after them."""

    before: str
    hidden: str
    after: str


def form_of(card: Card) -> str:
    """How the card is asked where clozes are wanted: as one if it can be, else ASKED.

    A term that is asked both ways needs its question.
    """
    return CLOZE if not (card.reversible and any(reverse(card))) and blanked(card) is not None else ASKED


def settled_form(card: Card, old: Card | None) -> str:
    """How the card is asked, given the card as it was last packaged.

    Among clozes it stays what it was, since a note that Anki knows cannot change its note type.
    """
    return old.form if card.form and old is not None and old.form else card.form


def blanked(card: Card) -> Blanked | None:
    """The sentence of the card's post with the answer's words blanked.

    None where the answer's words do not stand in one place of one sentence, where they stand a second time in what
    would be shown, and where too little is left around them.
    """
    from flashcards.language.segments import split_sentences  # most decks have no clozes

    asked = telling_words(card.question)
    best: list[tuple[list[str], int]] = []
    most = -1
    for sentences in map(split_sentences, map(_cleaned, paragraphs(card.post.source))):
        for number, sentence in enumerate(sentences):
            company = len(asked & telling_words(sentence))
            if company >= most and whole_spans(sentence, card.answer):
                best = [*(best if company == most else []), (sentences, number)]
                most = company
    return _blanked(*best[0], card.answer) if len(best) == 1 else None


def _blanked(sentences: Sequence[str], number: int, answer: str) -> Blanked | None:
    lead = _lead(sentences, number)
    shown = " ".join([*lead, sentences[number]])
    spans = whole_spans(shown, answer)
    if len(spans) != 1:
        return None
    start, end = spans[0]
    before, hidden, after = shown[:start], shown[start:end], shown[end:]
    if len(_WORD.findall(before + after)) < _FEWEST_WORDS or (not lead and _BEGINS_POINTING.match(before)):
        return None
    # Half of a word is no blank: "proxy" in "proxy-based".
    return None if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after) else Blanked(before, hidden, after)


def cloze_html(card: Card) -> str:
    """What the note's field Text holds.

    A card that was a cloze stays one, even where its answer no longer stands in the post: then it is blanked below its
    question.
    """
    found = blanked(card) or Blanked(f"{card.question}\n", card.answer, "")
    before, hidden, after = map(_defused, (found.before, found.hidden, found.after))
    return f"{before}{{{{c1::{hidden}}}}}{after}"


def _leans(sentence: str, *, alone: bool) -> bool:
    """Whether it speaks of what was said before, or `alone` says too little."""
    short = alone and len(_WORD.findall(sentence)) < _SHORT
    return short or bool(_POINTING.search(sentence) or _BEGINS_POINTING.match(sentence))


def _lead(sentences: Sequence[str], number: int) -> list[str]:
    """The sentences before the one with this number, as far as they are needed to understand it."""
    first = number
    while first and _leans(sentences[first], alone=first == number):
        first -= 1
    return list(sentences[first:number])


def _cleaned(paragraph: str) -> str:
    """Without what a note-taker puts around what is said: thread numbers, comments, addresses, the # of hashtags."""
    from flashcards.language.clean import AUTOLINK, BRACKETED, HASHTAG, MARKS, SMILEY

    text = paragraph
    for pattern in (AUTOLINK, MARKS, BRACKETED, SMILEY):
        text = pattern.sub(" ", text)
    text = HASHTAG.sub(r"\1", text)
    return re.sub(r" +([,.;:!?])(?=\s|$)", r"\1", " ".join(text.split()))


def _defused(text: str) -> str:
    """HTML in which no brace and no `::` of the notes can mean anything to Anki's clozes."""
    html = escape(text).replace("{", "&#123;").replace("}", "&#125;")
    return html.replace("::", "&#58;&#58;").replace("\n", "<br>")
