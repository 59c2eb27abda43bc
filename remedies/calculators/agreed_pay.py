"""What was agreed for the work: a rate an hour, or sums of dollars, for a part of a workweek.

Authority:
    29 C.F.R. § 778.109: the regular rate is all remuneration divided by all hours worked.
    29 C.F.R. § 778.110: an hourly rate, with or without a bonus.
    29 C.F.R. § 778.111: piece earnings and pay for waiting, over all hours.
    29 C.F.R. § 778.112: day and job rates, over all hours.
    29 C.F.R. § 778.113: a salary is divided by the hours that it is intended to compensate; a month's
        salary times 12/52, half a month's times 24/52, is the workweek's.
    29 C.F.R. § 778.114: a fixed salary for fluctuating hours, where its conditions are met.
    29 C.F.R. § 778.115: two or more rates: their average, weighted by hours.
    29 C.F.R. § 778.325: a salary that covers more than forty hours.
    29 U.S.C. § 207(f): a guaranteed weekly pay under a contract that qualifies.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from remedies.calculators.hours import PeriodHours
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.workweeks import Piece
from remedies.facts import (
    HOURS_ALL,
    DayRate,
    Fluctuating,
    Guaranteed,
    Hourly,
    JobRate,
    NoPay,
    PayPeriod,
    Records,
    Salary,
    SeveralRates,
    WorkPeriod,
)
from remedies.facts import (
    Piece as PiecePay,
)
from remedies.figures import Authority, Figure, excess, given, lawful, product, quotient, total
from remedies.law import Law
from remedies.operations import Unit

FORTY = Fraction(40)
_MOST_GUARANTEED = Fraction(60)
_OVERTIME = Fraction(3, 2)
_PER_WORKWEEK = {
    PayPeriod.TWO_WEEKS: Fraction(1, 2),
    PayPeriod.HALF_MONTH: Fraction(24, 52),
    PayPeriod.MONTH: Fraction(12, 52),
    PayPeriod.YEAR: Fraction(1, 52),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed for a part of a workweek: a rate in dollars an hour, or dollars, or both."""

    hours: Figure
    rate: Figure | None = None
    sums: tuple[Figure, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing was agreed."""
        return self.rate is None and not self.sums


class AgreedPay:
    """The basis of pay of one period."""

    def __init__(self, hours: PeriodHours, law: Law, choices: WageChoices) -> None:
        """Take the period's hours, the law and the positions."""
        self.hours = hours
        self.period: WorkPeriod = hours.period
        self._law = law
        self._choices = choices

    def on(self, piece: Piece, hours: Figure, minimum: Fraction) -> Agreed:
        """Return what was agreed for ``piece``; ``minimum`` is its first day's minimum wage."""
        match self.period.pay:
            case NoPay():
                return Agreed(hours)
            case Hourly(_):
                return Agreed(hours, self._hourly)
            case SeveralRates(rates):
                rate = self._average if rates else self._recorded_average(piece, hours)
                return Agreed(hours, rate)
            case Salary() | Fluctuating():
                return Agreed(hours, self._salary_rate(piece, hours))
            case Guaranteed():
                return self._guaranteed(piece, hours, minimum)
            case DayRate(_) | JobRate() | PiecePay():
                return Agreed(hours, None, (self._sum(piece),))
            case _:
                assert_never(self.period.pay)

    @cached_property
    def _hourly(self) -> Figure:
        assert isinstance(self.period.pay, Hourly)  # noqa: S101
        return self.hours.given("agreed hourly rate", self.period.pay.rate, Unit.USD_PER_HOUR)

    @cached_property
    def _average(self) -> Figure:
        assert isinstance(self.period.pay, SeveralRates)  # noqa: S101
        parts = [
            (
                self.hours.given(f"agreed rate {number}", entry.rate, Unit.USD_PER_HOUR),
                self.hours.given(f"hours at rate {number}", entry.hours, Unit.HOUR),
            )
            for number, entry in enumerate(self.period.pay.rates, 1)
        ]
        return self._weighted(parts, total("hours at all rates", *(hours for _, hours in parts)))

    def _recorded_average(self, piece: Piece, hours: Figure) -> Figure:
        return self._weighted(self.hours.by_rate(piece), hours)

    def _weighted(self, parts: list[tuple[Figure, Figure]], hours: Figure) -> Figure:
        earned = [product("earnings at the rate", rate, worked) for rate, worked in parts]
        rule = self._law.rule("two_rates_778_115")
        name = "regular rate, the average of the rates"
        return quotient(name, total("earnings at all rates", *earned), hours, by=rule)

    def _salary_rate(self, piece: Piece, hours: Figure) -> Figure:
        pay = self.period.pay
        if isinstance(pay, Fluctuating):
            taken = self._choices.fluctuating_workweek == "half_time_always"
            return (
                self._over_all_hours(piece, hours)
                if taken or pay.conditions_met
                else self._over_covered_hours
            )
        assert isinstance(pay, Salary)  # noqa: S101
        all_hours = pay.covers_hours is None and self._choices.salary_covers == "all_hours"
        if pay.covers_hours == HOURS_ALL or all_hours:
            return self._over_all_hours(piece, hours)
        return self._over_covered_hours

    @cached_property
    def _weekly_salary(self) -> Figure:
        pay = self.period.pay
        assert isinstance(pay, Salary | Fluctuating)  # noqa: S101
        words = pay.per.value.replace("_", " ")
        salary = self.hours.given(f"salary for a {words}", pay.amount, Unit.USD)
        if pay.per is PayPeriod.WEEK:
            return salary
        return product("salary for a workweek", salary, workweek_share(pay.per, self._law))

    @cached_property
    def _over_covered_hours(self) -> Figure:
        covers = getattr(self.period.pay, "covers_hours", None)
        rule = self._law.rule("salary_778_113")
        if isinstance(covers, Fraction):
            hours = self.hours.given("hours that the salary covers", covers, Unit.HOUR)
        else:
            fluctuating = isinstance(self.period.pay, Fluctuating)
            position = "fluctuating_workweek" if fluctuating else "salary_covers"
            name = f"hours that the salary covers, by the position {position}"
            hours = given(name, FORTY, Unit.HOUR, by=rule)
        return quotient("regular rate of the salary", self._weekly_salary, hours, by=rule)

    def _over_all_hours(self, piece: Piece, hours: Figure) -> Figure:
        if not isinstance(self.period.hours, Records):
            return self._over_full_week
        salary = self._part(self._weekly_salary, piece, "salary for the days of the workweek")
        return quotient("regular rate of the salary", salary, hours, by=self._all_hours_rule)

    @cached_property
    def _over_full_week(self) -> Figure:
        full = self.hours.full_week
        name = "regular rate of the salary"
        return quotient(name, self._weekly_salary, full, by=self._all_hours_rule)

    @cached_property
    def _all_hours_rule(self) -> Authority:
        fluctuating = isinstance(self.period.pay, Fluctuating)
        return self._law.rule("fixed_salary_778_114" if fluctuating else "salary_778_113")

    def guaranty(self, piece: Piece, minimum: Fraction) -> Figure | None:
        """Return what a guaranteed-pay contract that qualifies promises for ``piece``; None without one."""
        if not isinstance(self.period.pay, Guaranteed) or not self._qualifies(minimum):
            return None
        return self._part(self._guaranty, piece, "guaranty for the days worked")

    def _qualifies(self, minimum: Fraction) -> bool:
        pay = self.period.pay
        assert isinstance(pay, Guaranteed)  # noqa: S101 - callers looked
        if self._choices.guaranteed_pay_contract == "accept":
            return True
        besides = any(not bonus.excluded for bonus in self.period.bonuses)
        return not besides and qualifies(pay, minimum)

    def _guaranteed(self, piece: Piece, hours: Figure, minimum: Fraction) -> Agreed:
        """Return the contract's rate where it qualifies; else the guaranty, and more beyond its hours."""
        if self._qualifies(minimum):
            return Agreed(hours, self._contract_rate)
        promised = self._part(self._guaranty, piece, "guaranty for the days worked")
        covered = self._part(self._guaranteed_hours, piece, "hours of the guaranty, of the days")
        if hours.value <= covered.value:
            return Agreed(hours, None, (promised,))
        beyond = product(
            "pay beyond the hours of the guaranty",
            quotient("guaranty for an hour", self._guaranty, self._guaranteed_hours),
            excess("hours beyond the guaranty", hours, covered),
        )
        return Agreed(hours, None, (promised, beyond))

    @cached_property
    def _contract_rate(self) -> Figure:
        assert isinstance(self.period.pay, Guaranteed)  # noqa: S101
        name = "rate of the guaranteed-pay contract"
        rate = self.hours.given(name, self.period.pay.rate, Unit.USD_PER_HOUR)
        return replace(rate, authority=(self._guaranteed_rule,))

    @cached_property
    def _guaranty(self) -> Figure:
        assert isinstance(self.period.pay, Guaranteed)  # noqa: S101
        found = self.hours.given("guaranty for a workweek", self.period.pay.guaranty, Unit.USD)
        return replace(found, authority=(self._guaranteed_rule,))

    @cached_property
    def _guaranteed_hours(self) -> Figure:
        assert isinstance(self.period.pay, Guaranteed)  # noqa: S101
        return self.hours.given("hours of the guaranty", self.period.pay.hours, Unit.HOUR)

    @cached_property
    def _guaranteed_rule(self) -> Authority:
        return self._law.rule("guaranteed_pay_207_f")

    def _sum(self, piece: Piece) -> Figure:
        if isinstance(self.period.pay, DayRate):
            days = given("days worked", Fraction(self.hours.days_worked(piece)), Unit.DAY)
            rule = self._law.rule("day_job_778_112")
            return product("day rates", self._flat, days, by=rule)
        if isinstance(self.period.pay, JobRate):
            return self._part(self._jobs, piece, "job rates for the days worked")
        return self._part(self._piece_earnings, piece, "piece earnings for the days worked")

    @cached_property
    def _flat(self) -> Figure:
        assert isinstance(self.period.pay, DayRate)  # noqa: S101
        return self.hours.given("rate for a day", self.period.pay.rate, Unit.USD_PER_DAY)

    @cached_property
    def _jobs(self) -> Figure:
        assert isinstance(self.period.pay, JobRate)  # noqa: S101
        rate = self.hours.given("rate for a job", self.period.pay.rate, Unit.USD)
        jobs = self.hours.given("jobs a workweek", self.period.pay.jobs, Unit.RATIO)
        return product("job rates", rate, jobs, by=self._law.rule("day_job_778_112"))

    @cached_property
    def _piece_earnings(self) -> Figure:
        pay = self.period.pay
        assert isinstance(pay, PiecePay)  # noqa: S101
        earnings = self.hours.given("piece earnings a workweek", pay.earnings, Unit.USD)
        if not pay.waiting_hours or not pay.waiting_rate:
            return earnings
        waiting = product(
            "pay for waiting",
            self.hours.given("rate for waiting", pay.waiting_rate, Unit.USD_PER_HOUR),
            self.hours.given("hours of waiting a workweek", pay.waiting_hours, Unit.HOUR),
        )
        rule = self._law.rule("piece_778_111")
        return total("piece earnings and pay for waiting", earnings, waiting, by=rule)

    def _part(self, whole: Figure, piece: Piece, name: str) -> Figure:
        share = self.hours.share(piece)
        return whole if share is None else product(name, whole, share)


def qualifies(contract: Guaranteed, minimum: Fraction) -> bool:
    """Return whether a guaranteed-pay contract meets the terms of 29 U.S.C. § 207(f) that figures show."""
    over = contract.hours - FORTY
    pays = contract.rate * FORTY + _OVERTIME * contract.rate * over
    return (
        contract.irregular_hours
        and 0 < over <= _MOST_GUARANTEED - FORTY
        and contract.guaranty == pays
        and contract.rate >= minimum
    )


def workweek_share(per: PayPeriod, law: Law) -> Figure:
    """Return what part of a period's pay one workweek's is, as a ratio (29 C.F.R. § 778.113(b))."""
    share = _PER_WORKWEEK[per]
    name = f"workweek's share of a {per.value.replace('_', ' ')}"
    return lawful(name, share, Unit.RATIO, law.rule("salary_periods_778_113_b"))


def regular_rate(parts: list[Agreed], hours: Figure, law: Law) -> Figure | None:
    """Return the agreed regular rate of a workweek: all remuneration over all hours, in dollars an hour.

    Args:
        parts: what was agreed for each part of the workweek.
        hours: all hours of the workweek.
        law: for the rule.

    """
    paying = [part for part in parts if not part.nothing]
    if not paying:
        return None
    first = paying[0].rate
    if len(paying) == len(parts) and all(p.rate is first and not p.sums for p in parts):
        return first
    sums: list[Figure] = []
    for part in paying:
        if part.rate is not None:
            sums.append(product("earnings at the agreed rate", part.rate, part.hours))
        sums.extend(part.sums)
    remuneration = total("total remuneration", *sums) if len(sums) > 1 else sums[0]
    rule = law.rule("regular_rate_778_109")
    return quotient("regular rate agreed", remuneration, hours, by=rule)
