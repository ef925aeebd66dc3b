"""Form fields whose choices are rows: each time that one is shown, its queryset is evaluated anew.

Section 8c of the truth table; `ModelChoiceIterator` in django/forms/models.py.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.arguments import argument_nest
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.calls import construct_instance
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    ModelManager,
    Ref,
    RelatedManager,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

FIELD = "django.forms.fields.Field"
CHOICE = "django.forms.models.ModelChoiceField"
MULTIPLE = "django.forms.models.ModelMultipleChoiceField"
WIDGET = "django.forms.widgets.Widget"
SELECT = "django.forms.widgets.ChoiceWidget"
ONLY_SELECTED = "django.contrib.admin.widgets.AutocompleteMixin"
RAW_KEY = "django.contrib.admin.widgets.ForeignKeyRawIdWidget"
DEFAULT = "$all"
"""The attribute of a field with the rows of the default manager, which labels are fetched from."""

RAW_KEYS = "django.contrib.admin.widgets.ManyToManyRawIdWidget"
DRAWING = ("optgroups", "options", "render", "get_context", "create_option")

CHOICES, CHOSEN = "choices", "chosen"
"""What events call the queries of a field: for all its rows, or for those that the row of the form points to."""

Shows = Literal["all", "selected", "label", "nothing"]


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`ModelChoiceField(queryset, widget=…)`, or a class of the project that derives from it."""
    if isinstance(frame.world.names.class_member(symbol, "__init__"), FunctionSymbol) and _states(
        frame, symbol, "__init__"
    ):
        return construct_instance(frame, state, symbol, args, node)
    ref = frame.make(state, ("choices", node.at, symbol.key), Instance(symbol, frame.exec))
    initialise(frame, state, Given((ref, *args.args), args.keywords, args.is_complete), node)
    return ref


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelChoiceField.__init__()`."""
    ref = args.args[0] if args.args else None
    held = state.held(ref)
    if isinstance(ref, Ref) and isinstance(held, Instance):
        rows = args.args[1] if len(args.args) > 1 else args.keyword("queryset")
        rows = rows if rows is not None and args.is_complete else Unknown("queryset that is not known")
        attrs = {**held.attrs, "queryset": rows, "widget": args.keyword("widget") or NONE}
        state.heap[ref.id] = replace(held, attrs=attrs)
    return NONE


def widget(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`Select(…)`: nothing of a widget matters but its class."""
    return frame.make(state, ("widget", node.at, symbol.key), Instance(symbol, frame.exec))


def shows(frame: Frame, state: State, field: Instance) -> Shows:
    """Which rows a field shows; nothing where that is not certain."""
    if "choices" in field.attrs or _states(frame, field.symbol, "iterator"):
        return "nothing"
    found = {_shown_by(frame, state, option) for option in options(field.attrs.get("widget", NONE))}
    return found.pop() if len(found) == 1 else "nothing"


def _shown_by(frame: Frame, state: State, value: Value) -> Shows:
    if value == NONE:
        return "all"
    held = state.held(value)
    symbol = value.symbol if isinstance(value, ClassValue) else held.symbol if isinstance(held, Instance) else None
    if symbol is None or any(_states(frame, symbol, name) for name in DRAWING):
        return "nothing"
    ancestors = [ancestor.dotted for ancestor in frame.world.names.mro(symbol)]
    if RAW_KEYS in ancestors:
        return "nothing"
    if RAW_KEY in ancestors:
        return "label"
    if ONLY_SELECTED in ancestors:
        return "selected"
    return "all" if SELECT in ancestors else "nothing"


def _states(frame: Frame, symbol: ClassSymbol, name: str) -> bool:
    """Whether a member is not Django's own."""
    found = frame.world.names.class_member(symbol, name)
    module = getattr(found, "module", None)
    return module is not None and not module.name.startswith("django.")


def show_field(frame: Frame, state: State, ref: Ref, value: Value, node: ir.Name) -> None:
    """Shows a field in a form: its choices with the text of each. `value` is what the row of the form has for it."""
    field = state.heap.get(ref.id)
    if not isinstance(field, Instance):
        return
    match shows(frame, state, field):
        case "all":
            _each_choice(frame, state, ref, "queryset", node)
        case "selected":
            is_many = frame.world.names.descends_from(field.symbol, frozenset({MULTIPLE}))
            _each_choice(frame, state, ref, "queryset", node, value, is_one=not is_many)
        case "label":
            _label(frame, state, ref, value, node)


def _label(frame: Frame, state: State, ref: Ref, value: Value, node: ir.Name) -> None:
    """One row is fetched for its text. No queryset of the project does it, so what the text reads goes with it."""
    for option in options(attributes.read(frame, state, ref, DEFAULT, node)):
        found = _asked(frame, state, option, value, True, node)
        if found is not None:
            querysets.evaluate(frame, state, found, CHOSEN, node)


def _each_choice(
    frame: Frame, state: State, ref: Ref, name: str, node: ir.Name, chosen: Value | None = None, is_one: bool = False
) -> None:
    """Evaluates the rows of a field, or those of them that are chosen, and takes the text of each."""
    for option in options(attributes.read(frame, state, ref, name, node)):
        found = _asked(frame, state, option, chosen, is_one, node)
        if found is not None:
            querysets.evaluate(frame, state, found, CHOICES if chosen is None else CHOSEN, node)
            source = source_of(frame, state, found, node)
            each(frame, state, source, node, lambda inner, row: _text(frame, inner, ref, row, node))


def _asked(
    frame: Frame, state: State, rows: Value, chosen: Value | None, is_one: bool, node: ir.Name
) -> Ref | None:  # fmt: skip
    """The queryset that is evaluated: a new one each time; it counts as filtered, as a form needs its rows."""
    if isinstance(rows, ModelManager | RelatedManager):
        rows = queryset_of(frame, state, rows, node)
    base = state.held(rows)
    if not isinstance(base, QuerySet) or base.plan.empty:
        return None
    deps = base.deps | frozenset(argument_nest(state, chosen) if chosen is not None else ())
    plan = replace(base.plan, filtered=True, single=base.plan.single or is_one)
    made = replace(base, plan=plan, nest=frame.exec, deps=deps, evaluated=False, element=None)
    return frame.make(state, ("choices", node.at, node.id), made)


def _text(frame: Frame, state: State, ref: Ref, row: Value, node: ir.Name) -> None:
    """The text of a choice: `label_from_instance()`, as the field or its class has it, else `__str__`."""
    held = state.heap.get(ref.id)
    if not isinstance(held, Instance) or not isinstance(row, Ref) or not isinstance(state.heap.get(row.id), Row):
        return
    call = ir.Call(node.at, node, (), ())
    if "label_from_instance" in held.attrs:
        label = call_value(frame, state, held.attrs["label_from_instance"], Given((row,)), call)
        show(frame, state, label, node)
        return
    own = attributes.call_member(frame, state, ref, "label_from_instance", node, row)
    show(frame, state, row if own is None else own, node)


MODELS: tuple[tuple[str, CallModel], ...] = ((f"{CHOICE}.__init__", initialise),)
CLASSES: tuple[tuple[str, ClassModel], ...] = ((CHOICE, construct), (WIDGET, widget))
