"""The deck in parts, in a real browser: every filter and its count, other candidates, two pages at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Keys

from flashcards.decisions import read_decisions
from tests.preview.conftest import Serve
from tests.preview.person import LARGEST, SMALLEST, Browser, until

pytestmark = pytest.mark.slow
LIMITS = "Which limit should be largest?"


def counted(browser: Browser, show: str) -> int:
    """What stands behind an entry of Show."""
    (text,) = [one.text for one in browser.all("#filters [name=show] option") if one.text.startswith(show)]
    return int(text.rsplit("(", 1)[1].rstrip(")"))


def cards(browser: Browser, number: int) -> None:
    """Wait until so many cards are let through."""
    until(
        lambda: browser.text("#list").startswith(f"{number} card"), f"not {number} cards, {browser.text('#list')[:40]}"
    )


def test_each_filter_and_its_count(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    everything = counted(browser, "all posts")
    assert everything == counted(browser, "undecided") == counted(browser, "new") == 5
    browser.press("d", "y")
    until(lambda: browser.text("#state .progress b") == "2", "not all were decided")
    assert [counted(browser, show) for show in ("undecided", "kept", "dropped", "new")] == [3, 1, 1, 5]
    assert browser.attribute("progress", "value") == "2"
    assert browser.attribute("progress", "max") == "5"
    assert "4 in the deck, 1 kept, 1 dropped" in browser.text("#state .progress")
    for show, number in (("undecided", 3), ("kept", 1), ("dropped", 1), ("new", 5), ("posts without a card", 0)):
        browser.choose("show", show)
        cards(browser, number)
    browser.click(".clear")
    until(lambda: not browser.all(".clear"), "the filters were not cleared")
    browser.choose("talk", "Order")
    cards(browser, 3)
    browser.waits_for(LIMITS)
    browser.choose("kind", "definition")
    cards(browser, 1)
    browser.choose("kind", "all")
    browser.choose("rule", "comparison-chain")
    cards(browser, 2)
    # Several narrow it down together, and the address keeps them.
    browser.driver.refresh()
    cards(browser, 2)


def test_new_is_what_the_last_build_had_not(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve())
    browser.press("x")
    browser.waits_for_said("Wrote")
    assert counted(browser, "new") == 0
    file = notes / "cacheconf.md"
    text = file.read_text("utf-8").replace(
        "It works.", "Set increasing quotas: leaf quota < branch quota < root quota."
    )
    file.write_text(text, "utf-8")
    until(lambda: counted(browser, "new") == 2, "the new cards are not counted", 20)
    browser.choose("show", "new")
    browser.waits_for("Which quota should be largest?")


def test_the_export_says_what_anki_cannot_do(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    browser.open(serve())
    browser.press("x")
    browser.waits_for_said(f"Wrote {tmp_path / 'deck.apkg'}: 5 cards.")
    assert not browser.shows("#report")
    browser.press("d")
    browser.waits_for(SMALLEST)
    browser.press("x")
    until(lambda: browser.shows("#report"), "nothing is said of the dropped card")
    assert "gone from the deck: 1" in browser.text("#report pre")
    assert "search:" in browser.text("#report pre")
    browser.press("d")  # no key of the page's while it is open
    browser.press(Keys.ENTER)
    until(lambda: not browser.shows("#report"), "it stays open")
    assert browser.text("#state .progress b") == "1"
    # It is said once.
    browser.press("j", "y")
    until(lambda: browser.text("#state .progress b") == "2", "the keys do nothing any more")
    assert not browser.shows("#report")


def test_one_key_swaps_and_goes_round(browser: Browser, serve: Serve, notes: Path) -> None:
    browser.open(serve("--cards-per-post", "1"))
    browser.waits_for(LARGEST)
    browser.press("s")
    browser.waits_for(SMALLEST)
    browser.waits_for_frame("smallest")
    assert "The rules had: Which timeout should be largest?" in browser.text("article.chosen .was")
    (decision,) = read_decisions(notes / "deck.decisions")
    assert (decision.verb, decision.question) == ("edit", SMALLEST)
    browser.press("s")
    browser.waits_for(LARGEST)
    # By mouse, with what the rules thought of it.
    browser.click("article.chosen .others summary")
    assert "the post has its 1 cards" in browser.text("article.chosen .others")
    browser.click("article.chosen .others button")
    browser.waits_for(SMALLEST)


def test_what_a_silent_post_might_have_given(browser: Browser, serve: Serve, notes: Path) -> None:
    file = notes / "cacheconf.md"
    file.write_text(file.read_text("utf-8").replace("> It works.", "> The core of caching is people."), "utf-8")
    browser.open(serve())
    browser.choose("show", "posts without a card")
    until(lambda: "This post has no card" in browser.text("#cards"), "there is a card")
    browser.press("j")
    until(lambda: "core of caching" in browser.text(".post.here"), "j does not go through the posts")
    assert "did not find it good enough" in browser.text("#cards")
    question = browser.text(".passed b")
    browser.press("s")
    browser.waits_for(question)
    assert [(one.verb, one.question) for one in read_decisions(notes / "deck.decisions")] == [("add", question)]


def test_the_source_of_the_card_under_the_mouse_is_marked(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.click(".whole a")
    until(lambda: len(browser.all("article.shown")) == 2, "the talk's cards are not shown")
    for article, answer in zip(browser.all("article.shown"), ("proxy", "app"), strict=True):
        ActionChains(browser.driver).move_to_element(article.find_element("css selector", ".about")).perform()
        until(lambda: browser.all(".post.lit"), "no post is lit")
        until(
            lambda answer=answer: browser.text(".post.lit .said:not([hidden]) mark") == answer,  # type: ignore[misc]
            f"{answer} is not marked",
        )
    ActionChains(browser.driver).move_to_element(browser.find("h1")).perform()
    until(lambda: not browser.all(".post.lit"), "the post stays lit")


def test_two_pages_at_once(browser: Browser, serve: Serve, notes: Path) -> None:
    address = serve()
    browser.open(address)
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("window")
    browser.open(address)
    second = browser.driver.current_window_handle
    try:
        browser.press("d")
        browser.waits_for(SMALLEST)
        browser.driver.switch_to.window(first)
        # The other page's decision is here, and the place is kept.
        until(lambda: browser.text("article.chosen .badge") == "dropped", "the other's decision did not come up")
        assert browser.asked == LARGEST
        browser.press("j", "y")
        browser.waits_for(LIMITS)
        browser.driver.switch_to.window(second)
        until(lambda: browser.text("#state .progress b") == "2", "the first's decision did not come up")
        decided = {one.question: one.verb for one in read_decisions(notes / "deck.decisions")}
        assert decided == {LARGEST: "drop", SMALLEST: "keep"}
    finally:
        browser.driver.switch_to.window(second)
        browser.driver.close()
        browser.driver.switch_to.window(first)


def test_two_programs_at_once_on_two_ports(browser: Browser, serve: Serve, notes: Path) -> None:
    first = serve("--port", "0")
    port = first.split(":")[2].split("/")[0]
    second = serve("--port", port)
    assert f":{port}/" not in second
    browser.open(first)
    browser.press("d")
    browser.waits_for(SMALLEST)
    browser.open(second)
    assert browser.text("article.chosen .badge") == "dropped"
    browser.press("j", "d")
    until(lambda: browser.text("#state .progress b") == "2", "not all were decided")
    assert [one.verb for one in read_decisions(notes / "deck.decisions")] == ["drop", "drop"]


def test_of_long_notes_a_talk_comes_when_it_is_opened(browser: Browser, serve: Serve, notes: Path) -> None:
    talks = "".join(f"\n## Talk {t}\n" + "".join(f"\n> It works {t}-{n}.\n" for n in range(150)) for t in range(3))
    with (notes / "cacheconf.md").open("a", encoding="utf-8") as stream:
        stream.write(talks)
    browser.open(serve())
    assert len(browser.all(".post")) == 3
    browser.click("details[data-later]:last-of-type summary")
    until(lambda: len(browser.all(".post")) == 150, "the talk's posts did not come")
    until(lambda: "It works 2-0." in browser.text(".post.here"), "its first post is not chosen")
    browser.press("/", "works 1-149")
    until(lambda: len(browser.all(".post")) == 1, "the search does not find what is not listed")
