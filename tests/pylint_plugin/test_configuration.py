"""Where the configuration comes from, and what is said when it, or orm_lint itself, is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pylint_plugin.support import ALL, CUSTOMER, LABEL, RCFILE, pylint, readings, runs, write

MORE = {f"shop/more_{number}.py": "print()\n" for number in range(6)}
FATAL = "--enable=fatal,astroid-error,parse-error,raw-checker-failed,config-parse-error"


def complaint(path: str, text: str) -> str:
    return f"{path}:1:0-1:0 W7902 orm-unreadable-file HIGH {text}"


def test_a_file_that_pylint_names(project: Path) -> None:
    other = project.parent / "other"
    write(other, {"lint.toml": "[tool.orm_lint]\nignore = ['ORM101']\n"})
    write(project, {"pyproject.toml": "[tool.orm_lint]\nignore = ['ORM301']\n"})
    write(project, {"named.toml": RCFILE + '[tool.pylint.orm-lint]\norm-config = "../other/lint.toml"\n'})
    write(project, {"absent.toml": RCFILE + '[tool.pylint.orm-lint]\norm-config = "absent/lint.toml"\n'})
    by_default, relative, absolute, in_rcfile, over_rcfile, absent = runs(
        project,
        ["shop"],
        ["shop", "--orm-config=../other/lint.toml"],
        ["shop", f"--orm-config={other}/lint.toml"],
        ["shop", "--rcfile=named.toml"],
        ["shop", "--rcfile=named.toml", "--orm-config=pyproject.toml"],
        ["shop", "--rcfile=absent.toml"],
    )
    assert by_default.found == over_rcfile.found == [LABEL, CUSTOMER]
    assert relative.found == absolute.found == in_rcfile.found == [ALL]
    message = "not linted: absent/lint.toml: cannot be read: No such file or directory"
    assert absent.found == [complaint("shop/__init__.py", message)]
    assert pylint(project, "shop", "-j2", "--rcfile=named.toml", START_METHOD="spawn").found == [ALL]


def test_the_option_is_in_what_pylint_generates(project: Path) -> None:
    (generated,) = runs(project, ["--orm-config=lint.toml", "--generate-toml-config"])
    table = generated.output.partition("[tool.pylint.orm-lint]\n")[2].partition("\n[")[0]
    assert [line for line in table.splitlines() if line] == [
        "# Read [tool.orm_lint] from this file, not from the nearest pyproject.toml.",
        'orm-config = "lint.toml"',
    ]


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_broken_configuration_is_said_once(project: Path, jobs: str) -> None:
    write(project, {**MORE, "pyproject.toml": "[tool.orm_lint]\nignor = ['ORM301']\n"})
    done = pylint(project, "shop", jobs, FATAL)
    place = f"{project}/pyproject.toml: tool.orm_lint.ignor"
    (found,) = done.found
    assert found.split(":", 1)[1] == complaint("", f"not linted: {place}: unknown key; did you mean ignore?")[1:]
    assert (done.code, done.errors, readings(project), done.left) == (4, "", [], {})


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_mistake_of_ours_is_said_once_and_costs_nothing_else(project: Path, jobs: str) -> None:
    write(project, {**MORE, "shop/more_3.py": "print();\n"})
    done = pylint(project, "shop", jobs, FATAL, MISTAKE="that is odd")
    own, others = [[line for line in done.found if (" W7" in line) is ours] for ours in (True, False)]
    assert others == [
        "shop/more_3.py:1:0-None:None W0301 unnecessary-semicolon UNDEFINED Unnecessary semicolon",
    ]
    text, _, log = own[0].partition("; details in ")
    assert text.partition(" at ")[0].partition(":")[2] == complaint(
        "", "internal error: the run failed with LookupError (that is odd)"
    ).removeprefix(":")
    assert (len(own), done.code, done.errors, readings(project)) == (1, 4, "", [str(project)])
    assert list(done.left) == [Path(log).name]
    assert done.left[Path(log).name].endswith("LookupError: that is odd\n")


def test_a_file_whose_messages_are_disabled_does_not_swallow_the_complaint(project: Path) -> None:
    write(project, {"pyproject.toml": "[tool.orm_lint]\nignor = ['ORM301']\n"})
    write(project, {"shop/__init__.py": "# pylint: disable=orm-lint\nX = 1\n"})
    done = pylint(project, "shop", "-j1", FATAL)
    (found,) = done.found
    assert not found.startswith("shop/__init__.py:")
    assert " W7902 orm-unreadable-file HIGH not linted: " in found
