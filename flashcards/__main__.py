"""`python -m flashcards` is `make-deck`."""

from flashcards.cli import main

main()
