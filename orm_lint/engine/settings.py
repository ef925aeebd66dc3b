"""Names in the configuration that mean nothing in this project, and the lines they stand on."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from orm_lint.engine.config import TABLE, Config
from orm_lint.engine.suppressions import settings_code
from orm_lint.finding import Notice, Span
from orm_lint.project.project import Project
from orm_lint.project.sizes import is_named
from orm_lint.rules.base import AnyRule, WrittenCode, nearest


class SettingsCodes(Struct, frozen=True):
    """The selectors of a configuration: those whose place was found, and notices for unknown ones without a place."""

    codes: tuple[WrittenCode, ...]
    unplaced: tuple[Notice, ...]


def settings_codes(config: Config, root: Path, rules: Sequence[AnyRule]) -> SettingsCodes:
    """The selectors of a configuration, each once for each place that it is written in."""
    codes: list[WrittenCode] = []
    notices: list[Notice] = []
    path = _path(config, root)
    for key, written in dict.fromkeys(config.written_codes()):
        spans = list(_spans(config, path, written))
        codes.extend(settings_code(written, span, rules) for span in spans)
        if not spans and settings_code(written, Span(path, 1, 1, 1, 1), rules).is_unknown:
            notices.append(Notice(path, 1, f"{TABLE}.{key}: no rule is called {written}"))
    return SettingsCodes(tuple(dict.fromkeys(codes)), tuple(notices))


def misnamed_models(config: Config, root: Path, project: Project) -> tuple[Notice, ...]:
    """A notice for each entry of `large-models` and `small-models` that is no model of the project."""
    keys = (("large-models", config.large_models), ("small-models", config.small_models))
    if not any(labels for _, labels in keys):
        return ()
    known = {model.label for model in project.models}
    path = _path(config, root)
    return tuple(
        Notice(path, _line(config, path, label), f"{TABLE}.{key}: no model is called {label}{nearest(label, known)}")
        for key, labels in keys
        for label in labels
        if not any(is_named(model, label) for model in project.models)
    )


def _spans(config: Config, path: str, written: str) -> list[Span]:
    """Where a string stands in our table of the file. TOML readers keep no positions, so the text is searched."""
    header = re.search(rf"^\s*\[\s*{re.escape(TABLE)}", config.text, re.MULTILINE)
    start = header.start() if header else 0
    spans = []
    for match in re.finditer(rf"""(["']){re.escape(written)}\1""", config.text[start:]):
        offset = start + match.start() + 1
        line = config.text.count("\n", 0, offset) + 1
        column = offset - (config.text.rfind("\n", 0, offset) + 1) + 1
        spans.append(Span(path, line, column, line, column + len(written)))
    return spans


def _line(config: Config, path: str, written: str) -> int:
    return next((span.line for span in _spans(config, path, written)), 1)


def _path(config: Config, root: Path) -> str:
    # Not Path.relative_to: a file that the user names may lie beside the project.
    return os.path.relpath(config.source, root).replace(os.sep, "/") if config.source else ""
