"""Expressions of `ast` lowered to IR: one function a node type, dispatched by type (a visitor costs twice as much)."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

from orm_lint.ir import nodes as ir

LONGEST_STRING = 256
LARGEST_INTEGER = 2**63
DEEPEST_CHAIN = 200
F_STRING_PLACES_ARE_EXACT = sys.version_info >= (3, 12)

_LAST_WORD = re.compile(rb"[\w\x80-\xff]+\Z")
_SMALL_CONSTANTS = {bool, float, type(None)}

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
    """Byte offsets of the line starts, indexed by 1-based line number, with the normalised bytes they belong to.

    `folds` says that an identifier may be written in another normal form than the one Python folds it to (NFKC);
    `depth` counts the links of the chain that is being lowered.
    """

    __slots__ = ("data", "depth", "folds")

    def __init__(self, starts: Iterable[int], data: bytes, lowered: bytes) -> None:
        super().__init__(starts)
        self.data = data
        self.folds = not lowered.isascii() and not unicodedata.is_normalized("NFKC", lowered.decode(errors="replace"))
        self.depth = 0


def place(lines: Lines, node: ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias | ast.pattern) -> int:
    """The packed place of a node of the parsed tree."""
    start = lines[node.lineno] + node.col_offset
    return start << 24 | (lines[node.end_lineno] + node.end_col_offset - start)  # type: ignore[index, operator]


def token_at_end(lines: Lines, node: ast.expr | ast.pattern, token: str) -> int:
    """The packed place of an identifier that ends where the node ends (an attribute name, a capture)."""
    end: int = lines[node.end_lineno] + node.end_col_offset  # type: ignore[index, operator]
    size = len(token) if token.isascii() else len(token.encode())
    if lines.folds and (written := _LAST_WORD.search(lines.data[max(end - 1024, 0) : end])):
        size = len(written[0])
    return end - size << 24 | size


def expr(lines: Lines, node: ast.expr) -> ir.Expr:
    return _EXPRESSIONS[type(node)](lines, node)


def link(lines: Lines, node: ast.expr) -> ir.Expr:
    """Lower an expression that no parenthesis sets off from the one around it.

    Python itself bounds parentheses (200) and indentation (100). Chains (`a.b().c()`, `not not a`, `a ** b ** c`) it
    does not bound, and whatever recurses over the IR must be able to rely on a bound: what is chained deeper becomes
    an operation that nothing is known of.
    """
    if lines.depth >= DEEPEST_CHAIN:
        return ir.Op(place(lines, node), "?", ())
    lines.depth += 1
    lowered = _EXPRESSIONS[type(node)](lines, node)
    lines.depth -= 1
    return lowered


def optional(lines: Lines, node: ast.expr | None) -> ir.Expr | None:
    return None if node is None else _EXPRESSIONS[type(node)](lines, node)


def exprs(lines: Lines, found: Sequence[ast.expr]) -> tuple[ir.Expr, ...]:
    return tuple([_EXPRESSIONS[type(node)](lines, node) for node in found]) if found else ()


def keywords(lines: Lines, found: Sequence[ast.keyword]) -> tuple[ir.Keyword, ...]:
    return tuple([ir.Keyword(place(lines, k), k.arg, _EXPRESSIONS[type(k.value)](lines, k.value)) for k in found])


def params(lines: Lines, args: ast.arguments) -> ir.Params:
    """All parameters in the order of the signature, each with its default."""
    positional = args.posonlyargs + args.args
    kinds = ["/"] * len(args.posonlyargs) + [""] * len(args.args)
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(args.defaults))
    defaults += args.defaults
    found = list(map(_param, repeat(lines), positional, kinds, defaults))
    if args.vararg:
        found.append(_param(lines, args.vararg, "*", None))
    if args.kwonlyargs:
        found += map(_param, repeat(lines), args.kwonlyargs, repeat("k"), args.kw_defaults)
    if args.kwarg:
        found.append(_param(lines, args.kwarg, "**", None))
    return tuple(found)


def _param(lines: Lines, arg: ast.arg, kind: str, default: ast.expr | None) -> ir.Param:
    return ir.Param(place(lines, arg), arg.arg, kind, optional(lines, arg.annotation), optional(lines, default))


# The next four make three quarters of all nodes, so they spell `place` out: a call costs as much as the rest of them.


def _name(lines: Lines, node: ast.Name) -> ir.Expr:
    start = lines[node.lineno] + node.col_offset
    return ir.Name(start << 24 | (node.end_col_offset - node.col_offset), node.id)  # type: ignore[operator]


def _attribute(lines: Lines, node: ast.Attribute) -> ir.Expr:
    value, name = node.value, node.attr
    inner = _name(lines, value) if type(value) is ast.Name else link(lines, value)
    if lines.folds or not name.isascii():
        return ir.Attr(token_at_end(lines, node, name), inner, name)
    size = len(name)
    start = lines[node.end_lineno] + node.end_col_offset - size  # type: ignore[index, operator]
    return ir.Attr(start << 24 | size, inner, name)


def _call(lines: Lines, node: ast.Call) -> ir.Expr:
    func, args = node.func, node.args
    start = lines[node.lineno] + node.col_offset
    return ir.Call(
        start << 24 | (lines[node.end_lineno] + node.end_col_offset - start),  # type: ignore[index, operator]
        _name(lines, func) if type(func) is ast.Name else link(lines, func),
        tuple([_EXPRESSIONS[type(arg)](lines, arg) for arg in args]) if args else (),
        keywords(lines, node.keywords) if node.keywords else (),
    )


def _constant(lines: Lines, node: ast.Constant) -> ir.Expr:
    value: Any = node.value
    kind = type(value)
    if kind is str:
        is_kept = len(value) <= LONGEST_STRING and (value.isascii() or _is_encodable(value))
    elif kind is int:
        is_kept = -LARGEST_INTEGER <= value < LARGEST_INTEGER
    else:
        is_kept = kind in _SMALL_CONSTANTS
    start = lines[node.lineno] + node.col_offset
    at = start << 24 | (lines[node.end_lineno] + node.end_col_offset - start)  # type: ignore[index, operator]
    return ir.Const(at, value) if is_kept else ir.Opaque(at, kind.__name__)


def _is_encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:  # lone surrogates, which no MessagePack string can hold
        return False
    return True


def _subscript(lines: Lines, node: ast.Subscript) -> ir.Expr:
    return ir.Index(place(lines, node), link(lines, node.value), expr(lines, node.slice))


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
    result = link(lines, left)
    if len(right) > DEEPEST_CHAIN:
        return _flat(lines, result, right)
    for outer in reversed(right):
        op = BINARY.get(type(outer.op), "?")
        result = ir.Op(place(lines, outer), op, (result, link(lines, outer.right)))
    return result


def _flat(lines: Lines, first: ir.Expr, right: Sequence[ast.BinOp]) -> ir.Expr:
    """A chain too long to be nested as one operation over all its operands; `right` runs from the last to the first."""
    ops = {BINARY.get(type(outer.op), "?") for outer in right}
    operands = (first, *(link(lines, outer.right) for outer in reversed(right)))
    return ir.Op(place(lines, right[0]), ops.pop() if len(ops) == 1 else "?", operands)


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
    return ir.Op(place(lines, node), op, (link(lines, node.operand),))


def _compare(lines: Lines, node: ast.Compare) -> ir.Expr:
    op = " ".join([COMPARE[type(op)] for op in node.ops]) if len(node.ops) > 1 else COMPARE[type(node.ops[0])]
    return ir.Op(place(lines, node), op, (expr(lines, node.left), *exprs(lines, node.comparators)))


def _conditional(lines: Lines, node: ast.IfExp) -> ir.Expr:
    return ir.Cond(place(lines, node), expr(lines, node.test), expr(lines, node.body), link(lines, node.orelse))


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
    value = optional(lines, node.value)
    return ir.Comp(place(lines, node), "dict", expr(lines, node.key), value, clauses)


def _lambda(lines: Lines, node: ast.Lambda) -> ir.Expr:
    return ir.Lambda(place(lines, node), params(lines, node.args), link(lines, node.body))


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


# Each function takes the one node type it is registered for, which no type of a dict can say.
_EXPRESSIONS: dict[type[ast.expr], Callable[[Lines, Any], ir.Expr]] = {
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
}
if sys.version_info >= (3, 14):
    _EXPRESSIONS[ast.TemplateStr] = _f_string
