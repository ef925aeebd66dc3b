"""Names, imports and models that lead in circles, or to more than anybody writes."""

from __future__ import annotations

import pytest

from tests.hostile.conftest import HEAD

CIRCLES = {
    "itself": "class A(A, models.Model): pass\n",
    "each other": "class A(B): pass\nclass B(A): pass\nclass C(A, models.Model):\n    f = models.ForeignKey('A', 1)\n",
    "aliases": "X = Y\nY = X\nclass A(X, models.Model): pass\nclass B(Y): pass\n",
    "attributes": "P = P.Q\nZ = Z\nclass A(P.Q.Q): pass\nclass B(Z, models.Model): pass\n",
    "calls": "def f(): return g()\ndef g(): return f()\nX = f()\nclass A(X, models.Model):\n    a = f()\n    b = models.ForeignKey(X, 1)\n",
    "meta": "class A(models.Model):\n    class Meta(A.Meta): ordering = ['x']\nclass B(B):\n    class Meta(B.Meta): abstract = True\n",
    "abstract": "class A(B):\n    class Meta: abstract = True\nclass B(A, models.Model):\n    class Meta(A.Meta): abstract = True\n",
    "proxies": "class A(B):\n    class Meta: proxy = True\nclass B(A, models.Model):\n    class Meta: proxy = True\n",
    "dicts": "D = {**D, **D}\nclass A(models.Model):\n    f = models.CharField(**D)\n    class Meta: ordering = [*D, *D]\n",
    "lists": "L = [*L, *L, *L] + L + L\nclass A(models.Model):\n    class Meta: ordering = L; indexes = L + L\n",
    "foreign keys": "class A(models.Model):\n    f = models.ForeignKey('B', 1, primary_key=True)\nclass B(models.Model):\n    f = models.ForeignKey('A', 1, primary_key=True)\n",
    "parent links": "class A(models.Model):\n    a_ptr = models.OneToOneField('A', 1, parent_link=True, primary_key=True)\nclass B(A):\n    a_ptr = models.OneToOneField('B', 1, parent_link=True, to_field='a_ptr')\nclass C(B, A):\n    c = models.OneToOneField(C, 1, parent_link=True)\n",
    "through": "class A(models.Model):\n    a = models.ManyToManyField('self', through='A')\n    b = models.ManyToManyField('B', through='T')\nclass B(models.Model):\n    t = models.ManyToManyField('T', through='B')\nclass T(models.Model):\n    t = models.ManyToManyField('B', through='T', through_fields=('t', 't'))\n",
    "added": "class A(models.Model): pass\nA.add_to_class('x', A.add_to_class('y', models.ForeignKey(A)))\nmodels.Model.add_to_class('z', models.ForeignKey('A', 1))\n",
}
NONSENSE = """
class A(models.Model):
    class Meta: ordering = 5; abstract = 'x'; indexes = models; unique_together = {1: 2}; db_table = ['a']; app_label = 3
class B(models.Model):
    Meta = 3
class C(models.Model):
    a = models.ForeignKey(); b = models.ForeignKey(to=3); c = models.ForeignKey('..'); d = models.ForeignKey('')
    e = models.ManyToManyField(*x, **y); f = models.ForeignKey(C, 1, to_field=3, related_name=5, db_column=[1])
    g = models.ManyToManyField('C', through=5, through_fields='a'); h = models.ForeignKey('a.b.c.d', 1)
    i = models.ForeignKey(lambda: 3, 1); j = models.ForeignKey('C' + 'D' % 3, 1); k = models.ForeignKey('\\ud800', 1)
    id = 3; pk = models.IntegerField(); objects = None; (l, m), n = models.ForeignKey(C), 3; *o, = [models.Field()]
class D(*models.Model): pass
class E(models.Model, metaclass=E, **k): pass
class F(models.Model[F]): pass
class G(models.Model if x else G): pass
class H(models.Model()): pass
class I(type('x', (models.Model,), {})): pass
class J(models.Model):
    del J
    class Meta: app_label = 'a\\nb'; db_table = '\\x1b[2J'
class K(models.ForeignKey): pass
class L(models.Model):
    f = K(K()); g = L.f; h = models.ForeignKey('x.Y\\x1b[2J\\n', 1)
"""
MANY = {
    "3,000 generations": (
        "class A0(models.Model): pass\n"
        + "".join(f"class A{n}(A{n - 1}):\n  f{n} = models.IntegerField()\n" for n in range(1, 3000))
    ),
    "3,000 generations backwards": (
        "".join(f"class A{n}(A{n - 1}): pass\n" for n in range(2999, 0, -1)) + "class A0(models.Model): pass\n"
    ),
    "diamonds": "class A0(models.Model): pass\nclass B0(models.Model): pass\n"
    + "".join(f"class A{n}(A{n - 1}, B{n - 1}): pass\nclass B{n}(A{n - 1}, B{n - 1}): pass\n" for n in range(1, 40)),
    "1,500 bases": "".join(f"class A{n}(models.Model): pass\n" for n in range(1500))
    + "class Z("
    + ", ".join(f"A{n}" for n in range(1500))
    + "): pass\n",
    "3,000 aliases": "X0 = models.Model\n"
    + "".join(f"X{n} = X{n - 1}\n" for n in range(1, 3000))
    + "class A(X2999): pass\n",
    "one class 3,000 times": "class A(models.Model):\n    f = models.ForeignKey('A', 1)\n" * 3000,
    "one field 10,000 times": "class A(models.Model):\n" + "    f = models.ForeignKey('A', 1)\n" * 10_000,
    "1,000 indexes": "class A(models.Model):\n  f = models.IntegerField()\n  class Meta:\n    ordering = ["
    + "'f'," * 10_000
    + "]\n    indexes = ["
    + "models.Index(fields=['f', '-f']),\n" * 1000
    + "]\n",
    "models in models": "".join("  " * n + f"class A{n}(models.Model):\n" for n in range(95)) + "  " * 95 + "x = 1\n",
}


