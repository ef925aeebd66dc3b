"""How editors start flake8 and pylint, and how they read what these print: taken from the sources of their plugins.

Read in November 2026: microsoft/vscode-flake8 and vscode-pylint (bundled/tool/lsp_server.py), mfussenegger/nvim-lint
(lua/lint/linters), dense-analysis/ale (ale_linters/python), python-lsp/python-lsp-server 1.15 (pylsp/plugins),
flycheck/flycheck (flycheck.el) and Emacs (lisp/progmodes/python.el, flymake).
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.editors.project import Buffer


class Folder(Enum):
    """Where an editor starts the tool: in the folder that was opened, at the nearest configuration, or beside the file."""

    WORKSPACE = "workspace"
    ROOT = "root"
    BESIDE = "beside"
    ELSEWHERE = "elsewhere"


class Given(Enum):
    """What the tool reads: the text on its standard input, the file as it was saved, or a copy beside that file."""

    STDIN = "stdin"
    SAVED = "saved"
    COPY = "copy"


@dataclass(frozen=True)
class Shown:
    """What stands in the editor. Lines and columns count from 1, whatever the protocol counts from."""

    line: int
    column: int
    code: str
    text: str


Reader = Callable[[str], Iterator[Shown]]


@dataclass(frozen=True)
class Client:
    """One way to start a tool. In `command`, `code` and `says` the words in braces are filled in.

    `called` is the name that the tool knows the file by.
    """

    name: str
    command: str
    cwd: Folder
    given: Given
    read: Reader
    code: str = "ORM101"
    says: str = "{text}"
    called: str = "{name}"

    def run(self, buffer: Buffer) -> str:
        """What the tool prints about a buffer."""
        path = buffer.path
        if self.given is Given.COPY:
            path = path.with_name(self.called.format(name=path.name))
            path.write_text(buffer.text, "utf-8")
        words = [word.format(path=path, **self._filled(buffer)) for word in shlex.split(self.command)]
        program = Path(sys.executable).with_name(words[0]) if words[0] != "python" else Path(sys.executable)
        text = buffer.text if self.given is Given.STDIN else ""
        done = subprocess.run(
            [program, *words[1:]],
            cwd=self._cwd(buffer),
            env=environment(buffer.elsewhere),
            input=text.encode(),
            capture_output=True,
        )
        assert done.stderr == b""
        return done.stdout.decode()

    def _cwd(self, buffer: Buffer) -> Path:
        folders = {
            Folder.WORKSPACE: buffer.workspace,
            Folder.ROOT: buffer.root,
            Folder.BESIDE: buffer.path.parent,
            Folder.ELSEWHERE: buffer.elsewhere,
        }
        return folders[self.cwd]

    def _filled(self, buffer: Buffer) -> dict[str, str]:
        relative = os.path.relpath(buffer.path, buffer.workspace)
        return {"relative": relative, "root": str(buffer.root)}


def environment(home: Path) -> dict[str, str]:
    """The variables of a process, without those that lead a linter to the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYLINTRC")}
    return {**kept, "HOME": str(home), "PYLINTHOME": str(home / "pylint")}


def lines(pattern: str, first_column: int = 1) -> Reader:
    """Reads lines by a pattern with the groups line, column, code and text; it is looked for as the editor does."""
    compiled = re.compile(pattern, re.ASCII)

    def read(output: str) -> Iterator[Shown]:
        for match in filter(None, map(compiled.search, output.splitlines())):
            yield Shown(int(match["line"]), int(match["column"]) + 1 - first_column, match["code"], match["text"])

    return read


def items(text: str, code: str = "{message-id}") -> Reader:
    """Reads pylint's `json` and `json2`; `text` and `code` are filled in with the values of each message."""

    def read(output: str) -> Iterator[Shown]:
        decoded = json.loads(output)
        for item in decoded["messages"] if isinstance(decoded, dict) else decoded:
            yield Shown(item["line"], item["column"] + 1, code.format(**item), text.format(**item))

    return read


# Of Vim and Lua patterns only what differs from Python's is written another way.
VSCODE_FLAKE8 = r"^(?P<line>\d+),(?P<column>-?\d+),(?P<type>\w+),(?P<code>\w+\d+):(?P<text>[^\r\n]*)"
NVIM_FLAKE8 = r"[^:]+:(?P<line>\d+):(?P<column>\d+):(?P<code>[^\W_]+):(?P<text>.+)"
ALE_FLAKE8 = r"^[a-zA-Z]?:?[^:]+:(?P<line>\d+):?(?P<column>\d+)?: (?P<code>[^\W_]+):? (?P<text>.*)$"
ALE_PYLINT = r"^[a-zA-Z]?:?[^:]+:(?P<line>\d+):(?P<column>\d+): [^\W_]+ \((?P<code>[^(]*)\) (?P<text>.*)$"
PYLSP_FLAKE8 = r"^(.*):(?P<line>\d*):(?P<column>\d*): (?P<code>\w*) (?P<text>.*)"
PYLSP_PYLINT = r"^(.*):(?P<line>\d*):(?P<column>\d*): (?P<code>\w*): (?P<text>.*)"
FLYCHECK_FLAKE8 = r"^(.+?):(?P<line>\d+):((?P<column>\d+):)? (?P<code>[a-zA-Z]+\d+) (?P<text>[^\n]+)$"
FLYMAKE = r"^(?:<?stdin>?):(?P<line>\d+):(?:(?P<column>\d+):?)? (?P<text>(?P<code>\w+).*)$"

