from __future__ import annotations

import pytest

from orm_lint.project.contexts import Context, find_contexts

MANAGE = 'import os\ndef main():\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n'


def contexts(plant, files, declared=None):
    project = plant(files)
    return find_contexts(project.files, project.read_text, declared)


def only(plant, files, declared=None) -> Context:
    (context,) = contexts(plant, files, declared)
    return context


def said(plant, files, declared=None):
    context = only(plant, {"site/settings.py": "", **files}, declared)
    return context.settings_module, context.origin


def test_settings_of_manage(plant):
    assert said(plant, {"manage.py": MANAGE}) == ("site.settings", "manage.py")


@pytest.mark.parametrize(
    "lines",
    [
        'os.environ["DJANGO_SETTINGS_MODULE"] = "site.settings"',
        'NAME = "site"\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", f"{NAME}.settings")',
        'NAME = "site"\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "%s.settings" % NAME)',
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", os.environ.get("S") or "site.settings")',
        'if not os.getenv("A"):\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")',
    ],
)
def test_ways_to_name_the_settings(plant, lines):
    assert said(plant, {"manage.py": f"import os\n{lines}\n"}) == ("site.settings", "manage.py")


def test_settings_of_tests_yield_to_others_in_manage(plant):
    text = """
        import os, sys
        if "test" in sys.argv:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.test")
        else:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.latest")
    """
    context = only(plant, {"manage.py": text, "site/test.py": "", "site/latest.py": ""})
    assert (context.settings_module, context.production_settings) == ("site.latest", "site.latest")


def test_declared_settings_win(plant):
    files = {"manage.py": MANAGE, "site/own.py": ""}
    assert said(plant, files, "site.own") == ("site.own", "configuration")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", '[tool.django-stubs]\ndjango_settings_module = "site.other"\n'),
        ("mypy.ini", "[mypy.plugins.django-stubs]\ndjango_settings_module = site.other\n"),
        ("setup.cfg", '[mypy.plugins.django-stubs]\ndjango_settings_module = "site.other"\n'),
        ("pytest.ini", "[pytest]\nDJANGO_SETTINGS_MODULE = site.other\n"),
        ("setup.cfg", "[tool:pytest]\nDJANGO_SETTINGS_MODULE = site.other\n"),
        ("tox.ini", "[pytest]\nDJANGO_SETTINGS_MODULE = site.other\n"),
        ("pyproject.toml", '[tool.pytest.ini_options]\nDJANGO_SETTINGS_MODULE = "site.other"\n'),
        ("pyproject.toml", '[tool.pytest.ini_options]\naddopts = "-q --ds=site.other"\n'),
    ],
)
def test_tools_that_name_the_settings(plant, path, text):
    files = {"manage.py": MANAGE, "site/other.py": "", path: text}
    assert said(plant, files) == ("site.other", path)


def test_type_checker_is_asked_before_pytest(plant):
    files = {
        "site/a.py": "",
        "site/b.py": "",
        "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = site.a\n",
        "mypy.ini": "[mypy.plugins.django-stubs]\ndjango_settings_module = site.b\n",
    }
    assert said(plant, files) == ("site.b", "mypy.ini")


def test_settings_that_are_no_file_are_passed_over(plant):
    files = {"manage.py": MANAGE, "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = gone.settings\n"}
    assert said(plant, files) == ("site.settings", "manage.py")


def test_settings_that_nobody_finds_are_still_named(plant):
    assert only(plant, {"manage.py": MANAGE}).settings_module == "site.settings"


@pytest.mark.parametrize("broken", ["[tool", "x = \x00\n", "[pytest\nDJANGO_SETTINGS_MODULE = a\n"])
def test_broken_files_of_other_tools_say_nothing(plant, broken):
    files = {"manage.py": MANAGE, "pyproject.toml": broken, "pytest.ini": broken, "setup.cfg": broken}
    assert said(plant, files) == ("site.settings", "manage.py")


def test_script_that_does_not_parse_says_nothing(plant):
    context = only(plant, {"manage.py": "def (\n"})
    assert (context.folder, context.settings_module, context.origin) == ("", None, None)


def test_server_settings_are_those_of_production(plant):
    files = {
        "manage.py": MANAGE,
        "site/settings.py": "",
        "site/production.py": "",
        "site/wsgi.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.production")\n',
    }
    context = only(plant, files)
    assert (context.settings_module, context.production_settings) == ("site.settings", "site.production")


def test_settings_of_tests_are_never_those_of_production(plant):
    context = only(
        plant, {"manage.py": MANAGE.replace("site.settings", "site.tests.settings"), "site/tests/settings.py": ""}
    )
    assert (context.settings_module, context.production_settings) == ("site.tests.settings", None)


