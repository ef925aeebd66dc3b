from __future__ import annotations

import time

import pytest

from orm_lint.project.evaluate import evaluate
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import UNKNOWN, Alternatives, Items, Made, PathValue, Table


def items(*values, kind="list", is_partial=False):
    return Items(kind, values, is_partial)


def table(**pairs):
    return Table(tuple(pairs.items()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'a'", "a"),
        ("-3", -3),
        ("1 + 2 - 4", -1),
        ("'a' + 'b'", "ab"),
        ("('a', 'b')", items("a", "b", kind="tuple")),
        ("['a'] + ['b']", items("a", "b")),
        ("['a', *('b', 'c')]", items("a", "b", "c")),
        ("{'a': 1, **{'b': 2}}", table(a=1, b=2)),
        ("{'a': 1} | {'a': 2}", table(a=2)),
        ("dict(a=1, b=2)", table(a=1, b=2)),
        ("{'a': {'b': 3}}['a']['b']", 3),
        ("['a', 'b', 'c'][1:]", items("b", "c")),
        ("['a', 'b'][-1]", "b"),
        ("'%s_set' % 'book'", "book_set"),
        ("'%(a)s-%(b)d%%' % {'a': 'x', 'b': 7}", "x-7%"),
        ("'%s.%s' % ('a', 'b')", "a.b"),
        ("'{}.{name}'.format('a', name='b')", "a.b"),
        ("'{{{0}}}'.format('a')", "{a}"),
        ("f'{1}-{\"a\"}'", "1-a"),
        ("'a,b'.split(',')", items("a", "b")),
        ("', '.join(['a', 'b'])", "a, b"),
        ("'ABC'.lower()", "abc"),
        ("tuple(['a'])", items("a", kind="tuple")),
        ("sorted({'b', 'a'})", items("a", "b")),
        ("list(filter(None, ['a', '', None, 'b']))", items("a", "b")),
        ("len('abc')", 3),
        ("max(3, 9)", 9),
        ("int('12')", 12),
        ("'a' if 1 > 2 else 'b'", "b"),
        ("None or 'x'", "x"),
        ("'a' and 'b'", "b"),
        ("not []", True),
        ("'a' in ('a', 'b')", True),
        ("[f'app.{x}' for x in ('a', 'b') if x != 'a']", items("app.b")),
        ("(x := 4)", 4),
        ("{'a': 1}.get('b', 2)", 2),
        ("1 < 2 < 3", UNKNOWN),
        ("2 * 3", UNKNOWN),
        ("b'x'", UNKNOWN),
        ("lambda: 1", UNKNOWN),
        ("[][0]", UNKNOWN),
        ("{}['a']", UNKNOWN),
        ("'a' + 1", UNKNOWN),
        ("1 < 'a'", UNKNOWN),
        ("int('x')", UNKNOWN),
        ("'%s %s' % 'a'", UNKNOWN),
        ("'%9999999999d' % 1", UNKNOWN),
        ("'{:>9999999999}'.format(1)", UNKNOWN),
        ("'{0.__class__}'.format(1)", UNKNOWN),
        ("undefined_name", UNKNOWN),
    ],
)
def test_expression(plant, text, expected):
    assert plant({"m.py": f"X = {text}\n"}).value("m", "X") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("X = ['a']\nX += ('b',)", items("a", "b")),
        ("X = ('a',)\nX += ('b',)", items("a", "b", kind="tuple")),
        ("X = ['a']\nX.append('b')\nX.extend(['c'])", items("a", "b", "c")),
        ("X = ['a', 'c']\nX.insert(1, 'b')", items("a", "b", "c")),
        ("X = ['a', 'b']\nX.insert(X.index('b'), 'c')", items("a", "b", "c")),
        ("X = ['a', 'b']\nX.remove('a')", items("b")),
        ("X = ['b']\nX[0:0] = ['a']", items("b", "a")),
        ("X = {'a': 1}\nX['b'] = 2\nX.update(c=3)", table(a=1, b=2, c=3)),
        ("X = {'a': {}}\nX['a']['b'] = 1", table(a=table(b=1))),
        ("X = [{'o': ['a']}]\nX[0]['o'].append('b')", items(table(o=items("a", "b")))),
        ("X = ['a']\nfor n in ('b', 'c'):\n    X.append(n)", items("a", "b", "c")),
        ("A, X = 'a', 'b'", "b"),
        ("X = 'a'\nX = 'b'", "b"),
        ("X = 'a'\ndel X", None),
        ("globals()['X'] = 5", 5),
        ("with a:\n    X = 1", 1),
        ("X: int = 3", 3),
        ("X: int", None),
    ],
)
def test_statements_in_source_order(plant, lines, expected):
    assert plant({"m.py": lines + "\n"}).value("m", "X") == expected


