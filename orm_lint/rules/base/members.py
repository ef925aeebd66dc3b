"""Which member of which class stands at a place: `AdViewSet.queryset`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Place
from orm_lint.rules.base.wording import holds

if TYPE_CHECKING:
    from orm_lint.project.project import Project


def member_at(project: Project, place: Place) -> str | None:
    """The qualified name of the attribute or method around a place; None outside of classes."""
    for context in project.contexts:
        if context.context.owns(place.path):
            return _within(context.names.statements(place.module), place, "")
    return None


def _within(body: Iterable[ir.Stmt], place: Place, owner: str) -> str | None:
    for statement in body:
        match statement:
            case ir.Class(name=name, body=inner):
                found = _within(inner, place, f"{owner}{name}.")
                if found is not None:
                    return found
                continue
            case ir.Function(name=name, extent=at) | ir.Stub(name=name, extent=at):
                pass
            case ir.Assign(targets=(ir.Name(id=name), *_), value=ir.Node(at=at)):
                pass
            case _:
                continue
        if owner and holds(Place(place.module, at), place):
            return owner + name
    return None
