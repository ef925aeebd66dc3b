"""Statements and patterns of `ast` lowered to IR."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

from orm_lint.ir import nodes as ir
from orm_lint.ir.lower_expr import (
    BINARY,
    DEEPEST_CHAIN,
    Lines,
    expr,
    exprs,
    keywords,
    optional,
    params,
    place,
    token_at_end,
)

# The name may follow after line continuations, and be written in another normal form than Python folds it to (NFKC).
_DEFINED_NAME = re.compile(rb"(?:async[\s\\]+)?(?:def|class)[\s\\]+([\w\x80-\xff]+)")


def body(lines: Lines, statements: Sequence[ast.stmt], whole: bool) -> ir.Body:
    """Statements without docstrings and other bare constants; `whole`: with the bodies of functions."""
    return tuple(
        [
            _STATEMENTS[type(statement)](lines, statement, whole)
            for statement in statements
            if not (type(statement) is ast.Expr and type(statement.value) is ast.Constant)
        ]
    )


def function(lines: Lines, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ir.Function:
    """A function with its signature and its body."""
    return ir.Function(
        _defined_name(lines, node),
        node.name,
        params(lines, node.args),
        _type_params(lines, node),
        exprs(lines, node.decorator_list),
        optional(lines, node.returns),
        isinstance(node, ast.AsyncFunctionDef),
        _extent(lines, node),
        body(lines, node.body, whole=True),
    )


def _function_or_stub(lines: Lines, node: ast.FunctionDef | ast.AsyncFunctionDef, whole: bool) -> ir.Function | ir.Stub:
    if whole:
        return function(lines, node)
    is_async = isinstance(node, ast.AsyncFunctionDef)
    decorators = exprs(lines, node.decorator_list) if node.decorator_list else ()
    return ir.Stub(_defined_name(lines, node), node.name, decorators, is_async, _extent(lines, node))


def _extent(lines: Lines, node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first: ast.stmt | ast.expr = node.decorator_list[0] if node.decorator_list else node
    start = lines[first.lineno] + first.col_offset
    return ir.pack(start, lines[node.end_lineno or node.lineno] + (node.end_col_offset or 0))


def _class(lines: Lines, node: ast.ClassDef, whole: bool) -> ir.Stmt:
    return ir.Class(
        _defined_name(lines, node),
        node.name,
        exprs(lines, node.bases),
        keywords(lines, node.keywords),
        _type_params(lines, node),
        exprs(lines, node.decorator_list),
        body(lines, node.body, whole),
    )


def _defined_name(lines: Lines, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """The packed place of the name behind `def` or `class`; of the keyword if `data` is not what was parsed."""
    start = lines[node.lineno] + node.col_offset
    found = _DEFINED_NAME.match(lines.data, start)
    return ir.pack(*found.span(1)) if found else ir.pack(start, start)


def _type_params(lines: Lines, node: ast.stmt) -> ir.Params:
    found: list[Any] = getattr(node, "type_params", [])
    if not found:
        return ()
    kinds = {"TypeVar": "t", "TypeVarTuple": "*t", "ParamSpec": "**t"}
    return tuple(
        ir.Param(
            place(lines, param),
            param.name,
            kinds[type(param).__name__],
            optional(lines, getattr(param, "bound", None)),
            optional(lines, getattr(param, "default_value", None)),
        )
        for param in found
    )


def _type_alias(lines: Lines, node: ast.stmt, _: bool) -> ir.Stmt:
    name, value = getattr(node, "name"), getattr(node, "value")  # noqa: B009 - mypy checks for 3.11, which has no TypeAlias
    lazily = ir.Lambda(place(lines, value), _type_params(lines, node), expr(lines, value))
    return ir.Assign(place(lines, node), (expr(lines, name),), lazily, None)


def _do(lines: Lines, node: ast.Expr, _: bool) -> ir.Stmt:
    return ir.Do(place(lines, node), expr(lines, node.value))


def _assign(lines: Lines, node: ast.Assign, _: bool) -> ir.Stmt:
    return ir.Assign(place(lines, node), exprs(lines, node.targets), expr(lines, node.value), None)


def _annotated(lines: Lines, node: ast.AnnAssign, _: bool) -> ir.Stmt:
    value = optional(lines, node.value)
    return ir.Assign(place(lines, node), (expr(lines, node.target),), value, expr(lines, node.annotation))


def _augment(lines: Lines, node: ast.AugAssign, _: bool) -> ir.Stmt:
    op = BINARY.get(type(node.op), "?")
    return ir.Augment(place(lines, node), expr(lines, node.target), op, expr(lines, node.value))


def _return(lines: Lines, node: ast.Return, _: bool) -> ir.Stmt:
    return ir.Return(place(lines, node), optional(lines, node.value))


def _raise(lines: Lines, node: ast.Raise, _: bool) -> ir.Stmt:
    return ir.Raise(place(lines, node), optional(lines, node.exc), optional(lines, node.cause))


def _assert(lines: Lines, node: ast.Assert, _: bool) -> ir.Stmt:
    fails = ir.Raise(place(lines, node), optional(lines, node.msg), None)
    return ir.If(place(lines, node), expr(lines, node.test), (), (fails,))


def _delete(lines: Lines, node: ast.Delete, _: bool) -> ir.Stmt:
    return ir.Delete(place(lines, node), exprs(lines, node.targets))


def _if(lines: Lines, node: ast.If, whole: bool) -> ir.Stmt:
    # A long `elif` chain nests as deep as it is long: it is unrolled here instead of recursed into.
    chain = [node]
    while len(chain[-1].orelse) == 1 and isinstance(inner := chain[-1].orelse[0], ast.If):
        chain.append(inner)
    other = body(lines, chain[-1].orelse, whole)
    # What is too far down to be nested stands side by side: its branches are all there, that they exclude each other
    # is not said.
    aside: list[ir.Stmt] = []
    while len(chain) > DEEPEST_CHAIN:
        aside.append(_choice(lines, chain.pop(), (), whole))
    other = (*reversed(aside), *other)
    for link in reversed(chain):
        other = (_choice(lines, link, other, whole),)
    return other[0]


def _choice(lines: Lines, node: ast.If, other: ir.Body, whole: bool) -> ir.If:
    return ir.If(place(lines, node), expr(lines, node.test), body(lines, node.body, whole), other)


def _for(lines: Lines, node: ast.For | ast.AsyncFor, whole: bool) -> ir.Stmt:
    return ir.For(
        place(lines, node),
        expr(lines, node.target),
        expr(lines, node.iter),
        body(lines, node.body, whole),
        body(lines, node.orelse, whole),
        isinstance(node, ast.AsyncFor),
    )


def _while(lines: Lines, node: ast.While, whole: bool) -> ir.Stmt:
    then, other = body(lines, node.body, whole), body(lines, node.orelse, whole)
    return ir.While(place(lines, node), expr(lines, node.test), then, other)


def _try(lines: Lines, node: ast.Try | ast.TryStar, whole: bool) -> ir.Stmt:
    handlers = tuple(
        ir.Handler(
            ir.pack(lines[handler.lineno] + handler.col_offset, lines[handler.lineno] + handler.col_offset + 6),
            optional(lines, handler.type),
            handler.name,
            body(lines, handler.body, whole),
        )
        for handler in node.handlers
    )
    other, final = body(lines, node.orelse, whole), body(lines, node.finalbody, whole)
    return ir.Try(place(lines, node), body(lines, node.body, whole), handlers, other, final)


def _with(lines: Lines, node: ast.With | ast.AsyncWith, whole: bool) -> ir.Stmt:
    items = tuple(
        ir.WithItem(
            place(lines, item.context_expr), expr(lines, item.context_expr), optional(lines, item.optional_vars)
        )
        for item in node.items
    )
    return ir.With(place(lines, node), items, body(lines, node.body, whole), isinstance(node, ast.AsyncWith))


def _match(lines: Lines, node: ast.Match, whole: bool) -> ir.Stmt:
    cases = tuple(
        ir.Case(
            place(lines, case.pattern),
            _pattern(lines, case.pattern),
            optional(lines, case.guard),
            body(lines, case.body, whole),
        )
        for case in node.cases
    )
    return ir.Match(place(lines, node), expr(lines, node.subject), cases)


def _pattern(lines: Lines, node: ast.pattern) -> ir.Expr:
    at = place(lines, node)
    match node:
        case ast.MatchValue(value):
            return expr(lines, value)
        case ast.MatchSingleton(value):
            return ir.Const(at, value)
        case ast.MatchSequence(patterns):
            return ir.Seq(at, "list", tuple(_pattern(lines, pattern) for pattern in patterns))
        case ast.MatchStar(name):
            return ir.Star(at, ir.Name(token_at_end(lines, node, name or "_"), name or "_"))
        case ast.MatchMapping(keys, patterns, rest):
            pairs: list[tuple[ir.Expr | None, ir.Expr]] = [
                (expr(lines, key), _pattern(lines, pattern)) for key, pattern in zip(keys, patterns, strict=True)
            ]
            if rest:
                pairs.append((None, ir.Name(_last(lines, at, rest), rest)))
            return ir.Map(at, tuple(key for key, _ in pairs), tuple(value for _, value in pairs))
        case ast.MatchClass(cls, patterns, names, values):
            named = zip(names, values, strict=True)
            matched = tuple(
                ir.Keyword(place(lines, pattern), name, _pattern(lines, pattern)) for name, pattern in named
            )
            return ir.Call(at, expr(lines, cls), tuple(_pattern(lines, pattern) for pattern in patterns), matched)
        case ast.MatchAs(pattern, name):
            captured = ir.Name(token_at_end(lines, node, name or "_"), name or "_")
            return captured if pattern is None else ir.Bind(at, captured, _pattern(lines, pattern))
        case ast.MatchOr(patterns):
            return ir.Op(at, "|", tuple(_pattern(lines, pattern) for pattern in patterns))
    raise TypeError(f"unknown pattern {type(node).__name__}")


def _last(lines: Lines, at: int, name: str) -> int:
    """Where a name stands last within a place; the place itself if it is written in another normal form."""
    start, end = ir.unpack(at)
    wanted = name.encode()
    found = lines.data.rfind(wanted, start, end)
    return at if found < 0 else ir.pack(found, found + len(wanted))


def _jump(kind: str) -> Callable[[Lines, ast.stmt, bool], ir.Stmt]:
    def lower(lines: Lines, node: ast.stmt, _: bool) -> ir.Stmt:
        return ir.Jump(place(lines, node), kind)

    return lower


def _scope(lines: Lines, node: ast.Global | ast.Nonlocal, _: bool) -> ir.Stmt:
    kind = "global" if isinstance(node, ast.Global) else "nonlocal"
    return ir.Scope(place(lines, node), kind, tuple(node.names))


def _aliases(lines: Lines, names: Sequence[ast.alias]) -> tuple[ir.Alias, ...]:
    return tuple([ir.Alias(place(lines, name), name.name, name.asname) for name in names])


def _import(lines: Lines, node: ast.Import, _: bool) -> ir.Stmt:
    return ir.Import(place(lines, node), _aliases(lines, node.names))


def _import_from(lines: Lines, node: ast.ImportFrom, _: bool) -> ir.Stmt:
    return ir.ImportFrom(place(lines, node), node.module or "", node.level, _aliases(lines, node.names))


# Each function takes the one node type it is registered for, which no type of a dict can say.
_STATEMENTS: dict[type[ast.stmt], Callable[[Lines, Any, bool], ir.Stmt]] = {
    ast.FunctionDef: _function_or_stub,
    ast.AsyncFunctionDef: _function_or_stub,
    ast.ClassDef: _class,
    ast.Expr: _do,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augment,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Delete: _delete,
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Match: _match,
    ast.Break: _jump("break"),
    ast.Continue: _jump("continue"),
    ast.Pass: _jump("pass"),
    ast.Global: _scope,
    ast.Nonlocal: _scope,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
}
if sys.version_info >= (3, 12):
    _STATEMENTS[ast.TypeAlias] = _type_alias
