"""Which part of the deck is on the page: filters, the post chosen, the card chosen, and what comes before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flashcards.decisions import ADDED, DROPPED, EDITED, KEPT, UNDECIDED
from flashcards.preview.snapshot import ShownCard, ShownPost, ShownTalk, Snapshot

_LONG = 400  # posts; each key puts the page together anew, and must not be waited for
SHOWS = ("all", UNDECIDED, "new", KEPT, EDITED, ADDED, DROPPED, "silent", "unsure")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for. `show` is one of SHOWS, `scope` "post" or "talk", the others keys or names, or ""."""

    show: str = "all"
    talk: str = ""
    rule: str = ""
    kind: str = ""
    q: str = ""
    post: str = ""
    card: str = ""
    scope: str = "post"

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Wish:
        """The wish that an address or form tells."""
        wish = cls(**{name: given[name] for name in cls.__slots__ if name in given})
        return replace(wish, show=wish.show if wish.show in SHOWS else "all")

    @property
    def filters(self) -> bool:
        """Whether anything is left out."""
        return self.show != "all" or bool(self.talk or self.rule or self.kind or self.q)

    def address(self, **other: str) -> str:
        """The query of this wish with something else; "?" for the plain page."""
        wish, plain = replace(self, **other), Wish()
        return "?" + urlencode({n: v for n in self.__slots__ if (v := getattr(wish, n)) != getattr(plain, n)})


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows of a snapshot for a wish."""

    snapshot: Snapshot
    wish: Wish
    posts: tuple[ShownPost, ...]
    cards: tuple[ShownCard, ...]
    post: ShownPost | None
    card: ShownCard | None
    shown: tuple[tuple[ShownPost, ShownCard], ...]

    @property
    def is_long(self) -> bool:
        """Whether there is so much that only one talk's posts are listed at a time."""
        return len(self.posts) > _LONG

    @property
    def talks(self) -> Iterator[tuple[ShownTalk, list[ShownPost], int]]:
        """Each talk that has posts to show, with them, and with how many cards."""
        here: dict[str, list[ShownPost]] = {}
        for post in self.posts:
            here.setdefault(post.talk.key, []).append(post)
        wanted = set(map(id, self.cards))
        for posts in here.values():
            yield posts[0].talk, posts, sum(id(card) in wanted for post in posts for card in post.cards)

    def step(self, by: int) -> str:
        """The address of the next card, or of the one before; of the post where there are none; "" at either end."""
        if not self.cards:
            return self.step_post(by)
        keys = [card.key for card in self.cards]
        if self.card and self.card.key in keys:
            at = keys.index(self.card.key) + by
        elif self.post:
            # A post without cards: the next card is the first one after it.
            places = {post.key: number for number, post in enumerate(self.snapshot.posts)}
            here = places[self.post.key]
            behind = [n for n, key in enumerate(keys) if places[self.snapshot.by_key[key][0].key] > here]
            at = (behind[0] if behind else len(keys)) + (by if by < 0 else 0)
        else:
            return ""
        return self._to_card(keys[at]) if 0 <= at < len(keys) else ""

    def step_post(self, by: int) -> str:
        """The address of the next post, or of the one before; "" at either end."""
        keys = [post.key for post in self.posts]
        at = keys.index(self.post.key) + by if self.post and self.post.key in keys else -1
        return self.wish.address(post=keys[at], card="", scope="post") if 0 <= at < len(keys) else ""

    def _to_card(self, key: str) -> str:
        return self.wish.address(card=key, post=self.snapshot.by_key[key][0].key)


def view(snapshot: Snapshot, wish: Wish, place: int | None = None) -> View:
    """The view of a wish; where its post is gone, the one that stands at its `place` is shown instead."""
    posts: list[ShownPost] = []
    cards: list[ShownCard] = []
    for post in snapshot.posts:
        here = [card for card in post.cards if _card_fits(card, post, wish)]
        if here or _post_fits(post, wish):
            posts.append(post)
            cards.extend(here)
    chosen, card = _chosen(snapshot, wish, posts, cards, place)
    wanted = set(map(id, cards))
    if chosen is None:
        near: list[ShownPost] = []
    elif wish.scope == "talk":
        near = [post for post in posts if post.talk.key == chosen.talk.key]
    else:
        near = [chosen]
    # The chosen card is shown even where the filter no longer lets it through: it has just been decided on.
    shown = tuple((post, one) for post in near for one in post.cards if id(one) in wanted or one is card)
    if card is None and shown:
        card = shown[0][1]
    return View(snapshot, wish, tuple(posts), tuple(cards), chosen, card, shown)


def _chosen(
    snapshot: Snapshot, wish: Wish, posts: list[ShownPost], cards: list[ShownCard], place: int | None
) -> tuple[ShownPost | None, ShownCard | None]:
    if wish.card in snapshot.by_key:
        return snapshot.by_key[wish.card]
    if wish.post:
        named = next((post for post in snapshot.posts if post.key == wish.post), None)
        if named:
            return named, None
        if place is not None and snapshot.posts:
            return snapshot.posts[min(place, len(snapshot.posts) - 1)], None
    if cards:
        return snapshot.by_key[cards[0].key]
    return (posts[0], None) if posts else (None, None)


def _card_fits(card: ShownCard, post: ShownPost, wish: Wish) -> bool:
    if wish.show in ("silent", "unsure") or (wish.show == "new" and not card.is_new):
        return False
    if wish.show not in ("all", "new") and card.state != wish.show:
        return False
    if (wish.talk and post.talk.key != wish.talk) or (wish.rule and card.card.rule != wish.rule):
        return False
    if wish.kind and card.card.kind != wish.kind:
        return False
    said = f"{card.card.question}\n{card.card.answer}\n{post.post.source}\n{post.talk.talk.title}"
    return wish.q.strip().casefold() in said.casefold()


def _post_fits(post: ShownPost, wish: Wish) -> bool:
    """Whether a post is listed although none of its cards is asked for."""
    if wish.rule or wish.kind or (wish.talk and post.talk.key != wish.talk):
        return False
    if wish.show not in ("all", "silent", "unsure") or (wish.show == "silent" and post.cards):
        return False
    if wish.show == "unsure" and not post.only_unsure:
        return False
    return wish.q.strip().casefold() in f"{post.post.source}\n{post.talk.talk.title}".casefold()