def test_unknown_item_keeps_its_place_and_makes_the_list_partial(plant):
    assert plant({"m.py": "X = ['a', y, 'b']\n"}).value("m", "X") == items("a", UNKNOWN, "b", is_partial=True)


def test_unknown_rest_keeps_the_known_items(plant):
    project = plant({"m.py": "X = ['a'] + other\nY = other + ['b']\nZ = ['c', *other]\n"})
    assert project.value("m", "X") == items("a", is_partial=True)
    assert project.value("m", "Y") == items("b", is_partial=True)
    assert project.value("m", "Z") == items("c", is_partial=True)


def test_call_of_something_unknown_is_kept_as_made(plant):
    text = "from django.db import models\nX = [models.Index(fields=['name'])]\n"
    (made,) = plant({"m.py": text}).value("m", "X").items
    assert isinstance(made, Made)
    assert made.function == "django.db.models.Index"
    assert made.module.name == "m"


def test_lists_made_of_calls_can_be_added(plant):
    text = "from d import Index\nA = [Index('a')]\nX = A + [Index('b')]\n"
    assert [made.function for made in plant({"m.py": text}).value("m", "X")] == ["d.Index", "d.Index"]


def test_undecided_branches_join_lists_and_keep_other_values_apart(plant):
    text = """
        import sys
        APPS = ["a"]
        if "test" in sys.argv:
            APPS += ["b"]
            SIZE = 1
        else:
            APPS += ["c"]
            SIZE = 2
    """
    project = plant({"m.py": text})
    assert project.value("m", "APPS") == items("a", "c", "b")
    assert project.value("m", "SIZE") == Alternatives((2, 1))


def test_decided_branch_gives_the_value_but_lists_take_both(plant):
    text = """
        DEBUG = False
        APPS = ["a"]
        if DEBUG:
            APPS.append("toolbar")
            SIZE = 1
        else:
            SIZE = 2
    """
    project = plant({"m.py": text})
    assert project.value("m", "APPS") == items("a", "toolbar")
    assert project.value("m", "SIZE") == 2


def test_branch_that_raises_leaves_nothing_behind(plant):
    text = "import os\nKEY = 'a'\nif os.environ.get('X'):\n    KEY = 'b'\n    raise ValueError\nAFTER = 1\n"
    project = plant({"m.py": text})
    assert project.value("m", "KEY") == "a"
    assert project.value("m", "AFTER") == 1


def test_check_of_configuration_does_not_end_the_module(plant):
    assert plant({"m.py": "KEY = ''\nif not KEY:\n    raise ValueError\nAFTER = 1\n"}).value("m", "AFTER") == 1


def test_name_bound_in_one_branch_only_may_be_unknown(plant):
    assert plant({"m.py": "if x:\n    A = 1\n"}).value("m", "A") == Alternatives((UNKNOWN, 1))


def test_handler_of_a_missing_import_is_an_alternative(plant):
    text = "try:\n    from local import NAME\nexcept ImportError:\n    NAME = 'fallback'\n"
    assert plant({"m.py": text}).value("m", "NAME") == Alternatives((UNKNOWN, "fallback"))


def test_more_than_four_alternatives_are_unknown(plant):
    branches = "\n".join(f"if x{index}:\n    A = {index}" for index in range(1, 5))
    assert plant({"m.py": f"A = 0\n{branches}\n"}).value("m", "A") is UNKNOWN


def test_dicts_that_differ_too_often_are_joined_by_key(plant):
    branches = "\n".join(f"if x{index}:\n    D['k{index}'] = {index}" for index in range(3))
    found = plant({"m.py": f"D = {{'a': 1}}\n{branches}\n"}).value("m", "D")
    assert isinstance(found, Table)
    assert found.get("a") == 1
    assert found.get("k0") == Alternatives((UNKNOWN, 0))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("os.environ.get('A', 'd')", "d"),
        ("os.getenv('A', 'd')", "d"),
        ("os.environ.get('A')", UNKNOWN),
        ("os.environ['A']", UNKNOWN),
        ("os.environ.get('A') or 'd'", Alternatives((UNKNOWN, "d"))),
        ("int(os.getenv('A', '5'))", 5),
        ("env('A', default='d')", "d"),
        ("env('A')", UNKNOWN),
        ("env('DEBUG')", False),
        ("env.bool('A', default=False)", False),
        ("env.int('A', 3)", 3),
        ("env.list('A', default=['x'])", items("x")),
        ("config('A', default='true', cast=bool)", True),
        ("config('A', default='a, b', cast=Csv())", items("a", "b")),
        ("config('A', default=7, cast=int)", 7),
    ],
)
def test_environment_variable_has_its_default(plant, expression, expected):
    text = f"""
        import os
        import environ
        from decouple import Csv, config
        env = environ.Env(DEBUG=(bool, False))
        X = {expression}
    """
    assert plant({"m.py": text}).value("m", "X") == expected


