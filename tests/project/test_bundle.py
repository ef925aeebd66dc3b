"""The bundle: which version answers, what a module looks like, what happens to damaged data, and the data that ships."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from orm_lint.errors import OrmLintError
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import summarize
from orm_lint.project.bundle import CATALOGUE, DATA, Bundle, Listed, nearest
from orm_lint.project.bundle_file import SUFFIX, BundleFile, packed
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol

OLD = b"""\
from django.db import models


class Coin(models.Model):
    name = models.TextField()
"""
NEW = b"""\
from django.db import models


class Purse(models.Model):
    \"\"\"Holds coins.\"\"\"

    def __init__(self):
        self.coins = []


class Coin(models.Model):
    name = models.TextField(
        null=True,
    )
"""


@pytest.fixture
def folder(tmp_path):
    """A bundle of one distribution in two versions; `money.rates` exists in the new one only."""
    modules = {
        "money/__init__": (summarize(b""), summarize(b"")),
        "money/models": (summarize(OLD), summarize(NEW)),
        "money/rates": (None, summarize(b"RATE = 2\n")),
    }
    (tmp_path / f"py-money{SUFFIX}").write_bytes(packed(("1.4.2", "2.0"), modules))
    listed = {"py-money": Listed(("money",), ("1.4.2", "2.0"))}
    (tmp_path / CATALOGUE).write_bytes(msgspec.msgpack.encode(listed))
    return tmp_path


def lines(module):
    """The lines of what a module binds, by name."""
    return {
        name: module.line_of(found[-1].at) for name, found in module.bindings.names.items() if hasattr(found[-1], "at")
    }


def shape(value):
    """Nodes without places and extents."""
    if isinstance(value, tuple):
        return tuple(map(shape, value))
    if isinstance(value, ir.Node):
        dropped = ("at", "extent")
        kept = [shape(getattr(value, name)) for name in value.__struct_fields__ if name not in dropped]
        return (type(value).__name__, *kept)
    return value


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (None, "6.1.3"),
        ("", "6.1.3"),
        ("latest", "6.1.3"),
        ("5.2.19", "5.2.19"),
        ("5.2.1", "5.2.19"),
        ("5.2", "5.2.19"),
        ("6.0a1", "6.0.10"),
        ("5.1.4", "4.2.30"),
        ("5", "4.2.30"),
        ("3.2.25", "4.2.30"),
        ("7.0", "6.1.3"),
        ("6.10", "6.1.3"),
        ("9" * 5000, "6.1.3"),
    ],
)
def test_the_nearest_version(wanted, chosen):
    versions = ("4.2.30", "5.2.19", "6.0.10", "6.1.3")
    assert versions[nearest(wanted, versions)] == chosen


def test_the_newest_of_several_with_the_same_minor_version():
    assert nearest("2.0.1", ("1.0", "2.0.1", "2.0.9", "3.0")) == 2


def test_the_version_that_a_project_pins_answers(folder):
    assert Bundle({"py-money": "1.4.0"}, None, folder).find("money.models").path == "py-money-1.4.2/money/models.py"
    assert Bundle({"py-money": "2.0.7"}, None, folder).find("money.models").path == "py-money-2.0/money/models.py"


def test_names_of_distributions_are_compared_in_their_normal_form(folder):
    assert Bundle({"Py_Money": "1.4"}, None, folder).version("money") == "1.4.2"


def test_the_newest_version_answers_a_project_that_pins_none(folder):
    assert Bundle({}, None, folder).version("money") == "2.0"


def test_a_module_and_its_package(folder):
    bundle = Bundle({}, None, folder)
    package, module = bundle.find("money"), bundle.find("money.models")
    assert (package.name, package.path, package.is_package) == ("money", "py-money-2.0/money/__init__.py", True)
    assert (module.name, module.is_package, module.evidence) == ("money.models", False, "bundle")


def test_nodes_come_back_as_they_were(folder):
    module = Bundle({}, None, folder).find("money.models")
    assert shape(module.summary.body) == shape(summarize(NEW).body)


def test_every_version_has_its_own_lines(folder):
    assert lines(Bundle({"py-money": "1.4"}, None, folder).find("money.models")) == {"Coin": 4}
    new = Bundle({}, None, folder).find("money.models")
    assert lines(new) == {"Purse": 4, "Coin": 11}
    assert [new.line_of(field.at) for field in new.summary.body[-1].body] == [12]


def test_a_module_that_the_version_lacks(folder):
    assert Bundle({}, None, folder).find("money.rates") is not None
    assert Bundle({"py-money": "1.4"}, None, folder).find("money.rates") is None


@pytest.mark.parametrize("name", ["", ".", "money.", "money.absent", "monkey", "money/models", "shop.money"])
def test_names_that_name_nothing(folder, name):
    assert Bundle({}, None, folder).find(name) is None


def test_a_module_is_decoded_once(folder):
    bundle = Bundle({}, None, folder)
    assert bundle.find("money.models") is bundle.find("money.models")


def test_the_modules_of_a_package(folder):
    assert list(Bundle({}, None, folder).modules("money")) == ["money", "money.models", "money.rates"]
    assert list(Bundle({"py-money": "1.4"}, None, folder).modules("money")) == ["money", "money.models"]
    assert list(Bundle({}, None, folder).modules("money.models")) == ["money.models"]
    assert list(Bundle({}, None, folder).modules("money.mod")) == []
    assert list(Bundle({}, None, folder).modules("absent")) == []


def test_top_level_packages(folder):
    assert Bundle({}, None, folder).packages == {"money"}
    assert Bundle({}, None, folder).version("monkey") is None


def test_a_body_that_was_left_out_is_empty(folder):
    module = Bundle({}, None, folder).find("money.models")
    assert module.whole(module.summary.body[1].body[0]).body == ()


def test_equal_input_gives_equal_bytes():
    modules = {"b": (summarize(NEW),), "a": (summarize(OLD),)}
    assert packed(("1",), modules) == packed(("1",), dict(reversed(modules.items())))


def test_what_versions_share_is_stored_once():
    body = b"class A:\n" + b"".join(b"    field_%d = make(%d)\n" % (number * 7919, number) for number in range(500))
    one = len(packed(("1",), {"a": (summarize(body),)}))
    moved = packed(("1", "2"), {"a": (summarize(body), summarize(b"\n\n\n" + body))})
    assert len(moved) - one < 60


def test_steps_back_between_lines_survive(tmp_path):
    """A decorator stands before the name of its function, a comprehension's element before its clauses."""
    text = b"\n\n@decorated(\n    1,\n)\ndef f(): pass\n"
    path = tmp_path / f"a{SUFFIX}"
    path.write_bytes(packed(("1",), {"a": (summarize(text),)}))
    summary = BundleFile.read(path).summary("a", 0)
    (function,) = summary.body
    (decorator,) = function.decorators
    assert (summary.line_of(function.at), summary.line_of(decorator.at)) == (6, 3)


