"""CPython's own tests as a project: every kind of syntax there is, and many that are none, in files of any encoding."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import warnings
from pathlib import Path

LIBRARY = Path(sysconfig.get_path("stdlib")) / "test"
MOST_MEMORY = 1024  # MiB, of a process that reads 30 MB of source whole
MOST_SECONDS = 60  # of processor time
WATCH = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(code)
"""


def test_the_tests_of_cpython(root) -> None:
    shutil.copytree(LIBRARY, root / "bad" / "library", symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for test in (root / "bad" / "library").rglob("test*"):
        # Under another name, or they would be left out as tests.
        if test.is_file():
            test.rename(test.with_name("x" + test.name))
    command = [sys.executable, "-m", "orm_lint", "check", str(root), "--frozen", "--output-format", "json"]
    # Through a process of its own, as the usage of children is that of all that this one ever had.
    watched = [sys.executable, "-c", WATCH, *command]
    done = subprocess.run(watched, capture_output=True, timeout=300, env={**os.environ, "PYTHONHASHSEED": "0"})
    *said, usage = done.stderr.splitlines()
    assert (done.returncode, said) == (1, [])
    seconds, memory = map(float, usage.split())
    document = json.loads(done.stdout)
    assert not any("internal error" in notice["message"] for notice in document["notices"])
    assert {one["code"] for one in document["findings"] if one["path"] == "shop/models.py"} >= {"ORM501", "ORM506"}
    unreadable = {one["path"] for one in document["findings"] if one["code"] == "ORM902"}
    refused = {f"bad/library/{name}" for name in _unparsable(root / "bad" / "library")}
    # Python takes a mark and the cookie `utf8` for a contradiction: it compares the words.
    assert refused - unreadable == {"bad/library/tokenizedata/bad_coding2.py"} & refused
    assert unreadable <= refused
    assert document["summary"]["files"] > 300
    assert seconds < MOST_SECONDS
    assert memory < MOST_MEMORY


def _unparsable(folder: Path) -> set[str]:
    """The files that Python itself refuses for their bytes or their syntax."""
    refused = set()
    for path in folder.rglob("*.py"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            refused.add(path.relative_to(folder).as_posix())
    return refused
