"""What a script such as manage.py or wsgi.py does to the environment and to `sys.path`, read without running it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, Summary, summarize, whole_function
from orm_lint.project.evaluate import Evaluator
from orm_lint.project.frames import Frame
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.names import Names
from orm_lint.project.operators import join
from orm_lint.project.scope import bindings_of, statements
from orm_lint.project.values import Items, PathValue, Value, alternatives_of


class Script(Struct, frozen=True):
    """What a script may put into environment variables, and the folders it adds to `sys.path`, in source order."""

    environment: Mapping[str, tuple[str, ...]]
    paths: tuple[str, ...]


def read_script(path: str, text: str) -> Script:
    """Reads a script; one that does not parse says nothing."""
    data = text.encode("utf-8", "replace")
    try:
        summary = summarize(data)
        body = (*summary.body, *_function_bodies(data, summary))
    except LoweringError:
        return Script({}, ())
    module = Module("__main__", path, False, "project", summary, bindings_of(body), unreadable)
    evaluator = Evaluator(Names([]))
    frame = evaluator.run(module, body)
    environment: dict[str, tuple[str, ...]] = {}
    for name, expr in _environment(body):
        values = tuple(one for one in alternatives_of(evaluator.value(frame, expr)) if isinstance(one, str))
        environment[name] = (*environment.get(name, ()), *values)
    return Script(environment, tuple(dict.fromkeys(_paths(evaluator, frame, body))))


def _function_bodies(data: bytes, summary: Summary) -> Iterator[ir.Stmt]:
    """The bodies of the script's functions: `main()` is where most of it is done."""
    for statement in statements(summary.body):
        if isinstance(statement, ir.Stub):
            yield from whole_function(data, summary.line_starts, statement).body


def _environment(body: ir.Body) -> Iterator[tuple[str, ir.Expr]]:
    """`os.environ.setdefault(name, value)` and `os.environ[name] = value`."""
    for statement in statements(body):
        match statement:
            case ir.Do(value=ir.Call(func=ir.Attr(name="setdefault"), args=(ir.Const(value=str(name)), value))):
                yield name, value
            case ir.Assign(targets=(ir.Index(index=ir.Const(value=str(name))),), value=ir.Node() as value):
                yield name, value


def _paths(evaluator: Evaluator, frame: Frame, body: ir.Body) -> Iterator[str]:
    folder = posixpath.dirname(frame.module.path)
    for statement in statements(body):
        match statement:
            case ir.Do(
                value=ir.Call(
                    func=ir.Attr(
                        value=ir.Attr(value=ir.Name(id="sys"), name="path"), name="insert" | "append" | "extend"
                    ),
                    args=(*_, expr),
                )
            ):
                for one in alternatives_of(evaluator.value(frame, expr)):
                    yield from _folders(one, folder)


def _folders(value: Value, folder: str) -> Iterator[str]:
    match value:
        case PathValue(path=path):
            found = path
        case str():
            found = join(folder, value).path
        case Items(items=items):
            for item in items:
                if isinstance(item, PathValue | str):
                    yield from _folders(item, folder)
            return
        case _:
            return
    if not found.startswith(("..", "/")):
        yield found
