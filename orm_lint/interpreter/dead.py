"""The end of a path."""

from __future__ import annotations


class Dead(Exception):
    """Raised where the code that is run would raise, or does not come back: nothing follows on this path."""
