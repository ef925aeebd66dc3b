from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.engine.config import find_config
from orm_lint.engine.sizes import sizes_of
from orm_lint.errors import ConfigError
from orm_lint.project.sizes import Sizes


def sizes(folder: Path, settings: str, name: str = "", text: str = "") -> Sizes:
    (folder / "pyproject.toml").write_text(f"[tool.orm_lint]\n{settings}\n")
    if name:
        (folder / name).write_text(text)
    return sizes_of(find_config(folder))


def test_without_settings_nothing_is_known(tmp_path: Path) -> None:
    assert sizes(tmp_path, "") == Sizes()


def test_names_and_the_limit_are_those_of_the_configuration(tmp_path: Path) -> None:
    stated = 'large-models = ["shop.Order"]\nsmall-models = ["shop.*"]\nlarge-model-rows = 7'
    assert sizes(tmp_path, stated) == Sizes(("shop.Order",), ("shop.*",), {}, 7)


def test_a_toml_file_holds_row_counts_with_quoted_and_with_plain_names(tmp_path: Path) -> None:
    text = '"shop.Order" = 2_500_000\nshop.Country = 250\n[blog]\nPost = 0\n'
    found = sizes(tmp_path, 'model-sizes = "sizes.toml"', "sizes.toml", text)
    assert found.rows == {"shop.order": 2_500_000, "shop.country": 250, "blog.post": 0}


def test_a_json_file_is_told_by_its_name(tmp_path: Path) -> None:
    found = sizes(tmp_path, 'model-sizes = "sizes.json"', "sizes.json", '{"shop_order": 12}')
    assert found.rows == {"shop_order": 12}


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("sizes.toml", '"shop.Order" = "many"\n', "sizes.toml: shop.Order: must be a number of rows"),
        ("sizes.toml", "shop.Order = true\n", "sizes.toml: shop.Order: must be a number of rows"),
        ("sizes.toml", "shop.Order = -1\n", "sizes.toml: shop.Order: must be a number of rows"),
        ("sizes.toml", "shop.Order = \n", "sizes.toml: not TOML: Invalid value (at line 1, column 14)"),
        ("sizes.json", "[1]", "sizes.json: must map names of models to numbers of rows"),
        ("sizes.json", "{", "sizes.json: not JSON: Expecting property name enclosed in double quotes"),
        ("", "", "pyproject.toml: tool.orm_lint.model-sizes: sizes.toml cannot be read: No such file or directory"),
    ],
)
def test_a_file_that_says_nothing_is_an_error(tmp_path: Path, name: str, text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as raised:
        sizes(tmp_path, f'model-sizes = "{name or "sizes.toml"}"', name, text)
    assert str(raised.value).startswith(str(tmp_path / problem))
