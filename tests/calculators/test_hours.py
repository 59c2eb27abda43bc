"""Hours placed on days: by the week, the day, the shift and the rate."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from remedies.calculators.workweeks import FULL, Piece
from remedies.facts import Away, Daily, Meals, PerDay, PerWorkweek, Records
from tests.calculators.placed import (
    DAY,
    MEALS,
    SUNDAY,
    WEEK,
    hours_of,
    period,
    plain,
    shifts,
    worked,
)


@pytest.mark.parametrize(
    "pattern",
    [
        PerWorkweek(Fraction(60), (0, 1, 2, 3, 4)),
        PerDay(Fraction(12), (1, 2, 6)),
        Daily(tuple(map(Fraction, (9, 0, 10, 11, 0, 4, 0)))),
    ],
)
def test_days_add_up_to_their_workweek(pattern: Any) -> None:  # noqa: ANN401
    found = hours_of(period(pattern, meals=Meals(**MEALS)))
    days = found.hours_by_day(WEEK)
    whole = found.on(WEEK)
    assert whole is not None
    assert sum(figure.value for _, figure in days) == whole.value
    assert [day.weekday() for day, _ in days] == sorted(
        pattern.days, key=lambda weekday: (weekday + 1) % 7
    )
    for day, figure in days:
        alone = found.on_day(day)
        assert alone is not None
        assert alone.value == figure.value


def test_a_day_off_away_or_outside_the_period_has_no_hours() -> None:
    away = (Away(begins_on=SUNDAY + 2 * DAY, ends_on=SUNDAY + 2 * DAY),)
    found = hours_of(period(PerDay(Fraction(8), (0, 1, 2)), away=away))
    hours = [found.on_day(SUNDAY + n * DAY) for n in range(-7, 7)]
    assert [figure.value if figure else None for figure in hours] == [
        *[None] * 8,
        8,
        None,
        8,
        None,
        None,
        None,
    ]


def test_a_shift_past_midnight_is_one_day_of_work_and_two_shifts_of_a_date_are_too() -> None:
    assert hours_of(period(shifts((1, 20, 28)))).days_worked(WEEK) == 1
    assert hours_of(period(shifts((1, 8, 12), (1, 13, 17)))).days_worked(WEEK) == 1
    assert hours_of(period(shifts((1, 20, 28), (2, 20, 28)))).days_worked(WEEK) == 2
    assert hours_of(period(plain((1, 8), (2, 0)))).days_worked(WEEK) == 1


def test_a_shift_past_the_end_of_the_workweek_counts_in_both() -> None:
    found = hours_of(period(shifts((6, 20, 28))))
    after = Piece(0, FULL, 0, SUNDAY + 7 * DAY, SUNDAY + 13 * DAY)
    first, second = found.on(WEEK), found.on(after)
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == (4, 4)


def test_hours_by_rate_add_up_to_the_hours_of_the_piece() -> None:
    records = (
        *shifts((1, 20, 32), rate=10).records,
        *shifts((3, 8, 20), rate=12).records,
        *shifts((4, 8, 20), rate=10).records,
    )
    facts = period(Records(records), meals=Meals(**MEALS))
    found = hours_of(facts).by_rate(WEEK)
    assert {rate.value: hours.value for rate, hours in found} == {10: 22, 12: 11}
    assert sum(hours.value for _, hours in found) == worked(facts)


def test_rates_of_one_date_bear_what_is_left_out_of_it_alike() -> None:
    records = (
        *shifts((1, 8, 14), rate=10).records,
        *shifts((1, 14, 20), rate=12).records,
    )
    facts = period(Records(records), meals=Meals(**MEALS))
    found = hours_of(facts).by_rate(WEEK)
    assert {rate.value: hours.value for rate, hours in found} == {
        10: Fraction(11, 2),
        12: Fraction(11, 2),
    }


def test_the_spread_of_a_day_runs_from_its_first_begin_to_its_last_end() -> None:
    found = hours_of(period(shifts((1, 8, 12), (1, 17, 21), (2, 20, 28), (3, 6, 8))))
    spreads = [found.spread_on(SUNDAY + n * DAY) for n in range(5)]
    assert spreads == [None, 13, 8, 2, None]
    assert hours_of(period(plain((1, 8)))).spread_on(SUNDAY + DAY) is None
    assert hours_of(period()).spread_on(SUNDAY) is None


def test_the_spread_of_a_night_in_which_clocks_change_is_what_passed() -> None:
    spring = (dt.date(2012, 3, 10) - SUNDAY).days
    records = shifts((spring, 20, 28), zone="America/New_York")
    assert hours_of(period(records)).spread_on(dt.date(2012, 3, 10)) == 7
