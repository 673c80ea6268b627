"""What stops a wording: nothing natural to say, or a slip in the rule."""

from __future__ import annotations


class NoWording(Exception):
    """No natural wording exists for what the rule asks here."""


class BadWording(Exception):
    """A rule's wording that can't be filled with what its match has bound."""
