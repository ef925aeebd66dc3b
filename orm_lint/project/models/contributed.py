"""Fields that libraries add to other people's models while apps start, which no class body shows.

Each entry was read in the library's source; the comparison with Django's `_meta` checks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.models.declare import DeclaredField, field_kind
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Place
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol


class Contribution(Struct, frozen=True):
    """Every concrete heir of `ancestor` that sets `condition` gets a field `name` of class `type` to `target`."""

    ancestor: str
    condition: str
    name: str
    type: str
    target: str


TAGGABLE = frozenset({"taggit.managers.TaggableManager"})
GENERICALLY_TAGGED = frozenset({"taggit.models.CommonGenericTaggedItemBase"})
CONTRIBUTIONS = (
    # `AbstractIndexEntry.add_generic_relations`, called from wagtail.search.apps.
    Contribution(
        "modelsearch.index.Indexed",
        "search_fields",
        "index_entries",
        "modelsearch.abstract_models.TextIDGenericRelation",
        "wagtailsearch.IndexEntry",
    ),
    Contribution(
        "wagtail.search.index.Indexed",
        "search_fields",
        "index_entries",
        "wagtail.search.models.TextIDGenericRelation",
        "wagtailsearch.IndexEntry",
    ),
)


def contributed_fields(names: Names, symbol: ClassSymbol, declared: Iterable[DeclaredField]) -> Iterator[DeclaredField]:
    """The fields that libraries add to a concrete model with these declared fields."""
    yield from _tagged_items(names, declared)
    for entry in CONTRIBUTIONS:
        if not names.descends_from(symbol, frozenset({entry.ancestor})):
            continue
        setter = next((owner for owner in names.mro(symbol) if _sets(names, owner, entry.condition)), None)
        made_by = names.dotted(entry.type)
        if setter is None or setter.dotted == entry.ancestor or not isinstance(made_by, ClassSymbol):
            continue
        kind = field_kind(names, made_by)
        place = Place(symbol.module, symbol.node.at)
        target = Argument(ir.Const(symbol.node.at, entry.target), symbol.module)
        if kind is not None:
            yield DeclaredField(entry.name, kind, made_by, {"to": target}, {}, place)


def _tagged_items(names: Names, declared: Iterable[DeclaredField]) -> Iterator[DeclaredField]:
    """`TaggableManager.post_through_setup`: a generic relation to a through model that is tied by a generic key."""
    made_by = names.dotted("django.contrib.contenttypes.fields.GenericRelation")
    for field in declared:
        if not names.descends_from(field.symbol, TAGGABLE) or not isinstance(made_by, ClassSymbol):
            continue
        through = field.arguments.get("through")
        if through is None or (isinstance(through.expr, ir.Const) and through.expr.value is None):
            through = Argument(ir.Const(field.place.at, "taggit.TaggedItem"), field.place.module)
        else:
            model = names.follow(names.resolve(through.module, through.expr, through.scope))
            if not isinstance(model, ClassSymbol) or not names.descends_from(model, GENERICALLY_TAGGED):
                continue
        yield DeclaredField("tagged_items", "generic_relation", made_by, {"to": through}, {}, field.place)


def _sets(names: Names, owner: object, name: str) -> bool:
    return isinstance(owner, ClassSymbol) and name in names.members(owner).names
