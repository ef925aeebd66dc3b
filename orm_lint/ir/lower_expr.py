"""Expressions of `ast` lowered to IR: one function a node type, dispatched by type (a visitor class costs twice as much)."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Sequence

from orm_lint.ir import nodes as ir

LONGEST_STRING = 256
LARGEST_INTEGER = 2**63
F_STRING_PLACES_ARE_EXACT = sys.version_info >= (3, 12)

BINARY: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.BitOr: "|", ast.BitAnd: "&", ast.Mod: "%"}
COMPARE: dict[type[ast.AST], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}


class Lines(list[int]):
    """Byte offsets of the line starts, indexed by 1-based line number, with the normalised bytes they belong to."""

    __slots__ = ("data",)

    def __init__(self, starts: Iterable[int], data: bytes) -> None:
        super().__init__(starts)
        self.data = data


def place(lines: Lines, node: ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias | ast.pattern) -> int:
    """The packed place of a node of the parsed tree."""
    start = lines[node.lineno] + node.col_offset
    return start << 24 | (lines[node.end_lineno] + node.end_col_offset - start)  # type: ignore[index, operator]


def token_at_end(lines: Lines, node: ast.expr, token: str) -> int:
    """The packed place of an identifier that ends where the node ends (an attribute name)."""
    size = len(token) if token.isascii() else len(token.encode())
    return lines[node.end_lineno] + node.end_col_offset - size << 24 | size  # type: ignore[index, operator]


def expr(lines: Lines, node: ast.expr) -> ir.Expr:
    return _EXPRESSIONS[type(node)](lines, node)


def optional(lines: Lines, node: ast.expr | None) -> ir.Expr | None:
    return None if node is None else _EXPRESSIONS[type(node)](lines, node)


def exprs(lines: Lines, found: Sequence[ast.expr]) -> tuple[ir.Expr, ...]:
    return tuple([_EXPRESSIONS[type(node)](lines, node) for node in found])


def keywords(lines: Lines, found: Sequence[ast.keyword]) -> tuple[ir.Keyword, ...]:
    return tuple([ir.Keyword(place(lines, k), k.arg, expr(lines, k.value)) for k in found])


def params(lines: Lines, args: ast.arguments) -> ir.Params:
    """All parameters in the order of the signature, each with its default."""
    positional = [(arg, "/") for arg in args.posonlyargs] + [(arg, "") for arg in args.args]
    missing: list[ast.expr | None] = [None] * (len(positional) - len(args.defaults))
    found = [(arg, kind, default) for (arg, kind), default in zip(positional, missing + args.defaults, strict=True)]
    if args.vararg:
        found.append((args.vararg, "*", None))
    found += [(arg, "k", default) for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
    if args.kwarg:
        found.append((args.kwarg, "**", None))
    return tuple(
        [
            ir.Param(place(lines, arg), arg.arg, kind, optional(lines, arg.annotation), optional(lines, default))
            for arg, kind, default in found
        ]
    )


def _name(lines: Lines, node: ast.Name) -> ir.Expr:
    return ir.Name(place(lines, node), node.id)


def _attribute(lines: Lines, node: ast.Attribute) -> ir.Expr:
    value = node.value
    return ir.Attr(token_at_end(lines, node, node.attr), _EXPRESSIONS[type(value)](lines, value), node.attr)


def _call(lines: Lines, node: ast.Call) -> ir.Expr:
    func = node.func
    return ir.Call(
        place(lines, node),
        _EXPRESSIONS[type(func)](lines, func),
        tuple([_EXPRESSIONS[type(arg)](lines, arg) for arg in node.args]),
        keywords(lines, node.keywords) if node.keywords else (),
    )


def _constant(lines: Lines, node: ast.Constant) -> ir.Expr:
    value = node.value
    match value:
        case str() if len(value) <= LONGEST_STRING:
            try:
                value.encode()
            except UnicodeEncodeError:  # lone surrogates, which no MessagePack string can hold
                return ir.Opaque(place(lines, node), "str")
            return ir.Const(place(lines, node), value)
        case None | bool() | float():
            return ir.Const(place(lines, node), value)
        case int() if -LARGEST_INTEGER <= value < LARGEST_INTEGER:
            return ir.Const(place(lines, node), value)
        case _:
            return ir.Opaque(place(lines, node), type(value).__name__)


def _subscript(lines: Lines, node: ast.Subscript) -> ir.Expr:
    return ir.Index(place(lines, node), expr(lines, node.value), expr(lines, node.slice))


def _slice(lines: Lines, node: ast.Slice) -> ir.Expr:
    return ir.Slice(
        place(lines, node), optional(lines, node.lower), optional(lines, node.upper), optional(lines, node.step)
    )


def _display(kind: str) -> Callable[[Lines, ast.List | ast.Tuple | ast.Set], ir.Expr]:
    def lower(lines: Lines, node: ast.List | ast.Tuple | ast.Set) -> ir.Expr:
        return ir.Seq(place(lines, node), kind, exprs(lines, node.elts))

    return lower


def _dict(lines: Lines, node: ast.Dict) -> ir.Expr:
    return ir.Map(place(lines, node), tuple([optional(lines, key) for key in node.keys]), exprs(lines, node.values))


def _binary(lines: Lines, node: ast.BinOp) -> ir.Expr:
    # A chain of `+` leans left and may be thousands deep: it is unrolled here instead of recursed into.
    right: list[ast.BinOp] = []
    left: ast.expr = node
    while isinstance(left, ast.BinOp):
        right.append(left)
        left = left.left
    result = expr(lines, left)
    for outer in reversed(right):
        op = BINARY.get(type(outer.op), "?")
        result = ir.Op(place(lines, outer), op, (result, expr(lines, outer.right)))
    return result


def _boolean(lines: Lines, node: ast.BoolOp) -> ir.Expr:
    return ir.Op(place(lines, node), "and" if isinstance(node.op, ast.And) else "or", exprs(lines, node.values))


def _unary(lines: Lines, node: ast.UnaryOp) -> ir.Expr:
    match node.op, node.operand:
        case ast.USub(), ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            folded = ast.copy_location(ast.Constant(-number), node)
            return _constant(lines, folded)
        case ast.Not(), _:
            op = "not"
        case ast.USub(), _:
            op = "-"
        case ast.UAdd(), _:
            op = "+"
        case _:
            op = "?"
    return ir.Op(place(lines, node), op, (expr(lines, node.operand),))


def _compare(lines: Lines, node: ast.Compare) -> ir.Expr:
    op = " ".join([COMPARE[type(op)] for op in node.ops]) if len(node.ops) > 1 else COMPARE[type(node.ops[0])]
    return ir.Op(place(lines, node), op, (expr(lines, node.left), *exprs(lines, node.comparators)))


def _conditional(lines: Lines, node: ast.IfExp) -> ir.Expr:
    return ir.Cond(place(lines, node), expr(lines, node.test), expr(lines, node.body), expr(lines, node.orelse))


def _clauses(lines: Lines, found: Sequence[ast.comprehension]) -> tuple[ir.Clause, ...]:
    return tuple(
        [
            ir.Clause(
                place(lines, clause.target),
                expr(lines, clause.target),
                expr(lines, clause.iter),
                exprs(lines, clause.ifs),
                bool(clause.is_async),
            )
            for clause in found
        ]
    )


def _comprehension(kind: str) -> Callable[[Lines, ast.ListComp | ast.SetComp | ast.GeneratorExp], ir.Expr]:
    def lower(lines: Lines, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> ir.Expr:
        element = expr(lines, node.elt)
        return ir.Comp(place(lines, node), kind, element, None, _clauses(lines, node.generators))

    return lower


def _dict_comprehension(lines: Lines, node: ast.DictComp) -> ir.Expr:
    clauses = _clauses(lines, node.generators)
    # PEP 798 allows `{**value for ...}`: such a comprehension has no key.
    value = None if node.value is None else expr(lines, node.value)
    return ir.Comp(place(lines, node), "dict", expr(lines, node.key), value, clauses)


def _lambda(lines: Lines, node: ast.Lambda) -> ir.Expr:
    return ir.Lambda(place(lines, node), params(lines, node.args), expr(lines, node.body))


def _await(lines: Lines, node: ast.Await) -> ir.Expr:
    return ir.Await(place(lines, node), expr(lines, node.value))


def _yield(lines: Lines, node: ast.Yield) -> ir.Expr:
    return ir.Yield(place(lines, node), optional(lines, node.value), delegates=False)


def _yield_from(lines: Lines, node: ast.YieldFrom) -> ir.Expr:
    return ir.Yield(place(lines, node), expr(lines, node.value), delegates=True)


def _bind(lines: Lines, node: ast.NamedExpr) -> ir.Expr:
    return ir.Bind(place(lines, node), expr(lines, node.target), expr(lines, node.value))


def _star(lines: Lines, node: ast.Starred) -> ir.Expr:
    return ir.Star(place(lines, node), expr(lines, node.value))


def _f_string(lines: Lines, node: ast.JoinedStr) -> ir.Expr:
    if not F_STRING_PLACES_ARE_EXACT:
        _repair_places(lines, node)
    return ir.Format(place(lines, node), _format_parts(lines, node.values))


def _format_parts(lines: Lines, values: Sequence[ast.expr]) -> tuple[ir.Expr, ...]:
    parts: list[ir.Expr] = []
    for value in values:
        inner = getattr(value, "value", value)
        parts.append(expr(lines, value if isinstance(value, ast.Constant) else inner))
        if isinstance(spec := getattr(value, "format_spec", None), ast.JoinedStr):
            parts += [part for part in _format_parts(lines, spec.values) if not isinstance(part, ir.Const)]
    return tuple(parts)


def _repair_places(lines: Lines, node: ast.JoinedStr) -> None:
    """Before 3.12 the places inside an f-string can be wrong: one that does not show its name gets the string's."""
    if all(_shows_its_name(lines, inner) for inner in ast.walk(node) if isinstance(inner, ast.Name)):
        inside = range(lines[node.lineno] + node.col_offset, lines[node.end_lineno or 0] + (node.end_col_offset or 0))
        if all(_lies_in(lines, inner, inside) for inner in ast.walk(node) if isinstance(inner, ast.expr)):
            return
    for inner in ast.walk(node):
        if isinstance(inner, ast.expr | ast.keyword | ast.arg):
            ast.copy_location(inner, node)
            if isinstance(inner, ast.Attribute):
                inner.end_lineno, inner.end_col_offset = node.lineno, node.col_offset + len(inner.attr.encode())


