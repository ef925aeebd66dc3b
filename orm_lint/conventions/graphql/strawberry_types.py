"""Types of strawberry-django: what their annotations, fields and methods say.

https://strawberry.rocks/docs/django
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.interpreter.annotations import at_end
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.modules import Module
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

DJANGO_TYPES = frozenset({"strawberry_django.type", "strawberry_django.type.type", "strawberry_django.interface",
                          "strawberry_django.type.interface", "strawberry.django.type"})  # fmt: skip
TYPES = DJANGO_TYPES | {"strawberry.type", "strawberry.types.object_type.type", "strawberry.object_type.type"}
DJANGO_FIELDS = frozenset({
    "strawberry_django.field", "strawberry_django.fields.field.field", "strawberry.django.field",
    "strawberry_django.connection", "strawberry_django.fields.field.connection", "strawberry_django.offset_paginated",
    "strawberry_django.fields.field.offset_paginated",
})  # fmt: skip
FIELDS = DJANGO_FIELDS | {"strawberry.field", "strawberry.types.field.field", "strawberry.field.field"}
LISTS = frozenset({"typing.List", "typing.Sequence", "typing.Iterable", "collections.abc.Sequence",
                   "collections.abc.Iterable"})  # fmt: skip
PAGES = frozenset({
    "strawberry.relay.Connection", "strawberry.relay.ListConnection", "strawberry.relay.types.Connection",
    "strawberry.relay.types.ListConnection", "strawberry_django.relay.DjangoListConnection",
    "strawberry_django.relay.DjangoCursorConnection", "strawberry_django.relay.ListConnectionWithTotalCount",
    "strawberry_django.relay.list_connection.DjangoListConnection",
    "strawberry_django.relay.cursor_connection.DjangoCursorConnection", "strawberry_django.pagination.OffsetPaginated",
})  # fmt: skip
ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
LAZY = frozenset({"strawberry.lazy", "strawberry.lazy_type.lazy", "strawberry.types.lazy_type.lazy"})
COLUMNS = ("plain", "forward", "one_to_one", "many_to_many")

Kind: TypeAlias = Literal["one", "list", "page"]


class Stated(Struct, frozen=True):
    """A field: what it is called on the row, which type it shows, the function that gives it, if one does."""

    name: str
    stop: Stop
    owner: ClassSymbol
    kind: Kind
    target: ClassSymbol | None
    attribute: str = ""
    function: FunctionSymbol | None = None
    is_django: bool = False


def is_type(world: World, symbol: ClassSymbol) -> bool:
    return any(dotted in TYPES for dotted, _ in _decorators(world, symbol))


def model_of(world: World, symbol: ClassSymbol) -> Model | None:
    """The model that `@strawberry_django.type(Model)` names."""
    for dotted, decorator in _decorators(world, symbol):
        if dotted in DJANGO_TYPES and isinstance(decorator, ir.Call):
            named = [keyword.value for keyword in decorator.keywords if keyword.name == "model"]
            for expr in (*decorator.args[:1], *named):
                found = world.names.follow(world.names.resolve(symbol.module, expr, ()))
                return world.model_of(found) if isinstance(found, ClassSymbol) else None
    return None


def _decorators(world: World, symbol: ClassSymbol) -> Iterator[tuple[str, ir.Expr]]:
    for decorator in symbol.node.decorators:
        yield dotted_of(world, symbol.module, decorator), decorator


def dotted_of(world: World, module: Module, expr: ir.Expr) -> str:
    """The name of what an expression calls or is, as its definition has it."""
    func = expr.func if isinstance(expr, ir.Call) else expr
    return getattr(world.names.follow(world.names.resolve(module, func, ())), "dotted", "")


def stated(world: World, symbol: ClassSymbol) -> dict[str, Stated]:
    """The fields of a class and its ancestors in the project."""
    found: dict[str, Stated] = {}
    for owner in reversed(world.names.mro(symbol)):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project":
            for name, bindings in world.names.members(owner).names.items():
                binding = bindings[-1]
                if isinstance(binding, Assigned):
                    one = _assigned(world, symbol, owner, name, binding)
                elif isinstance(binding, ir.Function | ir.Stub):
                    one = _method(world, symbol, owner, FunctionSymbol(owner.module, binding, owner))
                else:
                    one = None
                if one is not None:
                    found[name] = one
                else:
                    found.pop(name, None)
    return {**{one.name: one for one in _implied(world, symbol)}, **found}


def _implied(world: World, symbol: ClassSymbol) -> Iterator[Stated]:
    """`@strawberry_django.type(Model, fields=…)`: as if each of these names were annotated with `auto`."""
    model = model_of(world, symbol)
    for _, decorator in _decorators(world, symbol) if model is not None else ():
        for keyword in decorator.keywords if isinstance(decorator, ir.Call) else ():
            match keyword:
                case ir.Keyword(name="fields", value=ir.Seq(items=items)):
                    places = [(item.value, item.at) for item in items if isinstance(item, ir.Const)]
                case ir.Keyword(name="fields", value=ir.Const(value="__all__", at=at)) if model is not None:
                    places = [(field.name, at) for field in model.fields if field.kind in COLUMNS]
                case _:
                    continue
            for name, at in places:
                if isinstance(name, str):
                    stop = Stop(symbol.module, at, f"{symbol.node.name}.{name}")
                    yield Stated(name, stop, symbol, "one", None, name)


def _assigned(world: World, symbol: ClassSymbol, owner: ClassSymbol, name: str, binding: Assigned) -> Stated | None:
    if binding.annotation is None:
        return None
    kind, target = shown(world, owner.module, binding.annotation)
    stop = Stop(owner.module, binding.at, f"{symbol.node.name}.{name}")
    if binding.value is None:
        return Stated(name, stop, owner, kind, target, name)
    dotted = dotted_of(world, owner.module, binding.value) if isinstance(binding.value, ir.Call) else ""
    if not isinstance(binding.value, ir.Call) or dotted not in FIELDS:
        return None
    keywords = {keyword.name: keyword.value for keyword in binding.value.keywords}
    attribute = keywords.get("field_name")
    text = attribute.value if isinstance(attribute, ir.Const) and isinstance(attribute.value, str) else name
    resolver = keywords.get("resolver")
    if resolver is None:
        return Stated(name, stop, owner, kind, target, text, None, dotted in DJANGO_FIELDS)
    function = world.names.follow(world.names.resolve(owner.module, resolver, (owner,)))
    if not isinstance(function, FunctionSymbol):
        return None
    return Stated(name, stop, owner, kind, target, "", function, dotted in DJANGO_FIELDS)


def _method(world: World, symbol: ClassSymbol, owner: ClassSymbol, function: FunctionSymbol) -> Stated | None:
    dotted = [dotted_of(world, owner.module, decorator) for decorator in function.node.decorators]
    returns = world.whole(function).returns if not FIELDS.isdisjoint(dotted) else None
    if returns is None:
        return None
    kind, target = shown(world, owner.module, returns)
    stop = Stop(owner.module, function.node.at, f"{symbol.node.name}.{function.node.name}")
    is_django = not DJANGO_FIELDS.isdisjoint(dotted)
    return Stated(function.node.name, stop, owner, kind, target, "", function, is_django)


def shown(world: World, module: Module, annotation: ir.Expr) -> tuple[Kind, ClassSymbol | None]:
    """What an annotation says: one object or many, and of which type."""
    match annotation:
        case ir.Const(value=str(text)):
            parsed = _parsed(text)
            return shown(world, module, parsed) if parsed is not None else ("one", None)
        case ir.Op(op="|", operands=operands):
            return next((found for part in operands if (found := shown(world, module, part))[1]), ("one", None))
        case ir.Index(value=around, index=ir.Seq(items=(first, *rest))) if (
            dotted_of(world, module, around) in ANNOTATED
        ):
            return _lazy(world, module, first, rest)
        case ir.Index(value=around, index=index):
            inner = index.items[0] if isinstance(index, ir.Seq) and index.items else index
            kind, target = shown(world, module, inner)
            return _many(world, module, around) or kind, target
        case ir.Name() | ir.Attr():
            named = world.names.follow(world.names.resolve(module, at_end(annotation), ()))
            return "one", named if isinstance(named, ClassSymbol) and is_type(world, named) else None
    return "one", None


def _many(world: World, module: Module, around: ir.Expr) -> Kind | None:
    """What a class that is given a type holds many of; None for one that holds one."""
    if isinstance(around, ir.Name) and around.id == "list" and world.names.resolve(module, around, ()) is None:
        return "list"
    found = world.names.follow(world.names.resolve(module, around, ()))
    ancestors = world.names.mro(found) if isinstance(found, ClassSymbol) else (found,)
    dotted = {getattr(ancestor, "dotted", "") for ancestor in ancestors}
    return "list" if dotted & LISTS else "page" if dotted & PAGES else None


def _parsed(text: str) -> ir.Expr | None:
    from orm_lint.ir.from_python import LoweringError, summarize

    try:
        body = summarize(text.encode()).body
    except (LoweringError, SyntaxError, ValueError):
        return None
    match body:
        case (ir.Do(value=ir.Name() | ir.Attr() | ir.Index() | ir.Op() as value),):
            return at_end(value)
    return None


def _lazy(world: World, module: Module, first: ir.Expr, rest: list[ir.Expr]) -> tuple[Kind, ClassSymbol | None]:
    """`Annotated["AdType", strawberry.lazy("shop.types")]`."""
    for one in rest:
        match one:
            case ir.Call(args=(ir.Const(value=str(path)), *_)) if dotted_of(world, module, one) in LAZY:
                dots = len(path) - len(path.lstrip("."))
                base = module.package.split(".")
                start = ".".join(base[: len(base) - dots + 1]) if dots else ""
                target = world.names.module(".".join(part for part in (start, path.lstrip(".")) if part))
                return shown(world, target, first) if target is not None else ("one", None)
    return shown(world, module, first)
