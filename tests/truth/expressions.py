"""Expressions of a script with its helpers written out: what `statements` builds on."""

from __future__ import annotations

import ast
import copy
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.truth.script import Closure, Env, Global, Known, NeedsStatements, Written, node_of

# Loop variables are named by what they hold where the script's letter says it.
SPOKEN = {"b": "book", "a": "author", "p": "parent", "q": "queryset", "t": "item", "x": "row"}


COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: lambda one, other: one == other,
    ast.NotEq: lambda one, other: one != other,
    ast.Is: lambda one, other: one is other,
    ast.IsNot: lambda one, other: one is not other,
    ast.In: lambda one, other: one in other,
    ast.NotIn: lambda one, other: one not in other,
    ast.GtE: lambda one, other: one >= other,
}


class ExpressionWriter:
    """Writes one program. `special` may answer for a call of one of the script's helpers."""

    def __init__(self, tree: ast.Module, filename: str, special: Callable[[Any, str, list[Any]], Any]) -> None:
        self.tree = tree
        self.filename = filename
        self.special = special
        self.taken: set[str] = set()
        self.pending: list[ast.stmt] = []
        self.inside = 0
        self.used: set[str] = set()
        self.kept: dict[str, ast.expr] = {}
        self.is_async = False

    # ------------------------------------------------------------------ values

    def closure(self, function: types.FunctionType) -> Closure:
        node = node_of(function, self.tree)
        names = [argument.arg for argument in node.args.args]
        values = function.__defaults__ or ()
        defaults = {name: Known(value) for name, value in zip(names[len(names) - len(values) :], values, strict=True)}
        return Closure(node, Env({}, None, function), defaults, function.__name__)

    def called(self, value: Any) -> Closure | None:
        """The function to write out where this value is called."""
        if isinstance(value, Closure):
            return value
        if isinstance(value, (Known, Global)):
            found = value.value
            if isinstance(found, types.FunctionType) and found.__code__.co_filename == self.filename:
                return self.closure(found)
        return None

    def value(self, node: ast.expr, env: Env) -> Any:
        """What an expression stands for: a value of the script if it is one, else what is to be written."""
        answer = self.special_value(node, env)
        if answer is not None:
            return answer
        match node:
            case ast.Name(id=name):
                return env.find(name)
            case ast.Lambda():
                return Closure(node, env, {p.arg: self.value(d, env) for p, d in _defaulted(node)})
            case ast.Constant(value=constant):
                return Known(constant)
            case ast.Await(value=ast.Call() as awaited):
                result = self.expression(awaited, env)
                return Written(ast.Await(result) if isinstance(result, ast.Call) else result)
            case ast.Subscript(value=ast.Tuple(elts=elements), slice=ast.Constant(value=int(index))):
                for at, element in enumerate(elements):
                    if at != index:
                        self.hoist(self.statements(element, env))
                return self.value(elements[index], env)
            case ast.Call():
                return self.call(node, env)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                decided = self.decided(test, env)
                if decided is not None:
                    return self.value(body if decided.value else orelse, env)
        return Written(self.plain(node, env))

    def special_value(self, node: ast.expr, env: Env) -> Any:
        """What the script asks of a manager or keeps for its cases, if this is such an expression."""
        match node:
            case ast.Attribute(value=base, attr=("model" | "instance") as attribute):
                return self.special(self, attribute, [self.value(base, env)])
            case ast.Call(func=ast.Subscript(value=ast.Name(id="ONE"), slice=ast.Constant(value=key)), args=[argument]):
                return self.special(self, key, [self.value(argument, env)])
            case ast.Subscript(value=ast.Name(id="EXIST"), slice=ast.Name(id=name)):
                return self.special(self, "EXIST", [env.find(name)])
            case ast.Subscript(value=ast.Name(id="ONE"), slice=ast.Constant(value=key)):
                return self.special(self, "ONE", [key])
        return None

    def decided(self, node: ast.expr, env: Env) -> Known | None:
        """The value of a test that the script itself decides."""
        match node:
            case ast.Compare(left=ast.Constant(value=key), ops=[ast.In()], comparators=[ast.Name(id="ONE")]):
                return Known(key in self.kept)
            case ast.Constant(value=constant):
                return Known(constant)
            case ast.Name() | ast.Attribute(attr="model"):
                found = self.value(node, env)
                return Known(found.value) if isinstance(found, (Known, Global)) else None
            case ast.Tuple(elts=elements):
                parts = [self.decided(element, env) for element in elements]
                return None if None in parts else Known(tuple(part.value for part in parts))
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                one, other = self.decided(left, env), self.decided(right, env)
                if one is None or other is None:
                    return None
                return Known(COMPARISONS[type(operator)](one.value, other.value))
        return None

    def residue(self, value: Any) -> ast.expr:
        """The text of a value."""
        match value:
            case Written(node=node):
                return copy.deepcopy(node)
            case Closure():
                return self.function_text(value)
            case Global() if self.called(value) is None:
                self.used.add(value.name)
                return ast.Name(value.name)
            case Known(value=None | str() | int() | bool() as constant):
                return ast.Constant(constant)
            case Known(value=type() as kind):
                self.used.add(kind.__name__)
                return ast.Name(kind.__name__)
        function = self.called(value)
        if function is not None:
            return self.function_text(function)
        if isinstance(value, Known) and isinstance(value.value, (types.BuiltinFunctionType, types.FunctionType)):
            return self.foreign_function(value.value)
        raise ValueError(f"no text for {value}")

    def foreign_function(self, function: Any) -> ast.expr:
        """`copy.deepcopy` by its module, built-in functions by their name."""
        module = function.__module__.lstrip("_")
        if module == "builtins":
            return ast.Name(function.__name__)
        self.used.add(module)
        return ast.Attribute(ast.Name(module), function.__name__)

    def function_text(self, closure: Closure) -> ast.expr:
        if not isinstance(closure.node, ast.Lambda):
            raise NeedsStatements(closure.name)
        with self.scope([argument.arg for argument in closure.node.args.args]) as names:
            env = Env({old: Written(ast.Name(new)) for old, new in names.items()}, closure.env)
            body = self.expression(closure.node.body, env)
        arguments = ast.arguments([], [ast.arg(name) for name in names.values()], None, [], [], None, [])
        return ast.Lambda(arguments, body)

    # ------------------------------------------------------------------ expressions

    def expression(self, node: ast.expr, env: Env) -> ast.expr:
        return self.residue(self.value(node, env))

    def plain(self, node: ast.expr, env: Env) -> ast.expr:
        """The node with its parts written out."""
        match node:
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self.comprehension(node, env)
            case ast.NamedExpr():
                raise NeedsStatements("walrus")
        return self.parts(node, env)

    def parts(self, node: Any, env: Env) -> Any:
        changed = {}
        for name, part in ast.iter_fields(node):
            if isinstance(part, list):
                changed[name] = [self.part(one, env) for one in part]
            else:
                changed[name] = self.part(part, env)
        return type(node)(**changed)

    def part(self, part: Any, env: Env) -> Any:
        if isinstance(part, ast.expr):
            return self.expression(part, env)
        return self.parts(part, env) if isinstance(part, (ast.keyword, ast.slice)) else part

    def comprehension(self, node: Any, env: Env) -> ast.expr:
        bound = [name.id for part in node.generators for name in ast.walk(part.target) if isinstance(name, ast.Name)]
        first = self.expression(node.generators[0].iter, env)
        with self.scope(bound) as names:
            inner = Env({old: Written(ast.Name(new)) for old, new in names.items()}, env)
            generators = [
                ast.comprehension(
                    self.target(part.target, inner),
                    first if at == 0 else self.expression(part.iter, inner),
                    [self.expression(test, inner) for test in part.ifs],
                    part.is_async,
                )
                for at, part in enumerate(node.generators)
            ]
            if isinstance(node, ast.DictComp):
                return ast.DictComp(self.expression(node.key, inner), self.expression(node.value, inner), generators)
            return type(node)(self.expression(node.elt, inner), generators)

    def target(self, node: ast.expr, env: Env) -> ast.expr:
        return self.expression(node, env)

    def call(self, node: ast.Call, env: Env) -> Any:
        function = self.value(node.func, env)
        written = self.called(function)
        if written is None:
            return Written(self.foreign_call(node, function, env))
        arguments = [self.value(argument, env) for argument in node.args]
        answer = self.special(self, written.name, arguments)
        if answer is not None:
            return answer
        inner = self.bind(written, arguments)
        if isinstance(written.node, ast.Lambda):
            return self.value(written.node.body, inner)
        match written.node.body:
            case [ast.Return(value=ast.expr() as returned)]:
                return self.value(returned, inner)
        raise NeedsStatements(written.name)

    def foreign_call(self, node: ast.Call, function: Any, env: Env) -> ast.expr:
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Name() as name]):
                attribute = self.decided(name, env)
                if attribute is not None:
                    return ast.Attribute(self.expression(owner, env), attribute.value)
        keywords = [kept for keyword in node.keywords for kept in self.keywords(keyword, env)]
        return ast.Call(self.residue(function), [self.argument(a, env) for a in node.args], keywords)

    def argument(self, node: ast.expr, env: Env) -> ast.expr:
        return self.expression(node, env)

    def keywords(self, keyword: ast.keyword, env: Env) -> Iterator[ast.keyword]:
        written = self.expression(keyword.value, env)
        match keyword.arg, written:
            case None, ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    assert isinstance(key, ast.Constant)
                    yield ast.keyword(key.value, value)
            case _:
                yield ast.keyword(keyword.arg, written)

    def bind(self, closure: Closure, arguments: list[Any]) -> Env:
        """An activation: arguments take the place of parameters, a variable holds what is used more than once."""
        parameters = [argument.arg for argument in closure.node.args.args]
        given = dict(zip(parameters, arguments, strict=False))
        names = {name: given.get(name, closure.defaults.get(name)) for name in parameters}
        for name, value in names.items():
            if isinstance(value, Written) and not _is_simple(value.node) and not _used_once(closure.node, name):
                names[name] = self.variable(name, value.node)
        return Env(names, closure.env)

    def variable(self, name: str, value: ast.expr) -> Written:
        if name == "_":
            self.hoist([ast.Expr(value)])
            return Written(ast.Name("_"))
        fresh = self.fresh(name)
        self.taken.add(fresh)
        self.hoist([ast.Assign([ast.Name(fresh)], value)])
        return Written(ast.Name(fresh))

    def hoist(self, statements: list[ast.stmt]) -> None:
        if self.inside and statements:
            raise NeedsStatements("a variable inside an expression with a scope of its own")
        self.pending.extend(statements)

    def fresh(self, name: str) -> str:
        name = SPOKEN.get(name, name)
        known = {*self.taken, *self.used}
        return next(c for c in (name, *(f"{name}{n}" for n in range(2, 99))) if c not in known)

    @contextmanager
    def scope(self, bound: list[str]) -> Iterator[dict[str, str]]:
        """Names of a comprehension or lambda."""
        names = {name: self.fresh(name) for name in bound}
        self.taken |= set(names.values())
        self.inside += 1
        try:
            yield names
        finally:
            self.inside -= 1
            self.taken -= set(names.values())


def _defaulted(node: ast.Lambda) -> list[tuple[ast.arg, ast.expr]]:
    arguments = node.args.args
    return list(zip(arguments[len(arguments) - len(node.args.defaults) :], node.args.defaults, strict=True))


def _is_simple(node: ast.expr) -> bool:
    """Can it be written twice without being done twice?"""
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.Attribute(value=value):
            return _is_simple(value)
    return False


def _used_once(node: Any, name: str) -> bool:
    """Is a parameter read exactly once for each run of the body?"""
    return _uses(node.body, name) == 1


def _uses(node: Any, name: str) -> int:
    if isinstance(node, list):
        return sum(_uses(one, name) for one in node)
    match node:
        case ast.Name(id=found):
            return int(found == name)
        case ast.Lambda():
            return 2 * _uses(node.body, name)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            first = _uses(node.generators[0].iter, name)
            return first + 2 * (
                sum(_uses(child, name) for child in ast.walk(node) if isinstance(child, ast.Name)) - first
            )
        case ast.For() | ast.AsyncFor():
            return _uses(node.iter, name) + 2 * _uses(node.body, name)
    return sum(_uses(child, name) for child in ast.iter_child_nodes(node))
