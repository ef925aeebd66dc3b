"""Builds the model graph of one context: finds the model classes, builds them, resolves relations, forms both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.models.declare import DeclaredField, DeclaredManager, field_of, is_model, manager_of
from orm_lint.project.models.finish import Finisher
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Model, ModelGraph, Place, Reverse
from orm_lint.project.models.inherit import Builder, Built
from orm_lint.project.models.registry import Labels, Registry, model_classes
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol

Added = dict[tuple[str, int], list[DeclaredField | DeclaredManager]]


class Surroundings(Struct, frozen=True):
    """What the graph needs to know of its context.

    `evaluate` gives the value of an expression, `setting` that of a setting, `auto_field` the dotted class of the
    automatic primary key of a model's app.
    """

    names: Names
    django: tuple[int, int]
    labels: Labels
    evaluate: Callable[[Argument], object]
    setting: Callable[[str], object]
    auto_field: Callable[[ClassSymbol], str]


def build_graph(around: Surroundings, modules: Iterable[Module]) -> ModelGraph:
    """The graph of the models in `modules`, and of those that their relations lead to.

    Where two concrete classes claim one label, the one whose module comes first has it.
    """
    names, found = around.names, tuple(modules)
    added = _added(names, found)
    builder = Builder(names, around.django, around.auto_field, lambda symbol: added.get(symbol.key, ()))

    def build(symbol: ClassSymbol) -> Built | None:
        return builder.build(symbol) if is_model(names, symbol) else None

    registry = Registry(around.labels, around.evaluate, build)
    for module in found:
        for symbol in model_classes(names, module):
            registry.add(builder.build(symbol))
    models = _finished(registry, Finisher(names, registry), around.setting)
    return ModelGraph(models, _reverse(registry, models))


def _finished(registry: Registry, finisher: Finisher, setting: Callable[[str], object]) -> tuple[Model, ...]:
    """Finishes all models; resolving the relations of one may register others, which then follow."""
    models: list[Model] = []
    while len(models) < len(registry.models):
        built = registry.models[len(models)]
        for ancestor in built.ancestry:
            registry.add(ancestor)
        models.append(finisher.model(built, _swapped_by(built, registry, setting)))
    return tuple(models)


def _added(names: Names, modules: Iterable[Module]) -> Added:
    """Fields and managers that modules add to classes of others: `User.add_to_class("nickname", CharField())`."""
    found: Added = defaultdict(list)
    for module in modules:
        for statement in statements(module.summary.body):
            match statement:
                case ir.Do(
                    value=ir.Call(
                        func=ir.Attr(value=owner, name="add_to_class"), args=(ir.Const(value=str(name)), value)
                    )
                    | ir.Call(
                        func=ir.Attr(value=value, name="contribute_to_class"), args=(owner, ir.Const(value=str(name)))
                    )
                ):
                    symbol = names.follow(names.resolve(module, owner))
                    if isinstance(symbol, ClassSymbol):
                        place = Place(module, value.at)
                        made = field_of(names, symbol, name, value, place) or manager_of(names, name, value, place)
                        found[symbol.key] += [made] if made else []
    return found


def _swapped_by(built: Built, registry: Registry, setting: Callable[[str], object]) -> str | None:
    stated = built.meta.get("swappable")
    name = registry.evaluate(stated) if stated is not None else None
    replacement = setting(name) if isinstance(name, str) else None
    if isinstance(replacement, str) and replacement.lower() != registry.label(built).lower():
        return replacement
    return None


def _reverse(registry: Registry, models: Iterable[Model]) -> Mapping[str, tuple[Reverse, ...]]:
    ends: dict[str, list[Reverse]] = defaultdict(list)
    for built, model in zip(registry.models, models, strict=True):
        if built.is_abstract or model.swapped_by:
            continue
        for field in model.fields:
            relation = field.relation
            if relation is None or relation.target is None or field.name not in built.fields:
                continue
            if target := registry.find(relation.target):
                end = Reverse(relation.accessor, relation.query_name, model.label, field.name, field.kind)
                ends[registry.label(target.concrete).lower()].append(end)
    return {label: tuple(found) for label, found in ends.items()}
