"""From files of notes, by the command itself, into the real Anki with cards studied; then the files change.

What happens to single cards is in test_deck_lives_in_anki.py. Here it is seen that reading, rules and command do not
come in between: one test for each thing that people do to their notes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.cli.main import verbs
from flashcards.deck.ledger import read_ledger
from tests.deck.learner import Learner

STAMPEDE = "A stampede is a crowd of clients that ask for the same missing entry."
QUEUE = "A queue is a buffer between a producer and a consumer."
CACHES = f"""\
## Caches in the wild

[Ada Example](https://talks.test/ada)

> {STAMPEDE}

> Caches need owners because nobody else notices stale prices.

> Set increasing timeouts: client timeout < gateway timeout < worker timeout.
"""
ON_CALL = """\
## Calm on call

[Ben Beispiel](https://talks.test/ben)

> A runbook should begin with the way back.

> The incident commander coordinates the response to an emergency.
"""
EVENT = "# CacheConf 2031\n\n"
NOTES = f"{EVENT}{CACHES}\n{ON_CALL}"
RULE = """\
name = "comparison-chain"
asks = "order"
weight = 5
why = "Better words for the same."

[match.text]
item = '[\\w-]+(?: [\\w-]+){0,2}'
between = '<'
at_least = 3
shared = "last word"

[[cards]]
question = "Which {{ head }} has to be the largest of all?"
answer = "{{ items | last }}"

[[examples]]
text = "Give each part its own cap: job memory < pod memory < node memory."
cards = [{ question = "Which memory has to be the largest of all?", answer = "node" }]

[[silent]]
text = "Keep it < 5 minutes."
why = "One bound is no order."
"""
Edit = Callable[[Path], None]


class Person:
    """Builds with the command in a folder of their own, and imports into their own Anki."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from anki.collection import Collection

        self.folder, self._monkeypatch, self._time = folder, monkeypatch, 1_750_000_000
        self.notes = folder / "notes"
        self.notes.mkdir(parents=True)
        (self.notes / "a.md").write_text(NOTES, "utf-8")
        self.learner = Learner(Collection(str(folder / "collection.anki2")))

    def make(self, *options: str) -> Result:
        """Run the command, a day after the last time."""
        self._time += 86_400
        self._monkeypatch.setenv("SOURCE_DATE_EPOCH", str(self._time))
        arguments = (str(self.notes), "-o", str(self.folder / "a.apkg"), *options)
        return CliRunner().invoke(verbs, arguments, prog_name="make-deck")

    def build(self, *options: str) -> bytes:
        """The package; the command has to work."""
        result = self.make(*options)
        assert result.exit_code == 0, result.output
        return (self.folder / "a.apkg").read_bytes()

    def live(self) -> list[str]:
        """The ids of the cards in the notes, as the ledger has them."""
        return [one.id for one in read_ledger(self.notes / "deck.ledger").records.values() if not one.state]

    def answered(self) -> dict[str, int]:
        """By id: how often the card was answered."""
        collection = self.learner.collection
        shown = [collection.get_card(number) for number in collection.find_cards("")]
        return {card.note()["Id"]: card.reps for card in shown}


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody who has studied each card another number of times, and written something on one."""
    pytest.importorskip("anki")
    someone = Person(tmp_path / "ada", monkeypatch)
    someone.build()
    learner = someone.learner
    learner.imports(someone.folder / "a.apkg")
    for number, card_id in enumerate(sorted(someone.live()), start=1):
        (card,) = learner.collection.find_cards(f"Id:{card_id}")
        for _ in range(number):
            shown = learner.collection.get_card(card)
            shown.start_timer()
            learner.collection.sched.answerCard(shown, 3)
    (commander,) = learner.collection.find_notes("Question:*coordinates*")
    note = learner.collection.get_note(commander)
    note["Extra"] = "my own remark"
    note.tags.append("mine")
    learner.collection.update_note(note)
    yield someone
    learner.collection.close()


def replaced(old: str, new: str) -> Edit:
    """Puts one text for another in the notes."""

    def edit(notes: Path) -> None:
        text = (notes / "a.md").read_text("utf-8")
        assert old in text
        (notes / "a.md").write_text(text.replace(old, new), "utf-8")

    return edit


def into_two_files(notes: Path) -> None:
    (notes / "a.md").write_text(EVENT + CACHES, "utf-8")
    (notes / "b.md").write_text(EVENT + ON_CALL, "utf-8")


def reordered(notes: Path) -> None:
    head, *posts = CACHES.split("\n> ")
    posts = [post if post.endswith("\n") else f"{post}\n" for post in reversed(posts)]
    (notes / "a.md").write_text(f"{EVENT}{ON_CALL}\n" + "\n> ".join([head, *posts]), "utf-8")


def moved_away(notes: Path) -> None:
    (notes / "later").mkdir()
    shutil.move(notes / "a.md", notes / "later" / "renamed.md")


def rule(notes: Path) -> None:
    (notes / "rules").mkdir()
    (notes / "rules" / "chain.toml").write_text(RULE, "utf-8")
    (notes / "deck.toml").write_text('rules = ["rules"]\n', "utf-8")


def template(notes: Path) -> None:
    own = notes / "own"
    own.mkdir()
    (own / "front.html").write_text(
        '[% extends "builtin/front.html" %][% block question %]<h1>{{Question}}</h1>[% endblock %]', "utf-8"
    )
    (notes / "deck.toml").write_text('templates = "own"\nlook = "paper"\n', "utf-8")


def without_ledger(notes: Path) -> None:
    (notes / "deck.ledger").unlink()


def nothing(_: Path) -> None:
    pass


# What is done, with which options, how many cards are new and how many gone, and a word Anki has to show afterwards.
EDITS: dict[str, tuple[Edit, tuple[str, ...], int, int, str]] = {
    "nothing": (nothing, (), 0, 0, "stale prices"),
    "a typo mended": (replaced("stale prices", "stale price tags"), (), 0, 0, "stale price tags"),
    "a post rewritten": (
        replaced("A runbook should begin with the way back", "Every runbook should begin with the way back, always"),
        (),
        0,
        0,
        "always",
    ),
    "a post inserted": (replaced("> A stampede", f"> {QUEUE}\n\n> A stampede"), (), 1, 0, "queue"),
    "posts reordered": (reordered, (), 0, 0, "stampede"),
    "a post deleted": (replaced(f"> {STAMPEDE}\n\n", ""), (), 0, 1, "stampede"),
    "a talk renamed": (replaced("## Calm on call", "## Sleeping on call"), (), 0, 0, "Sleeping on call"),
    "a talk moved to another file": (into_two_files, (), 0, 0, "commander"),
    "the file moved": (moved_away, (), 0, 0, "commander"),
    "the deck renamed": (nothing, ("--name", "Other Conf"), 0, 0, "Other Conf"),
    "a rule upgraded": (rule, (), 0, 1, "has to be the largest of all"),
    "templates and look changed": (template, (), 0, 0, "stale prices"),
    "the ledger deleted": (without_ledger, (), 0, 0, "stale prices"),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_card_keeps_its_own_history(name: str, person: Person) -> None:
    edit, options, new, gone, shows = EDITS[name]
    before, answered = set(person.live()), person.answered()
    edit(person.notes)
    person.build(*options)
    log = person.learner.imports(person.folder / "a.apkg")
    now = set(person.live())
    assert [len(now - before), len(before - now)] == [new, gone]
    assert not log.conflicting
    assert len(log.new) == new
    assert person.answered() == answered | dict.fromkeys(now - before, 0)
    collection = person.learner.collection
    assert any(shows in field for number in collection.find_notes("") for field in collection.get_note(number).fields)
    (commander,) = collection.find_notes("Question:*coordinates*")
    assert collection.get_note(commander)["Extra"] == "my own remark"
    assert "mine" in collection.get_note(commander).tags
    assert not log.updated or edit is not without_ledger


def test_a_changed_template_is_shown(person: Person) -> None:
    template(person.notes)
    person.build()
    person.learner.imports(person.folder / "a.apkg")
    collection = person.learner.collection
    for number in collection.find_cards(""):
        assert "<h1>" in collection.get_card(number).question()
        assert "Palatino" in collection.get_card(number).question()


@pytest.mark.parametrize(
    ("ledger", "says"),
    [("not a ledger\n", "deck.ledger:1: "), ('{"make-deck ledger": 99}\n', "newer make-deck"), ("", "is empty")],
)
def test_a_ledger_that_cannot_be_used_is_one_line_and_costs_nothing(ledger: str, says: str, person: Person) -> None:
    answered, package = person.answered(), (person.folder / "a.apkg").read_bytes()
    file = person.notes / "deck.ledger"
    good = file.read_bytes()
    file.write_text(ledger, "utf-8")
    result = person.make()
    assert result.exit_code == 2
    assert says in result.output
    assert result.output.count("\n") == 1
    assert file.read_text("utf-8") == ledger
    assert (person.folder / "a.apkg").read_bytes() == package
    file.write_bytes(good)
    person.build()
    assert not person.learner.imports(person.folder / "a.apkg").new
    assert person.answered() == answered


def test_two_people_get_the_same_package_and_unchanged_notes_give_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("anki")
    people = [Person(tmp_path / name, monkeypatch) for name in ("ada", "ben")]
    try:
        people[1].make("--dry-run")  # and another day
        packages = [person.build() for person in people]
        assert packages[0] == packages[1]
        assert people[0].build() == packages[0]
        ledgers = [(person.notes / "deck.ledger").read_bytes() for person in people]
        assert ledgers[0] == ledgers[1]
        # What one of them has studied stays when the other one's package comes.
        learner = people[0].learner
        learner.imports(people[0].folder / "a.apkg")
        assert not learner.imports(people[1].folder / "a.apkg").new
    finally:
        for person in people:
            person.learner.collection.close()