def test_small_numbers_are_no_marks(tmp_path):
    summary = summarize(b"x = [193, 193, 193.5]\n")
    path = tmp_path / f"a{SUFFIX}"
    path.write_bytes(packed(("1",), {"a": (summary,)}))
    assert shape(BundleFile.read(path).summary("a", 0).body) == shape(summary.body)


def test_a_constant_that_looks_like_a_mark_is_refused():
    with pytest.raises(ValueError, match="a holds a constant that looks like the mark of a place"):
        packed(("1",), {"a": (summarize(b"x = %d\n" % 0xC1C1),)})


def test_absent_data_says_what_to_do(tmp_path):
    with pytest.raises(OrmLintError, match=r"the bundled knowledge of catalogue is damaged .* install orm-lint again"):
        Bundle({}, None, tmp_path).find("django")


def test_a_damaged_catalogue(folder):
    (folder / CATALOGUE).write_bytes(b"\xc1")
    with pytest.raises(OrmLintError, match="the bundled knowledge of catalogue is damaged"):
        Bundle({}, None, folder).find("money")


@pytest.mark.parametrize("data", [b"", b"OLB1", b"OLB1\xff\xff\xff\xff", b"PK\x03\x04" * 40, b"OLB1\x02\x00\x00\x00xx"])
def test_a_file_that_is_no_bundle(folder, data):
    (folder / f"py-money{SUFFIX}").write_bytes(data)
    with pytest.raises(OrmLintError, match="the bundled knowledge of py-money is damaged"):
        Bundle({}, None, folder).find("money")


def test_every_damaged_byte_is_noticed_or_harmless(folder):
    """Nothing but OrmLintError leaves the reader, whichever byte is wrong."""
    path = folder / f"py-money{SUFFIX}"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        try:
            Bundle({}, None, folder).find("money.models")
        except OrmLintError:
            continue


def read_all(folder):
    bundle = Bundle({}, None, folder)
    return [bundle.find(name) for name in ("money", "money.models", "money.rates")]


@pytest.mark.parametrize("missing", range(1, 400, 7))
def test_a_file_cut_short(folder, missing):
    path = folder / f"py-money{SUFFIX}"
    path.write_bytes(path.read_bytes()[:-missing])
    with pytest.raises(OrmLintError, match="the bundled knowledge of py-money is damaged"):
        read_all(folder)


# --- the data that ships ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue():
    return Bundle({}).catalogue


def test_all_data_together_is_small():
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 1_000_000


