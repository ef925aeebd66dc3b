"""Which file a dotted name means, and which name a file has."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import ProjectTree, absolute_name, source_roots
from orm_lint.project.reader import Reader


def tree(*files, roots=("",)):
    reader = Reader(Path("nowhere"), dict.fromkeys(files, ""))
    return ProjectTree(frozenset(files), source_roots(files, roots), reader.module)


def where(source, name):
    found = source.find(name)
    return found and (found.path, found.is_package)


def test_a_module_a_package_and_a_folder_without_init():
    source = tree("a.py", "p/__init__.py", "p/m.py", "space/deep/n.py")
    assert where(source, "a") == ("a.py", False)
    assert where(source, "p") == ("p/__init__.py", True)
    assert where(source, "p.m") == ("p/m.py", False)
    assert where(source, "space") == ("space", True)
    assert where(source, "space.deep.n") == ("space/deep/n.py", False)
    assert where(source, "p.absent") is None
    assert where(source, "absent") is None


def test_a_package_hides_a_module_of_the_same_name():
    assert where(tree("a.py", "a/__init__.py"), "a") == ("a/__init__.py", True)


def test_a_module_hides_a_folder_without_init():
    assert where(tree("lib/a/b.py", "a.py", roots=("lib", "")), "a") == ("a.py", False)


def test_roots_are_tried_in_order():
    files = ("one/app/__init__.py", "two/app/__init__.py")
    assert where(tree(*files, roots=("two", "one")), "app") == ("two/app/__init__.py", True)
    assert where(tree(*files, roots=("one", "two")), "app") == ("one/app/__init__.py", True)


def test_a_module_is_read_once():
    source = tree("a.py")
    assert source.find("a") is source.find("a")


def test_a_namespace_package_binds_nothing():
    found = tree("space/a.py").find("space")
    assert (found.bindings.names, found.summary.body, found.line_of(0)) == ({}, (), 1)


def test_roots_are_the_declared_ones_and_then_parents_of_top_packages():
    files = ["src/shop/__init__.py", "src/shop/sub/__init__.py", "tools/x/__init__.py", "manage.py", "top/__init__.py"]
    assert source_roots(files, ["src", "src"]) == ("src", "", "tools")


def test_a_file_is_named_from_the_innermost_root():
    source = tree("src/shop/__init__.py", "src/shop/models/__init__.py", "src/shop/models/ad.py", roots=("", "src"))
    assert source.name_of("src/shop/models/ad.py") == "shop.models.ad"
    assert source.name_of("src/shop/models/__init__.py") == "shop.models"
    assert source.name_of("src/script.py") == "script"


def test_of_two_files_with_one_name_each_is_found_at_its_path():
    source = tree("one/app/__init__.py", "one/app/m.py", "two/app/__init__.py", "two/app/m.py", roots=("one", "two"))
    assert where(source, "app.m") == ("one/app/m.py", False)
    second = source.module_at("two/app/m.py")
    assert (second.name, second.path) == ("app.m", "two/app/m.py")
    assert source.module_at("one/app/m.py") is source.find("app.m")


def test_relative_imports_work_in_a_project_whose_root_is_a_package():
    found = tree("__init__.py", "a.py").module_at("__init__.py")
    assert absolute_name(found, ir.ImportFrom(0, "a", 1, ())) == "a"


@pytest.mark.parametrize(
    ("path", "level", "module", "expected"),
    [
        ("p/q/m.py", 0, "a.b", "a.b"),
        ("p/q/m.py", 1, "", "p.q"),
        ("p/q/m.py", 1, "n", "p.q.n"),
        ("p/q/m.py", 2, "n", "p.n"),
        ("p/q/m.py", 3, "n", "n"),
        ("p/q/m.py", 4, "n", None),
        ("p/q/__init__.py", 1, "n", "p.q.n"),
        ("p/q/__init__.py", 2, "", "p"),
        ("top.py", 1, "n", "n"),
        ("top.py", 2, "n", None),
    ],
)
def test_relative_imports_start_from_the_package(path, level, module, expected):
    found = tree("p/__init__.py", "p/q/__init__.py", "p/q/m.py", "top.py").module_at(path)
    assert absolute_name(found, ir.ImportFrom(0, module, level, ())) == expected
