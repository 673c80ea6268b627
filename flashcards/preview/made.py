"""What the rules make of the notes, as far as the page needs it: the slow part, kept while decisions change."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flashcards.deck import Ledger, load_templates
from flashcards.generation import Generated
from flashcards.generation.executors import Executor
from flashcards.model import Card, Talk
from flashcards.options import Options
from flashcards.pipeline import made_cards
from flashcards.preview.snapshot import Other, ShownTalk
from flashcards.result import Result
from flashcards.selection.limits import UNSURE
from flashcards.watcher import Watcher

_OTHERS = 8  # candidates of a post that are worth offering


@dataclass(slots=True)
class Made:
    """What the rules make of the notes, done anew only when notes or rules change.

    `cards` are those of the result, in order, `others` what else each post might have given, `places` each post's key
    and talk. `ids` are by the number of the rules' card, and learned, as `dressed` is, when cards are first shown.
    """

    result: Result
    cards: list[Card]
    others: list[tuple[Other, ...]]
    places: list[tuple[str, ShownTalk]]
    warnings: list[str]
    style: str
    ledger: Ledger = field(default_factory=Ledger)
    ids: dict[int, str] = field(default_factory=dict)
    dressed: dict[tuple[object, ...], Card] = field(default_factory=dict)


def make(
    notes: Sequence[Path],
    options: Options,
    progress: Callable[[int, int], None] | None = None,
    executor: Executor | None = None,
) -> Made:
    """Read the notes and think, without a ledger as yet. Raises UserError.

    `progress` is told how many posts of how many are done; `executor` does the thinking, None is what the options say.
    """
    warnings: list[str] = []
    others: list[tuple[Other, ...]] = []
    templates = load_templates(options.deck)
    faces = (*templates.sides, *templates.cloze_sides)
    style = _digest(repr(options.deck), templates.css, templates.cloze_css, *(face.source for face in faces))
    watcher = Watcher(warnings.append, progress or (lambda *_: None), generated=lambda one: others.append(_others(one)))
    result = made_cards(notes, options, watcher, executor=executor)
    return Made(result, result.cards, others, _places(result), warnings, style)


def _others(made: Generated) -> tuple[Other, ...]:
    chosen = {(one.question, one.answer) for one in made.chosen}
    found: dict[tuple[str, str], Other] = {}
    for one in made.others:
        wording = one.question, one.answer
        if wording not in chosen:
            found.setdefault(wording, Other(*wording, one.rule, one.asks, one.dropped))
    # What was only not sure enough is the likeliest to be wanted.
    return tuple(sorted(found.values(), key=lambda other: other.why != UNSURE))[:_OTHERS]


def _places(result: Result) -> list[tuple[str, ShownTalk]]:
    """Each post's key and talk; the key stays the same while talk and post say the same."""
    talks: dict[int, ShownTalk] = {}
    same: Counter[str] = Counter()
    places = []
    for post in result.posts:
        talk = talks.setdefault(id(post.talk), ShownTalk(_talk_key(post.talk, len(talks)), post.talk))
        key = _digest(post.talk.event.name, post.talk.title, post.post.source)
        same[key] += 1
        places.append((key if same[key] == 1 else _digest(key, str(same[key])), talk))
    return places


def _talk_key(talk: Talk, number: int) -> str:
    return _digest(talk.event.name, talk.title) if talk.title else f"talk-{number}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]
