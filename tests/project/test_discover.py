from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orm_lint.errors import ConfigError
from orm_lint.finding import Notice
from orm_lint.project.discover import FileTree, discover


def make(root: Path, *paths: str) -> Path:
    """Files below the root: empty ones by path; a path that ends in `/` is a folder."""
    for path in paths:
        place = root / path
        if path.endswith("/"):
            place.mkdir(parents=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("")
    return root


def write(root: Path, path: str, *lines: str) -> None:
    make(root, path)
    (root / path).write_text("\n".join(lines))


def test_a_project(tmp_path: Path) -> None:
    make(tmp_path, "manage.py", "shop/models.py", "shop/__init__.py", "shop/data.txt", "shop/a.pyc", "shop/b.pyi")
    tree = discover(tmp_path)
    assert tree == FileTree(
        root=tmp_path,
        linted=("manage.py", "shop/__init__.py", "shop/models.py"),
        silent=(),
        notices=(),
        files=frozenset({"manage.py", "shop/__init__.py", "shop/models.py"}),
    )


def test_paths_are_sorted_as_text(tmp_path: Path) -> None:
    make(tmp_path, "b.py", "a/c.py", "a-b/c.py", "a.py", "A.py")
    assert discover(tmp_path).linted == ("A.py", "a-b/c.py", "a.py", "a/c.py", "b.py")


def test_a_file_is_linted_silent_or_excluded(tmp_path: Path) -> None:
    make(tmp_path, "a.py", "tests/b.py", "node_modules/c.py")
    tree = discover(tmp_path)
    assert [tree.classify(path) for path in ("a.py", "tests/b.py", "node_modules/c.py", "absent.py")] == [
        "linted",
        "silent",
        "excluded",
        "excluded",
    ]
    assert "a.py" in tree
    assert "tests/b.py" in tree
    assert "node_modules/c.py" not in tree


@pytest.mark.parametrize(
    "folder",
    [
        ".git",
        ".hg",
        ".svn",
        ".tox",
        ".nox",
        ".mypy_cache",
        ".orm_lint_cache",
        ".venv",
        ".ci",
        "venv",
        "node_modules",
        "__pycache__",
        "site-packages",
        "shop.egg-info",
    ],
)
def test_folders_of_tools_are_not_walked(tmp_path: Path, folder: str) -> None:
    make(tmp_path, f"{folder}/a.py", f"shop/{folder}/b.py", "shop/c.py")
    assert discover(tmp_path).files == {"shop/c.py"}


def test_hidden_files_are_no_modules(tmp_path: Path) -> None:
    make(tmp_path, "._models.py", "models.py")
    (tmp_path / ".#models.py").symlink_to("models.py")
    assert discover(tmp_path).files == {"models.py"}


@pytest.mark.parametrize("sign", ["pyvenv.cfg", "conda-meta/"])
def test_an_environment_is_known_by_its_contents(tmp_path: Path, sign: str) -> None:
    make(tmp_path, "a.py", f"my-env/{sign}", "my-env/lib/b.py")
    assert discover(tmp_path).files == {"a.py"}


def test_a_root_that_is_an_environment_is_walked_all_the_same(tmp_path: Path) -> None:
    make(tmp_path, "pyvenv.cfg", "a.py", "lib/python3.11/site-packages/b.py")
    assert discover(tmp_path).files == {"a.py"}


def test_build_output_lies_at_the_top_or_beside_a_recipe(tmp_path: Path) -> None:
    make(
        tmp_path, "build/lib/a.py", "dist/b.py", "one/setup.py", "one/build/c.py", "two/pyproject.toml", "two/dist/d.py"
    )
    make(tmp_path, "shop/build/e.py", "shop/dist/f.py")
    assert discover(tmp_path).files == {"one/setup.py", "shop/build/e.py", "shop/dist/f.py"}


def test_a_package_that_is_called_build_is_code(tmp_path: Path) -> None:
    make(tmp_path, "build/__init__.py", "build/models.py")
    assert discover(tmp_path).linted == ("build/__init__.py", "build/models.py")


@pytest.mark.parametrize(
    "path",
    [
        "tests/a.py",
        "tests/models.py",
        "test/a.py",
        "testing/a.py",
        "unittests/a.py",
        "shop_tests/a.py",
        "shop/tests/deep/er.py",
        "shop/tests.py",
        "shop/test.py",
        "shop/test_models.py",
        "shop/models_test.py",
        "conftest.py",
    ],
)
def test_tests_are_silent(tmp_path: Path, path: str) -> None:
    make(tmp_path, path, "a.py")
    tree = discover(tmp_path)
    assert (tree.linted, tree.silent) == (("a.py",), (path,))


@pytest.mark.parametrize(
    "path", ["latest.py", "contest/a.py", "testimonials.py", "attest/models.py", "testplans/a.py", "my_conftest.py"]
)
def test_names_that_hold_the_word_test_are_no_tests(tmp_path: Path, path: str) -> None:
    assert discover(make(tmp_path, path)).linted == (path,)


@pytest.mark.parametrize("folder", ["vendor", "_vendor", "vendored", "third_party", "thirdparty", "extern"])
def test_vendored_code_is_silent(tmp_path: Path, folder: str) -> None:
    tree = discover(make(tmp_path, f"shop/{folder}/taggit/models.py", f"shop/{folder}/__init__.py"))
    assert tree.linted == ()
    assert tree.silent == (f"shop/{folder}/__init__.py", f"shop/{folder}/taggit/models.py")


@pytest.mark.parametrize("folder", ["vendor", "test", "testing", "blood_tests"])
@pytest.mark.parametrize("beside", ["apps.py", "admin.py", "migrations/0001_initial.py"])
def test_an_app_with_such_a_name_is_an_app(tmp_path: Path, folder: str, beside: str) -> None:
    make(tmp_path, f"{folder}/models.py", f"{folder}/{beside}", f"{folder}/views.py")
    assert {f"{folder}/models.py", f"{folder}/views.py"} <= set(discover(tmp_path).linted)


def test_an_app_in_a_folder_of_tests_is_a_test(tmp_path: Path) -> None:
    make(tmp_path, "tests/models.py", "tests/apps.py", "tests/shop/models.py", "tests/shop/apps.py")
    assert discover(tmp_path).linted == ()


def test_migrations_are_silent(tmp_path: Path) -> None:
    paths = (
        "new/migrations/__init__.py",
        "old/db_migrations/0001_initial.py",
        "shop/migrations/0001_initial.py",
        "shop/migrations/__init__.py",
        "shop/migrations/tasks/a.py",
    )
    tree = discover(make(tmp_path, *paths))
    assert (tree.linted, tree.silent) == ((), paths)


def test_folders_that_are_called_migrations_but_hold_none_are_code(tmp_path: Path) -> None:
    paths = ("birds/migrations/__init__.py", "birds/migrations/models.py", "data_migrations/__init__.py")
    assert discover(make(tmp_path, *paths)).linted == paths


def test_a_root_with_such_a_name_was_asked_for(tmp_path: Path) -> None:
    make(tmp_path, "tests/a.py")
    assert discover(tmp_path / "tests").linted == ("a.py",)


def test_gitignore_with_negation_and_nesting(tmp_path: Path) -> None:
    write(
        tmp_path,
        ".gitignore",
        "# comment",
        "local_*.py",
        "!local_models.py",
        "/data/",
        "gen/**",
        "!gen/keep.py",
        "trail.py  ",
    )
    write(tmp_path, "shop/.gitignore", "secret.py", "!local_x.py", "/only_here.py")
    make(tmp_path, "local_a.py", "local_models.py", "data/a.py", "gen/a.py", "gen/keep.py", "trail.py", "only_here.py")
    make(
        tmp_path,
        "shop/secret.py",
        "shop/local_x.py",
        "shop/data/a.py",
        "shop/only_here.py",
        "shop/sub/only_here.py",
        "secret.py",
    )
    assert discover(tmp_path).linted == (
        "gen/keep.py",
        "local_models.py",
        "only_here.py",
        "secret.py",
        "shop/data/a.py",
        "shop/local_x.py",
        "shop/sub/only_here.py",
    )


def test_nothing_below_an_ignored_folder_comes_back(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", "data/", "!data/keep.py")
    make(tmp_path, "data/keep.py", "a.py")
    assert discover(tmp_path).files == {"a.py"}


def test_a_gitignore_from_windows_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbfa.py\r\nb\r\n")
    make(tmp_path, "a.py", "b/x.py", "c.py")
    assert discover(tmp_path).files == {"c.py"}


def test_the_checkout_above_the_root_and_its_private_excludes_count(tmp_path: Path) -> None:
    write(tmp_path, ".git/info/exclude", "private.py")
    write(tmp_path, ".gitignore", "/src/shop/a.py", "b.py", "shop/c.py")
    write(tmp_path, "src/.gitignore", "!b.py", "shop/d.py")
    make(tmp_path, *(f"src/shop/{name}.py" for name in ("a", "b", "c", "d", "private")))
    assert discover(tmp_path / "src" / "shop").linted == ("b.py", "c.py")
    assert discover(tmp_path / "src").linted == ("shop/b.py", "shop/c.py")


def test_without_a_checkout_nothing_above_the_root_counts(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", "a.py")
    make(tmp_path, "shop/a.py")
    assert discover(tmp_path / "shop").linted == ("a.py",)


@pytest.mark.parametrize("pattern", ["shop", "/src/", "src/shop/", "*"])
def test_a_root_that_git_ignores_was_asked_for(tmp_path: Path, pattern: str) -> None:
    make(tmp_path, ".git/", "src/shop/a.py", "src/shop/b.py")
    write(tmp_path, ".gitignore", pattern, "b.py")
    assert discover(tmp_path / "src" / "shop").linted == ("a.py", "b.py")


def test_patterns_that_cannot_be_used_are_one_notice_each(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", "a.py", "*a*a*a*a*a*b", "!")
    tree = discover(make(tmp_path, "a.py", "a" * 200 + ".py", "b.py"))
    assert tree.linted == ("a" * 200 + ".py", "b.py")
    assert tree.notices == (
        Notice(".gitignore", 2, "'*a*a*a*a*a*b' is not a usable gitignore pattern"),
        Notice(".gitignore", 3, "'!' is not a usable gitignore pattern"),
    )


def test_a_gitignore_that_is_no_file_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitignore")
    make(tmp_path, "shop/.gitignore/", "shop/a.py")
    assert discover(tmp_path).files == {"shop/a.py"}


def test_exclude_and_extend_exclude_are_patterns_relative_to_the_root(tmp_path: Path) -> None:
    make(tmp_path, "a.py", "old/a.py", "shop/old/b.py", "shop/gen_a.py", "shop/deep/c.py", "deep/c.py")
    assert discover(tmp_path, ("/old/", "gen_*.py"), ("shop/deep",)).linted == ("a.py", "deep/c.py", "shop/old/b.py")


def test_a_later_pattern_brings_back_what_an_earlier_one_excluded(tmp_path: Path) -> None:
    make(tmp_path, "gen_a.py", "gen_b.py", "gen_c.py")
    assert discover(tmp_path, ("gen_*.py", "!gen_a.py"), ("!gen_b.py",)).linted == ("gen_a.py", "gen_b.py")


@pytest.mark.parametrize(("exclude", "extend", "key"), [(("!",), (), "exclude"), ((), ("a", "!"), "extend-exclude")])
def test_a_setting_that_is_no_pattern_is_an_error(
    tmp_path: Path, exclude: tuple[str, ...], extend: tuple[str, ...], key: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        discover(tmp_path, exclude, extend)
    assert str(raised.value) == f"configuration: {key}: '!' is not a usable gitignore pattern"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    make(tmp_path, "shop/a.py", "lib/b.py")
    (tmp_path / "shop" / "self").symlink_to(".")
    (tmp_path / "shop" / "up").symlink_to("..")
    (tmp_path / "shop" / "lib").symlink_to("../lib")
    (tmp_path / "lib" / "shop").symlink_to(tmp_path / "shop")
    (tmp_path / "lib" / "knot").symlink_to("knot")
    (tmp_path / "lib" / "knot.py").symlink_to("knot.py")
    (tmp_path / "lib" / "broken.py").symlink_to("absent.py")
    assert discover(tmp_path).linted == ("lib/b.py", "shop/a.py")


def test_what_only_links_lead_to_is_found_once(tmp_path: Path) -> None:
    make(tmp_path, ".store/app/a.py", ".store/one.py", "shop/b.py")
    for link in ("first", "second"):
        (tmp_path / "shop" / link).symlink_to("../.store/app")
        (tmp_path / "shop" / f"{link}.py").symlink_to("../.store/one.py")
    (tmp_path / ".store" / "app" / "again").symlink_to("../../shop")
    assert discover(tmp_path).linted == ("shop/b.py", "shop/first.py", "shop/first/a.py")


def test_links_that_leave_the_root_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "project/a.py", "project-2/b.py", "c.py")
    (tmp_path / "project" / "sibling").symlink_to(tmp_path / "project-2")
    (tmp_path / "project" / "above").symlink_to(tmp_path)
    (tmp_path / "project" / "c.py").symlink_to(tmp_path / "c.py")
    assert discover(tmp_path / "project").files == {"a.py"}


def test_a_root_that_is_a_link_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "real/a.py", "real/tests/b.py")
    (tmp_path / "link").symlink_to("real")
    tree = discover(tmp_path / "link")
    assert (tree.root, tree.linted, tree.silent) == (tmp_path / "link", ("a.py",), ("tests/b.py",))


def test_a_link_into_a_folder_of_tests_is_what_its_own_place_says(tmp_path: Path) -> None:
    make(tmp_path, ".store/a.py", "tests/b.py")
    (tmp_path / "tests" / "linked").symlink_to("../.store")
    assert discover(tmp_path).silent == ("tests/b.py", "tests/linked/a.py")


def test_links_obey_the_patterns(tmp_path: Path) -> None:
    make(tmp_path, ".store/a.py", "b.py")
    (tmp_path / "linked").symlink_to(".store")
    (tmp_path / "linked.py").symlink_to(".store/a.py")
    assert discover(tmp_path, ("linked*",)).files == {"b.py"}


def test_pipes_and_folders_with_the_name_of_a_module(tmp_path: Path) -> None:
    make(tmp_path, "folder.py/a.py")
    os.mkfifo(tmp_path / "pipe.py")
    assert discover(tmp_path).files == {"folder.py/a.py"}


def test_folders_without_permission_are_one_notice_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.py", "closed/b.py", "open/closed/c.py", "open/d.py")
    scandir = os.scandir

    def refuse(path: str) -> Iterator[Any]:
        if path.rstrip("/").endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    tree = discover(tmp_path)
    assert tree.linted == ("a.py", "open/d.py")
    assert tree.notices == (
        Notice("closed/", 1, "folder cannot be read: Permission denied; not linted"),
        Notice("open/closed/", 1, "folder cannot be read: Permission denied; not linted"),
    )


def test_a_root_that_does_not_exist_is_a_notice(tmp_path: Path) -> None:
    tree = discover(tmp_path / "absent")
    assert tree.files == frozenset()
    assert tree.notices == (Notice(".", 1, "folder cannot be read: No such file or directory; not linted"),)


def test_names_with_newlines_are_names(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", "c.py")
    make(tmp_path, "a\nb.py", "d\ne/f.py", "d\ne/c.py", "é😀.py")
    assert discover(tmp_path).linted == ("a\nb.py", "d\ne/f.py", "é😀.py")


def test_names_that_are_not_utf8_are_left_out_with_a_notice(tmp_path: Path) -> None:
    make(tmp_path, "a.py")
    for name in (b"caf\xe9/b.py", b"\xff.py", b"\xff.txt"):
        make(tmp_path, os.fsdecode(name))
    tree = discover(tmp_path)
    assert tree.files == {"a.py"}
    assert tree.notices == (
        Notice("\\xff.py", 1, "name is not UTF-8; not linted"),
        Notice("caf\\xe9/", 1, "name is not UTF-8; not linted"),
    )


PATTERNS = (
    "a b c.py a/ b/ !a !c.py !b/ /a /b/c.py a/b a/* a/** !a/b !a/b/ !a/c.py **/c.py **/b b/** a/**/c.py *.py !*.py d*.py [ab] [!a] ? "
    "*/ * !*/ \\!x.py #x \\#x.py a/*/c.py **/a/b !**/c.py b/c.py /*.py /*/ !/a/ **/ a\\b [ a/**/b/ !a/** ** !/a/b/c.py b*/"
).split()


@pytest.mark.parametrize("seed", range(40))
def test_git_itself_ignores_the_same_files(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folders = ("", "a/", "b/", "a/b/", "b/a/", "a/b/a/", "x/", "b/x/b/")
    make(tmp_path, *(folder + name for folder in folders for name in ("c.py", "d1.py", "!x.py", "#x.py")))
    for folder in chance.sample(folders[:5], 2):
        write(tmp_path, f"{folder}.gitignore", *chance.choices(PATTERNS, k=chance.randint(1, 5)), "c.py\\ ", "")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    git = ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.split("\0")
    assert discover(tmp_path).files == {path for path in listed if path.endswith(".py")}


def test_unsaved_texts_are_sorted_as_files_would_be(tmp_path: Path) -> None:
    make(tmp_path, "shop/models.py", "shop/tests/a.py")
    write(tmp_path, ".gitignore", "generated/")
    unsaved = (
        "shop/views.py",
        "shop/tests/b.py",
        "shop/new/deep/c.py",
        "generated/d.py",
        "venv/e.py",
        "shop/page.html",
    )
    tree = discover(tmp_path, extend_exclude=("shop/new/deep/x.py",), unsaved=unsaved)
    assert tree.linted == ("shop/models.py", "shop/new/deep/c.py", "shop/views.py")
    assert tree.silent == ("shop/tests/a.py", "shop/tests/b.py")
    assert tree.notices == ()


def test_an_unsaved_text_of_a_file_on_disk_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, "shop/models.py", "old/views.py")
    assert discover(tmp_path, ("old/",), unsaved=("shop/models.py", "old/views.py")).files == {"shop/models.py"}


def test_the_root_of_an_unsaved_text_need_not_exist(tmp_path: Path) -> None:
    tree = discover(tmp_path / "gone", unsaved=("a.py",))
    assert (tree.linted, tree.notices) == (("a.py",), ())


def test_loose_files_and_the_packages_beside_them(tmp_path: Path) -> None:
    make(tmp_path, "a.py", "shop/__init__.py", "shop/models.py", "shop/data/b.py", "Downloads/c.py")
    tree = discover(tmp_path, packages_only=True)
    assert tree.linted == ("a.py", "shop/__init__.py", "shop/models.py")
