"""Pay: what was agreed for the work, by its basis."""

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


@dataclass(frozen=True, slots=True)
class RateOfHours:
    """One of several rates, in dollars an hour, and its hours in a full workweek."""

    rate: Fraction
    hours: Fraction


@dataclass(frozen=True, slots=True)
class SeveralRates:
    """Several agreed rates, each for its hours; empty when each dated record states its own rate."""

    rates: tuple[RateOfHours, ...]


@dataclass(frozen=True, slots=True)
class Fluctuating:
    """A fixed salary in dollars for hours that change from week to week (29 C.F.R. § 778.114).

    ``conditions_met`` says that every condition of the section is proven.
    """

    amount: Fraction
    per: PayPeriod
    conditions_met: bool = False


@dataclass(frozen=True, slots=True)
class DayRate:
    """A flat sum in dollars for each day of work, however long (29 C.F.R. § 778.112)."""

    rate: Fraction


@dataclass(frozen=True, slots=True)
class JobRate:
    """A flat sum in dollars for each job, and the jobs of a full workweek (29 C.F.R. § 778.112)."""

    rate: Fraction
    jobs: Fraction


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece earnings of a full workweek in dollars, and what was agreed for waiting (29 C.F.R. § 778.111).

    ``waiting_hours`` are part of the hours worked. Without ``waiting_rate`` the piece rates were agreed to
    pay for all hours.
    """

    earnings: Fraction
    waiting_hours: Fraction | None = None
    waiting_rate: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Guaranteed:
    """A weekly guaranty in dollars for up to ``hours`` at ``rate`` (29 U.S.C. § 207(f)).

    ``irregular_hours`` says that the duties necessitate irregular hours of work.
    """

    rate: Fraction
    hours: Fraction
    guaranty: Fraction
    irregular_hours: bool = False


Pay = NoPay | Hourly | Salary | SeveralRates | Fluctuating | DayRate | JobRate | Piece | Guaranteed


class BonusKind(StrEnum):
    """What is paid or promised besides the basis of pay."""

    BONUS = "bonus"
    COMMISSION = "commission"
    SHIFT_DIFFERENTIAL = "shift_differential"
    RETROACTIVE_RAISE = "retroactive_raise"
    LUMP_SUM_FOR_OVERTIME = "lump_sum_for_overtime"


class BonusPer(StrEnum):
    """What a bonus is paid for."""

    WORKWEEK = "workweek"
    HALF_MONTH = "half_month"
    MONTH = "month"
    DATES = "dates"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus:
    """Remuneration beside the basis of pay, in dollars: part of the regular rate unless ``excluded``.

    ``per`` says what ``amount`` is for: a full workweek, a half month or month (24/52 and 12/52 of it are a
    workweek's), the dates from ``begins_on`` to ``ends_on`` (spread evenly over their workweeks), or one
    hour (of ``hours`` a full workweek, or of all hours when that is None). ``excluded`` says that
    29 U.S.C. § 207(e) leaves it out, as a sum paid at the employer's discretion.
    """

    kind: BonusKind
    amount: Fraction
    per: BonusPer
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
    hours: Fraction | None = None
    excluded: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None
