"""Finding, Span, Trace, Confidence, Notice: the one currency that all frontends pay with."""

from __future__ import annotations

import enum
from typing import Literal

from msgspec import Struct

Evidence = Literal["project", "bundle", "environment"]
Role = Literal["origin", "handover", "loop", "call", "read"]


class Confidence(enum.IntEnum):
    """How sure a finding is. Computed from what the finding rests on, never chosen by a rule."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    def lowered(self, steps: int = 1) -> Confidence:
        """This confidence, lowered by some steps; LOW stays LOW."""
        return Confidence(max(Confidence.LOW, self - steps))


class Span(Struct, frozen=True, order=True):
    """A stretch of one file.

    `path` is posix and relative to the project root. Lines and columns are 1-based, columns count code points,
    and the end column is the one after the last character.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class TraceStep(Struct, frozen=True):
    """One station on the way from the cause to the finding; `text` is what a person would say about that line."""

    role: Role
    span: Span
    text: str


class Finding(Struct, frozen=True):
    """One defect. Two findings with the same `key` are one finding seen twice."""

    code: str
    name: str
    message: str
    span: Span
    confidence: Confidence = Confidence.HIGH
    evidence: Evidence = "project"
    model: str | None = None
    relation: str | None = None
    trace: tuple[TraceStep, ...] = ()

    @property
    def key(self) -> tuple[str, Span, str | None]:
        return (self.code, self.span, self.relation)

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)


class Notice(Struct, frozen=True, order=True):
    """Something that was not linted, or a setting that was not understood; never a defect of the linted code."""

    path: str
    line: int
    message: str