def test_reusable_app_has_one_context_at_the_root(plant):
    files = {
        "src/app/models.py": "",
        "tox.ini": "[testenv]\nsetenv =\n  DJANGO_SETTINGS_MODULE = tests.conf\n",
        "tests/conf.py": "",
    }
    context = only(plant, files)
    assert (context.folder, context.settings_module, context.origin) == ("", "tests.conf", "tox.ini")
    assert context.source_roots == ("", "src")


def test_any_other_file_that_sets_the_variable(plant):
    text = 'import os\ndef pytest_configure():\n    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.conf"\n'
    context = only(plant, {"app/models.py": "", "tests/conftest.py": text, "tests/conf.py": ""})
    assert (context.settings_module, context.origin) == ("tests.conf", "tests/conftest.py")


def test_file_that_is_called_settings_is_the_last_guess(plant):
    context = only(plant, {"manage.py": "", "shop/core/settings.py": ""})
    assert (context.settings_module, context.origin) == ("shop.core.settings", "shop/core/settings.py")


def test_one_context_for_each_manage(plant):
    files = {
        "manage.py": MANAGE,
        "site/settings.py": "",
        "tools/manage.py": MANAGE.replace("site.settings", "tool_settings"),
        "tools/tool_settings.py": "",
    }
    root, tools = contexts(plant, files)
    assert (root.folder, root.settings_module) == ("", "site.settings")
    assert (tools.folder, tools.settings_module) == ("tools", "tool_settings")
    assert [root.owns(path) for path in ("site/a.py", "tools/a.py", "tools/deep/a.py")] == [True, False, False]
    assert [tools.owns(path) for path in ("site/a.py", "tools/a.py", "tools/deep/a.py")] == [False, True, True]


def test_files_under_no_manage_belong_to_every_context(plant):
    one, two = contexts(plant, {"one/manage.py": MANAGE, "two/manage.py": MANAGE, "shared/models.py": ""})
    assert [one.owns("shared/models.py"), two.owns("shared/models.py")] == [True, True]
    assert [one.owns("one/a.py"), two.owns("one/a.py")] == [True, False]


def test_each_context_takes_the_settings_that_it_can_import(plant):
    files = {
        "one/manage.py": "import os\n",
        "one/a/settings.py": "",
        "two/manage.py": MANAGE,
        "two/site/settings.py": "",
        "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = a.settings\n",
        "two/pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = site.settings\n",
    }
    assert [context.settings_module for context in contexts(plant, files)] == ["a.settings", "site.settings"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("conf/project_template/manage.py", MANAGE),
        ("{{cookiecutter.slug}}/manage.py", MANAGE),
        ("x/manage.py", 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "{{ name }}.settings")\n'),
        ("x/manage.py", "from flask_script import Manager\n"),
    ],
)
def test_manage_that_is_no_django_project(plant, path, text):
    assert [context.folder for context in contexts(plant, {path: text})] == [""]


def test_import_paths(plant):
    text = """
        import os, sys
        from pathlib import Path
        HERE = Path(__file__).resolve().parent
        if __name__ == "__main__":
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
            sys.path.insert(0, str(HERE / "apps"))
            sys.path.append(os.path.join(os.path.dirname(__file__), "..", "libs"))
            sys.path.append("/usr/lib")
            sys.path.append("local")
    """
    files = {
        "web/manage.py": text,
        "web/apps/a/models.py": "",
        "libs/b/models.py": "",
        "web/src/c/models.py": "",
        "web/local/d.py": "",
        "web/site/settings.py": "",
        "lib/e.py": "",
        "pytest.ini": "[pytest]\npythonpath = lib\n",
    }
    assert only(plant, files).source_roots == ("web", "web/apps", "libs", "web/local", "web/src", "lib", "")


def test_folder_of_settings_that_no_root_reaches_becomes_one(plant):
    files = {"manage.py": MANAGE.replace("site.settings", "nautical"), "development/nautical.py": ""}
    assert only(plant, files).source_roots == ("", "development")


def test_configuration_class(plant):
    text = MANAGE + '    os.environ.setdefault("DJANGO_CONFIGURATION", "Dev")\n'
    assert only(plant, {"manage.py": text, "site/settings.py": ""}).configuration == "Dev"


def test_production_settings_beside_those_of_developers(plant):
    files = {"manage.py": MANAGE.replace("site.settings", "site.local"), "site/local.py": "", "site/production.py": ""}
    context = only(plant, files)
    assert (context.settings_module, context.production_settings) == ("site.local", "site.production")


def test_settings_of_developers_are_those_of_production_if_there_are_no_others(plant):
    context = only(plant, {"manage.py": MANAGE.replace("site.settings", "site.local"), "site/local.py": ""})
    assert context.production_settings == "site.local"
