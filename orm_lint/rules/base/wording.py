"""How the messages about facts speak of code and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orm_lint.ir.nodes import unpack
from orm_lint.project.declarations import is_ours

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Query, Read, Station
    from orm_lint.project.models.graph import Place

LONGEST = 70
"""Code points of source in a message: it is one line, and the report shows the source below it."""
SHOWN = 3


def quoted(text: str) -> str:
    """Source code in backticks, on one line and not too long."""
    line = " ".join(text.split())
    return f"`{line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + '…'}`"


def spot(place: Place) -> str:
    """A place as messages name it."""
    return f"{place.path}:{place.line}"


def subject(fact: Read | Query) -> str:
    """What runs the query, and where, if that is not the place of the finding."""
    if spot(fact.site) == spot(fact.place) or not is_ours(fact.site):
        return quoted(fact.text)
    return f"{quoted(fact.text)} ({spot(fact.site)})"


def holds(outer: Place, inner: Place) -> bool:
    """Whether what stands at one place is part of what stands at another."""
    (start, end), (first, last) = unpack(outer.at), unpack(inner.at)
    return outer.module is inner.module and start <= first and last <= end


def querysets(origins: Sequence[Station]) -> str:
    """The querysets that the rows come from."""
    spots = list(dict.fromkeys(spot(origin.place) for origin in origins if is_ours(origin.place)))
    if not spots:
        return "the queryset that these rows come from"
    if len(spots) == 1:
        return f"the queryset at {spots[0]}"
    if len(spots) > SHOWN:
        return f"the querysets at {', '.join(spots[:SHOWN])} and {len(spots) - SHOWN} more"
    return f"the querysets at {', '.join(spots[:-1])} and {spots[-1]}"


def others(facts: Sequence[Query]) -> str:
    """How many other queries stand behind the same call."""
    sites = {(fact.site.path, fact.site.at) for fact in facts}
    return f", and so do {len(sites) - 1} more behind this call" if len(sites) > 1 else ""


def iterations(loop: Station | None) -> str:
    """The loop that repeats a query."""
    return f"each iteration of the loop at {spot(loop.place)}" if loop and is_ours(loop.place) else "each iteration"
