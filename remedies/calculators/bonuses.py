"""Remuneration beside the basis of pay: bonuses, commissions, differentials, raises, lump sums.

Authority:
    29 C.F.R. § 778.110(a), (b): the hourly rate alone, and a bonus that is part of the regular rate.
    29 C.F.R. §§ 778.119, 778.120: a commission is allocated to the workweeks it was earned in; 12/52 of a
        month's and 24/52 of half a month's where that cannot be determined.
    29 C.F.R. § 778.209: a bonus for several workweeks is apportioned back over them.
    29 C.F.R. § 778.303: a raise that is retroactive raises the regular rate of the workweeks it covers.
    29 C.F.R. §§ 778.310, 778.311: a lump sum for overtime work is part of the regular rate and credits
        nothing to overtime.
    29 U.S.C. § 207(e)(3): a sum paid at the employer's discretion is not.
"""

import datetime as dt
from collections.abc import Iterator

from remedies.calculators.agreed_pay import workweek_share
from remedies.calculators.dated import share_of_dates
from remedies.calculators.hours import PeriodHours
from remedies.calculators.workweeks import Piece
from remedies.facts import Bonus, BonusKind, BonusPer, PayPeriod
from remedies.figures import Figure, given, product
from remedies.law import Law
from remedies.operations import Unit

RULES = {
    BonusKind.BONUS: "hourly_778_110",
    BonusKind.COMMISSION: "commissions_778_119_120",
    BonusKind.SHIFT_DIFFERENTIAL: "regular_rate_207_e",
    BonusKind.RETROACTIVE_RAISE: "retroactive_raise_778_303",
    BonusKind.LUMP_SUM_FOR_OVERTIME: "lump_sum_778_310",
}
_SPREAD_RULE = "bonus_allocation_778_209"
_MONTHS = {BonusPer.MONTH: PayPeriod.MONTH, BonusPer.HALF_MONTH: PayPeriod.HALF_MONTH}


class Bonuses:
    """The bonuses of one period."""

    def __init__(self, hours: PeriodHours, law: Law) -> None:
        """Take the period's hours and the law."""
        self._hours = hours
        self._law = law
        self._bonuses = [bonus for bonus in hours.period.bonuses if not bonus.excluded]
        self._amounts: dict[int, Figure] = {}

    def __bool__(self) -> bool:
        """Return whether any counts."""
        return bool(self._bonuses)

    def on(self, piece: Piece, week: dt.date, hours: Figure, *, first: bool) -> Iterator[Figure]:
        """Yield what of each bonus belongs to ``piece`` of a workweek, in dollars.

        What is dated belongs to the workweek, so to the ``first`` piece of it.
        """
        for number, bonus in enumerate(self._bonuses):
            if not first and bonus.per is BonusPer.DATES:
                continue
            found = self._part(number, bonus, (piece, week, hours))
            if found is not None:
                yield found

    def _part(self, number: int, bonus: Bonus, of: tuple[Piece, dt.date, Figure]) -> Figure | None:
        piece, week, hours = of
        amount = self._amount(number, bonus)
        if bonus.per is BonusPer.DATES:
            assert bonus.begins_on is not None  # noqa: S101 - the wire demands them
            dates = bonus.begins_on, bonus.ends_on
            return share_of_dates(
                self._hours.period, amount, dates, week, by=self._law.rule(_SPREAD_RULE)
            )
        if bonus.per is BonusPer.HOUR and bonus.hours is None:
            return product(f"{_words(bonus)}, all hours", amount, hours)
        share = self._hours.share(piece)
        if share is None:
            return amount
        return product(f"{_words(bonus)} for the days worked", amount, share)

    def _amount(self, number: int, bonus: Bonus) -> Figure:
        if number not in self._amounts:
            self._amounts[number] = self._made(bonus)
        return self._amounts[number]

    def _made(self, bonus: Bonus) -> Figure:
        words, rule = _words(bonus), self._law.rule(RULES[bonus.kind])
        unit = Unit.USD_PER_HOUR if bonus.per is BonusPer.HOUR else Unit.USD
        per = "" if bonus.per is BonusPer.DATES else f" a {bonus.per.value.replace('_', ' ')}"
        period = self._hours.period
        amount = given(
            f"{words}{per}",
            bonus.amount,
            unit,
            source=bonus.exhibit or period.exhibit,
            evidence=bonus.evidence or period.evidence,
            by=rule,
        )
        if bonus.per in _MONTHS:
            share = workweek_share(_MONTHS[bonus.per], self._law)
            return product(f"{words} for a workweek", amount, share)
        if bonus.per is BonusPer.HOUR and bonus.hours is not None:
            hours = self._hours.given(f"hours of the {words}", bonus.hours, Unit.HOUR)
            return product(f"{words} for a workweek", amount, hours)
        return amount


def _words(bonus: Bonus) -> str:
    return bonus.kind.value.replace("_", " ")
