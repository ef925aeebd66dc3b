"""Classes that stand for another one: a metaclass hands on what a class does not have.

class Proxy(type):
    def __getattr__(cls, name):
        return getattr(cls._default_class, name)
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.ancestry import stated_metaclass
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, Symbol


def handed_on(names: Names, symbol: Symbol | None, name: str) -> Symbol | None:
    """The class that is asked for a member: the one that the metaclass gets it from, where the class has it not."""
    if not isinstance(symbol, ClassSymbol) or names.class_member(symbol, name) is not None:
        return symbol
    others = (names.follow(names.class_member(symbol, word)) for word in _mentioned(names, symbol))
    found = {other.key: other for other in others if isinstance(other, ClassSymbol)}
    other = next(iter(found.values())) if len(found) == 1 else symbol
    return other if names.class_member(other, name) is not None else symbol


def _mentioned(names: Names, symbol: ClassSymbol) -> Iterator[str]:
    """The attributes that `__getattr__` of the metaclass names."""
    method = _getattr(names, symbol)
    for node in walk(method.body) if method is not None else ():
        match node:
            case ir.Attr(name=name) | ir.Const(value=str() as name):
                yield name


def _getattr(names: Names, symbol: ClassSymbol) -> ir.Function | None:
    for owner in names.mro(symbol):
        stated = stated_metaclass(owner.node) if isinstance(owner, ClassSymbol) else None
        if stated is None or not isinstance(owner, ClassSymbol):
            continue
        metaclass = names.follow(names.resolve(owner.module, stated))
        found = names.class_member(metaclass, "__getattr__") if isinstance(metaclass, ClassSymbol) else None
        if isinstance(found, FunctionSymbol) and found.module.evidence == "project":
            return found.module.whole(found.node)
    return None
