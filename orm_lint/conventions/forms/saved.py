"""Forms of a model: the row that a form is for, and that its `save()` gives.

https://docs.djangoproject.com/en/stable/topics/forms/modelforms/#the-save-method
"""

from __future__ import annotations

from orm_lint.conventions.common.members import runs_own_init
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import NOBODY, Instance, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Partial, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load
from orm_lint.project.symbols import ClassSymbol

BASE = "django.forms.models.BaseModelForm"
FORM = "django.forms.models.ModelForm"
FACTORY = "django.forms.models.modelform_factory"
INSTANCE = "instance"
MODEL = "$model"
PLACE = 9
"""Of `instance` among the positional arguments."""


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """A form with the row that it is given, else with a new one of its model; its own `__init__` runs on it."""
    given = args.keyword(INSTANCE) or (args.args[PLACE] if len(args.args) > PLACE else NONE)
    model = args.keyword(MODEL) or _stated_model(frame, state, symbol)
    row = given if _is_row(state, given) else _new_row(frame, state, model, node)
    form = frame.make(state, ("form", node.at, symbol.key), Instance(symbol, frame.exec, {INSTANCE: row}))
    runs_own_init(frame, state, form, symbol, args, node)
    return form


def save(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`form.save()` gives the row of the form."""
    return attributes.read(frame, state, args.args[0], INSTANCE, node) if args.args else Unknown("form")


def factory(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`modelform_factory(model, form=ModelForm)`: a form class that says its model when a form of it is made."""
    form = args.keyword("form") or (args.args[1] if len(args.args) > 1 else NONE)
    if not isinstance(form, ClassValue):
        symbol = frame.world.names.follow(frame.world.names.dotted(FORM))
        form = ClassValue(symbol) if isinstance(symbol, ClassSymbol) else Unknown("form class that is not known")
    return Partial(form, (), ((MODEL, args.args[0]),)) if args.args else Unknown("missing argument")


def _is_row(state: State, value: Value) -> bool:
    return any(isinstance(option, Ref) and isinstance(state.heap.get(option.id), Row) for option in options(value))


def _stated_model(frame: Frame, state: State, symbol: ClassSymbol) -> Value:
    """The model in the `Meta` of a form."""
    meta = frame.world.names.class_member(symbol, "Meta")
    if not isinstance(meta, ClassSymbol) or frame.world.names.class_member(meta, "model") is None:
        return NONE
    return attributes.of_class(frame, state, meta, "model", ir.Name(meta.node.at, "model"))


def _new_row(frame: Frame, state: State, value: Value, node: ir.Call) -> Value:
    """A row of a model: by the time that somebody asks the form for it, it has been saved."""
    model = frame.world.model_of(value.symbol) if isinstance(value, ClassValue) else None
    if model is None:
        return Unknown("form of a model that is not known")
    row = Row(model.label, Load(), frame.exec, NOBODY, model.label, is_one=True)
    return frame.make(state, ("form row", node.at, model.label), row)


MODELS: tuple[tuple[str, CallModel], ...] = ((f"{BASE}.save", save), (FACTORY, factory))
CLASSES: tuple[tuple[str, ClassModel], ...] = ((BASE, construct),)
