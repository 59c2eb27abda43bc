"""Interest and lateness counted day by day, with plain fractions: slow, and from the statutes alone."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

DAY = dt.timedelta(days=1)
Steps = Sequence[tuple[dt.date, int]]


def unpaid(steps: Steps, day: dt.date) -> int:
    """Return what is unpaid at the end of a day, in cents."""
    return next((cents for on, cents in reversed(steps) if on <= day), 0)


def simple(
    steps: Steps, first: dt.date, last: dt.date, percent: Fraction, *, leap: bool = False
) -> Fraction:
    """Return simple interest for every day from ``first`` through ``last``, in dollars."""
    interest, day = Fraction(0), first
    while day <= last:
        is_leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
        of_year = 366 if leap and is_leap else 365
        interest += Fraction(unpaid(steps, day), 100) * percent / 100 / of_year
        day += DAY
    return interest


def compounded(
    cents: int, payments: Steps, entered_on: dt.date, last: dt.date, percent: Fraction
) -> tuple[Fraction, Fraction, Fraction]:
    """Return interest accrued, interest unpaid and judgment unpaid; payments take interest first."""
    judgment, added, year, accrued = Fraction(cents, 100), Fraction(0), Fraction(0), Fraction(0)
    day = entered_on
    while day <= last:
        if day > entered_on:
            made = (judgment + added) * percent / 100 / 365
            year, accrued = year + made, accrued + made
            if (day.month, day.day) == (entered_on.month, entered_on.day):
                added, year = added + year, Fraction(0)
        for on, paid in payments:
            if on == day:
                rest = Fraction(paid, 100)
                rest, year = max(Fraction(0), rest - year), max(Fraction(0), year - rest)
                rest, added = max(Fraction(0), rest - added), max(Fraction(0), added - rest)
                judgment = max(Fraction(0), judgment - rest)
        day += DAY
    return accrued, added + year, judgment


def late_charges(
    due: Sequence[tuple[dt.date, int]], paid: Steps, owed: Steps, last: dt.date, after: int
) -> list[tuple[dt.date, int]]:
    """Return the day and the cents of every payment that is more than ``after`` days late by ``last``.

    Each day's payments fill the oldest payment due that is not full; what is unpaid is late, the oldest
    first, as far as it is owed.
    """
    unpaid_parts = [cents for _, cents in sorted(due)]
    made = []
    day = min(on for on, _ in (*due, *paid))
    while day <= last:
        left = unpaid(owed, day - DAY)
        for place, (on, _) in enumerate(sorted(due)):
            part = min(unpaid_parts[place], left)
            left -= part
            if (day - on).days == after + 1 and part:
                made.append((day, part))
        rest = sum(cents for on, cents in paid if on == day)
        for place, part in enumerate(unpaid_parts):
            unpaid_parts[place] -= min(part, rest)
            rest -= min(part, rest)
        day += DAY
    return made
