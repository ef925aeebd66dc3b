"""`orm-lint models`: the models as orm_lint understands them, each part with the line that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orm_lint.errors import UsageError
from orm_lint.project.models.graph import Field, Index, Manager, Model, ModelGraph, Place, Relation, Reverse
from orm_lint.project.project import Project
from orm_lint.reports.printable import Locate, printable

Row = tuple[str, str, str]

WIDEST = 72
"""Code points. A few long cells stick out; they do not push the places of all rows off the screen."""


def shown_models(project: Project, label: str | None, locate: Locate) -> Iterator[str]:
    """The lines about one model, or about all models of the project itself. Raises UsageError for an unknown label."""
    known = _known(project)
    if label is None:
        chosen = [(model, graph) for model, graph in known if model.place.module.evidence == "project"]
    else:
        chosen = [(model, graph) for model, graph in known if model.label.lower() == label.lower()]
    if not chosen and label is not None:
        raise UsageError(f"no model is called {label}{_nearest(label, {model.label for model, _ in known})}")
    for model, graph in chosen:
        yield from _model(model, graph, locate)
        yield ""


def _known(project: Project) -> list[tuple[Model, ModelGraph]]:
    """Every model class once, with the graph of the first context that has it."""
    found: dict[tuple[str, int], tuple[Model, ModelGraph]] = {}
    for context in project.contexts:
        for model in context.graph.models:
            found.setdefault(model.symbol.key, (model, context.graph))
    return sorted(found.values(), key=lambda entry: (entry[0].label, entry[0].symbol.key))


def _nearest(label: str, labels: Iterable[str]) -> str:
    from orm_lint.rules.base import nearest

    return nearest(label, labels)


def _model(model: Model, graph: ModelGraph, locate: Locate) -> Iterator[str]:
    yield f"{model.label}  {_where(model.place, locate)}{_kind(model)}"
    yield from _facts(model, locate)
    yield from _section("fields", [_field(field, graph, locate) for field in model.fields])
    yield from _section("pointed at by", [_reverse(back, graph, locate) for back in graph.related(model)])
    yield from _section("managers", [_manager(manager, model, locate) for manager in model.managers])
    yield from _section("indexes and constraints", [_index(index, locate) for index in model.indexes])


def _kind(model: Model) -> str:
    notes = {
        "abstract": model.is_abstract,
        "proxy": model.is_proxy,
        "not managed": not model.is_managed,
        f"swapped by {model.swapped_by}": bool(model.swapped_by),
        "a base class could not be read: there may be more": not model.is_complete,
    }
    stated = ", ".join(note for note, holds in notes.items() if holds)
    return f"  ({stated})" if stated else ""


def _facts(model: Model, locate: Locate) -> Iterator[str]:
    facts = {
        "db_table": "" if model.is_abstract else model.db_table,
        "parents": ", ".join(model.parents),
        "ordering": ", ".join(model.ordering),
        "unique_together": "; ".join(", ".join(names) for names in model.unique_together),
        "index_together": "; ".join(", ".join(names) for names in model.index_together),
    }
    for name, text in facts.items():
        if text:
            place = model.meta_places.get(name)
            yield f"  {name}: {printable(text)}{f'  {_where(place, locate)}' if place else ''}"


def _section(title: str, rows: list[Row]) -> Iterator[str]:
    """A table with a title; nothing without rows."""
    if not rows:
        return
    yield f"  {title}"
    first, second = (min(WIDEST, max(len(row[column]) for row in rows)) for column in (0, 1))
    for name, text, place in rows:
        yield f"    {name:{first}}  {text:{second}}  {place}".rstrip()


def _field(field: Field, graph: ModelGraph, locate: Locate) -> Row:
    flags = {
        "primary key": field.primary_key,
        "unique": field.unique and not field.primary_key,
        "indexed": field.db_index and not field.unique,
        "null": field.null,
        "inherited": field.is_inherited,
        "automatic": field.is_auto_created,
    }
    parts = [field.type.rpartition(".")[2] + (_relation(field.relation, graph) if field.relation else "")]
    if field.kind == "generic_key":
        parts.append(f"by {field.content_type_field} and {field.object_id_field}")
    parts += [flag for flag, holds in flags.items() if holds]
    return field.name, ", ".join(parts), _where(field.place, locate)


def _relation(relation: Relation, graph: ModelGraph) -> str:
    if relation.target is None:
        return f" -> ? ({relation.written}: {relation.cause})"
    target = graph.get(relation.target)
    name = target.name if target else relation.target
    notes = [f"back by {name}.{relation.accessor}" if relation.accessor else "no way back"]
    if relation.query_name:
        notes.append(f"in lookups {relation.query_name}")
    if relation.to_field:
        notes.append(f"by its {relation.to_field}")
    if relation.through:
        notes.append(f"through {relation.through}")
    return f" -> {relation.target} ({', '.join(notes)})"


def _reverse(back: Reverse, graph: ModelGraph, locate: Locate) -> Row:
    model = graph.get(back.model)
    field = model.by_name.get(back.field) if model else None
    source = f"from {back.model}.{back.field} ({back.kind.replace('_', ' ')}), in lookups {back.query_name or '-'}"
    return back.accessor or "(hidden)", source, _where(field.place, locate) if field else ""


def _manager(manager: Manager, model: Model, locate: Locate) -> Row:
    notes = [f"of {manager.queryset}"] if manager.queryset else []
    notes += ["default"] if manager.name == model.default_manager else []
    notes += ["base"] if manager.name == model.base_manager else []
    stated = f" ({', '.join(notes)})" if notes else ""
    return manager.name, manager.type + stated, _where(manager.place, locate) if manager.place else ""


def _index(index: Index, locate: Locate) -> Row:
    parts = [", ".join(index.fields) or "expressions", *([f"named {index.name}"] if index.name else [])]
    parts += ["partial"] if index.is_partial else []
    return index.type.rpartition(".")[2], "; ".join(parts), _where(index.place, locate)


def _where(place: Place, locate: Locate) -> str:
    """`path:line`; a path outside of the project says where orm_lint knows it from."""
    evidence = place.module.evidence
    if evidence == "project":
        return f"{locate(place.path)}:{place.line}"
    return f"{printable(place.path)}:{place.line} [{evidence}]"