def test_reader_of_the_environment_imported_from_another_module(plant):
    files = {"conf/__init__.py": "", "conf/env.py": "from environs import Env\nenv = Env()\n"}
    files["conf/base.py"] = "from conf.env import env\nX = env.int('A', 4)\n"
    assert plant(files).value("conf.base", "X") == 4


def test_database_url_gives_engine_and_age(plant):
    text = "import dj_database_url\nX = dj_database_url.config(default='postgres://h/db', conn_max_age=600)\n"
    found = plant({"m.py": text}).value("m", "X")
    assert found.get("ENGINE") == "django.db.backends.postgresql"
    assert found.get("CONN_MAX_AGE") == 600
    assert found.is_partial


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("Path(__file__).resolve().parent.parent", "site"),
        ("Path(__file__).parents[1] / 'templates'", "site/templates"),
        ("os.path.dirname(os.path.abspath(__file__))", "site/conf"),
        ("os.path.join(os.path.dirname(__file__), '..', 'a')", "site/a"),
        ("Path(__file__).parent.joinpath('a', 'b')", "site/conf/a/b"),
        ("environ.Path(__file__) - 3", ""),
        ("str(Path(__file__).parent)", "site/conf"),
    ],
)
def test_paths_are_relative_to_the_project(plant, expression, expected):
    text = f"import os\nimport environ\nfrom pathlib import Path\nX = {expression}\n"
    assert plant({"site/conf/base.py": text}, ("site",)).value("conf.base", "X") == PathValue(expected)


def test_names_are_followed_through_imports(plant):
    files = {
        "a/__init__.py": "from a.deep import LIMIT as MAX\n",
        "a/deep.py": "LIMIT = 10\n",
        "b.py": "import a\nfrom a import MAX\nimport a.deep as d\nX = MAX + 1\nY = a.MAX\nZ = d.LIMIT\n",
    }
    project = plant(files)
    assert [project.value("b", name) for name in "XYZ"] == [11, 10, 10]


def test_star_import_respects_all_and_private_names(plant):
    files = {
        "a.py": "__all__ = ['A']\nA = 1\nB = 2\n",
        "b.py": "C = 3\n_D = 4\n",
        "m.py": "from a import *\nfrom b import *\n",
    }
    project = plant(files)
    assert [project.value("m", name) for name in ("A", "B", "C", "_D")] == [1, None, 3, None]


def test_imports_in_a_circle_end(plant):
    files = {"a.py": "from b import *\nA = 1\nC = B\n", "b.py": "from a import *\nB = 2\nfrom a import A\n"}
    project = plant(files)
    assert project.value("a", "C") == 2
    assert project.value("b", "A") == 1


def test_name_imported_from_itself_is_nothing(plant):
    project = plant({"a.py": "from b import X\n", "b.py": "from a import X\n"})
    assert project.value("a", "X") is None


def test_class_members_are_found_in_bases(plant):
    text = """
        class Base:
            SIZE = 5
            NAMES = ["a"]
        class Child(Base):
            NAMES = Base.NAMES + ["b"]
        X = Child.SIZE
        Y = Child.NAMES
    """
    project = plant({"m.py": text})
    assert project.value("m", "X") == 5
    assert project.value("m", "Y") == items("a", "b")


def test_member_of_choices_is_its_value(plant):
    text = """
        from django.db import models
        class Status(models.TextChoices):
            ACTIVE = "a", "Active"
        X = Status.ACTIVE
        Y = Status.ACTIVE.value
    """
    project = plant({"m.py": text})
    assert project.value("m", "X") == "a"
    assert project.value("m", "Y") == "a"


