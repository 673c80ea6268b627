"""What is done on the page is in the deck, can be undone, and is lost by nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.decisions import EDIT, change_decisions, read_decisions
from flashcards.errors import UserError
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.preview.actions import Curator
from flashcards.preview.session import Session
from flashcards.preview.view import Wish, view
from flashcards.selection.limits import Limits
from flashcards.watcher import Watcher


def said(session: Session) -> list[str]:
    return [f"{card.card.question} {card.card.answer}" for card in session.snapshot.cards if card.in_deck]


def built(session: Session, notes: Path, out: Path) -> list[str]:
    _, result = make_deck([notes], out, Options(), Watcher())
    return [f"{card.question} {card.answer}" for card in result.cards]


@pytest.fixture
def curator(session: Session) -> Curator:
    return Curator(session)


def test_the_build_gives_exactly_the_cards_seen(
    session: Session, curator: Curator, notes: Path, tmp_path: Path
) -> None:
    keys = [card.key for card in session.snapshot.cards]
    curator.drop(keys[0])
    curator.edit(keys[1], "Who gives up first?", "The app", "not the proxy")
    curator.keep(keys[2])
    curator.add(session.snapshot.posts[2], "Does it work?", "As long as it does", "")
    curator.add(session.snapshot.talks[0], "Who spoke?", "Ada Example", "")
    seen = said(session)
    assert seen[:2] == ["Who gives up first? The app", "Does it work? As long as it does"]
    assert "Who spoke? Ada Example" in seen
    assert built(session, notes, tmp_path / "a.apkg") == seen
    ids = [card.card.id for card in session.snapshot.cards if card.in_deck]
    _, result = make_deck([notes], tmp_path / "a.apkg", Options(), Watcher())
    assert [card.id for card in result.cards] == ids


def test_everything_can_be_undone(session: Session, curator: Curator) -> None:
    before = said(session)
    keys = [card.key for card in session.snapshot.cards]
    curator.drop(keys[0])
    curator.edit(keys[1], "Q?", "A", "")
    curator.edit(keys[1], "Q2?", "A", "")
    curator.keep(keys[0])
    added = curator.add(session.snapshot.posts[0], "Q?", "A", "")
    curator.edit(added, "Q3?", "A", "")
    curator.drop(added)
    for _ in range(7):
        assert curator.undo()
    assert curator.undo() is None
    assert said(session) == before
    assert len(read_decisions(session.file)) == 0


def test_undo_leaves_what_somebody_else_decided(session: Session, curator: Curator) -> None:
    key = session.snapshot.cards[0].key
    curator.drop(key)
    change_decisions(session.file, lambda by_id: by_id.update({key: replace(by_id[key], verb=EDIT, question="Mine?")}))
    with pytest.raises(UserError, match="meanwhile"):
        curator.undo()
    assert read_decisions(session.file).by_id[key].question == "Mine?"


def test_two_sessions_keep_both_decisions(session: Session, curator: Curator, notes: Path) -> None:
    other = Session([notes], Options(), None)
    other.rebuild()
    first, second = (card.key for card in session.snapshot.cards[:2])
    curator.drop(first)
    Curator(other).drop(second)
    assert set(read_decisions(session.file).by_id) == {first, second}
    session.reread()
    assert [card.state for card in session.snapshot.cards[:2]] == ["dropped", "dropped"]


def test_an_undone_edit_of_a_card_that_learners_have_stays_that_card(
    session: Session, curator: Curator, notes: Path, tmp_path: Path
) -> None:
    key = session.snapshot.cards[0].key
    curator.edit(key, "Something else entirely?", "Yes and no", "")
    session.export()
    curator.undo()
    _, result = make_deck([notes], tmp_path / "a.apkg", Options(), Watcher())
    assert result.cards[0].id == key
    assert result.cards[0].question == "Which timeout should be largest?"


def test_swapping_goes_round(notes: Path) -> None:
    session = Session([notes], Options(limits=Limits(per_post=1)), None)
    session.rebuild()
    curator = Curator(session)
    post = next(post for post in session.snapshot.posts if post.others and post.cards)
    key, first = post.cards[0].key, post.cards[0].card.question + post.cards[0].card.answer
    seen = []
    for _ in range(len(post.others) + 1):
        curator.swap(key)
        card = session.snapshot.by_key[key][1].card
        seen.append(card.question + card.answer)
        # Another fact is another card to those who learn it.
        assert (card.id == key) == (seen[-1] == first)
    assert seen[-1] == first
    assert len(set(seen)) == len(seen)


def test_what_is_no_card_is_refused(session: Session, curator: Curator) -> None:
    key = session.snapshot.cards[0].key
    for question, answer in (("", "A"), ("Q?", " \n"), ("Q?", "x" * 10_001)):
        with pytest.raises(UserError):
            curator.edit(key, question, answer, "")
    with pytest.raises(UserError, match="no longer there"):
        curator.drop("nothing")
    assert not session.file.exists()


def test_new_is_what_no_package_has(session: Session) -> None:
    assert session.snapshot.counts()["new"] == session.snapshot.counts()["all"]
    session.export()
    assert session.snapshot.counts()["new"] == 0


def test_broken_rules_and_notes_leave_the_cards_as_they_were(session: Session, notes: Path) -> None:
    before = said(session)
    (notes / "cacheconf.md").write_bytes(b"\xff")
    session.rebuild()
    assert "cacheconf.md" in session.snapshot.problem
    assert said(session) == before
    Curator(session).drop(session.snapshot.cards[0].key)
    assert "cacheconf.md" in session.snapshot.problem
    assert said(session) == before[1:]


def test_filters(session: Session, curator: Curator) -> None:
    snapshot = session.snapshot
    curator.drop(snapshot.cards[0].key)
    snapshot = session.snapshot

    def found(**wish: str) -> int:
        return len(view(snapshot, Wish(**wish)).cards)

    assert found(show="dropped") == 1
    assert found(show="undecided") == found() - 1
    assert found(q="NGINX") == 2
    assert found(talk=snapshot.talks[1].key) == found() - 2
    assert found(rule="comparison-chain") == found(kind="order") == 4
    assert found(kind="nothing") == 0
    assert [post.silence for post in view(snapshot, Wish(show="silent")).posts] == [
        "an introduction or announcement",
        'needs what "it" means',
    ]


def test_posts_with_an_unsure_card_only(notes: Path) -> None:
    file = notes / "cacheconf.md"
    unsure = "Each later rocket contains Saturn 12 assumptions about speed and heat."
    file.write_text(file.read_text("utf-8").replace("It works.", unsure), "utf-8")
    session = Session([notes], Options(limits=Limits(sure=99)), None)
    session.rebuild()
    found = {post.post.source: post for post in view(session.snapshot, Wish(show="unsure")).posts}
    assert found[unsure].others[0].question == "What does each later rocket contain?"
    assert all(not post.cards for post in found.values())
    assert session.snapshot.counts()["unsure"] == len(found) < session.snapshot.counts()["silent"]


def test_the_place_is_kept_where_the_post_was_rewritten(session: Session, notes: Path) -> None:
    post = session.snapshot.posts[2]
    file = notes / "cacheconf.md"
    file.write_text(file.read_text("utf-8").replace("It works.", "It works well."), "utf-8")
    session.rebuild()
    shown = view(session.snapshot, Wish(post=post.key), session.place_of(post.key))
    assert shown.post
    assert shown.post.post.source == "It works well."
