"""Hours of one period placed on days.

Authority:
    29 C.F.R. § 778.104: hours are counted by the workweek; two weeks are never averaged.

``per_workweek`` spreads evenly over the days of work; a workweek that is cut by the period's ends, by
days away or by a change of rate holds only the days that are in it.
"""

import datetime as dt
from bisect import bisect_left
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from remedies.calculators.workweeks import FULL, Piece
from remedies.facts import DAYS, Daily, PerDay, PerWorkweek, Record, Records, WorkPeriod
from remedies.figures import Entry, Figure, given, product, quotient, recorded, total
from remedies.operations import Unit

SEVEN = 7


class PeriodHours:
    """The hours figures of one period, each given made once."""

    def __init__(self, period: WorkPeriod) -> None:
        """Take the period; figures are made when asked for."""
        self.period = period
        self._dates = f"{period.begins_on.isoformat()} to {period.ends_on.isoformat()}"
        self._counts: dict[int, Figure] = {}

    def on(self, piece: Piece) -> Figure | None:
        """Return the hours worked in ``piece``; None when it holds no day of work."""
        match self.period.hours:
            case PerWorkweek(_, days):
                return self._portion(self._full, self._worked(piece, days), len(days))
            case PerDay(_, days):
                worked = self._worked(piece, days)
                return self._by_day(worked) if worked else None
            case Daily(by_day, _):
                held = [d for d, hours in enumerate(by_day) if hours and piece.weekdays >> d & 1]
                if len(held) == len(self._daily):
                    return self._full
                return self._sum([self._daily[day] for day in held])
            case Records(_):
                return self._recorded(self._records_in(piece))

    def share(self, piece: Piece) -> Figure | None:
        """Return the share of a full workweek that ``piece`` is; None when it is all of one.

        By days of work where the claim gives a pattern, by calendar days where it gives records.
        """
        hours = self.period.hours
        if isinstance(hours, Records):
            count, of = piece.days, SEVEN
        else:
            count, of = self._worked(piece, hours.days), len(hours.days)
        if count == of:
            return None
        return quotient("share of the workweek", self._days(count), self._days(of))

    def days_worked(self, piece: Piece) -> int:
        """Return how many days of work ``piece`` holds."""
        hours = self.period.hours
        if isinstance(hours, Records):
            return sum(1 for record in self._records_in(piece) if record.hours)
        return self._worked(piece, hours.days)

    @cached_property
    def full_week(self) -> Figure:
        """The hours of a full workweek of the pattern."""
        return self._full

    def given(self, name: str, value: Fraction, unit: Unit) -> Figure:
        """Return a fact of this period with its exhibit and evidence."""
        period = self.period
        return given(
            f"{name}, {self._dates}", value, unit, source=period.exhibit, evidence=period.evidence
        )

    @cached_property
    def _full(self) -> Figure:
        match self.period.hours:
            case PerWorkweek(hours, _):
                return self.given("hours a workweek", hours, Unit.HOUR)
            case PerDay(_, days):
                return self._by_day(len(days))
            case Daily(_, _):
                found = self._sum(list(self._daily.values()))
            case Records(_):
                found = None
        assert found is not None  # noqa: S101 - a pattern has at least one day of work
        return found

    @cached_property
    def _per_day(self) -> Figure:
        assert isinstance(self.period.hours, PerDay)  # noqa: S101
        return self.given("hours a day", self.period.hours.hours, Unit.HOUR_PER_DAY)

    @cached_property
    def _daily(self) -> dict[int, Figure]:
        assert isinstance(self.period.hours, Daily)  # noqa: S101
        return {
            day: self.given(f"hours on {DAYS[day]}", hours, Unit.HOUR)
            for day, hours in enumerate(self.period.hours.by_day)
            if hours
        }

    @cached_property
    def _by_week(self) -> dict[dt.date, list[Record]]:
        assert isinstance(self.period.hours, Records)  # noqa: S101
        records = sorted(self.period.hours.records, key=attrgetter("on"))
        days = [record.on for record in records]
        weeks = list(self.period.weeks_of(days))
        begins = [bisect_left(days, week) for week in weeks]
        ends = [*begins[1:], len(records)]
        return {w: records[a:b] for w, a, b in zip(weeks, begins, ends, strict=True)}

    def _records_in(self, piece: Piece) -> list[Record]:
        week = self._by_week.get(self.period.week_of(piece.begins_on), [])
        if week and piece.begins_on <= week[0].on and week[-1].on <= piece.ends_on:
            return week
        return [r for r in week if piece.begins_on <= r.on <= piece.ends_on]

    def _recorded(self, records: list[Record]) -> Figure | None:
        entries = [Entry(record.on, record.hours, record.clock) for record in records]
        source, evidence = self.period.exhibit, self.period.evidence
        found = recorded("hours worked", entries, Unit.HOUR, source=source, evidence=evidence)
        return found if found.value else None

    def _worked(self, piece: Piece, days: tuple[int, ...]) -> int:
        if piece.weekdays == FULL:
            return len(days)
        return sum(1 for day in days if piece.weekdays >> day & 1)

    def _by_day(self, count: int) -> Figure:
        return product(f"hours on {count} days", self._per_day, self._days(count))

    def _portion(self, full: Figure, count: int, of: int) -> Figure | None:
        if count == of:
            return full
        if not count:
            return None
        share = quotient("share of the workweek", self._days(count), self._days(of))
        return product(f"hours on {count} of {of} days", full, share)

    def _days(self, count: int) -> Figure:
        if count not in self._counts:
            name = "days of work" if count != 1 else "day of work"
            self._counts[count] = given(name, Fraction(count), Unit.DAY)
        return self._counts[count]

    def _sum(self, figures: list[Figure]) -> Figure | None:
        if not any(figure.value for figure in figures):
            return None
        return figures[0] if len(figures) == 1 else total("hours worked", *figures)
