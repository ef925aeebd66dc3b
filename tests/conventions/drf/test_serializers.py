"""Which fields of a serializer are read, and how, where code decides it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.conventions.support import found_in
from tests.interpreter.support import line

HEAD = """
from rest_framework import serializers


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name"]


class BookSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()
    editor = serializers.StringRelatedField()
    writer = serializers.CharField(source="author.name")

    class Meta:
        model = Book
        fields = ["id", "title", "author", "editor", "writer", "tags"]


"""


def shown(code: str, **more: str) -> list[str]:
    """What is read for each row: the relation and what the source says there."""
    found = found_in(HEAD + dedent(code), **more)
    reads = [f"{one.relation} {one.root.removeprefix('shop.')}" for one in found.reads if one.per_row]
    asked = [f"{one.method} {one.model.removeprefix('shop.')}" for one in found.queries if one.per_row]
    return sorted({*reads, *asked})


def of_serializer(code: str, call: str = "Shown(Book.objects.all(), many=True)") -> list[str]:
    return shown(f"{dedent(code)}\n\ndef page():\n    return {call}.data\n")


ALL = ["author Book", "editor Book", "iterate Tag"]
CITY = "editor.city Book"


def test_a_serializer_reads_what_its_fields_say():
    assert of_serializer("Shown = BookSerializer") == [*ALL[:1], "editor Book", *ALL[2:]]


def test_one_row_is_read_once():
    assert of_serializer("Shown = BookSerializer", "Shown(Book.objects.get(pk=1))") == []


def test_a_row_at_a_time_in_a_loop_of_the_project():
    code = """
    def page():
        return [BookSerializer(book).data for book in Book.objects.all()]
    """
    assert shown(code) == ALL


def test_data_is_made_once():
    code = """
    def page(names):
        serializer = BookSerializer(Book.objects.get(pk=1))
        return [serializer.data[name] for name in Book.objects.values_list("title", flat=True)]
    """
    assert shown(code) == []


def test_fields_are_inherited_and_taken_away():
    assert "author Book" in of_serializer("class Shown(BookSerializer):\n    pass")
    plain = """
    class Shown(BookSerializer):
        author = None
        class Meta:
            model = Book
            fields = ["id", "author"]
    """
    assert of_serializer(plain) == []  # the key alone


def test_names_are_added_to_those_of_a_base():
    code = """
    class Small(serializers.ModelSerializer):
        class Meta:
            model = Book
            fields = ["id"]
    class Shown(Small):
        author = AuthorSerializer()
        class Meta(Small.Meta):
            fields = Small.Meta.fields + ["author"]
    """
    assert of_serializer(code) == ["author Book"]


def test_a_mixin_that_is_no_serializer_declares_nothing():
    code = """
    class Mixin:
        writer = serializers.CharField(source="author.name")
    class Shown(Mixin, serializers.ModelSerializer):
        class Meta:
            model = Book
            fields = "__all__"
    class Known(serializers.Serializer):
        writer = serializers.CharField(source="editor.name")
    class More(Known, serializers.ModelSerializer):
        class Meta:
            model = Book
            exclude = ["tags"]
    """
    assert of_serializer(code) == ["iterate Tag"]
    assert of_serializer(code, "More(Book.objects.all(), many=True)") == ["editor Book"]


def test_long_lists_of_names_are_read_to_the_end():
    names = ", ".join(f'"x{n}"' for n in range(30))
    code = f"""
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer()
        class Meta:
            model = Book
            fields = [{names}, "author"]
    """
    assert of_serializer(code) == ["author Book"]


def test_extra_kwargs_hide_and_rename():
    code = """
    class Shown(serializers.ModelSerializer):
        class Meta:
            model = Book
            fields = ["tags", "by_whom"]
            extra_kwargs = {"tags": {"write_only": True}, "by_whom": {"source": "by"}}
    """
    assert of_serializer(code) == ["author Book"]


def test_what_takes_input_only_is_not_shown():
    code = """
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer(write_only=True)
        editor = serializers.HiddenField(default=None)
        class Meta:
            model = Book
            fields = ["author", "editor"]
    """
    assert of_serializer(code) == []


def test_a_field_in_a_constant_and_by_a_function():
    code = """
    NAME = "author.name"
    def field_of(source):
        return serializers.CharField(source=source)
    class Shown(serializers.Serializer):
        one = serializers.CharField(source=NAME)
        two = field_of("editor.name")
    """
    assert of_serializer(code) == ["author Book", "editor Book"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('self.fields.pop("author")', ["editor Book"]),
        ('del self.fields["author"]', ["editor Book"]),
        ('self.fields.pop("author", None)\n            self.fields.pop("editor")', []),
        ('if kwargs.get("data"):\n                self.fields.pop("author")', ["author Book", "editor Book"]),
        (
            'self.fields["by"] = serializers.CharField(source="parent.title")',
            ["author Book", "editor Book", "parent Book"],
        ),
        ('self.fields["author"] = serializers.PrimaryKeyRelatedField(read_only=True)', ["editor Book"]),
    ],
)
def test_init_takes_fields_away_and_adds_them(body, expected):
    code = f"""
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer()
        editor = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["author", "editor"]
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            {body}
    """
    assert of_serializer(code) == expected


DYNAMIC = """
class Dynamic(serializers.ModelSerializer):
    def __init__(self, *args, **kwargs):
        fields = kwargs.pop("fields", None)
        super().__init__(*args, **kwargs)
        if fields is not None:
            for name in set(self.fields) - set(fields):
                self.fields.pop(name)
