"""Exports of django-import-export: which fields a resource has, what each reads, where that is reported."""

from __future__ import annotations

import pytest

from tests.conventions.support import placed

HEAD = "from import_export import fields, resources, widgets\nclass Books(resources.ModelResource):\n"
ROWS = "    def get_queryset(self):\n        return Book.objects.filter(sold=True)\n"
CALL = "def download(request):\n    return Books().export()\n"


def exported(body: str, **more: str) -> list[str]:
    """What an export of a resource with this body reads for each row."""
    return sorted(name for name, _ in placed(HEAD + body + ROWS + CALL, **more))


def meta(*options: str) -> str:
    return "".join(["    class Meta:\n        model = Book\n", *(f"        {option}\n" for option in options)])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (meta("fields = ['title', 'author']"), []),
        (meta("fields = ['title', 'author__name']"), ["author"]),
        (meta("fields = ['title', 'tags']"), ["iterate"]),
        (meta(), ["iterate"]),
        (meta("exclude = ['tags']"), []),
        (meta("fields = ['author']", "widgets = {'author': {'field': 'name'}}"), ["author"]),
        ("    by = fields.Field('author__name')\n" + meta("fields = ['by']"), ["author"]),
        ("    by = fields.Field('author__name')\n" + meta("fields = ['title']"), []),
        ("    by = fields.Field('author__name', column_name='By')\n" + meta("fields = ['By']"), ["author"]),
        ("    by = fields.Field()\n" + meta("fields = ['by']"), []),
        ("    by = fields.Field(dehydrate_method=lambda book: book.author.name)\n" + meta("fields = ['by']"), ["author"]),
        ("    by = fields.Field('author', widget=widgets.ForeignKeyWidget(Author, 'city__name'))\n"
         + meta("fields = ['by']"), ["author"]),
        ("    by = fields.Field('tags', widget=widgets.ManyToManyWidget(Tag, field='name'))\n"
         + meta("fields = ['by']"), ["iterate"]),
        ("    def dehydrate_title(self, book):\n        return book.author.name\n" + meta("fields = ['title']"), ["author"]),
        ("    def dehydrate_price(self, book):\n        return book.author.name\n" + meta("fields = ['title']"), []),
    ],
)  # fmt: skip
def test_what_a_field_reads(body: str, found: list[str]) -> None:
    assert exported(body) == found


def test_options_and_fields_of_ancestors_hold() -> None:
    base = "from import_export import fields, resources\nfrom shop.models import Book\n"
    base += "class Base(resources.ModelResource):\n    by = fields.Field('author__name')\n"
    base += "    class Meta:\n        model = Book\n        fields = ['by']\n"
    code = "from shop.base import Base\nclass Books(Base):\n" + ROWS + CALL
    assert placed(code, shop__base=base) == [("author", "7")]


def test_a_resource_that_nobody_exports_says_nothing() -> None:
    assert placed(HEAD + meta("fields = ['author__name']") + ROWS) == []


def test_an_export_is_reported_at_the_call() -> None:
    call = "def download(request):\n    return Books().export(Book.objects.filter(sold=True)).csv\n"
    assert placed(HEAD + meta("fields = ['author__name']") + call) == [("author", "8")]


def test_rows_that_a_call_does_not_hand_over_are_all_of_the_model() -> None:
    assert placed(HEAD + meta("fields = ['author__name']") + CALL) == [("author", "8")]


ADMIN = "from django.contrib import admin\nfrom import_export.admin import ImportExportModelAdmin\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("resource_class = Books", [("author", "11")]),
        ("resource_classes = [Books]", [("author", "11")]),
        ("resource_class = Books\n    list_select_related = ['author']", []),
    ],
)
def test_an_admin_class_exports_the_rows_of_its_change_list(body: str, found: list[tuple[str, str]]) -> None:
    code = ADMIN + HEAD + meta("fields = ['author__name']")
    code += f"@admin.register(Book)\nclass BookAdmin(ImportExportModelAdmin):\n    {body}\n"
    assert [one for one in placed(code) if one[0] == "author"] == found
