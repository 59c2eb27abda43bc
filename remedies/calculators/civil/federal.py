"""The federal claim: unpaid minimum wages and overtime in time, and an equal amount as liquidated damages.

Authority:
    29 U.S.C. § 216(b): "and in an additional equal amount as liquidated damages".
    29 U.S.C. §§ 255(a), 256, 260; 29 C.F.R. § 790.21(b).
    Brooklyn Savings Bank v. O'Neil, 324 U.S. 697 (1945): no interest beside liquidated damages (position
        ``flsa_prejudgment_interest``).
"""

import datetime as dt

from remedies.calculators import wage_columns
from remedies.calculators.civil.choices import CivilChoices
from remedies.calculators.civil.damages import NO_DAMAGES, Right
from remedies.calculators.civil.limitation import federal_clock, federal_limit, in_time, payday
from remedies.calculators.civil.provisions import Part
from remedies.calculators.civil.recovery import Claimed, LegalClaim, cell_of, recovery_line
from remedies.calculators.civil.recovery_columns import recovery_formulas
from remedies.calculators.civil.weeks import Refusals
from remedies.calculators.liquidated_damages import MULTIPLE
from remedies.calculators.workweeks import DAY, WEEK
from remedies.errors import LawNotEncodedError
from remedies.facts.civil import Civil
from remedies.figures import Figure
from remedies.law import Law
from remedies.schedule import Line, Run, Schedule

KEY, NAME = "us", "Fair Labor Standards Act"
LIMITS = ("us.limitation_flsa", "us.limitation_flsa_willful")
_PARTS = {
    Part.MINIMUM: wage_columns.UNPAID_MINIMUM,
    Part.AGREED: wage_columns.UNPAID_AGREED,
    Part.OVERTIME: wage_columns.UNPAID_OVERTIME,
}


class FederalClaim:
    """Makes the federal claim of the wages that the Act guarantees."""

    def __init__(self, law: Law, civil: Civil, choices: CivilChoices, refusals: Refusals) -> None:
        """Take the law, the facts, the options taken, and where to keep what is not computed."""
        self._law = law
        self._civil = civil
        self._refusals = refusals
        self._clock = federal_clock(civil, choices.option("flsa_equitable_tolling"))
        self._interest = choices.option("flsa_prejudgment_interest") == "instead_of_liquidated"
        self._formulas = recovery_formulas(choices.option("civil_wage_rounding_interest"))

    def of(self, wages: Schedule) -> LegalClaim:
        """Return the claim; workweeks whose limit is not encoded are refused."""
        runs: list[Run] = []
        kept: list[Run] = []
        paydays: dict[dt.date, dt.date] = {}
        for day, line in wages.rows():
            due_on = payday(self._civil.paydays, day + WEEK - DAY)
            try:
                found = self._line(wages, day, line, due_on)
            except LawNotEncodedError as error:
                self._refusals.law("federal claim", error, day)
                continue
            paydays[day] = due_on
            kept.append(Run(day, 1, line))
            runs.append(Run(day, 1, found))
        self._say_interest()
        return LegalClaim(
            KEY,
            NAME,
            Schedule(wages.name, wages.formulas, tuple(kept)),
            Schedule("federal recovery by workweek", self._formulas, tuple(runs)),
            paydays,
        )

    def _line(self, wages: Schedule, day: dt.date, line: Line, due_on: dt.date) -> Line:
        limit = federal_limit(self._law, day, willful=self._civil.willful)
        timely = in_time(due_on, limit, self._clock)
        right = Right(self._extra(day), interest=False)
        parts = {
            part: Claimed(cell_of(wages, day, line, key), timely, right)
            for part, key in _PARTS.items()
            if key in wages.formulas.index
        }
        return recovery_line(self._formulas, parts)

    def _extra(self, day: dt.date) -> Figure:
        return NO_DAMAGES if self._civil.good_faith_shown else self._law.on(MULTIPLE, day)

    def _say_interest(self) -> None:
        if self._civil.good_faith_shown and self._interest:
            why = "courts were seen to add it where liquidated damages are refused; no rate is encoded"
            self._refusals.add("interest on the federal claim", why)
