"""Files that are no Python source: configuration that lies wherever somebody put it."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path
from typing import Any

PLAIN_LIMIT = 5 * 1024 * 1024  # bytes
DOTS_LIMIT = 2000  # in one line; tomllib takes quadratic time for the parts of a key


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


def parse_toml(text: str) -> dict[str, Any]:
    """A TOML document. Raises TOMLDecodeError, also for keys and nesting that nobody writes."""
    if text.count(".") > DOTS_LIMIT and any(line.count(".") > DOTS_LIMIT for line in text.split("\n")):
        raise tomllib.TOMLDecodeError("a key of too many parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deeply") from None
