"""Files and folders that are not what their names say, or not there when they are read."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from orm_lint.cli import main
from orm_lint.project import discover
from orm_lint.project.reader import Reader
from tests.hostile.conftest import GOOD

ENCODINGS = {
    "utf-16": (GOOD.encode("utf-16"), 1),
    "utf-7": (b"# -*- coding: utf-7 -*-\nx = '+AGEAIg-'\n+ACo-\n", 3),
    "mark and latin-1": (codecs.BOM_UTF8 + b"# coding: latin-1\n", 1),
    "rot13": (b"# coding: rot13\n", 1),
    "zip": (b"# coding: zip\n", 1),
    "punycode": (b"# coding: punycode\n" + b"a" * 1_000_000 + b"-" + b"z" * 1_000_000, 1),
    "idna": (b"# coding: idna\n" + b"xn--a." * 100_000, 1),
    "undefined": (b"# coding: undefined\n", 1),
    "unknown": (b"# coding: " + b"a" * 100_000 + b"\n", 1),
    "path": (b"# coding: ../../x\n", 1),
    "module": (b"# coding: antigravity\n", 1),
    "no utf-8": (b"x = 1\n\xff\xfe\xfd", 2),
    "null byte": (b"\0", 1),
    "control": (b"\x1a\x0b", 1),
}
READABLE = {
    "latin-1": b"# coding: latin-1\nx = '\xe9'\n",
    "carriage returns": b"\r\r\r\n\n",
    "mark alone": codecs.BOM_UTF8,
    "nearly a cookie": b"#" + b"coding " * 100_000 + b"coding",
    "blanks before a cookie": b"#" + b" " * 100_000 + b"coding",
    "surrogate": b"# coding: utf-8\nx = '\\ud800'\n",
}
PACKAGING = {
    "broken": b"[tool.django\xff = = \n",
    "other types": b"tool = 3\nproject = 'x'\ndependency-groups = 7\n",
    "more types": b"[project]\ndependencies = 'x'\noptional-dependencies = [1]\n[tool]\npoetry = [1]\nuv = 'x'\n[tool.pytest]\nini_options = 3\n",
    "lists of lists": b"[project]\ndependencies = [1, [2], {a = 3}]\n[dependency-groups]\na = [{include-group = 'a'}]\n[tool.poetry]\ndependencies = [1]\ngroup = {a = 1}\n[tool.pytest.ini_options]\npythonpath = [1, [2]]\nDJANGO_SETTINGS_MODULE = [3]\n",
    "deep": b"x = " + b"[" * 20_000 + b"]" * 20_000 + b"\n",
    "long key": b".".join([b"a"] * 100_000) + b" = 1\n",
    "huge": b"[project]\ndependencies = [\n" + b'"a>=1",\n' * 1_000_000 + b"]\n",
}
OURS = {
    "broken": b"[tool.orm_lint\n",
    "types": b"[tool]\norm_lint = 3\n",
    "deep": b"[tool.orm_lint]\nselect = " + b"[" * 20_000 + b"]" * 20_000 + b"\n",
    "long key": b"[tool.orm_lint]\n" + b".".join([b"a"] * 100_000) + b" = 1\n",
}
REQUIREMENTS = {
    "itself": "-r requirements.txt\n-r ./requirements.txt\n-r .\n",
    "outside": "-r /etc/passwd\n-r ../requirements.txt\n-r \0\n",
    "long lines": "a" * 200_000
    + "[" * 100_000
    + "\n"
    + "-r " * 100_000
    + "\na"
    + " " * 300_000
    + "(\n-r"
    + " " * 200_000
    + "\n",
}
PATTERNS = (
    "*a*a*a*a*a*a*a*a*b\n[\n[!]\n\\\n!\n/\n//\n[a-\n[[:alpha:]\n(?:a+)+$\n\0\n"
    + "**/" * 5000 + "x\n" + "/".join(["**", "*a*"] * 20) + "/z\n" + "/".join(["*a*a*a*a"] * 30) + "\n" + "?" * 50_000 + "\n" + "x\n" * 20_000
)  # fmt: skip


@pytest.mark.parametrize(("data", "line"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_file_whose_bytes_are_no_python(root, lint, data: bytes, line: int) -> None:
    (root / "bad" / "models.py").write_bytes(data)
    outcome = lint()
    assert (outcome.unreadable, outcome.notices) == ([("bad/models.py", line)], [])


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE.keys())
def test_file_with_odd_bytes(root, lint, data: bytes) -> None:
    (root / "bad" / "models.py").write_bytes(data)
    assert lint().findings == []


def test_names_with_line_ends_and_escape_sequences(root, lint, show) -> None:
    odd = root / "bad" / "d\ni\x1b]0;x\x07r"
    odd.mkdir()
    (odd / "m\u202e.py").write_text("x = 1  # noqa: ORM501\nclass (\n")
    assert lint().findings == [
        ("bad/d\ni\x1b]0;x\x07r/m\u202e.py", 1, "ORM901"),
        ("bad/d\ni\x1b]0;x\x07r/m\u202e.py", 2, "ORM902"),
    ]
    assert "bad/d\\ni\\x1b]0;x\\x07r/m\\u202e.py:2:1: ORM902" in show()


def test_names_that_are_no_utf_8_are_one_notice_each(root, lint, show) -> None:
    (root / "bad" / os.fsdecode(b"\xff")).mkdir()
    for name in (b"\xfe.py", b"\xff/m.py"):
        (root / "bad" / os.fsdecode(name)).write_text("class (")
    message = "name is not UTF-8; not linted"
    assert lint().notices == [("bad/\\xfe.py", 1, message), ("bad/\\xff/", 1, message)]
    show()


def test_escape_sequences_in_source_lines(root, lint, show) -> None:
    text = GOOD.replace('"subject_id")', '"subject_id")  # \x1b[2J\x1b]0;x\x07 \x9b \u202e \x85 \u2028')
    (root / "bad" / "models.py").write_text(text + "x = 1  # noqa: ORM777 \x1b[31m\nclass (\x1b\n")
    lint()
    assert "\\x1b" in show()


def test_escape_sequences_in_names_of_columns(root, show) -> None:
    (root / "bad" / "models.py").write_text(GOOD.replace('"subject_type"', '"\x1b[2J\\n\x07"'))
    show()


def test_links_that_lead_in_circles_and_out_of_the_project(root, lint) -> None:
    bad = root / "bad"
    (bad / "real.py").write_text("class (\n")
    for name, target in (
        ("self", "."),
        ("up", ".."),
        ("a.py", "b.py"),
        ("b.py", "a.py"),
        ("root", "/"),
        ("gone.py", "nowhere"),
        ("models.py", "models.py"),
        ("zero.py", "/dev/zero"),
        ("again.py", "real.py"),
    ):
        (bad / name).symlink_to(target)
    assert lint().findings == [("bad/real.py", 1, "ORM902")]


@pytest.mark.parametrize(
    "name",
    [
        "bad/models.py",
        ".gitignore",
        "uv.lock",
        "setup.cfg",
        "pyproject.toml",
        "requirements.txt",
        "manage.py",
        "settings.py",
        "poetry.lock",
        "setup.py",
        "tox.ini",
    ],
)
def test_pipes_are_not_waited_for_and_folders_are_no_files(root, lint, name: str) -> None:
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert lint().findings == []
    (root / name).unlink()
    (root / name).mkdir()
    assert lint().findings == []


def test_a_pipe_that_is_named_is_a_notice(root, capsys) -> None:
    os.mkfifo(root / "pipe.py")
    assert main(["check", str(root / "pipe.py"), "--frozen", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.endswith("pipe.py:1:1: ORM902 unreadable: not a regular file, not linted\n")


def test_git_folder_that_is_none(root, lint) -> None:
    (root / ".git").mkdir()
    (root / ".git" / "info").mkdir()
    os.mkfifo(root / ".git" / "info" / "exclude")
    assert lint().findings == []
    (root / ".git" / "info" / "exclude").unlink()
    (root / ".git" / "info").rmdir()
    (root / ".git").rmdir()
    (root / ".git").write_text("gitdir: /nowhere\n")
    assert lint().findings == []


def test_folders_without_permission(root, lint, monkeypatch) -> None:
    (root / "bad" / "closed").mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).rstrip("/").endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(discover.os, "scandir", refusing)
    assert lint().notices == [("bad/closed/", 1, "folder cannot be read: Permission denied; not linted")]


def test_files_without_permission(root, lint, monkeypatch) -> None:
    (root / "bad" / "models.py").write_text(GOOD)
    opened = Path.open

    def refusing(path: Path, *arguments: object, **named: object) -> object:
        if path.parent.name == "bad" and path.name == "models.py":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refusing)
    assert lint().findings == [("bad/models.py", 1, "ORM902")]


@pytest.mark.parametrize("text", [None, "", "x\n", "class (\n", "# \u00e9\n" * 1000, GOOD[:200], "\n\n\n" + GOOD])
def test_files_that_vanish_or_change_while_they_are_read(root, capsys, monkeypatch, text: str | None) -> None:
    """Every reading but the first of each file finds another text."""
    (root / "bad" / "models.py").write_text(
        GOOD
        + "    def f(self):\n        return self.subject\n\ndef made():\n    return models.CharField()\n\nclass A(models.Model):\n    b = made()  # noqa: ORM777\n"
    )
    read = Reader.source
    seen: set[str] = set()

    def changing(reader: Reader, path: str) -> object:
        if path == "bad/models.py" and path in seen:
            (root / path).unlink(missing_ok=True) if text is None else (root / path).write_text(text)
        seen.add(path)
        return read(reader, path)

    monkeypatch.setattr(Reader, "source", changing)
    for output_format in ("text", "json"):
        assert main(["check", str(root), "--frozen", "--output-format", output_format]) == 1
    written = capsys.readouterr()
    assert "internal error" not in written.out + written.err
    assert "shop/models.py" in written.out


@pytest.mark.parametrize("data", PACKAGING.values(), ids=PACKAGING.keys())
def test_metadata_that_is_broken_or_huge(root, lint, data: bytes) -> None:
    (root / "pyproject.toml").write_bytes(data)
    (root / "Pipfile.lock").write_text('{"default": [1], "develop": {"a": 3}}')
    (root / "setup.cfg").write_text(
        "[options]\ninstall_requires = %(x)s\n[tool:pytest]\npythonpath =\n[x\nx" + " " * 100_000 + "y\n"
    )
    (root / "pytest.ini").write_text(
        "[pytest]\npythonpath = ../../.. /etc \0 a\nDJANGO_SETTINGS_MODULE = ..\naddopts = --ds=...\n"
    )
    assert lint().findings == []


@pytest.mark.parametrize("data", OURS.values(), ids=OURS.keys())
def test_our_own_table_that_is_broken_is_a_wrong_configuration(root, capsys, data: bytes) -> None:
    (root / "pyproject.toml").write_bytes(data)
    assert main(["check", str(root), "--frozen"]) == 2
    written = capsys.readouterr()
    assert (written.out, written.err.count("\n")) == ("", 1)
    assert written.err.startswith(f"orm-lint: {root}/pyproject.toml")


def test_lock_files_of_fifty_megabytes(root, lint) -> None:
    for name in ("uv.lock", "poetry.lock", "Pipfile.lock"):
        with (root / name).open("wb") as stream:
            stream.truncate(50 * 1024 * 1024)
    assert lint().findings == []


def test_lock_files_that_no_tool_wrote(root, lint) -> None:
    (root / "uv.lock").write_text('[[package]]\nname = "django"\nversion = "5.2"\n' * 80_000)
    (root / "poetry.lock").write_text('name = "' * 500_000)
    (root / "Pipfile.lock").write_text('{"a":' * 500_000)
    (root / "setup.py").write_text("'a'," + '"' + "a" * 200_000 + "\n" + "'A" * 50_000 + "[" * 100_000)
    assert lint().unreadable == [("setup.py", 1)]


@pytest.mark.parametrize("text", REQUIREMENTS.values(), ids=REQUIREMENTS.keys())
def test_requirements_that_lead_in_circles_or_out(root, lint, text: str) -> None:
    (root / "requirements.txt").write_text(text)
    assert lint().findings == []


def test_three_thousand_requirements_files_one_in_the_other(root, lint) -> None:
    (root / "requirements.txt").write_text("-r c0.txt\n" + "".join(f"-r c{n}.txt\n" for n in range(3000)))
    for n in range(3000):
        (root / f"c{n}.txt").write_text(f"-r c{n + 1}.txt\n")
    assert lint().findings == []


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 100, b"\0" * 1000, b"import os\n" + b"x = " + b"+".join([b"a"] * 100_000)]
)
def test_manage_py_that_is_none(root, lint, data: bytes) -> None:
    (root / "manage.py").write_bytes(data)
    assert [path for path, _ in lint().unreadable] == ["manage.py"]


def test_manage_py_that_names_nonsense(root, lint) -> None:
    (root / "manage.py").write_text(
        "import os, sys\n"
        + "".join(
            f"os.environ['DJANGO_SETTINGS_MODULE'] = {name!r}\n"
            for name in ("....", "/etc/passwd", "a\0b", "", "x" * 5000)
        )
        + "".join(f"sys.path.insert(0, {path!r})\n" for path in ("../" * 50, "/", "\0", "."))
    )
    assert lint().findings == []


def test_gitignore_with_patterns_that_match_in_many_ways(root, lint) -> None:
    (root / ".gitignore").write_bytes(PATTERNS.encode() + b"\xff\xfe\n")
    deep = root.joinpath("bad", *["a" * 50] * 30)
    deep.mkdir(parents=True)
    (deep / ("a" * 200 + ".py")).write_text("x = 1\n")
    outcome = lint()
    assert (outcome.findings, {path for path, *_ in outcome.notices}) == ([], {".gitignore"})
    assert len(outcome.notices) < 20


def test_folders_two_hundred_levels_deep(root, lint) -> None:
    folder = root / "bad"
    for _ in range(200):
        folder = folder / "deep"
        folder.mkdir()
        (folder / "__init__.py").write_text("from .deep.models import *\n")
    (folder / "models.py").write_text(GOOD)
    path = "bad/" + "deep/" * 200 + "models.py"
    assert lint().findings == [(path, 9, "ORM501"), (path, 10, "ORM506")]


def test_folders_deeper_than_a_path_may_be_long(root, lint) -> None:
    handle = os.open(root / "bad", os.O_RDONLY)
    for _ in range(40):
        os.mkdir("d" * 200, dir_fd=handle)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    os.close(handle)
    outcome = lint()
    assert outcome.findings == []
    assert [message for *_, message in outcome.notices] == ["folder cannot be read: File name too long; not linted"]


def test_comments_by_the_thousand(root, lint) -> None:
    text = (
        "# orm-lint: ignore[ORM777]\n" * 5000
        + "x = '''"
        + "\n# noqa: ORM5\n" * 5000
        + "'''\n# noqa: "
        + "ORM501," * 50_000
        + "\n"
    )
    (root / "bad" / "models.py").write_text(
        GOOD
        + text
        + "# orm-lint: ignore[x] " * 5000
        + "\nx = 1 # orm-lint:"
        + " " * 100_000
        + "\nx = 1 # noqa:"
        + " \t," * 100_000
        + "\n"
    )
    assert lint().unreadable == []


def test_an_environment_is_read_and_never_run(root, capsys, monkeypatch) -> None:
    packages = root / ".venv" / "lib" / "python3.11" / "site-packages"
    (packages / "evil").mkdir(parents=True)
    (root / ".venv" / "pyvenv.cfg").write_text("home = /\n")
    (packages / "evil" / "__init__.py").write_text("from evil import *\nx = " + "(" * 5000)
    (packages / "evil" / "models.py").write_text(f"from evil.models import *\n{GOOD}raise SystemExit\n")
    (packages / "x.pth").write_text("import os; os.kill(os.getpid(), 9)\n")
    os.mkfifo(packages / "pipe.py")
    (root / "bad" / "models.py").write_text(
        "from evil.models import Note\nfrom evil import Q\nfrom pipe import Z\nclass A(Note, Q, Z): pass\n"
    )
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    assert main(["check", str(root)]) == 1
    written = capsys.readouterr()
    assert "internal error" not in written.out + written.err
