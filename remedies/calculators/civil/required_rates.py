"""Rates that a visa program or a federal contract requires: a floor beside the federal and the state wage.

Authority:
    20 C.F.R. § 655.120(a): an H-2A employer pays at least the adverse effect wage rate (items ``aewr``).
    Exec. Order No. 13658 and Exec. Order No. 14026: the minimum wage of workers on federal contracts.

Straight time only: overtime at these rates is not computed.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from remedies.calculators.civil.weeks import DayHours, Refusals, Week
from remedies.calculators.minimum_wage import place_key
from remedies.calculators.wage_cells import PeriodPay
from remedies.errors import LawNotEncodedError
from remedies.facts import Contract, Program, WorkPeriod
from remedies.figures import Figure, product, to_cents, total
from remedies.law import Law

ORDERS = {
    Contract.EO_13658: "us.contractor_minimum_wage_eo_13658",
    Contract.EO_14026: "us.contractor_minimum_wage_eo_14026",
}


class RequiredRates:
    """The straight time that a program's or a contract's rate makes of a workweek."""

    def __init__(self, law: Law, pays: Sequence[PeriodPay], refusals: Refusals) -> None:
        """Take the law, what each period brings, and where refusals are kept."""
        self._law = law
        self._pays = pays
        self._refusals = refusals
        self._days = [DayHours(pay.hours) for pay in pays]

    def due(self, week: Week) -> Figure | None:
        """Return dollars due at required rates for a workweek, to the cent; None where none is required."""
        parts: list[tuple[Figure, Figure]] = []
        for piece in week.pieces:
            period = self._pays[piece.period].hours.period
            keys = _keys(period)
            if not keys:
                continue
            for day, hours in self._days[piece.period].on(piece):
                rate = self._rate(keys, day, week.starts_on)
                if rate is not None:
                    parts.append((rate, hours))
        if not parts:
            return None
        at_rates = [
            product("straight time at the required rate", rate, hours)
            for rate, hours in _together(parts)
        ]
        exact = at_rates[0] if len(at_rates) == 1 else total("due at required rates", *at_rates)
        return to_cents(f"due at the required rate, workweek of {week.starts_on}", exact)

    def _rate(self, keys: list[str], day: dt.date, week: dt.date) -> Figure | None:
        rates: list[Figure] = []
        for key in keys:
            try:
                rates.append(self._law.on(key, day))
            except LawNotEncodedError as error:
                self._refusals.law("required rate", error, week)
        return max(rates, key=lambda rate: rate.value, default=None)


def _keys(period: WorkPeriod) -> list[str]:
    """Return the keys of the rates that bind the employer of a period."""
    found = []
    place = place_key(period.place)
    if period.coverage.program is Program.H2A and place is not None:
        found.append(f"{place.partition('.')[0]}.aewr")
    if period.coverage.contract is not None:
        found.append(ORDERS[period.coverage.contract])
    return found


def _together(parts: list[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """Return each rate once for the days that follow each other at it, with their hours."""
    found = []
    for _, entries in groupby(parts, key=lambda part: id(part[0])):
        same = list(entries)
        hours = [hours for _, hours in same]
        found.append((same[0][0], total("hours", *hours) if len(hours) > 1 else hours[0]))
    return found
