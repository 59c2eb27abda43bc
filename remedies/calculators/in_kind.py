"""Credits for what was not paid in cash by the employer: facilities, and tips that the worker kept.

Authority:
    29 U.S.C. § 203(m)(1): wages include the reasonable cost of board, lodging or other facilities
        customarily furnished, or their fair value where the Secretary determined it.
    29 C.F.R. § 531.30: acceptance must be voluntary and uncoerced.
    29 U.S.C. § 203(m)(2)(A): a tip credit, when the employee was informed of it and retained all tips.
    29 U.S.C. § 203(m)(2)(B): tips that an employer kept, from March 23, 2018.
"""

import datetime as dt

from remedies.calculators.hours import PeriodHours
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.workweeks import Piece
from remedies.facts import Facility, FacilityMeasure, Keeper
from remedies.figures import Figure, given, product
from remedies.law import Law
from remedies.operations import Unit

TIPS_FROM = dt.date(2018, 3, 23)
"""From when an employer may not keep tips.

The rule ``tips_203_m2B`` says so; a test holds the two together.
"""

TIPPED_CASH_WAGE = "us.tipped_cash_wage"


class Facilities:
    """The facilities of one period that are credited."""

    def __init__(self, hours: PeriodHours, law: Law, choices: WageChoices) -> None:
        """Take the period's hours, the law and the position ``facilities_credit``."""
        self._hours = hours
        self._law = law
        credited = [
            f for f in hours.period.facilities if is_credited(f, choices.facilities_credit)
        ]
        self._figures = [self._made(facility) for facility in credited]

    def on(self, piece: Piece) -> list[Figure]:
        """Return the credited facilities of ``piece``, in dollars."""
        share = self._hours.share(piece) if self._figures else None
        if share is None:
            return self._figures
        return [product(f"{f.name}, for the days worked", f, share) for f in self._figures]

    def _made(self, facility: Facility) -> Figure:
        measure = facility.measure.value.replace("_", " ")
        period = self._hours.period
        return given(
            f"{facility.kind} a workweek, {measure}",
            facility.amount,
            Unit.USD,
            source=facility.exhibit or period.exhibit,
            evidence=facility.evidence or period.evidence,
            by=self._law.rule("facilities_203_m1"),
        )


def is_credited(facility: Facility, position: str) -> bool:
    """Return whether the position ``facilities_credit`` credits a facility."""
    match position:
        case "reasonable_cost":
            return facility.measure is FacilityMeasure.REASONABLE_COST
        case "fair_value":
            return facility.measure is FacilityMeasure.FAIR_VALUE
        case _:
            by_cost = facility.measure is FacilityMeasure.REASONABLE_COST
            return by_cost and facility.conditions_met


class TipsOf:
    """The tips of one period: a credit for those kept by the worker, or what the employer kept."""

    def __init__(self, hours: PeriodHours, law: Law, choices: WageChoices) -> None:
        """Take the period's hours, the law and the positions."""
        self._hours = hours
        self._law = law
        self._choices = choices

    @property
    def may_credit(self) -> bool:
        """Whether tips that the worker kept may fill the minimum wage, as far as the facts state it."""
        tips, position = self._hours.period.tips, self._choices.tip_credit
        if tips is None or tips.kept_by is not Keeper.WORKER or position == "deny":
            return False
        return tips.informed or position == "allow"

    @property
    def needs_conditions(self) -> bool:
        """Whether the cash wage must reach the least that tipped work is paid."""
        return self._choices.tip_credit != "allow"

    def received(self, piece: Piece) -> Figure:
        """Return the tips of ``piece``, in dollars."""
        return self._tips(piece)

    def kept(self, piece: Piece) -> Figure | None:
        """Return the tips of ``piece`` that the employer kept, in dollars; None when there are none."""
        tips = self._hours.period.tips
        if tips is None or tips.kept_by is not Keeper.EMPLOYER:
            return None
        return self._tips(piece)

    def _tips(self, piece: Piece) -> Figure:
        tips, period = self._hours.period.tips, self._hours.period
        assert tips is not None  # noqa: S101 - callers looked
        name = "tips a workweek" + (", kept by the employer" if tips.kept_by == "employer" else "")
        amount = given(
            name,
            tips.amount,
            Unit.USD,
            source=tips.exhibit or period.exhibit,
            evidence=tips.evidence or period.evidence,
            by=self._law.rule("tips_203_m2B") if tips.kept_by is Keeper.EMPLOYER else None,
        )
        share = self._hours.share(piece)
        return amount if share is None else product("tips for the days worked", amount, share)
