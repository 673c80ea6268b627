"""Hard filters: what no card may be. Each takes a candidate and gives the reason to drop it, or ""."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.candidates import Candidate
from flashcards.selection import (
    answer_filters,
    context_filters,
    empty_answer_filters,
    hanging_filters,
    misread_filters,
    question_filters,
    reference_filters,
    series_filters,
    vague_question_filters,
)

FILTERS: tuple[Callable[[Candidate], str], ...] = (
    question_filters.not_a_question,
    context_filters.unbalanced,
    empty_answer_filters.answer_is_empty,
    empty_answer_filters.answer_is_loose,
    context_filters.names_a_handle,
    empty_answer_filters.answer_is_empty_result,
    answer_filters.prescribes_how,
    answer_filters.breaks_off,
    answer_filters.answers_twice,
    answer_filters.answer_is_long,
    question_filters.misspelt,
    question_filters.question_is_long,
    question_filters.question_is_dated,
    vague_question_filters.everybody_reckons,
    vague_question_filters.question_is_vague,
    answer_filters.answer_given_away,
    context_filters.points_elsewhere,
    empty_answer_filters.compares_with_nothing,
    answer_filters.compares_in_question,
    context_filters.bracketed_condition,
    context_filters.introduces,
    answer_filters.cut_short,
    context_filters.put_right_next,
    context_filters.more_than_what,
    series_filters.lists_nouns,
    series_filters.one_of_several,
    series_filters.one_step_of_many,
    context_filters.habit_to_mend,
    series_filters.condition_of_the_first,
    series_filters.half_of_what_to_do,
    series_filters.same_verb_again,
    context_filters.names_what_was_done,
    answer_filters.denies,
    answer_filters.counts_what_follows,
    answer_filters.says_no_number,
    context_filters.label_is_lost,
    context_filters.bare_definite,
    context_filters.bare_reason,
    context_filters.undated_figure,
    reference_filters.names_its_own_subject,
    reference_filters.subject_lacks_article,
    reference_filters.answer_points_back,
    reference_filters.spoken_of_before,
    reference_filters.pattern_of_nothing,
    hanging_filters.compares_with_the_rest,
    hanging_filters.names_no_one,
    hanging_filters.hangs_on_the_post,
    reference_filters.asks_what_of_a_name,
    reference_filters.said_in_an_example,
    hanging_filters.announces_reasons,
    misread_filters.cut_from_its_list,
    misread_filters.list_cut_short,
    misread_filters.sets_lengths_against,
    misread_filters.runs_on,
    misread_filters.precondition_as_time,
    misread_filters.everyday_habit,
    misread_filters.examples_left_behind,
    misread_filters.told_of_nobody,
    misread_filters.strands_a_preposition,
    misread_filters.purpose_of_another,
    misread_filters.agent_takes_up_itself,
    misread_filters.number_as_subject,
    misread_filters.order_read_as_name,
)


def first_objection(card: Candidate) -> str:
    """Why the candidate can't be a card, or ""."""
    for check in FILTERS:
        reason = check(card)
        if reason:
            return reason
    return ""
