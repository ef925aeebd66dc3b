"""Which arguments a field ends up with: the call in the class body, carried through the constructors of custom fields.

`class OwnerField(ForeignKey)` may fix `to`, default `null` or rename parameters in its `__init__`; what it does is
followed up to Django's own classes, whose signatures then name the positional arguments.
"""

from __future__ import annotations

from orm_lint.ir import nodes as ir
from orm_lint.project.models.body import base_call
from orm_lint.project.models.frame import Frame, Named, Positional, keyword_map, positional_list
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol

ROOT_FIELD = "django.db.models.fields.Field"
# Packages whose constructors hand on what they are given under the same names: their signatures say it all.
PLAIN_CONSTRUCTORS = ("django.db.models", "django.contrib.", "taggit.managers")


def construct(
    names: Names, symbol: ClassSymbol, call: ir.Call, module: Module, scope: tuple[ClassSymbol, ...]
) -> Named:
    """The keyword arguments that Django's own field classes receive for a call of `symbol` standing in `module`."""
    frame = Frame(names, module, scope)
    return carried(names, symbol, positional_list(frame, call.args), keyword_map(frame, call))


def carried(names: Names, symbol: ClassSymbol, args: Positional, named: Named) -> Named:
    """The keyword arguments that Django's own field classes receive if `symbol` is called with these."""
    received: Named = {}
    for owner in names.mro(symbol):
        init = _own_init(names, owner) if isinstance(owner, ClassSymbol) else None
        if init is None or not isinstance(owner, ClassSymbol):
            continue
        if owner.dotted == ROOT_FIELD:  # its defaults are Django's business, not something anybody wrote
            parameters = [param.name for param in init.params[1:]]
            return dict(zip(parameters, args, strict=False)) | named | received
        frame = Frame(names, owner.module, (owner,)).bind(init.params[1:], args, named)
        if owner.module.name.startswith(PLAIN_CONSTRUCTORS):
            received |= {key: value for key, value in frame.variables.items() if key not in received}
            args, named = frame.surplus()
            continue
        called = base_call(frame, init.body)
        if called is None:
            return received | frame.variables | frame.surplus()[1]
        args, named = called
    return named | received


def _own_init(names: Names, owner: ClassSymbol) -> ir.Function | None:
    found = names.members(owner).names.get("__init__", ())
    stated = next((binding for binding in found if isinstance(binding, ir.Function | ir.Stub)), None)
    return owner.module.whole(stated) if stated else None
