"""Conference notes to flashcards: see DESIGN in docs/ and `make-deck --help`."""

__version__ = "0.1.0"
