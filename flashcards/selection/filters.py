"""Hard filters: what no card may be. Each takes a candidate and gives the reason to drop it, or ""."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.candidates import Candidate
from flashcards.selection import answer_filters, context_filters, question_filters

FILTERS: tuple[Callable[[Candidate], str], ...] = (
    question_filters.not_a_question,
    context_filters.unbalanced,
    answer_filters.answer_is_empty,
    answer_filters.answer_is_loose,
    context_filters.names_a_handle,
    answer_filters.breaks_off,
    answer_filters.answers_twice,
    answer_filters.answer_is_long,
    question_filters.question_is_long,
    question_filters.question_is_dated,
    question_filters.question_is_vague,
    answer_filters.answer_given_away,
    context_filters.points_elsewhere,
    answer_filters.compares_with_nothing,
    answer_filters.compares_in_question,
    context_filters.bracketed_condition,
    context_filters.introduces,
    answer_filters.cut_short,
    context_filters.put_right_next,
    context_filters.more_than_what,
    context_filters.lists_nouns,
    context_filters.one_of_several,
    context_filters.names_what_was_done,
    answer_filters.denies,
    answer_filters.says_no_number,
    context_filters.label_is_lost,
    context_filters.bare_definite,
    context_filters.bare_reason,
    context_filters.undated_figure,
)


def first_objection(card: Candidate) -> str:
    """Why the candidate can't be a card, or ""."""
    for check in FILTERS:
        reason = check(card)
        if reason:
            return reason
    return ""
