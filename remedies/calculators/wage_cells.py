"""The cells of a workweek's row: the agreed rate as far as it is secured, what was paid, what was taken.

Authority:
    29 C.F.R. § 778.109: the regular rate is all remuneration over all hours.
    29 C.F.R. § 778.322: in a workweek without overtime the Act secures the minimum wage only.
    29 C.F.R. § 778.410(a): what a guaranteed-pay contract guarantees is paid however short the workweek.
    29 C.F.R. § 778.601(e): fourteen days stand in place of the workweek for the regular rate too.
    29 U.S.C. § 203(m)(2)(A): a tip credit, when the employee was informed of it and retained all tips.
    29 C.F.R. § 531.59(a): a tip credit fills the minimum wage, not overtime.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from remedies.calculators.agreed_pay import Agreed, AgreedPay, regular_rate
from remedies.calculators.bonuses import Bonuses
from remedies.calculators.hours import PeriodHours
from remedies.calculators.in_kind import TIPPED_CASH_WAGE, TIPS_FROM, Facilities, TipsOf
from remedies.calculators.minimum_wage import MinimumWages
from remedies.calculators.paid import Credit, in_cents
from remedies.calculators.taken import Deductions
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.wage_shape import Shape
from remedies.calculators.workweeks import Piece
from remedies.facts import Guaranteed, NoPay, WorkPeriod
from remedies.figures import (
    Figure,
    excess,
    given,
    greater,
    lawful,
    lesser,
    product,
    quotient,
    to_cents,
    total,
)
from remedies.law import Law
from remedies.operations import ZERO, Unit

NO_AGREED_PAY = given("no pay agreed", ZERO, Unit.USD_PER_HOUR)


class Part(NamedTuple):
    """A part of a workweek in which hours count; ``first`` is false for a period's later parts of it."""

    piece: Piece
    hours: Figure
    first: bool = True


Worked = Sequence[Part]


class PeriodPay:
    """Everything that one period brings to a row."""

    def __init__(self, period: WorkPeriod, law: Law, choices: WageChoices) -> None:
        """Take the period, the law and the positions."""
        self.period = period
        self.hours = PeriodHours(period, law=law, choices=choices.hours)
        self.agreed = AgreedPay(self.hours, law, choices)
        self.bonuses = Bonuses(self.hours, law)
        self.credit = Credit(self.hours, law)
        self.deductions = Deductions(self.hours, law, choices)
        self.facilities = Facilities(self.hours, law, choices)
        self.tips = TipsOf(self.hours, law, choices)
        self.only_cash = not (
            period.facilities or self.deductions.paid_over or self.tips.may_credit
        )


