"""What a name means across files."""

from __future__ import annotations

import pytest

from orm_lint.ir.from_python import summarize
from orm_lint.project.symbols import ClassSymbol, External
from tests.project.support import names_over, shown

MODEL = "class django.db.models.base.Model"


def meaning(files, name, module="m"):
    """What `name`, an expression at the end of a module, means."""
    files = dict(files)
    path = next(
        path for path in (f"{module.replace('.', '/')}.py", f"{module.replace('.', '/')}/__init__.py") if path in files
    )
    files[path] += f"\n_asked = {name}\n"
    names = names_over(files)
    found = names.module(module)
    return shown(names.follow(names.resolve(found, found.bindings.names["_asked"][-1].value)))


def order(files, name, module="m"):
    names = names_over(files)
    found = names.mro(names.follow(names.lookup(names.module(module), name)))
    return [one.qualname if isinstance(one, ClassSymbol) else one.dotted for one in found]


PACKAGE = {
    "p/__init__.py": "from .a import A\nfrom . import sub\n",
    "p/a.py": "class A:\n    class Inner: pass\n    def method(self): pass\n    x = 1\ndef f(): pass\n",
    "p/sub/__init__.py": "from ..a import A as Renamed\nfrom p.a import f\n",
    "p/sub/deep.py": "from . import Renamed\nfrom ...nowhere import gone\n",
    "p/unused.py": "value = 5\n",
}


@pytest.mark.parametrize(
    ("statement", "name", "expected"),
    [
        ("from p.a import A", "A", "class p.a.A"),
        ("from p import A", "A", "class p.a.A"),
        ("from p import A as B", "B", "class p.a.A"),
        ("import p", "p.A", "class p.a.A"),
        ("import p", "p.a.A", "class p.a.A"),
        ("import p.a", "p.a.A", "class p.a.A"),
        ("import p.a as pa", "pa.A", "class p.a.A"),
        ("import p.a as pa", "pa", "module p.a"),
        ("from p import sub", "sub.Renamed", "class p.a.A"),
        ("from p.sub.deep import Renamed", "Renamed", "class p.a.A"),
        ("from p.sub import f", "f", "function p.a.f"),
        ("from p import unused", "unused.value", "value 5 in p.unused"),
        ("from p.a import A", "A.Inner", "class p.a.A.Inner"),
        ("from p.a import A", "A.method", "function p.a.A.method"),
        ("from p.a import A", "A.x", "value 1 in p.a"),
        ("from p.a import A", "A.absent", None),
        ("from p.a import A", "A[int]", "class p.a.A"),
        ("from p.a import A\nB = A\nC = B", "C.Inner", "class p.a.A.Inner"),
        ("import p\nq = p.a", "q.A", "class p.a.A"),
        ("from p import absent", "absent", "external p.absent"),
        ("from absent.x import Y", "Y.Z", "external absent.x.Y.Z"),
        ("import absent.x", "absent.x.Y", "external absent.x.Y"),
        ("import absent.x as ax", "ax.Y", "external absent.x.Y"),
        ("", "undefined", None),
        ("", "undefined.x", None),
        ("from django.db import models", "models.Model", MODEL),
        ("from django.db.models import Model as M", "M", MODEL),
        ("import django.db.models", "django.db.models.Model", MODEL),
        ("from django import db", "db.models.Model", MODEL),
    ],
)
def test_imports(statement, name, expected):
    assert meaning({**PACKAGE, "m.py": statement}, name) == expected


def test_an_import_above_the_top_means_nothing():
    assert meaning({"m.py": "from ..x import A"}, "A") is None


def test_a_relative_import_in_a_package_starts_there():
    assert meaning(PACKAGE, "Renamed", "p.sub.deep") == "class p.a.A"


STARS = {
    "open.py": "class A: pass\nclass _B: pass\n",
    "listed.py": "__all__ = ['_B', 'C']\nclass A: pass\nclass _B: pass\nclass C: pass\n",
    "again.py": "from open import *\n",
    "built.py": "import listed\n__all__ = ['X'] + listed.__all__\nclass A: pass\n",
}


