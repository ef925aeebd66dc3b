"""Writes the lambdas of a truth table script out as plain statements.

The script names its cases by small helpers: `each(B().select_related(rel), f)`. A reader, human or linter, wants
the loop itself. So a call of a helper is replaced by the helper's body, parameters by their arguments, names bound to
constants by the constants; what is left is a program over the models alone.
"""

from __future__ import annotations

import ast
from typing import Any

from tests.truth.expressions import ExpressionWriter
from tests.truth.script import Closure, Env, Known, NeedsStatements, Written


class Writer(ExpressionWriter):
    """Writes one program."""

    def statements(self, node: ast.expr, env: Env) -> list[ast.stmt]:
        """An expression that is evaluated for its effects, as statements."""
        outer, self.pending = self.pending, []
        inside, self.inside = self.inside, 0
        try:
            written = self.as_statements(node, env)
            return [*self.pending, *written]
        finally:
            self.pending, self.inside = outer, inside

    def as_statements(self, node: ast.expr, env: Env) -> list[ast.stmt]:
        match node:
            case ast.Tuple(elts=elements):
                return [statement for element in elements for statement in self.statements(element, env)]
            case ast.Call(func=ast.Name(id="setattr"), args=[owner, ast.Constant(value=name), value]):
                return [ast.Assign([ast.Attribute(self.expression(owner, env), name)], self.expression(value, env))]
            case ast.Call(func=ast.Attribute(value=ast.Name(id="ONE")), args=[ast.Constant(value=key), value]):
                self.kept[key] = self.expression(value, env)
                return []
            case ast.Call():
                written = self.called(self.value(node.func, env))
                if written is not None:
                    return self.inlined(written, node, env)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.choice(test, body, orelse, env)
            case ast.ListComp(
                elt=ast.Call(func=ast.Name(id=name)) as call, generators=[ast.comprehension(ifs=[]) as part]
            ) if self.called(env.find(name)):
                return self.loop(part.target, part.iter, [ast.Expr(call)], env)
        return self.last(self.value(node, env))

    def last(self, value: Any) -> list[ast.stmt]:
        if isinstance(value, Known) and value.value is None:
            return []
        written = self.residue(value)
        return [] if isinstance(written, ast.Constant) else [ast.Expr(written)]

    def choice(self, test: ast.expr, body: ast.expr, orelse: ast.expr, env: Env) -> list[ast.stmt]:
        decided = self.decided(test, env)
        if decided is not None:
            return self.statements(body if decided.value else orelse, env)
        condition = self.expression(test, env)
        return [ast.If(condition, self.statements(body, env) or [ast.Pass()], self.statements(orelse, env))]

    def inlined(self, closure: Closure, node: ast.Call, env: Env) -> list[ast.stmt]:
        arguments = [self.value(argument, env) for argument in node.args]
        answer = self.special(self, closure.name, arguments)
        if answer is not None:
            return self.last(answer)
        inner = self.bind(closure, arguments)
        if isinstance(closure.node, ast.Lambda):
            return self.statements(closure.node.body, inner)
        return self.block(closure.node.body, inner)

    def block(self, body: list[ast.stmt], env: Env) -> list[ast.stmt]:
        written: list[ast.stmt] = []
        for statement in body:
            outer, self.pending = self.pending, []
            done = self.statement(statement, env)
            written += [*self.pending, *done]
            self.pending = outer
        return written

    def statement(self, node: ast.stmt, env: Env) -> list[ast.stmt]:
        match node:
            case ast.Expr(value=value) | ast.Return(value=ast.expr() as value):
                return self.statements(value, env)
            case ast.Pass():
                return []
            case ast.ImportFrom():
                for alias in node.names:
                    env.names[alias.asname or alias.name] = Written(ast.Name(alias.asname or alias.name))
                return [node]
            case ast.For(target=target, iter=rows, body=body) | ast.AsyncFor(target=target, iter=rows, body=body):
                return self.loop(target, rows, body, env, type(node))
            case ast.If(test=test, body=body, orelse=orelse):
                decided = self.decided(test, env)
                assert decided is not None
                return self.block(body if decided.value else orelse, env)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return self.assignment(name, value, env)
            case ast.Assign(targets=[target], value=value):
                return [ast.Assign([self.expression(target, env)], self.expression(value, env))]
            case ast.With(items=items, body=body):
                held = [ast.withitem(self.expression(item.context_expr, env)) for item in items]
                return [ast.With(held, self.block(body, env))]
            case ast.Try(body=body, handlers=[ast.ExceptHandler(type=kind)]):
                handler = ast.ExceptHandler(self.expression(kind, env), None, [ast.Pass()])
                return [ast.Try(self.block(body, env), [handler], [], [])]
        raise NeedsStatements(ast.dump(node)[:80])

    def assignment(self, name: str, value: ast.expr, env: Env) -> list[ast.stmt]:
        written = self.expression(value, env)
        if name == "qs":  # the chain that the script builds step by step
            env.names[name] = Written(written)
            return []
        fresh = self.fresh(name)
        self.taken.add(fresh)
        env.names[name] = Written(ast.Name(fresh))
        return [ast.Assign([ast.Name(fresh)], written)]

    def loop(
        self, target: ast.expr, rows: ast.expr, body: list[ast.stmt], env: Env, kind: type = ast.For
    ) -> list[ast.stmt]:
        iterated = self.expression(rows, env)
        name = self.loop_name(target, body, env)
        self.taken.add(name)
        assert isinstance(target, ast.Name)
        inner = Env({target.id: Written(ast.Name(name))}, env)
        return [kind(ast.Name(name), iterated, self.block(body, inner) or [ast.Pass()], [])]

    def loop_name(self, target: ast.expr, body: list[ast.stmt], env: Env) -> str:
        """`for x in rows: f(x)` takes the name that `f` gives to its row."""
        assert isinstance(target, ast.Name)
        match body:
            case [ast.Expr(value=ast.Call(func=ast.Name(id=function), args=[ast.Name()]))]:
                called = self.called(env.find(function))
                if called is not None and called.node.args.args[0].arg != "_":
                    return self.fresh(called.node.args.args[0].arg)
        return self.fresh(target.id)
