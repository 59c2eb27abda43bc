"""From how many hours overtime is owed in a workweek, and at what multiple.

Authority:
    29 U.S.C. § 207(a)(1): one and one-half times the regular rate above forty hours.
    29 U.S.C. § 207(j): hospitals and homes may, by prior agreement, count above eight a day and eighty in
        fourteen days instead (position ``eight_and_eighty``).
    29 C.F.R. §§ 779.3, 779.4: a new threshold applies to workweeks that begin on its day or later.
    29 U.S.C. §§ 213(b)(12), 213(b)(21): no overtime in agriculture, nor for live-in domestic service.

An exemption takes overtime away only from a workweek that it reaches whole.
"""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from remedies.calculators.coverage import FARM, exempt_as_farm, exempt_as_live_in
from remedies.calculators.wage_choices import WageChoices
from remedies.facts import WorkPeriod
from remedies.figures import Figure, excess, given, lawful
from remedies.law import Law
from remedies.operations import ONE, Unit

OVERTIME_THRESHOLD = "us.overtime_threshold"
OVERTIME_MULTIPLIER = "us.overtime_multiplier"
NOT_FARM = "1938_act"
ONCE = given("straight time, counted already", ONE, Unit.RATIO)
WHOLE_WORKWEEK = Fraction(168)


class Overtime:
    """The overtime of a workweek by law."""

    def __init__(self, law: Law, choices: WageChoices) -> None:
        """Take the law and the positions."""
        self._law = law
        self._choices = choices
        self._halves: dict[Figure, Figure] = {}

    def of(self, starts_on: dt.date, periods: Sequence[WorkPeriod]) -> tuple[Figure, Figure]:
        """Return the threshold in hours and the premium as a multiple, for a workweek of some periods."""
        groups = (p.coverage.group for p in periods if p.coverage.group != FARM)
        group = next(groups, NOT_FARM)
        half = self._half(starts_on, group)
        if all(exempt_as_farm(period, self._choices) for period in periods):
            return self._never("agriculture", "agriculture_no_overtime_213_b12"), half
        if all(exempt_as_live_in(period, starts_on, self._choices) for period in periods):
            return self._never("live-in exemption", "live_in_domestic_overtime_exemption"), half
        return self._law.on(OVERTIME_THRESHOLD, starts_on, group), half

    def _never(self, why: str, rule: str) -> Figure:
        name = f"no overtime: {why}; 168 hours are the whole workweek"
        return lawful(name, WHOLE_WORKWEEK, Unit.HOUR, self._law.rule(rule))

    def _half(self, starts_on: dt.date, group: str | None) -> Figure:
        multiplier = self._law.on(OVERTIME_MULTIPLIER, starts_on, group)
        if multiplier not in self._halves:
            self._halves[multiplier] = excess("overtime premium, as a multiple", multiplier, ONCE)
        return self._halves[multiplier]
