"""What holds of every civil claim: the better law for each workweek, never two for one wage."""

import datetime as dt
import json
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from remedies.calculators.civil import CivilClaim
from remedies.figures import audit
from remedies.operations import ZERO
from remedies.wire.civil_result import civil_json
from remedies.wire.civil_result_schema import CivilResultSchema
from tests.calculators.civil.claims import civil, claimed, period

STATES = (
    "US-CA",
    "US-NY",
    "US-MA",
    "US-WA",
    "US-CO",
    "US-GA",
    "US-KS",
    "US-NV",
    "US-AK",
    "US-DC",
    "US-TX",
    "",
)
WEEK = dt.timedelta(days=7)


def claim_of(seed: int) -> CivilClaim:
    """Return a random claim of some weeks in one place."""
    random = Random(seed)  # noqa: S311 - draws claims, no secrets
    first = dt.date(2023, 1, 1) + random.randrange(120) * WEEK
    last = first + random.randrange(1, 40) * dt.timedelta(days=1)
    paid: dict[str, Any] = random.choice(
        [{}, {"paid": {"per_workweek": f"{random.randrange(0, 900)}.{random.randrange(100):02d}"}}]
    )
    pay = random.choice(
        [{"basis": "none"}, {"basis": "hourly", "rate": f"{random.randrange(5, 30)}.25"}]
    )
    if pay["basis"] == "hourly" and not paid:
        paid = {"paid": {"total": "100.00"}}
    work = period(
        random.choice(STATES),
        first.isoformat(),
        last.isoformat(),
        hours={"per_day": f"{random.randrange(2, 17)}.{random.choice(('0', '25', '5'))}"},
        pay=pay,
        **paid,
    )
    filed_on = first + random.randrange(40, 1200) * dt.timedelta(days=1)
    filed_on = min(max(filed_on, last), dt.date(2026, 11, 1))
    facts = civil(
        filed_on=filed_on.isoformat(),
        interest_to=filed_on.isoformat(),
        willful=random.random() < 0.5,
        good_faith_shown=random.random() < 0.2,
    )
    return claimed(work, facts=facts)


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_the_better_law_is_never_less_than_either_and_never_their_sum(seed: int) -> None:
    found = claim_of(seed)
    comparison = found.comparison
    assert comparison is not None
    columns = comparison.schedule.formulas.index
    for _, line in comparison.schedule.rows():
        value = {key: line.values[place] for key, place in columns.items()}
        laws = [value["federal"], value["state"], value["required"]]
        assert value["recovery"] == value["greatest"] == max(laws)
        assert value["due"] == max(value["federal_due"], value["state_due"], value["required_due"])
        assert sum(x > ZERO for x in laws) < 2 or value["recovery"] < sum(laws)


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_every_figure_follows_and_every_cent_is_whole(seed: int) -> None:
    found = claim_of(seed)
    audit(found.total)
    audit(found.lost)
    assert found.total.value == sum(part.value for part in found.components.values())
    assert all(100 % part.value.denominator == 0 for part in found.components.values())
    for claim in found.claims:
        assert claim.amount("unpaid") == claim.amount("claimed") + claim.amount("lost")
        claim.recovery.audit()


@settings(max_examples=12)
@given(st.integers(0, 10**9))
def test_the_same_claim_gives_the_same_bytes_that_fit_the_schema(seed: int) -> None:
    text = civil_json(claim_of(seed))
    assert text == civil_json(claim_of(seed))
    assert not CivilResultSchema().validate(json.loads(text))


@settings(max_examples=12)
@given(st.integers(0, 10**9))
def test_a_later_suit_claims_no_more_wages(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - draws claims, no secrets
    work = period(random.choice(STATES), "2023-01-01", "2023-03-25")
    days = sorted(random.sample(range(60, 1300), 2))
    early, late = (dt.date(2023, 1, 1) + dt.timedelta(days=d) for d in days)
    wages = []
    for day in (early, late):
        found = claimed(work, filed_on=day.isoformat(), interest_to=day.isoformat())
        wages.append([claim.amount("claimed") for claim in found.claims])
    assert all(first >= second for first, second in zip(*wages, strict=True))


def hour_by_hour(days: list[Fraction], rate: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """Return a California workweek's pay, overtime hours and double time hours, day after day."""
    straight, pay, overtime, double = ZERO, ZERO, ZERO, ZERO
    for place, hours in enumerate(days):
        if place == 6 and all(days):
            regular, half, twice = ZERO, min(hours, Fraction(8)), max(hours - 8, ZERO)
        else:
            regular, twice = min(hours, Fraction(8)), max(hours - 12, ZERO)
            half = hours - regular - twice
        weekly = min(regular, max(ZERO, straight + regular - 40))
        straight += regular - weekly
        pay += rate * (regular - weekly) + rate * (half + weekly) * 3 / 2 + rate * twice * 2
        overtime += half + weekly + twice
        double += twice
    return pay, overtime, double


@settings(max_examples=60)
@given(st.lists(st.integers(0, 96), min_size=7, max_size=7).filter(any))
def test_californias_premiums_agree_with_a_count_of_each_day_in_turn(quarters: list[int]) -> None:
    hours = [Fraction(count, 4) for count in quarters]
    names = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
    daily = {
        name: f"{int(value)}.{int(value * 100) % 100:02d}"
        for name, value in zip(names, hours, strict=True)
        if value
    }
    found = claimed(period("US-CA", hours={"daily": daily})).states[0]
    ((_, line),) = found.wages.rows()
    columns = ("due_exact", "overtime_hours", "double_time_hours")
    assert tuple(found.wages.value(line, key) for key in columns) == hour_by_hour(
        hours, Fraction(16)
    )
