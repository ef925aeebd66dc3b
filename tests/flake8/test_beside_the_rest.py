"""What else flake8 prints is the same with us as without us, whatever the files are like."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, NAMES, Run, run_flake8, write

ODD = {
    "syntax.py": b"def f(:\n    pass\n",
    "indent.py": b"if x:\n  a\n b\n",
    "null.py": b"x = 1\0\nimport os\n",
    "empty.py": b"",
    "spaces.py": b"  \n\n",
    "folder.py/inside.py": b"import os\n",
    "bytes.py": b"x = '\xff'\nimport os\n",
    "cookie.py": b"# coding: nonsense\nimport os\n",
    "latin.py": "# coding: latin-1\nimport os\nx = 'é' \n".encode("latin-1"),
    "feed.py": b"import os\n\x0c\nx = 1 \n",
    "crlf.py": b"import os\r\nx = 1 \r\n",
    "return.py": b"import os\rx = 1 \r",
    "mark.py": b"\xef\xbb\xbfimport os\n",
    "escape.py": b"x = '\\d'\ny = 1 is 1\nassert (x, 'y')\n",
    "long.py": b"x = [" + b"1, " * 2_000 + b"]\n",
    "deep.py": b"x = " + b"(" * 90 + b"1" + b")" * 90 + b"\n",
    "end.py": b"import os",
    "tabs.py": b"if 1:\n\timport os\n",
    "old.py": b"print 'x'\n",
    "astral.py": "x = '😀' ; import os\n".encode(),
    "locked.py": b"import os\n",
}
UNREADABLE = [
    "./bytes.py:1:1: ORM902 unreadable: not valid utf-8 text",
    "./cookie.py:1:1: ORM902 unreadable: unknown encoding nonsense",
]


def put(root: Path) -> Path:
    for path, data in ODD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "locked.py").chmod(0)
    (root / "gone.py").symlink_to("nowhere")
    (root / "loop.py").symlink_to("loop.py")
    return root


def without(folder: Path, *arguments: str) -> Run:
    done = run_flake8(folder, *arguments, TEST_WITHOUT="1")
    assert (done.projects, [line for line in done.lines if " ORM" in line]) == ([], [])
    return done


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_odd_files_in_a_project_with_findings(root: Path, jobs: str) -> None:
    put(root)
    plain, done = without(root, jobs), run_flake8(root, jobs)
    assert len(plain.lines) > len(ODD)
    assert done.lines == sorted([*plain.lines, *UNREADABLE, f"./{NAMES}", f"./{BUYERS}"])
    assert (done.code, done.errors, done.left) == (plain.code, plain.errors, {})


def test_a_project_without_django(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "plain", {"setup.cfg": "", "a/__init__.py": "", "a/b.py": "import os\n", "c.py": "x = 1 \n"}
    )
    plain, done = without(folder), run_flake8(folder)
    assert (
        done.lines
        == plain.lines
        == ["./a/b.py:1:1: F401 'os' imported but unused", "./c.py:1:6: W291 trailing whitespace"]
    )
    assert (done.code, done.errors, done.left) == (plain.code, plain.errors, {})
    clean = write(tmp_path / "clean", {"a.py": "x = 1\n"})
    assert (run_flake8(clean).code, run_flake8(clean, "gone.py").lines) == (0, without(clean, "gone.py").lines)


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    done = run_flake8(tmp_path)
    assert (done.code, done.lines, done.errors) == (0, [], "")
