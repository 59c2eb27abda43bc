"""What is unpaid, day by day: steps of a balance in whole cents, and the days that each lasted.

Authority:
    18 U.S.C. § 3612(f)(2)(A): interest is computed daily.

Each day counts with what is unpaid at its end, so that the day on which a part is paid bears no interest on
that part: the paragraph says "daily" and no more, and no authority on the day of a payment was found.
Added up over its days a balance is whole cents again, and simple interest is that sum times the rate of one
day: nothing is lost, and thousands of steps cost no more than their subtraction.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Steps = Sequence[tuple[dt.date, int]]
"""A balance in cents at the end of each day on which it changed, in the order of the days."""

DAY = dt.timedelta(days=1)
_LEAP, _PLAIN = 366, 365


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end with one balance: the first and last of them, and the balance in cents."""

    first: dt.date
    last: dt.date
    cents: int

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


def balance_on(steps: Steps, day: dt.date) -> int:
    """Return the balance in cents at the end of a day; nothing before the first step."""
    cents = 0
    for on, amount in steps:
        if on > day:
            break
        cents = amount
    return cents


def daily_balances(steps: Steps, first: dt.date, last: dt.date) -> int:
    """Return the balances of all days from ``first`` through ``last``, added up, in cents.

    The steps are in the order of their days; of two steps of one day the later counts.
    """
    start, end = first.toordinal(), last.toordinal() + 1
    if end <= start:
        return 0
    added, before, cents = 0, start, 0
    for on, amount in steps:
        day = on.toordinal()
        if day > before:
            if day >= end:
                break
            added += cents * (day - before)
            before = day
        cents = amount
    return added + cents * (end - before)


def stretches(steps: Steps, first: dt.date, last: dt.date) -> Iterator[Stretch]:
    """Yield the days from ``first`` through ``last`` by balance, those without a balance left out."""
    start, cents = first, 0
    for on, amount in (*steps, (last + DAY, 0)):
        ends = min(on, last + DAY)
        if ends > start:
            if cents:
                yield Stretch(start, ends - DAY, cents)
            start = ends
        cents = amount


def years(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date, int]]:
    """Yield the calendar years that days lie in: their first and last day, and the days of the year."""
    while first <= last:
        ends = min(last, dt.date(first.year, 12, 31))
        leap = dt.date(first.year, 12, 31).timetuple().tm_yday == _LEAP
        yield first, ends, _LEAP if leap else _PLAIN
        first = ends + DAY
