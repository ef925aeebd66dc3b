"""The keys of `[tool.orm_lint]`: one table that the reader, the error messages and the documentation share."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "texts", "texts by pattern", "version", "confidence", "number", "switch"]

WANTED: dict[Kind, str] = {
    "text": "a string",
    "texts": "a list of strings",
    "texts by pattern": "a table of lists of strings",
    "version": 'a string such as "5.2"',
    "confidence": '"low", "medium" or "high"',
    "number": "a whole number above 0",
    "switch": "true or false",
}


class Option(Struct, frozen=True):
    """One key. `default` and `example` are TOML; `summary` is Markdown."""

    key: str
    kind: Kind
    default: str
    summary: str
    example: str


OPTIONS = (
    Option(
        "select",
        "texts",
        "the rules that are on by default",
        "The rules to run: codes (`ORM501`), prefixes (`ORM5`), names (`generic-foreign-key`) or `ALL`. "
        "Where selectors contradict each other, the more precise one wins, and `ignore` wins a draw.",
        'select = ["ORM5", "ORM601"]',
    ),
    Option(
        "extend-select",
        "texts",
        "[]",
        "Rules to run in addition to `select`, or to the default rules where `select` is absent.",
        'extend-select = ["ORM503"]',
    ),
    Option("ignore", "texts", "[]", "Rules not to run, written as in `select`.", 'ignore = ["ORM601"]'),
    Option(
        "per-file-ignores",
        "texts by pattern",
        "{}",
        "Rules whose findings are dropped in files that match a gitignore pattern, "
        "relative to the directory of this file. All patterns that match a file count.",
        'per-file-ignores = { "legacy/" = ["ORM5"], "shop/models.py" = ["ORM501"] }',
    ),
    Option(
        "exclude",
        "texts",
        "virtual environments, build and vendored folders",
        "Gitignore patterns of what is not linted. Replaces the default patterns.",
        'exclude = ["vendor/"]',
    ),
    Option(
        "extend-exclude",
        "texts",
        "[]",
        "Gitignore patterns of what is not linted, in addition to `exclude`.",
        'extend-exclude = ["scripts/generated/"]',
    ),
    Option(
        "min-confidence",
        "confidence",
        '"medium"',
        "Findings below this confidence are not shown: `low`, `medium` or `high`.",
        'min-confidence = "high"',
    ),
    Option(
        "django-version",
        "version",
        "from the lock file, the requirements or the project metadata",
        "The Django version that the project runs on.",
        'django-version = "5.2"',
    ),
    Option(
        "settings",
        "text",
        "what `manage.py` names",
        "The dotted name of the settings module that production uses.",
        'settings = "config.settings.production"',
    ),
    Option(
        "python-environment",
        "text",
        "`VIRTUAL_ENV`, else `.venv` in the project",
        "The directory of the virtual environment that holds the project's dependencies. "
        "It is read, never run, and only for packages that orm_lint does not know itself.",
        'python-environment = ".venv"',
    ),
    Option(
        "frozen",
        "switch",
        "false",
        "Whether the packages of this machine are left out, as `--frozen` does for one run: "
        "then every machine, editor and hook gives the same findings, whatever is installed there.",
        "frozen = true",
    ),
    Option(
        "large-models",
        "texts",
        "[]",
        "Models with tables too large to count or to load whole: `app.Model`, the dotted name of the class or the name "
        "of the table; `*` stands for anything. Models that no option speaks of count as large, too, but findings that "
        "rest on it have medium confidence.",
        'large-models = ["shop.Order", "logs.*"]',
    ),
    Option(
        "small-models",
        "texts",
        "[]",
        "Models with tables that stay small, named as in `large-models`: rules about size leave them alone. "
        "A name goes before a pattern, both go before `model-sizes`, and between equals the model is large.",
        'small-models = ["shop.Country"]',
    ),
    Option(
        "model-sizes",
        "text",
        "none",
        "A file with the number of rows of each table, relative to the directory of this file: TOML, or JSON if its "
        "name ends in `.json`. It maps names, as in `large-models` but without `*`, to whole numbers: "
        '`"shop.Order" = 2500000`. Models that it does not name are unknown.',
        'model-sizes = "model-sizes.toml"',
    ),
    Option(
        "large-model-rows",
        "number",
        "10000",
        "From how many rows on `model-sizes` calls a table large; below, it is small.",
        "large-model-rows = 50000",
    ),
)
