"""Wages that the Fair Labor Standards Act guarantees, workweek by workweek, and what is unpaid.

Authority:
    29 U.S.C. § 206(a)(1): not less than the minimum wage for every hour.
    29 U.S.C. § 207(a)(1): one and one-half times the regular rate above forty hours.
    29 C.F.R. § 778.109: the regular rate is all remuneration over all hours, by the workweek.
    29 C.F.R. § 778.315: straight time is paid before overtime can be.
    29 C.F.R. § 778.322: in a week without overtime the Act secures the minimum wage only.

A rate that changes inside a workweek applies from its own day: each day's hours count at the greater of
the agreed rate and that day's minimum wage, the workweek's rate is their average weighted by hours, and
the overtime premium is half of that. Wages due are rounded once a workweek, unless the position
``workweek_rounding`` rounds rates first.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from remedies.calculators.dated import changes
from remedies.calculators.overtime import OVERTIME_MULTIPLIER, OVERTIME_THRESHOLD
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.wage_columns import wage_formulas
from remedies.calculators.wage_rows import Rows
from remedies.calculators.wage_shape import Shape
from remedies.calculators.workweeks import Workweeks, since, workweeks
from remedies.facts import WorkPeriod
from remedies.law import Law
from remedies.law.floors import FEDERAL
from remedies.schedule import Run, Schedule

PARAMETERS = (FEDERAL, OVERTIME_THRESHOLD, OVERTIME_MULTIPLIER)


@dataclass(frozen=True, slots=True)
class Wages:
    """The schedule of one claim's wages, and the payments that no workweek could take."""

    schedule: Schedule
    shape: Shape
    stray_payments: tuple[dt.date, ...]


def wages(work: Sequence[WorkPeriod], law: Law, choices: WageChoices) -> Wages | None:
    """Return the wages due, paid and unpaid by workweek, in dollars; None when no hours count.

    Raises:
        LawNotEncodedError: no rate is encoded for a workweek.

    """
    valued = counted(work, choices)
    rows = Rows(valued, law, choices)
    weeks = _calendar(valued, law, rows)
    shape = rows.shape()
    formulas = wage_formulas(law, shape)
    runs: list[Run] = []
    rows.spread_totals(weeks)
    for run in rows.cut(since(weeks, choices.since)):
        line = rows.line(run, formulas, shape)
        if line is not None:
            runs.append(Run(run.starts_on, run.count, line))
    if not runs:
        return None
    stray = set(rows.payments)
    if stray:
        stray -= {day for run in runs for day in run.days()}
    schedule = Schedule("wages by workweek", formulas, tuple(runs))
    return Wages(schedule, shape, tuple(sorted(stray)))


def counted(work: Sequence[WorkPeriod], choices: WageChoices) -> tuple[WorkPeriod, ...]:
    """Return the periods whose labor is valued."""
    return tuple(p for p in work if p.coverage.proven or not choices.proven_coverage_only)


def revalued(found: Wages, law: Law, choices: WageChoices, *, until: str | None = None) -> Wages:
    """Return the same rows under other formulas: for positions that change no row's facts.

    With ``until`` the columns to the right of that one are left out.
    """
    old = found.schedule
    shape = replace(
        found.shape,
        straight_time_rate=choices.straight_time_rate,
        rounding=choices.workweek_rounding,
        net_of_paid=choices.net_of_paid,
    )
    formulas = wage_formulas(law, shape)
    before = old.lines()
    after = formulas.again(before, old.formulas, until=until)
    lines = {id(line): again for line, again in zip(before, after, strict=True)}
    runs = tuple(Run(run.starts_on, run.count, lines[id(run.line)]) for run in old.runs)
    return Wages(Schedule(old.name, formulas, runs), shape, found.stray_payments)


def _calendar(work: Sequence[WorkPeriod], law: Law, rows: Rows) -> list[Workweeks]:
    weekly = {*law.item(OVERTIME_THRESHOLD).changes, *law.item(OVERTIME_MULTIPLIER).changes}
    own = {index: set(changes(period)) for index, period in enumerate(work)}
    for index, period in enumerate(work):
        if period.coverage.third_party_employer:
            own[index].add(period.week_of(rows.choices.third_party_rule_from))
    return workweeks(
        work,
        changes=rows.minimum.changes,
        weekly_changes=weekly,
        own_changes=own,
        own_days=rows.days_counted(),
    )
