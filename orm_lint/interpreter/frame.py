"""One activation: a function being run, the loops around the statement that runs, and what has happened so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from orm_lint.interpreter.events import MAX_EVENTS, Event, Stop
from orm_lint.interpreter.facts import Doubt
from orm_lint.interpreter.objects import Made, Object, QuerySet, Row
from orm_lint.interpreter.state import State, join
from orm_lint.interpreter.text import text_of
from orm_lint.interpreter.values import HERE, Nest, Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Place
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

if TYPE_CHECKING:
    from orm_lint.interpreter.canonical import Summary
    from orm_lint.interpreter.world import World


class Jumps:
    """Where the paths of one loop go that do not reach the end of its body."""

    __slots__ = ("breaks", "continues")

    def __init__(self) -> None:
        self.breaks: list[State] = []
        self.continues: list[State] = []


class Frame:
    """An activation of a function (or of an expression of a module, which is run like one)."""

    def __init__(
        self,
        world: World,
        module: Module,
        owner: ClassSymbol | None = None,
        receiver: Value | None = None,
        is_async: bool = False,
        depth: int = 0,
    ) -> None:
        self.world = world
        self.module = module
        self.owner = owner
        self.receiver = receiver
        self.behalf: ClassSymbol | None = None
        self.cause: Stop | None = None
        self.is_async = is_async
        self.depth = depth
        self.exec: Nest = (HERE,)
        self.calls: tuple[Stop, ...] = ()
        self.events: list[Event] = []
        self.index: dict[tuple[object, ...], int] = {}
        self.touched: set[int] = set()
        self.finished: list[Event] = []
        self.uses: dict[int, set[str]] = {}
        self.ids: dict[tuple[object, ...], int] = {}
        self.next_id = 0
        self.returns: list[tuple[Value, State]] = []
        self.raises: list[State] = []
        self.jumps: list[Jumps] = []
        self.yielded: Ref | None = None
        self.inline_depth = 0
        self.inlined: list[int] = []
        self.bound: dict[str, Nest] = {}
        self.picked: dict[object, dict[int, QuerySet]] = {}
        self.outer_uses: set[tuple[int, str]] = set()
        self.is_apart = False
        self.memo_guard = 0
        self.unsure = 0
        self.doubts: frozenset[Doubt] = frozenset()
        self.sought: frozenset[int] = frozenset()
        self.first_only = False
        self.callees: list[Summary] = []
        self.own_steps = 0
        self.height = 0
        self.is_cut = False
        self.is_spent = False
        self.is_outer = False
        self.saw_rows = False
        self.waits = False

    def number(self, *key: object) -> int:
        """The number of the object that a node makes in a nest of loops: the same in each pass."""
        found = self.ids.get(key)
        if found is None:
            found = self.ids[key] = self.next_id
            self.next_id += 1
        return found

    def make(self, state: State, key: tuple[object, ...], made: Object) -> Ref:
        """Puts an object into the heap under the number of its key."""
        number = self.number(self.module.path, self.exec, *key)
        state.heap[number] = made
        if type(made) is QuerySet:
            self.world.note_made(made)
        if not self.saw_rows and (type(made) is QuerySet or type(made) is Row):
            self.saw_rows = self.world.saw_rows = True
        return Ref(number)

    def pick(self, state: State, key: tuple[object, ...], source: QuerySet, row: Row) -> Ref:
        """The row at an index of an evaluated queryset: the same object as long as both stay what they are."""
        number = self.number(self.module.path, self.exec, *key)
        known = self.picked.setdefault(key[1], {})
        if known.get(number) is not source or number not in state.heap:
            known[number], state.heap[number] = source, row
        return Ref(number)

    def rebind(self, state: State, name: str) -> None:
        """A variable holds something else from here on."""
        self.bound[name] = self.exec  # whatever its value, it may be another one in each iteration
        for number in self.picked.get(name, ()):
            state.heap.pop(number, None)

    def merge_number(self, left: int, right: int) -> int:
        return self.number("merged", left, right)

    def join(self, *states: State | None) -> State | None:
        result: State | None = None
        for state in states:
            result = join(result, state, self.merge_number)
        return result

    def stop(self, node: ir.Node, at: int | None = None) -> Stop:
        """The place of a node with its text."""
        return Stop(self.module, node.at if at is None else at, text_of(node))

    def made(self, node: ir.Node) -> Made:
        """Where rows come from that are made here: in code of a framework, from what a class of the project says."""
        known = None
        if self.module.evidence != "project" and self.behalf is not None:
            known = self.made_for(self.behalf)
        return known or Made(self.module, token_of(node))

    def made_for(self, symbol: ClassSymbol) -> Made | None:
        """Where rows come from that a framework makes for a class; None if no convention says so."""
        anchor = self.world.anchor(symbol)
        if anchor is None:
            return None
        if anchor.remedy is not None:
            self.world.remedies.setdefault(Place(anchor.rows.module, anchor.rows.at), anchor.remedy)
        return Made(anchor.rows.module, anchor.rows.at)

    def record(self, state: State, event: Event) -> int:
        """Notes that something happened on this path; gives the event's number."""
        if self.calls and event.place is None:
            event = replace(event, calls=(*self.calls, *event.calls))
        if self.cause is not None and event.cause is None and event.place is None:
            event = replace(event, cause=self.cause)
        if self.unsure:
            event = replace(event, doubts=event.doubts | {"unknown"})
        if self.doubts and event.place is None:
            event = replace(event, doubts=event.doubts | self.doubts)
        if self.memo_guard:
            event = replace(event, doubts=event.doubts | {"memo"})
        key = event.identity
        number = self.index.get(key)
        if number is None:
            number = len(self.events)
            if number >= MAX_EVENTS:
                self.world.count("cut: more than 400 events in a function")
                return -2
            self.index[key] = number
            self.events.append(event)
        else:
            known = self.events[number]
            deeper = tuple(dict.fromkeys((*known.deeper, *event.deeper)))
            event = replace(event, deeper=deeper, conditions=min(known.conditions, event.conditions))
            self.events[number] = event
        state.trail |= 1 << number
        state.sure |= 1 << number
        self.touched.add(number)
        return number


def token_of(node: ir.Node) -> int:
    """Where a finding about a node points: the attribute token of a call chain, as all its calls start together."""
    match node:
        case ir.Call(func=ir.Attr(at=at) | ir.Name(at=at)):
            return at
    return node.at
