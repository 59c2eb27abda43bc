"""Every worked example of a regulation is held: as a golden case, or against the encoded law."""

import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from remedies import law

HERE = Path(__file__).parent
LAW = law.encoded()
EXAMPLES = tomllib.loads((HERE / "examples_of_regulations.toml").read_text())["examples"]
CASES = tomllib.loads((HERE / "regulations.toml").read_text())["cases"]
VALUES = [
    pytest.param(value, id=f"{entry['id']}: {value['key']} {value['tier']} {value['on']}")
    for entry in EXAMPLES
    for value in entry.get("values", ())
]
# Those whose source rounds its rates on the way: each stands by that method and exactly.
ROUNDED_FIRST = {
    "FS56C-A": "dol_a",
    "FS56C-B": "dol_a",
    "FS56C-C": "dol_a",
    "778.502-rule": "dol_b",
}


def test_every_example_is_held_by_a_case_or_by_the_law() -> None:
    by_case = {entry["id"] for entry in EXAMPLES if entry["held_by"] == "case"}
    assert {case["example"] for case in CASES} == by_case
    rest = [entry for entry in EXAMPLES if entry["id"] not in by_case]
    assert all(entry["held_by"] == "law" and entry["values"] for entry in rest)


def test_every_example_stands_once_with_its_citation() -> None:
    assert max(Counter(entry["id"] for entry in EXAMPLES).values()) == 1
    assert all(entry["citation"] for entry in EXAMPLES)
    assert len(EXAMPLES) == 32


@pytest.mark.parametrize(("example", "method"), ROUNDED_FIRST.items())
def test_an_example_that_rounds_its_rates_first_stands_by_both_methods(
    example: str, method: str
) -> None:
    found = [
        case["claim"].get("positions", {}).get("workweek_rounding", "exact")
        for case in CASES
        if case["example"] == example
    ]
    assert {method, "exact"} == set(found)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_of_an_example_is_the_encoded_one(value: dict[str, Any]) -> None:
    encoded = LAW.item(value["key"]).on(value["on"], value["tier"] or None).value
    assert encoded is not None
    assert encoded * value["times"] == Fraction(value["value"])
