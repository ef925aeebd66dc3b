"""What single calls make of a plan, exactly."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from orm_lint.orm.apply import Raises, cloned, prefetched_rows, sliced
from orm_lint.orm.arguments import UNKNOWN, Arguments, PrefetchArgument
from orm_lint.orm.loads import unknown_rows
from orm_lint.orm.plans import Arrival, Load, Plan

BOOK = Plan("app.Book")
AUTHOR = Plan("app.Author")


def given(*args, **keywords):
    return Arguments(args, tuple(keywords.items()))


def chained(around, plan, *calls):
    """The plan after several calls, each a name followed by its arguments."""
    for name, *args in calls:
        plan = cloned(plan, name, given(*args), around)
    return plan


def known(label, back):
    """The arrival of the row that rows were reached from."""
    return Arrival(Plan(label), "join", back, known=True)


def loads(*relations, **more):
    """A load with these relations by name."""
    return Load(relations=tuple(relations), **more)


def test_select_related_joins_each_step_of_a_path(around):
    city = Arrival(Plan("app.City"), "join", "city")
    author = Arrival(Plan("app.Author", loads(("city", city))), "join", "author")
    assert chained(around, BOOK, ("select_related", "author__city")) == replace(BOOK, load=loads(("author", author)))
    assert chained(around, BOOK, ("select_related", "author"), ("select_related", "author__city")).load == loads(
        ("author", author)
    )


def test_a_joined_row_knows_the_row_it_was_joined_to(around):
    cover = Arrival(Plan("app.Cover", loads(("book", known("app.Book", "book")))), "join", "cover")
    assert chained(around, BOOK, ("select_related", "cover")).load == loads(("cover", cover))
    back = Arrival(Plan("app.Book", loads(("cover", known("app.Cover", "cover")))), "join", "book")
    assert chained(around, Plan("app.Cover"), ("select_related", "book")).load == loads(("book", back))


def test_none_clears_joins_and_prefetches_each(around):
    plan = chained(around, BOOK, ("select_related", "author"), ("prefetch_related", "tags"))
    without = chained(around, plan, ("select_related", None))
    assert [name for name, _ in without.load.relations] == ["tags"]
    assert [name for name, _ in chained(around, plan, ("prefetch_related", None)).load.relations] == ["author"]


def test_what_is_prefetched_through_a_join_outlives_it(around):
    plan = chained(around, BOOK, ("select_related", "author"), ("prefetch_related", "author__book_set"))
    assert plan.load.arrival("author").how == "join"
    assert chained(around, plan, ("select_related", None)).load.arrival("author").how == "prefetch"


def test_without_names_keys_that_cannot_be_null_are_followed(around):
    plan = chained(around, BOOK, ("select_related",))
    assert [name for name, _ in plan.load.relations] == ["author", "editor", "imprint", "translator"]
    city = plan.load.arrival("author").plan.load.arrival("city")
    assert [name for name, _ in city.plan.load.relations] == ["country"]
    assert plan.joins_all
    assert [name for name, _ in chained(around, plan, ("select_related", "publisher")).load.relations] == ["publisher"]


def test_prefetched_rows_of_a_set_know_their_row(around):
    chapters = Arrival(Plan("app.Chapter", loads(("book", known("app.Book", "book")))), "prefetch", "chapter_set")
    tags = Arrival(Plan("app.Tag"), "prefetch", "tags")
    plan = chained(around, BOOK, ("prefetch_related", "chapter_set", "tags"))
    assert plan.load == loads(("chapter_set", chapters), ("tags", tags))


def test_a_prefetch_brings_its_queryset_and_its_attribute(around):
    notes = chained(around, Plan("app.Note"), ("select_related", "writer"), ("order_by", "name"))
    plan = chained(around, BOOK, ("prefetch_related", PrefetchArgument("note_set", notes, "notes")))
    writer = Arrival(AUTHOR, "join", "writer")
    expected = replace(notes, load=loads(("book", known("app.Book", "book")), ("writer", writer)))
    assert plan.load == loads(("notes", Arrival(expected, "attribute", "note_set")))
    nested = chained(around, plan, ("prefetch_related", "notes__book__author"))
    assert nested.load.arrival("author") == Arrival(AUTHOR, "prefetch", "author")
    assert nested.load.arrival("notes") == plan.load.arrival("notes")


def test_prefetches_ask_the_default_manager_for_sets_and_the_base_manager_for_rows(around):
    pages = chained(around, BOOK, ("prefetch_related", "page_set")).load.arrival("page_set")
    assert [name for name, _ in pages.plan.load.relations] == ["book", "inker"]
    mark = chained(around, Plan("app.Mark"), ("prefetch_related", "page", "page2")).load
    assert mark.arrival("page").plan == Plan("app.Page")
    assert [name for name, _ in mark.arrival("page2").plan.load.relations] == ["inker"]
    joined = chained(around, Plan("app.Mark"), ("select_related", "page2")).load
    assert joined.arrival("page2").plan == Plan("app.Page2")


def test_a_generic_key_brings_rows_we_do_not_know(around):
    plan = chained(around, Plan("app.TaggedItem"), ("prefetch_related", "content_object__author"))
    arrival = plan.load.arrival("content_object")
    assert (arrival.plan.model, arrival.plan.load.is_open, plan.load.is_open) == ("", True, False)


def test_rows_that_are_there_are_prefetched_the_same_way(around):
    assert prefetched_rows(BOOK, given("tags"), around) == chained(around, BOOK, ("prefetch_related", "tags"))
    assert prefetched_rows(BOOK, given("title"), around) == Raises("ValueError")


ALL_BUT_TITLE = {
    "n", "blurb", "created", "author_id", "editor_id", "translator_id", "publisher_id", "reviewer_id", "imprint_id",
    "sequel_of_id",
}  # fmt: skip


def test_only_and_defer_leave_columns_out(around):
    assert chained(around, BOOK, ("only", "title")).load.deferred == ALL_BUT_TITLE
    assert chained(around, BOOK, ("defer", "blurb", "author")).load.deferred == {"blurb", "author_id"}
    assert chained(around, BOOK, ("defer", "blurb"), ("defer", None)).load.deferred == set()
    assert chained(around, BOOK, ("only", "title", "n"), ("defer", "n")).load.deferred == ALL_BUT_TITLE
    assert chained(around, BOOK, ("defer", "n"), ("only", "title", "n")).load.deferred == ALL_BUT_TITLE


def test_only_reaches_joined_rows_in_either_order(around):
    first = chained(around, BOOK, ("only", "title", "author__name"), ("select_related", "author"))
    last = chained(around, BOOK, ("select_related", "author"), ("only", "title", "author__name"))
    assert first == last
    assert first.load.deferred == ALL_BUT_TITLE - {"author_id"}
    assert first.load.arrival("author").plan.load.deferred == {"city_id", "mentor_id"}


@pytest.mark.parametrize(
    ("error", "calls"),
    [
        ("FieldError", [("select_related", "tags")]),
        ("FieldError", [("select_related", "chapter_set")]),
        ("FieldError", [("select_related", "title")]),
        ("FieldError", [("select_related", "author_id")]),
        ("FieldError", [("select_related", "nope")]),
        ("FieldError", [("select_related", "author"), ("only", "title")]),
        ("FieldError", [("select_related", "author"), ("defer", "author")]),
        ("AttributeError", [("select_related", ("author",))]),
        ("AttributeError", [("prefetch_related", ("author",))]),
        ("AttributeError", [("prefetch_related", "chapter")]),
        ("ValueError", [("prefetch_related", "title")]),
        ("ValueError", [("prefetch_related", "tags"), ("prefetch_related", PrefetchArgument("tags", Plan("app.Tag")))]),
        ("TypeError", [("values",), ("select_related", "author")]),
        ("TypeError", [("values",), ("only", "title")]),
        ("NotSupportedError", [("union", UNKNOWN), ("select_related", "author")]),
        ("NotSupportedError", [("union", UNKNOWN), ("prefetch_related", "tags")]),
        ("AttributeError", [("raw", "select"), ("filter",)]),
    ],
)
def test_what_django_refuses(around, error, calls):
    assert chained(around, BOOK, *calls) == Raises(error)


def test_names_we_do_not_know_are_relations_we_do_not_know(around):
    known_in_part = replace(around, is_closed=False)
    plan = chained(known_in_part, BOOK, ("select_related", "nope__deeper"), ("prefetch_related", "labels", "tags__x"))
    assert plan.load.arrival("nope") == Arrival(unknown_rows(), "join", "nope")
    assert plan.load.arrival("labels") == Arrival(unknown_rows(), "prefetch", "labels")
    assert plan.load.arrival("tags").plan.load.arrival("x") == Arrival(unknown_rows(), "prefetch", "x")
    assert not plan.load.is_open


@pytest.mark.parametrize("name", ["select_related", "prefetch_related", "only", "defer"])
def test_an_argument_we_cannot_evaluate_may_load_anything(around, name):
    assert cloned(BOOK, name, given(UNKNOWN), around).load.is_open
    assert cloned(BOOK, name, Arguments(("author",), (), is_complete=False), around).load.is_open
    opened = cloned(BOOK, name, given(UNKNOWN), around)
    assert cloned(opened, "filter", given(pk=1), around).load.is_open


def test_a_prefetch_whose_queryset_is_not_known_is_open_itself(around):
    load = chained(around, BOOK, ("prefetch_related", PrefetchArgument("tags", is_open=True))).load
    assert (load.is_open, load.arrival("tags").plan.load.is_open) == (False, True)
    assert chained(around, BOOK, ("prefetch_related", PrefetchArgument(None))).load.is_open


def test_filters(around):
    assert cloned(BOOK, "filter", given(), around) == BOOK
    assert cloned(BOOK, "filter", given(n=1), around) == replace(BOOK, filtered=True)
    assert cloned(BOOK, "filter", given(pk=UNKNOWN), around) == replace(BOOK, filtered=True, single=True)
    assert cloned(BOOK, "filter", given(pk__in=UNKNOWN), around) == replace(BOOK, filtered=True)
    assert cloned(BOOK, "exclude", given(pk=1), around) == replace(BOOK, filtered=True)
    assert cloned(BOOK, "complex_filter", given(UNKNOWN), around) == replace(BOOK, filtered=True)
    assert cloned(BOOK, "filter", Arguments(is_complete=False), around) == replace(BOOK, filtered=True)
    single = cloned(BOOK, "filter", given(pk=1), around)
    assert cloned(single, "filter", given(n=1), around) == single


def test_a_slice_cannot_be_filtered(around):
    plan = sliced(BOOK, None, 5, None)
    assert [cloned(plan, name, given("n"), around) for name in ("order_by", "distinct", "reverse")] == [
        Raises("TypeError")
    ] * 3
    assert cloned(plan, "filter", given(n=1), around) == Raises("TypeError")
    assert cloned(plan, "filter", given(), around) == plan
    assert cloned(plan, "select_related", given("author"), around).load.arrival("author").plan == AUTHOR


def test_ordering(around):
    orderings = [("order_by", "n"), ("order_by",), ("order_by", UNKNOWN), ("reverse",), ("union", UNKNOWN)]
    found = [chained(around, BOOK, call).ordering for call in orderings]
    assert found == ["stated", "cleared", "stated", "default", "cleared"]


def test_shapes(around):
    calls = [
        cloned(BOOK, "values", given("title", m=UNKNOWN), around),
        cloned(BOOK, "values", given(UNKNOWN), around),
        cloned(BOOK, "values_list", given("pk", flat=True), around),
        cloned(BOOK, "values_list", given("pk", named=True), around),
        cloned(BOOK, "values_list", given("pk", "n"), around),
        cloned(BOOK, "dates", given("created", "year"), around),
        cloned(BOOK, "raw", given("select 1"), around),
    ]
    assert [(plan.shape, plan.fields) for plan in calls] == [
        ("dict", ("title", "m")),
        ("dict", ()),
        ("flat", ("pk",)),
        ("named", ("pk",)),
        ("tuple", ("pk", "n")),
        ("date", ("created",)),
        ("raw", ()),
    ]
    assert cloned(BOOK, "values_list", given("pk", flat=True, named=True), around) == Raises("TypeError")
    assert cloned(BOOK, "values_list", given("pk", "n", flat=True), around) == Raises("TypeError")


def test_values_load_no_rows(around):
    plan = chained(around, BOOK, ("select_related", "author"), ("prefetch_related", "tags"), ("values", "title"))
    assert plan.load == Load()
    assert chained(around, plan, ("prefetch_related", "tags")) == plan
    assert cloned(plan, "annotate", given(c=UNKNOWN), around).fields == ("title", "c")


def test_the_rest(around):
    assert cloned(BOOK, "annotate", given(c=UNKNOWN), around).load == Load(annotations=frozenset({"c"}))
    assert cloned(BOOK, "none", given(), around) == replace(BOOK, empty=True)
    assert cloned(BOOK, "distinct", given(), around) == replace(BOOK, distinct=True)
    assert cloned(BOOK, "extra", given(where=UNKNOWN), around) == replace(BOOK, filtered=True)
    assert cloned(BOOK, "extra", given(select=UNKNOWN), around) == BOOK
    for name in ("all", "using", "select_for_update", "get_queryset", "db_manager"):
        assert cloned(BOOK, name, given(), around) == BOOK


def test_fetch_modes_go_down_to_single_rows(around):
    plan = chained(around, BOOK, ("select_related", "author"), ("prefetch_related", "tags"))
    plan = chained(around, plan, ("fetch_mode", "django.db.models.FETCH_PEERS"))
    modes = [plan.load.fetch, *(arrival.plan.load.fetch for _, arrival in plan.load.relations)]
    assert modes == ["peers", "peers", "one"]
    assert chained(around, BOOK, ("fetch_mode", UNKNOWN)).load.is_open


@pytest.mark.parametrize(
    ("lower", "upper", "sliced_", "limit", "empty"),
    [
        (None, 5, True, 5, False),
        (2, 5, True, 3, False),
        (2, None, True, None, False),
        (UNKNOWN, 5, True, 5, False),
        (None, UNKNOWN, True, None, False),
        (0, 0, True, 0, True),
        (None, None, False, None, False),
    ],
)
def test_slices(lower, upper, sliced_, limit, empty):
    found = sliced(BOOK, lower, upper, None)
    assert (found.sliced, found.limit, found.empty) == (sliced_, limit, empty)


def test_a_slice_of_a_slice_is_smaller():
    assert sliced(sliced(BOOK, None, 5, None), 3, None, None).limit == 2
    assert sliced(sliced(BOOK, None, 5, None), None, 9, None).limit == 5
    assert sliced(BOOK, -1, None, None) == Raises("ValueError")
