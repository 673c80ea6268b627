"""Where in the notes a card belongs that only a decision knows of."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.decisions.decision import ADD, Decision
from flashcards.deck.identity import plain_words, post_words
from flashcards.deck.likeness import Alike, alike, post_likeness
from flashcards.model import Post, Talk

# Post likeness from which a post is the same one with some words mended, and by which it must be ahead of others.
_MENDED, _AHEAD = 0.8, 0.03
_GONE = "its post is gone from the notes"
_SHORTENED = ("…", "...")


class Places:
    """Finds posts by what they said. A place is a post's number among all of them."""

    def __init__(self, posts: Sequence[tuple[Talk, Post]]) -> None:
        self._posts = posts
        self._talks = [(plain_words(talk.event.name), plain_words(talk.title)) for talk, _ in posts]
        self._words = [post_words(post.source) for _, post in posts]

    def talk_and_post(self, place: int, decision: Decision) -> tuple[Talk, Post]:
        """The talk and post at a place; a card of the talk itself has an empty post."""
        talk, post = self._posts[place]
        return (talk, post) if decision.post.strip() else (talk, Post("", (), talk.line))

    def find(self, decision: Decision) -> tuple[int | None, str]:
        """The place of a decision's card, None if it has none any more; and what is doubtful, "" if nothing is."""
        if not decision.post.strip():
            return self._talk(decision)
        wanted = post_words(decision.post)
        ordered = sorted(self._near(decision), reverse=True)
        for places in (ordered, range(len(self._posts))):
            same = [place for place in places if self._words[place] == wanted]
            if same and (places is ordered or len(same) == 1):
                return min(same), ""
        if decision.post.rstrip().endswith(_SHORTENED):
            begun = [place for place in ordered if self._words[place].startswith(wanted)]
            return (begun[0], "") if len(begun) == 1 else (None, _GONE)
        place, why = self._mended(decision, ordered, wanted)
        if decision.verb != ADD and place is not None and why:
            # The rules' wording was approved for a post that said something else.
            return None, "its post was changed"
        return place, why

    def says_the_same(self, one: str, two: str) -> bool:
        """Whether two posts are the same but for typos, links and hashtags."""
        first, second = post_words(one), post_words(two)
        return first == second or alike(first, second) >= Alike.TYPO

    def _mended(self, decision: Decision, places: Sequence[int], wanted: str) -> tuple[int | None, str]:
        scored = sorted(((post_likeness(wanted, self._words[place]), -place) for place in places), reverse=True)
        if not scored or scored[0][0] < _MENDED:
            return None, _GONE
        if len(scored) > 1 and scored[0][0] - scored[1][0] < _AHEAD:
            return None, "several posts are like the one it was written for"
        place = -scored[0][1]
        if self.says_the_same(decision.post, self._posts[place][1].source):
            return place, ""
        return place, "its post was changed; it is kept, see whether it still holds"

    def _near(self, decision: Decision) -> list[int]:
        """The posts of the decision's talk; those of talks of that title where the event is another or unsaid."""
        talk = plain_words(decision.event), plain_words(decision.talk)
        here = [place for place, one in enumerate(self._talks) if one == talk]
        return here or [place for place, one in enumerate(self._talks) if one[1] == talk[1]]

    def _talk(self, decision: Decision) -> tuple[int | None, str]:
        here = self._near(decision)
        if len({(id(self._posts[place][0])) for place in here}) > 1:
            return None, "several talks have its talk's title; give its event as well"
        return (here[-1], "") if here else (None, "its talk is gone from the notes")
