"""graphene-django: which fields a type has, what gives rows, and what a client can then ask for."""

from __future__ import annotations

import pytest

from tests.conventions.support import told

HEAD = """
    import graphene
    import graphene_django_optimizer as gql_optimizer
    from graphene import relay
    from graphene_django import DjangoConnectionField, DjangoListField, DjangoObjectType
    from graphene_django.filter import DjangoFilterConnectionField

    class AuthorType(DjangoObjectType):
        class Meta:
            model = Author
            fields = ("id", "name")

"""
BOOK = """
    class BookType(DjangoObjectType):
        class Meta:
            model = Book
            fields = ("id", "title", "author")
"""
READ = "author: author of shop.Book, per row, asked?"


def reads(code: str) -> list[str]:
    """What is read, without its place and way."""
    return [one.partition(" ")[2].partition(" |")[0] for one in told(HEAD + code)]


def query(field: str, resolver: str = "Book.objects.all()", base: str = "graphene.ObjectType") -> str:
    return f"""
    class Query({base}):
        books = {field}

        def resolve_books(root, info, **kwargs):
            return {resolver}
"""


@pytest.mark.parametrize(
    "field",
    [
        "graphene.List(BookType)",
        "graphene.List(lambda: BookType)",
        "graphene.List('shop.views.BookType')",
        "graphene.NonNull(graphene.List(graphene.NonNull(BookType)))",
        "graphene.Field(graphene.List(BookType))",
        "DjangoListField(BookType)",
        "DjangoConnectionField(BookType)",
        "DjangoFilterConnectionField(BookType)",
    ],
)
def test_a_list_field_gives_rows_to_the_fields_of_its_type(field: str) -> None:
    assert reads(BOOK + query(field)) == [READ]


@pytest.mark.parametrize(
    "resolver",
    [
        "Book.objects.select_related('author')",
        "Book.objects.with_author()",
        "gql_optimizer.query(Book.objects.all(), info)",
        "Book.objects.all()[:3]",
        "info.context.loader.load_many([1, 2])",
        "some_function(Book.objects.all())",
        "None",
    ],
)
def test_rows_that_have_the_relation_or_are_not_known_are_fine(resolver: str) -> None:
    assert reads(BOOK + query("graphene.List(BookType)", resolver)) == []


def test_without_a_resolver_a_field_of_django_has_all_rows() -> None:
    assert reads(BOOK + "    class Query(graphene.ObjectType):\n        books = DjangoListField(BookType)\n") == [READ]
    assert reads(BOOK + "    class Query(graphene.ObjectType):\n        books = graphene.List(BookType)\n") == []


def test_the_finding_stands_at_the_resolver_or_the_field() -> None:
    with_resolver = told(HEAD + BOOK + query("graphene.List(BookType)"))
    assert with_resolver == [f"22 {READ} | origin 23, loop 22, call 22 Query.books, read 17"]
    without = told(HEAD + BOOK + "    class Query(graphene.ObjectType):\n        books = DjangoListField(BookType)\n")
    assert without == [f"19 {READ} | origin 19, loop 19, call 19 Query.books, read 17"]


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ("fields = ('author',)", True),
        ("fields = '__all__'", True),
        ("exclude = ('id',)", True),
        ("only_fields = ['author']", True),
        ("fields = ('id', 'title')", False),
        ("exclude = ('author', 'editor')", False),
    ],
)
def test_meta_implies_fields_for_relations_to_a_model_with_a_type(meta: str, found: bool) -> None:
    code = f"""
    class BookType(DjangoObjectType):
        class Meta:
            model = Book
            {meta}
"""
    assert (READ in reads(code + query("graphene.List(BookType)"))) == found


def test_a_relation_to_a_model_without_a_type_is_no_field() -> None:
    code = """
    class BookType(DjangoObjectType):
        class Meta:
            model = Book
            fields = ("id", "tags", "parent")
"""
    assert [one for one in reads(code + query("graphene.List(BookType)")) if "tags" in one] == []


