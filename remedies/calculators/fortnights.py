"""Overtime above eight hours a day and eighty in fourteen days, placed on the two workweeks.

Authority:
    29 U.S.C. § 207(j): a hospital or home for the sick, the aged or the mentally ill may, by agreement
        before the work, count fourteen days instead of a workweek.
    29 C.F.R. § 778.601(d): premiums for daily overtime are credited toward those above eighty.

The first workweek takes the overtime of its own days, the second what the fourteen days leave, at the
regular rate of the fourteen days (§ 778.601(e)).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from remedies.calculators.hours import PeriodHours
from remedies.calculators.paid import split
from remedies.calculators.workweeks import Workweeks
from remedies.facts import WorkPeriod
from remedies.figures import Authority, Figure, excess, given, greater, lawful, total
from remedies.law import Law
from remedies.operations import ZERO, Unit
from remedies.schedule import WEEK

EIGHT, EIGHTY = Fraction(8), Fraction(80)
FORTNIGHT = 2 * WEEK


class Fortnights:
    """The overtime of workweeks that are wholly of a period with fourteen-day periods."""

    def __init__(
        self, work: Sequence[WorkPeriod], hours: Sequence[PeriodHours], law: Law, *, apply: bool
    ) -> None:
        """Take the work, its hours, the law and whether the position ``eight_and_eighty`` applies."""
        self._from = {
            index: first
            for index, period in enumerate(work)
            if apply and (first := period.coverage.eight_and_eighty_from) is not None
        }
        self._hours = hours
        self._law = law
        self._weeks: Mapping[dt.date, Workweeks] = {}

    def cut(self, weeks: Iterable[Workweeks]) -> Iterator[Workweeks]:
        """Yield the workweeks with those alone that belong to fourteen-day periods."""
        if not self._from:
            yield from weeks
            return
        cut = [single for run in weeks for single in self._singles(run)]
        self._weeks = {run.starts_on: run for run in cut if self._start(run) is not None}
        yield from cut

    def holds(self, run: Workweeks) -> bool:
        """Return whether a workweek belongs to a fourteen-day period."""
        return bool(self._from) and self._start(run) is not None

    def other(self, run: Workweeks) -> Workweeks | None:
        """Return the other workweek of the fourteen days; None when it has no work, or there are none."""
        start = self._start(run) if self._from else None
        if start is None:
            return None
        return self._weeks.get(start + WEEK if start == run.starts_on else start)

    def has_overtime(self, run: Workweeks) -> bool:
        """Return whether the fourteen days that hold a workweek have any overtime."""
        return self.holds(run) and bool(self._of_both(run).value)

    def threshold(self, run: Workweeks, hours: Figure) -> Figure:
        """Return the hours of a workweek without overtime, in its fourteen days."""
        other = self.other(run)
        if other is None:
            overtime = self._of_both(run)
        elif self._start(run) == run.starts_on:
            overtime = self._daily(run)
        else:
            name = "overtime that the fourteen days leave"
            overtime = excess(name, self._of_both(run), self._daily(other))
        return excess("hours without overtime, under 8 and 80", hours, overtime)

    def _singles(self, run: Workweeks) -> Iterator[Workweeks]:
        last = Workweeks(run.starts_on + (run.count - 1) * WEEK, 1, run.pieces)
        if self._start(last) is None:
            yield run
            return
        yield from split(run, [run.starts_on + n * WEEK for n in range(run.count)])

    def _start(self, run: Workweeks) -> dt.date | None:
        """Return the first of a workweek's fourteen days; None unless all of its work has the same."""
        pieces = run.pieces
        if len(pieces) > 1:
            pieces = tuple(p for p in pieces if self._hours[p.period].on(p) is not None)
        starts = {self._start_for(piece.period, run.starts_on) for piece in pieces}
        return starts.pop() if len(starts) == 1 else None

    def _start_for(self, period: int, week: dt.date) -> dt.date | None:
        first = self._from.get(period)
        if first is None or week < first:
            return None
        return first + (week - first) // FORTNIGHT * FORTNIGHT

    def _days(self, run: Workweeks) -> list[Figure]:
        return [
            figure
            for piece in run.pieces
            for _, figure in self._hours[piece.period].hours_by_day(piece)
        ]

    def _daily(self, run: Workweeks) -> Figure:
        eight = lawful("hours of a day without overtime", EIGHT, Unit.HOUR, self._rule)
        over = [excess("hours above eight", day, eight) for day in self._days(run)]
        return _sum("hours above eight a day", [figure for figure in over if figure.value])

    def _of_both(self, run: Workweeks) -> Figure:
        other = self.other(run)
        runs = [run] if other is None else sorted([run, other], key=lambda week: week.starts_on)
        daily = _sum("hours above eight a day", [self._daily(week) for week in runs])
        hours = _sum("hours of the fourteen days", [d for week in runs for d in self._days(week)])
        eighty = lawful("hours of fourteen days without overtime", EIGHTY, Unit.HOUR, self._rule)
        over = excess("hours above eighty", hours, eighty)
        return greater("overtime of the fourteen days", daily, over, by=self._rule)

    @property
    def _rule(self) -> Authority:
        return self._law.rule("eight_and_eighty_207_j")


def _sum(name: str, figures: list[Figure]) -> Figure:
    if not figures:
        return given(f"no {name}", ZERO, Unit.HOUR)
    return figures[0] if len(figures) == 1 else total(name, *figures)
