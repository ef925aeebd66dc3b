"""What one run of the interpreter shares: the project's names and models, the memo of calls, the counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from orm_lint.interpreter.canonical import Key, Summary
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.objects import Made, QuerySet, Within
from orm_lint.interpreter.values import Value
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.orm.accessors import Accessors
from orm_lint.orm.apply import Around
from orm_lint.orm.plans import Plan
from orm_lint.project.context import LoadedContext
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.modules import Module
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

if TYPE_CHECKING:
    from orm_lint.interpreter.hooks import Anchor, CallModel, Hooks

MAX_DEPTH = 8
MAX_STEPS = 60_000
MAX_BLIND_STEPS = 5_000  # as long as an entry point has not come across any rows
MAX_PASSES = 4
HOLDING = frozenset({ir.Do, ir.Assign, ir.Return})


class Progress:
    """A call that is being run: `summary` is what is known of it so far, `used` that a deeper call asked."""

    __slots__ = ("summary", "used", "version")

    def __init__(self, summary: Summary | None) -> None:
        self.version = 0
        self.summary = summary
        self.used = False

    def tell(self, summary: Summary) -> None:
        """Deeper calls are told `summary` from now on."""
        self.summary, self.used = summary, False
        self.version += 1

    def end(self) -> None:
        """What deeper calls made of it holds no longer."""
        self.version = -1


def differs(told: Summary | None, summary: Summary) -> bool:
    """Whether a call does something else than its own recursive calls were told."""
    return told is None or (told.value, told.events, told.heap) != (summary.value, summary.events, summary.heap)


class Passing(NamedTuple):
    """What a call came to while calls around it still ran: true as long as they would tell it the same."""

    summary: Summary
    finished: list[Event]
    asked: Mapping[Progress, int]

    @property
    def holds(self) -> bool:
        return all(progress.version == version for progress, version in self.asked.items())


TRANSPARENT = ("django.", "functools.", "contextlib.", "typing.", "abc.", "asgiref.")
"""Whose decorators give a function that gives what the decorated one does; frameworks add theirs."""


class World:
    """One context of the project, and everything that has been found out about its functions."""

    def __init__(self, context: LoadedContext, models: Mapping[str, CallModel], hooks: Hooks | None = None) -> None:
        self.context = context
        self.classes = dict(hooks.classes) if hooks is not None else {}
        self._anchors = dict(hooks.anchors) if hooks is not None else {}
        self._anchored: dict[tuple[str, int], Anchor | None] = {}
        self.transparent = (*TRANSPARENT, *(hooks.transparent if hooks is not None else ()))
        self._packages = hooks.packages if hooks is not None else ()
        self.names = context.names
        self.names.is_settled = True
        self.graph = context.graph
        self.django = context.django
        self.evaluator = context.evaluator
        self.models = models
        self.accessors = Accessors(context.graph)
        self.around = Around(context.graph, self.accessors, context.django, self.manager_plan)
        self.memo: dict[Key, Summary] = {}
        self.memo_cut: dict[tuple[int, int, Key], Summary] = {}
        self.active: dict[tuple[int, Key], Progress] = {}
        self.asked: dict[Progress, int] = {}
        self.told: dict[tuple[int, Key], Summary] = {}
        self.changes = 0
        self.passing: dict[tuple[int, int, Key], Passing] = {}
        self.steps = 0
        self.charged: dict[int, Summary] = {}
        self.saw_rows = False
        self.counts: Counter[str] = Counter()
        self.causes: dict[tuple[str, int], str] = {}
        self.seen_calls: set[tuple[str, int]] = set()
        self.seen_loops: set[tuple[str, int]] = set()
        self.aside: set[Place] = set()
        self.served: set[tuple[str, int]] = set()
        self.found: dict[Event, None] = {}
        self.shown: set[object] = set()
        self.remedies: dict[Place, Remedy] = {}
        self.handlers: set[tuple[str, int]] = set()  # methods that conventions run, each on an instance of its own
        self.models_at: defaultdict[Place, set[str]] = defaultdict(set)
        self.plan_of: Callable[[str, str], Plan] | None = None
        self.prefetched: defaultdict[Within, set[Made]] = defaultdict(set)
        self._whole: dict[tuple[str, int], ir.Function] = {}
        self._yields: dict[tuple[str, int], bool] = {}
        self.globals: dict[tuple[str, str, int], Value] = {}
        self._named: dict[int, tuple[ir.Node | ir.Body, tuple[str, ...]]] = {}
        self._call_models: dict[tuple[str, int, object], CallModel | None] = {}
        self.class_values: dict[object, object] = {}
        self.modules: dict[str, Module] = {}
        self.level = 0

    def module_at(self, path: str) -> Module | None:
        """The module of a file; those that are no Python are put into `modules` by conventions."""
        tree = self.evaluator.tree
        return self.modules.get(path) or (tree.module_at(path) if tree is not None else None)

    def note_made(self, found: QuerySet) -> None:
        """Notes the model whose rows come from a place: one expression may be evaluated for several.

        A set of a row counts as made where the row was, if it was prefetched.
        """
        if found.made.module is not None and found.row is None and not found.past_prefetch:
            self.models_at[Place(found.made.module, found.made.at)].add(found.plan.model)

    def is_run(self, module: Module) -> bool:
        """Whether the code of a module is run: the project's own, and what a framework does for it."""
        return module.evidence == "project" or module.name.startswith(self._packages)

    def is_counted(self, module: Module) -> bool:
        """Whether a call of a module's code makes a way longer: how a framework divides its work says nothing."""
        return not module.name.startswith(self._packages)

    def anchor(self, symbol: ClassSymbol) -> Anchor | None:
        """Where that is reported which a framework does on behalf of a class."""
        if symbol.key not in self._anchored:
            bases = (base.dotted for base in self.names.mro(symbol) if base.dotted in self._anchors)
            nearest = next(bases, None)
            self._anchored[symbol.key] = self._anchors[nearest](self, symbol) if nearest is not None else None
        return self._anchored[symbol.key]

    def inherits(self, symbol: ClassSymbol, module: Module, at: int) -> bool:
        """Whether what stands at a place is of the class statement of an ancestor."""
        own, *others = (owner for owner in self.names.mro(symbol) if isinstance(owner, ClassSymbol))
        return any(self.states(owner, module, at) for owner in others) and not self.states(own, module, at)

    def states(self, symbol: ClassSymbol, module: Module, at: int) -> bool:
        """Whether a place is one of a class statement, the bodies of its methods included."""
        if symbol.module is not module:
            return False
        key = ("end", symbol.key)
        end = self.class_values.get(key)
        if not isinstance(end, int):
            nodes = list(walk((symbol.node,)))
            bodies = (node.extent for node in nodes if isinstance(node, ir.Function | ir.Stub))
            end = max(ir.unpack(place)[1] for place in (*(node.at for node in nodes), *bodies))
            self.class_values[key] = end
        return ir.unpack(symbol.node.at)[0] <= ir.unpack(at)[0] < end

    def start(self) -> None:
        """What is counted from one entry point to the next begins anew."""
        self.steps = 0
        self.charged.clear()
        self.saw_rows = False
        self.asked = {}
        self.passing.clear()
        self.told.clear()

    def count(self, phrase: str) -> None:
        """Counts something for `--statistics`."""
        self.counts[phrase] += 1

    def whole(self, symbol: FunctionSymbol) -> ir.Function:
        """A function with its body."""
        key = (symbol.module.path, symbol.node.at)
        if key not in self._whole:
            self._whole[key] = symbol.module.whole(symbol.node)
        return self._whole[key]

    def is_generator(self, module: Module, node: ir.Function) -> bool:
        key = (module.path, node.at)
        if key not in self._yields:
            self._yields[key] = any(
                type(found) in HOLDING and type(found.value) is ir.Yield  # type: ignore[union-attr]
                for found in statements(node.body)
            )
        return self._yields[key]

    def charge(self, summary: Summary) -> None:
        """Counts the steps that a call would have taken, had nobody run it before: each call once an entry point."""
        waiting = [summary]
        while waiting:
            known = waiting.pop()
            if id(known) not in self.charged:
                self.charged[id(known)] = known
                self.steps += known.cost
                waiting.extend(known.callees)

    def tell(self, key: tuple[int, Key], progress: Progress, summary: Summary) -> None:
        """What a call inside a recursion came to is what its recursive calls are told in the next pass."""
        if progress.used:
            self.changes += differs(progress.summary, summary)
            self.told[key] = summary

    def forget(self, count: int) -> None:
        """Drops what was noted since there were `count` notes: the recursion around it has ended."""
        while len(self.told) > count:
            self.told.popitem()

    def model_of(self, symbol: ClassSymbol) -> Model | None:
        """The model that a class is, abstract ones included."""
        return self.graph.by_symbol.get(symbol.key)

    def named(self, node: ir.Node | ir.Body) -> tuple[str, ...]:
        """The variables that a node names, in the order of the alphabet."""
        known = self._named.get(id(node))
        if known is None:
            names = tuple(sorted({found.id for found in walk(node) if type(found) is ir.Name}))
            known = self._named[id(node)] = (node, names)  # the node is kept, so that no other gets its id
        return known[1]

    def model_of_call(self, symbol: FunctionSymbol) -> CallModel | None:
        """What is known of a function that is not run itself."""
        key = (symbol.module.path, symbol.node.at, symbol.owner.key if symbol.owner is not None else None)
        if key not in self._call_models:
            self._call_models[key] = self.models.get(symbol.dotted)
        return self._call_models[key]

    def manager_plan(self, label: str, which: str) -> Plan:
        """The plan of a model's default or base manager."""
        assert self.plan_of is not None
        return self.plan_of(label, which)
