"""How fields of GraphQL types get their values, whatever the framework: from an attribute, with the request at hand."""

from __future__ import annotations

from orm_lint.conventions.common.row import CALLABLE, call
from orm_lint.conventions.graphql.answers import Asked
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Start
from orm_lint.interpreter.objects import NOBODY, Box, Row
from orm_lint.interpreter.requests import request_of
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ExternalValue, Ref, RelatedManager, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol

ASK = "$answer"


def asked_of(symbol: ClassSymbol, model_of_call: str) -> Start:
    """The call, by the name that its model has, that answers what clients ask of a type."""
    at = symbol.node.at
    asked = ir.Call(at, ir.Name(at, ASK), (ir.Name(at, "subject"),), ())
    return Start(symbol, (ir.Do(at, asked),), given=((ASK, ExternalValue(model_of_call)),))


def root_of(frame: Frame, state: State, model: Model | None, node: ir.Node) -> Value:
    """The object that the fields of a type are asked of: one row of its model."""
    if model is None:
        return Unknown("root of a query")
    return frame.make(state, ("root", node.at), Row(model.label, Load(), (), NOBODY, model.label, is_one=True))


def info(frame: Frame, state: State, node: ir.Name) -> Value:
    """What resolvers are told of the query; its `context` is the request."""
    request = request_of(frame, state, node)
    return frame.make(state, ("info", node.at), Box("tuple", frame.exec, entries={"context": request}))


def attribute(name: str) -> Asked:
    """The attribute of the object."""

    def ask(frame: Frame, state: State, root: Value, node: ir.Name) -> Value:
        return attributes.read(frame, state, root, name, node) if isinstance(root, Ref) else NONE

    return ask


def called_attribute(name: str) -> Asked:
    """The attribute of the object, called if it can be."""

    def ask(frame: Frame, state: State, root: Value, node: ir.Name) -> Value:
        value = attribute(name)(frame, state, root, node)
        return call(frame, state, value, node) if isinstance(value, CALLABLE) else value

    return ask


def items(_frame: Frame, _state: State, value: Value, _node: ir.Name) -> Value:
    """What is looped of a value that has to be a list already."""
    return Unknown("manager, which is no list") if isinstance(value, RelatedManager) else value
