"""The end of a path."""

from __future__ import annotations


class Dead(Exception):
    """Raised where the code that is run would raise, or does not come back: nothing follows on this path."""


class NoValueYet(Dead):
    """Raised where a function calls itself and nothing is known of it so far: the next pass knows more."""
