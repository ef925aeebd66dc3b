"""The far end of a relation: target, accessor and query name, as `RelatedField.contribute_to_class` forms them."""

from __future__ import annotations

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument, Named
from orm_lint.project.models.graph import Relation
from orm_lint.project.models.inherit import Built, LocalField
from orm_lint.project.models.registry import Registry
from orm_lint.project.models.targets import Target, resolve_target
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol

TAGGABLE = "taggit.managers.TaggableManager"


def relation_of(names: Names, registry: Registry, owner: Built, found: LocalField) -> Relation | None:
    """The relation of a field; None for plain fields and generic keys."""
    if found.kind in ("plain", "generic_key"):
        return None
    arguments: Named = found.declared.arguments if found.declared else {}
    target = _target(names, registry, owner, found, arguments)
    name = _related_name(registry, owner, arguments)
    symmetrical = found.kind == "many_to_many" and _is_symmetrical(registry, owner, target, arguments)
    hidden = symmetrical or (name is not None and name.endswith("+")) or found.kind == "generic_relation"
    several = "" if found.kind == "one_to_one" else "_set"
    to_field = registry.evaluate(said) if (said := arguments.get("to_field")) else None
    parent_link = arguments.get("parent_link")
    return Relation(
        target=registry.label(target.model) if target.model else None,
        written=target.written,
        cause=target.cause,
        accessor=None if hidden else name or f"{owner.name.lower()}{several}",
        query_name=_query_name(registry, owner, found, arguments, name),
        to_field=to_field if isinstance(to_field, str) else None,
        through=_through(names, registry, owner, found, arguments),
        is_symmetrical=symmetrical,
        is_parent_link=found.parent is not None
        or (parent_link is not None and registry.evaluate(parent_link) is True)
        or any(link is not None and link.name == found.name for _, link in owner.parents.values()),
    )


def _target(names: Names, registry: Registry, owner: Built, found: LocalField, arguments: Named) -> Target:
    if found.parent is not None:
        return Target(found.parent, registry.label(found.parent))
    stated = arguments.get("to")
    if found.declared and _is_taggable(names, found.declared.symbol) and _is_none(stated):
        return _tags(names, registry, owner, arguments)
    return resolve_target(names, registry, stated, owner)


def _tags(names: Names, registry: Registry, owner: Built, arguments: Named) -> Target:
    """A TaggableManager points at what the `tag` key of its through model points at."""
    through = arguments.get("through")
    if through is None or _is_none(through):
        symbol = names.dotted("taggit.models.TaggedItem")
        model = registry.of_class(symbol) if isinstance(symbol, ClassSymbol) else None
    else:
        model = resolve_target(names, registry, through, owner).model
    tag = model.fields.get("tag") if model else None
    if model is None or tag is None or tag.declared is None:
        return Target(None, "tag", "the through model of the tags could not be read")
    return resolve_target(names, registry, tag.declared.arguments.get("to"), model)


def _is_taggable(names: Names, symbol: ClassSymbol) -> bool:
    return any(found.dotted == TAGGABLE for found in names.mro(symbol))


def _related_name(registry: Registry, owner: Built, arguments: Named) -> str | None:
    stated = arguments.get("related_name")
    name = registry.evaluate(stated) if stated is not None else None
    if name is None and (default := owner.meta.get("default_related_name")):
        name = registry.evaluate(default)
    if not isinstance(name, str) or not name:
        return None
    return registry.filled(owner, name)


def _query_name(
    registry: Registry, owner: Built, found: LocalField, arguments: Named, related_name: str | None
) -> str | None:
    if found.is_from_parent:
        return None
    stated = arguments.get("related_query_name")
    name = registry.evaluate(stated) if stated is not None else None
    if isinstance(name, str) and name:
        return registry.filled(owner, name)
    if found.kind == "generic_relation":
        return None
    return related_name or owner.name.lower()


def _is_symmetrical(registry: Registry, owner: Built, target: Target, arguments: Named) -> bool:
    if target.model is not owner:
        return False
    stated = arguments.get("symmetrical")
    if stated is not None and not _is_none(stated):
        return registry.evaluate(stated) is True
    return (to := arguments.get("to")) is not None and registry.evaluate(to) == "self"


def _through(names: Names, registry: Registry, owner: Built, found: LocalField, arguments: Named) -> str | None:
    if found.kind != "many_to_many":
        return None
    stated = arguments.get("through")
    if stated is None or _is_none(stated):
        is_tags = found.declared is not None and _is_taggable(names, found.declared.symbol)
        return "taggit.TaggedItem" if is_tags else f"{registry.label(owner)}_{found.name}"
    target = resolve_target(names, registry, stated, owner)
    return registry.label(target.model) if target.model else None


def _is_none(argument: Argument | None) -> bool:
    return argument is None or (isinstance(argument.expr, ir.Const) and argument.expr.value is None)
