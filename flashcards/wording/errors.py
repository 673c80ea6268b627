"""What a filter raises when there is nothing natural to say."""

from __future__ import annotations


class NoWording(Exception):
    """No natural wording exists for what the rule asks here."""
