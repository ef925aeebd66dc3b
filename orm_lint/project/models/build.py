"""Builds the model graph of one context: finds the model classes, builds them, resolves relations, forms both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from orm_lint.ir import nodes as ir
from orm_lint.project.models.declare import DeclaredField, field_of
from orm_lint.project.models.finish import Finisher
from orm_lint.project.models.graph import Model, ModelGraph, Place, Reverse
from orm_lint.project.models.inherit import Built, Builder
from orm_lint.project.models.registry import Registry, model_classes
from orm_lint.project.modules import Module
from orm_lint.project.names import ClassSymbol, Names
from orm_lint.project.scope import statements

Added = dict[tuple[str, int], list[DeclaredField]]


def build_graph(
    names: Names,
    modules: Iterable[Module],
    registry: Registry,
    auto_field: Callable[[ClassSymbol], str],
    settings: Callable[[str], object],
) -> ModelGraph:
    """The graph of the models in `modules`. `settings` gives a setting's value, for swappable models."""
    found = tuple(modules)
    added = _added_fields(names, found)
    builder = Builder(names, auto_field, lambda symbol: added.get(symbol.key, ()))
    for module in found:
        for symbol in model_classes(names, module):
            registry.add(builder.build(symbol))
    for built in tuple(registry.models):
        for ancestor in built.ancestry:
            registry.add(ancestor)
    finisher = Finisher(names, registry)
    models = tuple(finisher.model(built, _swapped_by(built, registry, settings)) for built in registry.models)
    return ModelGraph(models, _reverse(registry, finisher, models))


def _added_fields(names: Names, modules: Iterable[Module]) -> Added:
    """Fields that modules add to classes of others: `User.add_to_class("nickname", CharField())`."""
    added: Added = defaultdict(list)
    for module in modules:
        for statement in statements(module.summary.body):
            match statement:
                case ir.Do(
                    value=ir.Call(
                        func=ir.Attr(value=owner, name="add_to_class"),
                        args=(ir.Const(value=str(name)), value),
                    )
                ):
                    symbol = names.follow(names.resolve(module, owner))
                    if isinstance(symbol, ClassSymbol):
                        field = field_of(names, symbol, name, value, Place(module, value.at))
                        added[symbol.key] += [field] if field else []
    return added


def _swapped_by(built: Built, registry: Registry, settings: Callable[[str], object]) -> str | None:
    stated = built.meta.get("swappable")
    setting = registry.evaluate(stated) if stated is not None else None
    replacement = settings(setting) if isinstance(setting, str) else None
    if isinstance(replacement, str) and replacement.lower() != registry.label(built).lower():
        return replacement
    return None


def _reverse(registry: Registry, finisher: Finisher, models: Iterable[Model]) -> Mapping[str, tuple[Reverse, ...]]:
    ends: dict[str, list[Reverse]] = defaultdict(list)
    for built, model in zip(registry.models, models, strict=True):
        if built.is_abstract or model.swapped_by:
            continue
        for local in built.fields.values():
            field = finisher.field(built, local)
            target = registry.find(field.relation.target) if field.relation and field.relation.target else None
            if field.relation is None or target is None:
                continue
            end = Reverse(field.relation.accessor, field.relation.query_name, model.label, field.name, field.kind)
            ends[registry.label(target.concrete).lower()].append(end)
    return {label: tuple(found) for label, found in ends.items()}
