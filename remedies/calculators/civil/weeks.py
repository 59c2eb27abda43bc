"""Single workweeks, the hours of each of their days, and what could not be computed of them.

Authority:
    29 C.F.R. § 778.104: each workweek stands alone.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from remedies.calculators.hours import PeriodHours
from remedies.calculators.workweeks import DAY, WEEK, Piece, workweeks
from remedies.errors import LawNotEncodedError
from remedies.facts import Records, WorkPeriod
from remedies.figures import Figure


@dataclass(frozen=True, slots=True)
class Week:
    """One workweek: its first day and the parts of periods that lie in it."""

    starts_on: dt.date
    pieces: tuple[Piece, ...]

    @property
    def ends_on(self) -> dt.date:
        """Its last day."""
        return self.starts_on + WEEK - DAY


def weeks(work: Sequence[WorkPeriod]) -> Iterator[Week]:
    """Yield every workweek of the work, one by one, in order."""
    for run in workweeks(work, changes=(), weekly_changes=()):
        for number in range(run.count):
            by = number * WEEK
            pieces = tuple(
                replace(p, begins_on=p.begins_on + by, ends_on=p.ends_on + by) for p in run.pieces
            )
            yield Week(run.starts_on + by, pieces)


class DayHours:
    """The hours of single days of one period."""

    def __init__(self, hours: PeriodHours) -> None:
        """Take the period's hours."""
        self._hours = hours
        self._dated = isinstance(hours.period.hours, Records)
        self._known: dict[int, Figure | None] = {}

    def on(self, piece: Piece) -> Iterator[tuple[dt.date, Figure]]:
        """Yield the days of a part of a workweek on which hours were worked, with those hours."""
        for number in range((piece.ends_on - piece.begins_on).days + 1):
            day = piece.begins_on + number * DAY
            worked = self._of(day, piece)
            if worked is not None and worked.value:
                yield day, worked

    def _of(self, day: dt.date, piece: Piece) -> Figure | None:
        weekday = day.weekday()
        if not piece.weekdays >> weekday & 1:
            return None
        if not self._dated and weekday in self._known:
            return self._known[weekday]
        one = replace(piece, weekdays=1 << weekday, begins_on=day, ends_on=day)
        found = self._hours.on(one)
        self._known[weekday] = found
        return found


@dataclass(frozen=True, slots=True, order=True)
class NotComputed:
    """A part that was left out: what, why, and for which workweeks (none named: for all)."""

    what: str
    why: str
    first: dt.date | None = None
    last: dt.date | None = None


NO_LIMIT = "no limitation period is encoded for it; nothing is treated as too late"


class Refusals:
    """What was not computed, each reason once with the workweeks that it reaches."""

    def __init__(self) -> None:
        """Begin without any."""
        self._found: dict[tuple[str, str], tuple[dt.date, dt.date] | None] = {}

    def add(self, what: str, why: str, week: dt.date | None = None) -> None:
        """Keep one reason."""
        key = (what, why)
        if week is None:
            self._found[key] = None
        elif (span := self._found.setdefault(key, (week, week))) is not None:
            self._found[key] = min(span[0], week), max(span[1], week)

    def law(self, what: str, error: LawNotEncodedError, week: dt.date | None = None) -> None:
        """Keep a refusal of the law library, without the day: workweeks say that."""
        self.add(what, f"{error.key}: {error.why}", week)

    def all(self) -> tuple[NotComputed, ...]:
        """Return them in order."""
        return tuple(sorted(_entry(*key, span) for key, span in self._found.items()))


def _entry(what: str, why: str, span: tuple[dt.date, dt.date] | None) -> NotComputed:
    return NotComputed(what, why, *span) if span else NotComputed(what, why)
