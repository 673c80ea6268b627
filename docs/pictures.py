"""Looks at a deck in the real Anki program and keeps pictures of what a learner sees: `make pictures`.

    xvfb-run -a -s "-screen 0 1280x1024x24" python docs/pictures.py OUT LOOK=PACKAGE... [--search SEARCH]

A throw-away profile imports the packages one after the other, through Anki's own import page and with its default
options, then shows a card in the reviewer: question and answer, light and dark, as wide as a window and as
narrow as a phone. OUT gets import.png and imported.png, LOOK-answer.png, LOOK-answer-dark.png and LOOK-phone.png for
each look, LOOK-question.png and LOOK-phone-dark.png for the first. It needs PyPI's aqt, and a screen, which Debian's
Xvfb can be.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
os.environ.setdefault("LANG", "C.UTF-8")

import aqt
from aqt.import_export.importing import import_file
from aqt.profiles import ProfileManager
from aqt.qt import QApplication, QTimer, QWidget
from aqt.theme import Theme

WINDOW, PHONE = (760, 460), (390, 640)
_PAUSE = 250  # milliseconds between steps
_GIVE_UP = 240  # steps to wait for anything
_CLICK_IMPORT = "[...document.querySelectorAll('button')].find(one => one.textContent.trim() == 'Import').click()"

# A step of the visit: what to wait for before going on; None is a moment for the page to be painted.
Step = Callable[[], object] | None


def visit(packages: dict[str, Path], out: Path, search: str) -> Iterator[Step]:
    """Everything that is done in Anki, step by step."""
    mw = aqt.mw
    yield lambda: mw.col and mw.state == "deckBrowser"
    for number, (look, package) in enumerate(packages.items()):
        import_file(mw, str(package))
        yield lambda: dialog("ImportDialog")
        page = dialog("ImportDialog")
        page.resize(*WINDOW)
        yield from moments(8)
        if number == 0:
            keep(page, out / "import.png")
        page.web.eval(_CLICK_IMPORT)
        yield from moments(16)
        if number == 0:
            keep(page, out / "imported.png")
        page.reject()
        yield from moments(4)
        yield from card(look, out, search, all_sides=number == 0)


def card(look: str, out: Path, search: str, all_sides: bool) -> Iterator[Step]:
    """One card in the reviewer, in both themes and both widths."""
    mw = aqt.mw
    found = mw.col.find_cards(search)
    if not found:
        raise SystemExit(f"no card is found by {search!r}")
    # Alone in its deck, so that it is the one that comes up.
    mw.col.sched.unsuspend_cards(mw.col.find_cards(""))
    mw.col.sched.suspend_cards([one for one in mw.col.find_cards("") if one != found[0]])
    mw.col.decks.select(mw.col.get_card(found[0]).did)
    mw.resize(*WINDOW)
    mw.moveToState("review")
    yield lambda: mw.state == "review" and mw.reviewer.card
    yield from moments(6)
    if all_sides:
        keep(mw, out / f"{look}-question.png")
    mw.reviewer.onEnterKey()
    yield from moments(6)
    keep(mw, out / f"{look}-answer.png")
    mw.set_theme(Theme.DARK)
    yield from moments(8)
    keep(mw, out / f"{look}-answer-dark.png")
    mw.resize(*PHONE)
    yield from moments(8)
    if all_sides:
        keep(mw, out / f"{look}-phone-dark.png")
    mw.set_theme(Theme.LIGHT)
    yield from moments(8)
    keep(mw, out / f"{look}-phone.png")
    mw.moveToState("deckBrowser")
    yield from moments(2)


def moments(count: int) -> Iterator[Step]:
    """Some pauses."""
    yield from [None] * count


def dialog(name: str) -> Any:
    """The window of this class that is open, if one is."""
    return next((w for w in QApplication.topLevelWidgets() if type(w).__name__ == name and w.isVisible()), None)


def keep(window: QWidget, file: Path) -> None:
    """Save what a window shows."""
    window.grab().save(str(file), quality=0)


def run(steps: Iterator[Step], app: QApplication) -> None:
    """Take the steps one after the other while Anki runs; an error ends it with exit status 1."""
    state: dict[str, Any] = {"wait": None, "tries": 0}

    def take() -> None:
        try:
            if state["wait"] and not state["wait"]():
                state["tries"] += 1
                if state["tries"] > _GIVE_UP:
                    raise TimeoutError("Anki does not come to the next step")
                return
            state["wait"], state["tries"] = next(steps), 0
        except StopIteration:
            timer.stop()
            aqt.mw.unloadProfileAndExit()
        except BaseException:  # noqa: BLE001 - Anki would show it in a window that nobody sees
            timer.stop()
            sys.excepthook(*sys.exc_info())
            os._exit(1)

    timer = QTimer()
    timer.timeout.connect(take)
    timer.start(_PAUSE)
    app.exec()


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("packages", nargs="+", metavar="LOOK=PACKAGE")
    parser.add_argument("--search", default="deck:*", help="which card to show, as typed into Anki's browser")
    given = parser.parse_args()
    packages = {look: Path(path) for look, _, path in (one.partition("=") for one in given.packages)}
    given.out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as base:
        profiles = ProfileManager(Path(base))
        profiles.setupMeta()
        profiles.create("Learner")
        profiles.set_update_check(False)
        # Saves what is set.
        profiles.setLang("en_US")
        profiles.db.close()
        # Made for tests and the like, Anki says there.
        app = aqt._run(["anki", "-b", base, "-p", "Learner", "-l", "en_US"], exec=False)  # noqa: SLF001
        run(visit(packages, given.out, given.search), app)


if __name__ == "__main__":
    main()
