"""The hooks as people run them: the real pre-commit, or prek, over a Django project in a git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from orm_lint import __version__

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ".".join(map(str, sys.version_info[:2]))
RUNNER = os.environ.get("ORM_LINT_HOST", "pre-commit")
# What pip needs to install the hooks, and what says which hooks there are.
HOOK_FILES = ("orm_lint", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml")
# PYTHONPATH would put the checkout before the installed package; the others change what git and the runners do.
LEFT_OUT = ("GIT_", "PRE_COMMIT", "PREK_", "PYTHON", "VIRTUAL_ENV", "SKIP", "FORCE_COLOR", "CLICOLOR_FORCE")
WHO = {f"GIT_{role}_{key}": "test@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
WHEN = {f"GIT_{role}_DATE": "2026-01-01T00:00:00Z" for role in ("AUTHOR", "COMMITTER")}
STATUS = re.compile(r"(?P<name>\S.*?)\.{3,}(?:\(no files to check\))?(?P<status>Passed|Failed|Skipped)")
# What the runners and git say beside what a hook says.
OTHER = re.compile(
    r"\[(?:INFO|WARNING)\] |error: failed to push |"
    r"Unstaged changes detected\.|Restored unstaged changes from |warning: Waiting to acquire lock "
)
# The end of the report's last line: the models include Django's own.
SIZE = re.compile(r", \d+ models \(\d+\.\d s\)$")
EXIT_CODE = re.compile(r"- exit code: (\d+)")


@dataclass(frozen=True)
class Hook:
    """What a runner says about one hook; only one that failed has an exit code and lines."""

    name: str
    status: str
    exit_code: int = 0
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """What a whole run ended with."""

    exit_code: int
    hooks: tuple[Hook, ...]


def passed(*names: str) -> Run:
    return Run(0, tuple(Hook(name, "Passed") for name in names))


def skipped(*names: str) -> Run:
    return Run(0, tuple(Hook(name, "Skipped") for name in names))


def failed(*lines: str, name: str = "orm-lint", exit_code: int = 1) -> Run:
    return Run(1, (Hook(name, "Failed", exit_code, lines),))


@dataclass(frozen=True)
class Repository:
    """A git repository, and commands in it that know neither the user's git nor the user's caches."""

    root: Path
    environment: Mapping[str, str]

    def git(self, *arguments: str) -> str:
        return self.call("git", *arguments, check=True).stdout

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def stage(self, path: str, text: str) -> None:
        self.write(path, text)
        self.git("add", "--", path)

    def commit(self) -> None:
        """Commits everything past the hooks."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "all")

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").strip()

    def pre_commit(self, *arguments: str) -> Run:
        """Runs pre-commit, or prek."""
        return self.outcome(str(Path(sys.executable).with_name(RUNNER)), *arguments)

    def outcome(self, *command: str) -> Run:
        """Runs a command that runs hooks."""
        done = self.call(*command)
        return Run(done.returncode, tuple(said(done.stdout + done.stderr)))

    def call(self, *command: str, check: bool = False) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.root, env=dict(self.environment), capture_output=True, text=True, check=check
        )


def said(output: str) -> list[Hook]:
    """The hooks in what a runner prints. prek moves their lines in, and adds what they are for."""
    hooks: list[Hook] = []
    for line in output.splitlines():
        if found := STATUS.fullmatch(line):
            hooks.append(Hook(found["name"], found["status"]))
        elif hooks and (found := EXIT_CODE.fullmatch(line)):
            hooks[-1] = Hook(hooks[-1].name, hooks[-1].status, int(found[1]))
        elif hooks and hooks[-1].exit_code and line.strip() and not OTHER.match(line):
            last = hooks[-1]
            hooks[-1] = Hook(last.name, last.status, last.exit_code, (*last.lines, line))
    return [Hook(hook.name, hook.status, hook.exit_code, _moved_out(hook.lines)) for hook in hooks]


def _moved_out(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(SIZE.sub("", line) for line in dedent("\n".join(lines)).splitlines())


def environment(folder: Path) -> dict[str, str]:
    """That of this process, with all that git, pip and the runners would keep in the user's home in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
    # The hooks are installed with the Python of these tests: others that the machine has may be too old, or dead shims.
    path = os.pathsep.join((str(Path(sys.base_prefix, "bin")), os.environ["PATH"]))
    places = {name: str(folder / "store") for name in ("PRE_COMMIT_HOME", "PREK_HOME")}
    caches = {name: str(folder / name.lower()) for name in ("PIP_CACHE_DIR", "VIRTUALENV_OVERRIDE_APP_DATA")}
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    # prek installs with uv, which else trusts other certificates than pip does.
    return {**kept, "PATH": path, **places, **caches, **git, **WHO, **WHEN, "UV_SYSTEM_CERTS": "1"}


def hook_repository(root: Path, folder: Path) -> Repository:
    """The hooks of the working tree, committed or not, in a git repository of their own."""
    root.mkdir(parents=True)
    for name in HOOK_FILES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root)
    made = new_repository(root, folder)
    made.git("tag", f"v{__version__}")
    return made


def new_repository(root: Path, folder: Path) -> Repository:
    """Makes a folder a git repository with one commit."""
    repository = Repository(root, environment(folder))
    repository.git("init", "--quiet")
    repository.commit()
    return repository
