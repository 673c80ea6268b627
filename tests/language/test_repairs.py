"""Where the parser is known to be wrong, and what is left alone."""

from __future__ import annotations

import pytest

from flashcards.language.analysis import analyse
from flashcards.language.cache import Parser
from flashcards.language.rewrites import plainly
from flashcards.language.sentence import Sentence
from flashcards.one_post import talk_of_text


def first(text: str, parser: Parser) -> Sentence:
    (sentences,) = analyse([talk_of_text(text, "Reviews")], parser).values()
    return sentences[0]


def words_of(role: str, text: str, parser: Parser) -> str:
    """The words of the unit with this role in the first clause of a text."""
    clause = first(text, parser).clauses[0]
    unit = clause.unit(role)
    assert unit is not None
    return clause.parse.text(unit.gap or unit.tokens)


def subject_and_verb(text: str, parser: Parser) -> tuple[str, str]:
    """The subject's words and the verb's base form in the first clause of a text."""
    clause = first(text, parser).clauses[0]
    return clause.parse.text(clause.subject), clause.lemma


def test_a_participle_behind_a_modal_is_the_verb(parser: Parser) -> None:
    clause = first("APIs can be leveraged to automate the rollout.", parser).clauses[0]
    assert clause.lemma == "leverage"
    assert clause.unit("purpose") is not None


def test_patterns_recur_and_are_not_recurred(parser: Parser) -> None:
    units = first("We should look for recurring patterns.", parser).clauses[0].units
    assert [unit.marker for unit in units if unit.role == "prepositional"] == ["for"]


def test_a_singular_subject_has_no_plural_head(parser: Parser) -> None:
    clause = first("A good week alternates between quiet days and busy nights.", parser).clauses[0]
    assert clause.lemma == "alternate"


def test_a_step_measures_nothing(parser: Parser) -> None:
    clause = first("The first step in a cleanup is measuring the queue.", parser).clauses[0]
    assert clause.lemma == "be"
    assert clause.unit("gerund") is not None


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("It turns out that queues hide failures", "Queues hide failures"),
        ("Part of what teams have to do is to watch the queue", "Teams have to watch the queue"),
        ("What we really need is to watch the queue", "We need to watch the queue"),
        ("What users want to see is progress", "Users want to see progress"),
        ("Make sure that every queue has an owner", "Every queue should have an owner"),
        ("We need to make sure you get paged for it", "You should get paged for it"),
        ("The queues themselves drop messages", "The queues drop messages"),
        ("Keep the queue short, and the users will notice", "If you keep the queue short, the users will notice"),
        (
            "Teams keep the queue short, and the users will notice",
            "Teams keep the queue short, and the users will notice",
        ),
        ("The fact is known to all of us", "The fact is known to all of us"),
    ],
)
def test_roundabout_openings(written: str, plain: str) -> None:
    assert plainly(written) == plain


def test_a_noun_behind_and_is_no_second_verb(parser: Parser) -> None:
    (clause,) = first("Service goals give staff and trustees a way to talk about outages.", parser).clauses
    assert [unit.role for unit in clause.units if unit.role in ("indirect", "object")] == ["indirect", "object"]


def test_a_second_order_is_not_what_the_first_is_for(parser: Parser) -> None:
    use, have = first("Use long names so that jobs can run apart, and have a script clean up.", parser).clauses
    assert use.unit("purpose") is not None
    assert have.imperative
    assert have.lemma == "have"


def test_a_singular_article_stands_before_no_plural_subject(parser: Parser) -> None:
    assert not first("A release train hauls calls to a dependency.", parser).clauses


def test_then_begins_the_next_order(parser: Parser) -> None:
    clauses = first("Start with the question, then find a measurement.", parser).clauses
    assert [(clause.lemma, clause.imperative) for clause in clauses] == [("start", True), ("find", True)]


def test_any_verb_with_its_object_behind_may_order(parser: Parser) -> None:
    assert first("Request an id for the flaw.", parser).clauses[0].imperative
    assert not first("Overheard a good quote in the hallway.", parser).clauses[0].imperative


def test_if_behind_deciding_is_whether(parser: Parser) -> None:
    clause = first("A headline should let a reader decide if they are in a good place.", parser).clauses[0]
    assert clause.unit("condition") is None
    assert clause.unit("content") is not None


def test_the_people_thanked_end_before_what_for(parser: Parser) -> None:
    text = "Leads should thank people for raising a worry before starting to argue."
    assert words_of("object", text, parser) == "people"


def test_a_plain_word_of_the_field_is_no_name(parser: Parser) -> None:
    sentence = first("Stateful jobs need a disk.", parser)
    assert sentence.clauses[0].subject_kind == "noun"


def test_writing_may_need_something(parser: Parser) -> None:
    clause = first("Writing needs to be seen as engineering work.", parser).clauses[0]
    assert (clause.lemma, clause.subject_kind) == ("need", "noun")
