"""What the user's options say about the work: its setup, and who does it."""

from __future__ import annotations

from flashcards.generation.executors import Executor, Here, Processes
from flashcards.generation.job import Setup
from flashcards.generation.known import engine_stamp
from flashcards.options import Options


def setup_of(options: Options) -> Setup:
    """What thinking depends on besides the notes. Raises UserError for a model and for rules that are not there."""
    stamp = engine_stamp(options.rules, options.without, options.model)
    return Setup(options.rules, options.without, options.model, options.cache, stamp)


def executor_of(options: Options) -> Executor:
    """Who is to do the work."""
    if options.dask is not None:
        from flashcards.generation.cluster import Dask

        return Dask(options.dask)
    return Processes(options.jobs) if options.jobs > 1 else Here()


def ready(options: Options) -> None:
    """Load what thinking about a post needs: a program that stays does it ahead of the first edit.

    Raises UserError for broken rules and a missing model.
    """
    from flashcards.generation.worker import engine

    engine(setup_of(options)).ready()
