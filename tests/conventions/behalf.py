"""On whose behalf a framework runs: from a frame of its code to the lines of the project that it works for.

A convention whose loops run in a framework adds the functions of the framework that loop, with what their variables say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType

from tests.conventions.behalf_admin import ADMIN
from tests.conventions.behalf_packages import PACKAGES
from tests.conventions.behalf_views import VIEWS
from tests.conventions.stated import Behalf

READERS = {**VIEWS, **ADMIN, **PACKAGES}


def behalves(project: str) -> Iterator[Behalf]:
    """For each running frame of a framework that works for a class of the project, outermost first."""
    frames: list[FrameType] = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    for known in reversed(frames):
        reader = READERS.get((known.f_globals.get("__name__", ""), known.f_code.co_qualname))
        if reader is not None:
            yield reader(project, known.f_locals)
