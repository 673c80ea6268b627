"""What the user may choose about the whole way from notes to deck."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from flashcards.deck import DeckOptions
from flashcards.selection.limits import USUAL, Limits


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may choose.

    `name` is the event's (None: as the notes say), `rules` are folders of rules besides the built-in ones, `without`
    names of rules to leave out, `limits` say which cards a post may give, `model` is a spaCy model (None: the small
    English one), `jobs` is how many processes may work at the same time, `dask` the address of a Dask scheduler whose
    workers do the work in their place. `ledger` is the ledger's file (None: beside the notes), used if `remember` is
    true; `decisions` is the file of what was decided about the cards (None: beside the notes), kept to if `curated` is
    true; with `ship_retired` the cards that are gone from the notes go into the package once more; with `dry_run`
    nothing is written.
    """

    name: str | None = None
    rules: tuple[Path, ...] = ()
    without: tuple[str, ...] = ()
    model: str | None = None
    limits: Limits = USUAL
    cache: bool = True
    jobs: int = 1
    dask: str | None = None
    deck: DeckOptions = field(default_factory=DeckOptions)
    ledger: Path | None = None
    remember: bool = True
    decisions: Path | None = None
    curated: bool = True
    ship_retired: bool = False
    dry_run: bool = False
