"""Claims under other statutes, as fixtures: what each regime opens and what its result says is closed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Compute = Callable[[dict[str, Any]], dict[str, Any]]
HERE = Path(__file__).parent


def _claim(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text())
    return found


def test_transportation_for_prostitution_has_losses_and_gross_income(computed: Compute) -> None:
    # 12 days × 3 acts × 100.00 = 3,600.00; losses 850.00.
    result = computed(_claim("chapter_117"))
    assert result["statute"] == "18 U.S.C. § 2429"
    assert result["arms"] == {
        "gross_income": "3600.00",
        "value_to_defendant": None,
        "value_of_labor": None,
    }
    assert result["total"] == "4450.00"
    [closed] = result["unavailable"]
    assert closed["what"] == "value_of_labor"
    assert "2429(b)(1)" in closed["why"]
    assert result["worksheet"][-1]["authority"] == "18 U.S.C. § 2429(a)"


def test_a_conspiracy_outside_the_chapters_has_listed_losses_and_no_gain(
    computed: Compute,
) -> None:
    # Of 1,200.00 medical and 300.00 temporary housing only the first is listed in § 3663A(b).
    result = computed(_claim("conspiracy_371"))
    assert result["statute"] == "18 U.S.C. §§ 3663, 3663A"
    assert result["total"] == "1200.00"
    assert result["measure"] is None
    assert set(result["arms"].values()) == {None}
    assert [entry["what"] for entry in result["unavailable"]] == [
        "gross_income",
        "value_to_defendant",
        "value_of_labor",
        "losses.temporary_housing",
    ]
    assert all(entry["why"] for entry in result["unavailable"])
