"""django-tables2: which columns a table has, what a cell reads, where a table is shown."""

from __future__ import annotations

import pytest

from tests.conventions.support import placed, repeated

HEAD = "import django_tables2 as tables\nfrom django_tables2 import A, RequestConfig\nclass Books(tables.Table):\n"
SHOW = "def page(request):\n    return Books(Book.objects.filter(sold=True))\n"


def shown(body: str, show: str = SHOW, **more: str) -> list[str]:
    """The relations that a table with this body reads for each row."""
    return [relation for relation, _ in placed(HEAD + body + show, **more)]


@pytest.mark.parametrize(
    ("column", "relations"),
    [
        ("title = tables.Column()", []),
        ("author = tables.Column(visible=False)", []),
        ("author = tables.Column()", ["author"]),
        ("by = tables.Column('By', 'author__name')", ["author"]),
        ("by = tables.Column(accessor=A('author.name'))", ["author"]),
        ("by = tables.Column(accessor='author_id')", []),
        ("by = tables.Column(accessor='nothing__author')", []),
        ("label = tables.Column()", ["author"]),
        ("title = tables.Column(linkify=lambda record: record.author.name)", ["author"]),
        ("title = tables.Column(linkify=('page', [A('author__name')]))", ["author"]),
        ("title = tables.Column(linkify=('page', {'pk': A('author__pk')}))", ["author"]),
        ("title = tables.Column(linkify={'viewname': 'page', 'args': [A('author__name')]})", ["author"]),
        ("title = tables.LinkColumn('page', args=[A('author__name')])", ["author"]),
        ("title = tables.LinkColumn('page', text=lambda row: row.author.name)", ["author"]),
        ("title = tables.Column(attrs={'td': {'by': lambda record: record.author.name}})", ["author"]),
        ("x = tables.TemplateColumn('{{ record.author }}')", []),
        ("author = tables.TemplateColumn('{{ value }}')", ["author"]),
        ("tags = tables.Column()", []),
        ("tags = tables.ManyToManyColumn()", ["iterate"]),
        ("tags = tables.ManyToManyColumn(filter=lambda tags: tags.filter(name='x'))", ["iterate"]),
        ("reviews = tables.ManyToManyColumn(transform=lambda review: review.writer.name)", ["writer", "iterate"]),
    ],
)  # fmt: skip
def test_what_a_column_reads(column: str, relations: list[str]) -> None:
    assert sorted(shown(f"    {column}\n")) == sorted(relations)


def test_columns_of_a_model_are_its_own_columns_and_single_relations() -> None:
    meta = "    class Meta:\n        model = Review\n"
    assert shown(meta, SHOW.replace("Book.objects.filter(sold=True)", "Review.objects.all()")) == ["book", "writer"]


@pytest.mark.parametrize("option", ["fields = ['title']", "exclude = ('author', 'editor', 'parent', 'content_type')"])
def test_fields_and_exclude_leave_columns_out(option: str) -> None:
    assert shown(f"    class Meta:\n        model = Book\n        {option}\n") == []


def test_columns_are_inherited_across_files_and_can_be_taken_away() -> None:
    base = "import django_tables2 as tables\nclass Base(tables.Table):\n"
    base += "    author = tables.Column()\n    editor = tables.Column()\n"
    code = "from shop.base import Base\nclass Books(Base):\n    author = None\n" + SHOW
    assert [relation for relation, _ in placed(code, shop__base=base)] == ["editor"]


def test_a_table_is_reported_where_it_is_made() -> None:
    assert repeated(HEAD + "    author = tables.Column()\n" + SHOW) == [
        "7 row.author: author (author__city) of shop.Book, per row | origin 7, loop 7, call 7 Books(…), read 5",
    ]


def test_a_table_with_its_own_way_to_be_configured_is_shown_then() -> None:
    own = "    author = tables.Column()\n    def configure(self, request):\n"
    own += "        self.data.data = self.data.data.prefetch_related(*self.names())\n"
    own += "        RequestConfig(request).configure(self)\n"
    show = "def page(request):\n    table = Books(Book.objects.all())\n    table.configure(request)\n"
    assert shown(own, show) == []


def test_an_argument_that_nobody_knows_may_leave_out_anything() -> None:
    show = "def page(request):\n    return Books(Book.objects.all(), exclude=request.hidden())\n"
    assert shown("    author = tables.Column()\n", show) == []


def test_a_class_that_is_only_called_a_table_is_none() -> None:
    code = "class Table:\n    pass\nclass Books(Table):\n    author = Column()\n"
    assert placed(code + SHOW) == []
