"""Tools that an editor starts once and asks many times: nothing of one run may be left in the next."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.editors.clients import VSCODE_FLAKE8, VSCODE_FORMAT, environment, items, lines
from tests.editors.project import MODELS, SAVED, UNSAVED, make_project

# As `run_module` of vscode-common-python-lsp: the extensions run the tool inside of their server, again and again.
SERVER = """
import contextlib, io, json, pathlib, runpy, sys

for line in sys.stdin:
    tool, argv, source, written = json.loads(line)
    for path, text in written.items():
        pathlib.Path(path).write_text(text, "utf-8")
    sys.argv = [tool, *argv]
    output = io.TextIOWrapper(io.BytesIO(), "utf-8")
    kept, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(source.encode()), "utf-8")
    with contextlib.redirect_stdout(output), contextlib.suppress(SystemExit):
        runpy.run_module(tool, run_name="__main__")
    sys.stdin = kept
    output.seek(0)
    print(json.dumps(output.read()), flush=True)
"""
FLAKE8 = ("flake8", [f"--format={VSCODE_FORMAT}", "shop/views.py"], "")
WITHOUT_RELATION = MODELS.replace("models.ForeignKey(Author, models.CASCADE)", "models.CharField(max_length=80)")


def asked(project: Path, *requests: tuple[str, list[str], str, dict[str, str]]) -> list[str]:
    """What one server answers to requests of a tool, its arguments, its input, and the files written before."""
    done = subprocess.run(
        [sys.executable, "-c", SERVER],
        cwd=project,
        env=environment(project.parent),
        input="".join(json.dumps(request) + "\n" for request in requests),
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_server_of_flake8_sees_each_file_as_it_is_saved(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    answers = asked(
        project,
        (*FLAKE8, {}),
        (*FLAKE8, {"shop/views.py": UNSAVED}),
        (*FLAKE8, {"shop/models.py": WITHOUT_RELATION}),
        (*FLAKE8, {"shop/models.py": MODELS, "shop/views.py": SAVED}),
    )
    shown = [[(one.line, one.code) for one in lines(VSCODE_FLAKE8)(answer)] for answer in answers]
    assert shown == [[(6, "ORM101")], [(5, "ORM101")], [], [(6, "ORM101")]]


def test_a_server_of_pylint_sees_each_text_that_it_is_given(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    arguments = ["--output-format=json2", "--clear-cache-post-run=y", "--from-stdin", str(project / "shop/views.py")]
    answers = asked(
        project,
        ("pylint", arguments, SAVED, {}),
        ("pylint", arguments, UNSAVED, {}),
        ("pylint", arguments, UNSAVED, {"shop/models.py": WITHOUT_RELATION}),
    )
    shown = [[(one.line, one.code) for one in items("", "{messageId}")(answer)] for answer in answers]
    assert shown == [[(6, "W7101")], [(5, "W7101")], []]
