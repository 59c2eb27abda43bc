"""What one law lets the worker claim of each workweek: wages in time, damages on them, interest.

Authority: as in :mod:`remedies.calculators.civil.recovery_columns`.
    29 U.S.C. § 216(b): an additional equal amount as liquidated damages.
    29 U.S.C. § 260: less or none where the employer shows good faith and reasonable grounds.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from remedies.calculators.civil.damages import NO_DAMAGES, Right
from remedies.calculators.civil.interest import NOTHING, Factors
from remedies.calculators.civil.provisions import Part
from remedies.figures import Figure, given
from remedies.law import Version
from remedies.operations import ONE, ZERO, Op, Unit
from remedies.schedule import ColumnOf, Formulas, Line, Run, Schedule

NOT_CLAIMED = given("not claimed under this law", ZERO, Unit.USD)
BEARS, BEARS_NOT = given("bears interest", ONE, Unit.RATIO), given("bears none", ZERO, Unit.RATIO)
NO_RIGHT = Right(NO_DAMAGES, interest=False)


@dataclass(frozen=True, slots=True)
class Claimed:
    """One part of one workweek's unpaid wages: the sum, whether it is in time, what it carries."""

    unpaid: Figure
    in_time: Figure
    right: Right = NO_RIGHT


@dataclass(frozen=True, eq=False)
class LegalClaim:
    """One law's claim: its wages by workweek, and what of them can be claimed.

    ``wages`` is the schedule of wages that the law guarantees, ``recovery`` that of what is claimed in time
    with damages and interest; both list the same workweeks. ``paydays`` are the days on which each
    workweek's wages were due; ``provisions`` the rules on damages that were applied.
    """

    key: str
    name: str
    wages: Schedule
    recovery: Schedule
    paydays: Mapping[dt.date, dt.date]
    provisions: tuple[Version, ...] = ()

    @cached_property
    def lines(self) -> dict[dt.date, Line]:
        """The lines of the recovery by the first day of their workweeks."""
        return dict(self.recovery.rows())

    @cached_property
    def wage_lines(self) -> dict[dt.date, Line]:
        """The lines of the wages by the first day of their workweeks."""
        return dict(self.wages.rows())

    def total(self, key: str, name: str) -> Figure:
        """Return the total of a column of the recovery."""
        return self.recovery.total(key, name)

    def amount(self, key: str) -> Fraction:
        """Return the total of a column of the recovery, in dollars."""
        return self.total(key, key).value


def recovery_line(
    formulas: Formulas, parts: Mapping[Part, Claimed], factors: Factors = NOTHING
) -> Line:
    """Return one workweek's line of the recovery."""
    cells: list[Figure] = []
    for part in Part:
        found = parts.get(part)
        if found is None:
            cells += [NOT_CLAIMED, BEARS_NOT, NO_DAMAGES, BEARS_NOT]
        else:
            bears = BEARS if found.right.interest else BEARS_NOT
            cells += [found.unpaid, found.in_time, found.right.extra, bears]
    cells += [getattr(factors, column.key) for column in formulas.leaves[len(cells) :]]
    return Line(tuple(cells), formulas.row([cell.value for cell in cells]))


def cell_of(schedule: Schedule, day: dt.date, line: Line, key: str) -> Figure:
    """Return a column's value of one workweek as a figure that proves itself by the workweek's row."""
    place = schedule.formulas.index[key]
    column = schedule.columns[place]
    name = f"{column.name}, workweek of {day.isoformat()}"
    row = ColumnOf(Schedule(schedule.name, schedule.formulas, (Run(day, 1, line),)), key)
    return Figure(name, line.values[place], column.unit, Op.COLUMN_TOTAL, addends=row)
