from __future__ import annotations

from orm_lint.project.settings import read_apps, read_settings, stated_label
from orm_lint.project.values import UNKNOWN, Alternatives


def settings_of(project, name="conf.settings", configuration=None):
    return read_settings(project.evaluator, name, configuration)


def apps_of(project, name="conf.settings"):
    return read_apps(project.evaluator, settings_of(project, name))


def config(name, *lines):
    body = "".join(f"    {line}\n" for line in lines)
    return f"from django.apps import AppConfig\nclass {name}(AppConfig):\n{body}"


def test_settings_over_several_files_point_at_the_last_assignment(plant):
    project = plant(
        {
            "conf/__init__.py": "",
            "conf/base.py": "INSTALLED_APPS = ['a']\nAUTH_USER_MODEL = 'people.User'\nCONN = 0\nlower = 1\n",
            "conf/mid.py": "from .base import *\nCONN = 5\n",
            "conf/settings.py": "from conf.mid import *\n\nINSTALLED_APPS += ['b']\n",
        }
    )
    found = settings_of(project)
    assert sorted(found.values) == ["AUTH_USER_MODEL", "CONN", "INSTALLED_APPS"]
    assert found.installed_apps == ("a", "b")
    assert found.auth_user_model == "people.User"
    places = {name: (setting.module.path, setting.line) for name, setting in found.values.items()}
    assert places == {
        "AUTH_USER_MODEL": ("conf/base.py", 2),
        "CONN": ("conf/mid.py", 2),
        "INSTALLED_APPS": ("conf/settings.py", 3),
    }


def test_defaults_where_the_settings_say_nothing(plant):
    found = settings_of(plant({"conf/settings.py": "X = 1\n"}))
    assert found.installed_apps == ()
    assert found.auth_user_model == "auth.User"
    assert found.default_auto_field is None
    assert found.databases == ()


def test_module_that_is_not_there(plant):
    project = plant({"a.py": ""})
    assert settings_of(project).module is None
    assert settings_of(project, None).values == {}
    assert apps_of(project) == ()


def test_partial_setting(plant):
    found = settings_of(plant({"conf/settings.py": "A = ['x', y]\nB = ['x']\nC = f()\n"}))
    assert {name: setting.is_partial for name, setting in found.values.items()} == {"A": True, "B": False, "C": True}


def test_user_model_that_depends(plant):
    text = "import os\nif os.getenv('A'):\n    AUTH_USER_MODEL = 'a.User'\nelse:\n    AUTH_USER_MODEL = 'b.User'\n"
    found = settings_of(plant({"conf/settings.py": text}))
    assert found.values["AUTH_USER_MODEL"].value == Alternatives(("b.User", "a.User"))
    assert found.auth_user_model == "b.User"


def test_databases_with_their_alternatives(plant):
    text = "import os\nDATABASES = {'default': {'A': 1}}\nif os.getenv('A'):\n    DATABASES['default']['B'] = 2\n"
    first, second = settings_of(plant({"conf/settings.py": text})).databases
    assert first.get("default").get("B") is None
    assert second.get("default").get("B") == 2


def test_split_settings_run_in_one_namespace(plant):
    project = plant(
        {
            "conf/settings/__init__.py": """
                from split_settings.tools import include, optional
                include("base.py", "parts/*.py", optional("missing.py"), optional("settings.dist.py"))
            """,
            "conf/settings/base.py": "INSTALLED_APPS = ['a']\n",
            "conf/settings/parts/one.py": "INSTALLED_APPS += ['b']\n",
            "conf/settings/parts/two.py": "INSTALLED_APPS += ['c']\n",
            "conf/settings/settings.dist.py": "INSTALLED_APPS += ['d']\n",
        }
    )
    found = settings_of(project)
    assert found.installed_apps == ("a", "b", "c", "d")
    assert found.values["INSTALLED_APPS"].module.path == "conf/settings/settings.dist.py"


CONFIGURATIONS = """
    from configurations import Configuration, values
    class Base(Configuration):
        INSTALLED_APPS = ["a"]
        SIZE = 1
    class Dev(Base):
        INSTALLED_APPS = Base.INSTALLED_APPS + ["toolbar"]
    class Production(Base):
        SIZE = 2
        @property
        def LIMIT(self):
            return self.SIZE + 1
    class Test(Base):
        SIZE = 3
"""


def test_class_of_django_configurations(plant):
    project = plant({"conf/settings.py": CONFIGURATIONS})
    found = settings_of(project)
    assert found.installed_apps == ("a",)
    assert found.values["SIZE"].value == 2
    assert found.values["LIMIT"].value == 3


def test_named_class_of_django_configurations(plant):
    found = settings_of(plant({"conf/settings.py": CONFIGURATIONS}), configuration="Dev")
    assert found.installed_apps == ("a", "toolbar")


