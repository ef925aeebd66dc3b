"""Fields and managers of one class body: what they are made from and which arguments reach Django's constructor."""

from __future__ import annotations

import pytest

from orm_lint.ir import nodes as ir
from orm_lint.project.dynamic import Calls
from orm_lint.project.models.declare import declared_fields, declared_managers, field_kind, is_model
from orm_lint.project.models.targets import written
from tests.project.support import names_over

HEAD = "from django.db import models\n"


def symbol_of(text, name="K", **files):
    names = names_over({"m.py": HEAD + text, **{f"{path}.py": found for path, found in files.items()}})
    return names, names.lookup(names.module("m"), name)


def only_field(value, head=""):
    names, symbol = symbol_of(f"{head}\nclass K(models.Model):\n    x = {value}\n")
    return next(iter(declared_fields(names, symbol)), None)


def arguments(field):
    return {
        name: said.expr.value if isinstance(said.expr, ir.Const) else written(said.expr)
        for name, said in field.arguments.items()
    }


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        ("models.Model", True),
        ("object", False),
        ("Base", True),
        ("Mixin, Base", True),
        ("Mixin", False),
        ("Lost", False),
    ],
)
def test_a_model_is_told_by_its_ancestry(bases, expected):
    text = f"from absent import Lost\nclass Mixin: pass\nclass Base(models.Model): pass\nclass K({bases}): pass\n"
    assert is_model(*symbol_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class K(Lost):\n    name = models.CharField(max_length=9)\n", True),
        ("class Base(Lost):\n    name = models.CharField(max_length=9)\nclass K(Base): pass\n", True),
        ("class K(Lost):\n    name = forms.CharField(max_length=9)\n", False),
        ("class K(Lost):\n    name = CharField(max_length=9)\n", False),
        ("class K(abc.ABC):\n    name = models.CharField(max_length=9)\n", False),
        ("class K:\n    name = models.CharField(max_length=9)\n", False),
    ],
)
def test_a_class_with_an_unread_base_is_a_model_if_it_declares_model_fields(text, expected):
    head = "import abc\nfrom absent import CharField, Lost\nfrom django import forms\n"
    assert is_model(*symbol_of(head + text)) is expected


def test_with_metaclass_stands_for_the_bases_it_is_given():
    text = "import six\nclass T(type): pass\nclass K(six.with_metaclass(T, models.Model)): pass\n"
    assert is_model(*symbol_of(text)) is True


def test_model_itself_is_no_model():
    names, _ = symbol_of("class K: pass\n")
    assert not is_model(names, names.dotted("django.db.models.Model"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("django.db.models.CharField", "plain"),
        ("django.db.models.ForeignKey", "forward"),
        ("django.db.models.OneToOneField", "one_to_one"),
        ("django.db.models.ManyToManyField", "many_to_many"),
        ("django.db.models.ForeignObject", "foreign_object"),
        ("django.contrib.contenttypes.fields.GenericForeignKey", "generic_key"),
        ("django.contrib.contenttypes.fields.GenericRelation", "generic_relation"),
        ("django.db.models.Manager", None),
        ("django.db.models.Model", None),
        ("m.K", "forward"),
    ],
)
def test_the_kind_of_a_field_is_told_by_its_ancestry(path, kind):
    names, _ = symbol_of("class Mixin: pass\nclass K(Mixin, models.ForeignKey): pass\n")
    assert field_kind(names, names.dotted(path)) == kind


def test_positional_arguments_get_the_names_of_djangos_signature():
    found = arguments(only_field("models.ForeignKey('a.B', models.CASCADE, 'rel')"))
    assert (found["to"], found["on_delete"], found["related_name"]) == ("a.B", "models.CASCADE", "rel")
    assert arguments(only_field("models.CharField('label', max_length=3)")) == {
        "verbose_name": "label", "max_length": 3, "db_collation": None,
    }  # fmt: skip


def test_what_is_written_at_the_field_is_kept_apart():
    field = only_field("models.ForeignKey('a.B', models.CASCADE, null=True)")
    assert set(field.written) == {"null"}
    assert (field.place.line, field.name, field.symbol.dotted) == (
        4, "x", "django.db.models.fields.related.ForeignKey",
    )  # fmt: skip


@pytest.mark.parametrize(
    "value", ["5", "None", "undefined()", "models.Manager()", "models.CharField", "[models.CharField()]", "helper()"]
)
def test_what_is_no_field(value):
    assert only_field(value, "def helper():\n    return 5\n") is None


INIT = """
class F(models.{base}):
    def __init__({params}):
        {body}
"""


