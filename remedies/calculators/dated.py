"""Amounts that belong to the workweeks of some dates: bonuses and deductions.

Authority:
    29 C.F.R. § 778.209(b): where a bonus cannot be allocated to the workweeks in proportion to what was
        earned in each, an equal amount for each workweek is a reasonable method.
"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from remedies.calculators.in_kind import TIPS_FROM
from remedies.facts import Keeper, WorkPeriod
from remedies.facts.work import WEEK
from remedies.figures import Authority, Figure, given, product, quotient
from remedies.operations import Unit


def range_of(
    period: WorkPeriod, begins_on: dt.date, ends_on: dt.date | None
) -> tuple[dt.date, dt.date]:
    """Return the first days of the first and the last workweek that the dates touch."""
    return period.week_of(begins_on), period.week_of(ends_on or begins_on)


def changes(period: WorkPeriod) -> Iterator[dt.date]:
    """Yield the days from which a dated amount of the period begins or has ended."""
    if period.tips is not None and period.tips.kept_by is Keeper.EMPLOYER:
        yield TIPS_FROM
    spans = [(bonus.begins_on, bonus.ends_on) for bonus in period.bonuses]
    spans += [(deduction.begins_on, deduction.ends_on) for deduction in period.deductions]
    for begins_on, ends_on in spans:
        if begins_on is not None:
            first, last = range_of(period, begins_on, ends_on)
            yield first
            yield last + WEEK


def share_of_dates(
    period: WorkPeriod,
    amount: Figure,
    dates: tuple[dt.date, dt.date | None],
    week: dt.date,
    *,
    by: Authority | None = None,
) -> Figure | None:
    """Return the part of a dated amount that belongs to a workweek, in dollars; None when none does."""
    first, last = range_of(period, *dates)
    if not first <= week <= last:
        return None
    count = (last - first) // WEEK + 1
    if count == 1:
        return amount
    share = quotient(
        "share of one workweek",
        given("one workweek", Fraction(1), Unit.WEEK),
        given("workweeks of the dates", Fraction(count), Unit.WEEK),
    )
    return product(f"{amount.name}, for one workweek", amount, share, by=by)