@pytest.mark.parametrize("text", CIRCLES.values(), ids=CIRCLES.keys())
def test_declarations_in_a_circle(root, lint, text: str) -> None:
    (root / "bad" / "models.py").write_text(HEAD + text)
    outcome = lint()
    assert (outcome.unreadable, outcome.notices) == ([], [])


def test_options_of_the_wrong_kind(root, lint) -> None:
    (root / "bad" / "models.py").write_text(HEAD + NONSENSE)
    assert lint().unreadable == []


@pytest.mark.parametrize("text", MANY.values(), ids=MANY.keys())
def test_more_than_anybody_writes(root, lint, text: str) -> None:
    (root / "bad" / "models.py").write_text(HEAD + text)
    assert lint().unreadable == []


def test_ten_thousand_fields(root, lint) -> None:
    fields = "".join(f"    f{n} = models.ForeignKey('A', 1)\n" for n in range(10_000))
    (root / "bad" / "models.py").write_text(f"{HEAD}class A(models.Model):\n{fields}")
    assert lint().findings == []


def test_ten_thousand_models(root, lint) -> None:
    few = lint().models
    text = "".join(
        f"class A{n}(models.Model):\n    f = models.ForeignKey('A{n * 7 % 10_000}', 1)\n" for n in range(10_000)
    )
    (root / "bad" / "models.py").write_text(HEAD + text)
    assert lint().models == few + 10_000


def test_bases_in_a_circle_across_files(root, lint) -> None:
    few = lint().models
    (root / "bad" / "models.py").write_text(
        f"{HEAD}from bad.b import B\nclass A(B, models.Model):\n  n = models.IntegerField()\n"
    )
    (root / "bad" / "b.py").write_text(
        f"{HEAD}from bad.models import A\nclass B(A, models.Model):\n  m = models.IntegerField()\n"
    )
    outcome = lint()
    assert (outcome.models, outcome.findings) == (few + 2, [])


def test_imports_in_a_circle(root, lint) -> None:
    for n in range(60):
        text = f"{HEAD}from bad.m{(n + 1) % 60} import *\nfrom bad.m{(n + 7) % 60} import X{n}, Q\nclass M{n}(Q, models.Model): pass\n"
        (root / "bad" / f"m{n}.py").write_text(text)
    (root / "bad" / "models.py").write_text(
        f"{HEAD}from . import *\nfrom .models import *\nfrom bad.m0 import *\nclass A(nowhere, models.Model): pass\n"
    )
    (root / "bad" / "__init__.py").write_text("from . import *\nfrom bad import *\nfrom .models import *\n")
    assert lint().findings == []


def test_star_imports_that_all_cross(root, lint) -> None:
    stars = "".join(f"from bad.m{n} import *\n" for n in range(40))
    for n in range(40):
        (root / "bad" / f"m{n}.py").write_text(f"{HEAD}{stars}class M{n}(undefined{n}, models.Model): pass\n")
    assert lint().findings == []


def test_imports_that_fork_thirty_times(root, lint) -> None:
    for n in range(30):
        text = f"try:\n  from bad.a{n + 1} import Q\nexcept ImportError:\n  from bad.b{n + 1} import Q\nfrom bad.a{n + 1} import *\nfrom bad.b{n + 1} import *\n"
        (root / "bad" / f"a{n}.py").write_text(text)
        (root / "bad" / f"b{n}.py").write_text(text)
    (root / "bad" / "models.py").write_text(
        f"{HEAD}from bad.a0 import *\nclass A(Q, R): pass\nclass B(models.Model):\n    f = S()\n"
    )
    assert lint().findings == []


def test_a_chain_of_three_hundred_imports(root, lint) -> None:
    for n in range(300):
        (root / "bad" / f"m{n}.py").write_text(f"from bad.m{n + 1} import Base\n")
    (root / "bad" / "m300.py").write_text("from django.db.models import Model as Base\n")
    (root / "bad" / "models.py").write_text("from bad.m0 import Base\nclass A(Base): pass\n")
    assert lint().findings == []
