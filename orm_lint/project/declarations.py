"""What stands at a place of a declaration: the nodes around it, its span, and how far a finding may rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from orm_lint.finding import Confidence, Evidence, Span
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol

if TYPE_CHECKING:
    from orm_lint.project.project import Project


def declares(model: Model, place: Place) -> bool:
    """Whether a place lies in the class statement of the model itself, not in that of an ancestor."""
    if place.path != model.symbol.module.path:
        return False
    return place.at in _places(model.symbol)


# Kept for the class or module that is being judged: a rule asks once for each of its lines.


@lru_cache(maxsize=1)
def _places(symbol: ClassSymbol) -> frozenset[int]:
    return frozenset(node.at for node in walk(symbol.node.body))


@lru_cache(maxsize=1)
def _keywords(symbol: ClassSymbol) -> Mapping[tuple[str | None, int], ir.Keyword]:
    found = [node for node in walk(symbol.node.body) if isinstance(node, ir.Keyword)]
    return {(node.name, node.value.at): node for node in reversed(found)}


def keyword_at(model: Model, place: Place, name: str) -> ir.Keyword | None:
    """The keyword argument in the model's own class statement whose value stands at a place."""
    return _keywords(model.symbol).get((name, place.at)) if place.path == model.symbol.module.path else None


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
