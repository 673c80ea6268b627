"""A person with a real browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

Seen = TypeVar("Seen")
LOOKS = 5
LARGEST, SMALLEST = "Which timeout should be largest?", "Which timeout should be smallest?"


def until(true: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Wait until something is so, and fail with `what` if it never is."""
    end = time.monotonic() + seconds
    while True:
        try:
            if true():
                return
        except Exception:
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, what
        time.sleep(0.02)


class Browser:
    """A person at the page."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.left_alone = False  # the server has been killed, and the browser may say so

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.waits_for_frame()

    def reduces_motion(self, less: bool = True) -> None:
        """Say whether less should move, as the system's settings do."""
        features = [{"name": "prefers-reduced-motion", "value": "reduce" if less else "no-preference"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

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

    def look(self, selector: str, see: Callable[[WebElement], Seen]) -> Seen:
        """See something of an element or do it; the page may have put another in its place: look again, as we do."""
        for _ in range(LOOKS):
            with suppress(StaleElementReferenceException):
                return see(self.find(selector))
        return see(self.find(selector))

    def text(self, selector: str) -> str:
        return self.look(selector, lambda element: element.text)

    def shows(self, selector: str) -> bool:
        return self.look(selector, lambda element: element.is_displayed())

    def click(self, selector: str) -> None:
        self.look(selector, lambda element: element.click())

    def attribute(self, selector: str, name: str) -> str | None:
        return self.look(selector, lambda element: element.get_attribute(name))

    def style(self, selector: str, name: str) -> str:
        return self.look(selector, lambda element: element.value_of_css_property(name))

    def width(self, selector: str) -> int:
        return self.look(selector, lambda element: int(element.size["width"]))

    @property
    def asked(self) -> str:
        """The question of the chosen card."""
        return (self.attribute("article.chosen", "aria-label") or "").removeprefix("Card: ")

    def waits_for(self, question: str) -> None:
        until(lambda: self.asked == question, f"{question} was not chosen")

    def waits_for_said(self, text: str) -> None:
        until(lambda: text in self.text("#said"), f"{text!r} was not said")

    def in_frame(self) -> str:
        """The text of the chosen card as it is drawn."""
        self.look("article.chosen iframe", self.driver.switch_to.frame)
        try:
            return self.text("body")
        finally:
            self.driver.switch_to.default_content()

    def style_in_frame(self, name: str) -> str:
        self.look("article.chosen iframe", self.driver.switch_to.frame)
        try:
            return self.style("body", name)
        finally:
            self.driver.switch_to.default_content()

    def waits_for_frame(self, text: str = "?") -> None:
        until(lambda: text in self.in_frame(), f"{text!r} did not come up on the card")

    def choose(self, name: str, text: str) -> None:
        def select(element: WebElement) -> None:
            options = Select(element)
            options.select_by_visible_text(next(one.text for one in options.options if one.text.startswith(text)))

        self.look(f"#filters [name={name}]", select)
