"""How DATABASES is stated: each alias with the expression that a person wrote for it.

The evaluator answers an environment variable with its default, which says what a fresh checkout uses, not what runs in
production. Who judges production needs what is written.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, summarize
from orm_lint.ir.walk import walk
from orm_lint.project.models.graph import Place
from orm_lint.project.modules import Module, absolute_name, unreadable
from orm_lint.project.names import Names
from orm_lint.project.reader import Reader
from orm_lint.project.scope import bindings_of
from orm_lint.project.settings import Setting

DATABASES = "DATABASES"
ASIDE = re.compile(
    r"(?:^|[^a-z])(?:(?:unit)?tests?|testing|pytest|debug|dev|devel|development|local|ci|travis)(?:$|[^a-z])"
)


class Stated(Struct, frozen=True):
    """What DATABASES holds for one alias; `place` is where the alias is written."""

    alias: str
    value: ir.Expr
    place: Place

    @property
    def entry(self) -> dict[str, tuple[Place, ir.Expr]] | None:
        """The keys of a dict display with their places; None where it is no display, or not all keys are known."""
        if not isinstance(self.value, ir.Map):
            return None
        found: dict[str, tuple[Place, ir.Expr]] = {}
        for key, value in zip(self.value.keys, self.value.values, strict=True):
            if not (isinstance(key, ir.Const) and isinstance(key.value, str)):
                return None
            found[key.value] = (Place(self.place.module, key.at), value)
        return found


def stated_databases(setting: Setting) -> Iterator[Stated]:
    """The aliases of all displays that may become DATABASES; branches for tests and development are left out."""
    body = setting.module.summary.body
    for statement in _of_production(_scope(body, setting.at)):
        match statement:
            case ir.Assign(targets=targets, value=ir.Map(keys=keys, values=values)) if _names(targets):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ir.Const) and isinstance(key.value, str):
                        yield Stated(key.value, value, Place(setting.module, key.at))
            case ir.Assign(targets=(ir.Index(value=ir.Name(id="DATABASES"), index=ir.Const(value=str(alias)) as key),)):
                if statement.value is not None:
                    yield Stated(alias, statement.value, Place(setting.module, key.at))


def literal_engines(setting: Setting) -> frozenset[str] | None:
    """The engines of all aliases; None unless every one of them is written as a constant."""
    found: set[str] = set()
    assigned = [node for node in walk(setting.module.summary.body) if isinstance(node, ir.Assign)]
    if not all(isinstance(node.value, ir.Map) for node in assigned if _names(node.targets)):
        return None
    for stated in stated_databases(setting):
        match stated.entry:
            case {"ENGINE": (_, ir.Const(value=str(engine)))}:
                found.add(engine)
            case _:
                return None
    return frozenset(found) or None


def is_changed_elsewhere(names: Names, module: Module, keys: frozenset[str]) -> bool:
    """Whether code of a settings module that cannot be followed may set one of some keys of an entry.

    That is a key outside a dict display, `exec`, or a star import from outside the project.
    """
    found = list(walk(module.summary.body))
    in_displays = {key.at for node in found if isinstance(node, ir.Map) for key in node.keys if key is not None}
    for node in found:
        match node:
            case ir.Const(value=str(key)) | ir.Keyword(name=str(key)) if key in keys and node.at not in in_displays:
                return True
            case ir.ImportFrom(names=(ir.Alias(name="*"),)):
                source = absolute_name(module, node)
                if source is None or names.module(source) is None:
                    return True
            case ir.Call(func=ir.Name(id="exec" | "execfile")):
                return True
    return False


def is_replaced_beside(reader: Reader, module: Module) -> bool:
    """Whether a file beside a settings module takes all of it and states DATABASES anew.

    Such a file, or what a template such as `config.py.example` becomes, may be what production uses instead.
    """
    for path in reader.beside(posixpath.dirname(module.path)):
        stem, dot, template = posixpath.basename(path).partition(".py")
        is_candidate = dot and path != module.path and not template.endswith("c")
        if is_candidate and not ASIDE.search(f"{stem}{template}".lower()) and _replaces(reader, path, stem, module):
            return True
    return False


def _replaces(reader: Reader, path: str, stem: str, module: Module) -> bool:
    text = reader.text(path) or ""
    if DATABASES not in text or "import *" not in text:
        return False
    try:
        summary = summarize(text.encode())
    except LoweringError:
        return False
    name = f"{module.package}.{stem}" if module.package else stem
    other = Module(name, path, False, "project", summary, bindings_of(()), unreadable)
    found = list(walk(summary.body))
    takes_all = any(
        isinstance(node, ir.ImportFrom)
        and any(alias.name == "*" for alias in node.names)
        and absolute_name(other, node) == module.name
        for node in found
    )
    return takes_all and any(isinstance(node, ir.Assign) and _states(node.targets) for node in found)


def _states(targets: tuple[ir.Expr, ...]) -> bool:
    """Whether an assignment replaces DATABASES or an entry of it."""
    entries = [target.value for target in targets if isinstance(target, ir.Index)]
    return _names(targets) or _names(tuple(entries))


def _names(targets: tuple[ir.Expr, ...]) -> bool:
    return any(isinstance(target, ir.Name) and target.id == DATABASES for target in targets)


def _scope(body: ir.Body, at: int) -> ir.Body:
    """The body that holds a place: that of a class of django-configurations, else the module's."""
    for statement in body:
        if isinstance(statement, ir.Class) and any(node.at == at for node in walk(statement.body)):
            return statement.body
    return body


def _of_production(body: ir.Body) -> Iterator[ir.Stmt]:
    for statement in body:
        match statement:
            case ir.If(test=test, then=then, other=other):
                yield from _of_branches(test, then, other)
            case ir.Try(body=inner, handlers=handlers, other=other, final=final):
                for block in (inner, *(handler.body for handler in handlers), other, final):
                    yield from _of_production(block)
            case ir.With(body=inner):
                yield from _of_production(inner)
            case _:
                yield statement


def _of_branches(test: ir.Expr, then: ir.Body, other: ir.Body) -> Iterator[ir.Stmt]:
    """The branches that production may take: not `if DEBUG`, `if "test" in sys.argv`, the `else` of `if not DEBUG`."""
    if not any(ASIDE.search(word) for word in _words(test)):
        yield from _of_production(then)
        yield from _of_production(other)
        return
    match test:
        case ir.Op(op="not", operands=(ir.Name() | ir.Attr() | ir.Call(),)):
            yield from _of_production(then)
        case ir.Name() | ir.Attr() | ir.Call() | ir.Op(op="in" | "=="):
            yield from _of_production(other)


def _words(test: ir.Expr) -> Iterator[str]:
    for node in walk(test):
        match node:
            case ir.Name(id=word) | ir.Attr(name=word) | ir.Const(value=str(word)):
                yield word.lower()