def _shows_its_name(lines: Lines, name: ast.Name) -> bool:
    if not 0 < name.lineno < len(lines):
        return False
    start = lines[name.lineno] + name.col_offset
    wanted = name.id.encode()
    return lines.data[start : start + len(wanted)] == wanted


def _lies_in(lines: Lines, node: ast.expr, inside: range) -> bool:
    last = node.end_lineno or 0
    if not 0 < node.lineno <= last < len(lines):
        return False
    start, end = lines[node.lineno] + node.col_offset, lines[last] + (node.end_col_offset or 0)
    return inside.start <= start <= end <= inside.stop


_EXPRESSIONS: dict[type[ast.AST], Callable[[Lines, ast.expr], ir.Expr]] = {
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Constant: _constant,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.List: _display("list"),
    ast.Tuple: _display("tuple"),
    ast.Set: _display("set"),
    ast.Dict: _dict,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
    ast.ListComp: _comprehension("list"),
    ast.SetComp: _comprehension("set"),
    ast.GeneratorExp: _comprehension("generator"),
    ast.DictComp: _dict_comprehension,
    ast.Lambda: _lambda,
    ast.Await: _await,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.NamedExpr: _bind,
    ast.Starred: _star,
    ast.JoinedStr: _f_string,
}  # type: ignore[dict-item]
if sys.version_info >= (3, 14):
    _EXPRESSIONS[ast.TemplateStr] = _f_string