class Cells:
    """Makes the cells of a workweek from what its periods bring."""

    def __init__(self, pay: Sequence[PeriodPay], minimum: MinimumWages, law: Law) -> None:
        """Take what each period brings, the minimum wages and the law."""
        self._pay = pay
        self._minimum = minimum
        self._law = law

    def minimum(self, worked: Worked, hours: Figure) -> Figure:
        """Return the minimum wage of a workweek, in dollars an hour."""
        rates = self._minimums(worked)
        if all(rate is rates[0] for rate in rates):
            return rates[0]
        return weighted("minimum wage", rates, worked, hours)

    def agreed(self, worked: Worked, week: dt.date) -> list[Agreed]:
        """Return what was agreed for each part of a workweek, with bonuses and credited facilities."""
        return [self._terms(part, week) for part in self._whole(worked)]

    def _whole(self, worked: Worked) -> Iterator[Part]:
        """Yield the parts, those of a guaranteed-pay contract as one: it is a workweek's."""
        for part in worked:
            index = part.piece.period
            if not isinstance(self._pay[index].period.pay, Guaranteed):
                yield part
            elif part.first:
                own = [other for other in worked if other.piece.period == index]
                yield part if len(own) == 1 else Part(_joined(own), hours_of(own))

    def guaranteed(
        self, worked: Worked, agreed: Figure | None, of: tuple[Figure, Figure], *, secured: bool
    ) -> Figure:
        """Return the agreed rate so far as the Act secures it, in dollars an hour.

        On each day it stands beside that day's minimum wage, when the workweek has two. ``of`` are the
        workweek's hours and minimum wage.
        """
        hours, minimum = of
        agreed = agreed or NO_AGREED_PAY
        minimums = self._minimums(worked) if minimum.operands else [minimum]
        if all(agreed.value <= least.value for least in minimums):
            return agreed
        if not secured:
            return self._not_secured
        if all(agreed.value >= least.value for least in minimums):
            return agreed
        owed = [greater("rate owed on the day", agreed, least) for least in minimums]
        return weighted("rate owed by the day", owed, worked, hours)

    def guaranty(self, worked: Worked, *, overtime: bool) -> Figure:
        """Return what a guaranteed-pay contract promises a workweek with overtime, in dollars."""
        pay = self._pay[worked[0].piece.period]
        alone = len({part.piece.period for part in worked}) == 1
        if not overtime or not alone:
            return _none("guaranty")
        minimum = self._minimum.on(worked[0].piece.period, worked[0].piece.begins_on)
        parts = [pay.agreed.guaranty(part.piece, minimum.value) for part in worked]
        return _sum("guaranty", [part for part in parts if part is not None])

    def paid(self, week: dt.date, worked: Worked, own: list[Figure]) -> Figure:
        """Return what is credited as paid, in whole cents; ``own`` are payments already in cents."""
        if len(worked) == 1 and (pay := self._pay[worked[0].piece.period]).only_cash:
            cash = pay.credit.exact(worked[0].piece, worked[0].hours)
            return in_cents([] if cash is None else [cash], own)
        exact: list[Figure] = []
        for index in dict.fromkeys(part.piece.period for part in worked):
            parts = [part for part in worked if part.piece.period == index]
            paid = self._cash(parts, week)
            in_kind = [f for part in parts for f in self._pay[index].facilities.on(part.piece)]
            exact += [*paid, *in_kind]
            if self._pay[index].tips.may_credit:
                exact += self._tip_credit(parts, [*paid, *own], in_kind)
        return in_cents(exact, own)

    def _cash(self, parts: Worked, week: dt.date) -> list[Figure]:
        """Return the cash paid to the worker, and to others for the worker, for a period's parts."""
        found: list[Figure] = []
        for piece, hours, first in parts:
            pay = self._pay[piece.period]
            cash = pay.credit.exact(piece, hours)
            found += [cash] if cash is not None else []
            if pay.deductions.paid_over:
                found += pay.deductions.on(pay.deductions.paid_over, piece, week, first=first)
        return found

    def taken(self, week: dt.date, worked: Worked, shape: Shape) -> Iterator[Figure]:
        """Yield the cells of deductions, costs and tips, as far as the schedule has their columns."""
        found = [(self._pay[part.piece.period].deductions, part) for part in worked]
        if shape.deductions:
            yield _sum(
                "deductions",
                [f for d, p in found for f in d.on(d.agreed, p.piece, week, first=p.first)],
            )
        if shape.costs:
            costs = _sum(
                "costs borne by the worker",
                [f for d, p in found for f in d.on(d.borne, p.piece, week, first=p.first)],
            )
            yield to_cents("costs borne by the worker, to the cent", costs)
        if shape.tips_kept:
            counted = [part for part in worked if part.piece.begins_on >= TIPS_FROM]
            kept = (self._pay[part.piece.period].tips.kept(part.piece) for part in counted)
            tips = _sum("tips kept by the employer", [tip for tip in kept if tip is not None])
            yield to_cents("tips kept by the employer, to the cent", tips)

    def _tip_credit(
        self, parts: Worked, cash: list[Figure], in_kind: list[Figure]
    ) -> list[Figure]:
        """Return the tip credit in dollars: tips that fill what cash and kind leave of the minimum."""
        tips = self._pay[parts[0].piece.period].tips
        rates = [self._law.on(TIPPED_CASH_WAGE, part.piece.begins_on, None) for part in parts]
        least = _sum("least cash wage", _by_hours("least cash wage", rates, parts))
        paid = _sum("cash wage", cash)
        if tips.needs_conditions and paid.value < least.value:
            return []
        owed = _by_hours("minimum wage of tipped work", self._minimums(parts), parts)
        left = excess(
            "minimum wage that cash and kind leave",
            _sum("minimum wages of tipped work", owed),
            _sum("cash and kind", [greater("cash wage, or the least", paid, least), *in_kind]),
        )
        received = _sum("tips", [tips.received(part.piece) for part in parts])
        return [lesser("tip credit", received, left, by=self._law.rule("tips_203_m2A"))]

    def _minimums(self, worked: Worked) -> list[Figure]:
        return [self._minimum.on(p.piece.period, p.piece.begins_on) for p in worked]

    def _terms(self, part: Part, week: dt.date) -> Agreed:
        piece, hours, first = part
        pay = self._pay[piece.period]
        minimum = self._minimum.on(piece.period, piece.begins_on).value
        agreed = pay.agreed.on(piece, hours, minimum)
        sums = [*agreed.sums]
        if pay.bonuses:
            sums += pay.bonuses.on(piece, week, hours, first=first)
        if pay.bonuses or not isinstance(pay.period.pay, NoPay):
            sums += pay.facilities.on(piece)
        return Agreed(hours, agreed.rate, tuple(sums)) if sums else agreed

    @cached_property
    def _not_secured(self) -> Figure:
        name = "agreed rate, not secured where no overtime is due"
        return lawful(name, ZERO, Unit.USD_PER_HOUR, self._law.rule("no_overtime_week_778_322"))


def weighted(name: str, rates: list[Figure], by: Worked, hours: Figure) -> Figure:
    """Return the average of rates, weighted by the hours at each, in dollars an hour."""
    parts = total(f"{name}, all hours", *_by_hours(f"{name} × hours", rates, by))
    return quotient(f"{name}, weighted by hours", parts, hours)


def _by_hours(name: str, rates: list[Figure], by: Worked) -> list[Figure]:
    return [product(name, rate, part.hours) for rate, part in zip(rates, by, strict=True)]


def agreed_rate(parts: list[Agreed], law: Law) -> Figure | None:
    """Return the agreed regular rate of some parts of workweeks; None when nothing was agreed."""
    hours = [part.hours for part in parts]
    all_ = hours[0] if len(hours) == 1 else total("hours worked", *hours)
    return regular_rate(parts, all_, law)


def _joined(parts: Worked) -> Piece:
    """Return the parts of one period in a workweek as one piece."""
    weekdays = sum(part.piece.weekdays for part in parts)
    ends_on = parts[-1].piece.ends_on
    return replace(parts[0].piece, weekdays=weekdays, ends_on=ends_on)


def _none(name: str) -> Figure:
    return given(f"no {name}", ZERO, Unit.USD)


def _sum(name: str, figures: list[Figure]) -> Figure:
    if not figures:
        return _none(name)
    return figures[0] if len(figures) == 1 else total(name, *figures)


def hours_of(worked: Worked) -> Figure:
    """Return the hours of a workweek."""
    parts = [part.hours for part in worked]
    return parts[0] if len(parts) == 1 else total("hours worked", *parts)
