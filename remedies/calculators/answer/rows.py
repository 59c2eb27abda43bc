"""The rows that are compared: theirs as they state them, ours as our schedule computes them.

Authority:
    29 C.F.R. § 778.105: a workweek is seven consecutive 24-hour periods with a fixed start.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators import wage_columns as columns
from remedies.facts import WorkPeriod
from remedies.figures import Figure
from remedies.operations import ZERO
from remedies.schedule import Line, Schedule

DAY = dt.timedelta(days=1)
LAST_DAY = 6 * DAY
WHOLE_WORKWEEK = Fraction(168)
_FORTY = Fraction(40)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirRow:
    """One workweek as the other side states it; a column that they leave out is None in every row.

    ``hours`` in hours, ``rate`` in dollars an hour, the rest in dollars; ``where`` names the row in their
    file.
    """

    starts_on: dt.date
    due: Fraction
    hours: Fraction | None = None
    rate: Fraction | None = None
    paid: Fraction | None = None
    unpaid: Fraction | None = None
    where: str = ""

    @property
    def left_unpaid(self) -> Fraction | None:
        """What is unpaid by their own figures, in dollars; None where they say nothing of pay."""
        if self.unpaid is not None or self.paid is None:
            return self.unpaid
        return over(self.due, self.paid)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpposingSchedule:
    """The other side's rows; ``ends_given`` says that they name each workweek by its last day."""

    rows: tuple[TheirRow, ...]
    ends_given: bool = False

    def states(self, column: str) -> bool:
        """Return whether their rows state a column."""
        return all(getattr(row, column) is not None for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class OurWeek:
    """One workweek of our schedule: its hours, rates in dollars an hour, and amounts in dollars.

    ``threshold`` is the number of hours after which overtime counts in it, ``half`` the premium as a
    multiple, ``basis`` the exhibits of its hours.
    """

    starts_on: dt.date
    hours: Fraction
    rate: Fraction
    agreed: Fraction
    minimum: Fraction
    threshold: Fraction
    half: Fraction
    due: Fraction
    paid: Fraction
    unpaid: Fraction
    costs: Fraction
    exempt: str
    basis: str
    periods: tuple[WorkPeriod, ...]

    @property
    def ends_on(self) -> dt.date:
        """The last day of the workweek."""
        return self.starts_on + LAST_DAY

    def overtime(self, hours: Fraction) -> Fraction:
        """Return how many of some hours are overtime in this workweek."""
        return over(hours, self.threshold)


def over(value: Fraction, than: Fraction) -> Fraction:
    """Return what ``value`` has above another; never less than zero."""
    return max(value - than, ZERO)


def our_weeks(schedule: Schedule | None, work: Sequence[WorkPeriod]) -> tuple[OurWeek, ...]:
    """Return the workweeks of our schedule in the order of their dates; none without a schedule."""
    if schedule is None:
        return ()
    made: dict[int, tuple[dict[str, Fraction], tuple[str, str]]] = {}
    found = []
    for starts_on, line in schedule.rows():
        if id(line) not in made:
            made[id(line)] = _values(schedule, line), _words(schedule, line)
        values, (exempt, basis) = made[id(line)]
        periods = tuple(
            p for p in work if p.begins_on <= starts_on + LAST_DAY and p.ends_on >= starts_on
        )
        week = OurWeek(starts_on=starts_on, exempt=exempt, basis=basis, periods=periods, **values)
        found.append(week)
    return tuple(found)


def _values(schedule: Schedule, line: Line) -> dict[str, Fraction]:
    known = schedule.formulas.index

    def value(key: str, default: Fraction = ZERO) -> Fraction:
        return line.values[known[key]] if key in known else default

    hours, overtime = value(columns.HOURS), value("overtime_hours")
    threshold = hours - overtime if overtime else value("overtime_after", _FORTY)
    return {
        "hours": hours,
        "rate": value(columns.RATE),
        "agreed": value("agreed_rate"),
        "minimum": value("minimum_rate", value(columns.RATE)),
        "threshold": threshold,
        "half": value("overtime_half", _HALF),
        "due": value(columns.DUE),
        "paid": value("wages_credited", value(columns.PAID)),
        "unpaid": value(columns.UNPAID),
        "costs": value("worker_borne_costs"),
    }


def _words(schedule: Schedule, line: Line) -> tuple[str, str]:
    """Return why a workweek has no overtime, where an exemption says so, and the basis of its hours."""
    index = schedule.formulas.index
    exempt = ""
    if "overtime_after" in index:
        after = line.cells[index["overtime_after"]]
        if after.value == WHOLE_WORKWEEK and after.authority:
            exempt = "; ".join(authority.citation for authority in after.authority)
    return exempt, _basis(line.cells[index[columns.HOURS]])


def _basis(hours: Figure) -> str:
    """Return the exhibits of the hours, each with the strength of its evidence."""
    shown = [
        ", ".join(part for part in (leaf.source, leaf.evidence or "") if part)
        for leaf in hours.leaves()
        if leaf.source
    ]
    return "; ".join(dict.fromkeys(shown))
