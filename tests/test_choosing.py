"""Which of a post's candidates become cards."""

from __future__ import annotations

from flashcards.selection.choose import pick
from flashcards.selection.limits import Limits
from flashcards.selection.proposal import Proposal
from flashcards.selection.seen import Seen


def proposal(question: str, answer: str, score: float = 5.0, sentence: int = 0) -> Proposal:
    return Proposal(question, answer, "object", "fact", False, score, sentence, 0, frozenset())


def test_a_question_that_the_post_answers_twice_is_no_card() -> None:
    two = [
        proposal("What do pairs improve?", "Review time"),
        proposal("What two things do pairs improve?", "Morale and focus"),
    ]
    assert pick(two, Seen(), Limits()) == []
    assert {one.dropped for one in two} == {"the post has another answer as well"}


def test_the_best_three_of_a_post() -> None:
    found = [proposal(f"What does tool {n} speed up?", f"Step {n}", score=float(n), sentence=n) for n in range(5)]
    assert [one.score for one in pick(found, Seen(), Limits())] == [4.0, 3.0, 2.0]


def test_what_another_card_of_the_deck_asks_is_not_asked_again() -> None:
    seen = Seen()
    assert len(pick([proposal("What do pairs improve?", "Review time")], seen, Limits())) == 1
    again = proposal("What do pairs improve?", "The time of reviews")
    assert pick([again], seen, Limits()) == []
    assert again.dropped == "asks what another card asks"
