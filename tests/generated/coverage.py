"""What a set of programs reached: IR nodes, rows of the method table, pairs of loop source and kind of read.

`python -m tests.generated.coverage [COUNT]` prints it.
"""

from __future__ import annotations

import ast
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import django
import msgspec

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import parse, summarize
from orm_lint.ir.lower_expr import Lines
from orm_lint.ir.lower_stmt import body
from orm_lint.orm.methods import IMPLICIT, METHODS, RAW_METHODS, ROW_METHODS
from tests.generated.programs import Program
from tests.generated.reads import READS
from tests.generated.sources import IMPOSSIBLE, SOURCES

ABSTRACT = {"Node", "Located"}  # the base class, and what conventions and templates make
# Called by Django on what it builds itself.
PACKAGE_INTERNAL = frozenset({"contribute_to_class", "resolve_expression", "get_content_type"})


@dataclass(frozen=True)
class Covered:
    name: str
    reached: frozenset[str]
    wanted: frozenset[str]

    @property
    def share(self) -> float:
        return len(self.reached & self.wanted) / len(self.wanted)

    def __str__(self) -> str:
        missing = sorted(self.wanted - self.reached)
        left = f"; not reached: {', '.join(missing[:20])}" if missing else ""
        return f"{self.name}: {len(self.wanted) - len(missing)} of {len(self.wanted)} ({self.share:.1%}){left}"


def coverage(programs: Sequence[Program]) -> tuple[Covered, ...]:
    reached = frozenset(mark for one in programs for mark in one.reached)
    pairs = {f"pair:{source} × {read}" for source in SOURCES for read in READS if (source, read) not in IMPOSSIBLE}
    sources = [one.source for one in programs]
    return (
        Covered("IR nodes", frozenset(nodes(sources)), frozenset(node_types())),
        Covered("rows of the method table", frozenset(methods(sources)), frozenset(method_rows())),
        Covered("pairs of loop source and read", reached, frozenset(pairs)),
    )


def node_types() -> Iterator[str]:
    for value in vars(ir).values():
        if isinstance(value, type) and issubclass(value, ir.Node) and value.__name__ not in ABSTRACT:
            yield value.__name__


def nodes(sources: Iterable[str]) -> set[str]:
    """The types of all nodes that programs are lowered to."""
    found: set[str] = set()
    for source in sources:
        data = source.encode()
        starts = array("I", summarize(data).line_starts)
        collect(summarize(data).body, found)
        collect(body(Lines([0, *starts], data, data), parse(data).body, whole=True), found)
    return found


def collect(value: object, found: set[str]) -> None:
    if isinstance(value, tuple):
        for item in value:
            collect(item, found)
    elif isinstance(value, msgspec.Struct):
        found.add(type(value).__name__)
        for name in value.__struct_fields__:
            collect(getattr(value, name), found)


def method_rows() -> Iterator[str]:
    version = django.VERSION[:2]
    for method in METHODS:
        is_here = (method.since or version) <= version <= (method.until or version)
        if is_here and method.name not in PACKAGE_INTERNAL and not method.name.startswith("get_prefetch"):
            yield method.name
    yield from (f"row {name}" for name in ROW_METHODS if name != "from_db")
    yield from (f"raw {name}" for name in RAW_METHODS if name != "resolve_model_init_order")
    yield from (f"implicit {name}" for name in IMPLICIT)


def methods(sources: Iterable[str]) -> set[str]:
    """The names of all methods that programs call, as the rows of the method table that they are."""
    found: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            found.update(called(node))
    return found


def called(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr=name, value=value)):
            yield name
            yield f"row {name}"
            if "raw(" in ast.unparse(value):
                yield f"raw {name}"
        case ast.Call(func=ast.Name(id=name)) if name in ("len", "bool", "repr"):
            yield f"implicit {name}"
        case ast.For() | ast.comprehension():
            yield "implicit iterate"
        case ast.Compare(ops=[ast.In()]):
            yield "implicit contains"
        case ast.Subscript(slice=ast.Slice()):
            yield "implicit slice"
        case ast.Subscript():
            yield "implicit index"


def shape(programs: Sequence[Program], grows: int) -> str:
    """The shares that the generator has to keep."""
    count = len(programs)
    return f"{share(grows, count)} N+1, {share(eager(programs), count)} with an eager load, {share(crossing(programs), count)} across functions"


def eager(programs: Sequence[Program]) -> int:
    return sum("select_related(" in one.source or "prefetch_related" in one.source for one in programs)


def crossing(programs: Sequence[Program]) -> int:
    return sum("crosses" in one.reached for one in programs)


def share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}"


def main() -> None:
    from tests.generated.compare import generated

    found = generated(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, 0)
    for covered in coverage(found):
        print(covered)


if __name__ == "__main__":
    main()
