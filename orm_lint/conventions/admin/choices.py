"""The form fields of an admin class: what each relation of its model lets choose from, and how.

`BaseModelAdmin.formfield_for_dbfield` in django/contrib/admin/options.py.
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.admin.fields import ADMIN, BASE, excluded, form_of, names_of, shown_fields
from orm_lint.conventions.admin.rows import model_of
from orm_lint.conventions.common.members import symbol_of, texts_of
from orm_lint.conventions.forms.choices import CHOICE, DEFAULT, MULTIPLE
from orm_lint.conventions.forms.model_forms import base_fields, form_class
from orm_lint.interpreter import attributes
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.managers import default_manager, queryset_of
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Const, ModelManager, Plain, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Field, Model
from orm_lint.project.symbols import ClassSymbol

INLINE = "django.contrib.admin.options.InlineModelAdmin"
GENERIC = "django.contrib.contenttypes.admin.GenericInlineModelAdmin"
FORMSET = "django.forms.models.BaseInlineFormSet"
WIDGETS = "django.contrib.admin.widgets"
AUTOCOMPLETE = f"{WIDGETS}.AutocompleteSelect"
RELATED = frozenset({"forward", "one_to_one"})


def make_form(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.get_form()`: the form class, with a field for each name that is shown."""
    admin, request, row = (*args.args, NONE, NONE)[:3]
    model = model_of(frame, state, admin, node)
    if model is None or not isinstance(admin, Ref):
        return Unknown("form of a model that is not known")
    shown = {one.name: one.stop for one in shown_fields(frame, state, admin, request, row, node)}
    left = excluded(frame, state, admin, node, request, row)
    symbol = form_of(frame, state, admin, node)

    def make(inner: State, field: Field, asked: Value) -> Value:
        stop = shown[field.name]
        outer, frame.module = frame.module, stop.module
        try:
            return field_for(frame, inner, admin, model, field, request, asked, stop)
        finally:
            frame.module = outer

    fields = base_fields(frame, state, symbol, model, tuple(name for name in shown if name not in left), make)
    return form_class(frame, state, symbol, fields, node)


def make_formset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`InlineModelAdmin.get_formset()`: the class of the forms hangs on that of the set."""
    admin = args.args[0]
    named = attributes.read(frame, state, admin, "formset", ir.Name(node.at, "formset"))
    known = (
        named.symbol if isinstance(named, ClassValue) else frame.world.names.follow(frame.world.names.dotted(FORMSET))
    )
    if not isinstance(known, ClassSymbol):
        return Unknown("formset that is not known")
    form = make_form(frame, state, args, node)
    return frame.make(state, ("formset", node.at), Instance(known, frame.exec, {"form": form}))


def field_for(
    frame: Frame, state: State, admin: Ref, model: Model, field: Field, request: Value, widget: Value, stop: Stop
) -> Value:
    """`formfield_for_dbfield()`, as the class has it."""
    known = frame.world.names.follow(frame.world.names.dotted(field.type))
    if not isinstance(known, ClassSymbol):
        return Plain()
    target = frame.world.graph.get(field.relation.target) if field.relation and field.relation.target else None
    related: Value = ClassValue(target.symbol) if target is not None else Unknown("model that is not known")
    attrs: dict[str, Value] = {
        "name": Const(field.name), "attname": Const(field.attname), "model": ClassValue(model.symbol),
        "$model": Const(model.label), "related_model": related,
    }  # fmt: skip
    db_field = frame.make(state, ("field", stop.at, field.name, model.label), Instance(known, frame.exec, attrs))
    given = Given((db_field, request), (("widget", widget),) if widget != NONE else ())
    made = _call(frame, state, admin, "formfield_for_dbfield", given, ir.Name(stop.at, field.name))
    return _kept(frame, state, made, field.name, stop.at)


def _kept(frame: Frame, state: State, value: Value, name: str, at: int) -> Value:
    """The form field as an object of its own: what the call for the next field makes has the same numbers."""
    held = state.held(value)
    if not isinstance(held, Instance):
        return value
    attrs = dict(held.attrs)
    for attr, known in held.attrs.items():
        inner = state.held(known)
        if inner is not None:
            attrs[attr] = frame.make(state, ("kept", at, name, attr), inner)
    return frame.make(state, ("kept", at, name), replace(held, attrs=attrs))


def _call(frame: Frame, state: State, admin: Value, name: str, given: Given, node: ir.Expr) -> Value:
    value = attributes.read(frame, state, admin, name, node)
    return call_value(frame, state, value, given, ir.Call(node.at, node, (), ()))


def _field(frame: Frame, state: State, value: Value) -> tuple[Field, Model] | None:
    """The field of a model, and that model, that an instance of a field class stands for."""
    held = state.held(value)
    attrs = held.attrs if isinstance(held, Instance) else {}
    label, name = attrs.get("$model"), attrs.get("name")
    if not isinstance(label, Const) or not isinstance(name, Const):
        return None
    model = frame.world.accessors.model(str(label.value))
    field = model.by_name.get(str(name.value)) if model is not None else None
    return (field, model) if field is not None and model is not None else None


def for_dbfield(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseModelAdmin.formfield_for_dbfield()`."""
    admin, db_field = args.args[0], args.args[1] if len(args.args) > 1 else NONE
    known = _field(frame, state, db_field)
    if known is None or _is_overridden(frame, state, admin, symbol_of(state, db_field), node):
        return Plain()
    name = "formfield_for_foreignkey" if known[0].kind in RELATED else "formfield_for_manytomany"
    given = Given(args.args[1:], args.keywords, args.is_complete)
    return _call(frame, state, admin, name, given, ir.Name(node.at, name)) if known[0].kind != "plain" else Plain()


