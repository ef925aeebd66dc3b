"""pylint with workers, however they are started: the same messages, one reading of the project, nothing left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pylint_plugin.support import FOUND, SAME, pylint, python, readings, write

# More files than workers: each of them has some to do, and asks for the same project.
MORE = {f"shop/more_{number}.py": "print()\n" for number in range(6)}


def test_one_process_reads_once(project: Path) -> None:
    done = pylint(write(project, MORE), "shop", "-j1", "--enable=W7108")
    assert (done.found, done.errors) == ([*FOUND, SAME], "")
    assert (readings(project), done.left) == ([str(project)], {})


@pytest.mark.parametrize("jobs", ["-j2", "-j0"])
@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_workers_say_the_same_and_read_once(project: Path, method: str, jobs: str) -> None:
    done = pylint(write(project, MORE), "shop", jobs, "--enable=W7108", START_METHOD=method)
    assert (done.found, done.errors) == ([*FOUND, SAME], "")
    assert (readings(project), done.left) == ([str(project)], {})


# An editor's server: files change between the runs, some of which have workers, and one is made in a child.
SERVER = """\
import io, json, multiprocessing, os
from pathlib import Path
from pylint.lint import Run
from pylint.reporters.json_reporter import JSON2Reporter

def lint(*options):
    output = io.StringIO()
    Run(["--rcfile=rc.toml", "shop", *options], reporter=JSON2Reporter(output), exit=False)
    return [f"{each['line']} {each['messageId']}" for each in json.loads(output.getvalue())["messages"]]

def change(path, old, new):
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), "utf-8")

if __name__ == "__main__":
    before = dict(os.environ)
    answers = [lint("-j2")]
    change("shop/models.py", "{self.customer.name}", "{self.pk}")
    answers += [lint("-j2"), lint()]
    change("shop/views.py", "Order.objects.all()", "Order.objects.filter(pk=1)")
    answers += [lint()]
    change("shop/views.py", "order.customer.name", "order.pk")
    with multiprocessing.get_context().Pool(1) as pool:
        answers += [pool.apply(lint), lint("-j2")]
    assert dict(os.environ) == before
    print(json.dumps([answers, [str(path) for path in Path(os.environ["TMPDIR"]).glob("orm_lint-*")]]))
"""


@pytest.mark.parametrize("method", ["fork", "forkserver"])
def test_runs_in_one_process_know_nothing_of_each_other(project: Path, method: str) -> None:
    done = python(write(project, {"server.py": SERVER}), "server.py", START_METHOD=method)
    assert (done.code, done.errors) == (0, "")
    both = ["8 W7301", "9 W7101", "15 W7101"]
    answers, left = json.loads(done.output)
    assert answers == [both, ["8 W7301", "15 W7101"], ["8 W7301", "15 W7101"], ["15 W7101"], [], []]
    assert left == []
    assert len(readings(project)) == 6


# A host that does not call `load_configuration`, as older wrappers of pylint do, and one that checks twice.
BARE = """\
from pylint.lint import PyLinter
from pylint.reporters import CollectingReporter

def lint(linter):
    linter.check(["shop/views.py"])
    found = [(each.line, each.msg_id) for each in linter.reporter.messages if each.msg_id.startswith("W7")]
    linter.reporter.reset()
    return found

def made():
    linter = PyLinter(reporter=CollectingReporter())
    linter.load_plugin_modules(["orm_lint.pylint_plugin"])
    return linter

first = made()
print([lint(first), lint(first), lint(made())])
"""


def test_a_host_that_skips_the_configuration(project: Path) -> None:
    done = python(write(project, {"bare.py": BARE}), "bare.py")
    assert (done.code, done.errors) == (0, "")
    assert done.output == f"{[[(8, 'W7301'), (9, 'W7101'), (15, 'W7101')]] * 3}\n"
    assert readings(project) == [str(project)] * 2
