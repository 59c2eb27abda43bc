"""Hours of one period placed on days.

Authority:
    29 C.F.R. § 778.104: hours are counted by the workweek; two weeks are never averaged.
    29 C.F.R. § 785.11: work that is suffered or permitted counts.

``per_workweek`` spreads evenly over the days of work; a workweek that is cut by the period's ends, by
days away or by a change of rate holds only the days that are in it. Sleep, meals and time on call are
taken from the hours of each day of work where :mod:`remedies.calculators.left_out` says so.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property

from remedies.calculators.left_out import HourChoices, LeftOut, left_out
from remedies.calculators.pattern_hours import PatternHours
from remedies.calculators.recorded_hours import RecordedHours, began
from remedies.calculators.workweeks import DAY, Piece
from remedies.facts import Record, Records, WorkPeriod
from remedies.figures import (
    Entry,
    Figure,
    excess,
    given,
    lawful,
    lesser,
    product,
    quotient,
    recorded,
    total,
)
from remedies.law import Law
from remedies.operations import ZERO, Unit

__all__ = ["HourChoices", "PeriodHours"]

SEVEN = 7
AS_STATED = HourChoices()


class PeriodHours:
    """The hours figures of one period, each given made once."""

    def __init__(
        self, period: WorkPeriod, *, law: Law | None = None, choices: HourChoices = AS_STATED
    ) -> None:
        """Take the period; figures are made when asked for. Without ``law`` no line cites a rule."""
        self.period = period
        self._dates = f"{period.begins_on.isoformat()} to {period.ends_on.isoformat()}"
        self._counts: dict[int, Figure] = {}
        self._on_days: dict[tuple[int, ...], Figure | None] = {}
        self._rates: dict[Fraction, Figure] = {}
        self._out = tuple(left_out(period, choices, law))

    def on(self, piece: Piece) -> Figure | None:
        """Return the hours worked in ``piece``; None when it holds none."""
        if isinstance(self.period.hours, Records):
            return self._counted(self._records.within(piece))
        return self._on_weekdays(tuple(self._pattern.days_in(piece)))

    def on_day(self, day: dt.date) -> Figure | None:
        """Return the hours worked on one date of the period; None when none were."""
        if isinstance(self.period.hours, Records):
            return self._counted(self._records.on(day))
        if not any(first <= day <= last for first, last in self._spans):
            return None
        return self._on_weekdays(self._weekday(day))

    def hours_by_day(self, piece: Piece) -> list[tuple[dt.date, Figure]]:
        """Return the dates of ``piece`` on which hours were worked, in order, with their hours.

        They add up to the hours of the piece. For a run of workweeks the dates are those of the first.
        """
        if isinstance(self.period.hours, Records):
            days = list(dict.fromkeys(record.on for record in self._records.within(piece)))
            found = [(day, self._counted(self._records.on(day))) for day in days]
        else:
            count = (piece.ends_on - piece.begins_on).days + 1
            days = [piece.begins_on + n * DAY for n in range(count)]
            found = [(day, self._on_weekdays(self._weekday(day))) for day in days]
        return [(day, hours) for day, hours in found if hours is not None]

    def by_rate(self, piece: Piece) -> list[tuple[Figure, Figure]]:
        """Return each rate that the records of ``piece`` state, in dollars an hour, with its hours.

        The hours add up to those of the piece; what is left out of a date is borne by its records alike.
        """
        found: dict[Fraction, list[Record]] = {}
        for record in self._records.within(piece):
            if record.rate is not None:
                found.setdefault(record.rate, []).append(record)
        return [
            (self._rate(rate), self._recorded("hours at the rate", self._remaining(records)))
            for rate, records in found.items()
        ]

    def spread_on(self, day: dt.date) -> Fraction | None:
        """Return the hours from the first begin to the last end of a date's shifts, where they are known.

        By the clock; a shift belongs to the date on which it began.
        """
        hours = self.period.hours
        return self._records.spread_on(day) if isinstance(hours, Records) else None

    def share(self, piece: Piece) -> Figure | None:
        """Return the share of a full workweek that ``piece`` is; None when it is all of one.

        By days of work where the claim gives a pattern, by calendar days where it gives records.
        """
        hours = self.period.hours
        if isinstance(hours, Records):
            count, of = piece.days, SEVEN
        else:
            count, of = len(self._pattern.days_in(piece)), len(hours.days)
        if count == of:
            return None
        return quotient("share of the workweek", self.days_figure(count), self.days_figure(of))

    def days_worked(self, piece: Piece) -> int:
        """Return how many days of work ``piece`` holds; a shift counts on the date on which it began."""
        if isinstance(self.period.hours, Records):
            return began(self._records.within(piece))
        return len(self._pattern.days_in(piece))

    def days_figure(self, count: int) -> Figure:
        """Return a number of days of work as a figure."""
        if count not in self._counts:
            name = "days of work" if count != 1 else "day of work"
            self._counts[count] = given(name, Fraction(count), Unit.DAY)
        return self._counts[count]

    @cached_property
    def full_week(self) -> Figure:
        """The hours of a full workweek of the pattern."""
        return self._less(self._pattern.full, len(self._pattern.days))

    def given(self, name: str, value: Fraction, unit: Unit) -> Figure:
        """Return a fact of this period with its exhibit and evidence."""
        period = self.period
        return given(
            f"{name}, {self._dates}", value, unit, source=period.exhibit, evidence=period.evidence
        )

    def _weekday(self, day: dt.date) -> tuple[int, ...]:
        """Return the weekday of a date when it is a day of work."""
        return (day.weekday(),) if day.weekday() in self._pattern.days else ()

    def _on_weekdays(self, days: tuple[int, ...]) -> Figure | None:
        """Return the hours of some weekdays of work less what is left out; None when there are none."""
        if days not in self._on_days:
            whole = len(days) == len(self._pattern.days)
            found = self.full_week if whole else self._part(days)
            self._on_days[days] = found if found is not None and found.value else None
        return self._on_days[days]

    def _part(self, days: tuple[int, ...]) -> Figure | None:
        return self._less(self._pattern.on(days), len(days)) if days else None

    @cached_property
    def _pattern(self) -> PatternHours:
        hours = self.period.hours
        assert not isinstance(hours, Records)  # noqa: S101 - the caller looked
        return PatternHours(hours, self.given, self.days_figure)

    @cached_property
    def _records(self) -> RecordedHours:
        out = sum((entry.counted for entry in self._out), ZERO)
        return RecordedHours(self.period, out)

    @cached_property
    def _spans(self) -> list[tuple[dt.date, dt.date]]:
        return list(self.period.spans())

    @cached_property
    def _daily_out(self) -> list[tuple[LeftOut, Figure]]:
        """What is left out of a day of work, each with its figure in hours a day."""
        return [(entry, self._hours_a_day(entry)) for entry in self._out]

    def _hours_a_day(self, out: LeftOut) -> Figure:
        stated = self.given(f"hours of {out.name} a day", out.hours, Unit.HOUR_PER_DAY)
        if out.most is None or out.hours <= out.most:
            return stated
        rule = () if out.rule is None else (out.rule,)
        most = lawful(
            f"most hours of {out.name} left out a day", out.most, Unit.HOUR_PER_DAY, *rule
        )
        return lesser(f"hours of {out.name} left out a day", stated, most)

    def _less(self, stated: Figure, count: int, parts: Sequence[Entry] = ()) -> Figure:
        """Return hours less what is left out of ``count`` days of work, and the ``parts`` of other dates."""
        out = [
            product(
                f"hours of {entry.name} left out", a_day, self.days_figure(count), by=entry.rule
            )
            for entry, a_day in self._daily_out
            if count
        ]
        if parts:
            out.append(self._recorded("hours of shifts that are left out whole", parts))
        if not out:
            return stated
        left = out[0] if len(out) == 1 else total("hours left out", *out)
        return excess("hours worked", stated, left)

    def _counted(self, records: Sequence[Record]) -> Figure | None:
        """Return the hours of records of whole dates less what is left out of them; None when none are."""
        entries = [Entry(record.on, record.hours, record.clock) for record in records]
        found = self._recorded("hours worked", entries)
        if self._out and found.value:
            days = dict.fromkeys(record.on for record in records)
            taken = {day: self._records.taken(day) for day in days}
            parts = [Entry(day, one.part) for day, one in taken.items() if one.part]
            found = self._less(found, sum(one.whole for one in taken.values()), parts)
        return found if found.value else None

    def _remaining(self, records: Iterable[Record]) -> list[Entry]:
        left = [(record, self._records.remaining(record)) for record in records]
        return [
            Entry(r.on, hours, r.clock if hours == r.hours else "less what is left out of the day")
            for r, hours in left
        ]

    def _recorded(self, name: str, entries: Sequence[Entry]) -> Figure:
        source, evidence = self.period.exhibit, self.period.evidence
        return recorded(name, entries, Unit.HOUR, source=source, evidence=evidence)

    def _rate(self, rate: Fraction) -> Figure:
        if rate not in self._rates:
            name = f"agreed rate {len(self._rates) + 1}"
            self._rates[rate] = self.given(name, rate, Unit.USD_PER_HOUR)
        return self._rates[rate]
