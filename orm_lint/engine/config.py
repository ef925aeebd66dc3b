"""`[tool.orm_lint]` in pyproject.toml: where it is found, what it may hold, what it means."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from orm_lint.engine.options import OPTIONS, WANTED, Option
from orm_lint.errors import ConfigError
from orm_lint.finding import Confidence
from orm_lint.project.sizes import MANY_ROWS
from orm_lint.source.plain import parse_toml, read_plain

TABLE = "tool.orm_lint"


class Config(Struct, frozen=True):
    """What a project asks for. `source` is the file it was read from, `text` that file's text.

    `select` and `exclude` are None where the defaults hold; patterns are relative to the directory of `source`.
    """

    source: Path | None = None
    text: str = ""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    django_version: str | None = None
    settings: str | None = None
    python_environment: str | None = None
    frozen: bool = False
    large_models: tuple[str, ...] = ()
    small_models: tuple[str, ...] = ()
    model_sizes: str | None = None
    large_model_rows: int = MANY_ROWS

    def written_codes(self) -> Iterator[tuple[str, str]]:
        """Every selector in the file with the key that holds it."""
        yield from (("select", code) for code in self.select or ())
        yield from (("extend-select", code) for code in self.extend_select)
        yield from (("ignore", code) for code in self.ignore)
        yield from (("per-file-ignores", code) for _, codes in self.per_file_ignores for code in codes)


def find_config(path: Path) -> Config:
    """The configuration for a path: the nearest pyproject.toml upwards that holds our table, else the defaults.

    Raises ConfigError where that file is broken, or holds an unknown key or a value of the wrong type.
    """
    start = path if path.is_dir() else path.parent
    for folder in (start, *start.parents):
        file = folder / "pyproject.toml"
        try:
            data = read_plain(file)
        except OSError:
            continue
        # Most pyproject.toml files on the way up are about other tools: a broken one of those is not ours to report.
        if b"orm_lint" in data and (config := read_config(file, data)) is not None:
            return config
    return Config()


def given_config(file: Path) -> Config:
    """The configuration in a file that the user names. Raises ConfigError also where it holds none."""
    try:
        data = read_plain(file)
    except OSError as error:
        raise ConfigError(str(file), "", f"cannot be read: {error.strerror or type(error).__name__}") from None
    config = read_config(Path(os.path.realpath(file)), data)
    if config is None:
        raise ConfigError(str(file), TABLE, "missing")
    return config


def read_config(file: Path, data: bytes) -> Config | None:
    """The configuration that one file holds; None without our table. Raises ConfigError."""
    import tomllib

    try:
        text = data.decode()
        document = parse_toml(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(f"{file}:{line}", "", "not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(place[1]) if place else data.count(b"\n") + 1
        raise ConfigError(f"{file}:{line}", "", f"not TOML: {re.sub(r' [(]at .*$', '', str(error))}") from error
    match document:
        case {"tool": {"orm_lint": dict() as table}}:
            return _config_of(file, text, table)
        case {"tool": {"orm_lint": _}}:
            raise ConfigError(str(file), TABLE, "must be a table")
    return None


def _config_of(file: Path, text: str, table: Mapping[str, object]) -> Config:
    known = {option.key: option for option in OPTIONS}
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(str(file), f"{TABLE}.{key}", _unknown_key(key, known))
        values[key.replace("-", "_")] = _checked(file, known[key], value)
    # The table of options is checked against the fields of Config by a test.
    return Config(source=file, text=text, **values)  # type: ignore[arg-type]


def _unknown_key(key: str, known: Mapping[str, Option]) -> str:
    nearest = difflib.get_close_matches(key.lower().replace("_", "-"), known, n=1, cutoff=0.5)
    return f"unknown key; did you mean {nearest[0]}?" if nearest else f"unknown key; the keys are {', '.join(known)}"


def _checked(file: Path, option: Option, value: object) -> object:
    match option.kind, value:
        case "text", str():
            return value
        case "version", str() if re.fullmatch(r"\d+\.\d+(\.\d+)?", value):
            return value
        case "confidence", str() if value in {level.label for level in Confidence}:
            return Confidence[value.upper()]
        case "number", int() if not isinstance(value, bool) and value > 0:
            return value
        case "switch", bool():
            return value
        case "texts", list() if _all_texts(value):
            return tuple(value)
        case "texts by pattern", dict() if all(isinstance(v, list) and _all_texts(v) for v in value.values()):
            return tuple((pattern, tuple(texts)) for pattern, texts in value.items())
    raise ConfigError(str(file), f"{TABLE}.{option.key}", f"must be {WANTED[option.kind]}, not {_shown(value)}")


def _all_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return "a list that holds other things" if value else "an empty list"
        case dict():
            return "this table"
    return repr(value)
