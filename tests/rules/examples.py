"""Runs the examples of the rules about one query per row on a real database; prints what each of them asks it.

Used as a script, because Django is set up once in a process. For each code and block: the number of queries with 3 rows
of each model and with 12, or the name of the exception.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.exceptions import SynchronousOnlyOperation
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from orm_lint.rules import all_rules, documentation
from tests.rules.test_fixtures import BLOCK, IMPORTS


def apps(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Writes an app for each block; its name, the code and the block."""
    for rule in all_rules():
        if rule.code.startswith("ORM1"):
            for kind, code in BLOCK.findall(documentation(rule)):
                name = f"{rule.code}_{kind.replace(' ', '_')}".lower()
                (folder / name).mkdir()
                (folder / name / "__init__.py").touch()
                (folder / name / "models.py").write_text(IMPORTS + code)
                yield name, rule.code, kind


def set_up(names: list[str]) -> None:
    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", *names],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()
    with connection.schema_editor() as editor:
        for model in django.apps.apps.get_models():
            editor.create_model(model)


def fill(name: str, start: int, end: int) -> None:
    """Adds rows to each model of an app; those of the same number are related."""
    for model in django.apps.apps.get_app_config(name).get_models():
        for number in range(start, end):
            model.objects.create(**{field.attname: value(field, number) for field in model._meta.concrete_fields})


def value(field: models.Field, number: int) -> object:
    from django.contrib.contenttypes.models import ContentType

    if field.is_relation and field.related_model is ContentType:
        return ContentType.objects.get_for_model(field.model).pk
    if isinstance(field, models.CharField | models.TextField):
        return f"c{number}"
    return field.get_default() if isinstance(field, models.BooleanField) else number


def asked(run: Callable[[], object]) -> int | str:
    with CaptureQueriesContext(connection) as captured:
        try:
            run()
        except SynchronousOnlyOperation as error:
            return type(error).__name__
    return len(captured)


def runner(name: str) -> Callable[[], object]:
    module = importlib.import_module(f"{name}.models")
    [function] = [one for one in vars(module).values() if inspect.isfunction(one) and one.__module__ == module.__name__]
    return (lambda: async_to_sync(function)(1)) if inspect.iscoroutinefunction(function) else function


def main() -> None:
    found: dict[str, dict[str, list[int | str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, folder)
        written = list(apps(Path(folder)))
        set_up([name for name, _, _ in written])
        for name, code, kind in written:
            counts = found.setdefault(code, {}).setdefault(kind, [])
            for start, end in ((1, 4), (4, 13)):
                fill(name, start, end)
                counts.append(asked(runner(name)))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
