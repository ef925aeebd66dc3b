"""What a file holds as seen by `ast` and as seen by the IR, in one form, to be compared."""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, TypeAlias

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import summarize, whole_function
from orm_lint.ir.lower_expr import BINARY, COMPARE, LARGEST_INTEGER, LONGEST_STRING

Record: TypeAlias = tuple[str, object, int | None]

EXACT_INSIDE_F_STRINGS = sys.version_info >= (3, 12)

# --- the IR ----------------------------------------------------------------------------------------------------------

_IDENTITY: dict[type, Callable[[Any], object]] = {
    ir.Name: lambda node: node.id,
    ir.Attr: lambda node: node.name,
    ir.Const: lambda node: repr(node.value),
    ir.Opaque: lambda node: node.kind,
    ir.Seq: lambda node: node.kind,
    ir.Op: lambda node: node.op,
    ir.Comp: lambda node: node.kind,
    ir.Yield: lambda node: node.delegates,
    ir.Keyword: lambda node: node.name,
    ir.Clause: lambda node: node.is_async,
    ir.Param: lambda node: (node.name, node.kind),
    ir.Handler: lambda node: node.name,
    ir.Alias: lambda node: (node.name, node.alias),
    ir.Augment: lambda node: node.op,
    ir.For: lambda node: node.is_async,
    ir.With: lambda node: node.is_async,
    ir.Jump: lambda node: node.kind,
    ir.Scope: lambda node: (node.kind, node.names),
    ir.ImportFrom: lambda node: (node.module, node.level),
    ir.Function: lambda node: (node.name, node.is_async, node.extent),
    ir.Class: lambda node: node.name,
}


def lowered(data: bytes) -> Counter[Record]:
    """The records of all nodes of the IR, function bodies included."""
    summary = summarize(data)
    found: list[Record] = []
    todo: list[tuple[object, bool]] = [(summary.body, True)]
    while todo:
        value, is_exact = todo.pop()
        if isinstance(value, tuple):
            todo += [(item, is_exact) for item in value]
        elif isinstance(value, ir.Stub):
            todo.append((whole_function(data, summary.line_starts, value), is_exact))
        elif isinstance(value, ir.Node):
            found.append(_record(data, value, is_exact))
            is_exact = is_exact and (EXACT_INSIDE_F_STRINGS or type(value) is not ir.Format)
            todo += [(getattr(value, name), is_exact) for name in value.__struct_fields__[1:]]
    return Counter(found)


def _record(data: bytes, node: ir.Node, is_exact: bool) -> Record:
    identity = _IDENTITY.get(type(node))
    if isinstance(node, ir.Function | ir.Class):
        start, end = ir.unpack(node.at)
        assert unicodedata.normalize("NFKC", data[start:end].decode()) == node.name
        is_exact = False
    return type(node).__name__, identity(node) if identity else None, node.at if is_exact else None


# --- ast -------------------------------------------------------------------------------------------------------------


