"""What was agreed for the work, as a rate an hour.

Authority:
    29 C.F.R. § 778.109: the regular rate is all remuneration divided by all hours worked.
    29 C.F.R. § 778.110: an hourly rate, with or without a bonus.
    29 C.F.R. § 778.113: a salary is divided by the hours that it is intended to compensate; a month's
        salary times 12/52, half a month's times 24/52, is the workweek's.
    29 C.F.R. § 778.325: a salary that covers more than forty hours.
"""

from fractions import Fraction
from functools import cached_property

from remedies.calculators.hours import PeriodHours
from remedies.calculators.workweeks import Piece
from remedies.facts import HOURS_ALL, Hourly, NoPay, PayPeriod, Records, Salary, WorkPeriod
from remedies.figures import Figure, given, lawful, product, quotient, total
from remedies.law import Law
from remedies.operations import Unit

FORTY = Fraction(40)
_PER_WORKWEEK = {
    PayPeriod.TWO_WEEKS: Fraction(1, 2),
    PayPeriod.HALF_MONTH: Fraction(24, 52),
    PayPeriod.MONTH: Fraction(12, 52),
    PayPeriod.YEAR: Fraction(1, 52),
}


class AgreedPay:
    """The agreed pay of one period; ``salary_covers`` is the position for a salary that says nothing."""

    def __init__(self, hours: PeriodHours, law: Law, salary_covers: str) -> None:
        """Take the period's hours, the law and the position."""
        self.hours = hours
        self.period: WorkPeriod = hours.period
        self._law = law
        self._salary_covers = salary_covers

    def rate(self, piece: Piece, hours: Figure) -> Figure | None:
        """Return dollars an hour agreed for ``piece``, bonus apart; None when nothing was agreed."""
        match self.period.pay:
            case NoPay():
                return None
            case Hourly(_):
                return self._hourly
            case Salary(_, _, covers):
                if covers == HOURS_ALL or (covers is None and self._salary_covers == "all_hours"):
                    return self._over_all_hours(piece, hours)
                return self._over_covered_hours

    def bonus(self, piece: Piece) -> Figure | None:
        """Return the bonus that belongs to ``piece``, in dollars; None when there is none."""
        if not self.period.bonus_per_workweek:
            return None
        share = self.hours.share(piece)
        if share is None:
            return self._bonus
        return product("bonus for the days worked", self._bonus, share)

    @cached_property
    def _bonus(self) -> Figure:
        amount = self.period.bonus_per_workweek or Fraction(0)
        return self.hours.given("bonus a workweek", amount, Unit.USD)

    @cached_property
    def _hourly(self) -> Figure:
        assert isinstance(self.period.pay, Hourly)  # noqa: S101
        return self.hours.given("agreed hourly rate", self.period.pay.rate, Unit.USD_PER_HOUR)

    @cached_property
    def _weekly_salary(self) -> Figure:
        assert isinstance(self.period.pay, Salary)  # noqa: S101
        per = self.period.pay.per
        words = per.value.replace("_", " ")
        salary = self.hours.given(f"salary for a {words}", self.period.pay.amount, Unit.USD)
        if per is PayPeriod.WEEK:
            return salary
        return product("salary for a workweek", salary, workweek_share(per, self._law))

    @cached_property
    def _over_covered_hours(self) -> Figure:
        assert isinstance(self.period.pay, Salary)  # noqa: S101
        covers = self.period.pay.covers_hours
        rule = self._law.rule("salary_778_113")
        if isinstance(covers, Fraction):
            hours = self.hours.given("hours that the salary covers", covers, Unit.HOUR)
        else:
            name = "hours that the salary covers, by the position salary_covers"
            hours = given(name, FORTY, Unit.HOUR, by=rule)
        return quotient("regular rate of the salary", self._weekly_salary, hours, by=rule)

    def _over_all_hours(self, piece: Piece, hours: Figure) -> Figure:
        rule = self._law.rule("salary_778_113")
        if not isinstance(self.period.hours, Records):
            return self._over_full_week
        share = self.hours.share(piece)
        salary = self._weekly_salary
        if share is not None:
            salary = product("salary for the days of the workweek", salary, share)
        return quotient("regular rate of the salary", salary, hours, by=rule)

    @cached_property
    def _over_full_week(self) -> Figure:
        rule = self._law.rule("salary_778_113")
        full = self.hours.full_week
        return quotient("regular rate of the salary", self._weekly_salary, full, by=rule)


def workweek_share(per: PayPeriod, law: Law) -> Figure:
    """Return what part of a period's pay one workweek's is, as a ratio (29 C.F.R. § 778.113(b))."""
    share = _PER_WORKWEEK[per]
    name = f"workweek's share of a {per.value.replace('_', ' ')}"
    return lawful(name, share, Unit.RATIO, law.rule("salary_periods_778_113_b"))


def earnings(
    parts: list[tuple[Figure, Figure | None, Figure | None]], hours: Figure
) -> Figure | None:
    """Return the agreed regular rate of a workweek: all remuneration over all hours, in dollars an hour.

    Args:
        parts: hours, agreed rate and bonus of each piece of the workweek.
        hours: all hours of the workweek.

    """
    paying = [
        (h, rate, bonus) for h, rate, bonus in parts if rate is not None or bonus is not None
    ]
    if not paying:
        return None
    rate, bonus = paying[0][1], paying[0][2]
    if len(parts) == 1 and bonus is None:
        return rate
    if bonus is None and len(paying) == len(parts) and all(p[1:] == (rate, None) for p in parts):
        return rate
    pieces: list[Figure] = []
    for worked, agreed, extra in paying:
        if agreed is not None:
            pieces.append(product("earnings at the agreed rate", agreed, worked))
        if extra is not None:
            pieces.append(extra)
    remuneration = total("total remuneration", *pieces) if len(pieces) > 1 else pieces[0]
    return quotient("regular rate agreed", remuneration, hours)
