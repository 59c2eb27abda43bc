"""A timesheet as the dated records of a claim's hours: checked row by row, never repaired."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from remedies.intake import values
from remedies.intake.cells import Row
from remedies.intake.columns import Mapping, Sort
from remedies.intake.readings import EVER, Period, Reading, Rows
from remedies.intake.refusals import Note
from remedies.intake.shifts import Shift, shift, worked
from remedies.intake.tables import Table
from remedies.wire.clock import LEAST_BREAK
from remedies.wire.fields import plain_number

_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5
_MOST_NOTES: Final = 50
_MOST_NAMED: Final = 20
_ALIKE: Final = 5
"""From how many rows on it is said that all have the same hours."""

_HOURS_IN_A_DAY: Final = 24


def timesheet(table: Table, mapping: Mapping, period: Period = EVER) -> Reading:
    """Return the records of a timesheet, with notes on days without rows and on hours that never change.

    Args:
        table: the table.
        mapping: which column is which, as a person confirmed it.
        period: the days in which every record must lie.

    Raises:
        TableError: rows cannot be read, or contradict themselves, one another or the period.

    """
    rows = Rows(table, mapping)
    shifts, idle = _shifts(rows)
    _check(rows, shifts, period)
    rows.settle(shifts)
    records = tuple(found.record for found in shifts)
    days = {day for found in shifts for day in (found.on, found.last_day)}
    notes = (
        *table.notes,
        *_idle(idle),
        *_short_breaks(shifts),
        *_gaps(days | {on for _, on in idle}),
        *_alike(shifts),
    )
    return Reading(sort=Sort.TIMESHEET, records=records, notes=notes)


def _shifts(rows: Rows) -> tuple[list[Shift], list[tuple[Row, dt.date]]]:
    """Return the shifts, and the rows that have a day and nothing else."""
    shifts, idle = [], []
    for row in rows.filled():
        if worked(rows, row):
            found = shift(rows, row)
            if found:
                shifts.append(found)
        else:
            on = rows.get(row, "on", values.day, rows.mapping.dates)
            if on:
                idle.append((row, on))
    return shifts, idle


def _check(rows: Rows, shifts: Sequence[Shift], period: Period) -> None:
    seen: dict[dt.date, Row] = {}
    for found in shifts:
        if not period.holds(found.on):
            name = "on" if "on" in rows.mapping.columns else "start"
            rows.wrong(found.row, name, "outside_period", "must lie inside the period of work")
        if found.hours:
            hours = plain_number(found.hours, 4)
            if hours is not None and hours > _HOURS_IN_A_DAY:
                rows.wrong(found.row, "hours", "too_many_hours", "a day has 24 hours")
            if found.on in seen:
                why = f"row {seen[found.on].number} has this day too; give each day one number of hours"
                rows.wrong(found.row, "on", "duplicate_date", why)
            seen.setdefault(found.on, found.row)
    _check_overlaps(rows, [found for found in shifts if not found.hours], seen)


def _check_overlaps(rows: Rows, shifts: Sequence[Shift], seen: dict[dt.date, Row]) -> None:
    """Report each shift that begins before another's end, on the later of the two rows."""
    latest: Shift | None = None
    for found in sorted(shifts, key=lambda each: (each.begins_at, each.row.number)):
        day = next((day for day in (found.on, found.last_day) if day in seen), None)
        if day is not None:
            which = "this day" if day == found.on else "the day of its end"
            why = f"row {seen[day].number} has {which} too, as a number of hours"
            rows.wrong(found.row, "start", "duplicate_date", why)
        if latest is not None and found.begins_at < latest.ends_at:
            one, other = sorted((latest.row, found.row), key=lambda row: row.number)
            why = f"overlaps row {one.number}; an hour of work belongs to one row"
            rows.wrong(other, "start", "overlap", why)
        if latest is None or found.ends_at > latest.ends_at:
            latest = found


def _idle(rows: Sequence[tuple[Row, dt.date]]) -> Iterator[Note]:
    for row, _ in rows[:_MOST_NOTES]:
        why = "has a day and no hours; no record is made of it"
        yield Note(f"row {row.number}", "no_hours", why)
    if len(rows) > _MOST_NOTES:
        yield Note("", "no_hours", f"{len(rows):,} rows have a day and no hours; none is a record")


def _short_breaks(shifts: Sequence[Shift]) -> Iterator[Note]:
    """Yield one note that names the rows whose breaks count as worked."""
    short = [str(found.row.number) for found in shifts if found.short_break]
    if not short:
        return
    more = f" and {len(short) - _MOST_NAMED:,} more" if len(short) > _MOST_NAMED else ""
    rows = f"row{'s' * (len(short) > 1)} {', '.join(short[:_MOST_NAMED])}{more}"
    why = (
        f"a break of less than {LEAST_BREAK} minutes counts as worked, and no break is recorded "
        "(29 C.F.R. §§ 785.18, 785.19)"
    )
    yield Note(rows, "short_break", why)


def _gaps(days: set[dt.date]) -> Iterator[Note]:
    """Yield the stretches of days without rows; Saturdays and Sundays are counted, not listed."""
    weekends, gaps = 0, []
    for before, after in pairwise(sorted(days)):
        first, last = before + _DAY, after - _DAY
        missing = [first + n * _DAY for n in range((last - first).days + 1)]
        if all(day.weekday() >= _SATURDAY for day in missing):
            weekends += len(missing)
        else:
            gaps.append((first, last, len(missing)))
    for first, last, count in gaps[:_MOST_NOTES]:
        span = first.isoformat() if count == 1 else f"{first} to {last}, {count} days"
        yield Note("", "gap", f"{span}: no rows; a day without a record counts as not worked")
    if len(gaps) > _MOST_NOTES:
        yield Note("", "gap", f"{len(gaps) - _MOST_NOTES:,} further gaps between rows")
    if weekends:
        why = f"{weekends:,} Saturdays and Sundays between the rows have none"
        yield Note("", "weekends", why)


def _alike(shifts: Sequence[Shift]) -> Iterator[Note]:
    if len(shifts) >= _ALIKE and len({found.how for found in shifts}) == 1:
        why = (
            f"all {len(shifts):,} rows have the same hours; ask who wrote them down, and when: a schedule "
            "is not a record of what was worked"
        )
        yield Note("", "same_hours", why)
