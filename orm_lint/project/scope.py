"""What a body of statements binds: the names of a module or a class, each with the statements that may have bound it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from orm_lint.ir import nodes as ir


@dataclass(frozen=True, slots=True)
class Imported:
    """A name bound by `import` or `from … import`."""

    statement: ir.Import | ir.ImportFrom
    alias: ir.Alias


@dataclass(frozen=True, slots=True)
class Assigned:
    """A name bound by an assignment; `index` is its position in an unpacked target, `value` None for a bare annotation."""

    at: int
    value: ir.Expr | None
    annotation: ir.Expr | None
    index: int | None = None


Binding: TypeAlias = Imported | Assigned | ir.Class | ir.Function


@dataclass(frozen=True, slots=True)
class Bindings:
    """Names with their binding statements in source order, and the star imports, which bind what nobody names."""

    names: dict[str, tuple[Binding, ...]]
    stars: tuple[ir.ImportFrom, ...]


COMPOUND = frozenset({ir.If, ir.Try, ir.With, ir.For, ir.While, ir.Match})


def bindings_of(body: ir.Body) -> Bindings:
    """The bindings of a body; branches of `if` and `try` all count, in source order."""
    names: dict[str, tuple[Binding, ...]] = {}
    stars: list[ir.ImportFrom] = []
    for name, binding in _bound(body):
        if name == "*":
            assert isinstance(binding, Imported) and isinstance(binding.statement, ir.ImportFrom)
            stars.append(binding.statement)
        else:
            names[name] = (*names.get(name, ()), binding)
    return Bindings(names, tuple(stars))


def statements(body: ir.Body) -> Iterator[ir.Stmt]:
    """All statements of a scope in source order, those inside `if`, `try`, `with` and loops included."""
    for statement in body:
        yield statement
        if type(statement) in COMPOUND:
            for inner in _blocks(statement):
                yield from statements(inner)


def _blocks(statement: ir.Stmt) -> Iterable[ir.Body]:
    match statement:
        case ir.If(then=then, other=other):
            return (then, other)
        case ir.Try(body=body, handlers=handlers, other=other, final=final):
            return (body, *(handler.body for handler in handlers), other, final)
        case ir.With(body=body):
            return (body,)
        case ir.For(body=body, other=other) | ir.While(body=body, other=other):
            return (body, other)
        case ir.Match(cases=cases):
            return tuple(case.body for case in cases)
    return ()


def _bound(body: ir.Body) -> Iterator[tuple[str, Binding]]:
    for statement in statements(body):
        match statement:
            case ir.Class(name=name) | ir.Function(name=name):
                yield name, statement
            case ir.Import(names=names):
                for alias in names:
                    yield alias.alias or alias.name.partition(".")[0], Imported(statement, alias)
            case ir.ImportFrom(names=names):
                for alias in names:
                    yield alias.alias or alias.name, Imported(statement, alias)
            case ir.Assign(targets=targets, value=value, annotation=annotation):
                for target in targets:
                    yield from _targets(target, value, annotation)


def _targets(target: ir.Expr, value: ir.Expr | None, annotation: ir.Expr | None) -> Iterator[tuple[str, Binding]]:
    match target:
        case ir.Name(at=at, id=name):
            yield name, Assigned(at, value, annotation)
        case ir.Seq(items=items):
            for index, item in enumerate(items):
                if isinstance(item, ir.Name):
                    yield item.id, Assigned(item.at, value, None, index)
