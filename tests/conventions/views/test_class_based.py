"""Django's class-based views, whose own code is run, and the function views of URLconfs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Unknown, Value
from orm_lint.ir import nodes as ir
from tests.conventions.support import found_in, repeated
from tests.interpreter.support import facts, query, read

HEADER = "from django.views.generic import DetailView, ListView, UpdateView, View\n"


def told(code: str, **more: str) -> list[str]:
    """The reads and queries for each row, one line each; the first line of the code is line 3."""
    lines = repeated(HEADER + code.lstrip("\n"), **more)
    return list(dict.fromkeys(line.partition(",")[0].partition(" |")[0] for line in lines))


def urls(*routes: str) -> str:
    """A URLconf."""
    lines = ",\n    ".join(routes)
    return f"from django.urls import path, re_path\nfrom shop import views\n\nurlpatterns = [\n    {lines}\n]\n"


def test_a_method_takes_what_the_url_gives() -> None:
    code = """
class Books(View):
    def get(self, request, shop, page=None):
        return [book.author.name for book in Book.objects.filter(title=shop)]
"""
    assert told(code) == ["5 book.author: author of shop.Book"]


def test_what_else_the_url_gives_is_not_known() -> None:
    code = """
class Books(View):
    def get(self, request, *args, **kwargs):
        if "shop" not in kwargs:
            raise ValueError
        return [book.author.name for book in Book.objects.filter(title=kwargs["shop"])]
"""
    assert told(code) == ["7 book.author: author of shop.Book"]


def test_what_the_url_may_give_may_be_missing() -> None:
    code = """
class Books(View):
    def get(self, request, page=None):
        if page is None:
            return [book.editor.name for book in Book.objects.all()]
        return [book.author.name for book in Book.objects.all()]
"""
    assert told(code) == ["6 book.editor: editor of shop.Book", "7 book.author: author of shop.Book"]


def test_a_loop_in_a_method_that_django_calls_stands_where_it_is_written() -> None:
    code = """
class Books(ListView):
    model = Book

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"names": [book.author.name for book in context["object_list"]]}
"""
    found = found_in(HEADER + code.lstrip("\n"))
    assert [read(one) for one in found.reads] == [
        "8 book.author: author of shop.Book, per row | origin 4, loop 8, read 8"
    ]


@pytest.mark.parametrize(("members", "name", "expected"), [
    ("model = Book", "object_list", True),
    ("model = Book", "book_list", True),
    ("model = Book; paginate_by = 5", "page_obj", True),
    ("model = Book; paginate_by = 5; context_object_name = 'books'", "books", True),
    ("queryset = Book.objects.order_by('title')", "object_list", True),
    ("queryset = Book.objects.select_related('author')", "object_list", False),
    ("queryset = Book.objects.select_related('author'); paginate_by = 5", "page_obj", False),
    ("queryset = Book.in_shop.all()", "book_list", False),
    ("get_queryset = lambda self: Book.objects.select_related('author')", "object_list", False),
])  # fmt: skip
def test_what_the_context_of_a_list_holds(members: str, name: str, expected: bool) -> None:
    code = f"""
class Books(ListView):
    {members}

    def render_to_response(self, context):
        return [book.author.name for book in context["{name}"]]
"""
    assert told(code) == (["7 book.author: author of shop.Book"] if expected else [])


def test_super_finds_the_next_class_wherever_it_is_defined() -> None:
    mixins = """
    class Cheap:
        def get_queryset(self):
            return super().get_queryset().filter(price__lt=10)


    class Joined(Cheap):
        def get_queryset(self):
            return super().get_queryset().select_related("author")
    """
    code = """
from shop.mixins import Cheap, Joined

class Base(ListView):
    model = Book

    def render_to_response(self, context):
        return [book.author.name for book in context["object_list"]]

class Cheapest(Cheap, Base):
    pass

class JoinedCheap(Joined, Base):
    pass
"""
    found = found_in(HEADER + code.lstrip("\n"), shop__mixins=mixins)
    assert {stations for one in found.reads for stations in [read(one).partition("origin ")[2]]} == {
        "6, loop 9, read 9", "mixins:3, loop 9, read 9",
    }  # fmt: skip


def test_the_row_of_a_detail_is_one_row() -> None:
    code = """
class OneBook(DetailView):
    model = Book

    def get_context_data(self, **kwargs):
        names = [review.writer.name for review in self.object.reviews.all()]
        titles = [review.book.title for review in kwargs["object"].reviews.all()]
        return super().get_context_data(author=self.object.author.name, names=names, titles=titles)
"""
    assert told(code) == ["7 review.writer: writer of shop.Review"]


BOOKS = """
class Books(View):
    books = Book.objects.select_related("author")

    def get(self, request):
        return [book.author.name for book in self.books]
"""


@pytest.mark.parametrize(("handed", "expected"), [
    (("views.Books.as_view()",), False),
    (("views.Books.as_view(books=views.Book.objects.all())",), True),
    (("views.Books.as_view(books=views.Book.in_shop.all())",), False),
    (("login_required(views.Books.as_view(books=views.Book.objects.order_by('title')))", "views.Books.as_view()"), True),
])  # fmt: skip
def test_a_urlconf_hands_rows_to_a_class(handed: tuple[str, ...], expected: bool) -> None:
    routes = [f'path("{number}/", {view})' for number, view in enumerate(handed)]
    found = told(BOOKS, shop__urls=urls(*routes))
    assert found == (["7 book.author: author of shop.Book"] if expected else [])


def test_a_view_in_a_urlconf_is_given_a_request_whatever_its_name() -> None:
    code = """
