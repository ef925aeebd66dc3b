"""What `--statistics` says about the interpreter: how much of what looks like a queryset it knows the model of.

All functions of the linted files are lowered for it, so nothing here runs unless somebody asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct, field

from orm_lint.interpreter.call_values import SHAPED
from orm_lint.interpreter.entries import functions, project_module
from orm_lint.interpreter.hooks import Hooks
from orm_lint.interpreter.run import run_context
from orm_lint.interpreter.text import text_of
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.modules import Module
from orm_lint.project.project import Project

Spot: TypeAlias = tuple[str, int]
"""The path of a file and a packed place in it."""

NOT_ITERATED = frozenset("get_or_create update_or_create bulk_create aggregate in_bulk exists".split())
ITERATED = SHAPED - NOT_ITERATED | frozenset(
    "all iterator aiterator reverse union intersection difference using alias extra dates datetimes raw".split()
)
SHOWN_CAUSES = 20
NOT_RUN = "in a function that nothing runs"
NOT_REACHED = "on a path that no run came past"


class Seen(Struct):
    """Calls and loops that look like a queryset's, each with its text; which are known, and why others are not."""

    calls: dict[Spot, str] = field(default_factory=dict)
    loops: dict[Spot, str] = field(default_factory=dict)
    known_calls: set[Spot] = field(default_factory=set)
    known_loops: set[Spot] = field(default_factory=set)
    causes: dict[Spot, str] = field(default_factory=dict)


def statistics(project: Project, hooks: Hooks | None = None) -> dict[str, int]:
    """Counts by phrase. The interpreter runs once more for it: what it saw on the way is not kept otherwise."""
    worlds = [run_context(project, context, hooks or Hooks()) for context in project.contexts]
    found = seen_in(project, worlds)
    counts = {
        "calls like a queryset's": len(found.calls),
        "calls like a queryset's with a known model": len(found.known_calls),
        "loops over what looks like a queryset": len(found.loops),
        "loops over what looks like a queryset, with known rows": len(found.known_loops),
    }
    framework = Counter[str]()
    for world in worlds if hooks is not None else ():
        for count in hooks.seen if hooks is not None else ():
            framework.update(count(world, tuple(_modules(project, world))))
    cuts: Counter[str] = Counter()
    for world in worlds:
        cuts.update({phrase: count for phrase, count in world.counts.items() if phrase.startswith("cut: ")})
    causes = Counter(f"no known model: {cause}" for cause in found.causes.values())
    common = sorted(causes.items(), key=lambda item: (-item[1], item[0]))[:SHOWN_CAUSES]
    return {**counts, **framework, **dict(sorted(cuts.items())), **dict(common)}


def seen_in(project: Project, worlds: Iterable[World]) -> Seen:
    """What the worlds of a project's contexts saw, beside all that there is in the functions of linted files."""
    found = Seen()
    for world in worlds:
        for function, path in _functions(project, world):
            _look(found, world, function, path)
    for spot in found.known_calls:
        found.causes.pop(spot, None)
    return found


def _functions(project: Project, world: World) -> Iterator[tuple[ir.Function, str]]:
    for module in _modules(project, world):
        for symbol in functions(world, module):
            yield world.whole(symbol), module.path


def _modules(project: Project, world: World) -> Iterator[Module]:
    for path in sorted({*project.tree.linted, *project.reader.overlay}):
        if path.endswith(".py") and world.context.context.owns(path):
            module = project_module(world.context, path)
            if module is not None:
                yield module


def _look(found: Seen, world: World, function: ir.Function, path: str) -> None:
    """Adds what one function holds. What any context knows is known."""
    calls = {(path, at): text for at, text in shaped(function)}
    loops = {(path, node.at): text_of(node) for node in iterables(function)}
    found.calls |= calls
    found.loops |= loops
    found.known_calls |= world.seen_calls & calls.keys()
    found.known_loops |= world.seen_loops & loops.keys()
    missing = NOT_REACHED if any(spot in world.seen_calls or spot in world.causes for spot in calls) else NOT_RUN
    for spot in calls.keys() - found.known_calls:
        found.causes[spot] = world.causes.get(spot) or found.causes.get(spot) or missing


def shaped(function: ir.Function) -> Iterator[tuple[int, str]]:
    """Place and text of the calls `x.filter(…)` and of other methods that hardly anything but a queryset has."""
    for node in walk(function.body):
        match node:
            case ir.Call(func=ir.Attr(at=at, name=name)) if name in SHAPED:
                yield at, text_of(node)


def iterables(function: ir.Function) -> Iterator[ir.Expr]:
    """What the loops and comprehensions of a function run over, where that is written like a queryset."""
    assigned = {
        target.id
        for node in walk(function.body)
        if isinstance(node, ir.Assign) and node.value is not None and _is_iterated(node.value)
        for target in node.targets
        if isinstance(target, ir.Name)
    }
    for node in walk(function.body):
        if isinstance(node, ir.For | ir.Clause):
            iterable = node.iter
            if _is_iterated(iterable) or (isinstance(iterable, ir.Name) and iterable.id in assigned):
                yield iterable


def _is_iterated(node: ir.Expr) -> bool:
    """`rows.all()`, also sliced; `values()` without arguments is more often that of a dict."""
    if isinstance(node, ir.Index) and isinstance(node.index, ir.Slice):
        node = node.value
    if not isinstance(node, ir.Call) or not isinstance(node.func, ir.Attr):
        return False
    return node.func.name in ITERATED or (node.func.name == "values" and bool(node.args or node.keywords))
