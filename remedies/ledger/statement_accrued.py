"""What a statement says of a sum with its entries, and of interest and penalties: rows of plain amounts."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from remedies.figures import Authority


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in cents, and the numbers of the entries that it adds up."""

    cents: int = 0
    entries: tuple[int, ...] = ()


NOTHING = Sum()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which the principal stayed the same, both included; ``amount`` is exact dollars.

    ``of_year`` is the number of days into which the rate of the year is divided.
    """

    begins_on: dt.date
    ends_on: dt.date
    days: int
    principal: int
    amount: Fraction
    of_year: int = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounded:
    """Days on which the same sum bore interest that is compounded once a year, both days included.

    ``base`` is what bore it, with interest that anniversaries added, ``amount`` the interest: exact dollars.
    """

    begins_on: dt.date
    ends_on: dt.date
    days: int
    base: Fraction
    amount: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestSheet:
    """Interest on one defendant's restitution (18 U.S.C. § 3612(f)), by stretch of equal principal.

    ``rate`` is percent a year, of the week from ``week_from`` to ``week_to``. ``accrued`` is cents: the sum
    of the stretches, once rounded, after limits and waivers, which ``notes`` tell. Where the position
    ``restitution_interest_rate`` is taken as ``section_1961``, ``compounded`` is given and no stretches.
    ``why_not`` says why nothing was computed, and then nothing else is given.
    """

    first_day: dt.date | None = None
    rate: Fraction | None = None
    week_from: dt.date | None = None
    week_to: dt.date | None = None
    days_in_year: str = ""
    stretches: tuple[Stretch, ...] = ()
    compounded: tuple[Compounded, ...] = ()
    exact: Fraction = Fraction(0)
    accrued: int = 0
    paid: Sum = NOTHING
    owed: int = 0
    notes: tuple[str, ...] = ()
    why_not: str = ""
    authority: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentAccount:
    """One civil judgment: its interest so far, what was recovered on it, and what of it is unpaid, in cents.

    ``accrued`` is interest, ``unpaid_interest`` what is left of it, ``unpaid_judgment`` what is left of the
    ``amount``; each rounded once. ``why_not`` says why nothing was computed, and then these are nothing.
    """

    judgment: str
    obligee: str
    obligor: str
    entered_on: dt.date
    amount: Sum
    rate: Fraction | None = None
    week_from: dt.date | None = None
    week_to: dt.date | None = None
    stretches: tuple[Compounded, ...] = ()
    recovered: Sum = NOTHING
    accrued: int = 0
    unpaid_interest: int = 0
    unpaid_judgment: int = 0
    notes: tuple[str, ...] = ()
    why_not: str = ""
    authority: tuple[Authority, ...] = ()

    @property
    def owed(self) -> int:
        """Judgment and interest that are unpaid, in cents."""
        return self.unpaid_judgment + self.unpaid_interest


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """One payment due that was late: what was missing, and its penalties in dollars.

    ``of`` says on what it was due: restitution, or the fine.
    """

    due_on: dt.date
    amount: int
    of: str = "restitution"
    delinquent_on: dt.date | None = None
    delinquent: int = 0
    delinquency_penalty: Fraction = Fraction(0)
    default_on: dt.date | None = None
    in_default: int = 0
    default_penalty: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltySheet:
    """Penalties on one defendant's late payments (18 U.S.C. § 3612(g)), by installment."""

    missed: tuple[Missed, ...] = ()
    accrued: int = 0
    paid: Sum = NOTHING
    owed: int = 0
    notes: tuple[str, ...] = ()
    why_not: str = ""
    authority: tuple[Authority, ...] = ()
