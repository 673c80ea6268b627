"""Why a post gives no card, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from flashcards.candidates import CHOICE, VETO, Candidate
from flashcards.language.lexicon import words
from flashcards.language.outline import is_comment
from flashcards.language.sentence import Sentence
from flashcards.model import Post

UNRESOLVED = ("it", "they", "this", "he")  # what Clause.subject_kind calls a pronoun that stands for nothing known
_POINTS_ELSEWHERE = re.compile(r"nothing on the card says what (.+) is")
_VETO = "vetoed by: "


def reason(post: Post, sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> str:
    """Why no candidate of the post became a card: what stopped the one that came closest to it."""
    if is_comment(post):
        return "the note-taker's own comment"
    if not sentences:
        return "there is no sentence in it"
    best = max((c for c in candidates if c.stage == CHOICE), key=lambda c: c.score, default=None)
    if best:
        return best.dropped
    if _introduces(sentences):
        return "an introduction or announcement"
    if pointing := _pointing(sentences, candidates):
        return f"needs what {pointing} means"
    dropped = [candidate for candidate in candidates if candidate.dropped]
    for candidate in dropped:
        if candidate.stage != VETO:
            return candidate.dropped
    if dropped:
        return f"the rule {dropped[0].rule.name} makes an exception: {dropped[0].dropped.removeprefix(_VETO)}"
    return "no rule matches"


def _introduces(sentences: Sequence[Sentence]) -> bool:
    """Whether the post begins as one does that introduces, announces or thanks; or is little more than the speaker."""
    first = (sentences[0].whole or sentences[0].text).lower()
    if any(re.match(rf"{re.escape(phrase)}\b", first) for phrase in words("introductions")):
        return True
    named = any(speaker.name and speaker.name.lower() in first for speaker in sentences[0].talk.speakers)
    return named and len(sentences) == 1


def _pointing(sentences: Sequence[Sentence], candidates: Iterable[Candidate]) -> str:
    """The word, in quotes, that points at something outside the post; "" if no word does."""
    for candidate in candidates:
        if found := _POINTS_ELSEWHERE.fullmatch(candidate.dropped):
            return '"' + found.group(1).strip("'\"").lower() + '"'
    for sentence in sentences:
        for clause in sentence.clauses:
            if clause.subject_kind in UNRESOLVED:
                return '"' + " ".join(sentence.parse.lower[i] for i in clause.subject) + '"'
    return ""