@pytest.mark.parametrize(
    ("statement", "name", "expected"),
    [
        ("from open import *", "A", "class open.A"),
        ("from open import *", "_B", None),
        ("from listed import *", "A", None),
        ("from listed import *", "_B", "class listed._B"),
        ("from listed import *", "C", "class listed.C"),
        ("from again import *", "A", "class open.A"),
        ("from built import *", "A", "class built.A"),
        ("from built import *\nfrom open import *", "A", "class open.A"),
        ("from open import *\nfrom built import *", "A", "class built.A"),
        ("from open import *\nfrom listed import *", "A", "class open.A"),
        ("from open import *\nclass A: pass", "A", "class m.A"),
        ("from absent import *", "A", None),
    ],
)
def test_star_imports(statement, name, expected):
    assert meaning({**STARS, "m.py": statement}, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from p.a import A", "A", "class p.a.A"),
        ("try:\n    from absent import A\nexcept ImportError:\n    from p.a import A", "A", "class p.a.A"),
        ("try:\n    from p.a import A\nexcept ImportError:\n    A = None", "A", "class p.a.A"),
        ("try:\n    from p.a import A\nexcept ImportError:\n    class A: pass", "A", "class m.A"),
        ("try:\n    from absent import A\nexcept ImportError:\n    A = None", "A", "value None in m"),
        ("if x:\n    from absent import A\nelse:\n    from p.a import A", "A", "class p.a.A"),
    ],
)
def test_conditional_imports_take_what_can_be_followed(text, name, expected):
    assert meaning({**PACKAGE, "m.py": text}, name) == expected


def test_an_import_cycle_resolves_what_is_defined_and_nothing_else():
    files = {"m.py": "from n import B, Lost\nclass A: pass\n", "n.py": "from m import A, Lost\nclass B(A): pass\n"}
    assert meaning(files, "B") == "class n.B"
    assert meaning(files, "A", "n") == "class m.A"
    assert meaning(files, "Lost") == "external m.Lost"


def test_star_imports_in_a_circle_end():
    files = {"m.py": "from n import *\n", "n.py": "from m import *\nclass B: pass\n"}
    assert meaning(files, "B") == "class n.B"
    assert meaning(files, "Lost") is None


def test_a_module_that_imports_itself():
    assert meaning({"m.py": "import m\nclass A: pass\n"}, "m.A") == "class m.A"
    assert meaning({"m.py": "from m import A\n"}, "A") == "external m.A"
    assert meaning({"m.py": "A = A\n"}, "A") == "value in m"


def test_what_a_circle_cut_short_is_not_remembered():
    names = names_over({"m.py": "from n import *\nclass A: pass\n", "n.py": "from m import *\n"})
    assert names.lookup(names.module("n"), "B") is None
    assert shown(names.lookup(names.module("n"), "A")) == "class m.A"
    assert shown(names.lookup(names.module("m"), "A")) == "class m.A"


def test_a_local_module_shadows_an_installed_one():
    files = {"django/__init__.py": "class Mine: pass\n", "m.py": "import django\n"}
    assert meaning(files, "django.Mine") == "class django.Mine"


def test_a_local_module_named_as_a_library_does_not_hide_it_from_a_package():
    files = {"shop/__init__.py": "", "shop/django.py": "", "shop/m.py": "from django.db import models\n"}
    assert meaning(files, "models.Model", "shop.m") == MODEL


def test_a_namespace_package_leads_to_its_modules():
    assert meaning({"space/deep/n.py": "class A: pass\n", "m.py": "import space.deep.n\n"}, "space.deep.n.A") == (
        "class space.deep.n.A"
    )


def test_a_name_means_what_was_bound_above_it():
    files = {"a.py": "class Book: pass\n", "m.py": "from a import Book\nFirst = Book\nclass Book(Book): pass\n"}
    assert meaning(files, "First") == "class a.Book"
    assert meaning(files, "Book") == "class m.Book"
    assert order(files, "Book") == ["Book", "Book"]


def test_a_class_named_as_its_star_imported_base():
    files = {"a.py": "class Base: pass\nclass Book(Base): pass\n", "m.py": "from a import *\nclass Book(Book): pass\n"}
    assert order(files, "Book") == ["Book", "Book", "Base"]


