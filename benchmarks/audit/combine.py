"""Joins what two readers said about the same findings into verdicts.

python -m benchmarks.audit.combine PROJECT.todo.jsonl READER_A.jsonl READER_B.jsonl > PROJECT.jsonl
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks.audit.tally import Readers, Verdict
from benchmarks.lint import Step

T = TypeVar("T")


class Todo(msgspec.Struct, frozen=True):
    """A finding to be judged; `source` is the file with the code around it."""

    id: int
    commit: str
    path: str
    line: int
    code: str
    message: str
    confidence: str
    evidence: str
    model: str | None
    relation: str | None
    trace: tuple[Step, ...]
    source: str


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one reader says about one finding."""

    id: int
    verdict: bool
    reason: str


class IncompleteError(Exception):
    """The readers did not judge the same findings once each."""


def combine(todo: Iterable[Todo], a: Iterable[Judgement], b: Iterable[Judgement]) -> list[Verdict]:
    """One verdict for each finding, true only if both readers say so. Raises IncompleteError."""
    wanted = {item.id: item for item in todo}
    first, second = (_by_id(name, judgements, wanted) for name, judgements in (("A", a), ("B", b)))
    return [_verdict(item, first[number], second[number]) for number, item in sorted(wanted.items())]


def main(arguments: list[str]) -> int:
    """Prints the verdicts; 2 if the readers' files do not fit."""
    todo, a, b = (Path(argument) for argument in arguments)
    try:
        verdicts = combine(read(todo, Todo), read(a, Judgement), read(b, Judgement))
    except IncompleteError as error:
        print(error, file=sys.stderr)
        return 2
    for verdict in verdicts:
        print(msgspec.json.encode(verdict).decode())
    return 0


def read(path: Path, kind: type[T]) -> list[T]:
    """The lines of a file. Raises `msgspec.DecodeError` for a line that is none."""
    return msgspec.json.Decoder(kind).decode_lines(path.read_bytes())


def _by_id(reader: str, judgements: Iterable[Judgement], wanted: Iterable[int]) -> dict[int, Judgement]:
    listed = list(judgements)
    found = {judgement.id: judgement for judgement in listed}
    if problem := sorted(set(wanted) ^ found.keys()) or len(listed) != len(found):
        raise IncompleteError(f"reader {reader}: ids that are missing, unknown or judged twice: {problem}")
    return found


def _verdict(item: Todo, a: Judgement, b: Judgement) -> Verdict:
    reason = a.reason if a.reason == b.reason else f"A: {a.reason} | B: {b.reason}"
    readers = Readers(a=a.verdict, b=b.verdict)
    return Verdict(item.commit, item.path, item.line, item.code, a.verdict and b.verdict, reason, readers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
