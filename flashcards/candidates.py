"""Sentences x rules -> every possible card, with the reason where a rule's veto forbids one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flashcards.errors import UserError

if TYPE_CHECKING:  # a run that finds all outcomes in the cache needs none of this
    from flashcards.language.clause import Clause
    from flashcards.language.sentence import Sentence
    from flashcards.rulebook import Rule

VETO, WORDING, FILTER, CHOICE = "veto", "wording", "filter", "choice"


@dataclass(slots=True)
class Candidate:
    """A question and answer that a rule makes of a sentence. `dropped` says why it is no card, "" while it may be one.

    `stage` is how far it came: VETO, WORDING, FILTER where that dropped it, CHOICE once it has passed every filter.
    """

    question: str
    answer: str
    rule: Rule
    sentence: Sentence
    clause: Clause | None = None
    tokens: frozenset[int] = frozenset()
    dropped: str = ""
    stage: str = ""
    score: float = 0.0
    features: dict[str, float] = field(default_factory=dict)

    @property
    def answer_at(self) -> int:
        """Where the words of the answer begin in the sentence's text; -1 where it doesn't have them so."""
        return self.sentence.segment.text.lower().find(self.answer.rstrip(".").lower())

    @property
    def behind_the_answer(self) -> str:
        """What the sentence says right after the words of the answer; "" where it doesn't have them so."""
        at = self.answer_at
        return self.sentence.segment.text[at + len(self.answer.rstrip(".")) :] if at >= 0 else ""


def candidates_of(sentences: Sequence[Sentence], rules: Iterable[Rule]) -> Iterator[Candidate]:
    """Every card the rules can make of a post's sentences, vetoed ones included (their `dropped` names the veto).

    Raises UserError for a rule of the user's own that takes too long, or whose wording can't be filled.
    """
    from flashcards.matching.contents import contents_of

    contents = contents_of(sentences)
    for rule in rules:
        if not rule.matcher.possible(contents):
            continue
        if rule.own:
            yield from _within_limit(sentences, rule)
        else:
            yield from _candidates(sentences, rule)


def _within_limit(sentences: Sequence[Sentence], rule: Rule) -> list[Candidate]:
    from flashcards.matching.patience import LIMIT, TookTooLong, time_limit

    try:
        with time_limit():
            return list(_candidates(sentences, rule))
    except TookTooLong:
        place = f"{sentences[0].talk.file}:{sentences[0].post.line}"
        message = (
            f"the rule {rule.name!r} takes longer than {LIMIT:g} seconds for the post at {place}; mend its patterns"
        )
        raise UserError(message, rule.file) from None


def _candidates(sentences: Sequence[Sentence], rule: Rule) -> Iterator[Candidate]:
    from flashcards.wording.environment import word
    from flashcards.wording.errors import BadWording

    for sentence in sentences:
        for found in rule.matcher.find(sentence):
            for wording in rule.wordings:
                card = Candidate("", "", rule, sentence, found.clause, found.tokens)
                if found.veto:
                    card.dropped, card.stage = f"vetoed by: {found.veto}", VETO
                    yield card
                    continue
                try:
                    card.question = word(wording.question, found.bindings)
                    card.answer = word(wording.answer, found.bindings) if card.question else ""
                except BadWording as problem:
                    raise UserError(f"the wording of a card is not valid: {problem}", rule.file, wording.line) from None
                if not card.question or not card.answer:
                    card.dropped, card.stage = "no natural wording", WORDING
                yield card
