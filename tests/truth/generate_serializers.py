"""Writes `project/programs/serializers.py` and `rows_serializers.json`: section 9 of the truth table.

usage: python -m tests.truth.generate_serializers django_truth.json     (then `ruff format`)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.truth.generate import as_function, described

HERE = Path(__file__).parent
SECTION = "9 DRF"
FIRST = 9_001
FILE = "serializers"
HEAD = """\
from rest_framework import filters, generics, pagination, viewsets

from app import serializers as s
from app.browser import CONTEXT, shown
from app.models import Book, Chapter, Counter, TaggedItem


"""
SERIALIZERS = {
    "plain fields": "PlainFields",
    "PrimaryKeyRelatedField fk (default): 'author'": "AuthorKey",
    "nested serializer author": "NestedAuthor",
    "CharField(source='author.name')": "SourceName",
    "source='author.id'": "SourceId",
    "source='author_id'": "SourceColumn",
    "source='author.pk' ReadOnlyField": "SourceKey",
    "SerializerMethodField touching fk": "MethodField",
    "StringRelatedField": "TextOfAuthor",
    "SlugRelatedField(slug_field='name')": "SlugOfAuthor",
    "HyperlinkedRelatedField": "LinkToAuthor",
    "HyperlinkedRelatedField(lookup_field='name')": "LinkToAuthorById",
    "PrimaryKeyRelatedField(pk_field)": "FieldOfKey",
    "ReadOnlyField(model property touching fk)": "PropertyOfModel",
    "to_representation override touching fk": "OwnRepresentation",
    "depth=1 with fields [author]": "DepthOne",
    "depth=2 with fields [author]": "DepthTwo",
    "nested author with its own fk pk (city)": "NestedAuthorWithCity",
    "nested author depth=1 (city)": "NestedAuthorWithDepth",
    "nullable fk pk 'reviewer'": "NullableKeys",
    "nested nullable publisher": "NestedPublisher",
    'StringField via serializers.CharField(source="__str__")': "TextOfBook",
    "fields='__all__' on Chapter (fk only)": "WholeChapter",
    "M2M default PrimaryKeyRelatedField(many=True): 'tags'": "TagKeys",
    "M2M StringRelatedField(many=True)": "TextOfTags",
    "M2M SlugRelatedField(many=True)": "SlugOfTags",
    "M2M HyperlinkedRelatedField(many=True)": "LinkToTags",
    "reverse fk pk 'chapter_set'": "ChapterKeys",
    "nested many chapter_set": "NestedChapters",
    "nested many chapter_set with fk pks (book, writer)": "NestedChaptersWithKeys",
    "nested many chapter_set with nested writer": "NestedChaptersWithWriter",
    "IntegerField(source='chapter_set.count')": "SourceCount",
    "SerializerMethodField obj.chapter_set.count()": "MethodCount",
    "SerializerMethodField obj.chapter_set.filter(...)": "MethodFilter",
    'ListField(source="tags.all", child=StringRelatedField-like)': "ListOfTags",
    "reverse o2o nested cover": "NestedCover",
    "reverse o2o pk cover": "CoverKey",
    "reverse o2o missing nested isbn": "MissingIsbn",
    "depth=1 fields [tags]": "DepthOfTags",
    "fields='__all__' (fks + m2m pks)": "WholeBook",
    "GFK SerializerMethodField content_object": "GenericTarget",
    'PrimaryKeyRelatedField fk after .only("title")': "AuthorKey",
    "HyperlinkedModelSerializer url + fk author": "Links",
    "PrimaryKeyRelatedField(many=True) on a queryset of values()": "OnlyTitle",
}
ROWS = {
    "fields='__all__' on Chapter (fk only)": "Chapter.objects",
    "GFK SerializerMethodField content_object": "TaggedItem.objects",
    'PrimaryKeyRelatedField fk after .only("title")': 'Book.objects.only("title")',
    "PrimaryKeyRelatedField(many=True) on a queryset of values()": 'Book.objects.values("title")',
}
LOADED = {"nothing": ".all()", "prefetch_related": '.prefetch_related("content_object")'}
WITHOUT_AUTHOR = "fields='__all__' on Chapter (fk only)"
VIEWS = {
    "ModelViewSet.queryset = Model.objects.all() + nested fk": (
        "viewsets.ModelViewSet", "queryset = Book.objects.all()", "NestedAuthor",
    ),
    "ModelViewSet.queryset = select_related": (
        "viewsets.ModelViewSet", 'queryset = Book.objects.select_related("author")', "NestedAuthor",
    ),
    "ModelViewSet.get_queryset() select_related": (
        "viewsets.ModelViewSet",
        '\n    def get_queryset(self):\n        return Book.objects.select_related("author")\n',
        "NestedAuthor",
    ),
    "ListAPIView nested fk": ("generics.ListAPIView", "queryset = Book.objects.all()", "NestedAuthor"),
    "retrieve (single object) nested fk": (
        "viewsets.GenericViewSet, viewsets.mixins.RetrieveModelMixin", "queryset = Book.objects.all()", "NestedAuthor",
    ),
    "PageNumberPagination: count + page": (
        "viewsets.ModelViewSet",
        'queryset = Book.objects.select_related("author").order_by("pk")\n    pagination_class = Pages',
        "NestedAuthor",
    ),
    "LimitOffsetPagination: count + page": (
        "viewsets.ModelViewSet",
        'queryset = Book.objects.select_related("author").order_by("pk")\n    pagination_class = Limits',
        "NestedAuthor",
    ),
    "CursorPagination: no count": (
        "viewsets.ModelViewSet",
        'queryset = Book.objects.select_related("author")\n    pagination_class = Cursors',
        "NestedAuthor",
    ),
    "class-level queryset is re-cloned per request": (
        "viewsets.ModelViewSet", "queryset = Book.objects.all()", "OnlyId",
    ),
    "SearchFilter on m2m": (
        "viewsets.ModelViewSet",
        'queryset = Book.objects.all()\n    filter_backends = [filters.SearchFilter]\n    search_fields = ["tags__name"]',
        "OnlyId",
    ),
}  # fmt: skip
PAGES = """\
class Pages(pagination.PageNumberPagination):
    page_size = 5


