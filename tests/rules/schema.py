"""Makes the tables of a fixture project with the Django that is installed, and prints the indexes that they have.

Run as `python schema.py FOLDER`: one JSON object, from `app.Model` to the lists of columns that have an index, those of
unique ones with a leading `unique`. Only in a process of its own: Django is set up once.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])

import django
import settings as fixture
from django.conf import settings

settings.configure(
    INSTALLED_APPS=fixture.INSTALLED_APPS,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD=fixture.DEFAULT_AUTO_FIELD,
)
django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402

models = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
with connection.schema_editor() as editor:
    for model in models:
        editor.create_model(model)

found = {}
with connection.cursor() as cursor:
    for model in models:
        constraints = connection.introspection.get_constraints(cursor, model._meta.db_table).values()
        found[model._meta.label] = sorted(
            ["unique", *one["columns"]] if one["unique"] else one["columns"]
            for one in constraints
            if (one["unique"] or one["index"]) and None not in one["columns"]  # None stands for an expression
        )
print(json.dumps(found))