def test_class_that_loads_itself_into_the_module(plant):
    project = plant(
        {
            "conf/base.py": """
                class Settings:
                    @classmethod
                    def load_settings(cls, name): ...
                class Base(Settings):
                    DEBUG = True
                    @property
                    def INSTALLED_APPS(self):
                        apps = ["a"]
                        if self.DEBUG:
                            apps.append("b")
                        return apps
            """,
            "conf/settings.py": """
                from .base import Base
                class Site(Base):
                    @property
                    def INSTALLED_APPS(self):
                        return super().INSTALLED_APPS + ["c"]
                Site.load_settings(__name__)
            """,
        }
    )
    assert settings_of(project).installed_apps == ("a", "b", "c")


def test_app_without_config(plant):
    (app,) = apps_of(plant({"conf/settings.py": "INSTALLED_APPS = ['shop.ads']\n", "shop/ads/__init__.py": ""}))
    assert (app.name, app.label, app.path, app.models_module, app.config) == (
        "shop.ads",
        "ads",
        "shop/ads",
        "models",
        None,
    )


def test_app_named_by_its_config_with_inherited_label(plant):
    project = plant(
        {
            "conf/settings.py": "INSTALLED_APPS = ['shop.apps.AdsConfig']\n",
            "shop/__init__.py": "",
            "shop/apps.py": config("Base", "label = 'classified'", "default_auto_field = 'x.Big'")
            + "PREFIX = 'shop'\nclass AdsConfig(Base):\n    name = PREFIX + '.ads'\n",
            "shop/ads/__init__.py": "",
        }
    )
    (app,) = apps_of(project)
    assert (app.name, app.label, app.path, app.default_auto_field) == ("shop.ads", "classified", "shop/ads", "x.Big")
    assert app.config.qualname == "AdsConfig"


def test_only_config_of_a_package_is_taken(plant):
    project = plant(
        {
            "conf/settings.py": "INSTALLED_APPS = ['shop']\n",
            "shop/__init__.py": "",
            "shop/apps.py": config("ShopConfig", "name = 'shop'", "label = 'store'"),
        }
    )
    assert [app.label for app in apps_of(project)] == ["store"]


def test_default_config_among_several(plant):
    project = plant(
        {
            "conf/settings.py": "INSTALLED_APPS = ['shop']\n",
            "shop/__init__.py": "",
            "shop/apps.py": config("A", "name = 'shop'", "label = 'a'")
            + "class B(AppConfig):\n    name = 'shop'\n    label = 'b'\n    default = True\n",
        }
    )
    assert [app.label for app in apps_of(project)] == ["b"]


def test_several_configs_of_which_none_is_default(plant):
    project = plant(
        {
            "conf/settings.py": "INSTALLED_APPS = ['shop']\n",
            "shop/__init__.py": "",
            "shop/apps.py": config("A", "name = 'shop'", "label = 'a'") + "class B(AppConfig):\n    name = 'shop'\n",
        }
    )
    assert [(app.label, app.config) for app in apps_of(project)] == [("shop", None)]


def test_config_that_says_default_false_is_left_out(plant):
    project = plant(
        {
            "conf/settings.py": "INSTALLED_APPS = ['shop']\n",
            "shop/__init__.py": "",
            "shop/apps.py": config("Base", "label = 'base'", "default = False")
            + "class Own(AppConfig):\n    name = 'shop'\n    label = 'own'\n",
        }
    )
    assert [app.label for app in apps_of(project)] == ["own"]


def test_the_label_that_a_package_would_be_installed_with(plant):
    project = plant(
        {
            "shop/__init__.py": "",
            "shop/apps.py": config("ShopConfig", "name = 'shop'", "label = 'store'"),
            "plain/__init__.py": "",
            "plain/apps.py": config("PlainConfig", "name = 'plain'"),
        }
    )
    found = [stated_label(project.evaluator, name) for name in ("shop", "plain", "nowhere")]
    assert found == ["store", None, None]


def test_apps_that_cannot_be_looked_at(plant):
    text = (
        "INSTALLED_APPS = ['django.contrib.auth', 'grappelli.apps.GrappelliConfig', 'x.Thing', 'django.contrib.auth']\n"
    )
    apps = apps_of(plant({"conf/settings.py": text}))
    assert [(app.name, app.label, app.path) for app in apps] == [
        ("django.contrib.auth", "auth", None),
        ("grappelli", "grappelli", None),
        ("x", "x", None),
    ]


def test_unknown_entries_are_left_out(plant):
    found = settings_of(plant({"conf/settings.py": "INSTALLED_APPS = ['a', *f(), g(), 'b']\n"}))
    assert found.installed_apps == ("a", "b")
    assert found.values["INSTALLED_APPS"].value.items[1] is not UNKNOWN