VSCODE_FORMAT = "%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s"
NVIM_FORMAT = "%(path)s:%(row)d:%(col)d:%(code)s:%(text)s"
ALE_TEMPLATE = "{path}:{line}:{column}: {msg_id} ({symbol}) {msg}"
_ALE_WORD = ALE_TEMPLATE.replace("{", "{{").replace("}", "}}")
_RUN_PYLINT = "import sys; from pylint.lint import Run; Run(sys.argv[1:])"
_RUN_MODULE = "import sys;sys.path.pop(0);import runpy;runpy.run_module({tool!r}, run_name='__main__')"
_FLYCHECK_FLAKE8 = shlex.quote(_RUN_MODULE.format(tool="flake8"))
_FLYCHECK_PYLINT = shlex.quote(_RUN_MODULE.format(tool="pylint"))
_OURS = "--load-plugins=orm_lint.pylint_plugin --disable=all --enable=orm-lint"

SYMBOL = "orm-related-object-per-row"
NAMED = f"{{text}} ({SYMBOL})"

CLIENTS = (
    Client(
        "VS Code, flake8",
        f"python -m flake8 --format={VSCODE_FORMAT} {{path}}",
        Folder.WORKSPACE,
        Given.SAVED,
        lines(VSCODE_FLAKE8),
    ),
    Client(
        "VS Code, flake8, notebook",
        f"python -m flake8 --format={VSCODE_FORMAT} --stdin-display-name {{path}}.ipynb -",
        Folder.WORKSPACE,
        Given.STDIN,
        lines(VSCODE_FLAKE8),
        called="{name}.ipynb.py",
    ),
    Client(
        "VS Code, pylint",
        "python -m pylint --reports=n --output-format=json2 --clear-cache-post-run=y --from-stdin {path}",
        Folder.WORKSPACE,
        Given.STDIN,
        items("{message}", "{messageId}:{symbol}"),
        code=f"W7101:{SYMBOL}",
    ),
    Client(
        "nvim-lint, flake8",
        f"flake8 --format={NVIM_FORMAT} --no-show-source --stdin-display-name {{path}} -",
        Folder.WORKSPACE,
        Given.STDIN,
        lines(NVIM_FLAKE8),
    ),
    Client(
        "nvim-lint, pylint",
        "pylint -f json --from-stdin {path}",
        Folder.WORKSPACE,
        Given.STDIN,
        items("{message} ({symbol})"),
        code="W7101",
        says=NAMED,
    ),
    Client(
        "ALE, flake8",
        "flake8 --format=default --stdin-display-name {path} -",
        Folder.ROOT,
        Given.STDIN,
        lines(ALE_FLAKE8),
    ),
    Client(
        "ALE, pylint",
        f"pylint --output-format text --msg-template='{_ALE_WORD}' --reports n --from-stdin {{path}}",
        Folder.ROOT,
        Given.STDIN,
        lines(ALE_PYLINT, first_column=0),
        code=SYMBOL,
    ),
    Client(
        "pylsp, flake8",
        "flake8 - --max-line-length=100 --stdin-display-name {relative}",
        Folder.WORKSPACE,
        Given.STDIN,
        lines(PYLSP_FLAKE8),
    ),
    Client(
        "pylsp, pylint with an executable",
        f"pylint {_OURS} --from-stdin {{path}}",
        Folder.ELSEWHERE,
        Given.STDIN,
        lines(PYLSP_PYLINT, first_column=0),
        code="W7101",
        says=NAMED,
    ),
    Client(
        "pylsp, pylint",
        f'python -c "{_RUN_PYLINT}" -f json {{path}}',
        Folder.WORKSPACE,
        Given.SAVED,
        items("[{symbol}] {message}"),
        code="W7101",
        says=f"[{SYMBOL}] {{text}}",
    ),
    Client(
        "flycheck, flake8",
        f"python -c {_FLYCHECK_FLAKE8} --format=default --append-config {{root}}/setup.cfg"
        " --stdin-display-name={path} -",
        Folder.ROOT,
        Given.STDIN,
        lines(FLYCHECK_FLAKE8),
    ),
    Client(
        "flycheck, pylint",
        f"python -c {_FLYCHECK_PYLINT} --reports=n --output-format=json --rcfile={{root}}/.pylintrc {{path}}",
        Folder.ROOT,
        Given.COPY,
        items("{message}", "{symbol}"),
        code=SYMBOL,
        called="flycheck_{name}",
    ),
    Client(
        "flymake, flake8",
        "flake8 -",
        Folder.BESIDE,
        Given.STDIN,
        lines(FLYMAKE),
        says="ORM101 {text}",
        called="stdin.py",
    ),
    Client(
        "flymake, pylint",
        f"pylint {_OURS} --from-stdin stdin",
        Folder.BESIDE,
        Given.STDIN,
        lines(FLYMAKE, first_column=0),
        code="W7101",
        says=f"W7101: {NAMED}",
        called="stdin.py",
    ),
)