class Limits(pagination.LimitOffsetPagination):
    default_limit = 5


class Cursors(pagination.CursorPagination):
    page_size = 5
    ordering = "pk"


"""
INPUT = {
    "serializer.is_valid(): PrimaryKeyRelatedField(queryset)": """\
s.ContributionInput(data={"book": 1, "author": 1}).is_valid()
""",
    "serializer(many=True).is_valid() with fks": """\
count = Counter.objects.count()
s.ContributionInput(data=[{"book": 1, "author": 1}] * count, many=True).is_valid()
""",
    "serializer is_valid(): m2m pk list": """\
count = Counter.objects.count()
s.TagInput(data={"books": list(range(1, count + 1))}).is_valid()
""",
    "ListSerializer.create (many=True).save()": """\
count = Counter.objects.count()
serializer = s.CounterInput(data=[{"n": 1}] * count, many=True)
serializer.is_valid(raise_exception=True)
serializer.save()
""",
    "UniqueValidator in many=True is_valid()": """\
count = Counter.objects.count()
s.SlugInput(data=[{"code": f"x{n}"} for n in range(count)], many=True).is_valid()
""",
}


def main() -> None:
    table = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    programs, expected = [], []
    for number, row in enumerate((row for row in table if row["section"] == SECTION), FIRST):
        key = (row["section"], row["construct"], row["setup"])
        programs.append(program(number, key))
        expected.append({"case": f"case_{number}", "file": FILE, **described(key, [row])})
    text = HEAD + PAGES + "\n\n".join(programs)
    (HERE / "project" / "programs" / f"{FILE}.py").write_text(text, "utf-8")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in expected)
    (HERE / f"rows_{FILE}.json").write_text(f"[\n{lines}\n]\n", "utf-8")
    print(len(programs), "programs")


def program(number: int, key: tuple[str, str, str]) -> str:
    _, construct, setup = key
    case = f"case_{number}"
    if construct in VIEWS:
        bases, body, serializer = VIEWS[construct]
        view = f"class View{number}({bases}):\n    {body.strip()}\n    serializer_class = s.{serializer}\n\n\n"
        return view + as_function(case, key, shown(number, construct))
    if construct in INPUT:
        return as_function(case, key, INPUT[construct])
    rows = ROWS.get(construct, "Book.objects")
    if not rows.endswith(")") and not (construct == WITHOUT_AUTHOR and setup != "nothing"):
        rows += LOADED.get(setup, f".{setup}")
    rows += ".all()" if rows.endswith(".objects") else ""
    return as_function(case, key, f"s.{SERIALIZERS[construct]}({rows}, many=True, context=CONTEXT).data")


def shown(number: int, construct: str) -> str:
    """The request that is measured."""
    if "APIView" in construct:
        return f"shown(View{number}.as_view())"
    if "retrieve" in construct:
        return f'shown(View{number}.as_view({{"get": "retrieve"}}), pk=1)'
    path = ', "/?search=t"' if "Search" in construct else ""
    call = f'shown(View{number}.as_view({{"get": "list"}}){path})'
    return f"{call}\n{call}" if "re-cloned" in construct else call


if __name__ == "__main__":
    main()
