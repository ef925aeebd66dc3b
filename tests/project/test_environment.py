"""The project's environment: where it is found, and what is read of it."""

from __future__ import annotations

import pytest

from orm_lint.errors import ConfigError
from orm_lint.ir import nodes as ir
from orm_lint.project.environment import Environment, find_environment


def site_packages(environment, python="python3.12"):
    folder = environment / "lib" / python / "site-packages"
    folder.mkdir(parents=True)
    return folder


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_no_environment_anywhere(tmp_path):
    assert find_environment(tmp_path, None, {}) is None


@pytest.mark.parametrize("name", [".venv", "venv"])
def test_an_environment_in_the_root(tmp_path, name):
    expected = site_packages(tmp_path / name)
    assert find_environment(tmp_path, None, {}) == expected


def test_a_hidden_environment_comes_before_a_plain_one(tmp_path):
    site_packages(tmp_path / "venv")
    expected = site_packages(tmp_path / ".venv")
    assert find_environment(tmp_path, None, {}) == expected


def test_the_activated_environment_comes_before_those_in_the_root(tmp_path):
    site_packages(tmp_path / ".venv")
    expected = site_packages(tmp_path / "elsewhere")
    assert find_environment(tmp_path, None, {"VIRTUAL_ENV": str(tmp_path / "elsewhere")}) == expected


def test_an_activated_environment_that_is_gone_yields_to_the_root(tmp_path):
    expected = site_packages(tmp_path / ".venv")
    assert find_environment(tmp_path, None, {"VIRTUAL_ENV": str(tmp_path / "gone")}) == expected


def test_the_setting_is_relative_to_the_root_and_outranks_all(tmp_path):
    site_packages(tmp_path / ".venv")
    site_packages(tmp_path / "active")
    expected = site_packages(tmp_path / "envs" / "main")
    assert find_environment(tmp_path, "envs/main", {"VIRTUAL_ENV": str(tmp_path / "active")}) == expected


def test_the_setting_may_name_the_site_packages_folder(tmp_path):
    expected = site_packages(tmp_path / "env")
    assert find_environment(tmp_path, str(expected), {}) == expected


def test_a_setting_that_names_no_environment_is_the_users_error(tmp_path):
    site_packages(tmp_path / ".venv")
    with pytest.raises(ConfigError) as caught:
        find_environment(tmp_path, "nowhere", {})
    assert str(caught.value) == "python-environment: nowhere: no Python environment is there"


def test_a_setting_with_a_null_byte_is_the_users_error(tmp_path):
    with pytest.raises(ConfigError):
        find_environment(tmp_path, "a\0b", {})


def test_the_newest_python_of_an_environment_by_number(tmp_path):
    site_packages(tmp_path / ".venv", "python3.9")
    expected = site_packages(tmp_path / ".venv", "python3.11")
    assert find_environment(tmp_path, None, {}) == expected


def test_the_layout_of_windows(tmp_path):
    expected = tmp_path / ".venv" / "Lib" / "site-packages"
    expected.mkdir(parents=True)
    assert find_environment(tmp_path, None, {}) == expected


def test_a_module_and_its_package(tmp_path):
    write(tmp_path, "money/__init__.py", "")
    write(tmp_path, "money/fields.py", "\nclass MoneyField:\n    pass\n")
    environment = Environment(tmp_path, frozenset())
    package, module = environment.find("money"), environment.find("money.fields")
    assert (package.path, package.is_package, package.evidence) == (
        "<environment>/money/__init__.py",
        True,
        "environment",
    )
    assert (module.path, module.is_package, module.evidence) == ("<environment>/money/fields.py", False, "environment")
    (found,) = module.bindings.names["MoneyField"]
    assert isinstance(found, ir.Class) and module.line_of(found.at) == 2


def test_a_package_wins_over_a_module_of_the_same_name(tmp_path):
    write(tmp_path, "money/__init__.py", "")
    write(tmp_path, "money.py", "")
    assert Environment(tmp_path, frozenset()).find("money").is_package


