"""The calendar before any money: every day of a period stands in exactly one workweek."""

import datetime as dt
from collections import Counter
from fractions import Fraction
from random import Random

from hypothesis import given, settings

from remedies.calculators.losses import ValuedDays
from remedies.calculators.workweeks import WEEK, Workweeks, since, workweeks
from remedies.facts import Away, NoPay, PerDay, WorkPeriod
from tests.properties.claims import made

FIRST = dt.date(2012, 1, 1)
DAY = dt.timedelta(days=1)


def _day(r: Random, most: int) -> dt.date:
    return FIRST + r.randint(0, most) * DAY


def _periods(r: Random) -> list[WorkPeriod]:
    found = []
    begins_on = _day(r, 9)
    starts_on = r.randint(0, 6)
    for _ in range(r.randint(1, 3)):
        ends_on = begins_on + r.randint(0, 50) * DAY
        cut = sorted(
            {begins_on + r.randint(0, (ends_on - begins_on).days) * DAY for _ in range(2)}
        )
        away = (Away(begins_on=cut[0], ends_on=cut[-1]),) if r.randint(0, 1) else ()
        found.append(
            WorkPeriod(
                begins_on=begins_on,
                ends_on=ends_on,
                hours=PerDay(Fraction(1)),
                workweek_starts_on=starts_on,
                pay=NoPay(),
                away=away,
            )
        )
        begins_on = ends_on + r.randint(1, 20) * DAY
    return found


def _case(r: Random) -> tuple[list[WorkPeriod], list[dt.date], list[dt.date]]:
    changes = [_day(r, 120) for _ in range(r.randint(0, 4))]
    weekly = [_day(r, 120) for _ in range(r.randint(0, 2))]
    return _periods(r), changes, weekly


def _days(periods: list[WorkPeriod]) -> Counter[dt.date]:
    return Counter(
        first + n * DAY
        for period in periods
        for first, last in period.spans()
        for n in range((last - first).days + 1)
    )


@settings(max_examples=300)
@given(made(_case))
def test_every_day_of_work_stands_in_exactly_one_piece_of_its_own_workweek(
    case: tuple[list[WorkPeriod], list[dt.date], list[dt.date]],
) -> None:
    periods, changes, weekly = case
    found: Counter[dt.date] = Counter()
    runs = workweeks(periods, changes=changes, weekly_changes=weekly)
    starts = [run.starts_on + n * WEEK for run in runs for n in range(run.count)]
    assert starts == sorted(set(starts))
    for run in runs:
        for n in range(run.count):
            for piece in run.pieces:
                length = (piece.ends_on - piece.begins_on).days + 1
                assert length == piece.days
                days = [piece.begins_on + n * WEEK + d * DAY for d in range(length)]
                assert all(
                    run.starts_on + n * WEEK <= day < run.starts_on + (n + 1) * WEEK
                    for day in days
                )
                # No piece holds a day before and a day on or after a change of a daily rate.
                assert not any(days[0] < change <= days[-1] for change in changes)
                found.update(days)
    assert found == _days(periods)


@settings(max_examples=100)
@given(made(lambda r: (_case(r), _day(r, 150))))
def test_since_keeps_exactly_the_workweeks_that_end_on_the_day_or_later(
    given_: tuple[tuple[list[WorkPeriod], list[dt.date], list[dt.date]], dt.date],
) -> None:
    (periods, changes, weekly), day = given_
    runs = workweeks(periods, changes=changes, weekly_changes=weekly)

    def starts(kept: list[Workweeks]) -> list[dt.date]:
        return [run.starts_on + n * WEEK for run in kept for n in range(run.count)]

    expected = [start for start in starts(runs) if start + 6 * DAY >= day]
    assert starts(list(since(runs, day))) == expected
    assert list(since(runs, None)) == runs


@settings(max_examples=200)
@given(made(lambda r: (_periods(r), _day(r, 150), _day(r, 150), _day(r, 150))))
def test_days_of_valued_labor_are_counted_as_one_by_one(
    given_: tuple[list[WorkPeriod], dt.date, dt.date, dt.date],
) -> None:
    periods, first, last, limit = given_
    first, last = min(first, last), max(first, last)
    inside = [day for day in _days(periods) if first <= day <= last]
    assert ValuedDays(periods).between(first, last) == len(inside)
    week = periods[0].week_of(limit)
    later = [day for day in inside if day >= week]
    assert ValuedDays(periods, since=limit).between(first, last) == len(later)