@pytest.mark.parametrize(
    ("base", "params", "body", "call", "expected"),
    [
        ("IntegerField", "self, **kwargs", "kwargs.setdefault('null', True); super().__init__(**kwargs)", "F()", {"null": True}),
        ("IntegerField", "self, **kwargs", "kwargs.setdefault('null', True); super().__init__(**kwargs)", "F(null=False)", {"null": False}),
        ("IntegerField", "self, *args, **kwargs", "kwargs['null'] = True; super(F, self).__init__(*args, **kwargs)", "F('n', null=False)", {"null": True, "verbose_name": "n"}),
        ("IntegerField", "self, **kw", "kw.pop('unique', None); super().__init__(**kw)", "F(unique=True, null=True)", {"null": True}),
        ("IntegerField", "self, **kw", "kw.update(null=True, unique=True); super().__init__(**kw)", "F()", {"null": True, "unique": True}),
        ("IntegerField", "self, **kw", "d = {'null': True}; d.update(kw); models.IntegerField.__init__(self, **d)", "F(unique=True)", {"null": True, "unique": True}),
        ("IntegerField", "self, **kw", "super().__init__(**{'null': True, **kw})", "F(null=False)", {"null": False}),
        ("IntegerField", "self, **kw", "super().__init__(**({'null': True} | kw))", "F(unique=True)", {"null": True, "unique": True}),
        ("IntegerField", "self, **kw", "super().__init__(**DEFAULTS, **kw)", "F()", {"null": True}),
        ("IntegerField", "self, optional=False, **kw", "super().__init__(null=optional, **kw)", "F(optional=True)", {"null": True}),
        ("IntegerField", "self, optional=False, **kw", "super().__init__(null=optional, **kw)", "F()", {"null": False}),
        ("IntegerField", "self, *, nullable=True, **kw", "null = nullable; super().__init__(null=null, **kw)", "F()", {"null": True}),
        ("IntegerField", "self, **kw", "x = kw.pop('opt', True); super().__init__(null=x, **kw)", "F(opt=False)", {"null": False}),
        ("IntegerField", "self, **kw", "try:\n            super().__init__(null=True, **kw)\n        finally:\n            pass", "F()", {"null": True}),
        ("IntegerField", "self, **kw", "if 'null' not in kw:\n            kw['null'] = True\n        super().__init__(**kw)", "F()", {"null": True}),
        ("IntegerField", "self, a=None, **kw", "if a is None:\n            a = True\n        super().__init__(null=a, **kw)", "F(False)", {"null": False}),
        ("IntegerField", "self, **kw", "return super().__init__(null=True, **kw)", "F()", {"null": True}),
    ],
)  # fmt: skip
def test_a_custom_constructor_is_followed(base, params, body, call, expected):
    field = only_field(call, "DEFAULTS = dict(null=True)\n" + INIT.format(base=base, params=params, body=body))
    assert arguments(field) == expected


def test_constructors_are_followed_through_several_classes_and_mixins():
    head = """
class Optional:
    def __init__(self, *args, **kwargs):
        kwargs["null"] = True
        super().__init__(*args, **kwargs)
class Short(models.CharField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=3, **kwargs)
class F(Optional, Short):
    pass
"""
    assert arguments(only_field("F('n', unique=True)", head)) == {
        "verbose_name": "n", "max_length": 3, "null": True, "unique": True, "db_collation": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("helper", "call", "expected"),
    [
        ("def h(): return models.IntegerField(null=True)", "h()", {"null": True}),
        ("def h(null=False): return models.IntegerField(null=null)", "h(null=True)", {"null": True}),
        ("def h(null=False): return models.IntegerField(null=null)", "h(True)", {"null": True}),
        ("def h(required): return models.IntegerField(null=not required)", "h(True)", None),
        ("def h(**kw):\n    kw.setdefault('null', True)\n    return models.IntegerField(**kw)", "h(unique=True)", {"null": True, "unique": True}),
        ("def g(**kw): return models.IntegerField(**kw)\ndef h(): return g(null=True)", "h()", {"null": True}),
    ],
)  # fmt: skip
def test_a_helper_that_makes_a_field_is_followed(helper, call, expected):
    field = only_field(call, helper)
    assert field.symbol.dotted == "django.db.models.fields.IntegerField"
    if expected is not None:
        assert arguments(field) == expected
    else:
        assert isinstance(field.arguments["null"].expr, ir.Op)


def test_helpers_that_call_each_other_make_no_field():
    assert only_field("h()", "def g(): return h()\ndef h(): return g()\n") is None


QS = "class Q(models.QuerySet): pass\nclass M(models.Manager): pass\nclass B(models.Manager.from_queryset(Q)): pass\nMade = M.from_queryset(Q)\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("models.Manager()", [("x", "django.db.models.manager.Manager", None)]),
        ("M()", [("x", "m.M", None)]),
        ("B()", [("x", "m.B", "m.Q")]),
        ("Made()", [("x", "m.M", "m.Q")]),
        ("M.from_queryset(Q)()", [("x", "m.M", "m.Q")]),
        ("Q.as_manager()", [("x", "django.db.models.manager.Manager", "m.Q")]),
        ("M", []),
        ("Q()", []),
        ("M.as_manager()", []),
        ("models.CharField()", []),
    ],
)
def test_managers(value, expected):
    names, symbol = symbol_of(f"{QS}class K(models.Model):\n    x = {value}\n")
    names.calls = Calls(names, (), "auth.User", lambda _: None)
    assert [(one.name, one.type, one.queryset) for one in declared_managers(names, symbol)] == expected
