"""Seeded faults of the interpreter and the method table: textual edits of a copy of the package.

Each changes one thing that Django does, or that a program's value is: a row of the method table dropped, what a method
`does` or is `served` by changed, a rebinding ignored, a join swapped. `test_mutants` demands that generated programs
notice each one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.generated.compare import ROOT

TABLE = "orm/methods.py"
APPLY = "orm/apply.py"
JOINS = "orm/joins.py"
LOADS = "orm/loads.py"
PREFETCHING = "orm/prefetching.py"
MERGING = "orm/merging.py"
ACCESSORS = "orm/accessors.py"
QUERYSETS = "interpreter/querysets.py"
ROWS = "interpreter/rows.py"
STATE = "interpreter/state.py"
LOOPS = "interpreter/loops.py"
STATEMENTS = "interpreter/statements.py"
CONDITIONS = "interpreter/conditions.py"
MANAGERS = "interpreter/managers.py"
BUILTINS = "interpreter/builtins.py"
CONTAINERS = "interpreter/containers.py"
CALLS = "interpreter/calls.py"
FOCUS = "interpreter/focus.py"
ATTRIBUTES = "interpreter/attributes.py"


@dataclass(frozen=True)
class Mutant:
    """`old` stands once in the module of the package, and is replaced by `new`."""

    what: str
    module: str
    old: str
    new: str


MUTANTS = (
    Mutant("no reverse()", TABLE, '    yield _one("reverse", _EVERY', '    yield _one("no_reverse", _EVERY'),
    Mutant("no order_by()", TABLE, "    order_by prefetch_related", "    prefetch_related"),
    Mutant("no values_list()", TABLE, " using values values_list", " using values"),
    Mutant("no distinct()", TABLE, "difference distinct exclude", "difference exclude"),
    Mutant("no exclude()", TABLE, "distinct exclude extra", "distinct extra"),
    Mutant("no select_for_update()", TABLE, "select_for_update ", ""),
    Mutant("no in_bulk()", TABLE, '_both("in_bulk", _EVERY', '_both("no_in_bulk", _EVERY'),
    Mutant("no iterator()", TABLE, '_both("iterator", _EVERY', '_both("no_iterator", _EVERY'),
    Mutant("no last(), earliest(), latest()", TABLE, '("get", "last", "earliest", "latest")', '("get",)'),
    Mutant("no update()", TABLE, '_both("update", _EVERY', '_both("no_update", _EVERY'),
    Mutant("no bulk_create()", TABLE, '_both("bulk_create", _EVERY', '_both("no_bulk_create", _EVERY'),
    Mutant(
        "no create() since 5.1",
        TABLE,
        '_both("create", _EVERY, "create", since=(5, 1)',
        '_both("x", _EVERY, "create", since=(5, 1)',
    ),
    Mutant("no get_or_create()", TABLE, '("get_or_create", "update_or_create")', '("update_or_create",)'),
    Mutant("no remove(), no clear()", TABLE, '    for name in ("remove", "clear"):', '    for name in ("clear",):'),
    Mutant("no save()", TABLE, 'for name in ("save", "delete"):', 'for name in ("delete",):'),
    Mutant("count(), exists() never served", TABLE, 'served="cached"', 'served="never"'),
    Mutant("first() never served", TABLE, 'served="ordered"', 'served="never"'),
    Mutant("first() always served", TABLE, 'served="ordered"', 'served="cached"'),
    Mutant(
        "aggregate() free", TABLE, 'yield from _both(name, _EVERY, "value")', 'yield from _both(name, _EVERY, "plain")'
    ),
    Mutant(
        "all() of a manager goes past the prefetch", TABLE, '_one("all", _EVERY, "all")', '_one("all", _EVERY, "clone")'
    ),
    Mutant("refresh_from_db() free", TABLE, '"refresh_from_db", "reload", base', '"refresh_from_db", "plain", base'),
    Mutant("full_clean() free", TABLE, 'RowMethod(name, "value", base=name', 'RowMethod(name, "plain", base=name'),
    Mutant(
        "select_related(None) clears nothing",
        APPLY,
        "load=without_joins(plan.load), joins_all=False",
        "joins_all=False",
    ),
    Mutant("prefetch_related(None) clears nothing", APPLY, "load=without_prefetches(plan.load)", "load=plan.load"),
    Mutant("none() has rows", APPLY, "    return replace(plan, empty=True)", "    return plan"),
    Mutant(
        "slices are unbounded", APPLY, "    return None if stop is None else max(stop - start, 0)", "    return None"
    ),
    Mutant(
        "only() leaves nothing out", APPLY, "masked(replace(plan, named=named, names_deferred=False), around)", "plan"
    ),
    Mutant(
        "defer() leaves nothing out",
        APPLY,
        "masked(replace(plan, named=named, names_deferred=is_defer), around)",
        "plan",
    ),
    Mutant("values_list() gives rows", APPLY, '    "values_list": _values_list,', '    "values_list": _same,'),
    Mutant(
        "prefetch_related() loads nothing",
        APPLY,
        '    "prefetch_related": _prefetch,',
        '    "prefetch_related": _same,',
    ),
    Mutant("annotate() adds nothing", APPLY, '    "annotate": _annotate,', '    "annotate": _none,'),
    Mutant(
        "select_related() stops after a hop",
        JOINS,
        "arrival.plan.model, parts[1:], around)",
        "arrival.plan.model, [], around)",
    ),
    Mutant(
        "select_related() follows all",
        JOINS,
        "if field.relation is not None and not field.null:",
        "if field.relation is not None:",
    ),
    Mutant(
        "prefetch_related() stops after a hop",
        PREFETCHING,
        "    deeper = _fetched(arrival.plan.load, arrival.plan.model, parts[1:], given, around)",
        "    deeper = arrival.plan.load",
    ),
    Mutant("to_attr fills the relation", PREFETCHING, "    key = given.to_attr or name\n", "    key = name\n"),
    Mutant("the queryset of a Prefetch is ignored", PREFETCHING, "_stated_plan(accessor, given, around) or ", ""),
    Mutant(
        "a | b loads as b does",
        MERGING,
        "    return replace(\n        left,\n        filtered=left.filtered or right.filtered if narrows",
        "    return replace(\n        right,\n        filtered=left.filtered or right.filtered if narrows",
    ),
    Mutant(
        "empty | rows is empty",
        MERGING,
        "    return right if left.empty else left\n\n\ndef joined(",
        "    return left if left.empty else right\n\n\ndef joined(",
    ),
    Mutant(
        "sets use the base manager",
        ACCESSORS,
        '            column=None,\n            key=None,\n            is_parent_link=bool(field and field.relation and field.relation.is_parent_link),\n            manager="default" if kind in SETS else "base",',
        '            column=None,\n            key=None,\n            is_parent_link=bool(field and field.relation and field.relation.is_parent_link),\n            manager="base",',
    ),
    Mutant(
        "a join of rows loses the loads", STATE, "load=joined_loads(left.model, left.load, right.load)", "load=Load()"
    ),
    Mutant(
        "a join of querysets loses the loads",
        STATE,
        "plan=left.plan if left.plan == right.plan else joined(left.plan, right.plan)",
        "plan=left.plan if left.plan == right.plan else Plan(left.plan.model)",
    ),
    Mutant(
        "evaluated on both paths is not evaluated",
        STATE,
        "evaluated=left.evaluated and right.evaluated",
        "evaluated=False",
    ),
    Mutant(
        "a join forgets the items of the second path",
        STATE,
        "element=self._maybe(left.element, right.element)",
        "element=left.element",
    ),
    Mutant(
        "a rebinding is ignored",
        STATEMENTS,
        "            state.env[name] = value\n            frame.rebind",
        "            state.env.setdefault(name, value)\n            frame.rebind",
    ),
    Mutant(
        "a loop's else never runs",
        STATEMENTS,
        "    after = run(frame, state, source, node.iter, body)\n    return block(frame, after, node.other)",
        "    after = run(frame, state, source, node.iter, body)\n    return None",
    ),
    Mutant(
        "break goes on",
        STATEMENTS,
        '    (jumps.breaks if node.kind == "break" else jumps.continues).append(state)',
        "    jumps.continues.append(state)",
    ),
    Mutant(
        "constants do not decide a test",
        CONDITIONS,
        "    if decided is not None:\n        return (state",
        "    if decided is None:\n        return (state",
    ),
    Mutant(
        "a written relation is not loaded",
        ROWS,
        "    attrs = {**row.attrs, name: value}\n",
        "    attrs = dict(row.attrs)\n",
    ),
    Mutant(
        "a written key keeps the relation",
        ROWS,
        "            load = replace(load, relations=tuple(pair for pair in load.relations if pair[0] != field))",
        "            pass",
    ),
    Mutant("deferred columns are there", ROWS, "    if attname in row.load.deferred and", "    if not attname and"),
    Mutant(
        "generic keys are free",
        ROWS,
        '        _happens(frame, state, ref, accessor, node)\n    value = Unknown("target of a generic key"',
        '        pass\n    value = Unknown("target of a generic key"',
    ),
    Mutant(
        "a read of the same row happens in each iteration",
        ROWS,
        "        row.model,\n        row.nest,\n        row.made,",
        "        row.model,\n        frame.exec,\n        row.made,",
    ),
    Mutant(
        "all() of a prefetched set is a query",
        MANAGERS,
        '    if cached is not None and method.does == "all":',
        '    if cached is None and method.does == "all":',
    ),
    Mutant(
        "evaluating fills no cache",
        QUERYSETS,
        "    state.heap[ref.id] = replace(state.heap[ref.id], evaluated=True)",
        "    state.heap[ref.id] = replace(state.heap[ref.id], evaluated=False)",
    ),
    Mutant(
        "single rows are many",
        QUERYSETS,
        "    if plan.single or plan.empty or (plan.limit",
        "    if plan.empty or (plan.limit",
    ),
    Mutant("small slices are many rows", QUERYSETS, "SMALL = 10\n", "SMALL = 1\n"),
    Mutant(
        "rows of a set do not know their parent",
        LOADS,
        "    if back is None or (current",
        "    if not is_single or back is None or (current",
    ),
    Mutant("sorted() calls no key", BUILTINS, "    if key is not None and key != NONE:", "    if key is NONE:"),
    Mutant(
        "map() calls nothing", BUILTINS, "    each(frame, state, source, node, act)\n    return ref", "    return ref"
    ),
    Mutant(
        "append() keeps nothing",
        CONTAINERS,
        "    if name in ADDING and args.args:",
        "    if name in ADDING:\n        return NONE\n    if name in ADDING and args.args:",
    ),
    Mutant(
        "a generator's body never runs",
        CALLS,
        "    return _run_generator_body(frame, state, symbol, whole, values, node)\n\n\ndef _run_generator_body",
        '    return Unknown("never")\n\n\ndef _run_generator_body',
    ),
    Mutant("closures see nothing", CALLS, "state.env = {**dict(closure.captured), ", "state.env = {"),
    Mutant(
        "properties are values",
        ATTRIBUTES,
        "            if how.is_property:\n                return _property(frame, state, symbol, receiver",
        "            if how.is_property and not name:\n                return _property(frame, state, symbol, receiver",
    ),
)


def planted(mutant: Mutant, folder: Path) -> Path:
    """A folder with a copy of the package that holds the fault. Raises ValueError if the code has changed."""
    package = folder / "orm_lint"
    shutil.copytree(ROOT / "orm_lint", package, ignore=shutil.ignore_patterns("__pycache__"))
    path = package / mutant.module
    text = path.read_text()
    if text.count(mutant.old) != 1:
        raise ValueError(f"{mutant.what}: {mutant.module} holds the text {text.count(mutant.old)} times")
    path.write_text(text.replace(mutant.old, mutant.new))
    return folder
