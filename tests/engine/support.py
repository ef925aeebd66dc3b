"""Files of a project that holds nothing but text."""

from __future__ import annotations

from pathlib import Path

HIT = "x = hit()\n"


def put(root: Path, path: str, text: str) -> Path:
    """Writes a file below the root."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file
