"""The page in a real browser: by mouse, by keyboard alone, on a phone, in the dark, and with notes that change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

from flashcards.decisions import read_decisions
from flashcards.pipeline import Options, Watcher, make_deck
from tests.preview.conftest import Serve, until

pytestmark = pytest.mark.slow

LARGEST, SMALLEST = "Which timeout should be largest?", "Which timeout should be smallest?"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


class Browser:
    """A person at the page."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.waits_for_frame()

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def write(self, *texts: str) -> None:
        """Put these texts in place of what stands in this field and the next ones, and save."""
        for number, text in enumerate(texts):
            self.press(*([Keys.TAB] if number else []))
            ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
            self.press(text)
        self.press(Keys.ENTER)

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return self.find(selector).text

    @property
    def asked(self) -> str:
        """The question of the chosen card."""
        return (self.find("article.chosen").get_attribute("aria-label") or "").removeprefix("Card: ")

    def waits_for(self, question: str) -> None:
        until(lambda: self.asked == question, f"{question} was not chosen")

    def waits_for_said(self, text: str) -> None:
        until(lambda: text in self.text("#said"), f"{text!r} was not said")

    def in_frame(self) -> str:
        """The text of the chosen card as it is drawn."""
        self.driver.switch_to.frame(self.find("article.chosen iframe"))
        try:
            return self.text("body")
        finally:
            self.driver.switch_to.default_content()

    def style_in_frame(self, name: str) -> str:
        self.driver.switch_to.frame(self.find("article.chosen iframe"))
        try:
            return self.find("body").value_of_css_property(name)
        finally:
            self.driver.switch_to.default_content()

    def waits_for_frame(self, text: str = "?") -> None:
        until(lambda: text in self.in_frame(), f"{text!r} did not come up on the card")

    def choose(self, name: str, text: str) -> None:
        select = Select(self.find(f"#filters [name={name}]"))
        select.select_by_visible_text(next(one.text for one in select.options if one.text.startswith(text)))


@pytest.fixture(scope="module")
def driver(chromium: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium[0]
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}", "--window-size=1300,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options, Service(chromium[1]))
    yield started
    started.quit()


def _log(driver: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser wrote down since the last call."""
    entries: list[dict[str, Any]] = driver.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


@pytest.fixture
def browser(driver: webdriver.Chrome, serve: Serve) -> Iterator[Browser]:
    """A browser that must come to no error, and must ask no other host for anything."""
    driver.set_window_size(1300, 900)
    _log(driver, "performance")
    yield Browser(driver)
    errors = [entry["message"] for entry in _log(driver, "browser") if entry["level"] == "SEVERE"]
    requests = [json.loads(entry["message"])["message"] for entry in _log(driver, "performance")]
    asked = [one["params"]["request"]["url"] for one in requests if one["method"] == "Network.requestWillBeSent"]
    driver.get("about:blank")
    assert errors == []
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} <= {"127.0.0.1"}


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
    browser.find("article.chosen iframe").click()
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
    browser.find("article.chosen button.drop").click()
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
    assert not browser.find("article.chosen form.edit").is_displayed()
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
    browser.find(".clear").click()
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
        "> It works.", "> Set increasing sizes: leaf size < branch size < root size."
    )
    file.write_text(text, "utf-8")
    until(lambda: "leaf size" in browser.text("#list") or browser.all("#list details:not([open])"), "no news", 5)
    until(lambda: browser.text("#state .progress").startswith("0 of 7"), "the new cards are not counted", 5)
    assert browser.asked == "Which limit should be largest?"
    browser.press("k")
    browser.waits_for("Which size should be smallest?")


def test_what_is_being_written_outlives_a_reload(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("e", "Half a ques")
    file = notes / "cacheconf.md"
    file.write_text(file.read_text("utf-8").replace("> It works.", "> It breaks."), "utf-8")
    until(lambda: "It breaks." in browser.text("#list"), "no news", 5)
    browser.press("tion?", Keys.ENTER)
    browser.waits_for("Half a question?")


def test_decisions_made_elsewhere_come_up(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    (notes / "deck.decisions").write_text(
        '[[add]]\nquestion = "By hand?"\nanswer = "Yes"\ntalk = "Caches in the wild"\npost = "It works."\n', "utf-8"
    )
    until(lambda: browser.text("#state .progress").startswith("1 of 6"), "no news", 5)
    (notes / "deck.decisions").write_text("[[add\n", "utf-8")
    until(lambda: "deck.decisions:1: this is not TOML" in browser.text("#problem"), "the problem is not shown", 5)


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
    light = browser.find("body").value_of_css_property("background-color")
    card = browser.style_in_frame("background-color")
    browser.press("t")
    until(lambda: browser.style_in_frame("background-color") != card, "the card stayed light")
    dark = browser.find("body").value_of_css_property("background-color")
    assert dark != light
    browser.driver.refresh()
    browser.waits_for_frame()
    assert browser.find("body").value_of_css_property("background-color") == dark


def test_phone_width(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    wide = browser.find("article.chosen iframe").size["width"]
    browser.press("w")
    until(lambda: browser.find("article.chosen iframe").size["width"] <= 375 < wide, "it stayed wide")


def test_on_a_phone(browser: Browser, serve: Serve) -> None:
    browser.driver.set_window_size(500, 800)
    browser.open(serve())
    width = browser.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    for button in browser.all("article.chosen .deeds button"):
        assert button.size["height"] >= 40
    browser.find("article.chosen button.flip").click()
    browser.waits_for_frame("proxy")


def test_a_script_in_a_post(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.press("/", "producer", Keys.ENTER)
    until(lambda: "<script>" in browser.text(".post.here"), "the post is not shown as written")
    assert "make-deck" in browser.driver.title


def test_keyboard_only(browser: Browser, serve: Serve, notes: Path, tmp_path: Path) -> None:
    browser.open(serve())
    browser.press("?")
    assert browser.find("#help").is_displayed()
    browser.press(Keys.ENTER)
    until(lambda: not browser.find("#help").is_displayed(), "the help stayed")
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