def test_importing_reads_nothing():
    program = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from orm_lint.project.bundle import Bundle; Bundle({'django': '5.2'}, (5, 2))\n"
        "print([path for path in opened if 'bundle_data' in path])\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_the_promised_packages_are_there(catalogue):
    assert Bundle({}).packages >= {
        "allauth", "django", "django_filters", "django_tables2", "guardian", "import_export", "modelcluster",
        "model_utils", "mptt", "oscar", "polymorphic", "rest_framework", "simple_history", "taggit", "treebeard",
        "wagtail",
    }  # fmt: skip
    assert [version.rpartition(".")[0] for version in catalogue["django"].versions] == ["4.2", "5.2", "6.0", "6.1"]


def test_every_module_of_every_version_can_be_read(catalogue):
    for name, listed in catalogue.items():
        file = BundleFile.read(DATA / f"{name}{SUFFIX}")
        assert file.index.versions == listed.versions
        for version in range(len(listed.versions)):
            assert any(file.summary(path, version) for path in file.index.entries)
            for path in file.index.entries:
                file.summary(path, version)


def test_every_package_has_the_packages_above_it(catalogue):
    bundle = Bundle({})
    for package in sorted(bundle.packages):
        for name in bundle.modules(package):
            parent = name.rpartition(".")[0]
            assert not parent or bundle.find(parent), name


@pytest.mark.parametrize("django", [(4, 2), (5, 2), (6, 0), (6, 1)])
@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("django.contrib.auth.models.User", "django.db.models.base.Model"),
        ("django.contrib.contenttypes.models.ContentType", "django.db.models.base.Model"),
        ("django.contrib.sessions.models.Session", "django.db.models.base.Model"),
        ("django.db.models.OneToOneField", "django.db.models.fields.Field"),
        ("django.contrib.postgres.fields.ArrayField", "django.db.models.fields.Field"),
        ("django.contrib.gis.db.models.PointField", "django.db.models.fields.Field"),
        ("django.contrib.auth.models.UserManager", "django.db.models.manager.Manager"),
        ("django.views.generic.ListView", "django.views.generic.base.View"),
        ("django.forms.ModelForm", "django.forms.forms.BaseForm"),
        ("django.contrib.admin.TabularInline", "django.contrib.admin.options.BaseModelAdmin"),
        ("taggit.managers.TaggableManager", "django.db.models.fields.related.RelatedField"),
        ("mptt.models.MPTTModel", "django.db.models.base.Model"),
        ("rest_framework.serializers.ModelSerializer", "rest_framework.fields.Field"),
        ("oscar.apps.catalogue.abstract_models.AbstractProduct", "django.db.models.base.Model"),
        ("wagtail.models.Page", "treebeard.mp_tree.MP_Node"),
        ("wagtail.models.Page", "django.db.models.base.Model"),
        ("wagtail.fields.StreamField", "django.db.models.fields.Field"),
        ("polymorphic.models.PolymorphicModel", "django.db.models.base.Model"),
        ("phonenumber_field.modelfields.PhoneNumberField", "django.db.models.fields.Field"),
        ("simple_history.models.HistoricForeignKey", "django.db.models.fields.related.ForeignKey"),
        ("model_utils.models.TimeStampedModel", "django.db.models.base.Model"),
        ("guardian.models.UserObjectPermission", "django.db.models.base.Model"),
        ("allauth.account.models.EmailAddress", "django.db.models.base.Model"),
    ],
)
def test_ancestry_resolves_inside_the_bundle(django, name, base):
    names = Names([Bundle({}, django)])
    symbol = names.follow(names.dotted(name))
    assert isinstance(symbol, ClassSymbol)
    assert base in [ancestor.dotted for ancestor in names.mro(symbol)]


@pytest.mark.parametrize("module", ["contrib/auth/models.py", "db/models/fields/__init__.py", "forms/models.py"])
def test_lines_are_those_of_the_text(tmp_path, module):
    text = (Path(importlib.util.find_spec("django").origin).parent / module).read_bytes()
    path = tmp_path / f"a{SUFFIX}"
    path.write_bytes(packed(("1",), {"a": (summarize(text),)}))
    summary = BundleFile.read(path).summary("a", 0)
    expected = {(node.name, node.lineno) for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}
    classes = {(node.name, summary.line_of(node.at)) for node in summary.body if isinstance(node, ir.Class)}
    assert classes == expected


def test_constructors_of_fields_keep_their_bodies():
    bundle = Bundle({})
    module = bundle.find("wagtail.fields")
    (field,) = module.bindings.names["StreamField"]
    constructor = next(found for found in field.body if isinstance(found, ir.Function) and found.name == "__init__")
    assert module.whole(constructor).body != ()
