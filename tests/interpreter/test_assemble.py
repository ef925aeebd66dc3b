"""Facts made of events: their order, those that are left out, and where loops and origins stand."""

from __future__ import annotations

from collections import Counter

from orm_lint.interpreter.assemble import assembled
from orm_lint.interpreter.events import Event, Stop
from orm_lint.interpreter.facts import Discarded, Facts
from orm_lint.interpreter.objects import Made
from orm_lint.interpreter.values import Loop
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import Summary
from orm_lint.project.models.graph import Place
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.scope import bindings_of
from orm_lint.source.position import line_starts
from tests.interpreter.support import query, read

STARTS = line_starts(b"\n" * 40)
MODULE = Module("shop.views", "shop/views.py", False, "project", Summary((), STARTS, True), bindings_of(()), unreadable)


def at(line: int) -> int:
    return ir.pack(line - 1, line - 1)


def stop(line: int, text: str = "book.author") -> Stop:
    return Stop(MODULE, at(line), text)


def loop(line: int) -> Loop:
    return Loop(("shop/views.py", at(line)), "rows")


def event(line: int, **more: object) -> Event:
    told = {"made": Made(MODULE, at(2)), "root": "shop.Book", "relation": ("author",), "accessor_kind": "forward"}
    return Event("read", stop(line), "author", "shop.Author", (loop(3),), **{**told, **more})  # type: ignore[arg-type]


def facts(*events: Event, served: frozenset[tuple[str, int]] = frozenset()) -> Facts:
    return assembled(events, set(served), Counter())


def test_facts_are_in_the_order_of_the_source() -> None:
    found = facts(event(9), event(4), event(5, place=stop(1), loop=loop(3)))
    assert [read(one) for one in found.reads] == [
        "1 book.author: author of shop.Book, per row | origin 2, loop 3, read 5",
        "4 book.author: author of shop.Book | origin 2, read 4",
        "9 book.author: author of shop.Book | origin 2, read 9",
    ]


def test_a_fact_that_was_seen_twice_is_one() -> None:
    assert len(facts(event(4), event(4)).reads) == 1


def test_hand_overs_stand_before_the_loop_and_calls_behind() -> None:
    found = facts(event(9, place=stop(5), loop=loop(3), calls=(stop(5, "name(…)"),), handed=(stop(8, "names(…)"),)))
    assert [read(one) for one in found.reads] == [
        "5 book.author: author of shop.Book, per row | origin 2, handover 8 names(…), loop 3, call 5 name(…), read 9"
    ]


def test_what_callers_load_is_no_fact_of_a_method_that_ran_alone() -> None:
    alone = event(4, doubts=frozenset({"self"}))
    assert len(facts(alone).reads) == 1
    assert facts(alone, served=frozenset({("shop/views.py", at(4))})).reads == ()
    assert len(facts(event(4), served=frozenset({("shop/views.py", at(4))})).reads) == 1


def asked(*deps: Loop) -> Event:
    return Event(
        "query", stop(4, "Tag.objects.count()"), "count", "shop.Tag", (loop(3),), deps=frozenset(deps), loop=loop(3),
        place=stop(4),
    )  # fmt: skip


def test_a_query_repeats_if_nothing_in_it_varies_with_its_loop() -> None:
    found = facts(asked(), asked(loop(3)))
    assert sorted(query(one) for one in found.queries) == [
        "4 Tag.objects.count(): count of shop.Tag, per row | loop 3, read 4",
        "4 Tag.objects.count(): count of shop.Tag, repeats, per row | loop 3, read 4",
    ]


def test_what_is_thrown_away() -> None:
    gone = Event("discard", stop(6, "books.filter(…)"), "filter", "shop.Book", ())
    assert facts(gone).discarded == (Discarded(Place(MODULE, at(6)), "books.filter(…)", "filter", "shop.Book"),)