def test_a_name_in_a_class_body_is_looked_up_there_first_if_it_is_bound_above():
    names = names_over(
        {"m.py": "import a\nclass K:\n    x = a.One\n    a = x\n    y = a\n", "a.py": "class One: pass\n"}
    )
    symbol = names.lookup(names.module("m"), "K")
    x, _, y = (names.members(symbol).names[name][0].value for name in "xay")
    assert shown(names.follow(names.resolve(symbol.module, x, (symbol,)))) == "class a.One"
    assert shown(names.follow(names.resolve(symbol.module, y, (symbol,)))) == "class a.One"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class K: pass", ["K"]),
        ("class A: pass\nclass K(A): pass", ["K", "A"]),
        ("class A: pass\nclass B(A): pass\nclass C(A): pass\nclass K(B, C): pass", ["K", "B", "C", "A"]),
        ("class A: pass\nclass B: pass\nclass K(A, B): pass", ["K", "A", "B"]),
        ("from x import E\nclass A(E): pass\nclass B(E): pass\nclass K(A, B): pass", ["K", "A", "B", "x.E"]),
        ("class A: pass\nclass B(A): pass\nclass K(A, B): pass", ["K", "A", "B"]),
        ("class K(K): pass", ["K"]),
        ("class K(L): pass\nclass L(K): pass", ["K"]),
        ("class K(undefined): pass", ["K"]),
        ("from x import E\nclass K(E): pass", ["K", "x.E"]),
        ("class A: pass\nclass K(A[int]): pass", ["K", "A"]),
        ("class Out:\n    class In: pass\nclass K(Out.In): pass", ["K", "Out.In"]),
    ],
)
def test_the_order_of_ancestors(text, expected):
    assert order({"m.py": text}, "K") == expected


def test_the_order_of_a_deep_diamond_is_pythons_own():
    text = """
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(A, B, C): pass
class K2(D, B, E): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass
"""
    space = {}
    exec(text, space)
    assert order({"m.py": text}, "Z") == [cls.__name__ for cls in space["Z"].__mro__ if cls is not object]


def test_ancestry_is_told_without_the_order():
    names = names_over(
        {"m.py": "from x import E\nclass A(E): pass\nclass B(A): pass\nclass C(D): pass\nclass D(C): pass\n"}
    )
    b, c = (names.lookup(names.module("m"), name) for name in "BC")
    assert names.descends_from(b, frozenset({"x.E"}))
    assert names.descends_from(b, frozenset({"m.A"}))
    assert not names.descends_from(b, frozenset({"x.F"}))
    assert not names.descends_from(c, frozenset({"x.E"}))


def test_members_come_through_the_bases():
    names = names_over({"m.py": "class A:\n    x = 1\n    y = 2\nclass B(A):\n    x = 3\n"})
    symbol = names.lookup(names.module("m"), "B")
    assert shown(names.class_member(symbol, "x")) == "value 3 in m"
    assert shown(names.class_member(symbol, "y")) == "value 2 in m"
    assert names.class_member(symbol, "z") is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("p.a.A", "class p.a.A"),
        ("p.A", "class p.a.A"),
        ("p.sub", "module p.sub"),
        ("p.a.absent", None),
        ("absent.A", "external absent.A"),
        ("django.db.models.Model", MODEL),
    ],
)
def test_dotted_paths(path, expected):
    assert shown(names_over(PACKAGE).dotted(path)) == expected


def test_one_class_is_one_symbol_whichever_way_it_is_reached():
    names = names_over(PACKAGE)
    assert names.dotted("p.a.A") is names.dotted("p.A")
    assert names.dotted("p.a.A").key == names.dotted("p.sub.Renamed").key


def test_the_first_source_that_holds_a_module_wins():
    names = names_over({"django/__init__.py": "here = 1\n"})
    assert names.module("django").path == "django/__init__.py"
    assert isinstance(names.dotted("nowhere.at.all"), External)


def test_an_expression_that_names_nothing():
    names = names_over({"m.py": ""})
    for text in (b"x = 1\n", b"x = [a]\n", b"x = f()\n", b"x = a + b\n", b"x = lambda: a\n"):
        assert names.resolve(names.module("m"), summarize(text).body[0].value) is None


def test_an_annotation_alone_hides_no_member_of_an_ancestor():
    code = """
class Mixin:
    act: object
    kept: str
class Base:
    def act(self): pass
class View(Mixin, Base): pass
"""
    names = names_over({"m.py": code})
    view = names.dotted("m.View")
    assert names.class_member(view, "act").dotted == "m.Base.act"
    assert names.class_member(view, "kept").owner.dotted == "m.Mixin"
