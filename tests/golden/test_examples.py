"""Every example claim computes to the figure that its page works out by hand."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIMS = sorted(EXAMPLES.glob("*.json"))
Compute = Callable[[dict[str, Any]], dict[str, Any]]


def test_there_are_at_least_three_examples_and_each_has_its_page() -> None:
    assert len(CLAIMS) >= 3
    assert {path.stem for path in CLAIMS} == {path.stem for path in EXAMPLES.glob("*.md")} - {
        "README"
    }


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_an_example_computes_to_the_figure_on_its_page(path: Path, computed: Compute) -> None:
    page = path.with_suffix(".md").read_text()
    stated = re.search(r"^\*\*Restitution: \$([\d,]+\.\d\d)\*\*$", page, re.MULTILINE)
    assert stated is not None
    result = computed(json.loads(path.read_text()))
    assert result["total"] == stated[1].replace(",", "")


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_an_examples_page_says_what_is_synthetic(path: Path) -> None:
    assert "**synthetic**" in path.with_suffix(".md").read_text()


def test_the_live_in_example_turns_on_its_position(computed: Compute) -> None:
    claim = json.loads((EXAMPLES / "live_in_domestic.json").read_text())
    other = claim | {"positions": {"live_in_ot_exemption_in_1593": "do_not_apply"}}
    assert computed(other)["total"] == "125665.28"
    [position] = [
        p for p in computed(claim)["positions"] if p["key"] == "live_in_ot_exemption_in_1593"
    ]
    assert (position["chosen_by"], position["effect"]) == ("default", "-31600.00")


def test_the_expenses_of_the_trafficking_example_are_worth_what_its_page_says(
    computed: Compute,
) -> None:
    claim = json.loads((EXAMPLES / "sex_trafficking_minor.json").read_text())
    other = claim | {"positions": {"gross_income_offset": "deduct_expenses"}}
    assert computed(other)["total"] == "75648.05"


def test_the_workweeks_of_the_rate_change_are_those_of_its_page(computed: Compute) -> None:
    claim = json.loads((EXAMPLES / "rate_change.json").read_text())
    rows = [(w["starts_on"], w["due"], w["unpaid"]) for w in computed(claim)["workweeks"]]
    assert rows == [
        ("2008-07-06", "420.00", "220.00"),
        ("2008-07-13", "420.00", "270.00"),
        ("2008-07-20", "439.25", "289.25"),
        ("2008-07-27", "458.50", "458.50"),
        ("2008-08-03", "458.50", "458.50"),
    ]
