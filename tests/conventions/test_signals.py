"""Handlers of signals: which row they get, and where they are connected."""

from __future__ import annotations

import pytest

from tests.conventions.support import told

LOOPED = "self? | origin 7, loop 7, read 8"
BODY = """
    for review in instance.reviews.all():
        print(review.writer.name)
"""


def handler(head: str, tail: str = "") -> str:
    return (
        "from django.db.models import signals\n"
        "from django.db.models.signals import m2m_changed, post_save, pre_delete\n"
        "from django.dispatch import receiver\n"
        f"{head}{BODY}{tail}"
    )


@pytest.mark.parametrize(
    "head",
    [
        "@receiver(post_save, sender=Book)\ndef note(sender, instance, created, **kwargs):",
        "@receiver(signals.post_save, sender=Book)\ndef note(sender, instance, **kwargs):",
        "@receiver([pre_delete, post_save], sender=Book)\ndef note(instance, **kwargs):",
        "@receiver(post_save, sender='shop.Book')\ndef note(sender, instance, **kwargs):",
        "@receiver(m2m_changed, sender=Book.tags.through)\ndef note(sender, instance, **kwargs):",
    ],
)
def test_the_instance_is_a_row_of_the_sender(head: str) -> None:
    assert told(handler(head)) == [f"8 review.writer: writer of shop.Review, per row, {LOOPED}"]


@pytest.mark.parametrize(
    "tail",
    [
        "\npost_save.connect(note, sender=Book)\n",
        "\nsignals.post_save.connect(note, Book, dispatch_uid='note')\n",
        "\nm2m_changed.connect(note, sender=Book.tags.through)\n",
    ],
)
def test_a_handler_may_be_connected_by_a_call(tail: str) -> None:
    found = told(handler("\ndef note(sender, instance, **kwargs):", tail))
    assert found == [f"8 review.writer: writer of shop.Review, per row, {LOOPED}"]


def test_apps_connect_handlers_when_they_are_ready() -> None:
    apps = """
        from django.apps import AppConfig
        from django.db.models.signals import post_save

        class ShopConfig(AppConfig):
            name = "shop"

            def ready(self):
                from shop import views
                from shop.models import Book

                post_save.connect(views.note, sender=Book)
    """
    found = told(handler("\ndef note(sender, instance, **kwargs):"), shop__apps=apps)
    assert found == [f"8 review.writer: writer of shop.Review, per row, {LOOPED}"]


def test_each_of_several_senders_counts() -> None:
    head = (
        "@receiver(post_save, sender=Book)\n@receiver(post_save, sender=Author)\n"
        "def note(sender, instance, **kwargs):\n    for book in instance.books.all():\n        print(book.editor.name)\n"
        "def other(instance):"
    )
    assert told(handler(head)) == [
        "9 book.editor: editor of shop.Book, per row, self? | origin 8, loop 8, read 9",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "@receiver(post_save)\ndef note(sender, instance, **kwargs):",
        "def note(sender, instance, **kwargs):",
        "@receiver(done, sender=Book)\ndef note(sender, instance, **kwargs):",
        "@receiver(post_save, sender=City)\ndef note(sender, instance, **kwargs):",
        "@receiver(post_save, sender=sender_of())\ndef note(sender, instance, **kwargs):",
    ],
)
def test_without_a_sender_that_is_a_model_nothing_is_known(head: str) -> None:
    assert told(handler(head)) == []


def test_the_row_that_a_handler_gets_is_one() -> None:
    head = (
        "@receiver(post_save, sender=Book)\ndef note(instance, created, **kwargs):\n"
        "    print(instance.author.city.name)\ndef other(instance):"
    )
    assert [line for line in told(handler(head)) if "per row" in line] == []


def test_what_a_handler_does_with_raw_data_is_not_judged() -> None:
    head = (
        "@receiver(post_save, sender=Book)\ndef note(instance, raw, **kwargs):\n    if raw:\n"
        "        print([review.writer for review in instance.reviews.all()])\ndef other(instance):"
    )
    assert told(handler(head)) == []