def mine(visitor, number):
    return [group.permissions.count() for group in visitor.user.groups.all()]
"""
    assert told(code) == []
    found = told(code, shop__urls=urls('re_path("(.*)", views.mine)'))
    assert found == ["4 group.permissions.count(): count of auth.Permission by permissions"]


def test_a_decorator_of_the_project_hands_a_view_its_rows() -> None:
    code = """
def with_author(view):
    def inner(request, pk):
        return view(request, Author.objects.get(pk=pk))
    return inner

@with_author
def books(request, writer):
    return [book.editor.name for book in writer.books.all()]
"""
    assert told(code) == []
    assert told(code, shop__urls=urls('path("", views.books)')) == ["10 book.editor: editor of shop.Book"]


FORM = """
from django import forms

class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = "__all__"
"""


@pytest.mark.parametrize("form", ["form_class = BookForm", "fields = '__all__'"])
def test_a_form_saves_the_row_of_its_view(form: str) -> None:
    code = f"""{FORM}
class Edit(UpdateView):
    model = Book
    {form}

    def form_valid(self, form):
        saved = form.save()
        return [(review.book.title, review.writer.name) for review in saved.reviews.all()]
"""
    assert told(code) == ["16 review.writer: writer of shop.Review"]


def test_a_form_without_a_row_makes_one_of_its_model() -> None:
    code = f"""{FORM}
def made(request):
    form = BookForm(request.POST)
    form.save()
    return [review.writer.name for review in form.instance.reviews.all()]
"""
    assert told(code) == ["13 review.writer: writer of shop.Review"]


def test_a_form_of_another_model_is_not_told_of_the_row() -> None:
    code = """
from django import forms

def made(request, book):
    form = forms.Form(request.POST)
    return [review.writer.name for review in form.save().reviews.all()]
"""
    assert told(code) == []


def test_django_itself_asks_for_all_rows_where_no_list_may_be_empty() -> None:
    code = """
class Books(ListView):
    model = Book
    allow_empty = False

    def render_to_response(self, context):
        return [book.title for book in context["object_list"]]
"""
    whole = [query(one) for one in found_in(HEADER + code.lstrip("\n")).queries if one.whole_table]
    assert whole == ["4 Books.model: iterate of shop.Book, whole table | origin 4, read 4"]


def test_templates_and_context_reach_whoever_models_the_response() -> None:
    """What templates show is another convention's work: all that it needs are the arguments of one call."""
    seen: dict[str, tuple[list[object], list[str]]] = {}

    def response(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
        names, context = (state.heap[args.keyword(name).id].entries for name in ("template", "context"))
        assert frame.behalf is not None
        seen[frame.behalf.node.name] = ([name.value for name in names.values()], sorted(context))
        return Unknown("response")

    code = """
class Books(ListView):
    model = Book
    paginate_by = 5

class AllBooks(ListView):
    queryset = Book.objects.all()
    template_name = "all.html"
    context_object_name = "books"
    extra_context = {"title": "All books"}

class OneBook(DetailView):
    model = Book

    def get_context_data(self, **kwargs):
        return super().get_context_data(reviews=self.object.reviews.all(), **kwargs)
"""
    models = (*HOOKS.models, ("django.template.response.TemplateResponse", response))
    facts(HEADER + code.lstrip("\n"), replace(HOOKS, models=models))
    page = ["is_paginated", "object_list", "page_obj", "paginator", "view"]
    assert seen == {
        "Books": (["shop/book_list.html"], ["book_list", *page]),
        "AllBooks": (["all.html", "shop/book_list.html"], ["books", *page[:-1], "title", "view"]),
        "OneBook": (["shop/book_detail.html"], ["book", "object", "reviews", "view"]),
    }


def test_what_django_calls_is_run_from_there_only() -> None:
    code = """
class Books(ListView):
    model = Book

    def get_queryset(self):
        return self.cheap(super().get_queryset())

    def cheap(self, books):
        return books.filter(price__lt=10).select_related("author")

    def unused(self):
        return Book.objects.order_by("title")

    def render_to_response(self, context):
        return [book.author.name for book in context["object_list"]]
"""
    found = found_in(HEADER + code.lstrip("\n"))
    without = found_in("").statistics["entry points"]
    assert (found.reads, found.statistics["entry points"]) == ((), without + 2)


def test_calls_of_the_framework_make_no_way_longer() -> None:
    helpers = "\n".join(f"def helper_{number}(books):\n    return helper_{number + 1}(books)\n" for number in range(5))
    code = f"""
{helpers}
def helper_5(books):
    return [book.author.name for book in books]

class Books(ListView):
    model = Book

    def get_context_data(self, **kwargs):
        return {{"names": helper_0(self.object_list)}}
"""
    assert told(code) == ["19 book.author: author of shop.Book"]


@pytest.mark.parametrize("made", [
    "HttpResponse(self.lines())",
    "StreamingHttpResponse(streaming_content=self.lines())",
    "StreamingHttpResponse(map(str, self.lines()))",
])  # fmt: skip
def test_a_response_asks_for_all_lines(made: str) -> None:
    code = f"""
from django.http import HttpResponse, StreamingHttpResponse

class Lines(View):
    def get(self, request):
        return {made}

    def lines(self):
        for book in Book.objects.order_by("title"):
            yield book.author.name
"""
    assert told(code) == ["11 book.author: author of shop.Book"]


def test_a_response_of_text_shows_rows() -> None:
    code = """
from django.http import HttpResponse

def names(request):
    return HttpResponse(Author.objects.filter(name="x"))
"""
    assert told(code) == ["6 self.city: city of shop.Author"]
