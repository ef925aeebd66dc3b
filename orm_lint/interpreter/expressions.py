"""Evaluating expressions: one function a node type, each gives a value and may change the state on the way."""

from __future__ import annotations

import operator
from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.arguments import argument_nest
from orm_lint.interpreter.attributes import call_member, read
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.conditions import branch, truth
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import Source, join_values, run, source_of
from orm_lint.interpreter.objects import Box, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State, larger
from orm_lint.interpreter.symbols import name as outer_name
from orm_lint.interpreter.uses import note_use
from orm_lint.interpreter.values import (
    NONE,
    Closure,
    Const,
    Plain,
    Ref,
    Union,
    Unknown,
    Value,
    longest,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.apply import combined
from orm_lint.project.symbols import FunctionSymbol

MAX_ENTRIES = 16
ORDERED = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def evaluate(frame: Frame, state: State, node: ir.Expr) -> Value:
    """The value of an expression. Raises Dead where it would not come back."""
    frame.own_steps += 1
    return HANDLERS[type(node)](frame, state, node)


def _name(frame: Frame, state: State, node: ir.Name) -> Value:
    value = state.env.get(node.id)
    if value is None:
        value = outer_name(frame, state, node)
        if type(value) is Ref:
            state.env[node.id] = value  # the same object each time
    if type(value) is Ref:
        if type(state.heap.get(value.id)) is Row:
            note_use(frame, state, value)
    elif type(value) is Union:
        note_use(frame, state, value)
    return value


def _attr(frame: Frame, state: State, node: ir.Attr, chained: bool = False) -> Value:
    if type(node.value) is ir.Attr:
        base = _attr(frame, state, node.value, chained=True)
        frame.own_steps += 1
        note_use(frame, state, base, node.name)
    else:
        base = evaluate(frame, state, node.value)
    value = read(frame, state, base, node.name, node)
    if not chained:
        note_use(frame, state, value)
    return value


def _call(frame: Frame, state: State, node: ir.Call) -> Value:
    function = node.func
    if type(function) is ir.Name and function.id == "super" and not node.args:
        return _super(frame, state)
    called = evaluate(frame, state, function) if type(function) is not ir.Attr else _attr(frame, state, function, True)
    if type(function) is ir.Name and function.id == "next" and node.args and type(node.args[0]) is ir.Comp:
        frame.first_only = not any(clause.tests for clause in node.args[0].clauses)
    args = arguments(frame, state, node)
    return call_value(frame, state, called, args, node)


def _super(frame: Frame, state: State) -> Value:
    from orm_lint.interpreter.values import Super

    if frame.owner is None or frame.receiver is None:
        return Unknown("super() outside of a method")
    return Super(frame.owner, frame.receiver)


def arguments(frame: Frame, state: State, node: ir.Call) -> Given:
    """The evaluated arguments of a call; constant `*args` and `**kwargs` are spread out."""
    args: list[Value] = []
    keywords: list[tuple[str, Value]] = []
    is_complete = True
    spread: Value | None = None
    for arg in node.args:
        if type(arg) is not ir.Star:
            args.append(evaluate(frame, state, arg))
            continue
        value = evaluate(frame, state, arg.value)
        box = state.heap.get(value.id) if type(value) is Ref else None
        if isinstance(box, Box) and box.element is None and box.kind != "dict":
            args.extend(box.entries.values())
        else:
            is_complete, spread = False, value
    for keyword in node.keywords:
        value = evaluate(frame, state, keyword.value)
        if keyword.name is not None:
            keywords.append((keyword.name, value))
            continue
        box = state.heap.get(value.id) if type(value) is Ref else None
        if isinstance(box, Box) and box.kind == "dict":
            keywords.extend((str(name), inner) for name, inner in box.entries.items())
        is_complete = is_complete and isinstance(box, Box) and box.kind == "dict" and box.element is None
    return Given(tuple(args), tuple(keywords), is_complete, spread)


def _const(frame: Frame, state: State, node: ir.Const) -> Value:
    return Const(node.value)


def _opaque(frame: Frame, state: State, node: ir.Opaque) -> Value:
    return Plain()


def _index(frame: Frame, state: State, node: ir.Index) -> Value:
    from orm_lint.interpreter.containers import item

    base = evaluate(frame, state, node.value)
    if type(node.index) is ir.Slice:
        parts = (node.index.lower, node.index.upper, node.index.step)
        lower, upper, step = (NONE if part is None else evaluate(frame, state, part) for part in parts)
        return item(frame, state, base, None, (lower, upper, step), node)
    return item(frame, state, base, evaluate(frame, state, node.index), None, node)


def _seq(frame: Frame, state: State, node: ir.Seq) -> Value:
    entries: dict[str | int | None, Value] = {}
    element: Value | None = None
    size = None
    for part in node.items:
        if type(part) is ir.Star:
            spread = evaluate(frame, state, part.value)
            box = state.heap.get(spread.id) if type(spread) is Ref else None
            if size is None and _is_listed(box, len(entries)):
                entries |= dict(enumerate(box.entries.values(), len(entries)))  # type: ignore[union-attr]
                continue
            source = source_of(frame, state, spread, part)
            element = join_values(frame, state, element, source.element)
            size = larger(size, source.size)
            continue
        value = evaluate(frame, state, part)
        if len(entries) < MAX_ENTRIES and size is None:
            entries[len(entries)] = value
        else:
            element = join_values(frame, state, element, value)
            size = larger(size, "bounded")
    kind = node.kind if node.kind in ("list", "tuple", "set") else "list"
    return frame.make(state, (kind, node.at, len(node.items)), Box(kind, frame.exec, element, None, entries, size))  # type: ignore[arg-type]


def _is_listed(box: object, before: int) -> bool:
    """Whether each element of a container is known, and they are few."""
    return (
        isinstance(box, Box)
        and box.kind in ("list", "tuple")
        and box.element is None
        and before + len(box.entries) <= MAX_ENTRIES
    )


def _map(frame: Frame, state: State, node: ir.Map) -> Value:
    entries: dict[str | int | None, Value] = {}
    keys: Value | None = None
    element: Value | None = None
    size = None
    for key, part in zip(node.keys, node.values, strict=True):
        value = evaluate(frame, state, part)
        if key is None:
            box = state.heap.get(value.id) if type(value) is Ref else None
            if isinstance(box, Box):
                entries |= box.entries
                element, keys = join_values(frame, state, element, box.element), box.keys or keys
                size = larger(size, box.size)
            else:
                keys = keys or Plain()
            continue
        at = evaluate(frame, state, key)
        if type(at) is Const and isinstance(at.value, str | int) and len(entries) < MAX_ENTRIES:
            entries[at.value] = value
        else:
            keys, element = join_values(frame, state, keys, at), join_values(frame, state, element, value)
            size = larger(size, "bounded")
    return frame.make(state, ("dict", node.at), Box("dict", frame.exec, element, keys, entries, size))


def _op(frame: Frame, state: State, node: ir.Op) -> Value:
    if node.op in ("and", "or", "not"):
        return _logic(frame, state, node)
    values = [evaluate(frame, state, operand) for operand in node.operands]
    if node.op in ("in", "not in") and len(values) == 2:
        decided = _membership(frame, state, values, node)
        if decided is not None:
            return Const(decided == (node.op == "in"))
    nest = longest(*(argument_nest(state, value) for value in values))
    merged: Value | None = None
    if node.op in ("|", "&") and len(values) >= 2:
        merged = _combined(frame, state, values, node)
    elif node.op == "+" and len(values) == 2:
        merged = _added(frame, state, values[0], values[1], node)
    if merged is not None:
        return merged
    if node.op == "%":
        for value, operand in zip(values[1:], node.operands[1:], strict=True):
            show(frame, state, value, operand)
        if (text := _formatted(state, values)) is not None:
            return Const(text)
    numbers = [value.value for value in values if type(value) is Const and isinstance(value.value, int)]
    if node.op in ORDERED and len(numbers) == len(values) == 2:
        return Const(ORDERED[node.op](*numbers))
    if node.op in ("==", "!=") and all(type(value) is Const for value in values):
        same = values[0] == values[1]
        return Const(same if node.op == "==" else not same)
    if node.op in ("is", "is not") and len(values) == 2 and values[1] == NONE:
        decided = _is_none(values[0])
        if decided is not None:
            return Const(decided if node.op == "is" else not decided)
    if node.op == "-" and len(values) == 1 and type(values[0]) is Const and isinstance(values[0].value, int):
        return Const(-values[0].value)
    return Plain(nest)


def _is_none(value: Value) -> bool | None:
    if value == NONE:
        return True
    if (type(value) is Plain and (value.is_true or value.is_given)) or (type(value) is Unknown and value.is_some):
        return False
    return None if type(value) in (Unknown, Plain, Union) else False


def _logic(frame: Frame, state: State, node: ir.Op) -> Value:
    """`and`, `or`, `not`: what stands on the right happens only if the left lets it."""
    if node.op == "not":
        value = evaluate(frame, state, node.operands[0])
        decided = truth(frame, state, value, node.operands[0])
        return Plain() if decided is None else Const(not decided)
    current: Value = evaluate(frame, state, node.operands[0])
    for before, operand in zip(node.operands, node.operands[1:], strict=False):
        decided = truth(frame, state, current, before)
        if decided is (node.op == "or"):
            return current
        if decided is (node.op == "and"):
            current = evaluate(frame, state, operand)
            continue
        taken, skipped = branch(frame, state.copy(), before, evaluated=current)
        onward, stays = (taken, skipped) if node.op == "and" else (skipped, taken)
        if onward is None:
            return current
        right = _attempt(frame, onward, operand)
        kept = _kept(frame, stays, current, node.op)
        if right is None:
            if stays is None:
                raise Dead
            state.become(stays)
            return kept
        current = _merge_into(frame, state, onward, right, stays, kept)
    return current


def _kept(frame: Frame, state: State | None, value: Value, op: str) -> Value:
    """What is left of the value on the left: what is true for `or`, what is false for `and`."""
    if state is None or op == "and":
        return value if op != "and" or type(value) is not Ref else Plain()
    kept = tuple(option for option in options(value) if option not in (NONE, Const(False), Const("")))
    return value if not kept else kept[0] if len(kept) == 1 else Union(kept)


RESULT = "$value"


def _merge_into(frame: Frame, state: State, left: State, a: Value, right: State | None, b: Value) -> Value:
    """Joins two states that each hold a value into `state`; gives the joined value."""
    left.env[RESULT] = a
    if right is not None:
        right.env[RESULT] = b
    joined = frame.join(left, right)
    assert joined is not None
    state.become(joined)
    return state.env.pop(RESULT)


def _membership(frame: Frame, state: State, values: list[Value], node: ir.Op) -> bool | None:
    """Whether the operator `in` holds, if that is known; asking a queryset is a query."""
    from orm_lint.interpreter.containers import has

    for option in options(values[-1]):
        if type(option) is Ref and isinstance(state.heap.get(option.id), QuerySet):
            querysets.evaluate(frame, state, option, "contains", node.operands[-1])
    match node.operands[-1]:
        case ir.Seq(items=items) if items and all(type(item) is ir.Const for item in items):
            known = [Const(item.value) for item in items if type(item) is ir.Const]
            return values[0] in known if type(values[0]) is Const else None
    return has(state, values[-1], values[0])


def _combined(frame: Frame, state: State, values: list[Value], node: ir.Op) -> Value | None:
    found = [state.heap.get(value.id) if type(value) is Ref else None for value in values]
    left = found[0]
    if not isinstance(left, QuerySet):
        return None
    plan = left.plan
    for right in found[1:]:
        if isinstance(right, QuerySet):
            plan = combined(plan, node.op, right.plan)  # type: ignore[arg-type]
        else:
            plan = replace(plan, load=replace(plan.load, is_open=True), empty=False, filtered=True)
    deps = left.deps.union(*(right.deps for right in found[1:] if isinstance(right, QuerySet)))
    # What a filter tells of one side holds for the rows of both only if the other side says so too.
    clone = replace(left, plan=plan, nest=frame.exec, deps=deps, evaluated=False, element=None,
                    absent=frozenset(), present=frozenset())  # fmt: skip
    return frame.make(state, ("combined", node.at), clone)


def _added(frame: Frame, state: State, left: Value, right: Value, node: ir.Op) -> Value | None:
    if type(left) is Const and type(right) is Const and isinstance(left.value, str) and isinstance(right.value, str):
        return Const(left.value + right.value)
    boxes = [state.heap.get(value.id) if type(value) is Ref else None for value in (left, right)]
    if not all(isinstance(box, Box) for box in boxes):
        return None
    first, second = boxes
    assert isinstance(first, Box) and isinstance(second, Box)
    if first.element is None and second.element is None and len(first.entries) + len(second.entries) <= MAX_ENTRIES:
        entries: dict[str | int | None, Value] = dict(enumerate([*first.entries.values(), *second.entries.values()]))
        return frame.make(state, ("added", node.at), Box(first.kind, frame.exec, entries=entries))
    held = (first.element, second.element, *first.entries.values(), *second.entries.values())
    element = join_values(frame, state, *held)
    size = larger(larger(first.size, second.size), "bounded")
    return frame.make(state, ("added", node.at), Box(first.kind, frame.exec, element, size=size))


def _formatted(state: State, values: list[Value]) -> str | None:
    """A text with `%s` in it, filled in with texts: names of relations and of templates are made so."""
    pattern, given = values[0], values[1]
    box = state.heap.get(given.id) if type(given) is Ref else None
    whole = isinstance(box, Box) and box.kind == "tuple" and box.element is None
    parts = tuple(box.entries.values()) if whole and isinstance(box, Box) else (given,)
    texts = tuple(part.value for part in parts if type(part) is Const and isinstance(part.value, str))
    if type(pattern) is not Const or not isinstance(pattern.value, str) or len(texts) < len(parts):
        return None
    if pattern.value.count("%") != len(texts) or pattern.value.count("%s") != len(texts):
        return None
    return pattern.value % texts


def _cond(frame: Frame, state: State, node: ir.Cond) -> Value:
    taken, other = branch(frame, state.copy(), node.test)
    if taken is None and other is None:
        raise Dead
    if taken is None or other is None:
        only = taken or other
        assert only is not None
        value = evaluate(frame, only, node.then if taken is not None else node.other)
        state.become(only)
        return value
    then, otherwise = _attempt(frame, taken, node.then), _attempt(frame, other, node.other)
    if then is None and otherwise is None:
        raise Dead
    if then is None or otherwise is None:
        state.become(taken if then is not None else other)
        return then or otherwise or NONE
    return _merge_into(frame, state, taken, then, other, otherwise)


def _attempt(frame: Frame, state: State, node: ir.Expr) -> Value | None:
    """The value of one arm; None if it does not come back."""
    try:
        return evaluate(frame, state, node)
    except Dead:
        return None


def _comp(frame: Frame, state: State, node: ir.Comp) -> Value:
    """A comprehension: nested loops that fill a container."""
    kind = {"generator": "iterator"}.get(node.kind, node.kind)
    ref = frame.make(state, ("comp", node.at, node.kind), Box(kind, frame.exec))  # type: ignore[arg-type]
    outer = dict(state.env)
    _clause(frame, state, node, 0, ref)
    for name in {name for clause in node.clauses for name in frame.world.named(clause.target)}:
        state.env.pop(name, None)
        if name in outer:
            state.env[name] = outer[name]
    return ref


def _clause(frame: Frame, state: State, node: ir.Comp, number: int, ref: Ref) -> None:
    from orm_lint.interpreter.containers import put
    from orm_lint.interpreter.statements import bind

    if number == len(node.clauses):
        value = evaluate(frame, state, node.element)
        if node.value is not None:
            put(frame, state, ref, evaluate(frame, state, node.value), value)
        else:
            put(frame, state, ref, value)
        return
    clause = node.clauses[number]
    source = source_of(frame, state, evaluate(frame, state, clause.iter), clause.iter, clause.is_async)
    if frame.first_only:  # `next(… for …)` runs one iteration
        source.size, frame.first_only = "bounded", False

    def body(inner: State, element: Value) -> State | None:
        bind(frame, inner, clause.target, element)
        current: State | None = inner
        skipped: list[State | None] = []
        for test in clause.tests:
            assert current is not None
            current, no = branch(frame, current, test)
            skipped.append(no)
            if current is None:
                return frame.join(*skipped)
        assert current is not None
        _clause(frame, current, node, number + 1, ref)
        return frame.join(current, *skipped)

    after = run(frame, state, source, clause, body)
    if after is not None:
        state.become(after)


def _lambda(frame: Frame, state: State, node: ir.Lambda) -> Value:
    return Closure(node, frame.module, captured(frame, state, node.body), frame.owner)


def captured(frame: Frame, state: State, body: ir.Node | ir.Body) -> tuple[tuple[str, Value], ...]:
    """The variables of the surrounding function that a body names."""
    return tuple((name, state.env[name]) for name in frame.world.named(body) if name in state.env)


def _await(frame: Frame, state: State, node: ir.Await) -> Value:
    return evaluate(frame, state, node.value)


def _yield(frame: Frame, state: State, node: ir.Yield) -> Value:
    from orm_lint.interpreter.containers import put

    if node.value is None:
        return Unknown("sent to a generator")
    value = evaluate(frame, state, node.value)
    if frame.yielded is None:
        return Unknown("sent to a generator")
    if not node.delegates:
        put(frame, state, frame.yielded, value)
        return Unknown("sent to a generator")
    source = source_of(frame, state, value, node)
    target = frame.yielded

    def body(inner: State, element: Value) -> State | None:
        put(frame, inner, target, element)
        return inner

    after = run(frame, state, source, node, body)
    if after is not None:
        state.become(after)
    return Unknown("result of a generator")


def _bind(frame: Frame, state: State, node: ir.Bind) -> Value:
    from orm_lint.interpreter.statements import bind

    value = evaluate(frame, state, node.value)
    bind(frame, state, node.target, value)
    return value


def _format(frame: Frame, state: State, node: ir.Format) -> Value:
    texts: list[str] = []
    nest: list[Value] = []
    for part in node.parts:
        value = evaluate(frame, state, part)
        show(frame, state, value, part)
        nest.append(value)
        if type(value) is Const:
            texts.append(str(value.value))
    if len(texts) == len(node.parts) and all(isinstance(v.value, str) for v in nest if type(v) is Const):
        return Const("".join(texts))
    return Plain(longest(*(argument_nest(state, value) for value in nest)))


def show(frame: Frame, state: State, value: Value, node: ir.Node, how: str = "__str__") -> Value:
    """`str(value)`: rows run their `__str__`, querysets are evaluated (repr fetches up to 21 rows of its own)."""
    for option in options(value):
        if type(option) is not Ref:
            continue
        found = state.heap.get(option.id)
        if isinstance(found, Row):
            note_use(frame, state, option)
            if how == "__repr__" and _own_repr(frame, found):
                call_member(frame, state, option, "__repr__", node)
            else:
                call_member(frame, state, option, "__str__", node)
        elif isinstance(found, QuerySet):
            _show_rows(frame, state, option, node)
        elif isinstance(found, Box):
            _show_box(frame, state, option, node)
        else:
            call_member(frame, state, option, how, node)
    return Plain(argument_nest(state, value))


def _own_repr(frame: Frame, row: Row) -> bool:
    model = frame.world.accessors.model(row.model)
    member = frame.world.names.class_member(model.symbol, "__repr__") if model else None
    return isinstance(member, FunctionSymbol) and member.module.evidence == "project"


def _show_rows(frame: Frame, state: State, ref: Ref, node: ir.Node) -> None:
    """The text of a queryset: its first rows, which are fetched again each time and not kept."""
    found = state.heap[ref.id]
    assert isinstance(found, QuerySet)
    if not found.evaluated and not found.plan.empty:
        querysets.ask(frame, state, ref, "repr", node, frame.exec)
        shown = replace(found, nest=frame.exec, evaluated=True, element=None)
        ref = frame.make(state, ("shown", node.at, ref.id), shown)
    source = source_of(frame, state, ref, node)
    _each(frame, state, source, node)


def _show_box(frame: Frame, state: State, ref: Ref, node: ir.Node) -> None:
    box = state.heap[ref.id]
    assert isinstance(box, Box)
    if box.element is not None or len(box.entries) <= MAX_ENTRIES:
        source = source_of(frame, state, ref, node)
        if type(source.element) is Ref and source.element != ref:
            _each(frame, state, source, node)


def _each(frame: Frame, state: State, source: Source, node: ir.Node) -> None:
    def body(inner: State, element: Value) -> State | None:
        show(frame, inner, element, node, "__repr__")
        return inner

    after = run(frame, state, source, node, body)
    if after is not None:
        state.become(after)


def _star(frame: Frame, state: State, node: ir.Star) -> Value:
    return evaluate(frame, state, node.value)


def _slice(frame: Frame, state: State, node: ir.Slice) -> Value:
    return Plain()


def _located(frame: Frame, state: State, node: ir.Located) -> Value:
    """An expression of another file: a template's, or the class attribute that a framework reads."""
    outer = frame.module
    frame.module = frame.world.module_at(node.path) or outer
    try:
        return evaluate(frame, state, node.value)
    finally:
        frame.module = outer


HANDLERS: dict[type[ir.Node], Callable[..., Value]] = {
    ir.Name: _name,
    ir.Attr: _attr,
    ir.Call: _call,
    ir.Const: _const,
    ir.Opaque: _opaque,
    ir.Index: _index,
    ir.Seq: _seq,
    ir.Map: _map,
    ir.Op: _op,
    ir.Cond: _cond,
    ir.Comp: _comp,
    ir.Lambda: _lambda,
    ir.Await: _await,
    ir.Yield: _yield,
    ir.Bind: _bind,
    ir.Format: _format,
    ir.Star: _star,
    ir.Slice: _slice,
    ir.Located: _located,
}
