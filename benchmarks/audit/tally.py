"""Reads the verdicts of the audit and counts them by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

GOAL = 0.95


class Readers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether each of the two readers took the finding for true."""

    a: bool
    b: bool


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finding that was judged: true only if both readers say so. `line` is 1-based, at `commit` of the project."""

    commit: str
    path: str
    line: int
    code: str
    verdict: bool
    reason: str
    readers: Readers


class Share(msgspec.Struct, frozen=True):
    """How many findings of a rule were judged, and how many of them are true."""

    code: str
    judged: int
    true: int

    @property
    def precision(self) -> float:
        return self.true / self.judged if self.judged else 1.0

    def __str__(self) -> str:
        return f"{self.code:6} {self.true:4} of {self.judged:4} true  {self.precision:6.1%}"


def read_verdicts(folder: Path) -> dict[str, list[Verdict]]:
    """The verdicts by project. Raises `msgspec.DecodeError` for a line that is none."""
    return {path.stem: list(_verdicts(path)) for path in sorted(folder.glob("*.jsonl"))}


def tally(verdicts: Iterable[Verdict]) -> list[Share]:
    """One share for each rule in order of codes, then one called `all`."""
    found = list(verdicts)
    codes = sorted({verdict.code for verdict in found})
    shares = [_share(code, [verdict for verdict in found if verdict.code == code]) for code in codes]
    return [*shares, _share("all", found)]


def _verdicts(path: Path) -> Iterator[Verdict]:
    decoder = msgspec.json.Decoder(Verdict)
    yield from (decoder.decode(line) for line in path.read_bytes().splitlines() if line.strip())


def _share(code: str, verdicts: list[Verdict]) -> Share:
    return Share(code, len(verdicts), sum(verdict.verdict for verdict in verdicts))
