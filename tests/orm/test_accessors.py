"""What hangs on the rows of the fixture's models."""

from __future__ import annotations

import pytest

from orm_lint.orm.accessors import Accessors
from tests.project.support import shop


def brief(found):
    """The parts of an accessor that tell it apart."""
    return found and (found.kind, found.target, found.back, found.manager)


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("app.Book", "author", ("forward", "app.Author", None, "base")),
        ("app.Book", "author_id", ("column", None, None, "base")),
        ("app.Book", "title", ("column", None, None, "base")),
        ("app.Book", "pk", ("column", None, None, "base")),
        ("app.Book", "cover", ("reverse_one", "app.Cover", "book", "base")),
        ("app.Book", "chapter_set", ("reverse_many", "app.Chapter", "book", "default")),
        ("app.Book", "tags", ("many_to_many", "app.Tag", None, "default")),
        ("app.Book", "tagged", ("generic_set", "app.TaggedItem", None, "default")),
        ("app.Tag", "books", ("many_to_many", "app.Book", None, "default")),
        ("app.TaggedItem", "content_object", ("generic_key", None, None, "base")),
        ("app.Cover", "book", ("forward", "app.Book", "cover", "base")),
        ("app.Author", "edited", ("reverse_many", "app.Book", "editor", "default")),
        ("app.Author", "edited_book", None),
        ("app.Author", "docs_owned", ("reverse_many", "app.Doc", "owner", "default")),
        ("app.Book", "nope", None),
        ("app.Nope", "title", None),
    ],
)
def test_attributes_of_rows(accessors, label, name, expected):
    assert brief(accessors.find(label, name)) == expected


def test_a_child_has_its_parents_fields_and_sets(accessors):
    assert brief(accessors.find("app.Restaurant", "city")) == ("forward", "app.City", None, "base")
    link = accessors.find("app.Restaurant", "place_ptr")
    assert (brief(link), link.is_parent_link) == (("forward", "app.Place", "restaurant", "base"), True)
    back = accessors.find("app.Place", "restaurant")
    assert (brief(back), back.is_parent_link) == (("reverse_one", "app.Restaurant", "place_ptr", "base"), True)


def test_a_proxy_has_the_sets_of_its_model(accessors):
    assert brief(accessors.find("app.BookProxy", "chapter_set")) == ("reverse_many", "app.Chapter", "book", "default")
    assert accessors.concrete("app.BookProxy") == "app.Book"
    assert accessors.concrete("app.Book") == "app.Book"


def test_keys_know_the_column_and_what_it_holds(accessors):
    keys = [accessors.find(*where) for where in (("app.Book", "author"), ("app.ByCode", "slug"), ("app.Mark", "page"))]
    assert [(key.column, key.key) for key in keys] == [("author_id", "id"), ("slug_id", "code"), ("page_id", "id")]
    assert accessors.find("app.Book", "author_id").column == "author_id"


def test_what_may_be_missing(accessors):
    names = ("author", "publisher", "cover", "chapter_set", "title")
    assert [accessors.find("app.Book", name).null for name in names] == [False, True, True, False, False]


def test_what_is_one_and_what_is_many(accessors):
    names = ("author", "cover", "chapter_set", "tags", "tagged", "title")
    found = [accessors.find("app.Book", name) for name in names]
    assert [one.is_single for one in found] == [True, True, False, False, False, False]
    assert [one.is_set for one in found] == [False, False, True, True, True, False]


def test_an_attribute_is_worked_out_once(accessors):
    assert accessors.find("app.Book", "author") is accessors.find("app.Book", "author")


def test_joins_go_by_query_names(accessors):
    assert accessors.find_joined("app.Book", "isbn").name == "isbn"
    assert accessors.find_joined("app.Book", "chapter") is None
    assert accessors.find_joined("app.Restaurant", "restaurant") is None
    assert accessors.find_joined("app.Place", "restaurant").target == "app.Restaurant"


def test_what_pins_one_row(accessors):
    assert accessors.unique_lookups("app.Slug") == {"pk", "pk__exact", "id", "id__exact", "code", "code__exact"}
    assert {"book", "book_id", "book__pk", "book__id", "pk"} <= accessors.unique_lookups("app.Cover")
    assert {"cover", "cover__pk", "isbn", "coverpk__book"} <= accessors.unique_lookups("app.Book")
    assert not {"title", "author", "author_id", "chapter"} & accessors.unique_lookups("app.Book")


TOGETHER = """\
from django.db import models


class Owner(models.Model):
    name = models.TextField()


class Ad(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE)
    number = models.IntegerField()
    year = models.IntegerField()
    slug = models.TextField()

    class Meta:
        unique_together = [("owner", "number")]
        constraints = [
            models.UniqueConstraint(fields=["year", "slug"], name="a"),
            models.UniqueConstraint(fields=["slug"], condition=models.Q(year=1), name="b"),
        ]
"""


def test_fields_that_are_unique_together_pin_a_row(tmp_path):
    accessors = Accessors(shop(tmp_path, TOGETHER))
    groups = [{"owner", "number"}, {"owner_id", "number", "year"}, {"year", "slug"}, {"slug"}, {"owner"}, {"pk"}]
    found = [accessors.pins("shop.Ad", frozenset(group)) for group in groups]
    assert found == [True, True, True, False, False, True]


def test_a_relation_to_a_model_we_do_not_know_has_no_target(tmp_path):
    text = "from django.db import models\n\nclass Ad(models.Model):\n    o = models.ForeignKey('x.Y', models.CASCADE)\n"
    found = Accessors(shop(tmp_path, text)).find("shop.Ad", "o")
    assert (found.kind, found.target, found.column, found.key) == ("forward", None, "o_id", None)


def test_an_abstract_model_has_its_fields(accessors):
    assert brief(accessors.find("app.Base", "owner")) == ("forward", "app.Author", None, "base")
