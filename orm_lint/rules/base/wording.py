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
    if fact.cause is None:
        return quoted(fact.text) + location(fact)
    return cause_of(fact) + ("" if is_read_by_cause(fact) else f", with {quoted(fact.text)}{location(fact)},")


def location(fact: Read | Query) -> str:
    """Where a fact is, in brackets, if neither the place of the finding nor its cause says so."""
    known = {spot(fact.place)} | ({spot(fact.cause.place)} if fact.cause is not None else set())
    return "" if spot(fact.site) in known or not is_ours(fact.site) else f" ({spot(fact.site)})"


def cause_of(fact: Read | Query) -> str:
    """What a framework does it for, and where that is written."""
    if fact.cause is None:
        return ""
    where = f" ({spot(fact.cause.place)})" if spot(fact.cause.place) != spot(fact.place) else ""
    return ("If a client asks for it, " if "asked" in fact.doubts else "") + fact.cause.text + where


def is_read_by_cause(fact: Read | Query) -> bool:
    """Whether nothing is written for the read itself: a framework does it at the place of its cause."""
    return fact.cause is not None and fact.cause.place == fact.site


def holds(outer: Place, inner: Place) -> bool:
    """Whether what stands at one place is part of what stands at another."""
    (start, end), (first, last) = unpack(outer.at), unpack(inner.at)
    return outer.module is inner.module and start <= first and last <= end


def querysets(origins: Sequence[Station]) -> str:
    """The querysets that the rows come from."""
    spots = list(dict.fromkeys(spot(origin.place) for origin in origins if is_ours(origin.place)))
    if not spots:
        return "the queryset that these rows come from"
    return f"the queryset{'s' if len(spots) > 1 else ''} at {listed(spots)}"


def listed(names: Sequence[str]) -> str:
    """The first of some names, and how many there are besides."""
    if len(names) > SHOWN:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def others(facts: Sequence[Query]) -> str:
    """How many other queries stand behind the same call."""
    sites = {(fact.site.path, fact.site.at) for fact in facts}
    return f", and so do {len(sites) - 1} more behind this call" if len(sites) > 1 else ""


def iterations(query: Query) -> str:
    """How often a query is repeated: in which loop, if that is written."""
    if query.cause is not None:
        return "for every row"
    loop = query.loop
    is_known = loop is not None and is_ours(loop.place)
    return "in each iteration" + (f" of the loop at {spot(loop.place)}" if loop is not None and is_known else "")
