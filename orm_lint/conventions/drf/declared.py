"""Which fields a serializer class has: declared in its body or an ancestor's, or implied by `Meta` from the model."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own, places_of
from orm_lint.conventions.common.places import first_stated
from orm_lint.conventions.drf.fields import Field, Kind, Origin, described, kind_of, without_objects
from orm_lint.interpreter import attributes
from orm_lint.interpreter.calls import run_expression
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Items, Table, Value

COLLECTING = frozenset({"rest_framework.serializers.Serializer"})
MODEL_SERIALIZER = frozenset({"rest_framework.serializers.ModelSerializer"})
LINKING = frozenset({"rest_framework.serializers.HyperlinkedModelSerializer"})
BUILDING = ("build_field", "build_relational_field", "build_standard_field", "build_nested_field", "get_extra_kwargs")
MAKING = "get_fields"
NAMING = ("get_field_names", "get_default_field_names")
USUAL = frozenset({
    "rest_framework.relations.PrimaryKeyRelatedField", "rest_framework.relations.HyperlinkedRelatedField",
})  # fmt: skip
ALL = "__all__"


def fields_of(frame: Frame, symbol: ClassSymbol) -> tuple[Field, ...]:
    """The fields that a serializer class shows, in no particular order. They are worked out once."""
    key = ("fields of a serializer", symbol.key)
    known = frame.world.class_values.get(key)
    if not isinstance(known, tuple):
        known = frame.world.class_values[key] = tuple(_fields_of(frame, symbol))
    return known


def place_name(field: Field) -> str:
    """The place of a field, as a text without blanks."""
    return f"{field.stop.module.name}:{field.stop.at}"


class Below(Struct, frozen=True):
    """What a serializer class nests, on any level: the places of the fields, the classes."""

    places: frozenset[str]
    classes: tuple[ClassSymbol, ...]


def nested_below(frame: Frame, symbol: ClassSymbol) -> Below | None:
    """What a serializer class nests; None if code makes fields. It is worked out once."""
    key = ("nested below", symbol.key)
    if key not in frame.world.class_values:
        frame.world.class_values[key] = _nested_below(frame, symbol)
    known = frame.world.class_values[key]
    return known if isinstance(known, Below) else None


def _nested_below(frame: Frame, symbol: ClassSymbol) -> Below | None:
    places: set[str] = set()
    waiting = [symbol]
    for owner in waiting:  # grows on the way
        if is_own(frame, owner, MAKING):
            return None
        for field in (_innermost(field) for field in fields_of(frame, owner)):
            if field.symbol is not None and field.kind == "nested":
                places.add(place_name(field))
                if all(field.symbol.key != known.key for known in waiting):
                    waiting.append(field.symbol)
    return Below(frozenset(places), tuple(waiting))


def _innermost(field: Field) -> Field:
    """What shows the elements of lists in lists."""
    return field if field.child is None else _innermost(field.child)


def _fields_of(frame: Frame, symbol: ClassSymbol) -> Iterator[Field]:
    declared = declared_by(frame, symbol)
    meta = frame.world.names.class_member(symbol, "Meta")
    model = _model(frame, meta) if isinstance(meta, ClassSymbol) else None
    if not frame.world.names.descends_from(symbol, MODEL_SERIALIZER) or not isinstance(meta, ClassSymbol):
        yield from declared.values()
        return
    if any(is_own(frame, symbol, name) for name in NAMING):
        frame.world.count("cut: serializers whose names of fields are computed")
        return
    for name, stop in _named(frame, meta, model, declared):
        field = declared.get(name) or _implied(frame, symbol, meta, model, name, stop)
        if field.kind == "unknown":
            frame.world.count("cut: fields of serializers whose class is not known")
        yield field


def declared_by(frame: Frame, symbol: ClassSymbol) -> dict[str, Field]:
    """The fields that the class and its ancestors declare.

    A class that is no serializer declares none, whatever it assigns; in a serializer, what is no field takes the field
    of an ancestor away.
    """
    names = frame.world.names
    found: dict[str, Field] = {}
    for owner in reversed(names.mro(symbol)):
        if not isinstance(owner, ClassSymbol) or owner.module.evidence != "project":
            continue
        if not names.descends_from(owner, COLLECTING) and not names.has_unread_base(owner):
            continue
        for name, bindings in names.members(owner).names.items():
            binding = bindings[-1]
            is_made = isinstance(binding, Assigned) and isinstance(binding.value, ir.Call | ir.Name | ir.Attr)
            if is_made:
                _declare(frame, found, owner, name, binding.value)  # type: ignore[union-attr, arg-type]
            else:
                found.pop(name, None)
    return found


def _declare(frame: Frame, found: dict[str, Field], owner: ClassSymbol, name: str, expr: ir.Expr) -> None:
    state, stop = State({}, {}), Stop(owner.module, expr.at, name)
    value = run_expression(frame, state, owner.module, expr, owner, ir.Name(expr.at, name))
    field = without_objects(described(frame, state, name, value, stop))
    if field is None or (field.kind == "unknown" and not isinstance(expr, ir.Call)):
        found.pop(name, None)
    else:
        found[name] = replace(field, origin=Origin(owner.module, expr, owner))


def _named(
    frame: Frame, meta: ClassSymbol, model: Model | None, declared: dict[str, Field]
) -> Iterator[tuple[str, Stop]]:
    """The names in `Meta.fields`, or all fields of the model but those in `exclude`, with the place that says so."""
    stop = first_stated(frame.world, meta, "fields", "exclude", "model")
    value = constant(frame, meta, "fields")
    if isinstance(value, Items):
        places = places_of(frame.world, meta, "fields")
        yield from ((name, places.get(name, stop)) for name in value.texts)
        return
    for name, field in declared.items():
        yield name, field.stop
    if value is not None and value != ALL:
        frame.world.count("cut: serializers whose Meta.fields are not known")
        return
    excluded = texts(constant(frame, meta, "exclude"))
    for known in model.fields if model is not None else ():
        is_shown = known.name not in excluded and known.name not in declared
        if is_shown and known.kind in ("plain", "forward", "one_to_one", "many_to_many"):
            yield known.name, stop


def _implied(frame: Frame, symbol: ClassSymbol, meta: ClassSymbol, model: Model | None, name: str, stop: Stop) -> Field:
    """A field that no class declares: what the model has by that name."""
    extra = _extra(frame, meta, name)
    if extra.get("write_only") is True or name in texts(constant(frame, meta, "write_only_fields")):
        return Field(name, "hidden", stop, ())
    source = extra.get("source")
    path = str(source) if isinstance(source, str) and source != "*" else name
    if model is None or any(is_own(frame, symbol, own) for own in BUILDING):
        return Field(name, "unknown", stop, (path,))
    depth = constant(frame, meta, "depth")
    accessor = frame.world.accessors.find(model.label, path)
    if accessor is None or accessor.kind == "column":
        return Field(name, "implied", stop, (path,))
    if isinstance(depth, int) and depth:
        return Field(name, "implied", stop, (path,), depth=depth)
    kind, related, shown = _relational(frame, symbol, extra)
    to = accessor.field.relation.to_field if accessor.field is not None and accessor.field.relation else None
    if to and shown is None and accessor.is_single and not _is_key(frame, accessor.target, to):
        kind, related = "slug", to
    return Field(name, kind, stop, (path,), accessor.is_set, shown, related)


def _relational(frame: Frame, symbol: ClassSymbol, extra: Table) -> tuple[Kind, str, ClassSymbol | None]:
    """What shows relations: keys, links, or a class of fields that the project names."""
    own = class_in(frame, symbol, "serializer_related_field")
    if own is not None and own.dotted not in USUAL:
        is_overridden = any(is_own(frame, own, name) for name in ("to_representation", "get_attribute"))
        return "custom" if is_overridden else kind_of(frame.world, own), "pk", own
    lookup = extra.get("lookup_field")
    if frame.world.names.descends_from(symbol, LINKING) and isinstance(lookup, str):
        return "link", lookup, None
    return "implied", "pk", None


def _is_key(frame: Frame, target: str | None, name: str) -> bool:
    accessor = frame.world.accessors.find(target, name) if target is not None else None
    return accessor is None or accessor.field is None or accessor.field.primary_key


def _extra(frame: Frame, meta: ClassSymbol, name: str) -> Table:
    table = constant(frame, meta, "extra_kwargs")
    found = table.get(name) if isinstance(table, Table) else None
    return found if isinstance(found, Table) else Table(())


def _model(frame: Frame, meta: ClassSymbol) -> Model | None:
    found = class_in(frame, meta, "model")
    return frame.world.model_of(found) if found is not None else None


def class_in(frame: Frame, owner: ClassSymbol, name: str) -> ClassSymbol | None:
    """The class that a member of a class holds."""
    if frame.world.names.class_member(owner, name) is None:
        return None
    value = attributes.of_class(frame, State({}, {}), owner, name, ir.Name(owner.node.at, name))
    return value.symbol if isinstance(value, ClassValue) else None


def constant(frame: Frame, symbol: ClassSymbol, name: str) -> Value:
    """A constant of a class, inherited ones included; None if there is none."""
    bound = frame.world.evaluator.class_lookup(symbol, name)
    return bound.value if bound is not None else None


def texts(value: Value) -> tuple[str, ...]:
    """The texts in a list or tuple, as far as they are known."""
    return value.texts if isinstance(value, Items) else ()
