"""The fields of a form: those that its class declares, and those that are made from the fields of a model.

https://docs.djangoproject.com/en/stable/topics/forms/modelforms/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own, runs_own_init, texts_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Const, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Field, Model
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol

MODEL_FORM = "django.forms.models.ModelForm"
FIELDS = frozenset({"django.forms.fields.Field"})
RELATIONS = frozenset({"forward", "one_to_one", "many_to_many"})
IN_FORMS = RELATIONS | {"plain"}

FormField = Callable[[State, Field, Value], Value]
"""Makes the form field of a model's field; the value is the widget that the form asks for, or None."""


class Meta(Struct, frozen=True):
    """What `class Meta` of a form says; None where it says nothing."""

    fields: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    widgets: Mapping[str, Value] = {}


def meta_of(frame: Frame, state: State, symbol: ClassSymbol | None) -> Meta:
    """The `Meta` of a form class of the project."""
    meta = frame.world.names.class_member(symbol, "Meta") if symbol is not None else None
    if not isinstance(meta, ClassSymbol):
        return Meta()

    def read(name: str) -> Value:
        if frame.world.names.class_member(meta, name) is None:
            return NONE
        return attributes.of_class(frame, state, meta, name, ir.Name(meta.node.at, name))

    fields, exclude, widgets = read("fields"), read("exclude"), read("widgets")
    box = state.held(widgets)
    named = {str(name): value for name, value in box.entries.items()} if isinstance(box, Box) else {}
    return Meta(
        texts_of(state, fields) if isinstance(fields, Ref) else None,
        texts_of(state, exclude) if isinstance(exclude, Ref) else None,
        named,
    )


def declared(frame: Frame, state: State, symbol: ClassSymbol | None) -> dict[str, Value]:
    """The fields that a form class and its ancestors assign, by name; None takes one away."""
    found: dict[str, Value] = {}
    names = frame.world.names
    for owner in reversed(names.mro(symbol)) if symbol is not None else ():
        if not isinstance(owner, ClassSymbol) or owner.module.evidence != "project":
            continue
        for name, bindings in names.members(owner).names.items():
            binding = bindings[-1]
            if isinstance(binding, Assigned) and _is_field(frame, owner, binding.value):
                node = ir.Name(binding.at, name)
                found[name] = attributes.of_class(frame, state, owner, name, node)
    return found


def _is_field(frame: Frame, owner: ClassSymbol, value: ir.Expr | None) -> bool:
    if not isinstance(value, ir.Call):
        return False
    found = frame.world.names.follow(frame.world.names.resolve(owner.module, value.func, (owner,)))
    return isinstance(found, ClassSymbol) and frame.world.names.descends_from(found, FIELDS)


def implied(model: Model) -> Iterator[Field]:
    """The fields of a model that a form shows unless it says which."""
    for field in model.fields:
        is_parent = field.relation is not None and field.relation.is_parent_link  # has no form field
        if field.kind in IN_FORMS and not (field.is_auto_created or is_parent or "editable" in field.arguments):
            yield field


def base_fields(
    frame: Frame, state: State, symbol: ClassSymbol | None, model: Model, names: tuple[str, ...] | None, make: FormField
) -> dict[str, Value]:
    """The fields of a form class: `names` of the model's, all of them for None, and what it declares."""
    meta = meta_of(frame, state, symbol)
    own = declared(frame, state, symbol)
    wanted = names if names is not None else meta.fields
    left = frozenset(meta.exclude or ()) if names is None else frozenset()
    found: dict[str, Value] = {}
    for field in implied(model):
        if (wanted is None or field.name in wanted) and field.name not in left:
            found[field.name] = Plain()
            if field.kind in RELATIONS and field.name not in own:
                made = make(state, field, meta.widgets.get(field.name, NONE))
                if made != NONE:
                    found[field.name] = made
                else:
                    del found[field.name]
    return {**found, **own}


def form_class(
    frame: Frame, state: State, symbol: ClassSymbol | None, fields: Mapping[str, Value], node: ir.Node
) -> Value:
    """What stands for a form class that was made with these fields: code of the project may change them."""
    known = symbol or frame.world.names.follow(frame.world.names.dotted(MODEL_FORM))
    if not isinstance(known, ClassSymbol):
        return Unknown("form class that is not known")
    entries: dict[str | int | None, Value] = dict(fields.items())
    ref = frame.make(state, ("base fields", node.at), Box("dict", frame.exec, entries=entries))
    return frame.make(state, ("form class", node.at), Instance(known, frame.exec, {"base_fields": ref}))


def fields_of_class(state: State, form: Value) -> Mapping[str, Value]:
    """The fields of what `form_class` gave, as they are now; none where it is anything else."""
    held = state.held(form)
    return _entries(state, held.attrs.get("base_fields")) if isinstance(held, Instance) else {}


def _entries(state: State, value: Value | None) -> Mapping[str, Value]:
    box = state.held(value)
    return {str(name): held for name, held in box.entries.items()} if isinstance(box, Box) else {}


def instantiated(frame: Frame, state: State, form: Value, row: Value, node: ir.Node) -> Mapping[str, Value]:
    """The fields of an instance of a form class for a row, after `__init__` of the project has run on it."""
    held = state.held(form)
    fields = fields_of_class(state, form)
    if not isinstance(held, Instance):
        return {}
    if not is_own(frame, held.symbol, "__init__"):
        return fields
    box = frame.make(state, ("fields", node.at), Box("dict", frame.exec, entries=_copies(frame, state, fields, node)))
    attrs: dict[str, Value] = {"fields": box, "instance": row, "initial": Plain(), "is_bound": Const(False)}
    ref = frame.make(state, ("form", node.at), Instance(held.symbol, frame.exec, attrs))
    runs_own_init(frame, state, ref, held.symbol, Given((), (("instance", row),)), node)
    made = state.heap[ref.id]
    return _entries(state, made.attrs.get("fields")) if isinstance(made, Instance) else {}


def _copies(frame: Frame, state: State, fields: Mapping[str, Value], node: ir.Node) -> dict[str | int | None, Value]:
    """Each form has fields of its own."""
    found: dict[str | int | None, Value] = {}
    for name, value in fields.items():
        held = state.held(value)
        own = replace(held, nest=frame.exec) if isinstance(held, Instance) else None
        found[name] = frame.make(state, ("field", node.at, name), own) if own is not None else value
    return found


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().__init__()` in a form: the fields are there, the row is that of the argument."""
    return NONE


MODELS: tuple[tuple[str, CallModel], ...] = tuple(
    (f"django.forms.{name}.__init__", initialise)
    for name in ("models.BaseModelForm", "models.ModelForm", "forms.BaseForm", "forms.Form")
)
