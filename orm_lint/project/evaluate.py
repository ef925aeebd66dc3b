"""A small static evaluator: what an expression of a module means, as far as that can be read off the source.

It never fails. What it does not understand is UNKNOWN, what is too much is cut off (the bounds are counts), and what a
branch decides that is not known is the union for lists and Alternatives for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from orm_lint.ir import nodes as ir
from orm_lint.project import execute, expressions
from orm_lint.project.frames import Bound, Cell, Env, Frame, Later
from orm_lint.project.functions import Arguments, Named
from orm_lint.project.modules import Module, ProjectTree
from orm_lint.project.names import Names
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, ModuleSymbol, Symbol
from orm_lint.project.values import UNKNOWN, Items, Kind, Table, Value, either

MAX_DEPTH = 60
MAX_STEPS = 20_000
MAX_VALUES = 200_000
ITEMS_PER_STEP = 100


def evaluate(names: Names, module: Module, expr: ir.Expr, scope: Sequence[ClassSymbol] = ()) -> Value:
    """The value of one expression. Who asks more than once keeps an Evaluator, which remembers the modules it ran."""
    return Evaluator(names).evaluate(module, expr, scope)


class Evaluator:
    """Evaluates expressions and runs the top level of modules and classes, each once.

    `tree` serves includes by path. `settings` may be set once they are read: it answers `settings.NAME`.
    """

    def __init__(self, names: Names, tree: ProjectTree | None = None) -> None:
        self.names = names
        self.tree = tree
        self.settings: Mapping[str, Value] = {}
        self._modules: dict[str, Env] = {}
        self._classes: dict[tuple[str, int], Env] = {}
        self._depth = 0
        self._steps = 0
        self._values = 0

    def evaluate(self, module: Module, expr: ir.Expr, scope: Sequence[ClassSymbol] = ()) -> Value:
        """The value of an expression that stands in a module, or in classes of it, the innermost first."""
        if isinstance(expr, ir.Const):
            return expr.value
        if self._depth == 0:
            self._steps = self._values = 0
        return self.value(Frame(module, Env(), tuple(scope)), expr)

    def module_values(self, module: Module) -> Mapping[str, Bound]:
        """The names that a module holds after it ran, those from star imports and named imports included."""
        return {name: bound for name, cell in self.cells(module).items() if (bound := self.force(cell))}

    def lookup(self, module: Module, name: str) -> Bound | None:
        """One name of a module after it ran; None for what is no value: classes, functions, modules."""
        return self.force(self._env_of(module).get(name))

    def cells(self, module: Module) -> Mapping[str, Cell]:
        """The names of a module as they were bound, imports not yet followed."""
        return self._env_of(module).own

    def class_lookup(self, symbol: ClassSymbol, name: str, above: ClassSymbol | None = None) -> Bound | None:
        """One attribute of a class, its bases and properties included; only of the bases behind `above`, if given."""
        owners = [owner for owner in self.names.mro(symbol) if isinstance(owner, ClassSymbol)]
        for owner in owners[owners.index(above) + 1 :] if above in owners else owners:
            if bound := self.force(self.class_env(owner).get(name)) or self._property(symbol, owner, name):
                return bound
        return None

    def call(
        self, function: FunctionSymbol, arguments: Arguments, named: Named, instance: ClassSymbol | None = None
    ) -> Value:
        """What a function of the project returns; `arguments` hold no `self`. UNKNOWN for generators and coroutines."""
        node, module = function.node, function.module
        if node.is_async or module.evidence != "project" or not self.step():
            return UNKNOWN
        frame = Frame(module, Env(), (function.owner,) if function.owner else (), instance, [])
        whole = module.whole(node)
        body = whole.body
        params = whole.params[1:] if instance else whole.params
        for index, param in enumerate(params):
            frame.env.own[param.name] = Bound(
                self._argument(function, param, index, arguments, named), module, param.at
            )
        self._depth += 1
        try:
            ended = execute.run(self, frame, body)
        finally:
            self._depth -= 1
        if not frame.returned or any(map(_yields, statements(body))):
            return UNKNOWN
        return either(*frame.returned) if ended else either(*frame.returned, None)

    def _argument(
        self, function: FunctionSymbol, param: ir.Param, index: int, arguments: Arguments, named: Named
    ) -> Value:
        if param.kind in ("", "/") and index < len(arguments):
            return arguments[index]
        if param.name in named and param.kind in ("", "k"):
            return named[param.name]
        if param.default is None or param.kind in ("*", "**"):
            return UNKNOWN
        return self.value(Frame(function.module, Env()), param.default)

    def _property(self, symbol: ClassSymbol, owner: ClassSymbol, name: str) -> Bound | None:
        for binding in self.names.members(owner).names.get(name, ()):
            if isinstance(binding, ir.Function | ir.Stub) and any(map(_is_property, binding.decorators)):
                value = self.call(FunctionSymbol(owner.module, binding, owner), (), {}, symbol)
                return Bound(value, owner.module, binding.at)
        return None

    def run(self, module: Module, body: ir.Body, around: Env | None = None) -> Frame:
        """Runs statements in a new scope of a module and gives the frame they leave behind."""
        frame = Frame(module, Env(parent=around))
        execute.run(self, frame, body)
        return frame

    def force(self, cell: Cell) -> Bound | None:
        """The value of a cell, followed through imports."""
        for _ in range(MAX_DEPTH):
            if not isinstance(cell, Later):
                return cell
            cell = self._env_of(cell.module).get(cell.name)
        return None

    def step(self) -> bool:
        """Counts a statement; False if enough were run."""
        self._steps += 1
        return self._steps < MAX_STEPS and self._depth < MAX_DEPTH

    def spend(self, value: Value) -> None:
        """Counts the making of a container: one that a program lets grow item by item is copied each time."""
        if isinstance(value, Items | Table):
            self._steps += value.size // ITEMS_PER_STEP

    def value(self, frame: Frame, expr: ir.Expr) -> Value:
        """The value of an expression in a frame."""
        if isinstance(expr, ir.Const):
            return expr.value
        self._values += 1
        if self._depth >= MAX_DEPTH or self._values > MAX_VALUES:
            return UNKNOWN
        self._depth += 1
        try:
            return expressions.value_of(self, frame, expr)
        except RecursionError:  # who called was deep already
            return UNKNOWN
        finally:
            self._depth -= 1

    def items(self, frame: Frame, kind: Kind, exprs: Iterable[ir.Expr]) -> Items:
        """A display of expressions, or the arguments of a call, with `*unpacking`."""
        return expressions.display(self, frame, kind, exprs)

    def symbol(self, frame: Frame, expr: ir.Expr) -> Symbol | None:
        """What an expression names, with `Alias = original` followed."""
        return self.names.follow(self.names.resolve(frame.module, expr, frame.scope))

    def dotted(self, frame: Frame, expr: ir.Expr) -> str | None:
        """The dotted name of what an expression names; a name that nothing binds is taken for a builtin."""
        match self.symbol(frame, expr):
            case External() | FunctionSymbol() | ClassSymbol() | ModuleSymbol() as symbol:
                return symbol.dotted
            case None if isinstance(expr, ir.Name):
                return expr.id
        return None

    def _env_of(self, module: Module) -> Env:
        """The names of a module; those it has so far while it is being run, as an import in a circle sees it."""
        if (env := self._modules.get(module.path)) is None:
            env = self._modules[module.path] = Env()
            self._run_apart(Frame(module, env), module.summary.body)
        return env

    def class_env(self, symbol: ClassSymbol) -> Env:
        if (env := self._classes.get(symbol.key)) is None:
            env = self._classes[symbol.key] = Env()
            self._run_apart(Frame(symbol.module, env), symbol.node.body)
        return env

    def _run_apart(self, frame: Frame, body: ir.Body) -> None:
        """Runs a body with its own count of steps."""
        steps, self._steps = self._steps, 0
        values, self._values = self._values, 0
        self._depth += 1
        try:
            execute.run(self, frame, body)
        finally:
            self._depth -= 1
            self._steps = steps
            self._values = values


def _yields(statement: ir.Stmt) -> bool:
    return isinstance(statement, ir.Do | ir.Assign) and isinstance(statement.value, ir.Yield)


def _is_property(decorator: ir.Expr) -> bool:
    return isinstance(decorator, ir.Name | ir.Attr) and (
        decorator.id if isinstance(decorator, ir.Name) else decorator.name
    ) in ("property", "cached_property", "classproperty")
