"""Hourly rates that were agreed for the work of a workweek, or that follow from what was agreed.

Authority:
    29 C.F.R. §§ 778.110 to 778.115: what an hour is paid by an hourly, piece, day, job or weekly rate.
    29 C.F.R. § 778.113(b): what of a salary is a workweek's.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from remedies.calculators.answer.rows import OurWeek
from remedies.facts import (
    Daily,
    DayRate,
    Guaranteed,
    Hourly,
    JobRate,
    PayPeriod,
    PerDay,
    PerWorkweek,
    Piece,
    Records,
    Salary,
    SeveralRates,
    WorkPeriod,
)
from remedies.operations import ZERO

SHARE: Final = {
    PayPeriod.WEEK: Fraction(1),
    PayPeriod.TWO_WEEKS: Fraction(1, 2),
    PayPeriod.HALF_MONTH: Fraction(24, 52),
    PayPeriod.MONTH: Fraction(12, 52),
    PayPeriod.YEAR: Fraction(1, 52),
}
"""The part of a salary that is a workweek's."""


def agreed_rates(week: OurWeek) -> tuple[Fraction, ...]:
    """Return the rates agreed for a workweek, in dollars an hour, each once."""
    return tuple(dict.fromkeys(rate for period in week.periods for rate in _rates(week, period)))


def full_hours(period: WorkPeriod) -> Fraction | None:
    """Return the hours of a full workweek of a period; None where dated records give them."""
    match period.hours:
        case PerWorkweek(hours, _):
            return hours
        case PerDay(hours, days):
            return hours * len(days)
        case Daily(by_day, _):
            return sum(by_day, ZERO)
        case _:
            return None


def _rates(week: OurWeek, period: WorkPeriod) -> Iterator[Fraction]:
    pay = period.pay
    if isinstance(pay, Hourly | Guaranteed):
        yield pay.rate
    elif isinstance(pay, SeveralRates):
        yield from _several(week, period, pay)
    elif isinstance(pay, Salary) and isinstance(pay.covers_hours, Fraction):
        yield pay.amount * SHARE[pay.per] / pay.covers_hours
    else:
        whole = _flat(week, period)
        hours = ZERO if whole is None else _hours(week, period)
        if whole is not None and hours:
            yield whole / hours


def _several(week: OurWeek, period: WorkPeriod, pay: SeveralRates) -> Iterator[Fraction]:
    yield from (each.rate for each in pay.rates)
    hours = sum((each.hours for each in pay.rates), ZERO)
    if hours:
        yield sum((each.rate * each.hours for each in pay.rates), ZERO) / hours
    if isinstance(period.hours, Records):
        yield from (rate for _, _, rate in _recorded(week, period.hours) if rate is not None)


def _flat(week: OurWeek, period: WorkPeriod) -> Fraction | None:
    """Return what a full workweek earns without regard to its hours, in dollars; None for other pay."""
    match period.pay:
        case DayRate(rate):
            return rate * _days(week, period)
        case JobRate(rate, jobs):
            return rate * jobs
        case Piece(earnings):
            return earnings
        case Salary(amount, per):
            return amount * SHARE[per]
        case _:
            return None


def _hours(week: OurWeek, period: WorkPeriod) -> Fraction:
    full = full_hours(period)
    if full is None and isinstance(period.hours, Records):
        return sum((hours for _, hours, _ in _recorded(week, period.hours)), ZERO)
    return full or ZERO


def _days(week: OurWeek, period: WorkPeriod) -> int:
    match period.hours:
        case PerWorkweek(_, days) | PerDay(_, days):
            return len(days)
        case Daily() as daily:
            return len(daily.days)
        case Records() as records:
            return len({on for on, hours, _ in _recorded(week, records) if hours})


def _recorded(
    week: OurWeek, records: Records
) -> Iterator[tuple[object, Fraction, Fraction | None]]:
    for record in records.records:
        if week.starts_on <= record.on <= week.ends_on:
            yield record.on, record.hours, record.rate