class Shown(Dynamic):
    editor = AuthorSerializer()
    class Meta:
        model = Book
        fields = ["title", "editor"]
"""


def test_fields_that_an_argument_chooses_are_all_there_without_it():
    assert of_serializer(DYNAMIC) == ["editor Book"]


def test_of_fields_that_an_argument_chooses_nothing_is_said():
    assert of_serializer(DYNAMIC, 'Shown(Book.objects.all(), many=True, fields=["title"])') == []


def test_fields_of_two_classes_are_not_mixed():
    code = """
    class Base(serializers.ModelSerializer):
        def to_representation(self, instance):
            return {name: 1 for name in self.fields} | super().to_representation(instance)
    class One(Base):
        class Meta:
            model = Book
            fields = ["id", "title", "author"]
    class Other(Base):
        editor = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["id", "author", "editor"]
    """
    assert of_serializer(code, "(One if unknown else Other)(Book.objects.all(), many=True)") == ["editor Book"]


def test_a_nested_serializer_with_fields_that_an_argument_chooses():
    code = DYNAMIC + dedent("""
    class Outer(serializers.ModelSerializer):
        books = Shown(many=True, fields=["title"])
        class Meta:
            model = Author
            fields = ["books"]
    class Whole(serializers.ModelSerializer):
        books = Shown(many=True)
        class Meta:
            model = Author
            fields = ["books"]
    """)
    assert of_serializer(code, "Outer(Author.objects.prefetch_related('books'), many=True)") == []
    assert of_serializer(code, "Whole(Author.objects.prefetch_related('books'), many=True)") == ["books__editor Author"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('fields.pop("author")\n            return fields', []),
        ('fields["extra"] = serializers.CharField(source="editor.name")\n            return fields',
         ["author Book", "editor Book"]),
        ('return {name: field for name, field in fields.items() if name in self.context["names"]}', []),
    ],
)  # fmt: skip
def test_get_fields_decides(body, expected):
    code = f"""
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["author"]
        def get_fields(self):
            fields = super().get_fields()
            {body}
    """
    assert of_serializer(code) == expected


def test_to_representation_of_the_project_with_that_of_the_framework():
    code = """
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["author"]
        def to_representation(self, instance):
            shown = super().to_representation(instance)
            shown["editor"] = instance.editor.name
            return shown
    """
    assert of_serializer(code) == ["author Book", "editor Book"]


def test_a_list_serializer_of_the_project():
    code = """
    class Loaded(serializers.ListSerializer):
        def to_representation(self, data):
            return super().to_representation(data.select_related("author"))
    class Shown(serializers.ModelSerializer):
        author = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["author"]
            list_serializer_class = Loaded
    class Listed(serializers.ListSerializer):
        child = BookSerializer()
    """
    assert of_serializer(code) == []


def test_a_list_serializer_with_a_child():
    code = "Shown = serializers.ListSerializer"
    assert of_serializer(code, "Shown(Book.objects.all(), child=BookSerializer())") == ALL


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('serializers.ListField(source="tags.all", child=serializers.CharField())', ["iterate Tag"]),
        ('serializers.ListField(source="tags.all", child=AuthorSerializer())', ["iterate Tag"]),
        ('serializers.ListField(source="reviews.all", child=ReviewSerializer())', ["iterate Review", "writer Review"]),
        ('serializers.PrimaryKeyRelatedField(source="tags", many=True, read_only=True)', ["iterate Tag"]),
        ('serializers.PrimaryKeyRelatedField(source="author", read_only=True)', []),
        ('serializers.PrimaryKeyRelatedField(source="author.city", read_only=True)', ["author Book"]),
        ('serializers.SlugRelatedField("name", source="author", read_only=True)', ["author Book"]),
        ('serializers.SlugRelatedField("city__name", source="author", read_only=True)', ["author Book"]),
        ('serializers.SerializerMethodField("named")', ["editor Book"]),
        ('serializers.SerializerMethodField()', ["editor Book"]),
        ('serializers.IntegerField(source="tags.count")', ["count Tag"]),
        ('serializers.CharField(source="label")', ["author Book"]),
        ('serializers.ChoiceField(choices=[1, 2], source="author.name")', ["author Book"]),
        ('serializers.JSONField(source="by")', ["author Book"]),
        ('serializers.DictField(source="title", child=serializers.CharField())', []),
        ('AuthorSerializer(source="*")', []),
        ('Upper(source="author.name")', ["author Book"]),
        ('CityOf(source="author")', ["author Book"]),
        ('Whole()', ["author Book"]),
        ('KeyOf(source="author", read_only=True)', []),
        ('RowOf(source="author", read_only=True)', ["author Book"]),
        ('Related(source="author", read_only=True)', ["author Book"]),
        ('Unseen(source="author")', []),
    ],
)  # fmt: skip
def test_what_a_field_reads(field, expected):
    code = f"""
    from somewhere import Unseen

    class ReviewSerializer(serializers.ModelSerializer):
        writer = AuthorSerializer()
        class Meta:
            model = Review
            fields = ["writer"]

    class Upper(serializers.CharField):
        def to_representation(self, value):
            return value.upper()

    class CityOf(serializers.Field):
        def to_representation(self, value):
            return value.city.name

    class Whole(serializers.Field):
        def __init__(self, **kwargs):
            kwargs["source"] = "*"
            super().__init__(**kwargs)
        def to_representation(self, value):
            return value.author.name

    class KeyOf(serializers.PrimaryKeyRelatedField):
        def to_representation(self, value):
            return str(value.pk)

    class RowOf(serializers.PrimaryKeyRelatedField):
        def use_pk_only_optimization(self):
            return False
        def to_representation(self, value):
            return value.name

    class Related(serializers.RelatedField):
        def to_representation(self, value):
            return value.name

    class Shown(serializers.ModelSerializer):
        it = {field}
        class Meta:
            model = Book
            fields = ["it"]
        def get_it(self, book):
            return book.editor.name
        def named(self, book):
            return book.editor.name
    """
    assert of_serializer(code) == expected


def test_a_serializer_in_a_method_field():
    code = """
    class Shown(serializers.ModelSerializer):
        reviews = serializers.SerializerMethodField()
        class Meta:
            model = Author
            fields = ["reviews"]
        def get_reviews(self, author):
            return BookSerializer(author.books.all(), many=True, context=self.context).data
    """
    found = of_serializer(code, 'Shown(Author.objects.prefetch_related("books__tags"), many=True)')
    assert found == ["books__editor Author"]  # who wrote them is known


def test_rows_of_values_are_dicts():
    code = """
    class Shown(serializers.Serializer):
        name = serializers.CharField(source="author__name")
        more = serializers.SerializerMethodField()
        def get_more(self, row):
            return Author.objects.get(pk=row["author"]).name
    """
    assert of_serializer(code, 'Shown(Book.objects.values("author", "author__name"), many=True)') == ["get Author"]


def test_the_class_of_related_fields():
    code = """
    class Shown(serializers.ModelSerializer):
        serializer_related_field = serializers.StringRelatedField
        class Meta:
            model = Book
            fields = ["author"]
    class Own(serializers.PrimaryKeyRelatedField):
        def use_pk_only_optimization(self):
            return False
        def to_representation(self, value):
            return {"name": value.name}
    class Other(Shown):
        serializer_related_field = Own
    """
    assert of_serializer(code) == ["author Book"]
    assert of_serializer(code, "Other(Book.objects.all(), many=True)") == ["author Book"]


def test_a_serializer_that_nests_itself_ends():
    code = """
    class Shown(serializers.ModelSerializer):
        children = serializers.SerializerMethodField()
        class Meta:
            model = Book
            fields = ["children"]
        def get_children(self, book):
            return Shown(book.children.all(), many=True).data
    """
    assert of_serializer(code) == ["iterate Book"]


def test_where_a_field_stands():
    found = found_in(HEAD + "def page():\n    return BookSerializer(Book.objects.all(), many=True).data\n")
    assert sorted({(line(one.place), one.relation) for one in found.reads if one.per_row}) == [
        ("22", "author"),
        ("22", "editor"),
    ]


CONTEXTS = {
    "none": ("BookInContext(Book.objects.all(), many=True)", []),
    "of a dict": ("Shelf({'books': Book.objects.all()})", []),
    "given": ("BookInContext(Book.objects.all(), many=True, context={'request': 1})", ["author Book", "editor Book"]),
    "handed on": ("Shelf({'books': Book.objects.all()}, context={'request': 1})", ["author Book", "editor Book"]),
    "that may be given": ("BookInContext(Book.objects.all(), many=True, **options)", ["author Book", "editor Book"]),
    "put in later": ("filled(BookInContext(Book.objects.all(), many=True))", ["author Book", "editor Book"]),
}


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_context_holds_what_it_was_given(name: str):
    call, expected = CONTEXTS[name]
    code = f"""
    class BookInContext(serializers.ModelSerializer):
        told = serializers.SerializerMethodField()
        asked = serializers.SerializerMethodField()
        class Meta:
            model = Book
            fields = ["told", "asked"]
        def get_told(self, book):
            try:
                self.context["request"]
            except KeyError:
                return None
            else:
                return book.author.name
        def get_asked(self, book):
            request = self.context.get("request")
            if request is None:
                return None
            return book.editor.name

    class Shelf(serializers.Serializer):
        books = BookInContext(many=True)

    def filled(serializer):
        serializer.context["request"] = 1
        return serializer

    def page(options):
        return {call}.data
    """
    assert shown(code) == expected


NARROWING = """
    class Narrowing(serializers.ModelSerializer):
        def __init__(self, *args, nested=False, **kwargs):
            self.nested = nested
            super().__init__(*args, **kwargs)

        @cached_property
        def fields(self):
            fields = super().fields
            if self.nested:
                for name in set(fields) - set(self.Meta.brief_fields):
                    fields.pop(name)
            return fields

    class Brief(Narrowing):
        author = serializers.StringRelatedField()
        class Meta:
            model = Book
            fields = ["title", "author"]
            brief_fields = ["title"]

    class Shelf(serializers.Serializer):
        first = Brief(nested={nested}, source="*")

    def page(options):
        return {call}.data
    """


@pytest.mark.parametrize(
    ("call", "nested", "expected"),
    [
        ("Brief(Book.objects.all(), many=True)", "True", ["author Book"]),
        ("Brief(Book.objects.all(), many=True, nested=options)", "True", ["author Book"]),
        ("Shelf(Book.objects.all(), many=True)", "False", ["author Book"]),
        ("Shelf(Book.objects.all(), many=True)", "True", []),
    ],
)
def test_a_property_of_fields_takes_some_away(call: str, nested: str, expected: list[str]):
    code = "from django.utils.functional import cached_property\n" + dedent(NARROWING.format(call=call, nested=nested))
    assert shown(code) == expected


@pytest.mark.parametrize(("test", "expected"), [("not hasattr(self, '_tags')", []), ("True", ["iterate Tag"])])
def test_what_a_field_class_keeps_is_asked_once(test: str, expected: list[str]):
    code = f"""
    class Tagged(serializers.Field):
        def _all_tags(self):
            if {test}:
                self._tags = Tag.objects.all()
            return self._tags
        def to_representation(self, value):
            return [tag.pk for tag in self._all_tags()]

    class Shown(serializers.ModelSerializer):
        told = Tagged(source="title")
        class Meta:
            model = Book
            fields = ["told"]
    """
    assert of_serializer(code) == expected
