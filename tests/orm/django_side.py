"""What both scripts share that run in a process of their own: Django over the project of fixtures/, in memory.

Run as `python SCRIPT < cases.json > results.json`; `asked` starts one from a test.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROJECT = HERE / "fixtures" / "project"
PYTHON = os.environ.get("ORM_LINT_DJANGO_PYTHON", sys.executable)
NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")


def asked(script: str, cases: Any) -> Any:
    """What a script of this folder answers."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(PROJECT), str(HERE))), "PYTHONWARNINGS": "ignore"}
    environment["DJANGO_SETTINGS_MODULE"] = "settings"
    ran = subprocess.run(
        [PYTHON, str(HERE / script)],
        input=json.dumps(cases),
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def django_version() -> tuple[int, int]:
    """The Django that answers."""
    said = subprocess.run([PYTHON, "-c", "import django; print(*django.VERSION[:2])"], capture_output=True, check=True)
    major, minor = said.stdout.split()
    return int(major), int(minor)


def set_up() -> None:
    """Django with its tables, and three rows of everything: no relation is empty or null."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", run_syncdb=True, verbosity=0)
    _fill()
    connection.force_debug_cursor = True


def _fill() -> None:
    from app import models

    country = models.Country.objects.create(name="c")
    cities = [models.City.objects.create(name=f"c{i}", country=country) for i in range(3)]
    authors = [models.Author.objects.create(name=f"a{i}", city=cities[i]) for i in range(3)]
    publishers = [models.Publisher.objects.create(name=f"p{i}") for i in range(3)]
    tags = [models.Tag.objects.create(name=f"t{i}", owner=authors[i]) for i in range(3)]
    otags = [models.OTag.objects.create(name=f"o{i}", owner=authors[i]) for i in range(3)]
    for i, author in enumerate(authors):
        author.mentor = authors[i - 1]
        author.save()
    books = [_book(i, authors, publishers) for i in range(3)]
    for i, book in enumerate(books):
        book.sequel_of = books[i - 1]
        book.save()
        book.tags.set(tags)
        book.otags.set(otags)
        _about(book, authors[i])
    for i in range(3):
        models.Restaurant.objects.create(name=f"r{i}", city=cities[i], chef=authors[i])
        models.Doc.objects.create(title=f"d{i}", owner=authors[i])
        slug = models.Slug.objects.create(code=f"s{i}")
        models.ByCode.objects.create(slug=slug)


def _book(i: int, authors: list[Any], publishers: list[Any]) -> Any:
    from app import models

    return models.Book.objects.create(
        title=f"b{i}",
        n=i,
        author=authors[i],
        editor=authors[i - 1],
        translator=authors[i - 2],
        reviewer=authors[i],
        publisher=publishers[i],
        imprint=publishers[i - 1],
    )


def _about(book: Any, author: Any) -> None:
    from app import models

    models.Cover.objects.create(book=book, art="x", artist=author)
    models.CoverPk.objects.create(book=book, art="x")
    models.Isbn.objects.create(book=book, code="x")
    models.Contribution.objects.create(book=book, author=author)
    models.TaggedItem.objects.create(label="x", content_object=book)
    models.Page3.objects.create(book=book, name="x")
    for name in ("x", "y"):
        models.Chapter.objects.create(book=book, name=name, writer=author)
        models.Note.objects.create(book=book, name=name, writer=author)
        models.Page.objects.create(book=book, name=name, inker=author)
        models.Page2.objects.create(book=book, name=name, inker=author)
    for page, page2 in zip(book.page_set.all(), book.page2_set.all(), strict=True):
        models.Mark.objects.create(page=page, page2=page2, page3=book.page3_set.get())
    models.DataBook.objects.create(book=book, note="x").books.add(book)


@contextmanager
def undone() -> Iterator[None]:
    """Nothing is kept of what is done inside."""
    from django.db import transaction

    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
