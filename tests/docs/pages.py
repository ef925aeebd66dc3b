"""The blocks of a page under docs/, and what is needed to try them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.editors.clients import environment

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INSTALL = "python -m pip install"


@dataclass(frozen=True)
class Page:
    """A page: its blocks in order, each a language and a text."""

    blocks: tuple[tuple[str, str], ...]

    @property
    def languages(self) -> list[str]:
        return [language for language, _ in self.blocks]

    def texts(self, language: str) -> list[str]:
        return [text for one, text in self.blocks if one == language]

    def console(self) -> list[tuple[str, str]]:
        """The commands of the page that can be run, with what they print."""
        shown: list[tuple[str, str]] = []
        for line in "".join(self.texts("console")).splitlines(keepends=True):
            if line.startswith("$ "):
                shown.append((line[2:].strip(), ""))
            else:
                command, output = shown.pop()
                shown.append((command, output + line))
        return [(command, output) for command, output in shown if not command.startswith(INSTALL)]


def page(name: str) -> Page:
    text = (DOCS / f"{name}.md").read_text("utf-8")
    return Page(tuple((found[1], found[2]) for found in BLOCK.finditer(text)))


def typed(command: str, folder: Path) -> str:
    """What a command prints that is typed in a folder, in the environment of the tests."""
    variables = environment(folder)
    variables["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), variables["PATH"]])
    done = subprocess.run(command, shell=True, cwd=folder, env=variables, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


def codes(output: str) -> list[str]:
    """The places and codes of findings, as `books.py:15 ORM101`."""
    return [f"{found[1]} {found[2]}" for found in re.finditer(r"^([^:\n]+:\d+):\d+: (\w+)", output, flags=re.MULTILINE)]
