"""All cards on one HTML page, to look through before importing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from flashcards.deck.anki_template import has_content, render
from flashcards.deck.fields import field_values
from flashcards.deck.options import DeckOptions
from flashcards.deck.pictures import image_text
from flashcards.deck.template_files import PAGE
from flashcards.deck.templates import CardTemplates, load_templates, render_file
from flashcards.model import CLOZE, Card


@dataclass(frozen=True, slots=True)
class ShownTalk:
    """A talk on the page; each of its `cards` is a front and a back in HTML."""

    title: str
    event: str
    speakers: str
    cards: list[tuple[Markup, Markup]] = field(default_factory=list)


def as_page(cards: Sequence[Card], options: DeckOptions) -> str:
    """The page's HTML: every talk with its cards, which show by click or key what Anki would; asks the net for nothing.

    Raises UserError for broken templates.
    """
    templates = load_templates(options, page=True)
    talks: dict[str, ShownTalk] = {}
    for card in cards:
        speakers = ", ".join(speaker.name for speaker in card.talk.speakers)
        talk = talks.setdefault(card.deck, ShownTalk(card.talk.title, card.talk.event.name, speakers))
        talk.cards.extend(sides(card, templates))
    return render_file(
        PAGE,
        options,
        autoescape=True,
        title=", ".join(dict.fromkeys(talk.event for talk in talks.values())) or "Cards",
        talks=list(talks.values()),
        count=sum(len(talk.cards) for talk in talks.values()),
        css=_as_is(templates.cloze_css if options.cloze else templates.css),
    )


def sides(card: Card, templates: CardTemplates, *, images: bool = False) -> Iterator[tuple[Markup, Markup]]:
    """Front and back of each of the cards that Anki would make of this one; without `images` in words only."""
    values = field_values(card)
    if not images:
        # A page that loads nothing says what the pictures show.
        values |= {"Image": image_text(card.pictures)}
    filled = {name for name, value in values.items() if value}
    pairs = [(templates.front, templates.back), (templates.reverse_front, templates.reverse_back)]
    if card.form == CLOZE:
        pairs = [(templates.cloze_front, templates.cloze_back)]
    for front, back in pairs:
        if has_content(front.nodes, filled):
            shown = render(front.nodes, values)
            yield _as_is(shown), _as_is(render(back.nodes, {**values, "FrontSide": shown}))


def _as_is(html: str) -> Markup:
    # Fields are escaped when they are made, and templates and style are the user's own.
    return Markup(html)  # noqa: S704
