"""Workweeks: the calendar of a claim, before any money.

Authority:
    29 C.F.R. § 778.105: a workweek is seven consecutive 24-hour periods with a fixed start.
    29 C.F.R. § 778.104: each workweek stands alone.

A period of work is cut where it ends, where the victim was away and where a rate of law changes. What
lies between the cuts is full workweeks, listed once with their number, and pieces of workweeks. The
pieces of one workweek are counted together, also when they come from different periods.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from remedies.facts import Records, WorkPeriod

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
FULL = 0b1111111


@dataclass(frozen=True, slots=True)
class Piece:
    """Days of one period, in one workweek, under one rate of law.

    ``weekdays`` has a bit for each weekday that the piece holds (bit 0 is Monday), days without work of
    a workweek given by records among them; ``begins_on`` and ``ends_on`` are the piece's own days, or
    those of the first workweek when it stands for a run.
    """

    period: int
    weekdays: int
    regime: int
    begins_on: dt.date
    ends_on: dt.date

    @property
    def days(self) -> int:
        """How many calendar days the piece holds."""
        return self.weekdays.bit_count()


@dataclass(frozen=True, slots=True)
class Workweeks:
    """Workweeks made of the same pieces: the first one's start and how many follow each other."""

    starts_on: dt.date
    count: int
    pieces: tuple[Piece, ...]


def workweeks(
    work: Sequence[WorkPeriod],
    *,
    changes: Iterable[dt.date],
    weekly_changes: Iterable[dt.date],
    own_changes: Mapping[int, Iterable[dt.date]] | None = None,
    own_days: Mapping[int, Sequence[dt.date]] | None = None,
) -> list[Workweeks]:
    """Return all workweeks of ``work`` in order.

    Args:
        work: periods that do not overlap.
        changes: days from which a rate applies, wherever in a workweek they fall.
        weekly_changes: days from which a rule applies to workweeks that begin on or after them.
        own_changes: by the place of a period, starts of workweeks from which its own facts change.
        own_days: by the place of a period with records, in order, the days on which hours count, where
            these are not all days with hours.

    """
    own = own_changes or {}
    runs: list[Workweeks] = []
    partial: dict[dt.date, list[Piece]] = defaultdict(list)
    day_cuts = sorted(changes)
    week_cuts = sorted(weekly_changes)
    for index, period in enumerate(work):
        starts = (_next_start(period, day) for day in week_cuts)
        cuts = sorted({*day_cuts, *starts, *own.get(index, ())})
        spans = [part for ends in period.spans() for part in _between(*ends, cuts)]
        if isinstance(period.hours, Records):
            days = (own_days or {}).get(index)
            _place_records(index, period, spans, partial, days)
            continue
        for regime, first, last in spans:
            _place(index, period, regime, (first, last), runs, partial)
    for start, pieces in partial.items():
        in_order = tuple(sorted(pieces, key=lambda piece: piece.begins_on))
        runs.append(Workweeks(start, 1, in_order))
    return sorted(runs, key=lambda run: run.starts_on)


def since(runs: Iterable[Workweeks], day: dt.date | None) -> Iterator[Workweeks]:
    """Yield the workweeks that end on or after ``day``; all of them when it is None."""
    for run in runs:
        if day is None or run.starts_on + WEEK > day:
            yield run
        else:
            gone = -(-(day - run.starts_on - WEEK + DAY) // WEEK)
            if gone < run.count:
                yield Workweeks(run.starts_on + gone * WEEK, run.count - gone, run.pieces)


def _next_start(period: WorkPeriod, day: dt.date) -> dt.date:
    start = period.week_of(day)
    return start if start == day else start + WEEK


def _between(
    begins_on: dt.date, ends_on: dt.date, cuts: list[dt.date]
) -> Iterator[tuple[int, dt.date, dt.date]]:
    place = bisect_right(cuts, begins_on)
    while begins_on <= ends_on:
        last = min(ends_on, cuts[place] - DAY) if place < len(cuts) else ends_on
        yield place, begins_on, last
        begins_on = last + DAY
        place += 1


def _place(  # noqa: PLR0913, PLR0917 - the two collections are filled together
    index: int,
    period: WorkPeriod,
    regime: int,
    span: tuple[dt.date, dt.date],
    runs: list[Workweeks],
    partial: dict[dt.date, list[Piece]],
) -> None:
    first, last = span
    week = period.week_of(first)
    if first > week:
        end = min(last, week + WEEK - DAY)
        partial[week].append(_piece(index, regime, first, end))
        week += WEEK
    count = max(0, (last - week + DAY).days // 7)
    if count:
        piece = Piece(index, FULL, regime, week, week + WEEK - DAY)
        runs.append(Workweeks(week, count, (piece,)))
        week += count * WEEK
    if week <= last:
        partial[week].append(_piece(index, regime, week, last))


def _place_records(
    index: int,
    period: WorkPeriod,
    spans: Sequence[tuple[int, dt.date, dt.date]],
    partial: dict[dt.date, list[Piece]],
    counted: Sequence[dt.date] | None,
) -> None:
    """Place the workweeks that have records; days of theirs without work go with the days that have.

    So a rate of law that changes, or days away, take nothing from what is paid by the workweek.
    """
    assert isinstance(period.hours, Records)  # noqa: S101 - the caller looked
    days = sorted(record.on for record in period.hours.records if record.hours)
    weeks = list(period.weeks_of(days))
    held: dict[dt.date, list[Piece]] = defaultdict(list)
    for regime, first, last in spans:
        for week in weeks[bisect_left(weeks, period.week_of(first)) : bisect_right(weeks, last)]:
            ends = max(first, week), min(last, week + WEEK - DAY)
            held[week].append(_piece(index, regime, *ends))
    for week, pieces in held.items():
        if len(pieces) == 1:
            partial[week].extend(pieces)
            continue
        worked = _holding(pieces, days if counted is None else counted) or _holding(pieces, days)
        idle = sum(piece.weekdays for piece in pieces if piece not in worked)
        worked[0] = replace(worked[0], weekdays=worked[0].weekdays | idle)
        partial[week].extend(worked)


def _holding(pieces: Sequence[Piece], days: Sequence[dt.date]) -> list[Piece]:
    """Return the pieces that hold any of some days, which come in order."""
    return [p for p in pieces if bisect_left(days, p.begins_on) < bisect_right(days, p.ends_on)]


def _piece(index: int, regime: int, begins_on: dt.date, ends_on: dt.date) -> Piece:
    days = (ends_on - begins_on).days + 1
    turned = ((1 << days) - 1) << begins_on.weekday()
    weekdays = (turned | turned >> 7) & FULL
    return Piece(index, weekdays, regime, begins_on, ends_on)
