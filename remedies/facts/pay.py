"""Pay: what was agreed (the basis of pay) and what reached the victim (paid)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from remedies.figures import Evidence


class PayPeriod(StrEnum):
    """What a salary is paid for."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"
    YEAR = "year"


HOURS_ALL = "all"
"""A salary that covers all hours worked, however many."""


@dataclass(frozen=True, slots=True)
class NoPay:
    """Nothing was agreed: the labor was taken without pay."""


@dataclass(frozen=True, slots=True)
class Hourly:
    """An agreed rate, in dollars an hour."""

    rate: Fraction


@dataclass(frozen=True, slots=True)
class Salary:
    """An agreed salary in dollars; ``covers_hours`` a number a workweek, ``all``, or None when not known."""

    amount: Fraction
    per: PayPeriod
    covers_hours: Fraction | str | None = None


Pay = NoPay | Hourly | Salary


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPerHour:
    """Dollars that reached the victim for each hour worked."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPerWorkweek:
    """Dollars that reached the victim for each full workweek."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPerMonth:
    """Dollars that reached the victim each month; 12/52 of it belongs to a full workweek."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidTotal:
    """Dollars that reached the victim over the whole period, spread evenly over the days worked."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment; it belongs to the workweek of ``for_work_on``, which is its own date unless stated."""

    on: dt.date
    amount: Fraction
    for_work_on: dt.date
    exhibit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidRecords:
    """Payments recorded one by one."""

    payments: tuple[Payment, ...]
    exhibit: str = ""
    evidence: Evidence | None = None


Paid = PaidPerHour | PaidPerWorkweek | PaidPerMonth | PaidTotal | PaidRecords
