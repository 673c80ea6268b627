"""What a person decided about the cards, kept beside the notes, and how it is applied to what the rules make."""

from flashcards.decisions.apply import ADDED, DROPPED, EDITED, KEPT, UNDECIDED, Curated, Decided, Unapplied, curate
from flashcards.decisions.decision import ADD, DROP, EDIT, KEEP, Decision, Decisions, new_id, on_card
from flashcards.decisions.file import change_decisions, decisions_beside, read_decisions, relative

__all__ = [
    "ADD",
    "ADDED",
    "DROP",
    "DROPPED",
    "EDIT",
    "EDITED",
    "KEEP",
    "KEPT",
    "UNDECIDED",
    "Curated",
    "Decided",
    "Decision",
    "Decisions",
    "Unapplied",
    "change_decisions",
    "curate",
    "decisions_beside",
    "new_id",
    "on_card",
    "read_decisions",
    "relative",
]
