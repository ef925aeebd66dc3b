"""`--from-stdin`, as editors run pylint: the text counts, the name only says where it belongs."""

from __future__ import annotations

from pathlib import Path

from tests.pylint_plugin.support import ALL, CUSTOMER, FOUND, VIEWS, pylint, readings, unsaved, write

NEW = """\
from shop.models import Order


def new():
    for order in Order.objects.filter(pk__gt=9):
        print("é", order.label)
"""


def new_at(path: str, line: int, column: int) -> str:
    return (
        f"{path}:{line}:{column}-{line}:{column + 5} W7101 orm-related-object-per-row HIGH `self.customer` "
        "(shop/models.py:20) runs one query per Order; "
        f'add .select_related("customer") to the queryset at {path}:{line - 1}'
    )


def test_the_text_counts_and_not_what_is_on_disk(project: Path) -> None:
    write(project, {"shop/views.py": "broken on disk("})
    done = pylint(project, "-j2", "--from-stdin", "shop/views.py", text=VIEWS)
    assert (done.found, done.code, done.errors) == (FOUND, 4, "")
    assert readings(project) == [str(project)]


def test_names_in_every_form(project: Path) -> None:
    (project / "sub").mkdir()
    absolute, gone = str(project / "shop" / "views.py"), str(project / "gone" / "deep" / "new.py")
    names = ["shop/views.py", "./shop/views.py", "sub/../shop/views.py", absolute]
    assert unsaved(project, *((name, VIEWS) for name in names)) == [FOUND] * 4
    assert unsaved(project, ("shop/new.py", NEW), (gone, NEW), ("new", NEW), ("shop/new.pyi", NEW)) == [
        [new_at("shop/new.py", 6, 25)],
        [new_at("gone/deep/new.py", 6, 25)],
        [new_at("new", 6, 25).replace("new:5", "new.py:5")],
        [],
    ]


def test_what_only_the_editor_has(project: Path) -> None:
    write(project, {"pyproject.toml": "[tool.orm_lint]\nignore = ['ORM999']\nextend-exclude = ['left_out/']\n"})
    texts = {
        "a line that is gone": VIEWS.replace("order.label", "order.pk"),
        "a comment that was added": VIEWS.replace("order.label)", "order.label)  # noqa: ORM101"),
        "a comment of pylint": VIEWS.replace("order.label)", "order.label)  # pylint: disable=W7101"),
        "nothing": "",
        "another encoding": "# -*- coding: latin-1 -*-\n" + NEW,
        "foreign line ends": NEW.replace("\n", "\r\n"),
    }
    names = ["shop/views.py"] * 4 + ["shop/new.py"] * 2
    found = unsaved(project, *zip(names, texts.values(), strict=True), ("left_out/views.py", VIEWS))
    assert dict(zip(texts, found[:-1], strict=True)) == {
        "a line that is gone": [ALL, CUSTOMER],
        "a comment that was added": [ALL, CUSTOMER],
        "a comment of pylint": [ALL, CUSTOMER],
        "nothing": [],
        "another encoding": [new_at("shop/new.py", 7, 25)],
        "foreign line ends": [new_at("shop/new.py", 6, 25)],
    }
    assert found[-1] == []


def test_a_text_that_is_no_python_is_left_to_pylint(project: Path) -> None:
    done = pylint(project, "--enable=E0001", "--from-stdin", "shop/views.py", text="def broken(\n")
    assert [line.split(" ")[1:3] for line in done.found] == [["E0001", "syntax-error"]]
    assert readings(project) == []
