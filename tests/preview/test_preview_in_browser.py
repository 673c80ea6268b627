"""The page in a real browser: by mouse, by keyboard alone, on a phone, in the dark, and with notes that change."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Keys

from flashcards.decisions import read_decisions
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.watcher import Watcher
from tests.preview.conftest import Serve
from tests.preview.person import LARGEST, SMALLEST, Browser, until

pytestmark = pytest.mark.slow


def test_flip(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    assert browser.asked == LARGEST
    assert "proxy" not in browser.in_frame()
    browser.press(" ")
    browser.waits_for_frame("proxy")
    assert browser.text("article.chosen .face") == "back"
    browser.press(" ")
    until(lambda: "proxy" not in browser.in_frame(), "it was not flipped back")
    # A click on the card does it, too, and leaves the keys with the page.
    browser.click("article.chosen iframe")
    browser.waits_for_frame("proxy")
    browser.press("j")
    browser.waits_for(SMALLEST)


def test_the_answer_is_marked_in_the_post(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    assert browser.text(".post.here .said:not([hidden]) mark") == "proxy"
    other = browser.all("article.shown")[1]
    ActionChains(browser.driver).move_to_element(other).perform()
    until(lambda: browser.text(".post.lit .said:not([hidden]) mark") == "app", "the other answer was not marked")


def test_drop_and_undo(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.click("article.chosen button.drop")
    browser.waits_for(SMALLEST)
    assert browser.text("#state .progress b") == "1"
    assert [one.verb for one in read_decisions(notes / "deck.decisions")] == ["drop"]
    browser.press("u")
    browser.waits_for(LARGEST)
    browser.waits_for_said("Taken back")
    assert len(read_decisions(notes / "deck.decisions")) == 0


def test_fast_keys_hit_one_card_each(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("d", "y", "d", "y")
    until(lambda: browser.text("#state .progress b") == "4", "not all were decided")
    assert sorted(one.verb for one in read_decisions(notes / "deck.decisions")) == ["drop", "drop", "keep", "keep"]


def test_edit(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("e")
    browser.write("Who waits <b>longest</b>?", "The proxy", "not the app")
    browser.waits_for("Who waits <b>longest</b>?")
    browser.waits_for_frame("Who waits <b>longest</b>?")
    (decision,) = read_decisions(notes / "deck.decisions")
    assert (decision.verb, decision.question, decision.answer, decision.hint) == (
        "edit",
        "Who waits <b>longest</b>?",
        "The proxy",
        "not the app",
    )
    browser.press("e", "Never mind", Keys.ESCAPE)
    assert not browser.shows("article.chosen form.edit")
    browser.press("u")
    browser.waits_for(LARGEST)


def test_search(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.press("/", "network")
    until(lambda: len(browser.all("#list .post")) == 1, "the search found too much")
    browser.press(Keys.ENTER)
    browser.waits_for("Which limit should be largest?")
    browser.press("/", Keys.ESCAPE)
    until(lambda: len(browser.all("#list .post")) > 1, "the search was not cleared")


def test_filters(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.press("d")
    browser.waits_for(SMALLEST)
    browser.choose("show", "dropped")
    browser.waits_for(LARGEST)
    assert len(browser.all("#list .post")) == 1
    browser.choose("show", "posts without a card")
    until(lambda: len(browser.all("#list .post.silent")) == 2, "the silent posts were not listed")
    assert "No card: an introduction or announcement." in browser.text("#list")
    browser.click(".clear")
    until(lambda: len(browser.all("#list .post")) > 2, "the filters were not cleared")
    browser.choose("rule", "comparison-chain")
    until(lambda: len(browser.all("#list .post.silent")) == 0, "the rule made no difference")


def test_make_a_card(browser: Browser, serve: Serve, notes: Path, tmp_path: Path) -> None:
    browser.open(serve())
    browser.choose("show", "posts without a card")
    until(lambda: "This post has no card" in browser.text("#cards"), "there is a card")
    browser.press("n")
    browser.write("Who spoke?", "Ada Example")
    browser.waits_for("Who spoke?")
    browser.press("x")
    browser.waits_for_said("Wrote")
    assert (tmp_path / "deck.apkg").is_file()
    _, result = make_deck([notes], tmp_path / "again.apkg", Options(), Watcher())
    assert result.cards[0].question == "Who spoke?"


def test_changed_notes_come_up_and_keep_the_place(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("j", "j")
    browser.waits_for("Which limit should be largest?")
    file = notes / "cacheconf.md"
    text = file.read_text("utf-8").replace(
        "> It works.", "> Set increasing quotas: leaf quota < branch quota < root quota."
    )
    file.write_text(text, "utf-8")
    until(lambda: "leaf quota" in browser.text("#list") or browser.all("#list details:not([open])"), "no news", 20)
    until(lambda: browser.text("#state .progress").startswith("0 of 7"), "the new cards are not counted", 20)
    assert browser.asked == "Which limit should be largest?"
    browser.press("k")
    browser.waits_for("Which quota should be smallest?")


def test_what_is_being_written_outlives_a_reload(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("e", "Half a ques")
    file = notes / "cacheconf.md"
    file.write_text(file.read_text("utf-8").replace("> It works.", "> It breaks."), "utf-8")
    until(lambda: "It breaks." in browser.text("#list"), "no news", 20)
    browser.press("tion?", Keys.ENTER)
    browser.waits_for("Half a question?")


def test_decisions_made_elsewhere_come_up(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    (notes / "deck.decisions").write_text(
        '[[add]]\nquestion = "By hand?"\nanswer = "Yes"\ntalk = "Caches in the wild"\npost = "It works."\n', "utf-8"
    )
    until(lambda: browser.text("#state .progress").startswith("1 of 6"), "no news", 20)
    (notes / "deck.decisions").write_text("[[add\n", "utf-8")
    until(lambda: "deck.decisions:1: this is not TOML" in browser.text("#problem"), "the problem is not shown", 20)


def test_own_templates_come_up_when_they_change(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    front = folder / "front.html"
    front.write_text("<p>One</p>{{Question}}<script>document.title = 'ran'</script>", "utf-8")
    browser.open(serve("--templates", str(folder)))
    browser.waits_for_frame("One")
    front.write_text("<p>Two</p>{{Question}}", "utf-8")
    browser.waits_for_frame("Two")


def test_dark(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    light = browser.style("body", "background-color")
    card = browser.style_in_frame("background-color")
    browser.press("t")
    until(lambda: browser.style_in_frame("background-color") != card, "the card stayed light")
    dark = browser.style("body", "background-color")
    assert dark != light
    browser.driver.refresh()
    browser.waits_for_frame()
    assert browser.style("body", "background-color") == dark


def test_phone_width(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    wide = browser.width("article.chosen iframe")
    browser.press("w")
    until(lambda: browser.width("article.chosen iframe") <= 375 < wide, "it stayed wide")


def test_on_a_phone(browser: Browser, serve: Serve) -> None:
    browser.driver.set_window_size(500, 800)
    browser.open(serve())
    width = browser.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    for button in browser.all("article.chosen .deeds button"):
        assert button.size["height"] >= 40
    browser.click("article.chosen button.flip")
    browser.waits_for_frame("proxy")


def test_a_script_in_a_post(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.press("/", "producer", Keys.ENTER)
    until(lambda: "<script>" in browser.text(".post.here"), "the post is not shown as written")
    assert "make-deck" in browser.driver.title


def test_keyboard_only(browser: Browser, serve: Serve, notes: Path, tmp_path: Path) -> None:
    browser.open(serve())
    browser.press("?")
    assert browser.shows("#help")
    browser.press(Keys.ENTER)
    until(lambda: not browser.shows("#help"), "the help stayed")
    browser.press(Keys.TAB)
    browser.press("j", "k", " ")
    browser.waits_for_frame("proxy")
    browser.press("d")
    browser.waits_for(SMALLEST)
    browser.press("h", "the first", Keys.ENTER)
    browser.waits_for_said("Changed")
    browser.press("j", "y")
    browser.waits_for("Which limit should be smallest?")
    browser.press("J")
    until(lambda: "queue" in browser.text(".post.here"), "the next post did not come")
    browser.press("x")
    browser.waits_for_said("Wrote")
    verbs = sorted(one.verb for one in read_decisions(notes / "deck.decisions"))
    assert verbs == ["drop", "edit", "keep"]
    assert (tmp_path / "deck.apkg").is_file()


def test_every_field_and_button_has_a_name(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    for element in browser.all("button, select, input:not([type=hidden]), textarea, iframe, progress"):
        if element.is_displayed():
            assert element.accessible_name, element.get_attribute("outerHTML")
