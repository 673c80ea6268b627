"""Cards as the rules make them + decisions -> the cards of the deck, and which decisions no longer apply."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashcards.decisions.decision import ADD, DROP, EDIT, KEEP, Decision, Decisions
from flashcards.decisions.places import Places
from flashcards.deck.likeness import Alike, alike
from flashcards.deck.recognise import Recognition
from flashcards.deck.record import Record
from flashcards.model import Card, Event, Post, Talk

UNDECIDED, KEPT, DROPPED, EDITED, ADDED = "undecided", "kept", "dropped", "edited", "added"
_STATES = {KEEP: KEPT, DROP: DROPPED, EDIT: EDITED, ADD: ADDED}

PostCards = tuple[Talk, Post, Sequence[Card]]


@dataclass(frozen=True, slots=True)
class Decided:
    """A card with what was decided about it.

    `card` is as it stands in the deck, or would if it was not dropped; its id is the decided one, or "" where nothing
    was. `made` is the number of the rules' card among all of theirs, None where they do not make it.
    """

    card: Card
    made: int | None = None
    decision: Decision | None = None

    @property
    def state(self) -> str:
        """One of UNDECIDED, KEPT, DROPPED, EDITED, ADDED."""
        return _STATES[self.decision.verb] if self.decision else UNDECIDED


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A decision that may not apply any more, and why."""

    decision: Decision
    why: str

    def __str__(self) -> str:
        done, wording = _STATES[self.decision.verb], f"{self.decision.question} -> {self.decision.answer}"
        return f"the card that was {done}, {' '.join(wording.split())!r}: {self.why}"


@dataclass(frozen=True, slots=True)
class Curated:
    """The cards of each post, dropped ones included, in the order of the posts, and the decisions in doubt."""

    posts: tuple[tuple[Decided, ...], ...]
    unapplied: tuple[Unapplied, ...] = ()


def curate(posts: Sequence[PostCards], decisions: Decisions, notes: Sequence[Path]) -> Curated:
    """Apply the decisions to the cards that the rules make of posts; `notes` are the files and folders these are from.

    A card keeps to its decision as long as it asks and answers the same; one that was kept or edited stays even if the
    rules no longer make it, as long as its post says the same. Whatever is not as sure as that is left as the rules
    have it and comes with the reason in `unapplied`. Decisions on other notes are passed over.
    """
    made = [card for _, _, cards in posts for card in cards]
    wanted = [decision for decision in decisions if decision.verb != ADD]
    outside = [not _is_within(decision, decisions, notes) for decision in wanted]
    found = Recognition(made, [_record(decision) for decision in wanted], outside).found
    places = Places([(talk, post) for talk, post, _ in posts])
    on_made: dict[int, Decision] = {}
    more: dict[int, list[Decided]] = defaultdict(list)
    unapplied: list[Unapplied] = []
    for number, which in found.items():
        if doubt := _doubt(wanted[which], made[number], places):
            unapplied.append(Unapplied(wanted[which], doubt))
        else:
            on_made[number] = wanted[which]
    met = {wanted[which].id for which in found.values()}
    for decision in decisions:
        if decision.id in met or (decision.file and not _is_within(decision, decisions, notes)):
            continue
        place, why = places.find(decision)
        if decision.verb == DROP and place is not None:
            why = why or "the rules make no such card any more"
        if why:
            unapplied.append(Unapplied(decision, why))
        if place is not None and decision.verb != DROP:
            talk, post = places.talk_and_post(place, decision)
            more[place].append(Decided(_written(decision, talk, post), None, decision))
    order = {decision.id: number for number, decision in enumerate(decisions)}
    unapplied.sort(key=lambda one: order[one.decision.id])
    return Curated(tuple(_per_post(posts, on_made, more)), tuple(unapplied))


def _per_post(
    posts: Sequence[PostCards], on_made: dict[int, Decision], more: dict[int, list[Decided]]
) -> Iterator[tuple[Decided, ...]]:
    number = 0
    for place, (_, _, cards) in enumerate(posts):
        here: list[Decided] = []
        for card in cards:
            here.append(_decided(card, number, on_made.get(number)))
            number += 1
        yield (*here, *more.get(place, ()))


def _decided(card: Card, number: int, decision: Decision | None) -> Decided:
    if decision is None:
        return Decided(replace(card, id=""), number)
    card = replace(card, id=decision.card_id)
    if decision.verb == EDIT:
        card = replace(
            card,
            question=decision.question,
            answer=decision.answer,
            hint=decision.hint or card.hint,
            rule=decision.rule or card.rule,
            kind=decision.kind or card.kind,
        )
    return Decided(card, number, decision)


def _written(decision: Decision, talk: Talk, post: Post) -> Card:
    """The card that a person wrote, or approved when the rules still made it."""
    return Card(
        decision.question,
        decision.answer,
        decision.rule,
        decision.kind,
        talk,
        post,
        id=decision.card_id,
        hint=decision.hint,
    )


def _doubt(decision: Decision, card: Card, places: Places) -> str:
    """Why a decision on this card, as it was then, may not hold for the card as it is now; "" if it does."""
    if decision.verb == EDIT and places.says_the_same(decision.post, card.post.source):
        # The wording is the person's own, and so is the post it was written for.
        return ""
    question, answer = alike(decision.made_question, card.question), alike(decision.made_answer, card.answer)
    if min(question, answer) >= Alike.TYPO:
        return ""
    now = " ".join(f"{card.question} -> {card.answer}".split())
    return f"the rules now make {now!r} of its post, so it is undecided"


def _record(decision: Decision) -> Record:
    """What the card was recognised by when it was decided about."""
    post = Post(decision.post, (), 1)
    talk = Talk(decision.talk, Event(decision.event), (post,), Path(decision.file), 1)
    question, answer = decision.made_question, decision.made_answer
    return Record(Card(question, answer, "", "", talk, post, id=decision.id), decision.file, "", 0)


def _is_within(decision: Decision, decisions: Decisions, notes: Sequence[Path]) -> bool:
    """Whether these notes include the decision's file, or would if it still were there."""
    if not decision.file or decisions.file is None:
        return True
    file = Path(os.path.normpath(os.path.join(os.path.abspath(decisions.file.parent), decision.file)))
    return any(file.is_relative_to(os.path.abspath(path)) for path in notes)
