"""Drops bad and duplicate cards, ranks the rest, spends each post's budget, and says why."""

from __future__ import annotations

from flashcards.selection.choose import choose

__all__ = ["choose"]