def test_class_body_is_looked_at_before_the_module(plant):
    project = plant({"m.py": "SIZE = 1\nclass A:\n    SIZE = 2\n    WIDTH = SIZE\n"})
    names = project.evaluator.names
    module = names.module("m")
    symbol = names.lookup(module, "A")
    assert isinstance(symbol, ClassSymbol)
    expr = symbol.node.body[1].value
    assert evaluate(names, module, expr, (symbol,)) == 2
    assert evaluate(names, module, expr) == 1


def test_settings_answer_once_they_are_known(plant):
    project = plant({"m.py": "from django.conf import settings\nX = settings.LIMIT\nY = settings.OTHER\n"})
    project.evaluator.settings = {"LIMIT": 40}
    assert project.value("m", "X") == 40
    assert project.value("m", "Y") is UNKNOWN


def test_translated_text_is_its_source(plant):
    text = "from django.utils.translation import gettext_lazy as _\nX = _('Name')\n"
    assert plant({"m.py": text}).value("m", "X") == "Name"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return ['a'] + more", items("a", "b")),
        ("apps = ['a']\n    if more:\n        apps.append('c')\n    return apps", items("a", "c")),
        ("if unknown:\n        return 'x'\n    return 'y'", Alternatives(("x", "y"))),
        ("if more:\n        return 'x'\n    return 'y'", "x"),
        ("pass", UNKNOWN),
        ("yield 1", UNKNOWN),
        ("if more:\n        return\n    yield 1", UNKNOWN),
    ],
)
def test_function_of_the_project_is_run(plant, body, expected):
    found = plant({"m.py": f"def f(more=('b',)):\n    {body}\nX = f()\n"}).value("m", "X")
    assert (UNKNOWN if isinstance(found, Made) else found) == expected


def test_function_gets_its_arguments(plant):
    text = "def f(a, /, b, *, c=3):\n    return [a, b, c]\nX = f(1, b=2)\n"
    assert plant({"m.py": text}).value("m", "X") == items(1, 2, 3)


def test_own_reader_of_the_environment(plant):
    text = "import os\ndef envint(name, default):\n    return int(os.getenv(name, default))\nX = envint('A', '9')\n"
    assert plant({"m.py": text}).value("m", "X") == 9


def test_own_reader_that_cannot_be_run_gives_its_default(plant):
    text = (
        "import os\nimport x\ndef env_int(name, default=3):\n    return x.parse(os.environ)[name]\nX = env_int('A')\n"
    )
    assert plant({"m.py": text}).value("m", "X") == 3


@pytest.mark.parametrize(
    "text",
    [
        "def f(n):\n    return f(n) + f(n)\nX = f(1)\n",
        "X = ['a']\n" + "X = [X, X]\n" * 200,
        "X = ['a']\n" + "X += X\n" * 200,
        "X = 'ab'\n" + "X = X + X\n" * 200,
        "X = 1\n" + "X = f'{X}{X}'\n" * 200,
        "X = " + "+".join(["'a'"] * 120) + "\n",
        "X = " + "[" * 80 + "]" * 80 + "\n",
        "".join(f"{'    ' * n}for a{n} in range_list:\n" for n in range(18)) + "    " * 18 + "X = 1\n",
        "R = "
        + str(list(range(64)))
        + "\n"
        + "".join(f"{'    ' * n}for a{n} in R:\n" for n in range(10))
        + "    " * 10
        + "X = 1\n",
        "X = 0\nif a0:\n    X = 1\n" + "".join(f"elif a{n}:\n    X = {n}\n" for n in range(80)),
        "X = X\n",
        "class X(X):\n    A = X.A\n",
    ],
)
def test_hostile_text_ends_soon(plant, text):
    project = plant({"m.py": text})
    start = time.process_time()
    project.value("m", "X")
    assert time.process_time() - start < 2


def test_sum_of_many_operands_is_no_deeper_than_one(plant):
    text = "X = " + " + ".join(["'a'"] * 120) + "\n"
    assert plant({"m.py": text}).value("m", "X") == "a" * 120


def test_star_imports_through_many_modules_end(plant):
    files = {f"m{n}.py": f"from m{n + 1} import *\nX{n} = {n}\n" for n in range(200)}
    project = plant(files)
    assert project.value("m0", "X0") == 0
    assert project.value("m0", "X20") == 20


def test_calls_through_many_modules_end(plant):
    files = {f"m{n}.py": f"from m{n + 1} import f as g\ndef f():\n    return g()\n" for n in range(200)}
    project = plant({**files, "a.py": "from m0 import f\nX = f()\n"})
    assert isinstance(project.value("a", "X"), Made)
