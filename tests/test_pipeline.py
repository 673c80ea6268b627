"""From notes to cards: what becomes of each post, and what must not make a difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.errors import NoCardsError, UserError
from flashcards.generation import executors, posts
from flashcards.generation.executors import work_on
from flashcards.generation.job import Job, Setup
from flashcards.generation.worked import WorkedPost
from flashcards.options import Options
from flashcards.pipeline import make_cards, make_deck
from flashcards.result import Result
from flashcards.selection.limits import Limits
from flashcards.watcher import Watcher

QUIET = Watcher()
NOTES = """\
# CacheConf 2031

## Caches in the wild
Ada Example

> Next up: Ada Example, Caches in the wild #CacheConf

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.

> [I liked the slides.]

> It works.

## Order again
Bo Sample

> Set increasing limits: page limit < site limit < network limit.

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Two talks of one event."""
    file = tmp_path / "cacheconf.md"
    file.write_text(NOTES, "utf-8")
    return file


def pairs(result: Result) -> list[tuple[str, str]]:
    return [(card.question, card.answer) for card in result.cards]


def test_cards_in_the_order_of_the_notes(notes: Path) -> None:
    result = make_cards([notes], Options(), QUIET)
    assert [question for question, _ in pairs(result)] == [
        "Which timeout should be largest?",
        "Which timeout should be smallest?",
        "Which limit should be largest?",
        "Which limit should be smallest?",
    ]
    assert {card.rule for card in result.cards} == {"comparison-chain"}
    assert len({card.id for card in result.cards}) == 4
    assert all(card.id and card.kind == "order" and card.score > 0 for card in result.cards)


def test_silent_posts_say_why(notes: Path) -> None:
    result = make_cards([notes], Options(), QUIET)
    assert [post.silence for post in result.posts] == [
        "an introduction or announcement",
        "",
        "the note-taker's own comment",
        'needs what "it" means',
        "",
        "asks what another card asks",
    ]


def test_a_talk_given_twice_has_cards_in_both_events(tmp_path: Path) -> None:
    for event in ("One 2031", "Two 2032"):
        (tmp_path / f"{event}.md").write_text(NOTES.replace("CacheConf 2031", event), "utf-8")
    assert len(make_cards([tmp_path], Options(), QUIET).cards) == 8


@pytest.mark.parametrize("cache", [True, False])
def test_bounded_number_of_posts_at_a_time(notes: Path, monkeypatch: pytest.MonkeyPatch, cache: bool) -> None:
    whole = make_cards([notes], Options(cache=cache), QUIET)
    sizes: list[int] = []

    def counted(setup: Setup, job: Job) -> list[bytes]:
        sizes.append(sum(len(task.talk.posts) for task in job))
        return work_on(setup, job)

    monkeypatch.setattr(executors, "work_on", counted)
    monkeypatch.setattr(posts, "POSTS_AT_ONCE", 3)
    assert make_cards([notes], Options(cache=False), QUIET) == whole
    assert sizes == [3, 3]


@pytest.mark.parametrize("ending", ["apkg", "jsonl", "csv", "html"])
def test_cache_makes_no_difference(notes: Path, tmp_path: Path, ending: str) -> None:
    outputs = []
    for number, cache in enumerate([True, True, False]):
        out = tmp_path / f"{number}.{ending}"
        make_deck([notes], out, Options(cache=cache), QUIET)
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]


def test_fewer_cards_per_post(notes: Path) -> None:
    result = make_cards([notes], Options(limits=Limits(per_post=1)), QUIET)
    assert max(len(post.cards) for post in result.posts) == 1
    assert result.posts[3].silence == 'needs what "it" means'


def test_a_rule_left_out(notes: Path) -> None:
    with pytest.raises(NoCardsError, match="none of the 6 posts"):
        make_cards([notes], Options(without=("comparison-chain",)), QUIET)


def test_watcher_hears_of_every_post(notes: Path) -> None:
    progress: list[tuple[int, int]] = []
    worked: list[WorkedPost] = []
    result = make_cards([notes], Options(), Watcher(progress=lambda *at: progress.append(at), worked=worked.append))
    assert progress == [(number, 6) for number in range(1, 7)]
    assert [one.post for one in worked] == [post.post for post in result.posts]


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("", "utf-8")
    warnings: list[str] = []
    with pytest.raises(NoCardsError, match="nothing to read"):
        make_cards([tmp_path], Options(), Watcher(warnings.append))
    assert len(warnings) == 1


@pytest.mark.parametrize(
    ("event", "file"),
    [
        ("DevOps Days: Ghent 2031!", "devops-days-ghent-2031.apkg"),
        ("Café № 7", "café-no-7.apkg"),
        ("../../etc", "etc.apkg"),
        ("???", "deck.apkg"),
        ("x" * 300, "x" * 80 + ".apkg"),
    ],
)
def test_name_of_the_default_output(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: str, file: str
) -> None:
    monkeypatch.chdir(tmp_path)
    out, _ = make_deck([notes], None, Options(name=event), QUIET)
    assert out == Path("dist", file)
    assert out.is_file()


def test_default_output_of_several_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for event in ("One 2031", "Two 2032"):
        (tmp_path / f"{event}.md").write_text(NOTES.replace("CacheConf 2031", event), "utf-8")
    assert make_deck([tmp_path], None, Options(), QUIET)[0] == Path("dist/all.apkg")


def test_dist_that_is_a_file(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dist").write_text("", "utf-8")
    with pytest.raises(UserError, match="dist: this is not a folder"):
        make_deck([notes], None, Options(), QUIET)


def test_a_figure_of_today_is_one_of_the_year_of_the_talk(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# CacheConf 2031\n\n## Cold caches\n\n> 80% of caches in the field are cold today.\n", "utf-8")
    (card,) = make_cards([notes], Options(cache=False), Watcher()).cards
    assert card.question == "What percentage of caches in the field were cold in 2031?"
