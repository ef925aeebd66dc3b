"""Managers and querysets of the project, and sets that hang on rows."""

from __future__ import annotations

import pytest

from tests.interpreter.support import facts, told


def test_a_manager_may_load_what_is_read() -> None:
    code = """
    def page():
        for book in Book.in_shop.all():
            print(book.author.name, book.editor.name)
        for book in Book._default_manager.all():
            print(book.author.name)
    """
    assert told(code) == [
        "4 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 4",
        "6 book.author: author of shop.Book, per row | origin 5, loop 5, read 6",
    ]


def test_methods_of_a_queryset_class() -> None:
    code = """
    def page():
        for book in Book.objects.cheap():
            print(book.author.name)
        for book in Book.objects.with_author().cheap():
            print(book.author.name, book.editor.name)
        for book in Book.objects.filter(sold=True).with_author():
            print(book.author.name)
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
        "6 book.editor: editor of shop.Book, per row | origin 5, loop 5, read 6",
    ]


def test_sets_of_rows() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            author.books.count()
            for book in author.books.all():
                print(book.author.name, book.editor.name)
        author = Author.objects.get(pk=1)
        for book in author.books.all():
            print(book.parent)
    """
    assert told(code) == [
        "6 book.editor: editor of shop.Book, per row | origin 5, loop 5, read 6",
        "9 book.parent: parent of shop.Book, per row | origin 8, loop 8, read 9",
        "4 author.books.count(): count of shop.Book by books, per row | origin 3, loop 3, read 4",
        "5 author.books.all(): iterate of shop.Book by books, per row | origin 3, loop 3, read 5",
    ]


def test_prefetched_sets_answer_some_methods() -> None:
    code = """
    def page():
        for author in Author.objects.prefetch_related("books"):
            for book in author.books.all():
                print(book.editor.name)
            author.books.count()
            author.books.exists()
            len(author.books.all())
            author.books.filter(price=1).first()
            author.books.order_by("title").count()
    """
    assert told(code) == [
        "5 book.editor: books__editor of shop.Author, per row | origin 3, loop 4, read 5",
        "9 author.books.filter(…).first(): first of shop.Book by books, prefetched, per row | origin 3, loop 3, read 9",
        "10 author.books.order_by(…).count(): count of shop.Book by books, prefetched, per row | origin 3, loop 3, read 10",
    ]


def test_prefetch_objects_bring_their_own_plan() -> None:
    code = """
    from django.db.models import Prefetch

    def page():
        own = Prefetch("books", queryset=Book.objects.select_related("editor"), to_attr="own")
        for author in Author.objects.prefetch_related(own):
            for book in author.own:
                print(book.editor.name, book.parent)
            list(author.books.all())
    """
    assert told(code) == [
        "8 book.parent: books__parent of shop.Author, per row | origin 6, loop 7, read 8",
        "9 list(…): iterate of shop.Book by books, per row | origin 6, loop 6, read 9",
    ]


def test_rows_of_a_set_that_a_custom_method_made() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            for book in author.books.cheap():
                print(book.author.pk, book.editor.name)
    """
    assert told(code) == [
        "5 book.editor: editor of shop.Book, per row | origin 4, loop 4, read 5",
        "4 author.books.cheap(): iterate of shop.Book by books, per row | origin 3, loop 3, read 4",
    ]


@pytest.mark.parametrize("made", ["make()", "elsewhere.manager(tenant='city')"])
def test_a_manager_that_a_function_makes_may_leave_rows_out(made: str) -> None:
    code = f"""
    import elsewhere
    from django.db import models
    def make():
        class Manager(models.Manager):
            pass
        return Manager()
    class Shelf(models.Model):
        author = models.ForeignKey(Author, models.CASCADE)
        objects = {made}
    def names():
        return [shelf.author.name for shelf in Shelf.objects.all()]
    """
    seen = facts(code)
    assert [(one.relation, one.per_row) for one in seen.reads] == [("author", True)]
    assert [one for one in seen.queries if one.whole_table] == []


def test_a_name_for_a_manager_is_the_manager_that_the_model_has() -> None:
    code = """
    import elsewhere
    from django.db import models
    class Shelf(models.Model):
        author = models.ForeignKey(Author, models.CASCADE)
        objects = elsewhere.manager(tenant="city")
    class Holder:
        queryset = Shelf.objects
        def names(self):
            return [shelf.author.name for shelf in self.queryset.filter(pk__gt=1)]
    """
    assert [(one.relation, one.per_row) for one in facts(code).reads] == [("author", True)]


def test_where_a_prefetch_answers_on_some_way() -> None:
    code = """
    def shown(author):
        return [[tag.name for tag in book.tags.all()] for book in author.books.all()]

    def usual():
        return [shown(author) for author in Author.objects.prefetch_related("books__tags")]

    def other(pk):
        return shown(Author.objects.get(pk=pk))
    """
    found = facts(code)
    [asked] = [query for query in found.queries if query.accessor == "tags"]
    assert asked.origin is not None
    assert (asked.origin.place.path, asked.origin.place.at) in found.served
