"""A view as HTML: Jinja2 templates that escape everything, and posts in the safe HTML that cards have, too."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flashcards.deck import DeckOptions
from flashcards.deck.context import context_html
from flashcards.errors import UserError
from flashcards.preview.frame import side_count
from flashcards.preview.snapshot import ShownCard, ShownPost
from flashcards.preview.view import SHOWS, View

_THEMES, _WIDTHS = ("light", "dark"), ("desktop", "phone")


@dataclass(frozen=True, slots=True)
class Look:
    """How the page is to look: "light" or "dark", "" for what the system says; "desktop" or "phone"."""

    theme: str
    width: str


def page_html(view: View, frames: str, news: str, look: Mapping[str, str], options: DeckOptions) -> str:
    """The whole page. `frames` is the token of the cards' frames, `look` the browser's cookies.

    `news` are a message in one line, and in the lines after it what to do by hand, "" for none.
    """
    snapshot = view.snapshot
    cards = snapshot.cards
    theme, width = look.get("theme", ""), look.get("width", "")
    return (
        _environment()
        .get_template("page.html")
        .render(
            view=view,
            wish=view.wish,
            snapshot=snapshot,
            counts=snapshot.counts(),
            shows=SHOWS,
            rules=sorted({card.card.rule for card in cards if card.card.rule}),
            kinds=sorted({card.card.kind for card in cards if card.card.kind}),
            frames=frames,
            said=news.partition("\n")[0],
            report=news.partition("\n")[2],
            look=Look(theme if theme in _THEMES else "", width if width in _WIDTHS else "desktop"),
            sides=lambda card: _sides(card, options),
            marked=_marked,
            plain=_plain,
        )
    )


def _sides(card: ShownCard, options: DeckOptions) -> int:
    try:
        return side_count(card.card, options)
    except UserError:
        # The frame itself says what is wrong with the templates.
        return 2


def _marked(post: ShownPost, card: ShownCard) -> Markup:
    """The post with the card's answer marked."""
    # A card of the talk as a whole only stands with the talk's last post.
    return _post(post.post.source, card.card.answer if card.card.post.source else "", card.card.question)


def _plain(post: ShownPost) -> Markup:
    """The post as written."""
    return _post(post.post.source, "", "")


@lru_cache(maxsize=4096)
def _post(source: str, answer: str, question: str) -> Markup:
    html = context_html(source, answer, question)
    # Links would lead away from the page and lose the place.
    html = html.replace('<a href="', '<a target="_blank" rel="noreferrer noopener" href="')
    return Markup(html)  # noqa: S704  # escaped by context_html()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    folder = Path(__file__).parent / "page"
    options: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined}
    environment = Environment(loader=FileSystemLoader(folder), trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    environment.filters["hash"] = lambda text: hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    return environment
