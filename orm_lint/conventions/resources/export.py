"""django-import-export: an export writes each field of the resource for every row.

As measured with 4.4: `dehydrate_<field>` comes before the field; a field without one reads its `attribute`, over `__`.
A foreign key that `Meta` implies is read by its column, unless `Meta.widgets` has a widget for it; a many-to-many
relation asks `.all()` of each row. `owner__name` in `Meta.fields` reads the owner. Declared fields that `Meta.fields`
does not name are left out. Rows with prefetches come in pages, which keep them. Options of ancestors hold.
The admin exports the rows of its change list: `get_queryset` of a resource counts only where nobody hands it rows.
What an import does row by row is not followed: it looks up, checks and saves each row by itself.
https://django-import-export.readthedocs.io/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.admin.registry import registered
from orm_lint.conventions.admin.rows import listed_rows
from orm_lint.conventions.admin.rows import model_of as model_of_admin
from orm_lint.conventions.common.build import attribute, method, put
from orm_lint.conventions.common.declared import Declared
from orm_lint.conventions.common.members import call_own, entries_of, is_own, items_of, symbol_of
from orm_lint.conventions.common.places import called_at, nearest_stated, placed, stated
from orm_lint.conventions.common.row import one_page
from orm_lint.conventions.resources.fields import RESOURCE, fields_of, model_of
from orm_lint.conventions.resources.values import write
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Plain, Ref, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

WORDS = ("export",)
MODEL_RESOURCE = "import_export.resources.ModelResource"
ADMIN = "import_export.admin.ExportMixin"
ADMINS = frozenset({ADMIN})
CLASSES_OF = ("resource_classes", "resource_class", "get_export_resource_classes", "get_resource_classes",
              "get_export_resource_class")  # fmt: skip


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """An export from an admin class."""
    if isinstance(symbol, ClassSymbol) and world.names.descends_from(symbol, ADMINS):
        at = symbol.node.at
        for model in registered(world, symbol):
            page = method(at, "export_action", attribute(at, "self", "request"))
            yield Start(symbol, (put(at, "model", model), page), symbol)


def export(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Resource.export(queryset)`."""
    resource = args.args[0]
    symbol = symbol_of(state, resource)
    if symbol is None or not isinstance(resource, Ref):
        return Unknown("resource that is not known")
    rows = args.args[1] if len(args.args) > 1 else args.keyword("queryset") or NONE
    if rows == NONE:
        rows = call_own(frame, state, resource, "get_queryset", node)
    if is_own(frame, symbol, "filter_export"):
        rows = call_own(frame, state, resource, "filter_export", node, rows)
    write_rows(frame, state, resource, symbol, rows, node)
    return Plain()


def write_rows(frame: Frame, state: State, resource: Ref, symbol: ClassSymbol, rows: Value, node: ir.Call) -> None:
    """Writes all fields of each row, on behalf of the call."""
    fields = fields_of(frame, state, symbol)

    def write_row(inner: State, row: Value) -> None:
        with called_at(frame, node):
            for field in fields:
                _write(frame, inner, resource, field, row)

    rows = one_page(frame, state, queryset_from(frame, state, rows, node), node)
    each(frame, state, source_of(frame, state, rows, node), node, write_row)


def _write(frame: Frame, state: State, resource: Ref, field: Declared, row: Value) -> None:
    """Writes one field, for what the project says of it: a method of its own, else where the field is named."""
    symbol = symbol_of(state, resource)
    own = f"dehydrate_{field.name}"
    has_own = symbol is not None and stated(frame.world, symbol, own) is not None
    stop = nearest_stated(frame.world, symbol, own) if has_own and symbol is not None else field.stop
    with placed(frame, stop) as node:
        write(frame, state, resource, field, row, node)


def rows_of(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelResource.get_queryset()`: all rows of the model."""
    symbol = symbol_of(state, args.args[0])
    model = model_of(frame, state, symbol) if symbol is not None else None
    if model is None:
        return Unknown("resource of a model that is not known")
    return queryset_from(frame, state, ClassValue(model.symbol), node)


def export_action(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """The export of an admin class: the rows of its change list, by each of its resources."""
    admin = args.args[0]
    symbol, model = symbol_of(state, admin), model_of_admin(frame, state, admin, node)
    if symbol is None or model is None or not isinstance(admin, Ref):
        return Unknown("admin of a model that is not known")
    with placed(frame, nearest_stated(frame.world, symbol, *CLASSES_OF)) as place:
        call = ir.Call(place.at, place, (), ())
        for found in _resources(frame, state, admin, symbol, call):
            resource = frame.make(state, ("resource", found.key), Instance(found, frame.exec))
            shown = entries_of(frame, state, admin, "list_display", "get_list_display", node, NONE)
            if is_own(frame, symbol, "get_export_queryset"):
                rows = call_own(frame, state, admin, "get_export_queryset", node, NONE)
            else:
                rows = listed_rows(frame, state, admin, NONE, shown, model, node)
            write_rows(frame, state, resource, found, rows, call)
    return Unknown("response")


def _resources(frame: Frame, state: State, admin: Ref, symbol: ClassSymbol, node: ir.Call) -> Iterator[ClassSymbol]:
    """The resource classes that an admin class names."""
    for name in CLASSES_OF:
        if stated(frame.world, symbol, name) is None:
            continue
        value = attributes.read(frame, state, admin, name, ir.Name(node.at, name))
        if is_own(frame, symbol, name):
            value = call_own(frame, state, admin, name, node, NONE)
        held = [item for option in options(value) for item in (option, *items_of(state, option))]
        yield from dict.fromkeys(item.symbol for item in held if isinstance(item, ClassValue))
        return


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{RESOURCE}.export", export),
    (f"{MODEL_RESOURCE}.get_queryset", rows_of),
    (f"{ADMIN}.export_action", export_action),
)
