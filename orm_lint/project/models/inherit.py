"""Which fields and managers a model ends up with: what Django's ModelBase does when it makes the class.

Source: `django.db.models.base.ModelBase.__new__` and `Options._prepare`, the same in Django 4.2 to 6.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeGuard

from msgspec import Struct, field
from msgspec.structs import replace

from orm_lint.ir import nodes as ir
from orm_lint.project.ancestry import stated_bases
from orm_lint.project.models.contributed import contributed_fields
from orm_lint.project.models.declare import (
    DeclaredField,
    DeclaredManager,
    declared_fields,
    declared_managers,
    is_model,
)
from orm_lint.project.models.graph import FieldKind, Place
from orm_lint.project.models.meta import Meta, read_meta
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol, External, Symbol

# Until then `tags = None` in a class did not remove the generic relation `tags` of its base, and the last base won.
PRIVATE_FIELDS_ARE_OVERRIDABLE = (6, 0)
LOCAL_KINDS: frozenset[FieldKind] = frozenset({"plain", "forward", "one_to_one", "many_to_many", "foreign_object"})


class LocalField(Struct, frozen=True, eq=False):
    """A field of one model. `declared` is None for fields that Django adds itself (`id`, `parent_ptr`, `_order`).

    `is_from_parent` marks a generic relation of a concrete parent, whose far end leads back to the parent alone.
    """

    name: str
    kind: FieldKind
    declared: DeclaredField | None
    place: Place
    is_inherited: bool = False
    is_from_parent: bool = False
    parent: Built | None = None
    type: str = ""
    is_primary_key: bool = False


class Built(Struct, eq=False):
    """A model class with its fields and managers, before relations are resolved."""

    symbol: ClassSymbol
    meta: Meta
    is_proxy: bool = False
    is_complete: bool = True
    bases: list[Built] = field(default_factory=list)
    ancestry: list[Built] = field(default_factory=list)
    fields: dict[str, LocalField] = field(default_factory=dict)
    parents: dict[tuple[str, int], tuple[Built, LocalField | None]] = field(default_factory=dict)
    managers: list[DeclaredManager] = field(default_factory=list)
    late_managers: list[DeclaredManager] = field(default_factory=list)

    @property
    def is_abstract(self) -> bool:
        return self.meta.is_abstract

    @property
    def name(self) -> str:
        return self.symbol.node.name

    @property
    def concrete(self) -> Built:
        """The model whose table holds the rows: a proxy's first concrete ancestor, else the model itself."""
        if not self.is_proxy:
            return self
        return next((parent.concrete for parent, _ in self.parents.values()), self)


