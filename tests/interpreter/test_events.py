"""Events: what makes two of them one, and how a caller sees those of its callees."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter.events import MAX_CALLS, Event, Stop, renamed_nest, replayed, without
from orm_lint.interpreter.objects import Made
from orm_lint.interpreter.values import HERE, Loop
from orm_lint.ir.from_python import Summary
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.scope import bindings_of

MODULE = Module("a", "a.py", False, "project", Summary((), b"\0\0\0\0", True), bindings_of(()), unreadable)
ROWS = Loop(("a.py", 1), "rows")
INNER = Loop(("a.py", 2), "rows")
OUTER = Loop(("outer", 0), "rows")


def stop(at: int) -> Stop:
    return Stop(MODULE, at, f"text {at}")


def event(*nest: Loop, calls: tuple[Stop, ...] = ()) -> Event:
    return Event("read", stop(7), "author", "shop.Book", nest, calls=calls)


def test_a_nest_in_the_terms_of_the_caller() -> None:
    loops = {OUTER: (ROWS,), HERE: (ROWS, INNER)}
    assert renamed_nest((), loops) == ()
    assert renamed_nest((OUTER, Loop(("b.py", 3), "unknown")), loops) == (ROWS, Loop(("b.py", 3), "unknown"))
    assert renamed_nest((HERE, OUTER), loops) == (ROWS, INNER)


def test_a_loop_that_repeats_nothing_after_all() -> None:
    assert without(event(ROWS, INNER), INNER) == event(ROWS)
    assert without(event(ROWS), INNER) == event(ROWS)


def test_what_was_decided_in_a_callee_stays_so() -> None:
    decided = replace(event(ROWS), place=stop(3), loop=ROWS)
    assert without(decided, ROWS) == decided


def test_a_caller_adds_its_call() -> None:
    seen = replayed(replace(event(HERE), deps=frozenset({OUTER})), stop(5), {HERE: (ROWS,), OUTER: (INNER,)}, {})
    assert seen == replace(event(ROWS, calls=(stop(5),)), deps=frozenset({INNER}))


def test_the_same_call_further_down_is_recursion() -> None:
    assert replayed(event(HERE, calls=(stop(4), stop(5))), stop(5), {}, {}) is None


def test_what_has_its_place_is_handed_over_instead() -> None:
    decided = replace(event(ROWS, calls=(stop(4),)), place=stop(4), loop=ROWS)
    assert replayed(decided, stop(5), {}, {}) == replace(decided, handed=(stop(5),))


def test_rows_come_from_where_the_caller_says() -> None:
    known = Made(MODULE, 9)
    assert replayed(replace(event(), made=Made(None, 0, 2)), stop(5), {}, {2: known}) == replace(
        event(calls=(stop(5),)), made=known
    )


def test_a_chain_of_calls_has_an_end() -> None:
    calls = tuple(stop(number) for number in range(100, 100 + MAX_CALLS))
    assert replayed(event(calls=calls), stop(5), {}, {}) == event(calls=calls)


def test_passes_of_a_loop_see_the_same_event() -> None:
    first, second = event(ROWS), replace(event(ROWS, INNER), deeper=(("author", "city"),))
    assert first.identity == second.identity
    assert first.identity != event(ROWS, calls=(stop(5),)).identity
    assert first.identity != replace(first, relation=("author",)).identity
