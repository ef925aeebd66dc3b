"""Running statements: each gives the state behind it, or None where the path ends."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.interpreter import rows
from orm_lint.interpreter.conditions import branch, is_prepared
from orm_lint.interpreter.containers import take_away
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.expressions import captured, evaluate
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import WALK, join_values, run, source_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import discard
from orm_lint.interpreter.shapes import asks_a_cache, fills_a_cache, size_of_test, sought, walks
from orm_lint.interpreter.state import State, larger
from orm_lint.interpreter.values import (
    HERE,
    NONE,
    Closure,
    Const,
    Plain,
    Ref,
    Size,
    Threaded,
    Unknown,
    Value,
    longest,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import FunctionSymbol


def block(frame: Frame, state: State | None, body: ir.Body) -> State | None:
    """Runs statements one after the other."""
    for statement in body:
        if state is None:
            return None
        frame.own_steps += 1
        try:
            state = HANDLERS[type(statement)](frame, state, statement)
        except Dead:
            return None
    return state


def _do(frame: Frame, state: State, node: ir.Do) -> State | None:
    before = len(frame.events)
    value = evaluate(frame, state, node.value)
    if type(node.value) is ir.Call and len(frame.events) == before:
        discard(frame, state, value, node.value)
    return state


def _assign(frame: Frame, state: State, node: ir.Assign) -> State | None:
    if node.value is None:
        return state
    value = evaluate(frame, state, node.value)
    if type(value) is Unknown and node.annotation is not None:
        from orm_lint.interpreter.annotations import annotated

        typed = annotated(frame, state, frame.module, node.annotation, node.value, frame.owner)
        value = typed if type(typed) is not Unknown else value
    for target in node.targets:
        if type(node.value) is ir.Seq and isinstance(target, ir.Name) and _spreads(node.value, target.id):
            _grows(frame, state, value)
        bind(frame, state, target, value)
    return state


def _spreads(display: ir.Seq, name: str) -> bool:
    return any(
        type(item) is ir.Star and type(item.value) is ir.Name and item.value.id == name for item in display.items
    )


def _grows(frame: Frame, state: State, value: Value) -> None:
    """`kept = [*kept, row]` in a loop: the list grows with the loop."""
    box = state.heap.get(value.id) if type(value) is Ref else None
    if not isinstance(box, Box) or type(value) is not Ref:
        return
    size = box.size
    for loop in frame.exec:
        if loop != HERE:
            size = larger(size, loop.size)
    element = join_values(frame, state, box.element, *box.entries.values())
    state.heap[value.id] = replace(box, element=element, entries={}, size=size)


def bind(frame: Frame, state: State, target: ir.Expr, value: Value) -> None:
    """`target = value` for every kind of target."""
    match target:
        case ir.Name(id=name):
            state.env[name] = value
            frame.rebind(state, name)
        case ir.Seq(items=items):
            _unpack(frame, state, items, value, target)
        case ir.Star(value=inner):
            bind(frame, state, inner, value)
        case ir.Attr(value=inner, name=name):
            _set_attribute(frame, state, evaluate(frame, state, inner), name, value)
        case ir.Index(value=inner, index=index):
            from orm_lint.interpreter.containers import put

            base = evaluate(frame, state, inner)
            at = Plain() if type(index) is ir.Slice else evaluate(frame, state, index)
            for option in options(base):
                if type(option) is Ref:
                    put(frame, state, option, value, at)
        case ir.Located(path=path, value=inner):
            outer, frame.module = frame.module, frame.world.module_at(path) or frame.module
            try:
                bind(frame, state, inner, value)
            finally:
                frame.module = outer


def _set_attribute(frame: Frame, state: State, base: Value, name: str, value: Value) -> None:
    for option in options(base):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(found, Row) and type(option) is Ref:
            rows.write(frame, state, option, name, value)
        elif isinstance(found, Instance) and type(option) is Ref:
            state.heap[option.id] = replace(found, attrs={**found.attrs, name: value})
        elif isinstance(found, QuerySet) and type(option) is Ref and name in ("query", "_iterable_class"):
            plan = replace(found.plan, load=replace(found.plan.load, is_open=True), filtered=True)
            state.heap[option.id] = replace(found, plan=plan)


def _unpack(frame: Frame, state: State, items: tuple[ir.Expr, ...], value: Value, node: ir.Expr) -> None:
    from orm_lint.interpreter.containers import item

    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(found, Box) and found.element is None and not any(type(i) is ir.Star for i in items):
            held = list(found.entries.values())
            if len(held) == len(items):
                for inner, part in zip(items, held, strict=True):
                    bind(frame, state, inner, part)
                return
    source = None
    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(found, QuerySet):
            source = source_of(frame, state, option, node)
    has_rest = any(type(inner) is ir.Star for inner in items)
    for number, inner in enumerate(items):
        if type(inner) is ir.Star:
            element = source.element if source is not None else join_values(frame, state, *_held(state, value))
            size = source.size if source else _size_of(state, value)
            box = Box("list", frame.exec, element or Unknown("unpacked"), size=size)
            bind(frame, state, inner.value, frame.make(state, ("rest", inner.at), box))
        else:
            at = Plain(frame.exec) if has_rest else Const(number)
            bind(frame, state, inner, item(frame, state, value, at, None, node))


def _held(state: State, value: Value) -> tuple[Value, ...]:
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, Box):
        return (*found.entries.values(), *([found.element] if found.element is not None else []))
    return ()


def _size_of(state: State, value: Value) -> Size | None:
    found = state.heap.get(value.id) if type(value) is Ref else None
    return found.size if isinstance(found, Box) else None


def _augment(frame: Frame, state: State, node: ir.Augment) -> State | None:
    current = evaluate(frame, state, node.target)
    found = state.heap.get(current.id) if type(current) is Ref else None
    if isinstance(found, Box) and node.op == "+" and found.kind == "list":
        from orm_lint.interpreter.containers import extend

        extend(frame, state, current, evaluate(frame, state, node.value), node)  # type: ignore[arg-type]
        return state
    value = evaluate(frame, state, ir.Op(node.at, node.op, (node.target, node.value)))
    if type(value) is Plain:
        value = Plain(longest(value.nest, frame.exec), value.size)
    bind(frame, state, node.target, value)
    return state


def _return(frame: Frame, state: State, node: ir.Return) -> State | None:
    value = NONE if node.value is None else evaluate(frame, state, node.value)
    frame.returns.append((value, state))
    return None


def _raise(frame: Frame, state: State, node: ir.Raise) -> State | None:
    if node.value is not None:
        evaluate(frame, state, node.value)
    frame.raises.append(state)
    return None


def _delete(frame: Frame, state: State, node: ir.Delete) -> State | None:
    for target in node.targets:
        if isinstance(target, ir.Name):
            state.env.pop(target.id, None)
        elif isinstance(target, ir.Index):
            value, at = evaluate(frame, state, target.value), evaluate(frame, state, target.index)
            for option in options(value):
                if type(option) is Ref:
                    take_away(state, option, at)
    return state


def _if(frame: Frame, state: State, node: ir.If) -> State | None:
    guards = fills_a_cache(node) or asks_a_cache(state, node.test)
    taken, other = branch(frame, state, node.test)
    frame.memo_guard += guards
    try:
        then = block(frame, taken, node.then)
    finally:
        frame.memo_guard -= guards
    return frame.join(then, block(frame, other, node.other))


def _for(frame: Frame, state: State, node: ir.For) -> State | None:
    value = evaluate(frame, state, node.iter)
    source = source_of(frame, state, value, node.iter, node.is_async)

    def body(inner: State, element: Value) -> State | None:
        bind(frame, inner, node.target, element)
        return block(frame, inner, node.body)

    after = run(frame, state, source, node.iter, body)
    return block(frame, after, node.other)


def _while(frame: Frame, state: State, node: ir.While) -> State | None:
    from orm_lint.interpreter.loops import Source

    exits: list[State] = []
    is_endless = isinstance(node.test, ir.Const) and bool(node.test.value)

    def body(inner: State, element: Value) -> State | None:
        yes, no = branch(frame, inner, node.test)
        if no is not None:
            exits.append(no)
        return block(frame, yes, node.body)

    tag = WALK if walks(node) else ""
    source = Source(NONE, frame.exec, "unknown" if tag else size_of_test(state, node.test))
    after = run(frame, state, source, node, body, tag)
    if is_endless and after is not None:
        after = frame.join(after, *exits)
    return block(frame, after, node.other)


def _try(frame: Frame, state: State, node: ir.Try) -> State | None:
    before = state.copy()
    outer, frame.raises = frame.raises, []
    outer_sought, frame.sought = frame.sought, frame.sought | sought(node)
    end = block(frame, state, node.body)
    raised, frame.raises, frame.sought = frame.raises, outer, outer_sought
    inside = frame.join(before, end, *raised)
    ends: list[State | None] = [block(frame, end.copy() if end is not None else None, node.other)]
    for handler in node.handlers:
        if is_prepared(before, node, handler):
            continue
        start = inside.copy() if inside is not None else None
        if start is not None and handler.name:
            start.env[handler.name] = Unknown("exception")
        ends.append(block(frame, start, handler.body))
    if not node.handlers:
        frame.raises.extend(raised)
    after = frame.join(*ends)
    return block(frame, after, node.final)


def _with(frame: Frame, state: State, node: ir.With) -> State | None:
    for entry in node.items:
        value = evaluate(frame, state, entry.context)
        if entry.target is not None:
            bind(frame, state, entry.target, _entered(frame, state, value, entry.context))
    return block(frame, state, node.body)


def _entered(frame: Frame, state: State, value: Value, node: ir.Expr) -> Value:
    """What `with value as target` binds: what a generator yields, or what `__enter__` returns."""
    from orm_lint.interpreter.attributes import call_member

    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, Box) and found.kind == "iterator":
        held = join_values(frame, state, found.element, *found.entries.values())
        return held or NONE
    if isinstance(found, Instance) and type(value) is Ref:
        entered = call_member(frame, state, value, "__enter__", node)
        return value if entered is None else entered
    return value if type(value) is Plain else Unknown("context manager", frame.exec)


def _match(frame: Frame, state: State, node: ir.Match) -> State | None:
    subject = evaluate(frame, state, node.subject)
    ends: list[State | None] = []
    for case in node.cases:
        fits = _fits(case.pattern, subject)
        if fits is False:
            continue
        inner = state.copy()
        _capture(frame, inner, case.pattern, subject)
        taken: State | None = inner
        if case.guard is not None:
            taken, _ = branch(frame, inner, case.guard)
        ends.append(block(frame, taken, case.body))
        if fits and case.guard is None:
            return frame.join(*ends)
    return frame.join(state, *ends)


def _fits(pattern: ir.Expr, subject: Value) -> bool | None:
    """Whether a pattern matches, if that is known."""
    match pattern:
        case ir.Name():
            return True
        case ir.Bind(value=inner):
            return _fits(inner, subject)
        case ir.Op(op="|", operands=parts):
            found = [_fits(part, subject) for part in parts]
            return True if True in found else None if None in found else False
        case ir.Const(value=constant) if type(subject) is Const:
            return constant == subject.value
    return None


def _capture(frame: Frame, state: State, pattern: ir.Expr, subject: Value) -> None:
    match pattern:
        case ir.Name(id=name):
            state.env[name] = subject
        case ir.Bind(target=ir.Name(id=name), value=inner):
            state.env[name] = subject
            _capture(frame, state, inner, subject)
        case ir.Seq(items=items) | ir.Call(args=items):
            for item in items:
                _capture(frame, state, item, Unknown("part of a pattern"))


def _jump(frame: Frame, state: State, node: ir.Jump) -> State | None:
    if node.kind == "pass" or not frame.jumps:
        return state
    jumps = frame.jumps[-1]
    (jumps.breaks if node.kind == "break" else jumps.continues).append(state)
    return None


def _scope(frame: Frame, state: State, node: ir.Scope) -> State | None:
    return state


def _import(frame: Frame, state: State, node: ir.Import) -> State | None:
    from orm_lint.interpreter.symbols import value_of_symbol
    from orm_lint.project.symbols import External, ModuleSymbol

    for alias in node.names:
        dotted = alias.name if alias.alias else alias.name.partition(".")[0]
        module = frame.world.names.module(dotted)
        symbol = ModuleSymbol(module) if module else External(dotted)
        state.env[alias.alias or dotted] = value_of_symbol(frame, state, symbol, ir.Name(node.at, dotted))
    return state


def _import_from(frame: Frame, state: State, node: ir.ImportFrom) -> State | None:
    from orm_lint.interpreter.symbols import value_of_symbol
    from orm_lint.project.modules import absolute_name
    from orm_lint.project.symbols import External, ModuleSymbol

    target = absolute_name(frame.module, node)
    module = frame.world.names.module(target) if target else None
    for alias in node.names:
        symbol = frame.world.names.member(ModuleSymbol(module), alias.name) if module else None
        found = symbol or External(f"{target}.{alias.name}")
        state.env[alias.alias or alias.name] = value_of_symbol(frame, state, found, ir.Name(node.at, alias.name))
    return state


def _function(frame: Frame, state: State, node: ir.Function) -> State | None:
    whole = frame.module.whole(node)
    made: Value = Closure(whole, frame.module, captured(frame, state, whole.body), frame.owner)
    if decorated(frame.world, FunctionSymbol(frame.module, node)).threaded:
        made = Threaded(made)
    state.env[node.name] = made
    return state


def _class(frame: Frame, state: State, node: ir.Class) -> State | None:
    state.env[node.name] = Unknown("class inside a function")
    return state


HANDLERS: dict[type[ir.Node], Callable[..., State | None]] = {
    ir.Do: _do,
    ir.Assign: _assign,
    ir.Augment: _augment,
    ir.Return: _return,
    ir.Raise: _raise,
    ir.Delete: _delete,
    ir.If: _if,
    ir.For: _for,
    ir.While: _while,
    ir.Try: _try,
    ir.With: _with,
    ir.Match: _match,
    ir.Jump: _jump,
    ir.Scope: _scope,
    ir.Import: _import,
    ir.ImportFrom: _import_from,
    ir.Function: _function,
    ir.Stub: _function,
    ir.Class: _class,
}