def _is_overridden(frame: Frame, state: State, admin: Value, field: ClassSymbol | None, node: ir.Node) -> bool:
    """Whether `formfield_overrides` may say something of a relation: Django asks for its very class."""
    value = attributes.read(frame, state, admin, "formfield_overrides", ir.Name(node.at, "formfield_overrides"))
    box = state.held(value)
    keys = options(box.keys) if isinstance(box, Box) and box.keys is not None else ()
    return any(not isinstance(key, ClassValue) or (field is not None and key.symbol.key == field.key) for key in keys)


def for_foreign_key(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseModelAdmin.formfield_for_foreignkey()`."""
    return _made(frame, state, args, node, CHOICE, "ForeignKeyRawIdWidget")


def for_many_to_many(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseModelAdmin.formfield_for_manytomany()`: none where the joining model is the project's."""
    known = _field(frame, state, args.args[1] if len(args.args) > 1 else NONE)
    through = known[0].relation.through if known is not None and known[0].relation is not None else None
    if through is not None and frame.world.graph.get(through) is not None:
        return NONE
    return _made(frame, state, args, node, MULTIPLE, "ManyToManyRawIdWidget")


def _made(frame: Frame, state: State, args: Given, node: ir.Call, kind: str, raw: str) -> Value:
    admin, db_field, request = (*args.args, NONE, NONE)[:3]
    known = _field(frame, state, db_field)
    symbol = frame.world.names.follow(frame.world.names.dotted(kind))
    relation = known[0].relation if known is not None else None
    manager = default_manager(frame, relation.target) if relation is not None and relation.target else None
    if known is None or manager is None or not isinstance(symbol, ClassSymbol) or not args.is_complete:
        return Plain()
    widget = args.keyword("widget")
    if widget is None or widget == NONE:
        widget = _widget(frame, state, admin, known[0].name, request, raw, node)
    whole = _whole(frame, state, known[0], manager)
    attrs: dict[str, Value] = {"queryset": args.keyword("queryset") or whole, "widget": widget, DEFAULT: whole}
    key = ("form field", node.at, known[1].label, known[0].name)
    return frame.make(state, key, Instance(symbol, frame.exec, attrs))


def _whole(frame: Frame, state: State, field: Field, manager: ModelManager) -> Value:
    """All rows that a relation may point to. Nobody wrote this queryset: the relation stands for it."""
    hook = "formfield_for_manytomany" if field.kind == "many_to_many" else "formfield_for_foreignkey"
    frame.world.remedies[field.place] = Remedy(f'a queryset for "{field.name}" in {hook}()')
    module, behalf = frame.module, frame.behalf
    frame.module, frame.behalf = field.place.module, None  # rows of another model than those of the class
    try:
        return queryset_of(frame, state, manager, ir.Name(field.place.at, field.name))
    finally:
        frame.module, frame.behalf = module, behalf


def _widget(
    frame: Frame, state: State, admin: Value, name: str, request: Value, raw: str, node: ir.Call
) -> Value:  # fmt: skip
    """The widget that the lists of the class choose for a field; None for a plain select."""
    if name in names_of(frame, state, admin, "get_autocomplete_fields", node, request):
        chosen = AUTOCOMPLETE
    elif name in texts_of(state, attributes.read(frame, state, admin, "raw_id_fields", ir.Name(node.at, name))):
        chosen = f"{WIDGETS}.{raw}"
    else:
        return NONE
    found = frame.world.names.follow(frame.world.names.dotted(chosen))
    return ClassValue(found) if isinstance(found, ClassSymbol) else Unknown("widget that is not known")


def formfield(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`db_field.formfield(queryset=…)`."""
    known = _field(frame, state, args.args[0])
    kind = CHOICE if known is not None and known[0].kind in RELATED else MULTIPLE
    return _made(frame, state, Given((NONE, *args.args), args.keywords, args.is_complete), node, kind, "")


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{BASE}.formfield_for_dbfield", for_dbfield),
    (f"{BASE}.formfield_for_foreignkey", for_foreign_key),
    (f"{BASE}.formfield_for_manytomany", for_many_to_many),
    (f"{ADMIN}.get_form", make_form),
    (f"{INLINE}.get_formset", make_formset),
    (f"{GENERIC}.get_formset", make_formset),
    ("django.db.models.fields.related.ForeignKey.formfield", formfield),
    ("django.db.models.fields.related.ManyToManyField.formfield", formfield),
)
