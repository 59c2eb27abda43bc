"""Periods of work whose hours are placed on days, for the tests of them."""

import datetime as dt
from fractions import Fraction
from typing import Any

from remedies import law
from remedies.calculators.hours import HourChoices, PeriodHours
from remedies.calculators.workweeks import FULL, Piece
from remedies.facts import PerDay, Record, Records, WorkPeriod
from remedies.facts.shifts import Shift, dated, zone_of
from remedies.figures import audit

SUNDAY = dt.date(2012, 2, 5)
DAY = dt.timedelta(days=1)
WEEK = Piece(0, FULL, 0, SUNDAY, SUNDAY + 6 * DAY)
BY_AGREEMENT = HourChoices(exclude_sleep=True)
OWN_TIME = HourChoices(exclude_own_time=True)
SLEEP: dict[str, Any] = {
    "hours_per_day": Fraction(8),
    "on_duty_hours": Fraction(24),
    "uninterrupted_hours": Fraction(5),
    "agreed_freely": True,
    "facilities": True,
}
MEALS: dict[str, Any] = {
    "hours_per_day": Fraction(1),
    "minutes_each": Fraction(30),
    "relieved": True,
}
LONG = PerDay(Fraction(24))


def period(hours: Any = LONG, **facts: Any) -> WorkPeriod:  # noqa: ANN401 - hours of any kind
    return WorkPeriod(
        begins_on=SUNDAY, ends_on=SUNDAY + 27 * DAY, hours=hours, exhibit="Ex. 1", **facts
    )


def hours_of(found: WorkPeriod, choices: HourChoices = HourChoices()) -> PeriodHours:  # noqa: B008
    return PeriodHours(found, law=law.encoded(), choices=choices)


def worked(found: WorkPeriod, choices: HourChoices = HourChoices()) -> Fraction:  # noqa: B008
    figure = hours_of(found, choices).on(WEEK)
    assert figure is not None
    audit(figure)
    return figure.value


def shifts(*entries: tuple[int, int, int], rate: int | None = None, zone: str = "") -> Records:
    """Return records of shifts: the day after Sunday, and the hours at which each begins and ends."""
    made = [
        record
        for day, begins, ends in entries
        for record in dated(
            Shift(
                SUNDAY + day * DAY,
                begins * 60,
                ends * 60,
                0,
                None if rate is None else Fraction(rate),
            ),
            zone_of(zone) if zone else None,
        )
    ]
    return Records(tuple(made), zone)


def plain(*entries: tuple[int, int]) -> Records:
    return Records(tuple(Record(SUNDAY + day * DAY, Fraction(hours)) for day, hours in entries))
