"""What a name means across files: imports, re-exports, stars, aliases and class members, resolved as Python does."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from orm_lint.ir import nodes as ir
from orm_lint.project.ancestry import identity, linearised, stated_bases
from orm_lint.project.modules import Module, ModuleSource, absolute_name
from orm_lint.project.scope import (
    Assigned,
    Binding,
    Bindings,
    Decide,
    Imported,
    bindings_of,
    exported,
    is_above,
    place_of,
    statements,
)
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, ModuleSymbol, Scope, Symbol, ValueSymbol

STANDARD = sys.stdlib_module_names | frozenset(dir(builtins))
MAX_HOPS = 40
MAX_ANCESTORS = 100  # nobody derives deeper, and what recurses over classes must be able to rely on a bound


Search: TypeAlias = dict[tuple[str, str], Symbol | None]
CallResolver: TypeAlias = Callable[[Module, ir.Call, Scope, int | None], Symbol | None]


class Names:
    """Looks names up over several sources of modules; the first source that holds a module wins.

    `calls` says what a call such as `get_user_model()` stands for (or, given an index, that element of what it
    returns); without it, no call means anything. `declaring` is for who asks whether a class declares model fields.
    """

    def __init__(self, sources: Sequence[ModuleSource], calls: CallResolver | None = None) -> None:
        self._sources = tuple(sources)
        self.calls = calls
        self.decide: Callable[[Module, ir.Expr], bool | None] | None = None
        self._bindings: dict[str, Bindings] = {}
        self._exported: dict[str, frozenset[str] | None] = {}
        self._symbols: dict[tuple[str, str], Symbol | None] = {}
        self._depth = 0
        self._height = 0
        self._classes: dict[tuple[str, int], ClassSymbol] = {}
        self._members: dict[tuple[str, int], Bindings] = {}
        self.declaring: dict[tuple[str, int], bool] = {}
        self._unread: dict[tuple[str, int], bool] = {}
        self._class_members: dict[tuple[tuple[str, int], str], Symbol | None] = {}
        self.is_settled = False  # once the models are built, what a class has does not change any more
        self._descends: dict[tuple[tuple[str, int], frozenset[str]], bool] = {}
        self._bases: dict[tuple[str, int], tuple[Symbol | None, ...]] = {}
        self._mro: dict[tuple[str, int], tuple[ClassSymbol | External, ...]] = {}

    def module(self, dotted: str) -> Module | None:
        """The module of a dotted name, from the first source that holds it."""
        for source in self._sources:
            if found := source.find(dotted):
                return found
        return None

    def dotted(self, path: str) -> Symbol | None:
        """The symbol of a full dotted path such as `shop.models.Ad`, as `import_string` would find it."""
        head, *rest = path.split(".")
        symbol: Symbol | None = self._top(head)
        for part in rest:
            symbol = self.member(symbol, part) if symbol else None
        return symbol

    def lookup(self, module: Module, name: str, search: Search | None = None) -> Symbol | None:
        """A name of a module's top level; None if the module does not bind it.

        `search` holds what the search that this lookup is part of has seen: imports go in circles, and the same module
        may be reached in more ways than there are modules.
        """
        key = (module.path, name)
        if key in self._symbols:
            return self._symbols[key]
        seen: Search = {} if search is None else search
        if key in seen or self._depth > MAX_HOPS:
            return seen.get(key)
        seen[key] = None
        self._depth += 1
        try:
            found = seen[key] = self._lookup(module, name, seen)
        finally:
            self._depth -= 1
        if search is None:  # a result inside a cycle of imports may be cut short, so it is not remembered
            self._symbols[key] = found
        return found

    def resolve(self, module: Module, expr: ir.Expr, scope: Scope = ()) -> Symbol | None:
        """What an expression of names and attributes means; `scope` holds the classes it stands in, innermost first."""
        match expr:
            case ir.Name(id=name):
                for owner in scope:
                    bindings = self.members(owner).names.get(name, ())
                    if above := [binding for binding in bindings if is_above(binding, expr.at)]:
                        return self._best(owner.module, above, {}, owner)
                return self._bound_before(module, name, expr.at) or self.lookup(module, name)
            case ir.Attr(value=value, name=name):
                symbol = self.resolve(module, value, scope)
                return self.member(symbol, name) if symbol else None
            case ir.Index(value=value):
                return self.resolve(module, value, scope)
            case ir.Call() if self.calls is not None:
                return self.calls(module, expr, scope, None)
            case ir.Located(value=value):
                return self.resolve(module, value, scope)
        return None

    def member(self, symbol: Symbol, name: str, search: Search | None = None) -> Symbol | None:
        """`symbol.name`: a module's name or submodule, a class's member through its bases."""
        match symbol:
            case ModuleSymbol(module):
                found = self.lookup(module, name, search)
                if found is None and (submodule := self.module(f"{module.name}.{name}")):
                    return ModuleSymbol(submodule)
                return found
            case ClassSymbol():
                return self.class_member(symbol, name)
            case External(dotted):
                return External(f"{dotted}.{name}")
            case ValueSymbol(module, Assigned(value=ir.Name() | ir.Attr() as value), owner) if self._depth < MAX_HOPS:
                self._depth += 1  # `A = A.b` goes in circles
                try:
                    followed = self.resolve(module, value, (owner,) if owner else ())
                    return self.member(followed, name) if followed else None
                finally:
                    self._depth -= 1
        return None

    def class_member(self, symbol: ClassSymbol, name: str, above: ClassSymbol | None = None) -> Symbol | None:
        """A member of a class, found through the MRO; with `above`, as `super()` in that class would find it."""
        if above is not None or not self.is_settled or self._depth:
            return self._class_member(symbol, name, above)
        key = (symbol.key, name)
        if key not in self._class_members:
            self._class_members[key] = self._class_member(symbol, name, None)
        return self._class_members[key]

    def _class_member(self, symbol: ClassSymbol, name: str, above: ClassSymbol | None) -> Symbol | None:
        order = self.mro(symbol)
        if above is not None:
            place = next((at for at, found in enumerate(order) if identity(found) == above.key), len(order) - 1)
            order = order[place + 1 :]
        declared: Symbol | None = None
        for owner in order:
            if isinstance(owner, External):
                continue
            if bindings := self.members(owner).names.get(name):
                found = self._best(owner.module, bindings, {}, owner)
                if not _is_bare(bindings):
                    return found if declared is None or not _is_value_of_others(found) else declared
                declared = declared or found  # an annotation alone binds nothing: an ancestor may
        return declared

    def members(self, symbol: ClassSymbol) -> Bindings:
        """What a class body binds itself."""
        if symbol.key not in self._members:
            self._members[symbol.key] = bindings_of(symbol.node.body, self._decider(symbol.module))
        return self._members[symbol.key]

    def bindings(self, module: Module) -> Bindings:
        """What a module binds in this context: without the branches that its conditions rule out."""
        if self.decide is None:
            return module.bindings
        if module.path not in self._bindings:
            self._bindings[module.path] = module.bindings  # what the conditions themselves are looked up in
            if any(type(statement) is ir.If for statement in module.summary.body):
                self._bindings[module.path] = bindings_of(module.summary.body, self._decider(module))
        return self._bindings[module.path]

    def statements(self, module: Module) -> Iterator[ir.Stmt]:
        """The statements of a module's top level, without branches that its conditions rule out."""
        return statements(module.summary.body, self._decider(module))

    def _decider(self, module: Module) -> Decide | None:
        decide = self.decide
        return None if decide is None else lambda test: decide(module, test)

    def bases(self, symbol: ClassSymbol) -> tuple[Symbol | None, ...]:
        """The bases in source order; None for one that does not resolve."""
        if symbol.key not in self._bases:
            self._bases[symbol.key] = ()  # what a cycle of bases sees
            self._bases[symbol.key] = tuple(
                self.follow(self.resolve(symbol.module, base)) for base in stated_bases(symbol.node)[:MAX_ANCESTORS]
            )
        return self._bases[symbol.key]

    def follow(self, symbol: Symbol | None) -> Symbol | None:
        """The class or function behind `Alias = Original`, else the symbol itself."""
        for _ in range(MAX_HOPS):
            match symbol:
                case ValueSymbol(module, Assigned(value=ir.Call() as call, index=int(index)), _) if self.calls:
                    element = self.calls(module, call, (), index)
                    if element is None:
                        return symbol
                    symbol = element
                case ValueSymbol(module, Assigned(value=ir.Name() | ir.Attr() | ir.Call() as value, index=None), owner):
                    target = self.resolve(module, value, (owner,) if owner else ())
                    if target is None or target == symbol:
                        return symbol
                    symbol = target
                case _:
                    return symbol
        return symbol

    def mro(self, symbol: ClassSymbol) -> tuple[ClassSymbol | External, ...]:
        """The class and its resolved ancestors in the order of C3, or depth first where C3 fails."""
        if symbol.key not in self._mro:
            self._mro[symbol.key] = (symbol,)  # what a cycle of bases sees
            if self._height < MAX_ANCESTORS:
                self._height += 1
                try:
                    self._mro[symbol.key] = self._linearised(symbol)[:MAX_ANCESTORS]
                finally:
                    self._height -= 1
        return self._mro[symbol.key]

    def descends_from(self, symbol: ClassSymbol, ancestors: frozenset[str]) -> bool:
        """Whether a class or one of its ancestors has one of these dotted names; cheaper than the MRO."""
        key = (symbol.key, ancestors)
        if key not in self._descends:
            self._descends[key] = False  # what a cycle of bases sees
            if self._height < MAX_ANCESTORS:
                self._height += 1
                try:
                    self._descends[key] = symbol.dotted in ancestors or any(
                        base.dotted in ancestors if isinstance(base, External) else self.descends_from(base, ancestors)
                        for base in self.bases(symbol)
                        if isinstance(base, ClassSymbol | External)
                    )
                finally:
                    self._height -= 1
        return self._descends[key]

    def has_unread_base(self, symbol: ClassSymbol) -> bool:
        """Whether a class has an ancestor that is defined neither in the standard library nor where we can read it."""
        if symbol.key not in self._unread:
            self._unread[symbol.key] = any(
                isinstance(found, External) and found.dotted.partition(".")[0] not in STANDARD
                for found in self.mro(symbol)
            )
        return self._unread[symbol.key]

    def class_symbol(self, module: Module, node: ir.Class, qualname: str) -> ClassSymbol:
        """The one symbol object of a class statement."""
        key = (module.path, node.at)
        if key not in self._classes:
            self._classes[key] = ClassSymbol(module, node, qualname, key, f"{module.name}.{qualname}")
        return self._classes[key]

    def _bound_before(self, module: Module, name: str, at: int) -> Symbol | None:
        """What a name that is bound several times means at one place of the module: the bindings above it count."""
        found = self.bindings(module)
        bindings = found.names.get(name, ())
        if len(bindings) + len(found.stars) < 2 or not bindings:
            return None
        above = [binding for binding in bindings if is_above(binding, at)]
        if above:
            return self._best(module, above, {}) if len(above) < len(bindings) else None
        if place_of(bindings[0]) < at:  # inside the statement that binds it: `class Book(Book)` after a star import
            return self._from_stars(module, name, {})
        return None

    def _top(self, name: str) -> Symbol:
        module = self.module(name)
        return ModuleSymbol(module) if module else External(name)

    def _lookup(self, module: Module, name: str, search: Search) -> Symbol | None:
        found_here = self.bindings(module)
        bindings = found_here.names.get(name)
        if bindings and (found := self._best(module, bindings, search)):
            return found
        if found := self._from_stars(module, name, search):
            return found
        if module.is_package and not bindings and (submodule := self.module(f"{module.name}.{name}")):
            return ModuleSymbol(submodule)
        return None

    def _from_stars(self, module: Module, name: str, search: Search) -> Symbol | None:
        """What the last star import that brings a name brings."""
        for star in reversed(self.bindings(module).stars):
            target = absolute_name(module, star)
            source = self.module(target) if target else None
            if source and self._is_exported(source, name) and (found := self.lookup(source, name, search)):
                return found
        return None

    def _is_exported(self, source: Module, name: str) -> bool:
        if "__all__" not in source.bindings.names:
            return not name.startswith("_")
        if source.path not in self._exported:
            self._exported[source.path] = exported(source.summary.body)
        listed = self._exported[source.path]
        return listed is None or name in listed

    def _best(
        self, module: Module, bindings: Sequence[Binding], search: Search, owner: ClassSymbol | None = None
    ) -> Symbol | None:
        """The last binding that can be followed; `Name = None` in `except ImportError` yields to what it replaces."""
        fallback: Symbol | None = None
        for binding in reversed(bindings):
            symbol = self._bound(module, binding, search, owner)
            match symbol:
                case None:
                    continue
                case External() | ValueSymbol(_, Assigned(value=None | ir.Const(value=None))):
                    fallback = fallback or symbol
                case _:
                    return symbol
        return fallback

    def _bound(self, module: Module, binding: Binding, search: Search, owner: ClassSymbol | None) -> Symbol | None:
        match binding:
            case ir.Class(name=name):
                return self.class_symbol(module, binding, f"{owner.qualname}.{name}" if owner else name)
            case ir.Function() | ir.Stub():
                return FunctionSymbol(module, binding, owner)
            case Imported():
                return self._imported(module, binding, search)
            case Assigned():
                return ValueSymbol(module, binding, owner)

    def _imported(self, module: Module, binding: Imported, search: Search) -> Symbol | None:
        match binding:
            case Imported(ir.Import(), ir.Alias(name=name, alias=alias)):
                if alias is None:
                    return self._top(name.partition(".")[0])
                found = self.module(name)
                return ModuleSymbol(found) if found else External(name)
            case Imported(ir.ImportFrom() as statement, ir.Alias(name=name)):
                target = absolute_name(module, statement)
                if target is None:
                    return None
                source = self.module(target)
                if source is None:
                    return External(f"{target}.{name}")
                found_name = self.member(ModuleSymbol(source), name, search)
                return found_name or External(f"{target}.{name}")
        return None

    def _linearised(self, symbol: ClassSymbol) -> tuple[ClassSymbol | External, ...]:
        parents = [base for base in self.bases(symbol) if isinstance(base, ClassSymbol | External)]
        if len(parents) == 1:
            base = parents[0]
            inherited = self.mro(base) if isinstance(base, ClassSymbol) else (base,)
            return (symbol, *inherited) if symbol not in inherited else (symbol,)
        orders: list[list[ClassSymbol | External]] = [
            list(self.mro(base)) if isinstance(base, ClassSymbol) else [base] for base in parents
        ]
        merged = linearised([*orders, parents])
        return (symbol, *(found for found in merged if identity(found) != symbol.key))


def _is_bare(bindings: tuple[Binding, ...]) -> bool:
    """Whether a name is only annotated."""
    return all(isinstance(one, Assigned) and one.value is None and one.annotation is not None for one in bindings)


def _is_value_of_others(symbol: Symbol | None) -> bool:
    """A default that a library states says less than the annotation of whoever knows what is put there."""
    return isinstance(symbol, ValueSymbol) and symbol.module.evidence != "project"
