"""The most that may be garnished of a defendant's earnings, by pay period.

Authority:
    15 U.S.C. § 1673(a): 25 percent of a week's disposable earnings, or what they exceed thirty times the
        federal minimum hourly wage by, whichever is less; for other pay periods, an equivalent multiple.
        What is garnished "may not exceed" that: a ceiling with a part of a cent is cut to the cent.
    29 C.F.R. § 870.10(b)(1): of "a workweek or lesser period", 30 times the minimum wage is protected.
    29 C.F.R. § 870.10(c)(2): the number of workweeks, or fractions thereof, times 30 times the minimum wage;
        a calendar month is 4 1/3 workweeks.
    18 U.S.C. § 3613(a)(3), (f): the ceiling applies to fines, and to restitution.
    29 U.S.C. § 206(a)(1): the minimum wage in effect when the earnings are payable.

Disposable earnings are what is left after the amounts that law requires to be withheld (15 U.S.C. §
1672(b)). Orders for support, which have other ceilings and may come first, are not considered.
"""

import datetime as dt
from enum import StrEnum
from fractions import Fraction

from remedies.errors import FactsError, Problem
from remedies.figures import Figure, excess, given, lawful, lesser, product, to_cents
from remedies.law import Law
from remedies.operations import ZERO, Unit

SHARE, HOURS, MINIMUM = "us.garnishment_share", "us.garnishment_protected_hours", "us.minimum_wage"
PERIODS, AT_MOST = "pay_periods_870_10", "garnishment_1673_a"
_HALF_A_CENT = Fraction(1, 200)
HUNDRED = 100


class PayPeriod(StrEnum):
    """How often the defendant is paid."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"


WORKWEEKS = {
    PayPeriod.WEEK: Fraction(1),
    PayPeriod.TWO_WEEKS: Fraction(2),
    PayPeriod.HALF_MONTH: Fraction(13, 6),
    PayPeriod.MONTH: Fraction(13, 3),
}
"""Workweeks in a pay period; a month has 4 1/3, so that half of one has 2 1/6."""


def garnishment_ceiling(
    disposable: Fraction, period: PayPeriod | Fraction, payable_on: dt.date, law: Law
) -> Figure:
    """Return the most that may be garnished of the disposable earnings of a pay period, in whole cents.

    Args:
        disposable: the disposable earnings of the period, in dollars.
        period: the pay period, or how many workweeks it has.
        payable_on: the day on which the earnings are payable, which fixes the minimum wage.
        law: the encoded law.

    Raises:
        FactsError: the earnings are less than nothing, or the period has no workweeks.
        LawNotEncodedError: the law of that day is not encoded.

    """
    weeks = WORKWEEKS[period] if isinstance(period, PayPeriod) else period
    _demand(disposable, weeks)
    earned = given("disposable earnings", disposable, Unit.USD)
    protected = _protected(weeks, payable_on, law)
    above = excess("disposable earnings above the protected amount", earned, protected)
    share = law.on(SHARE, payable_on)
    quarter = product("share of disposable earnings", earned, share)
    ceiling = lesser("the lesser of the two", quarter, above, by=law.rule("garnishment_3613_a3"))
    return to_cents("most that may be garnished", _never_up(ceiling, law))


def _never_up(ceiling: Figure, law: Law) -> Figure:
    """Take half a cent off a ceiling with a part of a cent: rounded half up it then never goes above."""
    if HUNDRED % ceiling.value.denominator == 0:
        return ceiling
    at_most = law.rule(AT_MOST)
    half = lawful(
        "half a cent, so that rounding does not go above", _HALF_A_CENT, Unit.USD, at_most
    )
    return excess("ceiling less half a cent", ceiling, half)


def _protected(weeks: Fraction, day: dt.date, law: Law) -> Figure:
    """Return what garnishment must leave of a period's disposable earnings, in dollars."""
    a_week = product("protected in a week", law.on(HOURS, day), law.on(MINIMUM, day))
    if weeks <= 1:
        return a_week
    count = lawful("workweeks of the pay period", weeks, Unit.RATIO, law.rule(PERIODS))
    return product("protected in the pay period", a_week, count)


def _demand(disposable: Fraction, weeks: Fraction) -> None:
    problems = []
    if disposable < ZERO:
        problems.append(Problem("disposable", "negative", "is less than nothing"))
    if weeks <= ZERO:
        problems.append(Problem("period", "no_workweeks", "has no workweeks; give one or more"))
    if problems:
        raise FactsError(problems)
