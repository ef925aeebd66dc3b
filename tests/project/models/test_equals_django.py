"""The model graph equals what Django's `_meta` says of the same code, for Django's own apps and for large projects.

`contrib` and `demo` run wherever Django is; oscar and wagtail come with the extra `compare`, which `make test` installs.
Projects that are on no package registry are named by ORM_LINT_COMPARE=FOLDER:SETTINGS[,…]; `nox -s full` does that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from orm_lint.project.bundle import Bundle
from orm_lint.project.context import Ground, load_context
from orm_lint.project.contexts import find_contexts
from orm_lint.project.discover import discover
from orm_lint.project.environment import Environment
from orm_lint.project.models.graph import ModelGraph
from orm_lint.project.modules import ModuleSource
from orm_lint.project.reader import Reader
from tests.project.models import shape

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
COMPARED = ROOT / "tests" / "fixtures" / "compare"
SITE_PACKAGES = Path(sysconfig.get_paths()["purelib"])

CASES = {
    "contrib": (COMPARED / "contrib", "settings", "."),
    "demo": (ROOT / "demo", "config.settings.local", "src"),
    "oscar": (COMPARED / "oscar", "settings", "."),
    "wagtail": (COMPARED / "wagtail", "wagtail.test.settings", "."),
}
for entry in filter(None, os.environ.get("ORM_LINT_COMPARE", "").split(",")):
    folder, _, settings = entry.partition(":")
    CASES[Path(folder).name] = (Path(folder), settings, ".")
FEWEST_MODELS = {"contrib": 9, "demo": 40, "oscar": 80, "wagtail": 200}


def django_says(root: Path, settings: str, folder: str) -> dict[str, Any]:
    """What Django's `_meta` says, from a process of its own."""
    environment = {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": str(root / folder), "PYTHONWARNINGS": "ignore"}
    ran = subprocess.run(
        [sys.executable, str(HERE / "django_meta.py")],
        env={**os.environ, **environment},
        cwd=root / folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    described: dict[str, Any] = json.loads(ran.stdout)
    return described


def we_say(root: Path, settings: str, django: str, elsewhere: ModuleSource) -> ModelGraph:
    """The graph of the project's first context, other packages being read from `elsewhere`."""
    tree = discover(root)
    reader = Reader(root, {})
    context = find_contexts(tree.files, reader.text, settings)[0]
    major, minor, *_ = django.split(".")
    return load_context(context, Ground(reader, tree.files, tree.linted, [elsewhere], (int(major), int(minor)))).graph


@pytest.mark.parametrize("case", CASES)
def test_the_graph_equals_djangos(case: str) -> None:
    root, settings, folder = CASES[case]
    said = django_says(root, settings, folder)
    graph = we_say(root, settings, said["django"], Environment(SITE_PACKAGES, frozenset()))
    different = list(shape.differences(shape.described(graph, said["models"]), said["models"]))
    assert different == []
    assert len(said["models"]) >= FEWEST_MODELS.get(case, 1)


@pytest.mark.parametrize("case", ["contrib", "demo"])
def test_the_bundle_says_the_same_as_the_installed_packages(case: str) -> None:
    root, settings, folder = CASES[case]
    said = django_says(root, settings, folder)
    major, minor, *_ = said["django"].split(".")
    graph = we_say(root, settings, said["django"], Bundle({}, (int(major), int(minor))))
    different = list(shape.differences(shape.described(graph, said["models"]), said["models"]))
    assert different == []
