"""django-filter: the rows behind `qs`, what methods of filters do to them, choices in the form of a view."""

from __future__ import annotations

import pytest

from tests.conventions.support import placed, repeated

HEAD = "import django_filters\nfrom django_filters.views import FilterView\n"
FILTER = (
    HEAD + "class Books(django_filters.FilterSet):\n    class Meta:\n        model = Book\n        fields = ['title']\n"
)
LOOP = "    return [book.author.name for book in Books(request.GET, {rows}).qs]\n"


def looped(body: str = "", rows: str = "queryset=Book.objects.all()") -> list[str]:
    """What a loop over the filtered rows reads from each."""
    return [relation for relation, _ in placed(FILTER + body + "def page(request):\n" + LOOP.format(rows=rows))]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("queryset=Book.objects.all()", ["author"]),
        ("Book.objects.filter(sold=True)", ["author"]),
        ("queryset=Book.objects.select_related('author')", []),
        ("queryset=Book.objects.prefetch_related('author')", []),
        ("queryset=request.rows()", []),
    ],
)
def test_what_is_loaded_on_the_rows_stays_what_it_was(rows: str, found: list[str]) -> None:
    assert looped(rows=rows) == found


def test_without_a_queryset_the_rows_are_all_of_the_model() -> None:
    assert looped(rows="") == ["author"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "    x = django_filters.BooleanFilter(method='join')\n"
            "    def join(self, queryset, name, value):\n        return queryset.select_related('author')\n"
        ),
        "    x = django_filters.BooleanFilter(method=lambda rows, name, value: rows.select_related('author'))\n",
        "    def filter_queryset(self, rows):\n        return super().filter_queryset(rows).select_related('author')\n",
        "    def __init__(self, data, queryset):\n        super().__init__(data, queryset.select_related('author'))\n",
        "    @property\n    def qs(self):\n        return super().qs.select_related('author')\n",
    ],
)
def test_a_filter_set_may_load_more(body: str) -> None:
    assert looped(body) == []


def test_what_was_asked_on_one_path_is_not_what_another_gets() -> None:
    code = FILTER + "def page(request, flag):\n    if flag:\n"
    code += "        found = Books(request.GET, queryset=request.rows())\n        print(len(found.qs))\n"
    code += "    else:\n        found = Books(request.GET, queryset=Book.objects.select_related('author'))\n"
    assert placed(code + "    return [(book.author, book.editor) for book in found.qs]\n") == [("editor", "14")]


@pytest.mark.parametrize(
    "rows", ["request.rows()", "Book.objects.select_related('author') if flag else request.rows()"]
)
def test_the_rows_are_never_none(rows: str) -> None:
    code = FILTER + "    @property\n    def qs(self):\n        return allowed(super().qs)\n"
    code += "def allowed(rows):\n    return Book.objects.all() if rows is None else rows.select_related('author')\n"
    loop = f"    return [book.author.name for book in Books(request.GET, queryset={rows}).qs]\n"
    assert placed(code + "def page(request, flag):\n" + loop) == []


def test_a_method_of_a_filter_is_given_the_rows() -> None:
    body = "    x = django_filters.BooleanFilter(method='loop')\n    def loop(self, queryset, name, value):\n"
    body += "        return queryset.filter(pk__in=[book.pk for book in queryset if book.editor.city])\n"
    assert looped(body) == ["editor", "author"]


def test_the_rows_are_the_same_each_time() -> None:
    code = FILTER + "def page(request):\n    found = Books(request.GET, Book.objects.filter(sold=True))\n"
    loop = "    print([book.author.name for book in found.qs])\n"
    assert [line for _, line in placed(code + loop + loop)] == ["10"]


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("queryset=Author.objects.all()", ["city"]),
        ("queryset=Author.objects.select_related('city')", []),
        ("queryset=lambda request: Author.objects.all()", ["city"]),
        ("queryset=Author.objects.all(), widget=forms.TextInput", []),
        ("queryset=Tag.objects.all()", []),
    ],
)
def test_a_view_shows_the_choices_of_its_filters(argument: str, found: list[str]) -> None:
    code = "from django import forms\n" + FILTER
    code += f"    author = django_filters.ModelChoiceFilter({argument})\n"
    assert placed(code) == []
    view = "class Page(FilterView):\n    filterset_class = Books\n    model = Book\n"
    assert [relation for relation, _ in placed(code + view)] == found


def test_the_rows_of_a_view_are_filtered() -> None:
    code = FILTER + "class Page(FilterView):\n    filterset_class = Books\n    model = Book\n"
    code += "    def get_context_data(self, *, object_list=None, **kwargs):\n"
    code += "        return {'names': [book.author.name for book in object_list]}\n"
    assert repeated(code) == ["12 book.author: author of shop.Book, per row | origin 10, loop 12, read 12"]
