"""Conference notes to flashcards: the flow is in pipeline.py, the command in cli/, the rules in rules/."""

__version__ = "0.1.0"
