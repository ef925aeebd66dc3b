"""Callables of Django that take or give rows."""

from __future__ import annotations

from tests.interpreter.support import told


def test_shortcuts() -> None:
    code = """
    from django.shortcuts import get_list_or_404, get_object_or_404

    def page(request, pk):
        get_object_or_404(Book, pk=pk).author
        for book in get_list_or_404(Book, price=1):
            book.author
        for book in get_list_or_404(Book.objects.select_related("author"), price=1):
            book.author
        for book in Book.objects.all():
            get_object_or_404(Review, book=book)
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
        "11 get_object_or_404(…): get of shop.Review, per row | origin 11, loop 10, read 11",
    ]


def test_prefetch_related_objects() -> None:
    code = """
    from django.db.models import prefetch_related_objects

    def page():
        books = list(Book.objects.all())
        prefetch_related_objects(books, "author", "tags")
        for book in books:
            book.author
            list(book.tags.all())
            book.editor
    """
    assert told(code) == [
        "10 book.editor: editor of shop.Book, per row | origin 5, loop 7, read 10",
    ]


def test_pages_of_a_paginator() -> None:
    code = """
    from django.core.paginator import Paginator

    def page(request):
        paginator = Paginator(Book.objects.order_by("title"), 25)
        page = paginator.get_page(request.GET.get("page"))
        for book in page:
            book.author
        for book in page.object_list:
            book.editor
        for number in paginator.page_range:
            for book in paginator.page(number):
                book.parent
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row | origin 5, loop 7, read 8",
        "10 book.editor: editor of shop.Book, per row | origin 5, loop 9, read 10",
        "13 book.parent: parent of shop.Book, per row | origin 5, loop 12, read 13",
    ]


def test_expressions_are_plain() -> None:
    code = """
    from django.db.models import Count, F, Q

    def page():
        for book in Book.objects.filter(Q(price=1) & Q(author=F("editor"))).annotate(number=Count("tags")):
            book.number
            book.author
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 5, loop 5, read 7",
    ]


def test_pages_one_after_the_other() -> None:
    code = """
    from django.core.paginator import Paginator

    def page():
        paginator = Paginator(Book.objects.order_by("title"), 25)
        for page in paginator:
            for book in page:
                book.author
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row | origin 5, loop 7, read 8",
    ]


def test_prefetching_for_many_rows_at_once_is_a_batch() -> None:
    code = """
    from django.db.models import prefetch_related_objects

    def page():
        books = list(Book.objects.filter(price=1))
        for author in Author.objects.filter(name="x"):
            prefetch_related_objects([book for book in books if book.author_id == author.pk], "reviews")
        for book in books:
            prefetch_related_objects([book], "tags")
    """
    assert [one.partition(" | ")[0] for one in told(code)] == [
        "9 prefetch_related_objects(…): prefetch_related_objects of shop.Book, per row",
    ]
