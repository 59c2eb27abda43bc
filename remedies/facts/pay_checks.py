"""What contradicts itself in what was agreed, paid, taken and given in kind."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from remedies.errors import Problem
from remedies.facts.hours import Daily, PerDay, PerWorkweek, Records
from remedies.facts.pay import (
    Bonus,
    BonusKind,
    BonusPer,
    Guaranteed,
    Hourly,
    NoPay,
    Piece,
    Salary,
    SeveralRates,
)
from remedies.facts.work import WorkPeriod

HOURS_IN_A_WORKWEEK = 168
_FORTY = Fraction(40)


def pay_problems(where: str, period: WorkPeriod) -> Iterator[Problem]:
    """Yield everything in a period's pay that cannot be, each named by its field."""
    yield from _paid(where, period)
    yield from _basis(f"{where}.pay", period)
    for i, bonus in enumerate(period.bonuses):
        yield from _bonus(f"{where}.bonuses[{i}]", bonus, period)
    for i, deduction in enumerate(period.deductions):
        dates = deduction.begins_on, deduction.ends_on
        name = "on" if deduction.ends_on is None else "from"
        yield from _dates(f"{where}.deductions[{i}]", name, dates, period)
    yield from _coverage(f"{where}.coverage", period)


def _paid(where: str, period: WorkPeriod) -> Iterator[Problem]:
    if period.paid is None and not isinstance(period.pay, NoPay):
        why = 'say what reached the victim; {"total": "0.00"} when nothing did'
        yield Problem(f"{where}.paid", "required", why)


def _basis(where: str, period: WorkPeriod) -> Iterator[Problem]:
    match period.pay:
        case Salary(_, _, covers) if isinstance(covers, Fraction):
            if not 0 < covers <= HOURS_IN_A_WORKWEEK:
                why = "must be more than 0 and at most 168 hours a workweek, or all"
                yield Problem(f"{where}.covers_hours", "out_of_range", why)
        case SeveralRates(rates):
            yield from _rates(where, period, sum((r.hours for r in rates), Fraction(0)))
        case Piece(_, waiting, rate):
            if rate is not None and waiting is None:
                why = "give the hours of waiting that this rate pays"
                yield Problem(f"{where}.waiting_hours", "required", why)
            if waiting is not None and waiting > (full_hours(period) or HOURS_IN_A_WORKWEEK):
                why = "are part of the hours worked and cannot be more than those"
                yield Problem(f"{where}.waiting_hours", "too_many_hours", why)
        case Guaranteed(_, hours, _) if not _FORTY < hours <= HOURS_IN_A_WORKWEEK:
            why = "must be more than 40 and at most 168 hours a workweek"
            yield Problem(f"{where}.guaranteed_hours", "out_of_range", why)


def _rates(where: str, period: WorkPeriod, stated: Fraction) -> Iterator[Problem]:
    if isinstance(period.hours, Records):
        return  # each record states its own rate, or the rates weigh every workweek alike
    if not stated:
        why = "give each rate with its hours a workweek"
        yield Problem(f"{where}.rates", "required", why)
    elif stated != full_hours(period):
        why = "the hours at these rates do not add up to the hours of the workweek"
        yield Problem(f"{where}.rates", "does_not_add_up", why)


def full_hours(period: WorkPeriod) -> Fraction | None:
    """Return the hours of a full workweek of a pattern; None for dated records."""
    match period.hours:
        case PerWorkweek(hours, _):
            return hours
        case PerDay(hours, days):
            return hours * len(days)
        case Daily(by_day, _):
            return sum(by_day, Fraction(0))
        case Records():
            return None


def _bonus(where: str, bonus: Bonus, period: WorkPeriod) -> Iterator[Problem]:
    if bonus.per is BonusPer.DATES:
        yield from _dates(where, "from", (bonus.begins_on, bonus.ends_on), period)
    full = full_hours(period) or Fraction(HOURS_IN_A_WORKWEEK)
    if bonus.hours is not None and bonus.hours > full:
        why = "cannot be more than the hours of the workweek"
        yield Problem(f"{where}.hours_per_workweek", "too_many_hours", why)
    if bonus.kind is BonusKind.RETROACTIVE_RAISE and not isinstance(
        period.pay, Hourly | SeveralRates
    ):
        why = "a retroactive raise of a rate needs pay by the hour; restate the salary for its dates instead"
        yield Problem(f"{where}.kind", "inconsistent", why)


def _dates(
    where: str, name: str, dates: tuple[dt.date | None, dt.date | None], period: WorkPeriod
) -> Iterator[Problem]:
    begins_on, ends_on = dates
    if begins_on is None:
        return
    if ends_on is not None and ends_on < begins_on:
        yield Problem(f"{where}.to", "reversed_period", "must not be before the period's from")
    why = "must lie in a workweek of the period of work"
    last = period.week_of(period.ends_on) + dt.timedelta(days=6)
    first = period.week_of(period.begins_on)
    if not first <= begins_on <= last:
        yield Problem(f"{where}.{name}", "outside_period", why)
    if ends_on is not None and not first <= ends_on <= last:
        yield Problem(f"{where}.to", "outside_period", why)


def _coverage(where: str, period: WorkPeriod) -> Iterator[Problem]:
    coverage = period.coverage
    for name in ("lives_in", "companionship"):
        if getattr(coverage, name) and not coverage.domestic_service:
            why = "applies to domestic service only; set domestic_service as well"
            yield Problem(f"{where}.{name}", "inconsistent", why)
    if coverage.small_farm and not coverage.agriculture:
        why = "applies to agriculture only; set agriculture as well"
        yield Problem(f"{where}.small_farm", "inconsistent", why)
    first, through = coverage.youth_from, coverage.youth_through
    if first is not None and through is not None and through < first:
        why = "must not be before the youth wage's from"
        yield Problem(f"{where}.youth.through", "reversed_period", why)
    fortnight = coverage.eight_and_eighty_from
    if fortnight is not None and fortnight != period.week_of(fortnight):
        why = "must be the first day of a workweek: the fourteen days are two workweeks"
        yield Problem(f"{where}.eight_and_eighty_from", "inconsistent", why)
