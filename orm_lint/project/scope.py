"""What a body of statements binds: the names of a module or class, each with the statements that may have bound it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from orm_lint.ir import nodes as ir


class Imported(Struct, frozen=True):
    """A name bound by `import` or `from … import`."""

    statement: ir.Import | ir.ImportFrom
    alias: ir.Alias


class Assigned(Struct, frozen=True):
    """A name bound by an assignment; `index` is its place in an unpacked target, `value` None for a bare annotation."""

    at: int
    value: ir.Expr | None
    annotation: ir.Expr | None
    index: int | None = None


Decide: TypeAlias = Callable[[ir.Expr], bool | None]
Binding: TypeAlias = Imported | Assigned | ir.Class | ir.Function | ir.Stub


class Bindings(Struct, frozen=True):
    """Names with their binding statements in source order, and the star imports, which bind what nobody names."""

    names: dict[str, tuple[Binding, ...]]
    stars: tuple[ir.ImportFrom, ...]


def place_of(binding: Binding) -> int:
    """The packed place of a binding; packed places sort by where they start."""
    return binding.statement.at if isinstance(binding, Imported) else binding.at


def is_above(binding: Binding, at: int) -> bool:
    """Whether a binding has taken effect at a place: `leaf = Key(leaf.Leaf)` still means the older `leaf`."""
    return place_of(binding) < at and _end(binding) < at >> ir.LENGTH_BITS


def _end(binding: Binding | ir.Stmt) -> int:
    """The byte after the last expression of a binding."""
    match binding:
        case Imported(statement=statement):
            return ir.unpack(statement.at)[1]
        case Assigned(value=value) | ir.Assign(value=value) if value is not None:
            return ir.unpack(value.at)[1]
        case ir.Class(body=(*_, last)):
            return _end(last)
        case ir.Class(bases=(*_, last_base)):
            return ir.unpack(last_base.at)[1]
        case ir.Function(extent=extent) | ir.Stub(extent=extent):
            return ir.unpack(extent)[1]
    return ir.unpack(binding.at)[1]


def exported(body: ir.Body) -> frozenset[str] | None:
    """What `__all__` lists; None if the module has none, or builds it in a way that is not a plain display."""
    found: set[str] = set()
    has_display = False
    for statement in statements(body):
        match statement:
            case (
                ir.Assign(targets=(ir.Name(id="__all__"),), value=value)
                | ir.Augment(target=ir.Name(id="__all__"), value=value)
            ):
                match value:
                    case ir.Seq(items=items) if all(isinstance(item, ir.Const) for item in items):
                        found |= {str(item.value) for item in items if isinstance(item, ir.Const)}
                        has_display = True
                    case _:
                        return None
            case ir.Do(value=ir.Call(func=ir.Attr(value=ir.Name(id="__all__")))):
                return None
    return frozenset(found) if has_display else None


COMPOUND = frozenset({ir.If, ir.Try, ir.With, ir.For, ir.While, ir.Match})


def bindings_of(body: ir.Body, decide: Decide | None = None) -> Bindings:
    """The bindings of a body; branches of `if` and `try` all count, in source order, unless `decide` rules one out."""
    names: dict[str, list[Binding]] = {}
    stars: list[ir.ImportFrom] = []
    for name, binding in _bound(body, decide):
        if name == "*":
            assert isinstance(binding, Imported) and isinstance(binding.statement, ir.ImportFrom)
            stars.append(binding.statement)
        else:
            names.setdefault(name, []).append(binding)
    return Bindings({name: tuple(found) for name, found in names.items()}, tuple(stars))


def statements(body: ir.Body, decide: Decide | None = None) -> Iterator[ir.Stmt]:
    """All statements of a scope in source order, those inside `if`, `try`, `with` and loops included.

    `decide` tells of a test whether it holds; the branch that is then never taken is left out.
    """
    for statement in body:
        yield statement
        if type(statement) in COMPOUND:
            for inner in _blocks(statement, decide):
                yield from statements(inner, decide)


def _blocks(statement: ir.Stmt, decide: Decide | None) -> Iterable[ir.Body]:
    match statement:
        case ir.If(test=test, then=then, other=other):
            decided = decide(test) if decide else None
            return (then, other) if decided is None else (then if decided else other,)
        case ir.Try(body=body, handlers=handlers, other=other, final=final):
            return (body, *(handler.body for handler in handlers), other, final)
        case ir.With(body=body):
            return (body,)
        case ir.For(body=body, other=other) | ir.While(body=body, other=other):
            return (body, other)
        case ir.Match(cases=cases):
            return tuple(case.body for case in cases)
    return ()


def _bound(body: ir.Body, decide: Decide | None) -> Iterator[tuple[str, Binding]]:
    for statement in statements(body, decide):
        match statement:
            case ir.Class(name=name) | ir.Function(name=name) | ir.Stub(name=name):
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
            apart = _unpacked(value, len(items))
            for index, item in enumerate(items):
                if isinstance(item, ir.Name):
                    yield (
                        item.id,
                        Assigned(item.at, apart[index], None) if apart else Assigned(item.at, value, None, index),
                    )


def _unpacked(value: ir.Expr | None, size: int) -> tuple[ir.Expr, ...]:
    """The elements of `a, b = x, y`, so that each name has its own value; empty where they cannot be told apart."""
    if isinstance(value, ir.Seq) and len(value.items) == size and not any(isinstance(i, ir.Star) for i in value.items):
        return value.items
    return ()
