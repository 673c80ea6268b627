"""The Anki tags of a card: hierarchical, one word each, and none that Anki gives a meaning of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from flashcards.model import Card, Talk

_NOT_IN_A_TAG = re.compile(r"[^\w.+#&'’/-]+")
# Anki acts on these two, and drops them from imported notes.
_RESERVED = frozenset(("marked", "leech"))


def tags_for(card: Card) -> list[str]:
    """Tags such as `event::DevOpsDays-Toronto-2019` for event, talk, speakers, kind and rule, then the card's own.

    No tag has a space, none is empty, `marked` or `leech`, and none comes twice (case does not count, as in Anki).
    """
    return card_tags(card, talk_tags(card.talk))


def talk_tags(talk: Talk) -> list[str]:
    """Those tags that all cards of a talk have."""
    named = [("event", talk.event.name), ("talk", talk.title), *(("speaker", one.name) for one in talk.speakers)]
    return _distinct(f"{branch}::{word}" for branch, name in named if (word := _tag_word(name)))


def card_tags(card: Card, of_talk: list[str]) -> list[str]:
    """The same as tags_for(), given the talk's tags."""
    own = [tag for branch, name in (("kind", card.kind), ("rule", card.rule)) if (tag := _branch_tag(branch, name))]
    if not card.tags:
        # Their branches keep them apart.
        return of_talk + own
    own += ["::".join(words) for tag in card.tags if (words := [w for p in tag.split("::") if (w := _tag_word(p))])]
    return _distinct((*of_talk, *own))


def _distinct(tags: Iterable[str]) -> list[str]:
    unique: dict[str, str] = {}
    for tag in tags:
        unique.setdefault(tag.casefold(), tag)
    return [tag for folded, tag in unique.items() if folded not in _RESERVED]


@lru_cache(maxsize=1024)
def _branch_tag(branch: str, name: str) -> str:
    return f"{branch}::{word}" if (word := _tag_word(name)) else ""


def _tag_word(name: str) -> str:
    return _NOT_IN_A_TAG.sub("-", name).strip("-")
