"""Responses ask for all that they are given: the parts of a text, the lines of a stream.

https://docs.djangoproject.com/en/stable/ref/request-response/#passing-iterators
"""

from __future__ import annotations

from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.calls import construct_instance
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import ClassModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box, Generator, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.unknown import escape
from orm_lint.interpreter.values import NONE, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

BASE = "django.http.response.HttpResponseBase"
ITERATING = frozenset({"django.http.response.HttpResponse", "django.http.response.StreamingHttpResponse"})


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """A response of Django iterates its content, now or when it is sent."""
    if symbol.module.evidence == "project":
        return construct_instance(frame, state, symbol, args, node)

    def send(inner: State, part: Value) -> None:
        show(frame, inner, part, node)

    given = args.args[0] if args.args else args.keyword("content") or args.keyword("streaming_content") or NONE
    for option in options(given) if symbol.dotted in ITERATING else ():
        held = state.held(option)
        if isinstance(held, Generator | QuerySet | Box):
            each(frame, state, source_of(frame, state, option, node), node, send)
    escape(frame, state, args)
    return Unknown("response", frame.exec)


CLASSES: tuple[tuple[str, ClassModel], ...] = ((BASE, construct),)
