"""What could make frontends differ: files that a host cannot read or skips, comments, encodings, where one starts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.frontends import Shown, command_line, flake8, pre_commit, pylint
from benchmarks.parity import FRONTENDS, add_file, differences, make_repository, runs

MODELS = """\
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=80)


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    is_open = models.BooleanField(default=True)
"""
LOOP = "[order.customer.name for order in Order.objects.filter(is_open=True)]"
NAMES = f"from shop.models import Order\n\n\ndef names():\n    return {LOOP}\n"
MESSAGE = '`order.customer` runs one query per Order; add .select_related("customer") to the queryset at {}:{}'


def found(path: str, line: int = 5, column: int = 19) -> Shown:
    return Shown(path, line, column, "ORM101", MESSAGE.format(path, line))


@pytest.fixture
def root(tmp_path: Path, quick_pylint: None) -> Path:
    root = tmp_path.resolve() / "project"
    add_file(root, "pyproject.toml", "[tool.orm_lint]\n")
    add_file(root, "shop/__init__.py", "")
    add_file(root, "shop/models.py", MODELS)
    add_file(root, "shop/views.py", NAMES)
    make_repository(root)
    return root


def test_what_a_host_cannot_show_and_nothing_else(root: Path) -> None:
    add_file(root, "pyproject.toml", '[tool.orm_lint]\nignore = ["ORM599"]\n')
    add_file(root, "shop/broken.py", f"{NAMES}def (:\n")
    (root / "shop/latin.py").write_bytes(f'{NAMES}CAFE = "caf\xe9"\n'.encode("latin-1"))
    (root / "shop/null.py").write_bytes(f"{NAMES}\0\n".encode())
    add_file(root, "shop/skipped.py", f"# pylint: skip-file\n{NAMES}")
    make_repository(root)
    ran = runs(root)
    assert list(differences(ran)) == []
    assert [(shown.code, shown.path) for shown in ran["command line"].shown] == [
        ("ORM903", "pyproject.toml"),
        ("ORM902", "shop/broken.py"),
        ("ORM902", "shop/latin.py"),
        ("ORM902", "shop/null.py"),
        ("ORM101", "shop/skipped.py"),
        ("ORM101", "shop/views.py"),
    ]
    assert ran["flake8"].unread == {"shop/broken.py", "shop/null.py"}
    assert ran["pylint"].unread == {"shop/broken.py", "shop/latin.py", "shop/null.py", "shop/skipped.py"}


TEXTS = {
    "shop/mark.py": f"\ufeff{NAMES}".encode(),
    "shop/crlf.py": NAMES.replace("\n", "\r\n").encode(),
    "shop/cr.py": NAMES.replace("\n", "\r").encode(),
    "shop/end.py": NAMES.rstrip().encode(),
    "shop/tab.py": NAMES.replace("    return", "\treturn").encode(),
    "shop/feed.py": f"\f{NAMES}".encode(),
    "shop/wide.py": NAMES.replace("return ", 'return "\U0001d4b3e\u0301", ').encode(),
    "shop/coded.py": f"# coding: latin-1\n{NAMES}".replace("return ", 'return "caf\xe9", ').encode("latin-1"),
    "shop/caf\xe9.py": NAMES.encode(),
}


def test_texts_in_any_form_have_their_findings_at_the_same_places(root: Path) -> None:
    for path, data in TEXTS.items():
        (root / path).write_bytes(data)
    make_repository(root)
    ran = runs(root)
    expected = sorted(
        [
            found("shop/mark.py"),
            found("shop/crlf.py"),
            found("shop/cr.py"),
            found("shop/end.py"),
            found("shop/tab.py", column=16),
            found("shop/feed.py"),
            found("shop/wide.py", column=26),
            found("shop/coded.py", line=6, column=27),
            found("shop/caf\xe9.py"),
            found("shop/views.py"),
        ]
    )
    assert {name: list(ran[name].shown) for name in FRONTENDS} == dict.fromkeys(FRONTENDS, expected)


# What stands behind a line with a finding, and whether the finding is still shown.
COMMENTS = {
    "# noqa": False,
    "# noqa: ORM101": False,
    "# NOQA:ORM1": False,
    "# noqa : ORM102": False,
    "# noqa: O": False,
    "# noqa: E501,ORM101": False,
    "# noqa: E501 ORM101": False,
    "# noqa: ORM101 because there are few": False,
    "# noqa: orm101": True,
    "# noqa: E501": True,
    "#noqa": True,
    "# orm-lint: ignore": False,
    "# orm-lint: ignore[ORM101]": False,
    "# orm-lint: ignore[related-object-per-row]  # noqa: E501": False,
    "# orm-lint: ignore[ORM1]": True,
}
# What hides nothing, and how many findings are about that.
UNUSED = {
    "# noqa": 0,
    "# noqa: ORM101": 1,
    "# noqa: ORM101, ORM102": 2,
    "# noqa: ORM101, ORM901": 0,
    "# noqa: ORM101, ORM9": 0,
    "# noqa: ORM101  # noqa: E501": 1,
    "# noqa: ORM599": 1,
    "# orm-lint: ignore": 1,
    "# orm-lint: ignore[ORM101]": 1,
    "# orm-lint: ignore[ORM101]  # noqa: ORM901": 0,
    "# orm-lint: ignore[ORM101]  # noqa": 0,
}


def test_comments_hide_the_same_everywhere(root: Path) -> None:
    functions = (f"def names_{number}():\n    return {LOOP}  {text}\n" for number, text in enumerate(COMMENTS))
    add_file(root, "shop/used.py", "from shop.models import Order\n" + "".join(functions))
    add_file(root, "shop/unused.py", "".join(f"x = 1  {text}\n" for text in UNUSED))
    make_repository(root)
    ran = runs(root)
    assert list(differences(ran)) == []
    shown = ran["command line"].shown
    assert [finding for finding in shown if finding.code == "ORM101"] == sorted(
        [found("shop/views.py")]
        + [found("shop/used.py", 2 * number + 3) for number, is_shown in enumerate(COMMENTS.values()) if is_shown]
    )
    about_comments = Counter(finding.line for finding in shown if finding.path == "shop/unused.py")
    assert [about_comments[line] for line in range(1, len(UNUSED) + 1)] == list(UNUSED.values())


@pytest.mark.parametrize(
    ("start", "path"),
    [("project", "."), ("project", "{root}"), (".", "./project"), ("project/shop", "..")],
    ids=["here", "absolute", "from-above", "from-below"],
)
def test_where_one_starts_changes_no_finding(root: Path, start: str, path: str) -> None:
    cwd, path = root.parent / start, path.format(root=root)
    ran = [
        command_line(root, path, cwd=cwd),
        flake8(root, path, cwd=cwd),
        pylint(root, f"{path}/shop/views.py", cwd=cwd),
        pre_commit(root, [f"{path}/shop/views.py"], cwd=cwd),
    ]
    assert [run.shown for run in ran] == [(found("shop/views.py"),)] * 4
