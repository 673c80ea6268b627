"""The command `make-deck`. Its modules import nothing heavy at the top, so that --help is there at once."""

from flashcards.cli.main import main

__all__ = ["main"]
