"""How many cards of the example notes a strict reader found acceptable: `make quality` prints it.

The readings are in tests/labels, a JSON object a line: talk, question, answer, acceptable; for a bad card also which of
the six tests it fails, and why. A label is for these very words: a card that is worded anew has to be read anew. Labels
of cards that are no longer made stay, so that a bad card that comes back is known.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flashcards.model import Card
from flashcards.options import Options
from flashcards.pipeline import make_cards
from flashcards.watcher import Watcher

ROOT = Path(__file__).resolve().parents[1]
NOTES = ROOT / "notes"
LABELS = ROOT / "tests" / "labels"
# What a card must be, in CONTRIBUTING's order; the value is what the question or answer of a bad one is not.
TESTS = {
    "natural": "is no natural English question",
    "alone": "can't be answered without the post",
    "answer": "has not one right, short answer",
    "supported": "says what the post doesn't",
    "worth": "is not worth remembering",
    "one": "asks for more or less than one fact",
}
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader said of a card: `fails` is one of TESTS, and "" where it is acceptable."""

    talk: str
    question: str
    answer: str
    fails: str = ""
    why: str = ""

    @property
    def key(self) -> Key:
        """What a card is known by."""
        return self.talk, self.question, self.answer


def read_labels(folder: Path = LABELS) -> list[Label]:
    """All labels, in order. Raises ValueError, with file and line, for one that is not as it should be."""
    return [label for file in sorted(folder.glob("*.jsonl")) for label in _labels(file)]


def _labels(file: Path) -> Iterator[Label]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            values = json.loads(line)
            acceptable, fails = values.pop("acceptable"), values.get("fails", "")
            label = Label(**values)
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            raise ValueError(f"{file}:{number}: this is no label: {problem}") from None
        if acceptable is not (fails == "") or (fails and (fails not in TESTS or not label.why)):
            raise ValueError(f"{file}:{number}: a bad card says why, and which test it fails: {', '.join(TESTS)}")
        yield label


def report(cards: Sequence[Card], labels: Iterable[Label]) -> Iterator[str]:
    """The figures, then the bad cards and those nobody has read, each with its place."""
    by_key = {label.key: label for label in labels}
    read = [(card, by_key.get((card.talk.title, card.question, card.answer))) for card in cards]
    bad = [(card, label) for card, label in read if label and label.fails]
    unread = [card for card, label in read if label is None]
    good = len(cards) - len(bad) - len(unread)
    share = f", {good / (good + len(bad)):.0%} of those read" if good or bad else ""
    yield f"{len(cards)} cards: {good} acceptable{share}; {len(bad)} bad; {len(unread)} not read yet"
    failed = Counter(label.fails for _, label in bad)
    for test in TESTS:
        if failed[test]:
            yield f"  {failed[test]:3} {TESTS[test]}"
    for card, label in bad:
        yield f"bad: {_shown(card)}"
        yield f"     {label.fails}: {label.why}"
    for card in unread:
        yield f"not read: {_shown(card)}"


def _shown(card: Card) -> str:
    file = card.talk.file
    file = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    return f"{file}:{card.post.line}: {card.question} -> {card.answer} [{card.rule}]"


def main() -> None:
    """Print the report on the example notes."""
    made = make_cards([NOTES], Options(), Watcher())
    sys.stdout.write("".join(f"{line}\n" for line in report(made.cards, read_labels())))


if __name__ == "__main__":
    main()
