"""Wages paid: what reached the victim, credited by the workweek.

Authority:
    29 C.F.R. § 778.104: each workweek stands alone; what was paid beyond one workweek's due is no
        credit to another.
    29 C.F.R. § 531.35: wages are paid when they reach the worker finally, "free and clear".

Whatever a claim gives (an hour, a workweek, a month, a total, or payments one by one), each workweek
is credited whole cents, and the rounding is a line of its own. A total is credited so that the
workweeks' credits add up to it exactly.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from remedies.calculators.agreed_pay import workweek_share
from remedies.calculators.hours import PeriodHours
from remedies.calculators.workweeks import WEEK, Piece, Workweeks
from remedies.facts import (
    PaidPerDay,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    PayPeriod,
    WorkPeriod,
)
from remedies.figures import Figure, excess, given, product, quotient, to_cents, total
from remedies.law import Law
from remedies.operations import ZERO, Unit

NOTHING = given("wages paid", ZERO, Unit.USD)


class Credit:
    """What one period's pay credits to workweeks, apart from payments recorded one by one."""

    def __init__(self, hours: PeriodHours, law: Law) -> None:
        """Take the period's hours; nothing is computed yet."""
        self.hours = hours
        self.period: WorkPeriod = hours.period
        self._law = law

    def exact(self, piece: Piece, hours: Figure) -> Figure | None:
        """Return the exact dollars paid for ``piece``; None when nothing was."""
        paid = self.period.paid
        if paid is None or isinstance(paid, PaidTotal | PaidRecords) or not paid.amount:
            return None
        if isinstance(paid, PaidPerHour):
            return product("wages paid for the hours", self._given, hours)
        if isinstance(paid, PaidPerDay):
            days = given("days worked", Fraction(self.hours.days_worked(piece)), Unit.DAY)
            return product("wages paid for the days", self._given, days)
        share = self.hours.share(piece)
        if share is None:
            return self._per_workweek
        return product("wages paid for the days worked", self._per_workweek, share)

    @property
    def spreads_total(self) -> bool:
        """Whether a total is spread over the days worked, so that workweeks differ by a cent."""
        return isinstance(self.period.paid, PaidTotal) and bool(self.period.paid.amount)

    def spread(self, weeks: list[tuple[dt.date, int]]) -> dict[dt.date, Figure]:
        """Return each workweek's credit of the total, given the days worked in each workweek."""
        all_days = given("days worked in all", Fraction(sum(d for _, d in weeks)), Unit.DAY)
        credits_: dict[dt.date, Figure] = {}
        before: Figure | None = None
        days = 0
        for starts_on, worked in weeks:
            days += worked
            part = quotient(
                "share of the days worked so far",
                given("days worked so far", Fraction(days), Unit.DAY),
                all_days,
            )
            so_far = to_cents(
                "paid so far, to the cent", product("paid so far", self._given, part)
            )
            credits_[starts_on] = excess("wages paid", so_far, before) if before else so_far
            before = so_far
        return credits_

    @cached_property
    def _given(self) -> Figure:
        paid = self.period.paid
        assert paid is not None  # noqa: S101 - callers looked
        assert not isinstance(paid, PaidRecords)  # noqa: S101
        name, unit = {
            PaidPerHour: ("wages paid for an hour", Unit.USD_PER_HOUR),
            PaidPerDay: ("wages paid a day", Unit.USD_PER_DAY),
            PaidPerWorkweek: ("wages paid a workweek", Unit.USD),
            PaidPerMonth: ("wages paid a month", Unit.USD),
            PaidTotal: ("wages paid in all", Unit.USD),
        }[type(paid)]
        source = paid.exhibit or self.period.exhibit
        evidence = paid.evidence or self.period.evidence
        return given(name, paid.amount, unit, source=source, evidence=evidence)

    @cached_property
    def _per_workweek(self) -> Figure:
        if isinstance(self.period.paid, PaidPerMonth):
            share = workweek_share(PayPeriod.MONTH, self._law)
            return product("wages paid for a workweek", self._given, share)
        return self._given


def recorded(periods: list[WorkPeriod]) -> dict[dt.date, list[Figure]]:
    """Return payments recorded one by one, under the workweek that each belongs to."""
    found: dict[dt.date, list[Figure]] = {}
    for period in periods:
        if not isinstance(period.paid, PaidRecords):
            continue
        for payment in sorted(period.paid.payments, key=lambda p: (p.for_work_on, p.on)):
            figure = given(
                f"paid on {payment.on.isoformat()}",
                payment.amount,
                Unit.USD,
                source=payment.exhibit or period.paid.exhibit or period.exhibit,
                evidence=period.paid.evidence or period.evidence,
            )
            found.setdefault(period.week_of(payment.for_work_on), []).append(figure)
    return found


def in_cents(exact: list[Figure], whole: list[Figure]) -> Figure:
    """Return a workweek's wages paid, in whole cents, from exact parts and parts already in cents."""
    parts = list(whole)
    if exact:
        sum_ = exact[0] if len(exact) == 1 else total("wages paid before rounding", *exact)
        parts.append(sum_ if _is_cents(sum_.value) else to_cents("wages paid, to the cent", sum_))
    if not parts:
        return NOTHING
    return parts[0] if len(parts) == 1 else total("wages paid", *parts)


def split(run: Workweeks, at: Sequence[dt.date]) -> Iterator[Workweeks]:
    """Yield ``run`` cut so that each workweek of it that starts on a day of ``at`` stands alone."""
    start, end = run.starts_on, run.starts_on + run.count * WEEK
    for day in at[bisect_left(at, start) : bisect_left(at, end)]:
        if (day - run.starts_on) % WEEK:
            continue  # the start of a workweek of another period, whose workweeks start on another day
        if day > start:
            yield Workweeks(start, (day - start) // WEEK, run.pieces)
        yield Workweeks(day, 1, run.pieces)
        start = day + WEEK
    if start < end:
        yield Workweeks(start, (end - start) // WEEK, run.pieces)


def _is_cents(value: Fraction) -> bool:
    return 100 % value.denominator == 0
