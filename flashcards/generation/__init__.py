"""Talks -> the cards chosen of each post: in this process or others, talks known from earlier runs from a cache."""

from flashcards.generation.posts import Generated, generate

__all__ = ["Generated", "generate"]
