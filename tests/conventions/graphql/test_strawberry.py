"""strawberry-django: what annotations and methods of a type say, what gives rows, and what loads for the client."""

from __future__ import annotations

import pytest

from tests.conventions.support import told

HEAD = """
    from typing import Annotated, List, Optional

    import strawberry
    import strawberry_django
    from strawberry import auto, relay

    @strawberry_django.type(Author)
    class AuthorType:
        name: auto

"""
BOOK = """
    @strawberry_django.type(Book)
    class BookType:
        title: auto
        author: AuthorType

"""
SCHEMA = "\n    schema = strawberry.Schema(query=Query)\n"
READ = "author: author of shop.Book, per row, asked?"


def reads(code: str, schema: str = SCHEMA, **more: str) -> list[str]:
    """What is read, without its place and way."""
    return [one.partition(" ")[2].partition(" |")[0] for one in told(HEAD + code + schema, **more)]


def query(annotation: str, body: str = "Book.objects.all()", field: str = "strawberry_django.field") -> str:
    return f"""
    @strawberry.type
    class Query:
        @{field}
        def books(self, info: strawberry.Info) -> {annotation}:
            return {body}
"""


@pytest.mark.parametrize(
    "annotation",
    [
        "list[BookType]",
        "List['BookType']",
        "'list[BookType]'",
        "Optional[list[BookType]]",
        "list[BookType] | None",
        "list[Annotated['BookType', strawberry.lazy('shop.views')]]",
        "list[Annotated['BookType', strawberry.lazy('.views')]]",
        "relay.ListConnection[BookType]",
        "strawberry_django.pagination.OffsetPaginated[BookType]",
        "strawberry_django.relay.DjangoListConnection[BookType]",
        "OwnPages[BookType]",
        "Many[BookType]",
    ],
)
def test_the_annotation_of_a_field_says_what_is_listed(annotation: str) -> None:
    pages = "\n    from typing import Sequence as Many\n    class OwnPages(relay.ListConnection): pass\n"
    assert reads(BOOK + pages + query(annotation)) == [READ]


@pytest.mark.parametrize("annotation", ["List[BookType]", "DatabaseConnection[BookType]"])
def test_what_only_is_called_like_a_list_is_none(annotation: str) -> None:
    made = "\n    class List: pass\n    class DatabaseConnection: pass\n"
    assert reads(BOOK + made + query(annotation)) == []


@pytest.mark.parametrize("field", ["strawberry.field", "strawberry_django.field(description='all')"])
def test_methods_are_fields_by_their_decorator(field: str) -> None:
    assert reads(BOOK + query("list[BookType]", field=field)) == [READ]
    assert reads(BOOK + query("list[BookType]", field="classmethod")) == []


@pytest.mark.parametrize(
    "body", ["Book.objects.select_related('author')", "Book.objects.with_author()", "loader.load_many([1])", "None"]
)
def test_rows_that_have_the_relation_or_are_not_known_are_fine(body: str) -> None:
    assert reads(BOOK + query("list[BookType]", body)) == []


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("books: list[BookType] = strawberry_django.field()", True),
        ("books: list[BookType] = strawberry_django.field(resolver=given)", True),
        ("books: list[BookType] = strawberry.field(resolver=given)", True),
        ("books: list[BookType] = something()", False),
        ("books: list[BookType]", False),
        ("book: BookType = strawberry_django.field()", False),
    ],
)
def test_fields_without_a_method(field: str, found: bool) -> None:
    code = f"""
    def given(root):
        return Book.objects.all()

    @strawberry.type
    class Query:
        {field}
"""
    assert (READ in reads(BOOK + code)) == found


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ("\n    schema = strawberry.Schema(query=Query)\n", True),
        ("\n    schema = strawberry.federation.Schema(query=Query)\n", True),
        ("\n    from strawberry_django.optimizer import DjangoOptimizerExtension\n" + SCHEMA, False),
        ("\n    from strawberry_django import optimizer as fast\n" + SCHEMA, False),
        ("\n    schema = made_elsewhere(query=Query)\n", False),
    ],
)
def test_an_optimizer_loads_what_the_client_asks_for(schema: str, found: bool) -> None:
    assert bool(reads(BOOK + query("list[BookType]"), schema)) == found


def test_an_optimizer_may_be_named_in_another_module() -> None:
    more = {"shop__schema": "from strawberry_django.optimizer import DjangoOptimizerExtension as Fast\n"}
    assert reads(BOOK + query("list[BookType]"), **more) == []


@pytest.mark.parametrize(
    ("field", "relation"),
    [
        ("editor: auto", "editor"),
        ("by: AuthorType = strawberry_django.field(field_name='editor')", "editor"),
        ("by: str = strawberry.field(resolver=lambda: 1)", ""),
        ("title: auto", ""),
        ("author_id: strawberry.ID", ""),
    ],
)
def test_what_a_field_reads_from_its_row(field: str, relation: str) -> None:
    code = f"""
    @strawberry_django.type(Book)
    class BookType:
        {field}
"""
    found = reads(code + query("list[BookType]"))
    assert [one.split(" of ")[0].partition(": ")[2] for one in found] == ([relation] if relation else [])


@pytest.mark.parametrize(
    ("fields", "found"),
    [("'__all__'", ["author", "editor", "parent"]), ("['title', 'editor']", ["editor"]), ("['title']", [])],
)
def test_fields_may_be_implied(fields: str, found: list[str]) -> None:
    code = f"""
    @strawberry_django.type(Book, fields={fields})
    class BookType:
        title: auto
"""
    seen = [one.partition(":")[0] for one in reads(code + query("list[BookType]"))]
    assert [name for name in seen if name != "content_type"] == found


def test_methods_of_a_type_get_the_row() -> None:
    code = """
    def by(root: Book, info: strawberry.Info) -> str:
        return root.editor.name

    @strawberry_django.type(Book)
    class BookType:
        by: str = strawberry.field(resolver=by)

        @strawberry_django.field
        def reviewed(self, limit: int = 3) -> list[str]:
            return [review.title for review in self.reviews.all()]
"""
    assert reads(code + query("list[BookType]")) == [
        "root.editor: editor of shop.Book, per row, asked?",
        "self.reviews.all(): iterate of shop.Review by reviews, per row, asked?",
    ]


def test_what_a_type_adds_to_its_rows_counts_for_fields_of_django() -> None:
    own = """
        @classmethod
        def get_queryset(cls, queryset, info, **kwargs):
            return queryset.select_related("author")

"""
    code = BOOK.rstrip() + "\n" + own
    assert reads(code + query("list[BookType]")) == []
    assert reads(code + query("list[BookType]", field="strawberry.field")) == [READ]


def test_a_class_without_the_decorator_is_no_type() -> None:
    code = query("list[BookType]").replace("@strawberry.type", "@dataclass")
    assert reads(BOOK + code) == []
