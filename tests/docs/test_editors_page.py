"""What docs/editors.md tells to write into the settings of editors does there what the page says."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import DOCS, page
from tests.editors.clients import CLIENTS, Client, environment
from tests.editors.project import FUNCTION, MODELS, UNSAVED, Buffer, elsewhere, make_project, write

PAGE = page("editors")
FLAKE8, PYLINT, PYLSP = (json.loads(text) for text in PAGE.texts("json"))
(FLYMAKE,) = PAGE.texts("elisp")
PYCHARM = dict(line.split(": ", 1) for line in PAGE.texts("text")[0].splitlines())

# From package.json of vscode-flake8 and vscode-pylint, and from pylsp/config/schema.json.
SETTINGS = {
    "flake8.importStrategy": {"useBundled", "fromEnvironment"},
    "pylint.importStrategy": {"useBundled", "fromEnvironment"},
    "flake8.severity": dict,
    "pylint.args": list,
    "pylsp.plugins.flake8.enabled": bool,
    "pylsp.plugins.pylint.enabled": bool,
    "pylsp.plugins.pylint.executable": str,
    "pylsp.plugins.pylint.args": list,
}
SEVERITIES = {"E": "Error", "F": "Error", "I": "Information", "W": "Warning"}
# PyCharm's words for its macros (com.intellij.execution.filters.RegexpFilter): a path is absolute, and in ASCII.
MACROS = {
    "$FILE_PATH$": r"(?:^|\W)(?P<file>(?:[a-zA-Z]:|/)[0-9 a-zA-Z_\-\\./]+)",
    "$LINE$": "(?P<line>[0-9]+)",
    "$COLUMN$": "(?P<column>[0-9]+)",
}


def severity(code: str, configured: dict[str, str]) -> str:
    """As `_get_severity` of vscode-flake8; VS Code adds what is configured to the defaults."""
    merged = SEVERITIES | configured
    found = (merged[code[:length]] for length in range(len(code), 0, -1) if code[:length] in merged)
    return next(found, "Error")


def client(name: str) -> Client:
    return next(one for one in CLIENTS if one.name == name)


def test_the_blocks_of_the_page_are_those_that_were_tried() -> None:
    assert PAGE.languages == ["json", "json", "lua", "vim", "vim", "json", "elisp", "text"]


def test_the_linters_of_the_page_are_those_of_the_table_of_clients() -> None:
    text = (DOCS / "editors.md").read_text("utf-8")
    for one in CLIENTS:
        assert one.name.split(",")[0].lower() in text.lower()


@pytest.mark.parametrize("settings", [FLAKE8, PYLINT, PYLSP])
def test_there_are_such_settings(settings: dict[str, Any]) -> None:
    for name, value in settings.items():
        allowed = SETTINGS[name]
        assert value in allowed if isinstance(allowed, set) else isinstance(value, allowed)


def test_our_findings_are_warnings_in_vs_code_and_those_of_others_stay_what_they_are() -> None:
    codes = ("ORM101", "E501", "F401", "W291", "I001")
    assert [severity(code, {}) for code in codes] == ["Error", "Error", "Error", "Warning", "Information"]
    configured = FLAKE8["flake8.severity"]
    assert [severity(code, configured) for code in codes] == ["Warning", "Error", "Error", "Warning", "Information"]
    assert severity("ORM301", configured | {"ORM301": "Information"}) == "Information"


def test_the_arguments_for_pylint_load_the_plugin(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / ".pylintrc").unlink()
    buffer = Buffer(project, project, "shop/views.py", UNSAVED, elsewhere(tmp_path))
    plain = client("VS Code, pylint")
    for arguments in (PYLINT["pylint.args"], PYLSP["pylsp.plugins.pylint.args"]):
        command = plain.command.replace(" --from-stdin", f" {shlex.join(arguments)} --from-stdin")
        given = Client(plain.name, command, plain.cwd, plain.given, plain.read)
        assert [shown.code for shown in plain.read(given.run(buffer)) if "W7" in shown.code] == [plain.code]


def test_flymake_is_given_the_command_of_the_table() -> None:
    assert re.findall('"(.*?)"', FLYMAKE) == client("flymake, flake8").command.split()


def test_pycharm_links_what_the_external_tool_prints(tmp_path: Path) -> None:
    project = tmp_path / "my shop"
    inner = {"shop/models.py": MODELS + FUNCTION, "shop/tests/test_models.py": MODELS + FUNCTION}
    write(project, {"manage.py": "", "shop/__init__.py": "", "shop/tests/__init__.py": "", **inner})
    assert linked(project / "shop/models.py", project) == [(str(project / "shop/models.py"), "13", "24")]
    assert linked(project / "shop/tests/test_models.py", project) == []


def linked(path: Path, home: Path) -> list[tuple[str, str, str]]:
    interpreters = Path(sys.executable).parent
    filled = {"$PyInterpreterDirectory$": str(interpreters), "$FilePath$": str(path)}
    program, arguments, folder, links = (
        PYCHARM[name] for name in ("Program", "Arguments", "Working directory", "Output filters")
    )
    for macro, value in filled.items():
        program, arguments, folder = (text.replace(macro, value) for text in (program, arguments, folder))
    for macro, value in MACROS.items():
        links = links.replace(macro, value)
    command = [program, *shlex.split(arguments)]
    done = subprocess.run(command, cwd=folder, env=environment(home), capture_output=True, text=True)
    assert done.stderr == ""
    matches = [re.search(links, line) for line in done.stdout.splitlines()]
    return [(match["file"], match["line"], match["column"]) for match in matches if match]
