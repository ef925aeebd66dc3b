"""The state of a run at one point: variables, heap, and the events on the way. States are joined towards silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

import msgspec

from orm_lint.interpreter.objects import NOBODY, Box, Instance, Made, Object, QuerySet, Row
from orm_lint.interpreter.values import Const, Plain, Ref, Size, Value, either, options
from orm_lint.orm.apply import joined
from orm_lint.orm.plans import Load, Plan

K = TypeVar("K")
V = TypeVar("V")
RETURNED = "$return"
ORDER: tuple[Size | None, ...] = (None, "bounded", "unknown", "rows")

Allocate = Callable[[int, int], int]


class State:
    """Variables and heap; `trail` has a bit for each event that happened on some way here, `sure` on all of them."""

    __slots__ = ("env", "heap", "sure", "trail")

    def __init__(self, env: dict[str, Value], heap: dict[int, Object], trail: int = 0, sure: int = 0) -> None:
        self.env = env
        self.heap = heap
        self.trail = trail
        self.sure = sure

    def copy(self) -> State:
        return State(dict(self.env), dict(self.heap), self.trail, self.sure)

    def held(self, value: Value | None) -> Object | None:
        """The object that a value refers to."""
        return self.heap.get(value.id) if type(value) is Ref else None

    def become(self, other: State) -> None:
        """Takes over another state; what holds this one sees it."""
        self.env, self.heap, self.trail, self.sure = other.env, other.heap, other.trail, other.sure


class Joiner:
    """Joins two states; objects that are merged get a number of their own from `allocate`."""

    def __init__(self, left: State, right: State, allocate: Allocate) -> None:
        self.left = left
        self.right = right
        self.allocate = allocate
        self.heap: dict[int, Object] = {}
        self._busy: set[tuple[int, int]] = set()

    def run(self) -> State:
        left, right = self.left, self.right
        self.heap = {**right.heap, **left.heap}
        for number in different(left.heap, right.heap):
            here = left.heap.get(number)
            if here is not None:
                merged = self.merged(here, right.heap[number])
                self.heap[number] = here if merged is None else merged
        env = dict(left.env)
        for name in different(left.env, right.env):
            mine, value = env.get(name), right.env[name]
            env[name] = value if mine is None else self.values(mine, value)
        return State(env, self.heap, left.trail | right.trail, left.sure & right.sure)

    def values(self, left: Value, right: Value) -> Value:
        """One value for two; rows, querysets and containers of the same kind become one object."""
        if left is right:
            return left
        if left == right and (type(left) is not Const or left.identity == right.identity):  # type: ignore[union-attr]
            return left
        mine, found = list(options(left)), []
        for value in options(right):
            for index, known in enumerate(mine):
                if (both := self._merged_reference(known, value)) is not None:
                    mine[index] = both
                    break
            else:
                found.append(value)
        return either(*mine, *found)

    def _merged_reference(self, left: Value, right: Value) -> Ref | None:
        if type(left) is not Ref or type(right) is not Ref or left == right:
            return left if left == right and type(left) is Ref else None
        key = (left.id, right.id)
        number = self.allocate(*key)
        if key in self._busy:
            return Ref(number)
        here, there = self.left.heap.get(left.id), self.right.heap.get(right.id)
        if here is None or there is None or not mergeable(here, there):
            return None
        self._busy.add(key)
        if (merged := self.merged(here, there)) is None:
            return None
        self.heap[number] = merged
        return Ref(number)

    def merged(self, left: Object, right: Object) -> Object | None:
        """One object for two of the same kind; None where nothing can stand for both."""
        if left == right:
            return left
        match left, right:
            case QuerySet(), QuerySet() if mergeable(left, right):
                return self._querysets(left, right)
            case Row(), Row() if left.model == right.model:
                return self._rows(left, right)
            case Box(), Box() if left.kind == right.kind:
                return self._boxes(left, right)
            case Instance(), Instance() if left.symbol.key == right.symbol.key:
                return msgspec.structs.replace(
                    left, attrs=self._attrs(left.attrs, right.attrs), is_open=left.is_open or right.is_open
                )
        return None

    def _querysets(self, left: QuerySet, right: QuerySet) -> QuerySet:
        same_row = left.row == right.row and left.accessor == right.accessor
        made, bases = shared_base(left, right)
        return msgspec.structs.replace(
            left,
            made=made,
            bases=bases,
            plan=left.plan if left.plan == right.plan else joined(left.plan, right.plan),
            nest=min(left.nest, right.nest, key=len),
            deps=left.deps | right.deps,
            evaluated=left.evaluated and right.evaluated,
            element=left.element if left.element == right.element else self._element(left, right),
            row=left.row if same_row else None,
            accessor=left.accessor if same_row else None,
            past_prefetch=left.past_prefetch and right.past_prefetch,
            absent=left.absent & right.absent,
            present=left.present & right.present,
            locks=left.locks or right.locks,
            fails=left.fails and right.fails,
            narrowed=left.narrowed or right.narrowed,
            doubts=left.doubts | right.doubts,
        )

    def _element(self, left: QuerySet, right: QuerySet) -> int | None:
        """One row for those of two sets that were prefetched: they came on the same way."""
        if left.element is None or right.element is None or not (left.past_prefetch and right.past_prefetch):
            return None
        merged = self._merged_reference(Ref(left.element), Ref(right.element))
        return merged.id if merged is not None else None

    def _rows(self, left: Row, right: Row) -> Row:
        lazy = left if left.lazy is not None or right.lazy is None else right
        if left.path != right.path and lazy.lazy is None:
            left = msgspec.structs.replace(left, made=NOBODY, root=left.model, path=())  # they come on different ways
        elif left.path != right.path:  # what is read through it belongs to the read that fetched it
            left = msgspec.structs.replace(left, made=lazy.made, root=lazy.root, path=lazy.path)
        return msgspec.structs.replace(
            left,
            load=joined_loads(left.model, left.load, right.load),
            nest=min(left.nest, right.nest, key=len),
            attrs=self._attrs(left.attrs, right.attrs),
            lazy=lazy.lazy,
            lazy_path=lazy.lazy_path,
            absent=left.absent & right.absent,
            present=left.present & right.present,
            is_one=left.is_one or right.is_one,
            is_new=left.is_new or right.is_new,
            is_changed=left.is_changed or right.is_changed,
            doubts=left.doubts | right.doubts,
        )

    def _boxes(self, left: Box, right: Box) -> Box:
        keys = self._maybe(left.keys, right.keys)
        if left.kind == "dict" and left.entries.keys() != right.entries.keys():
            keys = keys or Plain(left.nest)  # some are there on one of the ways only
        return msgspec.structs.replace(
            left,
            nest=min(left.nest, right.nest, key=len),
            element=self._maybe(left.element, right.element),
            keys=keys,
            entries=self._attrs(left.entries, right.entries),
            size=larger(left.size, right.size),
            default=self._maybe(left.default, right.default),
            absent=right.absent if left.is_empty else left.absent if right.is_empty else left.absent & right.absent,
        )

    def _maybe(self, left: Value | None, right: Value | None) -> Value | None:
        if left is None or right is None:
            return right if left is None else left
        return self.values(left, right)

    def _attrs(self, left: Mapping, right: Mapping) -> Mapping:  # type: ignore[type-arg]
        if left == right:
            return left
        found = dict(left)
        for name, value in right.items():
            found[name] = self.values(found[name], value) if name in found else value
        return found


def different(left: dict[K, V], right: dict[K, V]) -> list[K]:
    """The keys of `right` that hold another object there, or nothing; the loop runs in C, as states are large."""
    return list(compress(right, map(is_not, map(left.get, right), right.values())))


def shared_base(left: QuerySet, right: QuerySet) -> tuple[Made, tuple[Made, ...]]:
    """Where the rows of either of two querysets come from: the last one that both were made from, if there is one."""
    if left.made == right.made:
        return left.made, left.bases
    there, chain = {*right.bases, right.made}, (*left.bases, left.made)
    number = next((index for index in range(len(chain) - 1, -1, -1) if chain[index] in there), len(chain) - 1)
    return chain[number], chain[:number]


def mergeable(left: Object, right: Object) -> bool:
    """Whether one object can stand for both."""
    match left, right:
        case QuerySet(), QuerySet():
            return left.plan.model == right.plan.model and left.plan.shape == right.plan.shape
        case Row(), Row():
            return left.model == right.model
        case Box(), Box():
            return left.kind == right.kind
        case Instance(), Instance():
            return left.symbol.key == right.symbol.key
    return False


def joined_loads(model: str, left: Load, right: Load) -> Load:
    """What is loaded on one of two paths."""
    return left if left == right else joined(Plan(model, left), Plan(model, right)).load


def larger(left: Size | None, right: Size | None) -> Size | None:
    """The size that reaches further."""
    return max(left, right, key=ORDER.index)


def join(left: State | None, right: State | None, allocate: Allocate) -> State | None:
    """The state after two paths met; None is a path that does not get here."""
    if left is None or right is None:
        return right if left is None else left
    return left if left is right else Joiner(left, right, allocate).run()
