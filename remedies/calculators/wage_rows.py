"""The rows of the wage schedule: what each kind of workweek starts from, made once.

Authority: as in :mod:`remedies.calculators.wages`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from remedies.calculators.agreed_pay import Agreed
from remedies.calculators.coverage import exempt_from_wages
from remedies.calculators.fortnights import Fortnights
from remedies.calculators.minimum_wage import MinimumWages
from remedies.calculators.overtime import Overtime
from remedies.calculators.paid import recorded, split
from remedies.calculators.wage_cells import Cells, Part, PeriodPay, Worked, agreed_rate, hours_of
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.wage_shape import Shape
from remedies.calculators.workweeks import FULL, Piece, Workweeks
from remedies.facts import Guaranteed, Keeper, NoPay, Records, WorkPeriod
from remedies.figures import Figure
from remedies.law import Law
from remedies.schedule import WEEK, Formulas, Line

ByWeek = dict[dt.date, list[Figure]]


class Rows:
    """Makes the line of each kind of workweek, once."""

    def __init__(self, work: Sequence[WorkPeriod], law: Law, choices: WageChoices) -> None:
        """Take the work whose labor is valued, the law and the positions."""
        self.work = work
        self.law = law
        self.choices = choices
        self.minimum = MinimumWages(
            work, law, higher=choices.higher_wage, youth=choices.youth_wage
        )
        self.overtime = Overtime(law, choices)
        self.pay = [PeriodPay(period, law, choices) for period in work]
        self.cells = Cells(self.pay, self.minimum, law)
        hours = [entry.hours for entry in self.pay]
        self.fortnights = Fortnights(work, hours, law, apply=choices.eight_and_eighty)
        self.payments = recorded(list(work))
        self.spread: ByWeek = {}
        self._may_be_exempt = any(
            period.coverage.companionship or period.coverage.small_farm for period in work
        )
        self._lines: dict[object, Line | None] = {}
        self._lawful: dict[tuple[int, int], tuple[Figure, Figure, Figure]] = {}

    def shape(self) -> Shape:
        """Return which columns the rows need."""
        taken = [entry.deductions for entry in self.pay]
        agreed = any(
            entry.bonuses or not isinstance(entry.period.pay, NoPay) for entry in self.pay
        )
        return Shape(
            agreed=agreed,
            guaranty=any(isinstance(period.pay, Guaranteed) for period in self.work),
            deductions=agreed and any(deductions.agreed for deductions in taken),
            costs=any(deductions.borne for deductions in taken),
            tips_kept=self.choices.tips_kept and any(map(_employer_kept_tips, self.work)),
            straight_time_rate=self.choices.straight_time_rate,
            rounding=self.choices.workweek_rounding,
            net_of_paid=self.choices.net_of_paid,
        )

    def days_counted(self) -> dict[int, list[dt.date]]:
        """Return the days on which hours count, for periods with records of which some hours do not."""
        found = {}
        for index, period in enumerate(self.work):
            if isinstance(period.hours, Records) and (
                period.sleep or period.meals or period.on_call
            ):
                days = sorted({record.on for record in period.hours.records})
                found[index] = [day for day in days if self.pay[index].hours.on_day(day)]
        return found

    def spread_totals(self, weeks: list[Workweeks]) -> None:
        """Credit what was paid in all to every workweek of its period, barred by time or not."""
        spreading = {i for i, entry in enumerate(self.pay) if entry.credit.spreads_total}
        own: dict[int, list[tuple[dt.date, int]]] = {index: [] for index in spreading}
        for run in weeks if spreading else ():
            for index in spreading.intersection(piece.period for piece in run.pieces):
                worked = sum(self._days(p) for p in run.pieces if p.period == index)
                if worked:
                    own[index] += [(run.starts_on + n * WEEK, worked) for n in range(run.count)]
        for index, worked_weeks in own.items():
            for day, figure in self.pay[index].credit.spread(worked_weeks).items():
                self.spread.setdefault(day, []).append(figure)

    def cut(self, weeks: Iterable[Workweeks]) -> Iterator[Workweeks]:
        """Yield the workweeks with those alone that have payments of their own."""
        single = sorted(self.payments.keys() | self.spread.keys())
        for run in self.fortnights.cut(weeks):
            yield from split(run, single) if single else (run,)

    def line(self, run: Workweeks, formulas: Formulas, shape: Shape) -> Line | None:
        """Return the line of a workweek; None when no hours count in it."""
        own = self.payments.get(run.starts_on, []) + self.spread.get(run.starts_on, [])
        if own or self._stands_alone(run):
            return self._make(run, own, formulas, shape)
        key = tuple((p.period, p.regime, p.weekdays) for p in run.pieces)
        if key not in self._lines:
            self._lines[key] = self._make(run, own, formulas, shape)
        return self._lines[key]

    def _days(self, piece: Piece) -> int:
        return self.pay[piece.period].hours.days_worked(piece)

    def _stands_alone(self, run: Workweeks) -> bool:
        """Return whether no other workweek can have the same line."""
        if self.fortnights.holds(run):
            return True
        return run.count == 1 and any(
            piece.weekdays != FULL or isinstance(self.work[piece.period].hours, Records)
            for piece in run.pieces
        )

    def _worked(self, run: Workweeks) -> Worked:
        """Return the parts of a workweek in which hours count, with their hours.

        An exemption from wages takes a workweek only when it takes all of its work.
        """
        found: list[Part] = []
        for piece in run.pieces:
            hours = self.pay[piece.period].hours.on(piece)
            if hours is not None:
                first = all(part.piece.period != piece.period for part in found)
                found.append(Part(piece, hours, first))
        if self._may_be_exempt and all(
            exempt_from_wages(self.work[part.piece.period], run.starts_on, self.choices)
            for part in found
        ):
            return []
        return found

    def _make(
        self, run: Workweeks, own: list[Figure], formulas: Formulas, shape: Shape
    ) -> Line | None:
        worked = self._worked(run)
        if not worked:
            return None
        hours = hours_of(worked)
        minimum, after, half = self._by_law(run, worked, hours)
        if self.fortnights.holds(run):
            after = self.fortnights.threshold(run, hours)
        of = hours, minimum
        cells = [hours]
        if shape.agreed:
            secured = hours.value > after.value or self.fortnights.has_overtime(run)
            rate = agreed_rate(self._agreed(run, worked), self.law)
            cells.append(self.cells.guaranteed(worked, rate, of, secured=secured))
        cells += [minimum, after, half, self.cells.paid(run.starts_on, worked, own)]
        if shape.guaranty:
            cells.append(self.cells.guaranty(worked, overtime=hours.value > after.value))
        cells += self.cells.taken(run.starts_on, worked, shape)
        return Line(tuple(cells), formulas.row([cell.value for cell in cells]))

    def _agreed(self, run: Workweeks, worked: Worked) -> list[Agreed]:
        """Return what was agreed for a workweek, or for the fourteen days that stand in its place."""
        parts = self.cells.agreed(worked, run.starts_on)
        other = self.fortnights.other(run)
        if other is not None and (beside := self._worked(other)):
            parts += self.cells.agreed(beside, other.starts_on)
        return parts

    def _by_law(
        self, run: Workweeks, worked: Worked, hours: Figure
    ) -> tuple[Figure, Figure, Figure]:
        """Return the minimum wage, the threshold and the premium; one regime of a period has one answer."""
        key = (worked[0].piece.period, worked[0].piece.regime)
        if len(worked) > 1 or key not in self._lawful:
            periods = [self.work[part.piece.period] for part in worked]
            minimum = self.cells.minimum(worked, hours)
            found = minimum, *self.overtime.of(run.starts_on, periods)
            if len(worked) > 1:
                return found
            self._lawful[key] = found
        return self._lawful[key]


def _employer_kept_tips(period: WorkPeriod) -> bool:
    return period.tips is not None and period.tips.kept_by is Keeper.EMPLOYER
