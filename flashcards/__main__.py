"""`python -m flashcards` is `make-deck`."""

import sys

try:
    from flashcards.cli import main

    main()
except KeyboardInterrupt:  # Ctrl-C while the command was still being loaded
    sys.exit(130)
