"""What hangs on a request: the user, and what the project's middleware and decorators assign to it.

`request.shop = Shop.objects.get(…)` stands in one place and `request.shop` is read in hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from orm_lint.interpreter.calls import run_body
from orm_lint.interpreter.canonical import NO_ARGUMENTS, Key, Replay, Summary
from orm_lint.interpreter.entries import functions, words_of
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import join_values
from orm_lint.interpreter.objects import NOBODY, Instance, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.summaries import standing
from orm_lint.interpreter.values import Plain, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.modules import Module
from orm_lint.project.project import Project
from orm_lint.project.symbols import ClassSymbol

REQUEST = "django.http.request.HttpRequest"
NAME = "request"
USER = "user"
ASSIGNED = re.compile(rb"\brequest\.(\w+)\s*=(?!=)")
SENT = frozenset({"POST", "FILES"})
MOST = 6
KEY = "requests"

Hits = dict[str, list[tuple[str, int]]]


class Setter(Struct, frozen=True):
    """A function that assigns an attribute of its parameter `request`."""

    module: Module
    function: ir.Function
    owner: ClassSymbol | None


def note_requests(project: Project, world: World) -> None:
    """Remembers where the project's files assign attributes of a request; what is assigned is found out when asked."""
    hits: Hits = {}
    for path in sorted({*project.tree.linted, *project.reader.overlay}):
        data = words_of(project, path) if path.endswith(".py") and world.context.context.owns(path) else None
        for found in ASSIGNED.finditer(data or b""):
            hits.setdefault(found[1].decode(), []).append((path, found.start()))
    world.class_values[KEY] = hits


def request_of(frame: Frame, state: State, node: ir.Node) -> Value:
    """The request that a view is called with."""
    symbol = frame.world.names.follow(frame.world.names.dotted(REQUEST))
    if not isinstance(symbol, ClassSymbol):
        return Unknown("parameter")
    return frame.make(state, (NAME, node.at), Instance(symbol, ()))


def is_request(frame: Frame, symbol: ClassSymbol) -> bool:
    """Whether a class is Django's request, or one that derives from it."""
    return frame.world.names.descends_from(symbol, frozenset({REQUEST}))


def attribute_of_request(frame: Frame, state: State, name: str, node: ir.Node) -> Value | None:
    """What `request.name` is; None if nobody assigns it."""
    values = [_run(frame, state, setter, name) for setter in _setters(frame.world, name)]
    known = join_values(frame, state, *(value for value in values if type(value) is not Unknown))
    if known is None and name == USER:
        return _user(frame, state, node)
    return Plain((), "rows") if known is None and name in SENT else known


def _user(frame: Frame, state: State, node: ir.Node) -> Value | None:
    model = frame.world.graph.get(frame.world.context.settings.auth_user_model)
    if model is None:
        return None
    load = frame.world.manager_plan(model.label, "default").load  # as `ModelBackend.get_user` asks for it
    row = Row(model.label, load, (), NOBODY, model.label, is_one=True, doubts=frozenset({"annotation"}))
    return frame.make(state, (USER, node.at), row)


def _setters(world: World, name: str) -> tuple[Setter, ...]:
    key = (KEY, name)
    known = world.class_values.get(key)
    if not isinstance(known, tuple):
        hits = world.class_values.get(KEY)
        places = hits.get(name, ()) if isinstance(hits, dict) else ()
        known = world.class_values[key] = tuple(
            setter for path, offset in places[:MOST] for setter in _around(world, path, offset)
        )
    return known


def _around(world: World, path: str, offset: int) -> Iterator[Setter]:
    """The innermost function with a parameter `request` around a place."""
    module = world.module_at(path)
    for symbol in functions(world, module) if module is not None else ():
        if not _holds(symbol.node.extent, offset):
            continue
        whole = world.whole(symbol)
        inside = [node for node in walk(whole) if isinstance(node, ir.Function) and _holds(node.extent, offset)]
        with_request = [node for node in inside if any(param.name == NAME for param in node.params)]
        if with_request and module is not None:
            yield Setter(module, with_request[-1], symbol.owner)


def _holds(extent: int, offset: int) -> bool:
    start, end = ir.unpack(extent)
    return start <= offset < end


def _run(frame: Frame, state: State, setter: Setter, name: str) -> Value | None:
    """Runs a function on a request of which nothing is known, for what it leaves there."""

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        inner.owner, inner.exec = setter.owner, ()  # once a request, wherever it is asked for
        start = State({param.name: Unknown("parameter") for param in setter.function.params}, {})
        request = start.env[NAME] = request_of(inner, start, setter.function)
        _, end = run_body(inner, start, setter.function.body)
        held = end.heap.get(request.id) if end is not None and isinstance(request, Ref) else None
        return (held.attrs.get(name) if isinstance(held, Instance) else None), end

    key = Key(("request", setter.module.path, setter.function.at, name))
    summary = standing(frame, key, setter.module, run)
    if summary is None or summary.value is None:
        return None
    kept = Summary(summary.value, summary.heap, (), summary.size)
    return Replay(frame, state, NO_ARGUMENTS, kept, Stop(setter.module, setter.function.at, name)).run(None)
