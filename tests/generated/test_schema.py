"""What the generator believes about the models and their rows is what Django says."""

from __future__ import annotations

import json

import pytest

from tests.generated.compare import run_module
from tests.generated.reads import UNEVEN
from tests.generated.schema import MODELS, PARENTS, plural


@pytest.fixture(scope="module")
def described() -> dict:
    return json.loads(run_module("tests.generated.describe", ""))


@pytest.mark.parametrize("name", [name for name in MODELS if name != "ContentType"])
@pytest.mark.parametrize("kind", ["forward", "one", "sets", "many", "generic"])
def test_the_relations_are_those_of_the_models(described: dict, name: str, kind: str) -> None:
    believed = getattr(MODELS[name], kind)
    assert {key: described[name][kind].get(key) for key in believed} == believed


@pytest.mark.parametrize("name", [name for name in MODELS if plural(name)])
def test_the_sets_of_the_first_and_the_last_row_grow(described: dict, name: str) -> None:
    for accessor in plural(name).keys() - UNEVEN:
        small, large = described[name]["sizes"][accessor]
        assert all(few < many for few, many in zip(small, large, strict=True)), accessor


def test_the_rows_of_most_models_are_in_a_set_that_grows() -> None:
    assert len(PARENTS) >= 12
