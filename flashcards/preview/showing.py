"""What the rules made + decisions -> what the page shows: every card with its id, its look and its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from flashcards.decisions import DROPPED, Curated, Decided, Decisions, curate
from flashcards.deck import dress
from flashcards.deck.cloze import settled_form
from flashcards.deck.record import LIVE
from flashcards.deck.remembered import settled_deck
from flashcards.model import Card
from flashcards.options import Options
from flashcards.preview.made import Made
from flashcards.preview.snapshot import ShownCard, ShownPost, Snapshot
from flashcards.watcher import Watcher


def snapshot_of(made: Made, decisions: Decisions, notes: Sequence[Path], options: Options, *, settle: bool) -> Snapshot:
    """All cards with the decisions applied. With `settle` the ids are learned anew, else where one is not known yet.

    Raises UserError for broken templates.
    """
    curated = curate([(post.talk, post.post, post.cards) for post in made.result.posts], decisions, notes)
    unknown = [one for post in curated.posts for one in post if not one.card.id and one.made not in made.ids]
    if settle or unknown:
        _settle(made, curated, decisions, notes, options)
    shown: list[ShownPost] = []
    for post, decided, (key, talk), others in zip(
        made.result.posts, curated.posts, made.places, made.others, strict=True
    ):
        cards = tuple(_card(one, made, notes, options) for one in decided)
        shown.append(ShownPost(key, talk, post.post, cards, post.silence, others))
    return Snapshot(
        tuple(shown),
        tuple({id(talk): talk for _, talk in made.places}.values()),
        curated.unapplied,
        tuple(made.warnings),
        style=made.style,
        by_key={card.key: (post, card) for post in shown for card in post.cards},
    )


def _settle(made: Made, curated: Curated, decisions: Decisions, notes: Sequence[Path], options: Options) -> None:
    """Learn which card has which id: exactly as a build would give it."""
    result = made.result.curated(curated)
    settled = iter(settled_deck(result, decisions, notes, options, made.ledger, Watcher()).cards)
    for one in (one for post in curated.posts for one in post):
        card = one.card if one.state == DROPPED else next(settled)
        if one.made is not None:
            made.ids[one.made] = one.decision.id if one.decision else card.id


def _card(one: Decided, made: Made, notes: Sequence[Path], options: Options) -> ShownCard:
    key = one.decision.id if one.decision else made.ids[one.made or 0]
    card = replace(_dressed(one.card, made, notes, options), id=one.decision.card_id if one.decision else key)
    rules = None if one.made is None else replace(made.cards[one.made], id=key)
    record = made.ledger.records.get(card.id)
    if record:
        card = replace(card, form=settled_form(card, record.card))
    return ShownCard(key, card, rules, one.state, one.decision, record is None or record.state != LIVE)


def _dressed(card: Card, made: Made, notes: Sequence[Path], options: Options) -> Card:
    key = (id(card.talk), id(card.post), card.question, card.answer, card.hint, card.rule, card.kind)
    if key not in made.dressed:
        made.dressed[key] = dress([card], options.deck, notes, made.warnings.append)[0]
    return made.dressed[key]
