"""The hours of one row of a timesheet: a number for a day, or a shift from a start to an end."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from remedies.intake import values
from remedies.intake.cells import Row
from remedies.intake.columns import FIELDS, Sort
from remedies.intake.readings import Record, Rows
from remedies.intake.values import DAY_MINUTES, Moment
from remedies.wire.clock import LEAST_BREAK

_HOUR = 60
_DAY = dt.timedelta(days=1)
_OF_HOURS = tuple(name for name in FIELDS[Sort.TIMESHEET] if name != "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Work of one row: hours as plain digits, or its minutes after the midnight of ``on``.

    ``record`` is what a claim holds of it; ``ends`` is past ``DAY_MINUTES`` when it ends on the next day.
    ``short_break`` says that its row names a break too short to count as one.
    """

    row: Row
    on: dt.date
    record: Record
    hours: str = ""
    begins: int = 0
    ends: int = 0
    short_break: bool = False

    @property
    def begins_at(self) -> int:
        """Minutes from the beginning of the calendar to the start."""
        return self.on.toordinal() * DAY_MINUTES + self.begins

    @property
    def ends_at(self) -> int:
        """Minutes from the beginning of the calendar to the end."""
        return self.on.toordinal() * DAY_MINUTES + self.ends

    @property
    def last_day(self) -> dt.date:
        """The last day that it touches."""
        return dt.date.fromordinal((self.ends_at - 1) // DAY_MINUTES) if self.ends else self.on

    @property
    def how(self) -> tuple[str, int, int]:
        """The hours without their date."""
        return self.hours, self.begins, self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clocked:
    """A start and an end as a row gives them, on which days."""

    on: dt.date
    until: dt.date
    begins: int
    ends: int
    beside: Mapping[str, str] = field(default_factory=dict)
    says_until: bool = False

    @property
    def length(self) -> int:
        return (self.until - self.on).days * DAY_MINUTES + self.ends - self.begins

    @property
    def record(self) -> Record:
        found = {
            "on": self.on.isoformat(),
            "start": _clock(self.begins),
            "end": _clock(self.ends),
        }
        if self.until != self.on or self.says_until:
            found["ends_on"] = self.until.isoformat()
        return {**found, **self.beside}


def worked(rows: Rows, row: Row) -> bool:
    """Return whether a row holds more than a day."""
    return any(rows.has(row, name) for name in _OF_HOURS)


def shift(rows: Rows, row: Row) -> Shift | None:
    """Return the hours of a row; None after a problem, which the rows keep."""
    met = len(rows.problems)
    by_clock = rows.has(row, "start") or rows.has(row, "end")
    if by_clock and rows.has(row, "hours"):
        why = "has hours beside start and end: give one of them, or map one of them"
        rows.wrong(row, "hours", "exactly_one", why)
        return None
    found = _by_clock(rows, row) if by_clock else _by_number(rows, row)
    return found if len(rows.problems) == met else None


def _by_number(rows: Rows, row: Row) -> Shift | None:
    on = _day(rows, row, "on")
    hours = rows.get(row, "hours", values.hours, rows.mapping.numbers)
    for name in ("ends_on", "relieved_minutes"):
        if rows.has(row, name):
            rows.wrong(row, name, "does_not_belong", "needs start and end")
    beside = _number(rows, row, "rate")
    if on is None or hours is None:
        return None
    record = {"on": on.isoformat(), "hours": hours, **beside}
    return Shift(row=row, on=on, record=record, hours=hours)


def _by_clock(rows: Rows, row: Row) -> Shift | None:
    stated = _day(rows, row, "on") if rows.has(row, "on") else None
    start = rows.get(row, "start", values.moment, rows.mapping.dates)
    end = rows.get(row, "end", values.moment, rows.mapping.dates)
    until = _day(rows, row, "ends_on") if rows.has(row, "ends_on") else None
    beside = {**_number(rows, row, "relieved_minutes"), **_number(rows, row, "rate")}
    if start is None or end is None:
        return None
    on = _agreed(rows, row, "start", stated, start.day)
    last = _agreed(rows, row, "end", until, end.day)
    begins, ends = _time(rows, row, "start", start), _time(rows, row, "end", end)
    if on is None and not rows.has(row, "on"):
        rows.missing(row, "on")
    if on is None:
        return None
    if begins is None or ends is None:
        return None
    if last is None:
        last = on + _DAY if rows.mapping.overnight and ends < begins else on
    clocked = _Clocked(
        on=on, until=last, begins=begins, ends=ends, beside=beside, says_until=until is not None
    )
    _check(rows, row, clocked)
    short = _is_short(clocked)
    if short:
        clocked = replace(clocked, beside=_without_break(clocked.beside))
    return Shift(
        row=row,
        on=on,
        record=clocked.record,
        begins=begins,
        ends=begins + clocked.length,
        short_break=short,
    )


def _is_short(clocked: _Clocked) -> bool:
    """Return whether a break counts as worked, as one of no minutes does."""
    relieved = clocked.beside.get("relieved_minutes", "")
    return relieved.isdigit() and int(relieved) < LEAST_BREAK


def _without_break(beside: Mapping[str, str]) -> Record:
    return {name: given for name, given in beside.items() if name != "relieved_minutes"}


def _check(rows: Rows, row: Row, clocked: _Clocked) -> None:
    if clocked.length <= 0:
        why = (
            "must be after start; a shift past midnight needs the day of its end, or say that such an end "
            "is on the next day (overnight)"
        )
        rows.wrong(row, "end", "reversed_period", why)
    elif clocked.length > DAY_MINUTES:
        rows.wrong(row, "end", "too_many_hours", "is more than 24 hours after start")
    relieved = clocked.beside.get("relieved_minutes")
    if relieved is None:
        return
    if not relieved.isdigit():
        rows.wrong(row, "relieved_minutes", "out_of_range", "must be whole minutes")
    elif int(relieved) >= clocked.length > 0:
        rows.wrong(row, "relieved_minutes", "inconsistent", "must be less than the whole shift")


def _agreed(
    rows: Rows, row: Row, name: str, stated: dt.date | None, held: dt.date | None
) -> dt.date | None:
    """Return the day of a start or an end, which the row may state in either of two cells."""
    if stated is not None and held is not None and stated != held:
        rows.wrong(row, name, "inconsistent", "has another day than the column of days")
    return stated or held


def _time(rows: Rows, row: Row, name: str, found: Moment) -> int | None:
    if found.minutes is None:
        rows.wrong(row, name, "not_a_time", "must have a time such as 07:30")
    return found.minutes


def _number(rows: Rows, row: Row, name: str) -> Record:
    if not rows.has(row, name):
        return {}
    found = rows.get(row, name, values.number, 4, rows.mapping.numbers)
    return {} if found is None else {name: found}


def _day(rows: Rows, row: Row, name: str) -> dt.date | None:
    return rows.get(row, name, values.day, rows.mapping.dates)


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"