def test_a_package_without_init_binds_nothing(tmp_path):
    write(tmp_path, "space/part.py", "")
    environment = Environment(tmp_path, frozenset())
    found = environment.find("space")
    assert (found.path, found.evidence, found.bindings.names) == ("<environment>/space", "environment", {})
    assert environment.find("space.part").path == "<environment>/space/part.py"


def test_a_body_is_lowered_from_the_file_when_asked_for(tmp_path):
    write(tmp_path, "money.py", "def pay():\n    return 1\n")
    module = Environment(tmp_path, frozenset()).find("money")
    (function,) = module.bindings.names["pay"]
    (statement,) = module.whole(function).body
    assert isinstance(statement, ir.Return) and statement.value.value == 1


def test_a_body_whose_file_changed_or_went_is_empty(tmp_path):
    write(tmp_path, "money.py", "def pay():\n    return 1\n")
    module = Environment(tmp_path, frozenset()).find("money")
    (function,) = module.bindings.names["pay"]
    write(tmp_path, "money.py", "class Pay:\n    pass\n")
    assert module.whole(function).body == ()
    (tmp_path / "money.py").unlink()
    assert module.whole(function).body == ()


def test_known_packages_are_left_alone(tmp_path):
    write(tmp_path, "django/__init__.py", "")
    write(tmp_path, "django/db.py", "")
    environment = Environment(tmp_path, frozenset({"django"}))
    assert environment.find("django") is None
    assert environment.find("django.db") is None


@pytest.mark.parametrize("text", [b"def broken(:\n", b"\xff\xfe\x00", b"# coding: no-such\n", b"x = '\0'\n"])
def test_an_unreadable_module_is_not_found(tmp_path, text):
    (tmp_path / "money.py").write_bytes(text)
    assert Environment(tmp_path, frozenset()).find("money") is None


@pytest.mark.parametrize("name", ["", ".", "..", "money..fields", "../secret", "a/b", "a\0b", "absent"])
def test_names_that_name_nothing(tmp_path, name):
    root = tmp_path / "inner"
    root.mkdir()
    write(tmp_path, "secret.py", "")
    assert Environment(root, frozenset()).find(name) is None


def test_a_file_is_read_once(tmp_path):
    write(tmp_path, "money.py", "")
    environment = Environment(tmp_path, frozenset())
    found = environment.find("money")
    (tmp_path / "money.py").unlink()
    assert environment.find("money") is found


def test_folders_in_pth_files_are_followed_and_code_is_not_run(tmp_path):
    site, source, ran = tmp_path / "site", tmp_path / "source", tmp_path / "ran"
    write(source, "editable.py", "")
    write(
        site,
        "editable.pth",
        f"# a comment\nimport pathlib; pathlib.Path({str(ran)!r}).touch()\n\n/no/such/folder\n{source}\n",
    )
    assert Environment(site, frozenset()).find("editable").path == "<environment>/editable.py"
    assert not ran.exists()


def test_a_pth_entry_is_relative_to_site_packages(tmp_path):
    write(tmp_path, "site/more.pth", "../source\n")
    write(tmp_path, "source/editable.py", "")
    assert Environment(tmp_path / "site", frozenset()).find("editable") is not None


def test_site_packages_comes_before_pth_folders(tmp_path):
    write(tmp_path, "site/more.pth", "../source\n")
    write(tmp_path, "site/twice.py", "here = 1\n")
    write(tmp_path, "source/twice.py", "there = 1\n")
    assert list(Environment(tmp_path / "site", frozenset()).find("twice").bindings.names) == ["here"]


def test_a_pth_file_that_is_no_text_is_ignored(tmp_path):
    (tmp_path / "bad.pth").write_bytes(b"\xff\xfe\n")
    write(tmp_path, "money.py", "")
    assert Environment(tmp_path, frozenset()).find("money") is not None
