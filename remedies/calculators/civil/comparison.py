"""The better law for each workweek: federal, state or required rate, and never two for the same wage.

Authority:
    29 U.S.C. § 218(a): the Act excuses no noncompliance with a higher standard of other law.
    29 C.F.R. § 778.104: each workweek stands alone (position ``civil_wage_comparison_span``).
    Rana v. Islam, 887 F.3d 118 (2d Cir. 2018): liquidated damages are recovered once (position
        ``federal_and_state_liquidated``).

For each workweek the law is taken under which wages in time, damages and interest together are most; the
other stands beside it. So a workweek's recovery is never less than either law gives and never their sum.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from remedies.calculators.civil import recovery_columns as recovery
from remedies.calculators.civil.recovery import LegalClaim, cell_of
from remedies.figures import Figure, excess, given
from remedies.operations import ZERO, Op, Unit
from remedies.schedule import Column, Formulas, Line, Run, Schedule

FEDERAL_DUE, STATE_DUE, REQUIRED_DUE, DUE = "federal_due", "state_due", "required_due", "due"
FEDERAL, STATE, REQUIRED = "federal", "state", "required"
WAGES, DAMAGES, INTEREST = "wages", "damages", "interest"
RECOVERY, GREATEST, LOST, PAID = "recovery", "greatest", "lost", "paid"
NOTHING = given("nothing under this law", ZERO, Unit.USD)
_PARTS = {
    WAGES: (recovery.CLAIMED, "wages taken"),
    DAMAGES: (recovery.DAMAGES, "damages taken"),
    INTEREST: (recovery.INTEREST, "interest taken"),
}


@dataclass(frozen=True, eq=False)
class Comparison:
    """The schedule of the better law by workweek, and which law was taken for each."""

    schedule: Schedule
    taken: Mapping[dt.date, str]

    def total(self, key: str, name: str) -> Figure:
        """Return the total of a column, in dollars."""
        return self.schedule.total(key, name)


@cache
def comparison_formulas() -> Formulas:
    """Return the columns of the comparison."""
    leaves = {
        FEDERAL_DUE: "due under federal law",
        STATE_DUE: "due under the law of the State",
        REQUIRED_DUE: "due at a required rate",
        PAID: "wages paid",
        FEDERAL: "claimed in all under federal law",
        STATE: "claimed in all under the law of the State",
        REQUIRED: "unpaid at the required rate",
        WAGES: "wages taken",
        DAMAGES: "damages taken",
        INTEREST: "interest taken",
    }
    return Formulas(
        [
            *(Column(key=key, name=name, unit=Unit.USD) for key, name in leaves.items()),
            _usd(
                "due_1", "the greater of federal and State law", Op.GREATER, FEDERAL_DUE, STATE_DUE
            ),
            _usd(DUE, "due under the highest law", Op.GREATER, "due_1", REQUIRED_DUE),
            _usd("unpaid", "unpaid under the highest law", Op.EXCESS, DUE, PAID),
            _usd("greatest_1", "the greater claim", Op.GREATER, FEDERAL, STATE),
            _usd(GREATEST, "the greatest claim", Op.GREATER, "greatest_1", REQUIRED),
            _usd("recovery_1", "wages and damages taken", Op.TOTAL, WAGES, DAMAGES),
            _usd(RECOVERY, "recovery", Op.TOTAL, "recovery_1", INTEREST),
            _usd(LOST, "unpaid and not claimed", Op.EXCESS, "unpaid", WAGES),
        ]
    )


class Compare:
    """Compares the claims of all laws, workweek by workweek."""

    def __init__(
        self,
        federal: LegalClaim | None,
        states: Sequence[LegalClaim],
        required: Mapping[dt.date, Figure],
        paid: Mapping[dt.date, Figure],
    ) -> None:
        """Take the claims, what is due at required rates, and what was paid, by workweek."""
        self._federal = federal
        self._state = {day: claim for claim in states for day in claim.lines}
        self._required = required
        self._paid = paid

    def of(self, *, by_workweek: bool) -> Comparison | None:
        """Return the comparison; None when no law has a workweek.

        Args:
            by_workweek: whether the better law is taken for each workweek, or one for the whole claim.

        """
        federal = self._federal.lines if self._federal else {}
        days = sorted({*federal, *self._state, *self._required})
        if not days:
            return None
        rows = {day: self._claims(day) for day in days}
        whole = None if by_workweek else _best(rows)
        taken = {
            day: whole or max(claims, key=lambda k: claims[k].value)
            for day, claims in rows.items()
        }
        runs = tuple(Run(day, 1, self._line(day, rows[day], taken[day])) for day in days)
        return Comparison(
            Schedule("the better law by workweek", comparison_formulas(), runs), taken
        )

    def _claims(self, day: dt.date) -> dict[str, Figure]:
        """Return each law's claim of a workweek; of equal ones the federal comes first."""
        return {
            FEDERAL: self._cell(FEDERAL, day, recovery.TOTAL),
            STATE: self._cell(STATE, day, recovery.TOTAL),
            REQUIRED: self._unpaid_at_required(day),
        }

    def _line(self, day: dt.date, claims: Mapping[str, Figure], taken: str) -> Line:
        due = [self._due(law, day) for law in (FEDERAL, STATE)]
        parts = (
            [claims[REQUIRED], NOTHING, NOTHING]
            if taken == REQUIRED
            else [self._cell(taken, day, key) for key, _ in _PARTS.values()]
        )
        cells = (
            *due,
            self._required.get(day, NOTHING),
            self._paid_under(day, due),
            *claims.values(),
            *parts,
        )
        return Line(cells, comparison_formulas().row([cell.value for cell in cells]))

    def _claim(self, law: str, day: dt.date) -> LegalClaim | None:
        return self._federal if law == FEDERAL else self._state.get(day)

    def _cell(self, law: str, day: dt.date, key: str) -> Figure:
        claim = self._claim(law, day)
        line = claim.lines.get(day) if claim else None
        return cell_of(claim.recovery, day, line, key) if claim and line else NOTHING

    def _due(self, law: str, day: dt.date) -> Figure:
        claim = self._claim(law, day)
        line = claim.wage_lines.get(day) if claim else None
        return cell_of(claim.wages, day, line, DUE) if claim and line else NOTHING

    def _paid_under(self, day: dt.date, due: Sequence[Figure]) -> Figure:
        """Return what the law under which most is due counts as paid: a state's counts money alone."""
        paid = self._paid.get(day, NOTHING)
        claim, (federal, state) = self._state.get(day), due
        required = self._required.get(day, NOTHING)
        if claim is None or state.value < max(federal.value, required.value):
            return paid
        own = cell_of(claim.wages, day, claim.wage_lines[day], PAID)
        return own if own.value < paid.value else paid

    def _unpaid_at_required(self, day: dt.date) -> Figure:
        due = self._required.get(day)
        if due is None:
            return NOTHING
        return excess("unpaid at the required rate", due, self._paid.get(day, NOTHING))


def _best(rows: Mapping[dt.date, Mapping[str, Figure]]) -> str:
    """Return the law whose claims of all workweeks add up to most."""
    return max(
        (FEDERAL, STATE, REQUIRED),
        key=lambda law: sum(claims[law].value for claims in rows.values()),
    )


def _usd(key: str, name: str, op: Op, *operands: str) -> Column:
    return Column(key=key, name=name, unit=Unit.USD, op=op, operands=operands)
