"""A person with a real browser."""

from __future__ import annotations

import time
from collections.abc import Callable

from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

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
