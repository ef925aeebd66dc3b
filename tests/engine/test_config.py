from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.engine.config import Config, find_config
from orm_lint.engine.options import OPTIONS
from orm_lint.errors import ConfigError
from orm_lint.finding import Confidence


def write(folder: Path, text: str) -> Path:
    file = folder / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    return file


def error_of(folder: Path) -> str:
    with pytest.raises(ConfigError) as raised:
        find_config(folder)
    return str(raised.value)


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
[tool.orm_lint]
select = ["ORM5"]
extend-select = ["ORM601"]
ignore = ["ORM501"]
exclude = ["a/"]
extend-exclude = ["b/"]
min-confidence = "high"
django-version = "5.2"
settings = "config.settings"
python-environment = ".venv"
large-models = ["shop.Order"]
small-models = ["shop.Country"]
model-sizes = "sizes.toml"
large-model-rows = 500
[tool.orm_lint.per-file-ignores]
"legacy/" = ["ORM5", "ORM601"]
"""
    file = write(tmp_path, text)
    assert find_config(tmp_path) == Config(
        source=file,
        text=text,
        select=("ORM5",),
        extend_select=("ORM601",),
        ignore=("ORM501",),
        per_file_ignores=(("legacy/", ("ORM5", "ORM601")),),
        exclude=("a/",),
        extend_exclude=("b/",),
        min_confidence=Confidence.HIGH,
        django_version="5.2",
        settings="config.settings",
        python_environment=".venv",
        large_models=("shop.Order",),
        small_models=("shop.Country",),
        model_sizes="sizes.toml",
        large_model_rows=500,
    )


def test_the_table_of_options_is_the_fields_of_config() -> None:
    fields = set(Config.__struct_fields__) - {"source", "text"}
    assert {option.key.replace("-", "_") for option in OPTIONS} == fields


def test_every_example_in_the_documentation_is_accepted(tmp_path: Path) -> None:
    write(tmp_path, "[tool.orm_lint]\n" + "\n".join(option.example for option in OPTIONS))
    assert find_config(tmp_path).django_version == "5.2"


def test_nearest_file_with_our_table_counts_and_others_on_the_way_do_not(tmp_path: Path) -> None:
    outer = write(tmp_path, "[tool.orm_lint]\nselect = ['ORM5']\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path / "a", "[tool.black]\n")
    write(inner, "[broken by someone else\n")
    (inner / "models.py").touch()
    assert find_config(inner / "models.py").source == outer


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert find_config(tmp_path / "missing" / "models.py") == Config()


def test_an_empty_table_is_a_configuration(tmp_path: Path) -> None:
    file = write(tmp_path, "[tool.orm_lint]\n")
    assert find_config(tmp_path) == Config(source=file, text="[tool.orm_lint]\n")


def test_a_similar_key_is_offered(tmp_path: Path) -> None:
    file = write(tmp_path, "[tool.orm_lint]\nextend_selct = []\n")
    assert error_of(tmp_path) == f"{file}: tool.orm_lint.extend_selct: unknown key; did you mean extend-select?"


def test_all_keys_are_named_where_none_is_similar(tmp_path: Path) -> None:
    file = write(tmp_path, "[tool.orm_lint]\nzzz = 1\n")
    keys = ", ".join(option.key for option in OPTIONS)
    assert error_of(tmp_path) == f"{file}: tool.orm_lint.zzz: unknown key; the keys are {keys}"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("select = 'ORM5'", "select: must be a list of strings, not 'ORM5'"),
        ("select = [1]", "select: must be a list of strings, not a list that holds other things"),
        ("settings = true", "settings: must be a string, not true"),
        ("django-version = 5.2", 'django-version: must be a string such as "5.2", not 5.2'),
        ("django-version = 'newest'", "django-version: must be a string such as \"5.2\", not 'newest'"),
        ("min-confidence = 'HIGH'", 'min-confidence: must be "low", "medium" or "high", not \'HIGH\''),
        ("large-model-rows = 0", "large-model-rows: must be a whole number above 0, not 0"),
        ("large-model-rows = true", "large-model-rows: must be a whole number above 0, not true"),
        ("large-model-rows = '5'", "large-model-rows: must be a whole number above 0, not '5'"),
        ("per-file-ignores = []", "per-file-ignores: must be a table of lists of strings, not an empty list"),
        ("per-file-ignores = {a = 'ORM5'}", "per-file-ignores: must be a table of lists of strings, not this table"),
    ],
)
def test_a_value_of_the_wrong_type_names_file_key_and_what_is_wanted(tmp_path: Path, line: str, problem: str) -> None:
    file = write(tmp_path, f"[tool.orm_lint]\n{line}\n")
    assert error_of(tmp_path) == f"{file}: tool.orm_lint.{problem}"


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    file = write(tmp_path, "[tool]\norm_lint = 3\n")
    assert error_of(tmp_path) == f"{file}: tool.orm_lint: must be a table"


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    file = write(tmp_path, "[tool.orm_lint]\nselect = [\n'a' 'b'\n]\n")
    assert error_of(tmp_path) == f"{file}:3: not TOML: Unclosed array"


def test_text_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(b"[tool.orm_lint]\nsettings = '\xff'\n")
    assert error_of(tmp_path) == f"{file}:2: not UTF-8"
