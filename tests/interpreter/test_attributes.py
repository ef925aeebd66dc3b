"""Attributes of whatever is no column and no relation."""

from __future__ import annotations

from tests.interpreter.support import told


def test_the_class_of_a_row() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.__class__.objects.filter(price=book.price).count()
            type(book).objects.filter(price=book.price).count()
            book._meta.model.objects.filter(pk=book.pk).exists()
        for author in Author.objects.all():
            author.books.model.objects.filter(price=author.pk).count()
    """
    assert told(code) == [
        "4 book.__class__.objects.filter(…).count(): count of shop.Book, per row | origin 4, loop 3, read 4",
        "5 type(…).objects.filter(…).count(): count of shop.Book, per row | origin 5, loop 3, read 5",
        "6 book._meta.model.objects.filter(…).exists(): exists of shop.Book, per row | origin 6, loop 3, read 6",
        "8 author.books.model.objects.filter(…).count(): count of shop.Book, per row | origin 8, loop 7, read 8",
    ]


def test_modules_and_what_they_import() -> None:
    code = """
    from shop import models
    import shop.models as renamed

    def page():
        for book in models.Book.objects.all():
            book.author
        for book in renamed.Book.objects.all():
            book.editor
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
        "9 book.editor: editor of shop.Book, per row | origin 8, loop 8, read 9",
    ]


def test_models_by_name() -> None:
    code = """
    from django.apps import apps
    from django.contrib.auth import get_user_model

    Volume = apps.get_model("shop", "Book")

    def page():
        for book in Volume.objects.all():
            book.author
        for book in apps.get_model("shop.Book").objects.all():
            book.editor
        User = get_user_model()
        for user in User.objects.all():
            list(user.groups.all())
    """
    assert told(code) == [
        "9 book.author: author of shop.Book, per row | origin 8, loop 8, read 9",
        "11 book.editor: editor of shop.Book, per row | origin 10, loop 10, read 11",
        "14 list(…): iterate of auth.Group by groups, per row | origin 13, loop 13, read 14",
    ]
