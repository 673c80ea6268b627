"""The Anki tags of a card: hierarchical, one word each, and none that Anki gives a meaning of its own."""

from __future__ import annotations

import re

from flashcards.model import Card

_NOT_IN_A_TAG = re.compile(r"[^\w.+#&'’/-]+")
# Anki acts on these two, and drops them from imported notes.
_RESERVED = frozenset(("marked", "leech"))


def tags_for(card: Card) -> list[str]:
    """Tags such as `event::DevOpsDays-Toronto-2019` for event, talk, speakers, kind and rule, then the card's own.

    No tag has a space, none is empty, `marked` or `leech`, and none comes twice (case does not count, as in Anki).
    """
    named = [("event", card.talk.event.name), ("talk", card.talk.title)]
    named += [("speaker", speaker.name) for speaker in card.talk.speakers]
    named += [("kind", card.kind), ("rule", card.rule)]
    tags = [f"{branch}::{word}" for branch, name in named if (word := _tag_word(name))]
    tags += ["::".join(words) for tag in card.tags if (words := [w for p in tag.split("::") if (w := _tag_word(p))])]
    unique = {tag.casefold(): tag for tag in reversed(tags) if tag.casefold() not in _RESERVED}
    return list(reversed(unique.values()))


def _tag_word(name: str) -> str:
    return _NOT_IN_A_TAG.sub("-", name).strip("-")
