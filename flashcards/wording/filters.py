"""The filters that rule files may use to word a question or an answer: a closed table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flashcards.wording import gap_answers, gap_questions, result_questions, text_filters

FILTERS: dict[str, Callable[..., Any]] = {
    "ask": gap_questions.ask,
    "ask_doing": gap_questions.ask_doing,
    "answer": gap_answers.answer,
    "answer_of": text_filters.answer_of,
    "asked_is": text_filters.asked_is,
    "bare": text_filters.bare,
    "be": text_filters.be_for,
    "cleft_rest": text_filters.cleft_rest,
    "count_word": text_filters.count_word,
    "ask_happens": gap_questions.ask_happens,
    "ask_whole": gap_questions.ask_whole,
    "ask_where": gap_questions.ask_where,
    "ask_as_it": result_questions.ask_as_it,
    "ask_enabled": gap_questions.ask_enabled,
    "enabled": gap_answers.enabled,
    "examples_class": text_filters.examples_class,
    "ask_qualities": gap_questions.ask_qualities,
    "ask_result": result_questions.ask_result,
    "result": result_questions.result,
    "answer_when": gap_answers.answer_when,
    "as_deed": text_filters.as_deed,
    "to_from": text_filters.to_from,
    "completed": text_filters.completed,
    "ask_listed": gap_questions.ask_listed,
    "ask_kind": gap_questions.ask_kind,
    "ask_when": gap_questions.ask_when,
    "portion": gap_answers.portion,
    "figure": gap_answers.figure,
    "head": gap_answers.head,
    "how_many": gap_questions.how_many,
    "initials": text_filters.initials,
    "kind_of": gap_questions.kind_of,
    "listed": text_filters.listed,
    "main_clause": gap_answers.main_clause,
    "plural": text_filters.plural,
    "sentence": text_filters.sentence,
    "sentence_question": text_filters.sentence_question,
    "share": gap_questions.share,
    "small": text_filters.small,
    "spelled": text_filters.spelled,
    "split_items": text_filters.split_items,
    "subject_words": gap_answers.subject_words,
    "unquoted": text_filters.unquoted,
    "verb_phrase": gap_answers.verb_phrase,
    "whole": gap_answers.whole,
    "with_article": text_filters.with_article,
}
