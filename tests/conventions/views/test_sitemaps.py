"""Sitemaps: which of their members are asked for each item, and where that is reported."""

from __future__ import annotations

import pytest

from tests.conventions.support import found_in, placed, repeated

MAP = "from django.contrib.sitemaps import GenericSitemap, Sitemap\n"
ITEMS = "    def items(self):\n        return Book.objects.all()\n"


@pytest.mark.parametrize("name", ["location", "lastmod", "priority", "changefreq", "get_languages_for_item"])
def test_members_are_asked_for_each_item(name: str) -> None:
    code = f"{MAP}class Books(Sitemap):\n{ITEMS}    def {name}(self, item):\n        return item.author.name\n"
    assert repeated(code) == [
        f"6 item.author: author of shop.Book, per row | origin 5, loop 4, call 6 Books.{name}, read 7"
    ]


def test_constants_are_not_asked() -> None:
    assert placed(f"{MAP}class Books(Sitemap):\n    priority = 1\n{ITEMS}    location = '/'\n") == []


def test_rows_of_a_generic_sitemap_are_those_it_was_given() -> None:
    code = f"{MAP}class Books(GenericSitemap):\n    queryset = Book.objects.all()\n"
    assert placed(code + "    def location(self, item):\n        return item.author.name\n") == [("author", "5")]


def test_a_page_of_a_sitemap_is_not_the_whole_table() -> None:

    code = f"{MAP}class Books(Sitemap):\n{ITEMS}    def location(self, item):\n        return item.title\n"
    assert [one.whole_table for one in found_in(code).queries] == []
