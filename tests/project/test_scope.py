"""What bodies bind, which statements a scope has, what `__all__` lists, and when a binding takes effect."""

from __future__ import annotations

from textwrap import dedent

import pytest

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import summarize
from orm_lint.project.scope import Assigned, Imported, bindings_of, exported, is_above, statements


def body(text):
    return summarize(dedent(text).encode()).body


def bound(text):
    return {name: [type(one).__name__ for one in found] for name, found in bindings_of(body(text)).names.items()}


def test_every_kind_of_binding_is_found_in_source_order():
    text = """
        import os.path
        import json as j
        from a import b, c as d
        x = y = 1
        z: int
        class K: pass
        def f(): local = 1
        async def g(): pass
    """
    assert bound(text) == {
        "os": ["Imported"],
        "j": ["Imported"],
        "b": ["Imported"],
        "d": ["Imported"],
        "x": ["Assigned"],
        "y": ["Assigned"],
        "z": ["Assigned"],
        "K": ["Class"],
        "f": ["Stub"],
        "g": ["Stub"],
    }


def test_names_inside_compound_statements_count():
    text = """
        if a: x1 = 1
        elif b: x2 = 1
        else: x3 = 1
        try: x4 = 1
        except E: x5 = 1
        else: x6 = 1
        finally: x7 = 1
        with c: x8 = 1
        for i in j: x9 = 1
        while k: y1 = 1
        match m:
            case 1: y2 = 1
    """
    assert [name for name in bound(text) if name != "i"] == [*(f"x{n}" for n in range(1, 10)), "y1", "y2"]


def test_a_branch_that_is_ruled_out_binds_nothing():
    text = "if a:\n    x = 1\nelse:\n    y = 1\n"
    assert list(bindings_of(body(text), lambda _: True).names) == ["x"]
    assert list(bindings_of(body(text), lambda _: False).names) == ["y"]
    assert list(bindings_of(body(text), lambda _: None).names) == ["x", "y"]


def test_star_imports_are_kept_apart():
    found = bindings_of(body("from a import *\nfrom .b import *\n"))
    assert (found.names, [(star.level, star.module) for star in found.stars]) == ({}, [(0, "a"), (1, "b")])


def test_a_name_bound_twice_has_both_bindings():
    first, second = bindings_of(body("from a import x\nx = 1\n")).names["x"]
    assert isinstance(first, Imported)
    assert isinstance(second, Assigned)


def test_an_unpacked_call_is_bound_by_position():
    found = bindings_of(body("a, b = pair()\n")).names
    assert [(found[name][0].index, type(found[name][0].value)) for name in "ab"] == [(0, ir.Call), (1, ir.Call)]


def test_statements_of_nested_blocks_come_in_source_order():
    text = "if a:\n    if b:\n        x = 1\n    y = 1\nz = 1\n"
    found = [one.targets[0].id for one in statements(body(text)) if isinstance(one, ir.Assign)]
    assert found == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1", None),
        ("__all__ = ['a', 'b']", {"a", "b"}),
        ("__all__ = ('a',)", {"a"}),
        ("__all__ = []", set()),
        ("__all__ = ['a']\n__all__ += ['b']", {"a", "b"}),
        ("if c:\n    __all__ = ['a']\nelse:\n    __all__ = ['b']", {"a", "b"}),
        ("__all__ = ['a'] + other.__all__", None),
        ("__all__ = ['a']\n__all__ += other.__all__", None),
        ("__all__ = ['a']\n__all__.extend(other)", None),
        ("__all__ = [name]", None),
    ],
)
def test_all_is_read_only_where_it_is_a_plain_display(text, expected):
    assert exported(body(text)) == expected


def test_a_binding_takes_effect_behind_its_own_value():
    (first, second) = body("leaf = Key(leaf.Leaf)\nother = leaf\n")
    binding = bindings_of((first,)).names["leaf"][0]
    assert not is_above(binding, first.value.args[0].value.at)
    assert is_above(binding, second.value.at)


def test_a_class_takes_effect_behind_its_body():
    (found, after) = body("class Book(Book):\n    class Meta(Book.Meta):\n        x = 1\nlast = Book\n")
    assert not is_above(found, found.bases[0].at)
    assert not is_above(found, found.body[0].bases[0].value.at)
    assert is_above(found, after.value.at)
