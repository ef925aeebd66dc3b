"""Operators, and paths of a program that meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from orm_lint.orm.apply import Raises, cloned, combined, joined
from orm_lint.orm.arguments import Arguments
from orm_lint.orm.merging import joined_loads
from orm_lint.orm.plans import Arrival, Load, Plan

BOOK = Plan("app.Book")
AUTHOR = Arrival(Plan("app.Author"), "join", "author")
CITY = Arrival(Plan("app.City"), "join", "city")
WITH_AUTHOR = replace(BOOK, load=Load((("author", AUTHOR),)))
TAGS = Arrival(Plan("app.Tag"), "prefetch", "tags")
WITH_TAGS = replace(BOOK, load=Load((("tags", TAGS),)))
FILTERED = replace(BOOK, filtered=True)
NONE = replace(BOOK, empty=True)


def test_operators_load_as_the_left_one_does():
    assert combined(WITH_AUTHOR, "|", WITH_TAGS) == WITH_AUTHOR
    assert combined(WITH_TAGS, "&", WITH_AUTHOR) == WITH_TAGS


def test_only_and_keeps_a_filter():
    assert [combined(BOOK, op, FILTERED).filtered for op in "|&^"] == [False, True, False]
    assert combined(FILTERED, "|", FILTERED).filtered
    single = replace(FILTERED, single=True)
    assert [combined(single, op, FILTERED).single for op in "|&"] == [False, True]


def test_none_gives_way_to_the_other_one():
    assert combined(NONE, "|", WITH_AUTHOR) == WITH_AUTHOR
    assert combined(WITH_AUTHOR, "|", NONE) == WITH_AUTHOR
    assert combined(WITH_AUTHOR, "&", NONE) == NONE


def test_what_is_loaded_on_one_path_counts_as_loaded():
    found = joined(WITH_AUTHOR, WITH_TAGS)
    assert found.load == Load((("author", AUTHOR), ("tags", TAGS)))
    deeper = replace(BOOK, load=Load((("author", replace(AUTHOR, plan=Plan("app.Author", Load((("city", CITY),))))),)))
    assert joined(WITH_AUTHOR, deeper).load.arrival("author").plan.load.arrival("city") == CITY


def test_columns_are_missing_only_if_they_are_on_both():
    left = Load(deferred=frozenset({"n", "blurb"}), annotations=frozenset({"a"}))
    right = Load(deferred=frozenset({"n", "title"}), annotations=frozenset({"b"}), fetch="peers", is_open=True)
    expected = Load(deferred=frozenset({"n"}), annotations=frozenset({"a", "b"}), fetch="peers", is_open=True)
    assert joined_loads(left, right) == expected


def test_a_parent_is_known_only_if_it_is_on_both():
    known = Arrival(Plan("app.Book"), "join", "book", known=True)
    rows = Load((("book", known),)), Load((("book", replace(known, known=False)),))
    assert not joined_loads(*rows).arrival("book").known
    assert joined_loads(rows[0], rows[0]).arrival("book").known


def test_whatever_bounds_one_path_bounds_the_plan():
    limited = replace(FILTERED, sliced=True, limit=3, single=True, distinct=True, combined=True)
    assert joined(BOOK, limited) == replace(limited, is_mixed=True)


def test_rows_come_out_of_the_path_that_is_not_empty():
    expected = replace(WITH_AUTHOR, filtered=True, is_mixed=True)
    assert joined(WITH_AUTHOR, NONE) == joined(NONE, WITH_AUTHOR) == expected
    assert joined(replace(NONE, load=Load((("tags", TAGS),))), BOOK).load == Load()


def test_rows_of_two_models_may_have_anything_loaded():
    assert joined(BOOK, Plan("app.Author")).load.is_open
    assert joined(BOOK, replace(BOOK, queryset="app.models.BookQS")).queryset is None
    assert joined(BOOK, replace(BOOK, shape="dict", fields=("n",))).shape == "dict"


def test_a_later_join_leaves_out_what_both_paths_leave_out(around):
    def only(*names):
        return cloned(BOOK, "only", Arguments(names), around)

    def defer(*names):
        return cloned(BOOK, "defer", Arguments(names), around)

    pairs = [
        (only("title", "author__name"), only("n", "author__city")),
        (only("title", "author__name"), BOOK),
        (only("title", "author__name"), defer("n", "title", "author__mentor")),
        (defer("n", "blurb"), defer("n", "author__city")),
    ]
    found = [cloned(joined(*pair), "select_related", Arguments(("author",)), around).load for pair in pairs]
    assert [sorted(load.deferred & {"title", "n", "blurb"}) for load in found] == [["blurb"], [], ["n"], ["n"]]
    assert [sorted(load.arrival("author").plan.load.deferred) for load in found] == [
        ["mentor_id"],
        [],
        ["mentor_id"],
        [],
    ]


def test_what_one_path_refuses_is_not_refused_for_both(around):
    limited = replace(BOOK, sliced=True, limit=5)
    assert cloned(limited, "order_by", Arguments(("n",)), around) == Raises("TypeError")
    assert cloned(joined(limited, BOOK), "order_by", Arguments(("n",)), around).load.is_open


names = st.sampled_from(["author", "tags", "cover"])
columns = st.frozensets(st.sampled_from(["n", "title", "blurb"]))


def plans(depth=2):
    arrivals = st.builds(
        Arrival,
        plans(depth - 1) if depth else st.just(BOOK),
        st.sampled_from(["join", "prefetch"]),
        st.just("author"),
        st.booleans(),
    )
    relations = st.dictionaries(names, arrivals, max_size=2).map(lambda found: tuple(sorted(found.items())))
    modes = st.sampled_from(["one", "peers", "raise"])
    loads = st.builds(Load, relations, columns, columns, modes, st.booleans())
    return st.builds(
        Plan,
        model=st.sampled_from(["app.Book", "app.Author"]),
        load=loads,
        queryset=st.sampled_from([None, "app.BookQS", "app.Other"]),
        shape=st.sampled_from(["model", "dict", "flat"]),
        filtered=st.booleans(),
        sliced=st.booleans(),
        limit=st.none() | st.integers(0, 3),
        ordering=st.sampled_from(["default", "stated", "cleared"]),
        empty=st.booleans(),
        named=columns,
        names_deferred=st.booleans(),
        joins_all=st.booleans(),
        is_mixed=st.booleans(),
    )


@given(plans(), plans())
def test_the_order_of_paths_does_not_matter(left, right):
    assert joined(left, right) == joined(right, left)


@given(plans(), plans())
def test_joining_again_changes_nothing(left, right):
    found = joined(left, right)
    assert joined(found, found) == found
    assert joined(found, right) == found
    assert joined(found, left) == found


@given(plans(1), plans(1), plans(1))
def test_joins_only_ever_load_more(left, right, third):
    load = joined(joined(left, right), third).load
    for plan in (left, right, third):
        assert load.deferred <= plan.load.deferred or plan.empty
        assert load.is_open or not plan.load.is_open or plan.empty
