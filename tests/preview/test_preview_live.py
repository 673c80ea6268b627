"""What changes on disk comes up, and what is wrong there is said and goes away again, whatever it is."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs
from flashcards.generation.beside import Beside
from flashcards.options import Options
from flashcards.preview.session import Session
from tests.preview.conftest import Serve
from tests.preview.person import LARGEST, Browser, until
from tests.test_hostile_rules import RULE

SECOND = 1.0


@pytest.fixture
def beside() -> Iterator[Beside]:
    """A process beside."""
    started = Beside()
    yield started
    started.close()


def test_an_edited_post_is_thought_about_within_a_second(notes: Path, beside: Beside) -> None:
    session = Session([notes], Options(), None, beside)
    session.rebuild()
    session.warm()
    file, text = notes / "cacheconf.md", (notes / "cacheconf.md").read_text("utf-8")
    taken = []
    for word in ("leaf", "branch", "root"):
        file.write_text(text.replace("It works.", f"A {word} is a small mark that shows the way."), "utf-8")
        started = time.monotonic()
        session.rebuild()
        taken.append(time.monotonic() - started)
        assert any(word in card.card.question for card in session.snapshot.cards)
    # The fastest of them: others may be at work on this machine.
    assert min(taken) < SECOND


@pytest.mark.skipif(os.name != "posix", reason="needs timers")
def test_a_rule_without_end_stops_nothing(notes: Path, tmp_path: Path, beside: Beside) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    file = notes / "cacheconf.md"
    file.write_text(file.read_text("utf-8") + f"\n> {'a' * 60} is a cache.\n", "utf-8")
    session = Session([notes], Options(rules=(rules,)), tmp_path / "deck.apkg", beside)
    session.rebuild()
    before = session.snapshot.cards
    (rules / "evil.toml").write_text(RULE, "utf-8")
    # As on the page, in a thread, where no timer could stop it.
    thread = threading.Thread(target=session.rebuild)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    assert "takes longer than 2 seconds" in session.snapshot.problem
    assert session.snapshot.cards == before
    (rules / "evil.toml").unlink()
    session.rebuild()
    assert session.snapshot.problem == ""


def test_a_process_killed_loses_nothing(notes: Path, beside: Beside) -> None:
    session = Session([notes], Options(cache=False), None, beside)
    session.rebuild()
    before = [card.card.question for card in session.snapshot.cards]
    assert beside._process
    beside._process.kill()
    session.rebuild()
    assert [card.card.question for card in session.snapshot.cards] == before
    assert session.snapshot.problem == ""


def test_a_mistake_of_the_programs_own_is_said(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = session.snapshot.cards

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by chance")

    with monkeypatch.context() as patch:
        patch.setattr("flashcards.preview.made.made_cards", fail)
        session.rebuild()
    assert "ZeroDivisionError('by chance')" in session.snapshot.problem
    assert session.snapshot.cards == before
    session.rebuild()
    assert session.snapshot.problem == ""


def test_settings_are_read_anew_and_mistakes_in_them_are_told(notes: Path) -> None:
    for settings in ("cards-per-pst = 1\n", 'look = "fancy"\n'):
        (notes / "deck.toml").write_text(settings, "utf-8")
        told = CliRunner().invoke(verbs, ["preview", str(notes), "--no-browser"])
        assert told.exit_code != 0
        assert "Traceback" not in told.output
    refused = CliRunner().invoke(verbs, ["preview", str(notes), "--no-browser", "--no-decisions"])
    assert refused.exit_code == 2


@pytest.mark.slow
def test_everything_comes_up_and_every_mistake_is_told(serve: Serve, browser: Browser, notes: Path) -> None:
    file, settings = notes / "cacheconf.md", notes / "deck.toml"
    rules, templates = notes / ".rules", notes / ".templates"
    rules.mkdir()
    browser.open(serve())

    def says(what: str) -> None:
        until(lambda: what in browser.text("#problem"), f"the page does not say {what!r}", 20)
        assert "until then the page shows what was before" in browser.text("#problem")
        assert browser.asked == LARGEST

    def says_nothing() -> None:
        until(lambda: browser.text("#problem") == "", "the problem stays", 20)

    settings.write_text("cards-per-post = 1\n", "utf-8")
    until(lambda: "of 3" in browser.text("#state .progress"), "the settings made no difference", 20)
    settings.write_text("cards-per-post = 0\n", "utf-8")
    says("deck.toml:1: 'cards-per-post' must be a whole number from 1")
    settings.write_text('look = "fancy"\n', "utf-8")
    says("fancy")
    # Folders that deck.toml names are watched from then on, also one that comes only later.
    settings.write_text('templates = ".templates"\nrules = [".rules"]\n', "utf-8")
    says("no such folder of templates")
    templates.mkdir()
    (templates / "front.html").write_text("<p>One</p>{{Question}}", "utf-8")
    says_nothing()
    browser.waits_for_frame("One")
    (templates / "front.html").write_text("{{Questin}}", "utf-8")
    says("front.html:1: no field is called 'Questin'")
    (templates / "front.html").write_text("<p>Two</p>{{Question}}", "utf-8")
    says_nothing()
    browser.waits_for_frame("Two")
    (templates / "style.css").write_text("body { background: rgb(1, 2, 3) }", "utf-8")
    until(lambda: "1, 2, 3" in browser.style_in_frame("background-color"), "the style made no difference", 20)
    (rules / "mine.toml").write_text("name = ", "utf-8")
    says("mine.toml:1: not valid TOML")
    (rules / "mine.toml").unlink()
    says_nothing()
    text = file.read_text("utf-8")
    file.write_bytes(b"\xff\xfe\x00")
    says("cacheconf.md")
    file.write_text(text, "utf-8")
    says_nothing()
    # A folder that is taken away and put back, as git does, is still watched.
    away = notes.with_name("away")
    notes.rename(away)
    says("no such file or folder")
    away.rename(notes)
    says_nothing()
    file.write_text(text.replace("It works.", "It breaks."), "utf-8")
    until(lambda: "It breaks." in browser.text("#list"), "the folder is no longer watched", 20)


@pytest.mark.slow
def test_what_a_build_elsewhere_packed_is_new_no_more(serve: Serve, browser: Browser, notes: Path) -> None:
    browser.open(serve())
    assert browser.all("article.chosen .badge.new")
    built = CliRunner().invoke(verbs, ["build", str(notes), "-o", str(notes.with_name("elsewhere.apkg"))])
    assert built.exit_code == 0
    until(lambda: not browser.all("article.chosen .badge.new"), "it stays new", 20)


@pytest.mark.slow
def test_the_server_ends_at_once(serve: Serve) -> None:
    address = serve()
    assert httpx.get(address).status_code == 200
    started = time.monotonic()
    serve.end()
    assert time.monotonic() - started < 5


def test_it_says_where_decisions_are_kept(serve: Serve, notes: Path) -> None:
    address = serve()
    card = httpx.get(address).text.split('data-card="')[1].split('"')[0]
    origin = "/".join(address.split("/")[:3])
    assert httpx.post(f"{address}do/drop", data={"card": card}, headers={"origin": origin}).status_code == 303
    assert f"what you decided is in {notes / 'deck.decisions'}" in serve.end()
