"""What happens when rows are fetched: rows 'reverse fk .only("name")' and 'MTI child' of the truth table."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.orm.apply import cloned
from orm_lint.orm.arguments import Arguments
from orm_lint.orm.fetching import Fetched, fetched, parent_link_is_free, set_plan
from orm_lint.orm.plans import Arrival, Load, Plan

PARENT = Arrival(Plan("app.Book"), "join", "book", known=True)


def test_rows_of_a_set_know_their_row(accessors, around):
    chapters = set_plan(accessors.find("app.Book", "chapter_set"), Load(), around)
    assert chapters == Plan("app.Chapter", Load((("book", PARENT),)), filtered=True)
    tags = set_plan(accessors.find("app.Book", "tags"), Load(fetch="peers"), around)
    assert tags == Plan("app.Tag", Load(fetch="peers"), filtered=True)
    pages = set_plan(accessors.find("app.Book", "page_set"), Load(), around)
    assert [name for name, _ in pages.load.relations] == ["book", "inker"]


def test_a_key_that_was_left_out_is_read_for_each_row_before_6_1(accessors, around):
    chapters = set_plan(accessors.find("app.Book", "chapter_set"), Load(), around)
    plan = cloned(chapters, "only", Arguments(("name",)), around)
    before = fetched(plan, replace(around, django=(6, 0)))
    assert before == Fetched(Load((("book", PARENT),), frozenset({"writer_id"})), frozenset({"book_id"}))
    since = fetched(plan, replace(around, django=(6, 1)))
    assert since == Fetched(Load((), frozenset({"book_id", "writer_id"})), frozenset())


def test_a_key_that_a_prefetch_needs_is_read_for_each_row(around):
    plan = cloned(Plan("app.Book"), "prefetch_related", Arguments(("author", "tags")), around)
    plan = cloned(plan, "defer", Arguments(("author", "n")), around)
    found = fetched(plan, around)
    assert (found.load.deferred, found.read_alone) == ({"n"}, {"author_id"})


def test_a_parent_is_made_from_the_columns_of_its_child(accessors, around):
    link = accessors.find("app.Restaurant", "place_ptr")
    only = cloned(Plan("app.Restaurant"), "only", Arguments(("stars",)), around)
    own = cloned(Plan("app.Restaurant"), "defer", Arguments(("stars",)), around)
    found = [parent_link_is_free(link, load, around) for load in (Load(), own.load, only.load)]
    assert found == [True, True, False]
    assert not parent_link_is_free(accessors.find("app.Cover", "book"), Load(), around)
