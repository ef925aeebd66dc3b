"""Feeds: which of their members are asked for each item, and where that is reported."""

from __future__ import annotations

import pytest

from tests.conventions.support import placed, repeated

FEED = "from django.contrib.syndication.views import Feed\nclass News(Feed):\n    link = '/'\n"
ITEMS = "    def items(self):\n        return Author.objects.filter(name=NAME)\n"


def test_a_feed_shows_the_text_of_each_row() -> None:
    assert repeated(FEED + ITEMS) == [
        "5 self.city: city of shop.Author, per row | origin 6, loop 5, call 5 News.item_title, read models:17",
    ]


def test_a_text_of_its_own_takes_the_place_of_the_rows() -> None:
    own = "    def item_title(self, item):\n        return item.name\n    item_description = 'new'\n"
    assert placed(FEED + ITEMS + own) == []


@pytest.mark.parametrize("template", ["'x.html'", "settings.TEMPLATE"])
def test_so_do_templates(template: str) -> None:
    code = "from django.conf import settings\n" + FEED + f"    title_template = description_template = {template}\n"
    assert placed(code + ITEMS) == []


def test_a_template_of_none_is_none() -> None:
    own = "    title_template = None\n    item_description = 'new'\n"
    assert placed(FEED + own + ITEMS) == [("city", "7")]


@pytest.mark.parametrize("name", ["item_link", "item_guid", "item_categories", "item_extra_kwargs", "item_enclosures"])
def test_members_are_asked_where_they_are_defined(name: str) -> None:
    own = (
        "    item_title = item_description = 'new'\n"
        + ITEMS
        + f"    def {name}(self, item):\n        return item.city.name\n"
    )
    assert placed(FEED + own) == [("city", "8")]


def test_a_method_without_an_item_is_given_none() -> None:
    own = ITEMS.replace("items(self)", "items(self, author)").replace("name=NAME", "city=author.city")
    code = FEED + "    item_title = item_description = 'new'\n" + own
    code += "    def get_object(self, request, pk):\n        return Author.objects.get(pk=pk)\n"
    assert placed(code + "    def item_copyright(self):\n        return 'ours'\n") == []


def test_an_inherited_member_is_reported_where_it_is_written() -> None:
    base = "from django.contrib.syndication.views import Feed\nclass Base(Feed):\n"
    base += "    item_title = item_description = 'new'\n    def item_guid(self, item):\n        return item.city.name\n"
    code = "from shop.base import Base\nclass News(Base):\n" + ITEMS
    assert placed(code, shop__base=base) == [("city", "base:4")]


def test_a_class_that_is_only_called_a_feed_is_none() -> None:
    assert placed("class Feed:\n    pass\nclass News(Feed):\n" + ITEMS) == []
