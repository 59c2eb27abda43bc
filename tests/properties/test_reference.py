"""The program agrees to the cent with a slow reference that walks the calendar day by day."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.claims import BASES, claim, made, work
from tests.properties.reference import Week, cents, weeks

Compute = Callable[[dict[str, Any]], dict[str, Any]]


def _cents(text: str) -> int:
    return cents(Fraction(text))


def _printed(result: dict[str, Any]) -> dict[dt.date, Week]:
    found = {}
    for row in result["workweeks"]:
        exact = result["bases"][row["basis"] - 1]["exact"]
        found[dt.date.fromisoformat(row["starts_on"])] = Week(
            Fraction(exact.get("hours", row["hours"])),
            _cents(row["due"]),
            _cents(row["paid"]),
            _cents(row["unpaid"]),
        )
    return found


@pytest.mark.parametrize("basis", ["none", "hourly", "salary", "mixed"])
def test_every_workweek_agrees_with_the_slow_reference(basis: str, computed: Compute) -> None:
    bases = BASES if basis == "mixed" else (basis,)

    @settings(max_examples=420)
    @given(made(lambda r: work(r, bases)))
    def agrees(periods: list[dict[str, Any]]) -> None:
        result = computed(claim(periods))
        expected = weeks(periods)
        assert _printed(result) == expected
        assert _cents(result["total"]) == 2 * sum(week.unpaid for week in expected.values())

    agrees()


@settings(max_examples=400)
@given(
    made(work),
    st.fixed_dictionaries(
        {
            "salary_covers": st.sampled_from(("forty_hours", "all_hours")),
            "straight_time_rate": st.sampled_from(("agreed", "minimum")),
            "flsa_arm_net_of_paid": st.sampled_from(("net", "gross")),
            "live_in_ot_exemption_in_1593": st.sampled_from(("apply", "do_not_apply")),
            "liquidated_damages": st.sampled_from(("include", "exclude")),
        }
    ),
)
def test_every_option_of_the_wage_positions_agrees_with_the_slow_reference(
    computed: Compute, periods: list[dict[str, Any]], positions: dict[str, str]
) -> None:
    result = computed(claim(periods, positions=positions))
    expected = weeks(
        periods,
        salary_covers=positions["salary_covers"],
        straight_time_rate=positions["straight_time_rate"],
        live_in_exempt=positions["live_in_ot_exemption_in_1593"] == "apply",
    )
    assert _printed(result) == expected
    times = 2 if positions["liquidated_damages"] == "include" else 1
    unpaid = sum(week.unpaid for week in expected.values())
    due = sum(week.due for week in expected.values())
    wages = unpaid if positions["flsa_arm_net_of_paid"] == "net" else due
    assert _cents(result["total"]) == wages + (times - 1) * unpaid
