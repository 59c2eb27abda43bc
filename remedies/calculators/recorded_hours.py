"""Hours recorded by date: the records of a workweek, of a day and of a shift, and what each leaves out.

Authority: as in :mod:`remedies.calculators.hours`.

What is left out of a day of work is taken once from each shift, also where it goes past midnight: from
the date that holds more of its hours, the first where both hold as much. A shift that holds less than is
left out loses all of its hours.
"""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from remedies.calculators.workweeks import DAY, Piece
from remedies.facts import Record, Records, WorkPeriod
from remedies.facts.shifts import MIDNIGHT, zone_of
from remedies.operations import ZERO


@dataclass(frozen=True, slots=True)
class Taken:
    """What is left out on one date: how many times a day's whole sum, and hours besides."""

    whole: int = 0
    part: Fraction = ZERO

    def __add__(self, other: "Taken") -> "Taken":
        """Return both together."""
        return Taken(self.whole + other.whole, self.part + other.part)


NONE_TAKEN = Taken()


class RecordedHours:
    """The records of one period, found by workweek and by date."""

    def __init__(self, period: WorkPeriod, out: Fraction) -> None:
        """Take the period and the hours that are left out of each day of work."""
        assert isinstance(period.hours, Records)  # noqa: S101 - the caller looked
        self._period = period
        self._records = period.hours
        self._out = out

    def within(self, piece: Piece) -> list[Record]:
        """Return the records of a piece of a workweek, by date."""
        week = self._by_week.get(self._period.week_of(piece.begins_on), [])
        if week and piece.begins_on <= week[0].on and week[-1].on <= piece.ends_on:
            return week
        return [r for r in week if piece.begins_on <= r.on <= piece.ends_on]

    def on(self, day: dt.date) -> list[Record]:
        """Return the records of one date."""
        return self._by_date.get(day, [])

    def taken(self, day: dt.date) -> Taken:
        """Return what is left out on a date."""
        return self._taken.get(day, NONE_TAKEN)

    def remaining(self, record: Record) -> Fraction:
        """Return the hours of a record that count; records of one date bear what is left out alike."""
        taken = self.taken(record.on)
        left = taken.whole * self._out + taken.part
        if not left:
            return record.hours
        stated = _hours(self.on(record.on))
        return record.hours * (stated - left) / stated

    def spread_on(self, day: dt.date) -> Fraction | None:
        """Return the hours from the first begin to the last end of the shifts that began on a date."""
        own = [r for r in self.on(day) if not r.continues and r.begins is not None]
        if not own:
            return None
        later = [r.ends for r in self.on(day + DAY) if r.continues and r.ends is not None]
        begins = min(r.begins for r in own if r.begins is not None)
        ends = MIDNIGHT + max(later) if later else max(r.ends for r in own if r.ends is not None)
        if not self._records.time_zone:
            return Fraction(ends - begins, 60)
        return Fraction(zone_of(self._records.time_zone).seconds(day, begins, ends), 3600)

    @cached_property
    def _by_week(self) -> dict[dt.date, list[Record]]:
        records = sorted(self._records.records, key=attrgetter("on"))
        days = [record.on for record in records]
        weeks = list(self._period.weeks_of(days))
        begins = [bisect_left(days, week) for week in weeks]
        ends = [*begins[1:], len(records)]
        return {w: records[a:b] for w, a, b in zip(weeks, begins, ends, strict=True)}

    @cached_property
    def _by_date(self) -> dict[dt.date, list[Record]]:
        found: dict[dt.date, list[Record]] = defaultdict(list)
        for record in self._records.records:
            found[record.on].append(record)
        return found

    @cached_property
    def _taken(self) -> dict[dt.date, Taken]:
        found: dict[dt.date, Taken] = defaultdict(Taken)
        for day in self._by_date if self._out else ():
            for on, taken in self._of_shifts(day):
                found[on] += taken
        return found

    def _of_shifts(self, day: dt.date) -> Iterator[tuple[dt.date, Taken]]:
        """Yield what the shifts that began on a date leave out, and on which date."""
        here = _hours(r for r in self.on(day) if not r.continues)
        after = _hours(r for r in self.on(day + DAY) if r.continues)
        days, held = (day, day + DAY), (here, after)
        if after > here:
            days, held = (day + DAY, day), (after, here)
        if held[0] >= self._out:
            yield days[0], Taken(whole=1)
            return
        yield days[0], Taken(part=held[0])
        yield days[1], Taken(part=min(self._out - held[0], held[1]))


def began(records: Iterable[Record]) -> int:
    """Return on how many dates work began; a shift past midnight is one day of work."""
    return len({r.on for r in records if not r.continues and (r.hours or r.begins is not None)})


def _hours(records: Iterable[Record]) -> Fraction:
    return sum((record.hours for record in records), ZERO)
