"""Losses: what the offense cost the victim, by the categories of 18 U.S.C. § 2259(c)(2)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from remedies.figures import Evidence


class Category(StrEnum):
    """The kinds of loss that a claim names."""

    MEDICAL = "medical"
    PSYCHOLOGICAL = "psychological"
    PHYSICAL_THERAPY = "physical_therapy"
    OCCUPATIONAL_THERAPY = "occupational_therapy"
    REHABILITATION = "rehabilitation"
    TRANSPORTATION = "transportation"
    TEMPORARY_HOUSING = "temporary_housing"
    CHILD_CARE = "child_care"
    LOST_INCOME = "lost_income"
    ATTORNEY_FEES = "attorney_fees"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One loss in dollars; ``future`` when it is reasonably projected rather than incurred."""

    category: Category
    amount: Fraction
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
    future: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None
