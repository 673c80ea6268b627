"""For everybody: axe-core finds nothing on the page, nor on a card; keys have a focus to be seen; nothing need move."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Keys

from tests.preview.conftest import Serve
from tests.preview.person import Browser, until

pytestmark = pytest.mark.slow
AXE = resources.files("axe_core_python").joinpath("axe.min.js")
# What a page must do; a card is no page of its own, and has no heading.
RULES = {"iframes": False, "rules": {"page-has-heading-one": {"enabled": True}}}
CARD = {"iframes": False, "rules": {"page-has-heading-one": {"enabled": False}}}


def found(browser: Browser, options: dict[str, Any] = RULES) -> list[str]:
    """What axe-core finds wrong in the document where the browser is."""
    browser.driver.execute_script(AXE.read_text("utf-8"))
    script = "const done = arguments[1]; axe.run(document, arguments[0]).then(done)"
    result = browser.driver.execute_async_script(script, options)
    assert len(result["passes"]) > 5
    return [f"{one['id']}: {json.dumps([node['html'] for node in one['nodes']])}" for one in result["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 500])
def test_axe_finds_nothing(browser: Browser, serve: Serve, notes: Path, theme: str, width: int) -> None:
    browser.driver.set_window_size(width, 900)
    browser.open(serve("--cards-per-post", "1"))
    # Colours on their way from light to dark have no contrast to speak of.
    browser.reduces_motion()
    if theme == "dark":
        browser.press("t")
    assert browser.style("body", "color-scheme") == theme
    assert found(browser) == []
    for side in ("front", "back"):
        assert browser.text("article.chosen .face") == side
        browser.look("article.chosen iframe", browser.driver.switch_to.frame)
        assert found(browser, CARD) == []
        browser.driver.switch_to.default_content()
        browser.press(" ")
    browser.press("d")
    browser.waits_for_said("Dropped")
    browser.press("s")
    browser.waits_for_said("Swapped")
    browser.click("article.chosen details.others summary")
    browser.press("e")
    assert found(browser) == []
    browser.press(Keys.ESCAPE, "?")
    assert found(browser) == []
    browser.press(Keys.ESCAPE)
    browser.choose("show", "posts without a card")
    until(lambda: "This post has no card" in browser.text("#cards"), "there is a card")
    assert found(browser) == []
    (notes / "deck.decisions").write_text("[[add\n", "utf-8")
    until(lambda: browser.text("#problem"), "the problem is not shown", 20)
    assert found(browser) == []


def test_tab_goes_everywhere_and_is_seen(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.driver.execute_script("document.activeElement.blur()")
    met: list[str] = []
    for _ in range(60):
        browser.press(Keys.TAB)
        at = browser.driver.switch_to.active_element
        if at.tag_name == "body":
            break
        met.append(at.accessible_name)
        assert at.value_of_css_property("outline-style") != "none", f"no focus to be seen on {met[-1]}"
    assert met[0] == "Skip to the cards"
    for name in ("Undo u", "Search", "Show", "Talk", "Rule", "Kind", "Flip space", "Keep y", "Drop d", "Make a card n"):
        assert any(name in one for one in met), f"{name} is not met: {met}"


def test_the_skip_link_leads_to_the_cards(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.driver.execute_script("document.activeElement.blur()")
    browser.press(Keys.TAB, Keys.ENTER)
    assert browser.driver.switch_to.active_element.get_attribute("id") == "cards"


def test_nothing_moves_for_those_who_want_that(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    browser.reduces_motion(False)
    moving = [one for one in browser.all("*") if one.value_of_css_property("transition-duration") != "0s"]
    assert moving
    browser.reduces_motion()
    for one in moving:
        assert one.value_of_css_property("transition-duration") == "0s"


def test_what_is_decided_is_told(browser: Browser, serve: Serve) -> None:
    browser.open(serve())
    assert browser.attribute("#said", "role") == "status"
    assert browser.attribute("#problem", "role") == "alert"
    browser.press("d")
    browser.waits_for_said("Dropped. u takes it back.")
    words = browser.attribute("article.chosen .words", "textContent") or ""
    assert browser.asked in words
    # The answer is there for those who hear the page once the card is flipped.
    assert browser.attribute("article.chosen .back", "hidden")
    browser.press(" ")
    until(lambda: not browser.attribute("article.chosen .back", "hidden"), "the answer is not told")
