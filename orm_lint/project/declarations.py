"""What stands at a place of a declaration: the nodes around it, its span, and how far a finding may rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Confidence, Evidence, Span
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model, Place

if TYPE_CHECKING:
    from orm_lint.project.project import Project


def nodes(root: object) -> Iterator[ir.Node]:
    """A node, or those of a body, with all nodes below; bodies of functions are left out."""
    pending = [root]
    while pending:
        found = pending.pop()
        if isinstance(found, tuple):
            pending += reversed(found)
        elif isinstance(found, ir.Node):
            yield found
            pending += [getattr(found, name) for name in reversed(found.__struct_fields__)]


def declares(model: Model, place: Place) -> bool:
    """Whether a place lies in the class statement of the model itself, not in that of an ancestor."""
    if place.path != model.symbol.module.path:
        return False
    return any(node.at == place.at for node in nodes(model.symbol.node.body))


def call_at(place: Place) -> ir.Call | None:
    """The call that stands at a place."""
    return next(
        (node for node in nodes(place.module.summary.body) if isinstance(node, ir.Call) and node.at == place.at), None
    )


def keyword_at(model: Model, place: Place, name: str) -> ir.Keyword | None:
    """The keyword argument in the model's own class statement whose value stands at a place."""
    for node in nodes(model.symbol.node.body) if place.path == model.symbol.module.path else ():
        if isinstance(node, ir.Keyword) and node.name == name and node.value.at == place.at:
            return node
    return None


def value_at(place: Place) -> ir.Expr | None:
    """The value assigned to the name that stands at a place."""
    for node in nodes(place.module.summary.body):
        if isinstance(node, ir.Assign) and any(target.at == place.at for target in node.targets):
            return node.value
    return None


def span_of(project: Project, place: Place) -> Span:
    """The span of a place in one of the project's files. Raises UnreadableFileError."""
    return project.source(place.path).span(*ir.unpack(place.at))


def is_ours(place: Place) -> bool:
    """Whether a place lies in the project itself, where somebody can act on a finding."""
    return place.module.evidence == "project"


def evidence_of(places: Iterable[Place]) -> Evidence:
    """The weakest evidence that a finding rests on."""
    found = {place.module.evidence for place in places}
    return "environment" if "environment" in found else "bundle" if "bundle" in found else "project"


def confidence_in(model: Model, evidence: Evidence) -> Confidence:
    """High, lowered where a base class could not be read and where the facts come from this machine's packages."""
    steps = (not model.is_complete) + (evidence == "environment")
    return Confidence.HIGH.lowered(steps)
