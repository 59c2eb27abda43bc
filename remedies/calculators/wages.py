"""Wages that the Fair Labor Standards Act guarantees, workweek by workweek, and what is unpaid.

Authority:
    29 U.S.C. § 206(a)(1): not less than the minimum wage for every hour.
    29 U.S.C. § 207(a)(1): one and one-half times the regular rate above forty hours.
    29 C.F.R. § 778.109: the regular rate is all remuneration over all hours, by the workweek.
    29 C.F.R. § 778.315: straight time is paid before overtime can be.
    29 C.F.R. § 778.322: in a week without overtime the Act secures the minimum wage only.
    29 C.F.R. §§ 779.3, 779.4: a new overtime threshold applies to workweeks that begin on its day or later.
    29 U.S.C. § 213(b)(12): no overtime in agriculture.
    29 U.S.C. § 213(b)(21): no overtime for domestic service by one who lives in the household.
    29 C.F.R. § 552.109: a third-party employer has no such exemption from January 1, 2015.

A rate that changes inside a workweek applies from its own day: each day's hours count at the greater of
the agreed rate and that day's minimum wage, the workweek's rate is their average weighted by hours, and
the overtime premium is half of that. Wages due are rounded once a workweek.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from remedies.calculators.agreed_pay import AgreedPay, earnings
from remedies.calculators.hours import PeriodHours
from remedies.calculators.minimum_wage import MinimumWages
from remedies.calculators.paid import Credit, in_cents, recorded, split
from remedies.calculators.wage_columns import wage_formulas
from remedies.calculators.workweeks import FULL, Piece, Workweeks, since, workweeks
from remedies.facts import NoPay, Records, WorkPeriod
from remedies.figures import Figure, excess, given, greater, lawful, product, quotient, total
from remedies.law import Law
from remedies.law.floors import FEDERAL
from remedies.operations import ONE, ZERO, Unit
from remedies.schedule import WEEK, Formulas, Line, Run, Schedule

OVERTIME_THRESHOLD = "us.overtime_threshold"
OVERTIME_MULTIPLIER = "us.overtime_multiplier"
PARAMETERS = (FEDERAL, OVERTIME_THRESHOLD, OVERTIME_MULTIPLIER)
THIRD_PARTY_RULE_FROM = dt.date(2015, 1, 1)
FARM = "1966_amendments_farm"
NOT_FARM = "1938_act"
ONCE = given("straight time, counted already", ONE, Unit.RATIO)
WHOLE_WORKWEEK = Fraction(168)
NO_AGREED_PAY = given("no pay agreed", ZERO, Unit.USD_PER_HOUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class WageChoices:
    """What positions and limitation decide for the wages; every field is named as its position."""

    salary_covers: str = "forty_hours"
    straight_time_rate: str = "agreed"
    net_of_paid: bool = True
    higher_wage: bool = False
    live_in_exempt: bool = True
    agriculture_exempt: bool = True
    proven_coverage_only: bool = False
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Wages:
    """The schedule of one claim's wages, and the payments that no workweek could take."""

    schedule: Schedule
    stray_payments: tuple[dt.date, ...]


def wages(work: Sequence[WorkPeriod], law: Law, choices: WageChoices) -> Wages | None:
    """Return the wages due, paid and unpaid by workweek, in dollars; None when no hours count.

    Raises:
        LawNotEncodedError: no rate is encoded for a workweek.

    """
    valued = counted(work, choices)
    rows = _Rows(valued, law, choices)
    weeks = _calendar(valued, law, rows.minimum)
    runs: list[Run] = []
    rows.spread_totals(weeks)
    for run in rows.cut(since(weeks, choices.since)):
        line = rows.line(run)
        if line is not None:
            runs.append(Run(run.starts_on, run.count, line))
    if not runs:
        return None
    stray = set(rows.payments)
    if stray:
        stray -= {day for run in runs for day in run.days()}
    return Wages(Schedule("wages by workweek", rows.formulas, tuple(runs)), tuple(sorted(stray)))


def counted(work: Sequence[WorkPeriod], choices: WageChoices) -> tuple[WorkPeriod, ...]:
    """Return the periods whose labor is valued."""
    return tuple(p for p in work if p.coverage.proven or not choices.proven_coverage_only)


def revalued(found: Wages, law: Law, choices: WageChoices, *, until: str | None = None) -> Wages:
    """Return the same rows under other formulas: for positions that change no row's facts.

    With ``until`` the columns to the right of that one are left out.
    """
    old = found.schedule
    formulas = _formulas(law, choices, agreed="agreed_rate" in old.formulas.index)
    before = old.lines()
    after = formulas.again(before, old.formulas, until=until)
    lines = {id(line): again for line, again in zip(before, after, strict=True)}
    runs = tuple(Run(run.starts_on, run.count, lines[id(run.line)]) for run in old.runs)
    return Wages(Schedule(old.name, formulas, runs), found.stray_payments)


