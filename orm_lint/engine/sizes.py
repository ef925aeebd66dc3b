"""The sizes of tables that a configuration states, its file of row counts included."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from orm_lint.engine.config import TABLE, Config
from orm_lint.errors import ConfigError
from orm_lint.project.sizes import Sizes
from orm_lint.source.plain import parse_toml, read_plain

KEY = f"{TABLE}.model-sizes"


def sizes_of(config: Config) -> Sizes:
    """What a configuration says about sizes. Raises ConfigError for a file of row counts that says nothing."""
    rows: dict[str, int] = {}
    if config.model_sizes is not None and config.source is not None:
        rows = _rows(config.source, config.source.parent / config.model_sizes)
    return Sizes(config.large_models, config.small_models, rows, config.large_model_rows)


def _rows(source: Path, file: Path) -> dict[str, int]:
    """Row counts by name in lower case. In TOML, `shop.Order = 3` is a table in a table, and means the same."""
    try:
        text = read_plain(file).decode()
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or ("not UTF-8" if isinstance(error, ValueError) else str(error))
        raise ConfigError(str(source), KEY, f"{file.name} cannot be read: {problem}") from None
    try:
        document = json.loads(text) if file.suffix == ".json" else parse_toml(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(str(file), "", f"not {'JSON' if file.suffix == '.json' else 'TOML'}: {error}") from None
    if not isinstance(document, dict):
        raise ConfigError(str(file), "", "must map names of models to numbers of rows")
    return dict(_counts(file, document))


def _counts(file: Path, document: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    waiting = list(document.items())
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((f"{name}.{key}", inner) for key, inner in value.items())
        elif isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            yield name.lower(), value
        else:
            raise ConfigError(str(file), name, "must be a number of rows")
