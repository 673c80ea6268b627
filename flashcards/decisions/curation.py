"""The decisions on the notes of a build, and what they make of its result."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashcards.decisions import Curated, Decisions, curate, decisions_beside, read_decisions
from flashcards.options import Options
from flashcards.result import Result
from flashcards.watcher import Watcher


def decisions_file(notes: Sequence[Path], options: Options) -> Path:
    """The file of decisions on these notes."""
    return options.decisions or decisions_beside(notes[0])


def decisions_on(notes: Sequence[Path], options: Options) -> Decisions:
    """What was decided about the cards of these notes. Raises UserError for a broken file of decisions."""
    return read_decisions(decisions_file(notes, options)) if options.curated else Decisions()


def curate_result(made: Result, decisions: Decisions, notes: Sequence[Path], watcher: Watcher) -> Curated:
    """What was made with what was decided about it; warns of decisions that may not apply any more."""
    curated = curate([(post.talk, post.post, post.cards) for post in made.posts], decisions, notes)
    for unapplied in curated.unapplied:
        watcher.warn(f"{decisions.file}:{unapplied.decision.line}: {unapplied}")
    return curated