class Parsed:
    """One parsed file, with the nodes that leave no record of their own and those without an exact place."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.starts = [0, *accumulate(map(len, data.splitlines(keepends=True)), initial=0)]
        self.nodes = list(ast.walk(ast.parse(data)))
        self.dropped: set[ast.AST] = set()
        self.inexact: set[ast.AST] = set()
        for node in self.nodes:
            self._sort_out(node)

    def _sort_out(self, node: ast.AST) -> None:
        match node:
            case ast.Expr(value=ast.Constant() as inner):
                self.dropped |= {node, inner}
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value) as inner):
                if not isinstance(value, bool):
                    self.dropped.add(inner)
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec):
                self.dropped.add(spec)
                self.dropped.update(part for part in spec.values if isinstance(part, ast.Constant))
            case ast.JoinedStr() if not EXACT_INSIDE_F_STRINGS:
                self.inexact.update(inner for inner in ast.walk(node) if inner is not node)

    def place(self, node: Any) -> int:
        start = self.starts[node.lineno] + node.col_offset
        return ir.pack(start, self.starts[node.end_lineno] + node.end_col_offset)

    def name_at_end(self, node: Any, name: str) -> int:
        """The last bytes of a node that spell a name, which may be written in another normal form."""
        _, end = ir.unpack(self.place(node))
        start = end
        while start > 0 and (
            self.data[start - 1] >= 128 or chr(self.data[start - 1]).isalnum() or self.data[start - 1] == 95
        ):
            start -= 1
        assert unicodedata.normalize("NFKC", self.data[start:end].decode()) == name
        return ir.pack(start, end)


def parsed(data: bytes) -> Counter[Record]:
    """The records that DESIGN.md says the IR keeps, from `ast`."""
    file = Parsed(data)
    found: list[Record] = []
    for node in file.nodes:
        if node not in file.dropped and (expected := _EXPECTED.get(type(node))):
            records = expected(file, node)
            found += [(kind, name, None) for kind, name, _ in records] if node in file.inexact else records
    return Counter(found)


def _plain(kind: str, identity: Callable[[Any], object] = lambda _: None) -> Callable[[Parsed, Any], list[Record]]:
    return lambda file, node: [(kind, identity(node), file.place(node))]


def _constant(file: Parsed, node: ast.Constant) -> list[Record]:
    return [(*_value(node.value), file.place(node))]


def _value(value: object) -> tuple[str, object]:
    match value:
        case bool() | float() | None:
            is_kept = True
        case int():
            is_kept = -LARGEST_INTEGER <= value < LARGEST_INTEGER
        case str():
            is_kept = len(value) <= LONGEST_STRING and value == value.encode(errors="replace").decode()
        case _:
            is_kept = False
    return ("Const", repr(value)) if is_kept else ("Opaque", type(value).__name__)


def _unary(file: Parsed, node: ast.UnaryOp) -> list[Record]:
    if node.operand in file.dropped and isinstance(node.operand, ast.Constant):
        return [(*_value(-node.operand.value), file.place(node))]  # type: ignore[operator]
    signs = {ast.Not: "not", ast.USub: "-", ast.UAdd: "+", ast.Invert: "?"}
    return [("Op", signs[type(node.op)], file.place(node))]


def _parameters(file: Parsed, node: ast.arguments) -> list[Record]:
    found = [(arg, "/") for arg in node.posonlyargs] + [(arg, "") for arg in node.args]
    found += [(arg, "k") for arg in node.kwonlyargs]
    found += [(node.vararg, "*")] if node.vararg else []
    found += [(node.kwarg, "**")] if node.kwarg else []
    return [("Param", (arg.arg, kind), file.place(arg)) for arg, kind in found]


def _function(file: Parsed, node: Any) -> list[Record]:
    first = node.decorator_list[0] if node.decorator_list else node
    extent = ir.pack(ir.unpack(file.place(first))[0], ir.unpack(file.place(node))[1])
    return [("Function", (node.name, isinstance(node, ast.AsyncFunctionDef), extent), None)]


def _handler(file: Parsed, node: ast.ExceptHandler) -> list[Record]:
    start, _ = ir.unpack(file.place(node))
    return [("Handler", node.name, ir.pack(start, start + len("except")))]


def _assert(file: Parsed, node: ast.Assert) -> list[Record]:
    return [("If", None, file.place(node)), ("Raise", None, file.place(node))]


def _capture(file: Parsed, node: ast.MatchAs) -> list[Record]:
    name = ("Name", node.name or "_", file.name_at_end(node, node.name or "_"))
    return [name, ("Bind", None, file.place(node))] if node.pattern else [name]


def _rest(file: Parsed, node: ast.MatchStar) -> list[Record]:
    return [("Star", None, file.place(node)), ("Name", node.name or "_", file.name_at_end(node, node.name or "_"))]


def _mapping(file: Parsed, node: ast.MatchMapping) -> list[Record]:
    found: list[Record] = [("Map", None, file.place(node))]
    if node.rest:
        start, end = ir.unpack(file.place(node))
        at = file.data.rindex(node.rest.encode(), start, end)
        found.append(("Name", node.rest, ir.pack(at, at + len(node.rest.encode()))))
    return found


def _class_pattern(file: Parsed, node: ast.MatchClass) -> list[Record]:
    named = zip(node.kwd_attrs, node.kwd_patterns, strict=True)
    return [("Call", None, file.place(node)), *(("Keyword", name, file.place(value)) for name, value in named)]


def _alias_of_type(file: Parsed, node: Any) -> list[Record]:
    return [("Assign", None, file.place(node)), ("Lambda", None, file.place(node.value))]


def _names(node: ast.alias) -> object:
    return node.name, node.asname


def _operator(node: ast.BinOp | ast.AugAssign) -> object:
    return BINARY.get(type(node.op), "?")


_EXPECTED: dict[type[ast.AST], Callable[[Parsed, Any], list[Record]]] = {
    ast.Name: _plain("Name", lambda node: node.id),
    ast.Attribute: lambda file, node: [
        ("Attr", node.attr, None if node in file.inexact else file.name_at_end(node, node.attr))
    ],
    ast.Call: _plain("Call"),
    ast.keyword: _plain("Keyword", lambda node: node.arg),
    ast.Constant: _constant,
    ast.Subscript: _plain("Index"),
    ast.Slice: _plain("Slice"),
    ast.List: _plain("Seq", lambda _: "list"),
    ast.Tuple: _plain("Seq", lambda _: "tuple"),
    ast.Set: _plain("Seq", lambda _: "set"),
    ast.Dict: _plain("Map"),
    ast.BinOp: _plain("Op", _operator),
    ast.BoolOp: _plain("Op", lambda node: "and" if isinstance(node.op, ast.And) else "or"),
    ast.UnaryOp: _unary,
    ast.Compare: _plain("Op", lambda node: " ".join(COMPARE[type(op)] for op in node.ops)),
    ast.IfExp: _plain("Cond"),
    ast.ListComp: _plain("Comp", lambda _: "list"),
    ast.SetComp: _plain("Comp", lambda _: "set"),
    ast.GeneratorExp: _plain("Comp", lambda _: "generator"),
    ast.DictComp: _plain("Comp", lambda _: "dict"),
    ast.comprehension: lambda file, node: [
        ("Clause", bool(node.is_async), None if node.target in file.inexact else file.place(node.target))
    ],
    ast.Lambda: _plain("Lambda"),
    ast.arguments: _parameters,
    ast.Await: _plain("Await"),
    ast.Yield: _plain("Yield", lambda _: False),
    ast.YieldFrom: _plain("Yield", lambda _: True),
    ast.NamedExpr: _plain("Bind"),
    ast.Starred: _plain("Star"),
    ast.JoinedStr: _plain("Format"),
    ast.Expr: _plain("Do"),
    ast.Assign: _plain("Assign"),
    ast.AnnAssign: _plain("Assign"),
    ast.AugAssign: _plain("Augment", _operator),
    ast.Return: _plain("Return"),
    ast.Raise: _plain("Raise"),
    ast.Assert: _assert,
    ast.Delete: _plain("Delete"),
    ast.If: _plain("If"),
    ast.For: _plain("For", lambda _: False),
    ast.AsyncFor: _plain("For", lambda _: True),
    ast.While: _plain("While"),
    ast.Try: _plain("Try"),
    ast.TryStar: _plain("Try"),
    ast.ExceptHandler: _handler,
    ast.With: _plain("With", lambda _: False),
    ast.AsyncWith: _plain("With", lambda _: True),
    ast.withitem: lambda file, node: [("WithItem", None, file.place(node.context_expr))],
    ast.Match: _plain("Match"),
    ast.match_case: lambda file, node: [("Case", None, file.place(node.pattern))],
    ast.MatchSingleton: lambda file, node: [(*_value(node.value), file.place(node))],
    ast.MatchSequence: _plain("Seq", lambda _: "list"),
    ast.MatchStar: _rest,
    ast.MatchMapping: _mapping,
    ast.MatchClass: _class_pattern,
    ast.MatchAs: _capture,
    ast.MatchOr: _plain("Op", lambda _: "|"),
    ast.Break: _plain("Jump", lambda _: "break"),
    ast.Continue: _plain("Jump", lambda _: "continue"),
    ast.Pass: _plain("Jump", lambda _: "pass"),
    ast.Global: _plain("Scope", lambda node: ("global", tuple(node.names))),
    ast.Nonlocal: _plain("Scope", lambda node: ("nonlocal", tuple(node.names))),
    ast.Import: _plain("Import"),
    ast.ImportFrom: _plain("ImportFrom", lambda node: (node.module or "", node.level)),
    ast.alias: _plain("Alias", _names),
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: lambda _, node: [("Class", node.name, None)],
}
if sys.version_info >= (3, 12):
    _EXPECTED[ast.TypeAlias] = _alias_of_type
    _EXPECTED[ast.TypeVar] = _plain("Param", lambda node: (node.name, "t"))
    _EXPECTED[ast.TypeVarTuple] = _plain("Param", lambda node: (node.name, "*t"))
    _EXPECTED[ast.ParamSpec] = _plain("Param", lambda node: (node.name, "**t"))


def differences(data: bytes) -> Iterator[str]:
    """What only one of the two saw."""
    ours, theirs = lowered(data), parsed(data)
    for label, found in (("only in the IR", ours - theirs), ("only in ast", theirs - ours)):
        for (kind, identity, at), count in found.items():
            start, end = ir.unpack(at) if at is not None else (0, 0)
            line = data.count(b"\n", 0, start) + 1
            yield f"{label}: {count} {kind} {identity!r} at line {line}: {data[start:end][:60]!r}"
