"""The errors a user can cause. Each carries one line that says what to do; frontends exit with 2."""

from __future__ import annotations


class OrmLintError(Exception):
    """Something the user can repair; the text is shown as it is, without a traceback."""


class ConfigError(OrmLintError):
    """A configuration file holds an unknown key or a value of the wrong type.

    `source` names the file (or `command line`), `key` the dotted key, as the user wrote them.
    """

    def __init__(self, source: str, key: str, problem: str) -> None:
        super().__init__(f"{source}: {key}: {problem}" if key else f"{source}: {problem}")
        self.source = source
        self.key = key
        self.problem = problem


class UsageError(OrmLintError):
    """A path, code or name given on the command line does not exist."""


class UnreadableFileError(OrmLintError):
    """One file cannot be linted: its encoding, its size, its syntax or its permissions.

    `line` is 1-based, and 1 where the problem concerns the whole file. The run goes on without the file.
    """

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem
