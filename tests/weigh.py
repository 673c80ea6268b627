"""Fits the weights of a card's features to what strict readers kept: `make weights` writes rules/weights.toml.

tests/readings has the notes (invented for this, as somebody else would keep them, and not looked at while rules were
made) and what readers said of the cards that the program of the day made of them, before any rule was mended for it.
Each reader had the six tests of CONTRIBUTING.md, the cards, their talks and posts, and nothing else. A label is for
these very words; of cards that are worded otherwise today nothing is learnt.

The fit is a logistic regression with scikit-learn, its penalty chosen by cross-validation over the notes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from flashcards.candidates import CHOICE, FILTER
from flashcards.generation.worked import work
from flashcards.options import Options
from flashcards.reading import read_notes
from flashcards.rulebook import builtin_folder
from flashcards.selection.features import features

READINGS = Path(__file__).resolve().parent / "readings"
WEIGHTS = builtin_folder() / "weights.toml"
PENALTY = 0.002  # scikit-learn's C; a stronger one tells cards of notes left out apart no better
SURE = 10.0  # for cards that are made whatever they look like
# Rules were mended for what readers said of the other notes, so that bad cards like those are dropped or worded
# otherwise today: what chance a score stands for is learnt from the four last sets whose readers also kept nine in ten
# of the cards that a person had written by hand. The readers of II to LL, who kept six in ten of those, teach what is
# better than what, and not how good.
UNMENDED = ("EE", "FF", "GG", "HH")
HELD_OUT = ("LL",)  # nothing is fitted to them: they tell what the fit is worth
HEAD = """\
# What each feature of a card (flashcards/selection/features.py) adds to the logarithm of its odds of being kept by a
# strict reader. Written by `make weights` (tests/weigh.py), which fits them to {cards} read cards of tests/readings.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A card that was read: which notes it is from, its features, whether it was kept, whether it is made today."""

    notes: str
    features: dict[str, float]
    kept: bool
    made: bool


def read_cards(held_out: bool = False) -> list[Read]:
    """The cards of tests/readings that the rules still word as they did, in the order of the notes.

    Those that the weights are fitted to, or those that are held out.
    """
    labels: dict[str, dict[tuple[str, str, str], bool]] = {}
    for line in (READINGS / "cards.jsonl").read_text("utf-8").splitlines():
        card = json.loads(line)
        if card["notes"].startswith(HELD_OUT) == held_out:
            labels.setdefault(card["notes"], {})[card["talk"], card["question"], card["answer"]] = card["acceptable"]
    return [one for notes, known in labels.items() for one in _of(notes, known)]


def _of(notes: str, labels: dict[tuple[str, str, str], bool]) -> Iterator[Read]:
    left = dict(labels)
    for post in work(read_notes([READINGS / "notes" / f"{notes}.md"]), Options(remember=False, curated=False)):
        chosen = {id(card) for card in post.chosen}
        # Where several rules make the same card, the one that goes into the deck is the one that was read.
        for card in sorted(post.candidates, key=lambda card: (id(card) not in chosen, -card.rule.weight)):
            key = post.talk.title, card.question, card.answer
            if card.stage in (CHOICE, FILTER) and key in left and not card.rule.sure:
                yield Read(notes, features(card), left.pop(key), id(card) in chosen)


def model() -> Pipeline:
    """The regression, not fitted yet."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=PENALTY, max_iter=2000))


def table(cards: list[Read]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The fitted features' names, a row of their values for each card, and whether it was kept."""
    names = list(cards[0].features)
    return (
        names,
        np.array([[card.features[name] for name in names] for card in cards]),
        np.array([c.kept for c in cards]),
    )


def fit(cards: list[Read], odds: np.ndarray) -> tuple[float, dict[str, float]]:
    """The constant, and each feature's weight; `odds` are those of unseen(cards)."""
    names, values, kept = table(cards)
    fitted = model().fit(values, kept)
    scaler, regression = fitted.named_steps["standardscaler"], fitted.named_steps["logisticregression"]
    weights = regression.coef_[0] / scaler.scale_
    constant = regression.intercept_[0] - float(np.dot(weights, scaler.mean_))
    slope, start = calibrated(cards, odds)
    found = {name: float(slope * weight) for name, weight in zip(names, weights, strict=True)}
    return slope * constant + start, {"sure": SURE, **found}


def unseen(cards: list[Read]) -> np.ndarray:
    """The log-odds of each card by a fit to the other notes only, not calibrated."""
    _, values, kept = table(cards)
    found = np.zeros(len(cards))
    for learnt, asked in GroupKFold(10).split(values, kept, [card.notes for card in cards]):
        fitted = model().fit(values[learnt], kept[learnt])
        found[asked] = fitted.decision_function(values[asked])
    return found


def unmended(cards: list[Read]) -> np.ndarray:
    """Which cards are from notes that no rule was mended for."""
    return np.array([card.notes.startswith(UNMENDED) for card in cards])


def calibrated(cards: list[Read], odds: np.ndarray) -> tuple[float, float]:
    """What the log-odds must be multiplied with, and what added, to be those of the unmended notes.

    J. Platt, "Probabilistic outputs for support vector machines", 1999.
    """
    known = unmended(cards)
    kept = np.array([card.kept for card in cards])
    line = LogisticRegression(C=np.inf).fit(odds[known].reshape(-1, 1), kept[known])
    return float(line.coef_[0][0]), float(line.intercept_[0])


def report(cards: list[Read], odds: np.ndarray) -> Iterator[str]:
    """How well the score tells good cards from bad ones in notes that no rule was mended for, by fits to the others."""
    known = unmended(cards)
    kept = np.array([card.kept for card in cards])[known]
    slope, start = calibrated(cards, odds)
    yield f"{len(cards)} read cards; of {len(kept)} in unmended notes {kept.mean():.0%} kept"
    yield from _by_limit(kept, slope * odds[known] + start)


def report_held_out(cards: list[Read], constant: float, weights: dict[str, float]) -> Iterator[str]:
    """The same for notes that nothing was fitted to, nor any rule mended for before they were read."""
    kept = np.array([card.kept for card in cards])
    odds = np.array([constant + sum(weights[name] * value for name, value in card.features.items()) for card in cards])
    yield f"held out: {len(kept)} read cards, {kept.mean():.0%} kept"
    yield from _by_limit(kept, odds)


def _by_limit(kept: np.ndarray, odds: np.ndarray) -> Iterator[str]:
    yield f"  AUC {roc_auc_score(kept, odds):.2f}"
    for sure in (1, 40, 45, 50, 55, 60, 65, 70, 75, 80):
        above = 1 / (1 + np.exp(-odds)) >= sure / 100
        if above.any():
            yield f"  --sure {sure:2}: {above.mean():4.0%} of the cards, {kept[above].mean():.0%} of them kept"


def written(constant: float, weights: dict[str, float], cards: int) -> str:
    """The text of weights.toml."""
    lines = [f'"{name}" = {round(weight, 2)}' for name, weight in weights.items()]
    return HEAD.format(cards=cards) + "\n".join([f"constant = {round(constant, 2)}", "", "[features]", *lines]) + "\n"


def main() -> None:
    """Fit, write and report."""
    cards = read_cards()
    odds = unseen(cards)
    constant, weights = fit(cards, odds)
    WEIGHTS.write_text(written(constant, weights, len(cards)), "utf-8")
    told = (*report(cards, odds), *report_held_out(read_cards(held_out=True), constant, weights))
    sys.stdout.write("".join(f"{line}\n" for line in told))


if __name__ == "__main__":
    main()
