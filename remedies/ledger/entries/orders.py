"""What a court ordered: a restitution order and its amendments, what each defendant owes under it.

A case has one restitution order; each amendment is a whole new version of it, in force from its day. A
version holds every victim's award and every defendant's liability, with that defendant's own day of
judgment: a defendant sentenced later is an amendment that adds a liability.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from remedies.facts.convictions import Statute


class Distribution(StrEnum):
    """How money for victims is divided among them; the United States is paid last in every one."""

    PRO_RATA = "pro_rata"
    BY_ORDER = "by_order"
    BY_PRIORITY = "by_priority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What one victim is to be paid in all: the loss, which nobody's payments together may exceed.

    ``priority`` counts from 1, the first to be paid, and matters under ``by_priority`` only.
    ``child_pornography`` says that the award is for such an offense (18 U.S.C. § 2259A(d)(2)).
    """

    obligee: str
    amount: int
    priority: int = 1
    statute: Statute | None = None
    mandatory: bool = True
    child_pornography: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Installments:
    """Equal payments, monthly from ``first_on`` on (18 U.S.C. § 3572(d)(2))."""

    amount: int
    first_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestTerms:
    """What the court said of interest at sentencing (18 U.S.C. § 3612(f)(3))."""

    waived: bool = False
    limit: int | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """What one defendant owes: for each victim at most ``amounts``, in all at most ``cap``; cents.

    Joint and several where several defendants' amounts for one victim exceed the award together;
    apportioned where they add up to it (18 U.S.C. § 3664(h)). ``due`` is None where the whole is due on the
    day of judgment.
    """

    obligor: str
    judgment_on: dt.date
    amounts: Mapping[str, int]
    cap: int | None = None
    due: Installments | None = None
    interest: InterestTerms = field(default_factory=InterestTerms)
    special_assessment: int = 0
    fine: int = 0
    costs: int = 0
    child_pornography_assessment: int = 0
    jvta_assessment: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A restitution order, or an amended version of it, in force from the day of its entry."""

    kind: ClassVar[str] = "order"

    reference: str
    awards: tuple[Award, ...]
    liabilities: tuple[Liability, ...]
    distribution: Distribution = Distribution.PRO_RATA
    minimum_disbursement: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilJudgment:
    """A civil judgment of a federal court for a victim; its interest is that of 28 U.S.C. § 1961.

    Not part of the restitution order: what is paid on it is a recovery (:class:`Recovery`) where the loss is
    the same.
    """

    kind: ClassVar[str] = "judgment"

    reference: str
    obligor: str
    obligee: str
    amount: int
    entered_on: dt.date


class Relief(StrEnum):
    """What was waived or limited after sentencing, and by whom."""

    COURT_WAIVES_INTEREST = "court_waives_interest"
    COURT_LIMITS_INTEREST = "court_limits_interest"
    COURT_ENDS_INTEREST = "court_ends_interest"
    ATTORNEY_GENERAL_WAIVES_INTEREST = "attorney_general_waives_interest"
    ATTORNEY_GENERAL_WAIVES_PENALTIES = "attorney_general_waives_penalties"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefGranted:
    """Interest or penalties waived or limited after sentencing (18 U.S.C. § 3612(f)(3), (h))."""

    kind: ClassVar[str] = "relief"

    obligor: str
    relief: Relief
    limit: int | None = None
    document: str = ""


class Told(StrEnum):
    """What a notice tells a defendant (18 U.S.C. § 3612(d), (e))."""

    DELINQUENCY = "delinquency"
    DEFAULT = "default"
    LIEN = "lien"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice given to a defendant, on the day of the entry."""

    kind: ClassVar[str] = "notice"

    obligor: str
    tells: Told
    document: str = ""
