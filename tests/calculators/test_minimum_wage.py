"""The minimum wage of a place: what a claim must say for a higher one, and what is refused or warned of."""

import datetime as dt
import json
from typing import Any

import pytest

from remedies import casework
from remedies.errors import FactsError
from remedies.wire import result_json


def claim(
    place: str = "US-CA", *, week: str = "2013-06-02", higher: bool = True, **more: str
) -> bytes:
    work = {
        "from": week,
        "to": (dt.date.fromisoformat(week) + dt.timedelta(days=6)).isoformat(),
        "hours": {"per_workweek": "40"},
        "pay": {"basis": "none"},
        "place": place,
        **more,
    }
    document: dict[str, Any] = {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-11-21",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [work],
    }
    if higher:
        document["positions"] = {"1593_wage_law": "higher_state"}
    return json.dumps(document).encode()


def problems(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FactsError) as raised:
        casework.assessed(content)
    return [(problem.field, problem.code) for problem in raised.value.problems]


@pytest.mark.parametrize("place", ["", "California", "US-XX", "MX", "US-CA.nowhere", "us-ca"])
def test_a_higher_wage_needs_a_place_whose_wage_is_encoded(place: str) -> None:
    assert problems(claim(place)) == [("work[0].place", "place_required")]


def test_a_tier_that_the_place_does_not_have_is_refused() -> None:
    assert problems(claim(place_tier="lilliput")) == [("work[0].place_tier", "unknown_tier")]


def test_days_before_the_state_wage_is_encoded_are_refused_with_the_reason() -> None:
    with pytest.raises(FactsError) as raised:
        casework.assessed(claim("US-FL", week="1999-06-06"))
    [problem] = raised.value.problems
    assert (problem.field, problem.code) == ("work[0].place", "law_not_encoded")
    assert "us-fl.minimum_wage" in problem.message


def warned(content: bytes) -> list[str]:
    result = json.loads(result_json(casework.assessed(content)))
    return [entry["code"] for entry in result["warnings"]]


def test_where_the_state_wage_is_not_known_the_federal_figure_says_so() -> None:
    assert "state_wage_not_compared" in warned(claim("US-FL", week="1999-06-06", higher=False))
    assert "state_wage_not_compared" not in warned(claim("US-CA", higher=False))


def test_a_state_wage_after_the_day_it_was_last_confirmed_is_to_be_checked() -> None:
    assert "rate_not_reconfirmed" in warned(claim("US-OR", week="2026-07-05"))
    assert "rate_not_reconfirmed" not in warned(claim("US-CA"))


def test_where_the_wage_differs_by_region_a_claim_that_names_none_is_warned() -> None:
    assert "place_tier_not_named" in warned(claim("US-NY", week="2018-06-03"))
    named = claim("US-NY", week="2018-06-03", place_tier="new_york_city")
    assert "place_tier_not_named" not in warned(named)
    assert "place_tier_not_named" not in warned(claim("US-NY", week="2013-06-02"))


def test_the_worksheet_compares_the_wages_under_section_218() -> None:
    assessment = casework.assessed(claim())
    assert assessment.schedule
    minimum = assessment.schedule.runs[0].line.cells[1]
    assert [figure.name for figure in minimum.operands] == [
        "federal minimum wage",
        "California minimum wage",
    ]
    assert [authority.citation for authority in minimum.authority] == ["29 U.S.C. § 218(a)"]


def test_the_receipt_covers_the_law_of_the_place() -> None:
    laws = {casework.assessed(claim(place)).receipt.law for place in ("US-CA", "US-NV", "US-SC")}
    assert len(laws) == 3
