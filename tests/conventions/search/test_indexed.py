"""Search indexes of haystack and documents of django-elasticsearch-dsl: what their fields read from each row."""

from __future__ import annotations

import pytest

from tests.conventions.support import placed

INDEX = "from haystack import indexes\nclass Books(indexes.SearchIndex, indexes.Indexable):\n"
INDEX += (
    "    text = indexes.CharField(document=True, use_template=True)\n    def get_model(self):\n        return Book\n"
)
DOCUMENT = "from django_elasticsearch_dsl import Document, fields\nclass Books(Document):\n    class Django:\n"
DOCUMENT += "        model = Book\n"


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("x = indexes.CharField(model_attr='title')", []),
        ("x = indexes.CharField(model_attr='author__name')", ["author"]),
        ("x = indexes.CharField(model_attr='author__name', use_template=True)", []),
        ("x = indexes.CharField(model_attr='author_id')", []),
        ("x = indexes.CharField(model_attr='label')", ["author"]),
        ("x = indexes.CharField(model_attr='author')", ["author"]),
        ("x = indexes.MultiValueField(model_attr='tags__name')", ["iterate"]),
        ("x = indexes.MultiValueField(model_attr='reviews__writer__name')", ["iterate"]),  # names the writer as well
        ("x = indexes.CharField()\n    def prepare_x(self, book):\n        return book.author.name", ["author"]),
        ("def prepare_x(self, book):\n        return book.author.name", []),
        ("def prepare(self, book):\n        return {**super().prepare(book), 'x': book.author.name}", ["author"]),
        ("x = indexes.CharField(model_attr='author__name')\n    x = None", []),
    ],
)
def test_what_an_index_reads(field: str, found: list[str]) -> None:
    assert sorted(name for name, _ in placed(f"{INDEX}    {field}\n")) == sorted(found)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("x = fields.TextField(attr='title')", []),
        ("x = fields.TextField(attr='author.name')", ["author"]),
        ("author_id = fields.IntegerField()", []),
        ("label = fields.TextField()", ["author"]),
        ("author = fields.ObjectField(properties={'name': fields.TextField()})", ["author"]),
        ("tags = fields.NestedField(properties={'name': fields.TextField()})", ["iterate"]),
        ("reviews = fields.NestedField(properties={'x': fields.TextField(attr='writer.name')})", ["iterate"]),
        ("x = fields.ListField(fields.TextField(attr='tags'))", ["iterate"]),
        ("x = fields.TextField()\n    def prepare_x(self, book):\n        return book.author.name", ["author"]),
        ("author = fields.TextField()\n    def prepare_author(self, book):\n        return book.author_id", []),
        ("def should_index_object(self, book):\n        return book.author.name", ["author"]),
        ("def prepare(self, book):\n        return {**super().prepare(book), 'x': book.author.name}", ["author"]),
    ],
)
def test_what_a_document_reads(field: str, found: list[str]) -> None:
    assert sorted(name for name, _ in placed(f"{DOCUMENT}    {field}\n")) == sorted(found)


@pytest.mark.parametrize("rows", ["select_related('author')", "prefetch_related('author')"])
def test_what_the_rows_bring_is_not_read_again(rows: str) -> None:
    get = f"    def get_queryset(self):\n        return super().get_queryset().{rows}\n"
    assert (
        placed(DOCUMENT + "        queryset_pagination = 100\n    x = fields.TextField(attr='author.name')\n" + get)
        == []
    )
    get = f"    def index_queryset(self, using=None):\n        return Book.objects.{rows}\n"
    assert placed(INDEX + "    x = indexes.CharField(model_attr='author__name')\n" + get) == []


def test_a_document_without_a_model_is_a_part_of_others() -> None:
    code = DOCUMENT.replace(
        "    class Django:\n        model = Book\n", "    x = fields.TextField(attr='author.name')\n"
    )
    assert placed(code) == []


def test_rows_that_are_handed_over_are_reported_there() -> None:
    code = DOCUMENT + "    x = fields.TextField(attr='author.name')\n"
    code += "    def get_queryset(self):\n        return Book.objects.select_related('author')\n"
    assert placed(code + "def again(request):\n    Books().update(Book.objects.filter(sold=True))\n") == [
        ("author", "10")
    ]
    assert placed(code + "def again(request, pk):\n    Books().update(Book.objects.get(pk=pk))\n") == []


def test_what_the_registry_says_of_a_document_is_its_model() -> None:
    code = DOCUMENT + "    x = fields.TextField(attr='author.name')\n"
    code += "    def get_queryset(self):\n        return self.django.model.objects.all()\n"
    assert placed(code) == [("author", "6")]