@pytest.mark.parametrize(
    "resolver",
    [
        "def resolve_by(self, info):\n            return self.editor.name",
        "@staticmethod\n        def resolve_by(book, info, **kwargs):\n            return book.editor.name",
        "def resolve_by(parent, info, upper=False):\n            return name_of(parent)",
    ],
)
def test_a_resolver_gets_the_row(resolver: str) -> None:
    code = f"""
    def name_of(book):
        return book.editor.name

    class BookType(DjangoObjectType):
        by = graphene.String()

        class Meta:
            model = Book
            fields = ("id",)

        {resolver}
"""
    assert [one.partition(": ")[2] for one in reads(code + query("graphene.List(BookType)"))] == [
        "editor of shop.Book, per row, asked?"
    ]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("graphene.Field(AuthorType)", True),
        ("graphene.Field(AuthorType, resolver=lambda root, info: root.author)", True),
        ("graphene.Field(AuthorType, source='author')", True),
        ("graphene.ID(source='author_id')", False),
        ("Unknown(AuthorType)", False),
    ],
)
def test_a_declared_field_goes_before_an_implied_one(field: str, found: bool) -> None:
    code = f"""
    class BookType(DjangoObjectType):
        author = {field}

        class Meta:
            model = Book
            fields = ("id", "author")
"""
    assert len(reads(code + query("graphene.List(BookType)"))) == found


def test_a_type_that_limits_its_rows_asks_for_each_of_them_whatever_was_loaded() -> None:
    own = """
        @classmethod
        def get_queryset(cls, queryset, info):
            return queryset.filter(name="a")

"""
    code = HEAD + own + BOOK + query("graphene.List(BookType)")
    assert told(code) == []


def test_what_a_type_adds_to_its_rows_counts_for_fields_of_django() -> None:
    own = """
        @classmethod
        def get_queryset(cls, queryset, info):
            return queryset.select_related("author")

"""
    assert reads(BOOK + own + query("DjangoListField(BookType)")) == []
    assert reads(BOOK + own + query("graphene.List(BookType)")) == [READ]


def test_lists_of_each_row_are_asked_for_once_a_row() -> None:
    code = """
    class ReviewType(DjangoObjectType):
        class Meta:
            model = Review
            fields = ("id", "writer")

    class BookType(DjangoObjectType):
        class Meta:
            model = Book
            fields = ("id", "reviews")
"""
    assert reads(code + query("graphene.List(BookType)")) == [
        "reviews: iterate of shop.Review by reviews, per row, asked?"
    ]
    assert reads(code + query("graphene.List(BookType)", "Book.objects.prefetch_related('reviews')")) == [
        "writer: reviews__writer of shop.Book, per row, asked?"
    ]


def test_a_field_class_of_the_project_that_works_in_its_own_way_is_not_known() -> None:
    code = """
    class Pages(DjangoConnectionField):
        @classmethod
        def resolve_queryset(cls, connection, queryset, info, args):
            return queryset.select_related("author")

    class Same(DjangoConnectionField):
        pass
"""
    assert reads(BOOK + code + query("Pages(BookType)")) == []
    assert reads(BOOK + code + query("Same(BookType)")) == [READ]


def test_a_mixin_is_asked_for_the_types_that_have_it() -> None:
    more = "\n    class Schema(Query, graphene.ObjectType):\n        pass\n"
    assert reads(BOOK + query("graphene.List(BookType)", base="object") + more) == [READ]


def test_classes_that_only_look_like_it_are_left_alone() -> None:
    assert reads(BOOK + query("graphene.List(BookType)", base="object")) == []


def test_an_optimized_type_has_what_the_client_asks_for() -> None:
    code = BOOK.replace("(DjangoObjectType)", "(gql_optimizer.OptimizedDjangoObjectType)")
    assert reads(code + query("DjangoListField(BookType)")) == []


def test_a_relation_to_an_optimized_type_is_asked_for_again_whatever_was_loaded() -> None:
    head = HEAD.replace(
        "class AuthorType(DjangoObjectType)", "class AuthorType(gql_optimizer.OptimizedDjangoObjectType)"
    )
    assert told(head + BOOK + query("graphene.List(BookType)")) == []