def _formulas(law: Law, choices: WageChoices, *, agreed: bool) -> Formulas:
    return wage_formulas(
        law,
        agreed=agreed,
        straight_time_rate=choices.straight_time_rate,
        net_of_paid=choices.net_of_paid,
    )


def _calendar(work: Sequence[WorkPeriod], law: Law, minimum: MinimumWages) -> list[Workweeks]:
    weekly = {
        *law.item(OVERTIME_THRESHOLD).changes,
        *law.item(OVERTIME_MULTIPLIER).changes,
    }
    if any(period.coverage.third_party_employer for period in work):
        weekly.add(THIRD_PARTY_RULE_FROM)
    return workweeks(work, changes=minimum.changes, weekly_changes=weekly)


class _Rows:
    """Makes the line of each kind of workweek, once."""

    def __init__(self, work: Sequence[WorkPeriod], law: Law, choices: WageChoices) -> None:
        self.work = work
        self.law = law
        self.choices = choices
        self.minimum = MinimumWages(work, law, higher=choices.higher_wage)
        self.hours = [PeriodHours(period) for period in work]
        self.agreed = [AgreedPay(hours, law, choices.salary_covers) for hours in self.hours]
        self.credit = [Credit(hours, law) for hours in self.hours]
        self.payments = recorded(list(work))
        self.spread: dict[dt.date, list[Figure]] = {}
        self.with_agreed = any(
            period.bonus_per_workweek or not isinstance(period.pay, NoPay) for period in work
        )
        self.formulas = _formulas(law, choices, agreed=self.with_agreed)
        self._lines: dict[object, Line | None] = {}
        self._lawful: dict[tuple[int, int], tuple[Figure, Figure, Figure]] = {}
        self._halves: dict[Figure, Figure] = {}

    def spread_totals(self, weeks: list[Workweeks]) -> None:
        """Credit what was paid in all to every workweek of its period, barred by time or not."""
        spreading = {i for i, credit in enumerate(self.credit) if credit.spreads_total}
        own: dict[int, list[tuple[dt.date, int]]] = {index: [] for index in spreading}
        for run in weeks if spreading else ():
            for index in spreading.intersection(piece.period for piece in run.pieces):
                worked = sum(self._days(p) for p in run.pieces if p.period == index)
                if worked:
                    own[index] += [(run.starts_on + n * WEEK, worked) for n in range(run.count)]
        for index, worked_weeks in own.items():
            for day, figure in self.credit[index].spread(worked_weeks).items():
                self.spread.setdefault(day, []).append(figure)

    def cut(self, weeks: Iterable[Workweeks]) -> Iterator[Workweeks]:
        """Yield the workweeks with those alone that have payments of their own."""
        single = sorted(self.payments.keys() | self.spread.keys())
        for run in weeks:
            yield from split(run, single) if single else (run,)

    def _days(self, piece: Piece) -> int:
        return self.hours[piece.period].days_worked(piece)

    def line(self, run: Workweeks) -> Line | None:
        """Return the line of a workweek; None when no hours were worked in it."""
        own = self.payments.get(run.starts_on, []) + self.spread.get(run.starts_on, [])
        if own or self._stands_alone(run):
            return self._make(run, own)
        key = tuple((p.period, p.regime, p.weekdays) for p in run.pieces)
        if key not in self._lines:
            self._lines[key] = self._make(run, own)
        return self._lines[key]

    def _stands_alone(self, run: Workweeks) -> bool:
        """Return whether no other workweek can have the same line."""
        return run.count == 1 and any(
            piece.weekdays != FULL or isinstance(self.work[piece.period].hours, Records)
            for piece in run.pieces
        )

    def _make(self, run: Workweeks, own: list[Figure]) -> Line | None:
        worked = [(p, h) for p in run.pieces if (h := self.hours[p.period].on(p)) is not None]
        if not worked:
            return None
        hours = (
            worked[0][1] if len(worked) == 1 else total("hours worked", *(h for _, h in worked))
        )
        minimum, *overtime = self._by_law(run, worked, hours)
        cells = [hours]
        if self.with_agreed:
            guaranteed = hours.value > overtime[0].value
            cells.append(self._guaranteed(worked, (hours, minimum), counts=guaranteed))
        exact = [x for p, h in worked if (x := self.credit[p.period].exact(p, h)) is not None]
        cells += [minimum, *overtime, in_cents(exact, own)]
        return Line(tuple(cells), self.formulas.row([cell.value for cell in cells]))

    def _by_law(
        self, run: Workweeks, worked: list[tuple[Piece, Figure]], hours: Figure
    ) -> tuple[Figure, Figure, Figure]:
        """Return the minimum wage, the threshold and the premium; one regime of a period has one answer."""
        key = (worked[0][0].period, worked[0][0].regime)
        if len(worked) > 1 or key not in self._lawful:
            found = self._minimum(worked, hours), *self._overtime(run.starts_on, worked)
            if len(worked) > 1:
                return found
            self._lawful[key] = found
        return self._lawful[key]

    def _minimum(self, worked: list[tuple[Piece, Figure]], hours: Figure) -> Figure:
        rates = self._minimums(worked)
        if all(rate is rates[0] for rate in rates):
            return rates[0]
        return weighted("minimum wage", rates, [h for _, h in worked], hours)

    def _minimums(self, worked: list[tuple[Piece, Figure]]) -> list[Figure]:
        return [self.minimum.on(p.period, p.begins_on) for p, _ in worked]

    def _guaranteed(
        self, worked: list[tuple[Piece, Figure]], of: tuple[Figure, Figure], *, counts: bool
    ) -> Figure:
        """Return the agreed rate so far as the Act secures it, in dollars an hour.

        On each day it stands beside that day's minimum wage, when the workweek has two. ``of`` are the
        workweek's hours and minimum wage.
        """
        hours, minimum = of
        agreed = self._agreed(worked, hours)
        minimums = self._minimums(worked) if minimum.operands else [minimum]
        if all(agreed.value <= least.value for least in minimums):
            return agreed
        if not counts:
            return self._not_guaranteed
        if all(agreed.value >= least.value for least in minimums):
            return agreed
        owed = [greater("rate owed on the day", agreed, least) for least in minimums]
        return weighted("rate owed by the day", owed, [h for _, h in worked], hours)

    def _agreed(self, worked: list[tuple[Piece, Figure]], hours: Figure) -> Figure:
        parts = [
            (h, self.agreed[p.period].rate(p, h), self.agreed[p.period].bonus(p))
            for p, h in worked
        ]
        return earnings(parts, hours) or NO_AGREED_PAY

    @cached_property
    def _not_guaranteed(self) -> Figure:
        name = "agreed rate, not secured where no overtime is due"
        return lawful(name, ZERO, Unit.USD_PER_HOUR, self.law.rule("no_overtime_week_778_322"))

    def _overtime(
        self, starts_on: dt.date, worked: list[tuple[Piece, Figure]]
    ) -> tuple[Figure, Figure]:
        """Return the threshold and the premium as a multiple; an exempt workweek reaches no threshold.

        An exemption takes overtime away only from a workweek that it reaches whole.
        """
        periods = [self.work[piece.period] for piece, _ in worked]
        group = next((p.coverage.group for p in periods if p.coverage.group != FARM), NOT_FARM)
        half = self._half(starts_on, group)
        if all(self._is_exempt_farm(period) for period in periods):
            return self._never("agriculture", "agriculture_no_overtime_213_b12"), half
        if self.choices.live_in_exempt and all(
            exempt_as_live_in(period, starts_on) for period in periods
        ):
            return self._never("live-in exemption", "live_in_domestic_overtime_exemption"), half
        return self.law.on(OVERTIME_THRESHOLD, starts_on, group), half

    def _is_exempt_farm(self, period: WorkPeriod) -> bool:
        coverage = period.coverage
        return coverage.group == FARM or (
            bool(coverage.agriculture) and self.choices.agriculture_exempt
        )

    def _never(self, why: str, rule: str) -> Figure:
        name = f"no overtime: {why}; 168 hours are the whole workweek"
        return lawful(name, WHOLE_WORKWEEK, Unit.HOUR, self.law.rule(rule))

    def _half(self, starts_on: dt.date, group: str | None) -> Figure:
        multiplier = self.law.on(OVERTIME_MULTIPLIER, starts_on, group)
        if multiplier not in self._halves:
            self._halves[multiplier] = excess("overtime premium, as a multiple", multiplier, ONCE)
        return self._halves[multiplier]


def weighted(name: str, rates: list[Figure], by: list[Figure], hours: Figure) -> Figure:
    """Return the average of rates, weighted by the hours at each, in dollars an hour."""
    parts = [product(f"{name} × hours", rate, h) for rate, h in zip(rates, by, strict=True)]
    return quotient(f"{name}, weighted by hours", total(f"{name}, all hours", *parts), hours)


def exempt_as_live_in(period: WorkPeriod, starts_on: dt.date) -> bool:
    """Return whether the live-in exemption reaches a workweek of ``period`` that begins on a day."""
    coverage = period.coverage
    lives_in = coverage.domestic_service and coverage.lives_in
    return lives_in and not (coverage.third_party_employer and starts_on >= THIRD_PARTY_RULE_FROM)
