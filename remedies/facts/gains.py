"""Gains: what the victim's services or labor brought the defendant."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from remedies.figures import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipts:
    """Money that the defendant took in for the victim's services or labor, in dollars."""

    amount: Fraction
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommercialSex:
    """Days × acts a day × price of an act, in dollars, within a period."""

    begins_on: dt.date
    ends_on: dt.date
    days: Fraction
    acts_per_day: Fraction
    price: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketValue:
    """What the same work would have cost on the market: hours × rate."""

    hours: Fraction
    rate: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expenses:
    """What the defense says was spent to earn the receipts; deducted only under a position."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


Gain = Receipts | CommercialSex | MarketValue | Expenses
