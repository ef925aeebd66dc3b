"""The property the IR stands on: nothing that DESIGN.md keeps is lost, and every place is the one that `ast` gives."""

from __future__ import annotations

import ast
import gc
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from orm_lint.ir.from_python import LoweringError, summarize
from tests.ir.records import differences, lowered

LIBRARY = Path(sysconfig.get_path("stdlib"))
FILES = [path for path in sorted(LIBRARY.rglob("*.py")) if "site-packages" not in path.parts][:1000]
SHARDS = 8


@pytest.fixture
def _no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def _normalised(path: Path) -> bytes | None:
    """What SourceFile would hand over; None for the few test files in a foreign encoding."""
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return data


def _parses(data: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_node_of_a_thousand_real_files_is_in_the_ir_with_its_place(shard: int) -> None:
    found: dict[str, list[str]] = {}
    for path in FILES[shard::SHARDS]:
        data = _normalised(path)
        if data is None:
            continue
        if not _parses(data):
            with pytest.raises(LoweringError):
                summarize(data)
        elif unequal := list(differences(data)):
            found[path.relative_to(LIBRARY).as_posix()] = unequal
    assert found == {}


def test_a_thousand_files_were_compared() -> None:
    assert len(FILES) == 1000


@pytest.mark.parametrize(
    ("source", "record"),
    [
        ("a.b\n", ("Attr", "b", 2 << 24 | 1)),
        ("def f():\n  for x in y: pass\n", ("For", False, 11 << 24 | 16)),
        ("class A:\n  def f(self): return self.b + 1\n", ("Op", "+", 31 << 24 | 10)),
    ],
)
def test_the_comparison_sees_the_places_of_nodes(source: str, record: tuple[str, object, int]) -> None:
    assert lowered(source.encode())[record] == 1
