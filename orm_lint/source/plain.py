"""Bytes of files that are no Python source: configuration that lies wherever somebody put it."""

from __future__ import annotations

import stat
from pathlib import Path

PLAIN_LIMIT = 5 * 1024 * 1024  # bytes


def read_plain(place: Path) -> bytes:
    """The bytes of a regular file.

    Raises OSError for what cannot be opened, is no regular file (reading a pipe would wait for ever) or is larger than
    PLAIN_LIMIT.
    """
    status = place.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a regular file")
    if status.st_size > PLAIN_LIMIT:
        raise OSError(f"larger than {PLAIN_LIMIT // 1024 // 1024} MiB")
    with place.open("rb") as stream:
        return stream.read(PLAIN_LIMIT)
