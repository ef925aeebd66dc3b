"""Files beside a settings module that take its place in production."""

from __future__ import annotations

import pytest

from orm_lint.project.databases import is_replaced_beside

NEW = "\nDATABASES = {'default': {}}\n"


def is_replaced(plant, path: str, text: str) -> bool:
    project = plant({"conf/__init__.py": "", "conf/common.py": "", path: text})
    return is_replaced_beside(project.reader, project.evaluator.names.module("conf.common"))


@pytest.mark.parametrize("path", ["conf/served.py", "conf/config.py.example", "conf/config.py.prod.dist"])
@pytest.mark.parametrize("line", ["from .common import *", "from conf.common import *"])
def test_all_is_taken_and_databases_are_stated_anew(plant, path, line):
    assert is_replaced(plant, path, line + NEW)


def test_an_entry_that_is_stated_anew(plant):
    assert is_replaced(plant, "conf/served.py", "from .common import *\nDATABASES['default'] = {}\n")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("conf/test.py", "from .common import *" + NEW),
        ("conf/unittests.py", "from .common import *" + NEW),
        ("conf/local.py", "from .common import *" + NEW),
        ("conf/config.py.dev.example", "from .common import *" + NEW),
        ("conf/served.py", "from .common import *\nDEBUG = False\n# DATABASES\n"),
        ("conf/served.py", "from .common import DEBUG  # not import *" + NEW),
        ("conf/served.py", "from .other import *" + NEW),
        ("conf/served.py", "from .common import *\ndef (:\n" + NEW),
        ("other/served.py", "from conf.common import *" + NEW),
        ("conf/notes.txt", "from .common import *" + NEW),
    ],
)
def test_what_does_not_take_its_place(plant, path, text):
    assert not is_replaced(plant, path, text)
