"""Paid: what reached the victim, what was taken from it, and what was given in kind."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from remedies.figures import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPerHour:
    """Dollars that reached the victim for each hour worked."""

    amount: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPerDay:
    """Dollars that reached the victim for each day worked."""

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


Paid = PaidPerHour | PaidPerDay | PaidPerWorkweek | PaidPerMonth | PaidTotal | PaidRecords


class DeductionKind(StrEnum):
    """What was taken from pay, or paid by the worker, for."""

    DEBT = "debt"
    RECRUITMENT = "recruitment"
    VISA = "visa"
    TRANSPORT = "transport"
    TOOLS = "tools"
    UNIFORM = "uniform"
    FINE = "fine"
    HOUSING = "housing"
    FOOD = "food"
    TAX = "tax"
    ASSIGNMENT = "assignment"
    OTHER = "other"


FOR_THE_WORKER = frozenset({DeductionKind.TAX, DeductionKind.ASSIGNMENT})
"""What is paid to others for the worker (29 C.F.R. §§ 531.38-531.40): counts as paid when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """Dollars withheld from pay, or paid by the worker ``out_of_pocket`` for the employer's benefit.

    ``amount`` is for each full workweek when there are no dates, for the workweek of ``begins_on`` when
    that is the only one, else spread evenly over the workweeks of the dates. ``voluntary`` says that the
    worker agreed without coercion. For taxes and assignments it says that the money was paid over.
    """

    kind: DeductionKind
    amount: Fraction
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
    out_of_pocket: bool = False
    voluntary: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None


class FacilityKind(StrEnum):
    """What was given in kind."""

    BOARD = "board"
    LODGING = "lodging"
    OTHER = "other"


class FacilityMeasure(StrEnum):
    """What the stated amount is: the employer's own cost, or a fair value that was determined."""

    REASONABLE_COST = "reasonable_cost"
    FAIR_VALUE = "fair_value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """Board, lodging or other facilities, in dollars a full workweek (29 U.S.C. § 203(m)(1)).

    The flags are the conditions of the credit, each for the defendant to show: accepted voluntarily,
    customarily furnished, its cost recorded, and lodging that is lawful.
    """

    kind: FacilityKind
    amount: Fraction
    measure: FacilityMeasure
    voluntary: bool = False
    customary: bool = False
    recorded: bool = False
    lawful: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None

    @property
    def conditions_met(self) -> bool:
        """Whether every condition of the credit is stated."""
        lawful = self.lawful or self.kind is not FacilityKind.LODGING
        return self.voluntary and self.customary and self.recorded and lawful


class Keeper(StrEnum):
    """Who kept the tips."""

    WORKER = "worker"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tips:
    """Tips of a full workweek in dollars, who kept them, and whether a tip credit was explained.

    Tips that the worker kept are not part of what the employer paid.
    """

    amount: Fraction
    kept_by: Keeper
    informed: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None
