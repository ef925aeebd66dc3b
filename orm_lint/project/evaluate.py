"""A small static evaluator: what an expression of a module means, as far as that can be read off the source.

It never fails. What it does not understand is UNKNOWN, what is too much is cut off (the bounds are counts), and what a
branch decides that is not known is the union for lists and Alternatives for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from orm_lint.ir import nodes as ir
from orm_lint.project import calls, execute
from orm_lint.project.frames import MAX_LOOP, Bound, Cell, Env, Frame, Later
from orm_lint.project.modules import Module, ProjectTree
from orm_lint.project.names import ClassSymbol, External, FunctionSymbol, ModuleSymbol, Names, Symbol, ValueSymbol
from orm_lint.project.operators import as_text, is_open, items_of, operate, parent, text
from orm_lint.project.values import (
    UNKNOWN,
    Items,
    Kind,
    PathValue,
    Table,
    Unknown,
    Value,
    either,
    make_items,
    make_table,
    mapped,
    truth,
)

MAX_DEPTH = 60
MAX_STEPS = 50_000


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

    def evaluate(self, module: Module, expr: ir.Expr, scope: Sequence[ClassSymbol] = ()) -> Value:
        """The value of an expression that stands in a module, or in classes of it, the innermost first."""
        if isinstance(expr, ir.Const):
            return expr.value
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

    def class_lookup(self, symbol: ClassSymbol, name: str) -> Bound | None:
        """One attribute of a class, its bases included."""
        for owner in self.names.mro(symbol):
            if isinstance(owner, ClassSymbol) and (bound := self.force(self._class_env(owner).get(name))):
                return bound
        return None

    def class_values(self, symbol: ClassSymbol) -> Mapping[str, Bound]:
        """The attributes of a class, its bases included."""
        owners = [owner for owner in self.names.mro(symbol) if isinstance(owner, ClassSymbol)]
        cells = {name: cell for owner in reversed(owners) for name, cell in self._class_env(owner).own.items()}
        return {name: bound for name, cell in cells.items() if (bound := self.force(cell))}

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

    def value(self, frame: Frame, expr: ir.Expr) -> Value:
        """The value of an expression in a frame."""
        if isinstance(expr, ir.Const):
            return expr.value
        if self._depth >= MAX_DEPTH:
            return UNKNOWN
        self._depth += 1
        try:
            return self._value(frame, expr)
        finally:
            self._depth -= 1

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

    def _value(self, frame: Frame, expr: ir.Expr) -> Value:
        match expr:
            case ir.Name(id=name):
                return self._name(frame, name)
            case ir.Attr():
                return self._attribute(frame, expr)
            case ir.Call():
                return calls.call(self, frame, expr)
            case ir.Seq(kind="list" | "tuple" | "set" as kind, items=items):
                return self.items(frame, kind, items)
            case ir.Map(keys=keys, values=values):
                return self._table(frame, zip(keys, values, strict=True))
            case ir.Op():
                return self._operation(frame, expr)
            case ir.Index(value=value, index=index):
                return self._item(frame, value, index)
            case ir.Format(parts=parts):
                return self._format(frame, parts)
            case ir.Cond(test=test, then=then, other=other):
                decided = truth(self.value(frame, test))
                taken = (then, other) if decided is None else (then if decided else other,)
                return either(*(self.value(frame, branch) for branch in taken))
            case ir.Comp(kind="list" | "set" | "generator", value=None, clauses=(clause,)):
                return self._comprehension(frame, expr, clause)
            case ir.Bind(value=value):
                return self.value(frame, value)
        return UNKNOWN

    def items(self, frame: Frame, kind: Kind, exprs: Iterable[ir.Expr]) -> Items:
        """A display of expressions with `*unpacking`."""
        found: list[Value] = []
        is_partial = False
        for expr in exprs:
            value = self.value(frame, expr.value if isinstance(expr, ir.Star) else expr)
            if isinstance(expr, ir.Star):
                found += items_of(value)
                is_partial = is_partial or is_open(value)
            else:
                found.append(value)
        return make_items(kind, found, is_partial=is_partial)

    def _name(self, frame: Frame, name: str) -> Value:
        if bound := self.force(frame.env.get(name)):
            return bound.value
        for owner in frame.scope:
            if bound := self.force(self._class_env(owner).get(name)):
                return bound.value
        if name == "__file__":
            return PathValue(frame.module.path) if frame.module.evidence == "project" else UNKNOWN
        found = self.lookup(frame.module, name)
        return found.value if found else UNKNOWN

    def _attribute(self, frame: Frame, expr: ir.Attr) -> Value:
        match self.symbol(frame, expr.value):
            case ModuleSymbol(module):
                bound = self.lookup(module, expr.name)
                return bound.value if bound else UNKNOWN
            case ClassSymbol() as symbol:
                bound = self.class_lookup(symbol, expr.name)
                return self._member(symbol, bound.value) if bound else UNKNOWN
            case External("django.conf.settings"):
                return self.settings.get(expr.name, UNKNOWN)
            case ValueSymbol(Module(name="django.conf")):
                return self.settings.get(expr.name, UNKNOWN)
        return mapped(lambda value: _attribute_of(value, expr.name), self.value(frame, expr.value))

    def _member(self, symbol: ClassSymbol, value: Value) -> Value:
        """A class attribute; a member of Django's Choices is written as (value, label)."""
        match value:
            case Items(kind="tuple", items=(first, _)) if self._is_choices(symbol):
                return first
        return value

    def _is_choices(self, symbol: ClassSymbol) -> bool:
        return any(owner.dotted.endswith("Choices") for owner in self.names.mro(symbol)[1:])

    def _table(self, frame: Frame, pairs: Iterable[tuple[ir.Expr | None, ir.Expr]]) -> Table:
        found: list[tuple[Value, Value]] = []
        is_partial = False
        for key, expr in pairs:
            value = self.value(frame, expr)
            if key is not None:
                found.append((self.value(frame, key), value))
            elif isinstance(value, Table):
                found += value.pairs
                is_partial = is_partial or value.is_partial
            else:
                is_partial = True
        return make_table(found, is_partial=is_partial)

    def _operation(self, frame: Frame, expr: ir.Op) -> Value:
        match expr:
            case ir.Op(op="and" | "or" as op, operands=operands):
                return self._first_of(frame, op == "or", operands)
            case ir.Op(op="not", operands=(operand,)):
                decided = truth(self.value(frame, operand))
                return UNKNOWN if decided is None else not decided
            case ir.Op(op="-", operands=(operand,)):
                return operate("-", 0, self.value(frame, operand))
            case ir.Op(op=op, operands=(_, _)):
                return self._chain(frame, expr, op)
        return UNKNOWN

    def _chain(self, frame: Frame, expr: ir.Op, op: str) -> Value:
        """`a + b + c …` without a level of recursion for each operand."""
        pending: list[ir.Expr] = []
        first: ir.Expr = expr
        while isinstance(first, ir.Op) and first.op == op and len(first.operands) == 2:
            first, right = first.operands
            pending.append(right)
        value = self.value(frame, first)
        for right in reversed(pending):
            value = operate(op, value, self.value(frame, right))
        return value

    def _first_of(self, frame: Frame, wanted: bool, operands: Iterable[ir.Expr]) -> Value:
        """`a or b` (wanted is True) and `a and b`: the first operand that decides, those before it if they may."""
        possible: list[Value] = []
        value: Value = UNKNOWN
        for operand in operands:
            value = self.value(frame, operand)
            decided = truth(value)
            if decided is wanted:
                return either(*possible, value)
            if decided is None:
                possible.append(value)
        return either(*possible, value)

    def _item(self, frame: Frame, container: ir.Expr, index: ir.Expr) -> Value:
        if isinstance(container, ir.Attr) and container.name == "parents":
            value, steps = self.value(frame, container.value), self.value(frame, index)
            if isinstance(value, PathValue) and isinstance(steps, int) and 0 <= steps < MAX_DEPTH:
                return PathValue(parent(value.path, steps + 1))
            return UNKNOWN
        value = self.value(frame, container)
        if isinstance(index, ir.Slice):
            return self._slice(frame, value, index)
        key = self.value(frame, index)
        return mapped(lambda found: item_of(found, key), value)

    def _slice(self, frame: Frame, value: Value, index: ir.Slice) -> Value:
        values = [None if part is None else self.value(frame, part) for part in (index.lower, index.upper, index.step)]
        bounds = [value for value in values if value is None or isinstance(value, int)]
        if len(bounds) < len(values) or bounds[2] == 0:
            return UNKNOWN
        match value:
            case Items(kind=kind, items=items, is_partial=False):
                return make_items(kind, items[slice(*bounds)])
            case str():
                return value[slice(*bounds)]
        return UNKNOWN

    def _format(self, frame: Frame, parts: Iterable[ir.Expr]) -> Value:
        found: Value = ""
        for part in parts:
            written = mapped(_written, self.value(frame, part))
            found = operate("+", found, written)
        return text(found) if isinstance(found, str) else found

    def _comprehension(self, frame: Frame, expr: ir.Comp, clause: ir.Clause) -> Value:
        source = self.value(frame, clause.iter)
        found: list[Value] = []
        is_partial = is_open(source)
        for item in items_of(source)[:MAX_LOOP]:
            inner = Frame(frame.module, Env(parent=frame.env), frame.scope)
            execute.store(self, inner, clause.target, item)
            tests = [truth(self.value(inner, test)) for test in clause.tests]
            if False not in tests:
                found.append(self.value(inner, expr.element))
                is_partial = is_partial or None in tests
        return make_items("set" if expr.kind == "set" else "list", found, is_partial=is_partial)

    def _env_of(self, module: Module) -> Env:
        """The names of a module; those it has so far while it is being run, as an import in a circle sees it."""
        if (env := self._modules.get(module.path)) is None:
            env = self._modules[module.path] = Env()
            self._run_apart(Frame(module, env), module.summary.body)
        return env

    def _class_env(self, symbol: ClassSymbol) -> Env:
        if (env := self._classes.get(symbol.key)) is None:
            env = self._classes[symbol.key] = Env()
            self._run_apart(Frame(symbol.module, env), symbol.node.body)
        return env

    def _run_apart(self, frame: Frame, body: ir.Body) -> None:
        """Runs a body with its own count of steps."""
        steps, self._steps = self._steps, 0
        self._depth += 1
        try:
            execute.run(self, frame, body)
        finally:
            self._depth -= 1
            self._steps = steps


def item_of(container: Value, key: Value) -> Value:
    """`container[key]`."""
    match container, key:
        case Table(), _ if not isinstance(key, Unknown):
            found = container.get(key)
            return UNKNOWN if found is None and not _has_none(container, key) else found
        case Items(kind="list" | "tuple", items=items, is_partial=False), int() if -len(items) <= key < len(items):
            return items[key]
        case Items(kind="list" | "tuple", items=items), int() if 0 <= key < len(items) and UNKNOWN not in items[:key]:
            return items[key]
    return UNKNOWN


def _has_none(container: Table, key: Value) -> bool:
    return any(known == key and value is None for known, value in container.pairs)


def _attribute_of(value: Value, name: str) -> Value:
    match value, name:
        case PathValue(path=path), "parent":
            return PathValue(parent(path))
        case PathValue(path=path), "name":
            return path.rpartition("/")[2]
        case PathValue(path=path), "root":
            return PathValue(path)
        case ((str() | int()), "value"):
            return value
    return UNKNOWN


def _written(value: Value) -> Value:
    if isinstance(value, PathValue):
        return value
    found = as_text(value)
    return UNKNOWN if found is None else found
