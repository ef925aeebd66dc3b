"""Runs every program of `project/` on 3 and on 12 rows and prints, as JSON, how its queries grow.

Run by test_programs_measured.py, in a process of its own: `python measure.py` with any supported Django.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import json
import logging
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).with_name("project")
SMALL, LARGE = 3, 12
TRANSACTION = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)")


def main() -> None:
    set_up()
    cases = dict(programs())
    counts = {size: counted(cases, size) for size in (SMALL, LARGE)}
    result = {}
    for name in cases:
        (few, _), (many, error) = counts[SMALL][name], counts[LARGE][name]
        result[name] = [round((many - few) / (LARGE - SMALL), 2), error]
    json.dump(result, sys.stdout)


def set_up() -> None:
    sys.path.insert(0, str(PROJECT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)


def programs() -> Iterator[tuple[str, Callable[[], Any]]]:
    """The cases by name. A module whose imports this Django lacks has none."""
    for path in sorted((PROJECT / "programs").glob("*.py")):
        try:
            module = importlib.import_module(f"programs.{path.stem}")
        except ImportError:
            continue
        yield from ((name, case) for name, case in vars(module).items() if name.startswith("case_"))


def counted(cases: dict[str, Callable[[], Any]], size: int) -> dict[str, tuple[int, str]]:
    populate(size)
    return {name: measured(case) for name, case in cases.items()}


def measured(case: Callable[[], Any]) -> tuple[int, str]:
    """The number of queries of one program, and the exception that ended it."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    ContentType.objects.clear_cache()
    error = ""
    gc.disable()  # which rows are alive decides what FETCH_PEERS fetches
    with transaction.atomic():
        connection.queries_log.clear()  # it holds 9000 queries and would silently stay there
        with CaptureQueriesContext(connection) as captured:
            try:
                run(case)
            except Exception as raised:  # noqa: BLE001
                error = type(raised).__name__
        transaction.set_rollback(True)
    gc.enable()
    return sum(not TRANSACTION.match(query["sql"]) for query in captured.captured_queries), error


def run(case: Callable[[], Any]) -> None:
    if inspect.iscoroutinefunction(case):
        from asgiref.sync import async_to_sync

        async_to_sync(case)()
    else:
        case()


def populate(size: int) -> None:
    """The rows that the truth table was measured on."""
    from app import models as m
    from django.contrib.contenttypes.models import ContentType
    from django.core.management import call_command

    call_command("flush", verbosity=0, interactive=False)
    ContentType.objects.clear_cache()
    rows = range(1, size + 1)

    def fill(model: Any, *values: dict[str, Any]) -> None:
        model.objects.bulk_create([model(**each) for each in values])

    def pairs(model: Any, first: str, second: str) -> None:
        fill(model, *({first: n, second: other} for n in rows for other in (n, n % size + 1)))

    fill(m.Country, *({"id": n, "name": f"country{n}"} for n in rows))
    fill(m.City, *({"id": n, "name": f"city{n}", "country_id": n} for n in rows))
    fill(m.Author, *({"id": n, "name": f"author{n}", "city_id": n, "mentor_id": None} for n in rows))
    fill(m.Publisher, *({"id": n, "name": f"pub{n}"} for n in rows))
    for model in (m.Tag, m.OTag):
        fill(model, *({"id": n, "name": f"tag{n}", "owner_id": n} for n in rows))
    same = ("author_id", "editor_id", "translator_id", "publisher_id")
    fill(
        m.Book,
        *(
            dict(id=n, title=f"book{n}", n=n, imprint_id=1, sequel_of_id=n - 1 or None, **dict.fromkeys(same, n))
            for n in rows
        ),
    )
    pairs(m.Book.tags.through, "book_id", "tag_id")
    pairs(m.Book.otags.through, "book_id", "otag_id")
    pairs(m.Contribution, "book_id", "author_id")
    fill(m.Cover, *({"id": n, "book_id": n, "art": f"art{n}", "artist_id": n} for n in rows))
    fill(m.CoverPk, *({"book_id": n, "art": f"art{n}"} for n in rows))
    for model in (m.Chapter, m.Note):
        fill(model, *({"book_id": n, "name": f"ch{n}.{k}", "writer_id": n} for n in rows for k in (1, 2)))
    for model in (m.Page, m.Page2):
        fill(model, *({"id": n, "book_id": n, "inker_id": n, "name": f"pg{n}"} for n in rows))
    fill(m.Page3, *({"id": n, "book_id": n, "name": f"pg{n}"} for n in rows))
    fill(m.Mark, *({"page_id": n, "page2_id": n, "page3_id": n} for n in rows))
    of_book = ContentType.objects.get_for_model(m.Book)
    fill(m.TaggedItem, *({"label": f"l{n}", "content_type": of_book, "object_id": n} for n in rows))
    for n in rows:
        m.Restaurant.objects.create(id=n, name=f"r{n}", city_id=n, chef_id=n)
    fill(m.Doc, *({"id": n, "owner_id": n, "title": f"d{n}"} for n in rows))
    fill(m.Slug, *({"id": n, "code": f"c{n}"} for n in rows))
    fill(m.ByCode, *({"slug_id": f"c{n}"} for n in rows))
    fill(m.Counter, *({"id": n, "n": n} for n in rows))
    fill(m.DataBook, *({"id": n, "book_id": n, "note": f"n{n}"} for n in rows))
    for row in m.DataBook.objects.all():
        row.books.add(row.id)


if __name__ == "__main__":
    main()
