"""The real python-lsp-server, where it is installed: `nox -s full` does that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from tests.docs.pages import page
from tests.editors.clients import environment
from tests.editors.project import COLUMN, UNSAVED, elsewhere, make_project

pytest.importorskip("pylsp")

TEXT = '`book.author` runs one query per Book; add .select_related("author") to the queryset at shop/views.py:5'
OTHERS = ("autopep8", "mccabe", "pycodestyle", "pyflakes", "yapf")
# The settings of docs/editors.md, with more arguments for pylint: what it finds itself is not asked for.
SETTINGS = json.loads(page("editors").texts("json")[-1])
PYLINT = {
    "pylsp.plugins.flake8.enabled": False,
    "pylsp.plugins.pylint.enabled": True,
    "pylsp.plugins.pylint.args": [*SETTINGS["pylsp.plugins.pylint.args"], "--disable=all", "--enable=orm-lint"],
}


def send(stream: IO[bytes], **message: Any) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def received(stream: IO[bytes], wanted: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The first message that is wanted; the others are passed over."""
    while True:
        length = 0
        while (header := stream.readline().strip()) != b"":
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        assert length, "the server has ended"
        message = json.loads(stream.read(length))
        if wanted(message):
            return message


def nested(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as pylsp wants them, a dictionary for each part of their names."""
    tree: dict[str, Any] = {}
    for name, value in settings.items():
        *parents, last = name.split(".")
        place = tree
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return tree


def opened(project: Path, home: Path, more: dict[str, Any], text: str) -> list[dict[str, Any]]:
    """The diagnostics of shop/views.py, opened with a text that is not on disk."""
    uri = (project / "shop/views.py").as_uri()
    settings = nested({f"pylsp.plugins.{name}.enabled": False for name in OTHERS} | SETTINGS | more)
    folders = {"rootUri": project.as_uri(), "workspaceFolders": [{"uri": project.as_uri(), "name": "shop"}]}
    variables = environment(home)
    variables["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), variables["PATH"]])
    with subprocess.Popen(
        [sys.executable, "-m", "pylsp"], cwd=home, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin
        assert server.stdout
        options = {"processId": os.getpid(), "capabilities": {}, "initializationOptions": settings, **folders}
        send(server.stdin, id=1, method="initialize", params=options)
        received(server.stdout, lambda message: message.get("id") == 1)
        send(server.stdin, method="initialized", params={})
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        send(server.stdin, method="textDocument/didOpen", params={"textDocument": document})
        found = received(server.stdout, lambda message: message.get("method") == "textDocument/publishDiagnostics")
        send(server.stdin, id=2, method="shutdown")
        send(server.stdin, method="exit")
        server.stdout.read()
    return found["params"]["diagnostics"]


@pytest.mark.parametrize(
    ("settings", "code", "text"),
    [({}, "ORM101", f"ORM101 {TEXT}"), (PYLINT, "W7101", f"{TEXT} (orm-related-object-per-row)")],
)
def test_a_text_that_was_opened_and_never_saved(settings: Any, code: str, text: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (found,) = opened(project, elsewhere(tmp_path), settings, UNSAVED)
    assert (found["code"], found["message"]) == (code, text)
    assert found["range"]["start"] == {"line": 4, "character": COLUMN - 1}
