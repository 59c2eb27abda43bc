"""Two accounts of the same work side by side, workweek by workweek.

Authority:
    29 C.F.R. § 778.104: each workweek stands alone, so each is compared by itself.
    18 U.S.C. § 3664(e): a dispute as to the amount is resolved by the preponderance of the evidence.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators import wage_columns as columns
from remedies.calculators.restitution import Outcome
from remedies.facts import WorkPeriod
from remedies.facts.claim import Claim
from remedies.figures import Evidence
from remedies.operations import ZERO

COMPARED = (columns.HOURS, columns.DUE, columns.UNPAID)
"""The columns of a workweek that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one account tells of a workweek: hours, and wages due and unpaid in dollars."""

    hours: Fraction = ZERO
    due: Fraction = ZERO
    unpaid: Fraction = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account: the claim as it tells it, whether it is used, and what follows by workweek."""

    claim: Claim
    used: bool
    outcome: Outcome
    workweeks: Mapping[dt.date, Told]

    @property
    def account(self) -> str:
        """The account's name."""
        return self.claim.account

    @property
    def exhibits(self) -> tuple[tuple[str, Evidence | None], ...]:
        """The exhibits of the account's own periods of work, with the evidence that each is."""
        own = (period for period in self.claim.work if period.account)
        return tuple(dict.fromkeys(shown for period in own for shown in _exhibits(period)))

    @property
    def whole(self) -> Told:
        """All its workweeks added up."""
        return Told(
            hours=sum((week.hours for week in self.workweeks.values()), ZERO),
            due=sum((week.due for week in self.workweeks.values()), ZERO),
            unpaid=sum((week.unpaid for week in self.workweeks.values()), ZERO),
        )


def side(claim: Claim, outcome: Outcome, *, used: bool) -> Side:
    """Return one side: a claim with the work of one account (:meth:`Claim.told_by`) and its outcome."""
    return Side(claim=claim, used=used, outcome=outcome, workweeks=_workweeks(outcome))


def differing(sides: Sequence[Side]) -> list[dt.date]:
    """Return the first days of the workweeks of which the accounts do not tell the same, in order."""
    days = sorted({day for side in sides for day in side.workweeks})
    nothing = Told()
    return [day for day in days if len({side.workweeks.get(day, nothing) for side in sides}) > 1]


def _exhibits(period: WorkPeriod) -> Iterator[tuple[str, Evidence | None]]:
    """Yield the exhibit of a period's hours, and then those of what was paid, promised and taken."""
    yield period.exhibit, period.evidence
    beside = (
        period.paid,
        period.tips,
        *period.bonuses,
        *period.deductions,
        *period.facilities,
    )
    for fact in beside:
        if fact is not None and fact.exhibit:
            yield fact.exhibit, fact.evidence


def _workweeks(outcome: Outcome) -> dict[dt.date, Told]:
    schedule = outcome.schedule
    if schedule is None:
        return {}
    found: dict[dt.date, Told] = {}
    for run in schedule.runs:
        hours, due, unpaid = (schedule.value(run.line, key) for key in COMPARED)
        told = Told(hours=hours, due=due, unpaid=unpaid)
        found |= dict.fromkeys(run.days(), told)
    return found