class Builder:
    """Builds classes on demand, ancestors first, as this version of Django does.

    `added` holds what `Model.add_to_class(name, …)` adds.
    """

    def __init__(
        self,
        names: Names,
        django: tuple[int, int],
        auto_field: Callable[[ClassSymbol], str],
        added: Callable[[ClassSymbol], Iterable[DeclaredField | DeclaredManager]],
    ) -> None:
        self._names = names
        self._django = django
        self._auto_field = auto_field
        self._added = added
        self._built: dict[tuple[str, int], Built] = {}
        self._open: set[tuple[str, int]] = set()

    def build(self, symbol: ClassSymbol) -> Built:
        """The built class of a model; what a cycle of bases leads back to is no base."""
        if symbol.key not in self._built:
            self._open.add(symbol.key)
            built = Built(symbol, read_meta(self._names, symbol, self._is_concrete))
            self._built[symbol.key] = built
            self._fill(built)
            self._open.discard(symbol.key)
        return self._built[symbol.key]

    def _is_concrete(self, symbol: ClassSymbol) -> bool:
        if not is_model(self._names, symbol):
            return False
        if symbol.key in self._open and symbol.key not in self._built:
            return True  # in a cycle of bases: its own Meta is being looked for
        return not self.build(symbol).is_abstract

    def _fill(self, built: Built) -> None:
        names, symbol = self._names, built.symbol
        mro = names.mro(symbol)
        resolved = [base for base in names.bases(symbol) if base is not None]
        built.is_complete = len(resolved) == len(stated_bases(symbol.node)) and not any(
            isinstance(found, External) for found in mro
        )
        built.bases = [self.build(base) for base in resolved if self._is_ancestor(base)]
        built.ancestry = [self.build(found) for found in mro[1:] if self._is_ancestor(found)]
        built.is_proxy = _is_true(built.meta, "proxy")
        built.managers = list(declared_managers(names, symbol))
        for declared in (*declared_fields(names, symbol), *self._added(symbol)):
            if isinstance(declared, DeclaredManager):
                built.late_managers.append(declared)
            else:
                built.fields[declared.name] = LocalField(declared.name, declared.kind, declared, declared.place)
        self._inherit(built, mro)
        if not built.is_abstract:
            self._prepare(built)

    def _is_ancestor(self, found: Symbol) -> TypeGuard[ClassSymbol]:
        return isinstance(found, ClassSymbol) and found.key not in self._open and is_model(self._names, found)

    def _inherit(self, built: Built, mro: Iterable[ClassSymbol | External]) -> None:
        by_key = {base.symbol.key: base for base in built.bases}
        links = _parent_links(self._names, built)
        own = set(built.fields)
        overridable = self._django >= PRIVATE_FIELDS_ARE_OVERRIDABLE
        attributes = set(self._names.members(built.symbol).names)
        seen: set[str] = set()
        for ancestor in mro:
            if not isinstance(ancestor, ClassSymbol):
                continue
            base = by_key.get(ancestor.key)
            if base is None:
                seen |= set(self._names.members(ancestor).names)
            elif base.is_abstract:
                self._copy_abstract(built, base, own | attributes | seen)
                taken = own | attributes | seen | set(built.fields) if overridable else own
                _copy_private(built, base, taken, is_from_parent=False)
            else:
                seen |= {name for name, found in base.fields.items() if found.kind in LOCAL_KINDS}
                _link_parent(built, base.concrete, links)
                taken = own | attributes | seen | set(built.fields) if overridable else own
                _copy_private(built, base, taken, is_from_parent=True)

    def _copy_abstract(self, built: Built, base: Built, taken: set[str]) -> None:
        for name, found in base.fields.items():
            if found.kind in LOCAL_KINDS and name not in taken and name not in built.fields:
                built.fields[name] = replace(found, is_inherited=True)
        for key, (parent, link) in base.parents.items():
            built.parents.setdefault(key, (parent, built.fields.get(link.name) if link else None))

    def _prepare(self, built: Built) -> None:
        """What Django and libraries add to a concrete model: `_order`, a primary key, fields that come at start-up."""
        declared = [found.declared for found in built.fields.values() if found.declared and not found.is_from_parent]
        for late in contributed_fields(self._names, built.symbol, declared):
            built.fields[late.name] = LocalField(late.name, late.kind, late, late.place)
        if built.is_proxy:
            return
        if built.meta.get("order_with_respect_to") and "_order" not in built.fields:
            place = built.meta.place("order_with_respect_to") or Place(built.symbol.module, built.symbol.node.at)
            built.fields["_order"] = LocalField(
                "_order", "plain", None, place, type="django.db.models.fields.proxy.OrderWrt"
            )
        if any(is_primary_key(found) for found in built.fields.values()):
            return
        link = next((link for _, link in built.parents.values() if link is not None), None)
        if link is not None:
            built.fields[link.name] = replace(link, is_primary_key=True)
            return
        place = Place(built.symbol.module, built.symbol.node.at)
        automatic = LocalField("id", "plain", None, place, type=self._auto_field(built.symbol), is_primary_key=True)
        built.fields = {"id": automatic, **built.fields}


def _link_parent(built: Built, parent: Built, links: dict[str, LocalField]) -> None:
    """Multi-table inheritance: the child's one-to-one link to a concrete parent, stated or automatic."""
    stated = links.get(parent.name)
    if stated is not None or built.is_proxy:
        built.parents[parent.symbol.key] = (parent, stated)
        return
    name = f"{parent.name.lower()}_ptr"
    if name not in built.fields:
        place = Place(built.symbol.module, built.symbol.node.at)
        one_to_one = "django.db.models.fields.related.OneToOneField"
        built.fields[name] = LocalField(name, "one_to_one", None, place, parent=parent, type=one_to_one)
    built.parents[parent.symbol.key] = (parent, built.fields[name])


def _copy_private(built: Built, base: Built, taken: set[str], *, is_from_parent: bool) -> None:
    """Generic keys and relations of every parent are fields of the child too, but for names that are taken."""
    for name, found in base.fields.items():
        if found.kind not in LOCAL_KINDS and name not in taken:
            built.fields[name] = replace(
                found, is_inherited=True, is_from_parent=is_from_parent or found.is_from_parent
            )


def _parent_links(names: Names, built: Built) -> dict[str, LocalField]:
    """One-to-one fields that may be the link to a parent, by the name of the model they point at."""
    links: dict[str, LocalField] = {}
    for owner in (*reversed([base for base in built.bases if base.is_abstract]), built):
        for found in owner.fields.values():
            if found.kind == "one_to_one" and found.declared and (to := found.declared.arguments.get("to")):
                links[_model_name(names, to.expr, owner)] = found
    return links


def _model_name(names: Names, expr: ir.Expr, owner: Built) -> str:
    match expr:
        case ir.Const(value=str(text)):
            return text.rpartition(".")[2]
    found = names.follow(names.resolve(owner.symbol.module, expr))
    return found.node.name if isinstance(found, ClassSymbol) else ""


def is_primary_key(found: LocalField) -> bool:
    """Whether a field is the primary key: stated, or promoted by Django."""
    if found.is_primary_key or found.declared is None:
        return found.is_primary_key
    said = found.declared.arguments.get("primary_key")
    return said is not None and isinstance(said.expr, ir.Const) and said.expr.value is True


def _is_true(meta: Meta, option: str) -> bool:
    said = meta.get(option)
    return said is not None and isinstance(said.expr, ir.Const) and said.expr.value is True
