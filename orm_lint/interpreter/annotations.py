"""Values of which nothing is known but what their annotation says."""

from __future__ import annotations

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import NOBODY, Box, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Plain, Unknown, Value, either
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load, Plan
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, External, ModuleSymbol, Symbol

OPEN = Load(is_open=True)
DOUBT = frozenset({"annotation"})
PLAIN_TYPES = frozenset({"str", "int", "float", "bool", "bytes", "datetime", "date", "Decimal", "UUID", "timedelta"})
SEQUENCES = frozenset({"list", "List", "Sequence", "Iterable", "Collection", "Iterator", "set", "Set", "frozenset",
                       "AbstractSet", "Generator", "AsyncIterator", "AsyncIterable"})  # fmt: skip
QUERYSETS = frozenset({"QuerySet", "Manager", "BaseManager", "RelatedManager"})
WRAPPERS = frozenset({"Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired"})
MAX_NESTING = 6


def annotated(
    frame: Frame, state: State, module: Module, expr: ir.Expr, node: ir.Node, owner: ClassSymbol | None, depth: int = 0
) -> Value:
    """What a parameter or result may be, if its annotation is all there is."""
    if depth > MAX_NESTING:
        return Unknown("annotation that is too deep")
    match expr:
        case ir.Const(value=None):
            return NONE
        case ir.Op(op="|", operands=operands):
            return either(*(annotated(frame, state, module, part, node, owner, depth + 1) for part in operands))
        case ir.Const(value=str(text)):
            return _named(frame, state, module, text, node, owner)
        case ir.Index(value=ir.Name(id=name) | ir.Attr(name=name), index=index):
            return _generic(frame, state, module, name, index, node, owner, depth, expr)
        case ir.Name() | ir.Attr():
            return _plain(frame, state, module, expr, node, owner)
    return Unknown("annotation that is not understood")


def _named(frame: Frame, state: State, module: Module, text: str, node: ir.Node, owner: ClassSymbol | None) -> Value:
    """An annotation that was written as a string."""
    from orm_lint.ir.from_python import LoweringError, summarize

    try:
        body = summarize(text.encode()).body
    except (LoweringError, SyntaxError, ValueError):
        return Unknown("annotation that is not understood")
    match body:
        case (ir.Do(value=ir.Const()),):
            return Unknown("annotation that is not understood")
        case (ir.Do(value=value),):
            return annotated(frame, state, module, at_end(value), node, owner, 1)
    return Unknown("annotation that is not understood")


def at_end(expr: ir.Expr) -> ir.Expr:
    """The expression at the end of its module, so that all names are bound above it."""
    at = ir.pack((1 << 24) - 2, (1 << 24) - 1)
    match expr:
        case ir.Name(id=name):
            return ir.Name(at, name)
        case ir.Attr(value=value, name=name):
            return ir.Attr(at, at_end(value), name)
        case ir.Index(value=value, index=index):
            return ir.Index(at, at_end(value), at_end(index))
        case ir.Op(op=op, operands=operands):
            return ir.Op(at, op, tuple(map(at_end, operands)))
        case ir.Seq(kind=kind, items=items):
            return ir.Seq(at, kind, tuple(map(at_end, items)))
    return expr


def _generic(
    frame: Frame, state: State, module: Module, name: str, index: ir.Expr, node: ir.Node, owner: ClassSymbol | None,
    depth: int, expr: ir.Expr,
) -> Value:  # fmt: skip
    inner = index.items[0] if isinstance(index, ir.Seq) and index.items else index

    def go(part: ir.Expr) -> Value:
        return annotated(frame, state, module, part, node, owner, depth + 1)

    if name in WRAPPERS:
        value = go(inner)
        return either(value, NONE) if name == "Optional" else value
    if name == "Union" and isinstance(index, ir.Seq):
        return either(*map(go, index.items))
    if name in ("type", "Type"):
        return Unknown("class of an annotation")
    if name in QUERYSETS:
        return _queryset(frame, state, module, inner, node, owner, expr.at)
    if name in SEQUENCES:
        box = Box("list", frame.exec, go(inner), size="unknown")
        return frame.make(state, ("annotated", node.at, expr.at, depth), box)
    if name in ("dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict"):
        parts = index.items if isinstance(index, ir.Seq) and len(index.items) == 2 else (index, index)
        box = Box("dict", frame.exec, go(parts[1]), go(parts[0]), size="unknown")
        return frame.make(state, ("annotated", node.at, expr.at, depth), box)
    if name in ("tuple", "Tuple"):
        items = index.items if isinstance(index, ir.Seq) else (index,)
        match items:
            case (only, ir.Opaque()):
                box = Box("tuple", frame.exec, go(only), size="unknown")
            case _:
                box = Box("tuple", frame.exec, entries={number: go(item) for number, item in enumerate(items[:8])})
        return frame.make(state, ("annotated", node.at, expr.at, depth), box)
    if isinstance(expr, ir.Index):
        return _plain(frame, state, module, expr.value, node, owner)
    return Unknown("annotation that is not understood")


def _queryset(
    frame: Frame, state: State, module: Module, inner: ir.Expr, node: ir.Node, owner: ClassSymbol | None, at: int
) -> Value:
    symbol = _symbol(frame, module, inner, owner)
    model = frame.world.model_of(symbol) if isinstance(symbol, ClassSymbol) else None
    if model is None:
        return Unknown("queryset of a model that is not known")
    plan = Plan(model.label, OPEN, filtered=True)
    return frame.make(state, ("annotated", node.at, at), QuerySet(plan, frame.exec, NOBODY, doubts=DOUBT))  # type: ignore[arg-type]


def _symbol(frame: Frame, module: Module, expr: ir.Expr, owner: ClassSymbol | None) -> Symbol | None:
    if isinstance(expr, ir.Const) and isinstance(expr.value, str):
        head, *rest = expr.value.split(".")
        found = frame.world.names.lookup(module, head)
        for part in rest:
            found = frame.world.names.member(found, part) if found else None
        return frame.world.names.follow(found)
    return frame.world.names.follow(frame.world.names.resolve(module, expr, ()))


def _plain(
    frame: Frame, state: State, module: Module, expr: ir.Expr, node: ir.Node, owner: ClassSymbol | None
) -> Value:
    name = expr.id if isinstance(expr, ir.Name) else expr.name if isinstance(expr, ir.Attr) else ""
    if name in PLAIN_TYPES:
        return Plain(frame.exec)
    if name == "None":
        return NONE
    symbol = _symbol(frame, module, expr, owner)
    match symbol:
        case ClassSymbol():
            return instance_of(frame, state, symbol, node)
        case External() | ModuleSymbol() | None:
            return Unknown("annotation that is not ours")
    return Unknown("annotation that is not understood")


def instance_of(frame: Frame, state: State, symbol: ClassSymbol, node: ir.Node) -> Value:
    """One object of a class of which nothing else is known."""
    from orm_lint.interpreter.managers import QUERYSET_BASES

    model = frame.world.model_of(symbol)
    if model is not None:
        row = Row(model.label, OPEN, frame.exec, NOBODY, model.label, doubts=DOUBT)  # type: ignore[arg-type]
        return frame.make(state, ("annotated", node.at, model.label), row)
    if frame.world.names.descends_from(symbol, QUERYSET_BASES) or symbol.module.evidence != "project":
        return Unknown("annotation that is not ours")
    return frame.make(state, ("annotated", node.at, symbol.key), Instance(symbol, frame.exec))
