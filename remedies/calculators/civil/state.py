"""A state's claim: the wages its law guarantees, what is in time, damages and interest.

Authority: as in :mod:`remedies.calculators.civil.state_wages`, :mod:`remedies.calculators.civil.damages` and
:mod:`remedies.calculators.civil.interest`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from remedies.calculators.civil import state_columns
from remedies.calculators.civil.choices import CivilChoices
from remedies.calculators.civil.damages import StateDamages
from remedies.calculators.civil.interest import NOTHING, StateInterest
from remedies.calculators.civil.limitation import Clock, Limit, in_time, payday
from remedies.calculators.civil.provisions import WITH_INTEREST, Part
from remedies.calculators.civil.recovery import Claimed, LegalClaim, cell_of, recovery_line
from remedies.calculators.civil.recovery_columns import recovery_formulas
from remedies.calculators.civil.state_rules import StateRules
from remedies.calculators.civil.state_wages import StateWages
from remedies.calculators.civil.weeks import Refusals, Week
from remedies.calculators.wage_cells import PeriodPay
from remedies.facts.civil import Civil
from remedies.figures import Figure, given
from remedies.law import Law
from remedies.operations import ZERO, Unit
from remedies.schedule import Line, Run, Schedule

_PARTS = {
    Part.MINIMUM: state_columns.UNPAID_MINIMUM,
    Part.AGREED: state_columns.UNPAID_AGREED,
    Part.OVERTIME: state_columns.UNPAID_OVERTIME,
    Part.SPREAD: state_columns.UNPAID_SPREAD,
}
_NO_PAY = given("wages paid", ZERO, Unit.USD)


class StateClaim:
    """Makes the claim under one state's law."""

    def __init__(
        self, state: str, law: Law, civil: Civil, choices: CivilChoices, refusals: Refusals
    ) -> None:
        """Take the state's key, the law, the facts, the options taken, and where refusals are kept."""
        self._state = state
        self._law = law
        self._civil = civil
        self._choices = choices
        self._refusals = refusals
        self.rules = StateRules(state, law, civil.tiers, refusals)
        self._damages = StateDamages(state, law, civil, choices, refusals)
        self._interest = StateInterest(state, law, civil, choices, refusals)
        base = choices.option("ca_liquidated_base") == "wages_and_interest"
        rounding = choices.option("civil_wage_rounding_interest")
        self._formulas = recovery_formulas(
            rounding, repeats_interest=base and state in WITH_INTEREST
        )
        self._limits: dict[Part, Limit] = {}

    def of(
        self, pays: Sequence[PeriodPay], weeks: Sequence[Week], paid: Mapping[dt.date, Figure]
    ) -> LegalClaim | None:
        """Return the claim for workweeks that lie whole in the state; None when no wages can be computed."""
        rows = StateWages(self.rules, pays, self._civil.spreads, self._refusals)
        found = [
            (week, line)
            for week in weeks
            if (line := rows.line(week, paid.get(week.starts_on, _NO_PAY))) is not None
        ]
        if not found:
            return None
        runs = tuple(Run(week.starts_on, 1, line) for week, line in found)
        name = jurisdiction(self._state, self._law)
        wages = Schedule(f"wages under the law of {name}", state_columns.state_formulas(), runs)
        paydays = {week.starts_on: payday(self._civil.paydays, week.ends_on) for week, _ in found}
        since = self._intermediate(list(paydays.values()))
        recovered = tuple(
            Run(run.starts_on, 1, self._line(wages, run, paydays[run.starts_on], since))
            for run in runs
        )
        recovery = Schedule(f"recovery under the law of {name}", self._formulas, recovered)
        provisions = tuple(self._damages.applied.values())
        return LegalClaim(self._state, name, wages, recovery, paydays, provisions)

    def _line(self, wages: Schedule, run: Run, due_on: dt.date, since: dt.date | None) -> Line:
        parts: dict[Part, Claimed] = {}
        for part, key in _PARTS.items():
            unpaid = cell_of(wages, run.starts_on, run.line, key)
            if unpaid.value and self._claimable(part, run.starts_on):
                timely = in_time(due_on, self._limit(part), Clock(self._civil.filed_on))
                parts[part] = Claimed(unpaid, timely, self._damages.of(part, run.starts_on))
        bears = any(entry.right.interest and entry.in_time.value for entry in parts.values())
        factors = self._interest.since(since or due_on, run.starts_on) if bears else NOTHING
        return recovery_line(self._formulas, parts, factors)

    def _claimable(self, part: Part, week: dt.date) -> bool:
        if self._damages.reaches(part):
            return True
        why = "no wage payment law for it is encoded; it may be owed by contract"
        self._refusals.add(f"agreed pay above the minimum wage in {self._state}", why, week)
        return False

    def _limit(self, part: Part) -> Limit:
        if part not in self._limits:
            self._limits[part] = self._damages.limit(part)
        return self._limits[part]

    def _intermediate(self, paydays: Sequence[dt.date]) -> dt.date | None:
        """Return the single day from which all interest runs; None when each item has its own."""
        chosen = self._choices.option("ny_interest_start") == "intermediate_date"
        if self._state != "us-ny" or not chosen:
            return None
        if self._civil.interest_from is not None:
            return self._civil.interest_from
        limit, clock = self._limit(Part.MINIMUM), Clock(self._civil.filed_on)
        timely = [day for day in paydays if in_time(day, limit, clock).value] or paydays
        first, last = min(timely), max(timely)
        return first + (last - first) // 2


def jurisdiction(state: str, law: Law) -> str:
    """Return a state's name, as the encoded law has it."""
    return str(law.register("jurisdictions").get(state, state))
