"""The options of a model: its own `class Meta`, or the one it inherits as Django lets it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Place
from orm_lint.project.names import Names
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, ValueSymbol


class Meta(Struct):
    """Looks up options. `own` is the class statement in the model's body, `source` the one that is in force."""

    names: Names
    own: ClassSymbol | None
    source: ClassSymbol | None
    is_abstract: bool
    _found: dict[str, Argument | None] = field(default_factory=dict)

    def get(self, name: str) -> Argument | None:
        """The expression an option was set to, through the bases of Meta; None if it is not set."""
        if self.source is None:
            return None
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def place(self, name: str) -> Place | None:
        """Where the option's name stands."""
        match self.names.class_member(self.source, name) if self.source else None:
            case ValueSymbol(module, binding):
                return Place(module, binding.at)
        return None

    def _look_up(self, name: str) -> Argument | None:
        assert self.source is not None
        match self.names.class_member(self.source, name):
            case ValueSymbol(module, Assigned(value=value), owner) if value is not None:
                return Argument(value, module, (owner,) if owner else ())
        return None


def read_meta(names: Names, symbol: ClassSymbol, is_concrete: Callable[[ClassSymbol], bool]) -> Meta:
    """The Meta of a model class. Django removes it from concrete models, so only abstract ancestors hand theirs on."""
    own = _own_meta(names, symbol)
    if own is not None:
        return Meta(names, own, own, _says_abstract(names, own))
    for ancestor in names.mro(symbol)[1:]:
        if not isinstance(ancestor, ClassSymbol) or is_concrete(ancestor):
            continue
        if inherited := _own_meta(names, ancestor):
            return Meta(names, None, inherited, is_abstract=False)
    return Meta(names, None, None, is_abstract=False)


def _own_meta(names: Names, symbol: ClassSymbol) -> ClassSymbol | None:
    bindings = names.members(symbol).names.get("Meta")
    match bindings[-1] if bindings else None:
        case ir.Class() as node:
            return names.class_symbol(symbol.module, node, f"{symbol.qualname}.Meta")
        case Assigned(value=ir.Name() | ir.Attr() as value):
            found = names.follow(names.resolve(symbol.module, value))
            return found if isinstance(found, ClassSymbol) else None
    return None


def _says_abstract(names: Names, meta: ClassSymbol) -> bool:
    """Whether `abstract = True` counts: Django resets it on the Meta of every abstract model, so heirs miss it."""
    for owner in names.mro(meta):
        if not isinstance(owner, ClassSymbol):
            continue
        bindings = names.members(owner).names.get("abstract")
        if bindings:
            said = bindings[-1]
            is_true = isinstance(said, Assigned) and isinstance(said.value, ir.Const) and said.value.value is True
            return is_true and (owner is meta or not _belongs_to_class(owner))
    return False


def _belongs_to_class(meta: ClassSymbol) -> bool:
    return meta.qualname.endswith(".Meta")
