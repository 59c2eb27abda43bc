"""What was taken from pay, or borne by the worker: deductions, and taxes paid over.

Authority:
    29 C.F.R. § 531.35: wages are paid "free and clear"; what the worker must give back, or spend for the
        employer's benefit, comes off them in the workweek in which it cuts into what is required.
    29 C.F.R. §§ 531.36, 531.37: deductions may not cut into the minimum wage or overtime; in an overtime
        workweek no more than could be taken from straight time alone.
    29 C.F.R. §§ 531.38-531.40: taxes and what the worker assigned to others count as paid.
"""

import datetime as dt

from remedies.calculators.dated import share_of_dates
from remedies.calculators.hours import PeriodHours
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.workweeks import Piece
from remedies.facts import FOR_THE_WORKER, Deduction
from remedies.figures import Figure, given, product
from remedies.law import Law
from remedies.operations import Unit


class Deductions:
    """The deductions of one period, by what they do to the figure."""

    def __init__(self, hours: PeriodHours, law: Law, choices: WageChoices) -> None:
        """Take the period's hours, the law and the positions."""
        self._hours = hours
        self._law = law
        credited = choices.voluntary_deductions == "credit_within_limits"
        found = hours.period.deductions
        self.borne = [d for d in found if d.out_of_pocket and choices.worker_borne_costs]
        self.paid_over = [d for d in found if counts_as_paid(d)]
        self.agreed = [d for d in found if credited and agreed_to(d)]
        self._given: dict[int, Figure] = {}

    def on(
        self, which: list[Deduction], piece: Piece, week: dt.date, *, first: bool
    ) -> list[Figure]:
        """Return what of some deductions belongs to ``piece`` of a workweek, in dollars.

        What is dated belongs to the workweek, so to the ``first`` piece of it.
        """
        parts = [
            self._part(deduction, piece, week)
            for deduction in which
            if first or deduction.begins_on is None
        ]
        return [part for part in parts if part is not None]

    def _part(self, deduction: Deduction, piece: Piece, week: dt.date) -> Figure | None:
        amount = self._amount(deduction)
        if deduction.begins_on is not None:
            dates = deduction.begins_on, deduction.ends_on
            return share_of_dates(self._hours.period, amount, dates, week)
        share = self._hours.share(piece)
        if share is None:
            return amount
        return product(f"{amount.name}, for the days worked", amount, share)

    def _amount(self, deduction: Deduction) -> Figure:
        if id(deduction) not in self._given:
            self._given[id(deduction)] = self._made(deduction)
        return self._given[id(deduction)]

    def _made(self, deduction: Deduction) -> Figure:
        period = self._hours.period
        if deduction.out_of_pocket:
            name, rule = f"{deduction.kind} paid by the worker", "free_and_clear_531_35"
        elif deduction.kind in FOR_THE_WORKER:
            name, rule = f"{deduction.kind} paid over for the worker", _PAID_OVER[deduction.kind]
        else:
            name, rule = f"deduction for {deduction.kind}", "deductions_overtime_531_37"
        per = " a workweek" if deduction.begins_on is None else ""
        return given(
            f"{name}{per}",
            deduction.amount,
            Unit.USD,
            source=deduction.exhibit or period.exhibit,
            evidence=deduction.evidence or period.evidence,
            by=self._law.rule(rule),
        )


_PAID_OVER = {"tax": "taxes_531_38", "assignment": "assignments_531_40"}


def counts_as_paid(deduction: Deduction) -> bool:
    """Return whether a deduction was paid to others for the worker."""
    paid_over = deduction.kind in FOR_THE_WORKER and deduction.voluntary
    return paid_over and not deduction.out_of_pocket


def agreed_to(deduction: Deduction) -> bool:
    """Return whether a deduction was withheld by free agreement for what is not paid to others."""
    withheld = deduction.voluntary and not deduction.out_of_pocket
    return withheld and deduction.kind not in FOR_THE_WORKER
