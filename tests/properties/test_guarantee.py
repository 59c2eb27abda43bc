"""What the guarantee means for every basis of pay: a floor that hours raise and nothing taken can lower."""

import copy
import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from tests.properties.claims import Document, claim, made
from tests.properties.claims_pay import ALL_BASES
from tests.properties.claims_varied import FACTS, varied
from tests.properties.reference import Period, cents, minimum_wage

Compute = Callable[[Document], Document]
Pair = tuple[list[Document], list[Document]]
FEW = settings(max_examples=60)
NO_EXEMPTION = tuple(fact for fact in FACTS if fact != "coverage")
EXEMPTIONS = (
    "live_in_ot_exemption_in_1593",
    "agriculture_ot_exemption_in_1593",
    "companionship_exemption_in_1593",
    "small_farm_exemption_in_1593",
)


def _rows(result: Document) -> dict[dt.date, dict[str, Fraction]]:
    return {
        dt.date.fromisoformat(row["starts_on"]): {
            name: Fraction(row[name]) for name in ("hours", "due", "paid", "unpaid")
        }
        for row in result["workweeks"]
    }


def _never_less(more: Document, less: Document, column: str) -> None:
    found = _rows(more)
    for day, row in _rows(less).items():
        assert found[day][column] >= row[column]


@pytest.mark.parametrize("basis", ALL_BASES)
def test_no_basis_of_pay_yields_less_than_the_guarantee(basis: str, computed: Compute) -> None:
    @FEW
    @given(made(lambda r: varied(r, (basis,), facts=NO_EXEMPTION)))
    def holds(periods: list[Document]) -> None:
        days = [(day, hours) for p in map(Period, periods) for day, hours in p.hours.items()]
        for first, row in _rows(computed(claim(periods))).items():
            week = [(day, hours) for day, hours in days if 0 <= (day - first).days <= 6]
            hours = sum((worked for _, worked in week), Fraction(0))
            floor = sum((worked * minimum_wage(day) for day, worked in week), Fraction(0))
            premium = floor / hours / 2 * max(Fraction(0), hours - 40)
            assert cents(row["due"]) >= cents(floor + premium)

    holds()


def _and_more_hours(r: Random) -> Pair:
    """Return periods, and the same with more hours on the days of one of them."""
    # A salary for all hours is spread over them: longer days elsewhere take from a workweek that is cut.
    apart = {"several_rates", "salary", "fluctuating"}
    bases = tuple(basis for basis in ALL_BASES if basis not in apart)
    periods = varied(r, bases, facts=("bonuses", "deductions"))
    more = copy.deepcopy(periods)
    hours = r.choice(more)["hours"]
    for entry in hours.get("records", ()):
        if Fraction(entry.get("hours", "0")):  # neither a day off nor a shift by the clock
            entry["hours"] = _raised(r, entry["hours"], 24)
    for day, worked in hours.get("daily", {}).items():
        hours["daily"][day] = _raised(r, worked, 24)
    for name, most in (("per_day", 24), ("per_workweek", 24 * len(hours.get("days", ())))):
        if name in hours:
            hours[name] = _raised(r, hours[name], most)
    return periods, more


def _raised(r: Random, hours: str, most: int) -> str:
    quarters = min(Fraction(most), Fraction(hours) + Fraction(r.randint(0, 12), 4)) * 10_000
    return f"{int(quarters) // 10_000}.{int(quarters) % 10_000:04}"


@settings(max_examples=200)
@given(made(_and_more_hours))
def test_more_hours_are_never_due_less(computed: Compute, both: Pair) -> None:
    less, more = (computed(claim(periods)) for periods in both)
    _never_less(more, less, "due")


def _without(periods: list[Document], *names: str) -> list[Document]:
    return [{k: v for k, v in period.items() if k not in names} for period in periods]


def _with_deductions(r: Random) -> list[Document]:
    """Return periods whose deductions are for the employer, voluntary or not."""
    periods = varied(r, facts=("bonuses", "deductions", "coverage"))
    for period in periods:
        for entry in period.get("deductions", ()):
            entry["kind"] = r.choice(("debt", "recruitment", "tools", "uniform", "fine", "food"))
    return periods


@settings(max_examples=120)
@given(made(_with_deductions))
def test_a_deduction_for_the_employer_never_lowers_what_is_unpaid(
    computed: Compute, periods: list[Document]
) -> None:
    taken = computed(claim(periods))
    free = computed(claim(_without(periods, "deductions")))
    _never_less(taken, free, "unpaid")
    assert Fraction(taken["total"]) >= Fraction(free["total"])


@settings(max_examples=120)
@given(made(lambda r: varied(r, facts=("bonuses", "facilities", "tips"))))
def test_what_was_given_in_kind_never_raises_what_is_paid_by_more_than_itself(
    computed: Compute, periods: list[Document]
) -> None:
    given_in_kind = _rows(computed(claim(periods)))
    cash = _rows(computed(claim(_without(periods, "facilities", "tips"))))
    all_ = [Period(data) for data in periods]
    for day, row in given_in_kind.items():
        most = sum((_in_kind(p.data) * p.share(day) for p in all_ if p.hours_in(day)), Fraction(0))
        assert cash[day]["paid"] <= row["paid"] <= cash[day]["paid"] + most + Fraction(1, 50)


def _in_kind(period: dict[str, Any]) -> Fraction:
    facilities = (Fraction(f["per_workweek"]) for f in period.get("facilities", ()))
    return sum(facilities, Fraction(period.get("tips", {}).get("per_workweek", "0")))


@pytest.mark.parametrize("exemption", EXEMPTIONS)
def test_an_exemption_never_makes_more_due(exemption: str, computed: Compute) -> None:
    @FEW
    @given(made(lambda r: varied(r, facts=("bonuses", "coverage"))))
    def holds(periods: list[Document]) -> None:
        applied = computed(claim(periods, positions={exemption: "apply"}))
        left_out = computed(claim(periods, positions={exemption: "do_not_apply"}))
        _never_less(left_out, applied, "due")
        assert Fraction(left_out["total"]) >= Fraction(applied["total"])

    holds()


@pytest.mark.parametrize(
    ("position", "option"),
    [("sleep_and_meal_agreement", "exclude_by_agreement"), ("on_call_time", "exclude_own_time")],
)
def test_leaving_hours_out_never_makes_more_due(
    position: str, option: str, computed: Compute
) -> None:
    @FEW
    @given(made(lambda r: varied(r, facts=("not_counted", "coverage"))))
    def holds(periods: list[Document]) -> None:
        all_hours = computed(claim(periods))
        fewer = computed(claim(periods, positions={position: option}))
        _never_less(all_hours, fewer, "hours")
        _never_less(all_hours, fewer, "due")

    holds()


@settings(max_examples=150)
@given(made(varied))
def test_rounding_the_rates_first_changes_a_workweek_by_little_more_than_a_cent_an_hour(
    computed: Compute, periods: list[Document]
) -> None:
    exact = _rows(computed(claim(periods)))
    for policy in ("dol_a", "dol_b"):
        for day, row in _rows(
            computed(claim(periods, positions={"workweek_rounding": policy}))
        ).items():
            # dol_a: up to 3/4 of a cent for an overtime hour; dol_b: 1/2 for an hour, 5/4 for overtime.
            assert abs(row["due"] - exact[day]["due"]) <= row["hours"] / 80 + Fraction(1, 100)
