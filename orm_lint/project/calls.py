"""The calls that the static evaluator computes: paths, strings, containers, and defaults of environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.casts import cast, database
from orm_lint.project.frames import Env, Frame
from orm_lint.project.functions import FUNCTIONS, METHODS
from orm_lint.project.lookups import looked_up
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import External, FunctionSymbol, ModuleSymbol, ValueSymbol
from orm_lint.project.values import UNKNOWN, Made, Value, mapped

if TYPE_CHECKING:
    from orm_lint.project.evaluate import Evaluator

READERS = ("environ", "environs", "decouple", "prettyconf", "starlette.config", "os.environ", "os.getenv")
TRANSLATIONS = frozenset({"gettext", "gettext_lazy", "gettext_noop", "ugettext", "ugettext_lazy"})


def call(evaluator: Evaluator, frame: Frame, expr: ir.Call) -> Value:
    """The value of a call, or Made if it is a call of something unknown."""
    dotted = evaluator.dotted(frame, expr.func)
    if (read := looked_up(evaluator, frame, expr, dotted)) is not None:
        return read[0]
    if dotted is not None and dotted in FUNCTIONS:
        return _apply(evaluator, frame, expr, dotted)
    if dotted and dotted.startswith("django.utils.translation.") and dotted.rpartition(".")[2] in TRANSLATIONS:
        return evaluator.value(frame, expr.args[0]) if len(expr.args) == 1 else UNKNOWN
    if dotted and dotted.startswith("dj_database_url."):
        return _database_url(evaluator, frame, expr)
    if dotted == "getattr" and len(expr.args) == 3:
        return _getattr(evaluator, frame, *expr.args)
    if _reads_environment(evaluator, frame, expr.func):
        return _environment(evaluator, frame, expr)
    match expr.func:
        case ir.Attr(value=target, name=method) if method in METHODS and dotted is None:
            value = evaluator.value(frame, target)
            arguments, named = _arguments(evaluator, frame, expr)
            found = mapped(lambda one: METHODS[method](one, arguments, named), value)
            if found is not UNKNOWN or value is not UNKNOWN:
                return found
    symbol = evaluator.symbol(frame, expr.func)
    if isinstance(symbol, FunctionSymbol):
        found = _run(evaluator, frame, expr, symbol)
        if found is not UNKNOWN:
            return found
    return Made(frame.module, expr, dotted)


def _run(evaluator: Evaluator, frame: Frame, expr: ir.Call, function: FunctionSymbol) -> Value:
    """A function of the project: run if it is a plain one; a reader of the environment gives at least its default."""
    if not function.owner and all(_keeps_result(evaluator, function, one) for one in function.node.decorators):
        arguments, named = _arguments(evaluator, frame, expr)
        found = evaluator.call(function, arguments, named)
        if found is not UNKNOWN:
            return found
    if any(isinstance(node, ir.Attr) and node.name in ("environ", "getenv") for node in walk(_whole(function))):
        return _own_reader(evaluator, frame, expr, function)
    return UNKNOWN


def _whole(function: FunctionSymbol) -> ir.Function:
    return function.module.whole(function.node)


def _keeps_result(evaluator: Evaluator, function: FunctionSymbol, decorator: ir.Expr) -> bool:
    callee = decorator.func if isinstance(decorator, ir.Call) else decorator
    return evaluator.dotted(Frame(function.module, Env()), callee) in ("functools.cache", "functools.lru_cache")


def _arguments(evaluator: Evaluator, frame: Frame, expr: ir.Call) -> tuple[tuple[Value, ...], dict[str, Value]]:
    named = {keyword.name: evaluator.value(frame, keyword.value) for keyword in expr.keywords if keyword.name}
    return evaluator.items(frame, "tuple", expr.args).items, named


def _apply(evaluator: Evaluator, frame: Frame, expr: ir.Call, dotted: str) -> Value:
    arguments, named = _arguments(evaluator, frame, expr)
    if len(arguments) == 1:
        return mapped(lambda one: FUNCTIONS[dotted]((one,), named), arguments[0])
    return FUNCTIONS[dotted](arguments, named)


def _getattr(evaluator: Evaluator, frame: Frame, holder: ir.Expr, name: ir.Expr, default: ir.Expr) -> Value:
    """`getattr(holder, "NAME", default)`: the default where nothing is known of the holder, as in a fresh checkout."""
    found: Value = UNKNOWN
    if isinstance(word := evaluator.value(frame, name), str):
        found = evaluator.value(frame, ir.Attr(name.at, holder, word))
    if found is UNKNOWN and (stated := evaluator.value(frame, default)) is not None:  # None says that it is asked for
        return stated
    return found


def _reads_environment(evaluator: Evaluator, frame: Frame, func: ir.Expr) -> bool:
    """Whether a callee is `os.environ.get`, `os.getenv`, or a reader of django-environ, environs or decouple."""
    root = func.value if isinstance(func, ir.Attr) else func
    for _ in range(4):
        match evaluator.names.resolve(frame.module, root, frame.scope):
            case External(dotted):
                return _is_reader(dotted)
            case ModuleSymbol(module):
                return _is_reader(module.name) and isinstance(func, ir.Attr)
            case ValueSymbol(module, Assigned(value=ir.Call(func=made))):
                found = evaluator.names.resolve(module, made)
                return isinstance(found, External) and _is_reader(found.dotted)
            case ValueSymbol(module, Assigned(value=ir.Name() | ir.Attr() as value)):
                frame, root = Frame(module, Env()), value
            case _:
                return False
    return False


def _is_reader(dotted: str) -> bool:
    if dotted == "os":  # `os.getenv`: the root is the module
        return True
    return any(dotted == reader or dotted.startswith(f"{reader}.") for reader in READERS)


def _environment(evaluator: Evaluator, frame: Frame, expr: ir.Call) -> Value:
    """The default of an environment variable: what a fresh checkout uses."""
    kind = expr.func.name if isinstance(expr.func, ir.Attr) else ""
    named = {keyword.name: keyword.value for keyword in expr.keywords if keyword.name}
    default = named.get("default") or (expr.args[1] if len(expr.args) > 1 else _declared(evaluator, frame, expr))
    value = evaluator.value(frame, default) if default is not None else UNKNOWN
    if kind in ("db", "db_url", "dj_db_url"):
        return database(value, UNKNOWN)
    match named.get("cast") or (expr.args[2] if len(expr.args) > 2 else None):
        case ir.Name(id=name) | ir.Attr(name=name) | ir.Call(func=ir.Name(id=name)):
            kind = name
    return mapped(lambda one: cast(kind.lower(), one), value)


def _declared(evaluator: Evaluator, frame: Frame, expr: ir.Call) -> ir.Expr | None:
    """The default that `env = environ.Env(NAME=(bool, False))` declares for `env("NAME")`."""
    root = expr.func.value if isinstance(expr.func, ir.Attr) else expr.func
    match expr.args, evaluator.names.resolve(frame.module, root, frame.scope):
        case (ir.Const(value=name), *_), ValueSymbol(_, Assigned(value=ir.Call(keywords=keywords))):
            for keyword in keywords:
                match keyword:
                    case ir.Keyword(name=found, value=ir.Seq(items=(_, default))) if found == name:
                        return default
    return None


def _own_reader(evaluator: Evaluator, frame: Frame, expr: ir.Call, reader: FunctionSymbol) -> Value:
    """A call of the project's own function that reads an environment variable: its default, given or declared."""
    named = {keyword.name: keyword.value for keyword in expr.keywords}
    params = _whole(reader).params
    declared = next((param for param in params if "default" in param.name), params[1] if len(params) > 1 else None)
    if declared is None:
        return UNKNOWN
    place = params.index(declared)
    given = named.get(declared.name) or (expr.args[place] if place < len(expr.args) else None)
    if given is not None:
        value = evaluator.value(frame, given)
    elif declared.default is not None:
        value = evaluator.evaluate(reader.module, declared.default)
    else:
        return UNKNOWN
    kind = next((kind for kind in ("bool", "int", "list", "float") if kind in reader.node.name), "")
    return mapped(lambda one: cast(kind, one), value)


def _database_url(evaluator: Evaluator, frame: Frame, expr: ir.Call) -> Value:
    named = {keyword.name: evaluator.value(frame, keyword.value) for keyword in expr.keywords if keyword.name}
    first = evaluator.value(frame, expr.args[0]) if expr.args else UNKNOWN
    return database(named.get("default", first), named.get("conn_max_age", 0))
