"""What the page shows at one moment: talks, posts and cards, with everything decided applied."""

from __future__ import annotations

from dataclasses import dataclass, field

from flashcards.decisions import ADDED, DROPPED, EDITED, KEPT, UNDECIDED, Decision, Unapplied
from flashcards.model import Card, Post, Talk
from flashcards.selection.limits import UNSURE

STATES = (UNDECIDED, KEPT, EDITED, ADDED, DROPPED)


@dataclass(frozen=True, slots=True)
class Other:
    """A card that the rules had for a post as well, and why it was not chosen."""

    question: str
    answer: str
    rule: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card on the page.

    `key` is the id that decisions on it have. `card` is as it stands in the deck, `made` as the rules made it, None if
    they did not. `is_new` says that no package had it yet.
    """

    key: str
    card: Card
    made: Card | None
    state: str
    decision: Decision | None
    is_new: bool

    @property
    def in_deck(self) -> bool:
        """Whether the deck has it."""
        return self.state != DROPPED


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post on the page; `key` stays the same while talk and post say the same. `silence` says why it has no card."""

    key: str
    talk: ShownTalk
    post: Post
    cards: tuple[ShownCard, ...]
    silence: str
    others: tuple[Other, ...]

    @property
    def only_unsure(self) -> bool:
        """Whether it has no card because its candidate was less sure than --sure asks for."""
        return not self.cards and any(other.why == UNSURE for other in self.others)


@dataclass(frozen=True, slots=True)
class ShownTalk:
    """A talk on the page."""

    key: str
    talk: Talk


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of it. `style` changes when templates do.

    `problem` says what is wrong with notes, rules, templates or decisions; the rest is from before then.
    """

    posts: tuple[ShownPost, ...] = ()
    talks: tuple[ShownTalk, ...] = ()
    unapplied: tuple[Unapplied, ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str = ""
    version: int = 0
    style: str = ""
    by_key: dict[str, tuple[ShownPost, ShownCard]] = field(default_factory=dict)

    @property
    def cards(self) -> list[ShownCard]:
        """Every card, in the order of the notes."""
        return [card for post in self.posts for card in post.cards]

    def counts(self) -> dict[str, int]:
        """How many cards there are in each state, in all, new and in the deck.

        And how many posts are silent, and how many of them have an unsure card.
        """
        cards = self.cards
        counts = {state: sum(card.state == state for card in cards) for state in STATES}
        return counts | {
            "all": len(cards),
            "new": sum(card.is_new for card in cards),
            "deck": sum(card.in_deck for card in cards),
            "decided": len(cards) - counts[UNDECIDED],
            "silent": sum(not post.cards for post in self.posts),
            "unsure": sum(post.only_unsure for post in self.posts),
        }
