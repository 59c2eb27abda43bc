"""Paydays and limitation: when each workweek's claim arose, and whether it was brought in time.

Authority:
    29 C.F.R. § 790.21(b): a claim arises when the wages of a workweek are not paid on the regular payday for
        the period in which the workweek ends.
    29 U.S.C. § 255(a): two years, three for a willful violation.
    29 U.S.C. § 256: in a collective action each worker's action begins with the written consent, and never
        before the complaint.

Each payday stands alone. A claim that arose on the same day of the month so many years before is in time;
the day of the payday itself is not counted.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from dateutil.relativedelta import relativedelta

from remedies.facts.civil import Civil, Paydays, PayEvery, Tolled
from remedies.figures import Authority, Figure, given, lawful
from remedies.law import Law
from remedies.operations import ONE, ZERO, Unit

YEARS, YEARS_IF_WILLFUL = "us.limitation_flsa", "us.limitation_flsa_willful"
ASSUMED_DAYS = 7
_DAY = dt.timedelta(days=1)
_LENGTH = {PayEvery.WEEK: 7, PayEvery.TWO_WEEKS: 14}
_MIDDLE = 15


@dataclass(frozen=True, slots=True)
class Limit:
    """Years in which a claim must be brought, with their source; or why they are not known."""

    years: Fraction | None
    authority: tuple[Authority, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What moves the time: when the action began, notice of rights, and days that do not count."""

    began_on: dt.date
    notice_on: dt.date | None = None
    tolled: tuple[Tolled, ...] = ()


def payday(paydays: Paydays | None, ends_on: dt.date) -> dt.date:
    """Return the regular payday for the pay period in which a workweek that ends on a day ends."""
    if paydays is None:
        return ends_on + ASSUMED_DAYS * _DAY
    return _period_end(paydays, ends_on) + paydays.days_after * _DAY


def _period_end(paydays: Paydays, day: dt.date) -> dt.date:
    length = _LENGTH.get(paydays.every)
    if length is not None and paydays.first is not None:
        place = (day - paydays.first).days // length
        return paydays.first + (place + 1) * length * _DAY - _DAY
    if paydays.every is PayEvery.HALF_MONTH and day.day <= _MIDDLE:
        return day.replace(day=_MIDDLE)
    return day.replace(day=monthrange(day.year, day.month)[1])


def last_day(accrued_on: dt.date, years: Fraction, clock: Clock) -> dt.date:
    """Return the last day on which a claim that arose on ``accrued_on`` could be brought."""
    starts = max(accrued_on, clock.notice_on) if clock.notice_on else accrued_on
    last = starts + relativedelta(years=int(years))
    for begins_on, ends_on in _merged(clock.tolled):
        first = max(begins_on, starts + _DAY)
        if first <= last and first <= ends_on:
            last += ends_on - first + _DAY
    return last


def _merged(tolled: Iterable[Tolled]) -> list[tuple[dt.date, dt.date]]:
    """Return stretches in order, those that overlap counted once."""
    merged: list[tuple[dt.date, dt.date]] = []
    for entry in sorted(tolled, key=lambda e: e.begins_on):
        if merged and entry.begins_on <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], entry.ends_on)
        else:
            merged.append((entry.begins_on, entry.ends_on))
    return merged


def in_time(accrued_on: dt.date, limit: Limit, clock: Clock) -> Figure:
    """Return 1 where a claim that arose on a day was brought in time or its limit is not known, else 0."""
    if limit.years is None:
        return given("limitation not known; counted as in time", ONE, Unit.RATIO)
    last = last_day(accrued_on, limit.years, clock)
    timely = clock.began_on <= last
    said = "in time" if timely else "too late"
    name = f"{said}: due on {accrued_on}, to be brought by {last}, brought on {clock.began_on}"
    return lawful(name, ONE if timely else ZERO, Unit.RATIO, *limit.authority)


def federal_limit(law: Law, accrued_on: dt.date, *, willful: bool) -> Limit:
    """Return the limit of a claim under the Fair Labor Standards Act that arose on a day.

    Raises:
        LawNotEncodedError: no limit is encoded for that day.

    """
    years = law.on(YEARS_IF_WILLFUL if willful else YEARS, accrued_on)
    return Limit(years.value, (*years.authority, law.rule("accrual_790_21")))


def federal_clock(civil: Civil, tolling: str) -> Clock:
    """Return what moves the time of the federal claim under the position flsa_equitable_tolling."""
    began_on = max(civil.consent_on or civil.filed_on, civil.filed_on)
    if tolling == "until_notice_of_rights":
        return Clock(began_on, notice_on=civil.notice_on)
    return Clock(began_on, tolled=civil.tolled if tolling == "during_captivity" else ())
