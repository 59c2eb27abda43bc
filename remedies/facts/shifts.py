"""Shifts: turns of work by the clock, made into records of dates, exact to the minute.

What counts is the time that passed: where the clocks changed in a night, its hours are not those between
the two readings (U.S. Department of Labor, FLSA Hours Worked Advisor, "Daylight Savings Time").
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

from remedies.facts.hours import Record
from remedies.operations import ZERO

MIDNIGHT = 24 * 60
ROUNDED_TO = (5, 6, 10, 15)
"""Minutes to which clock times may have been rounded; 29 C.F.R. § 785.48(b) names all but ten."""

TIME_ZONES = (
    "America/Adak",
    "America/Anchorage",
    "America/Boise",
    "America/Chicago",
    "America/Denver",
    "America/Detroit",
    "America/Indiana/Indianapolis",
    "America/Indiana/Knox",
    "America/Indiana/Marengo",
    "America/Indiana/Petersburg",
    "America/Indiana/Tell_City",
    "America/Indiana/Vevay",
    "America/Indiana/Vincennes",
    "America/Indiana/Winamac",
    "America/Juneau",
    "America/Kentucky/Louisville",
    "America/Kentucky/Monticello",
    "America/Los_Angeles",
    "America/Menominee",
    "America/Metlakatla",
    "America/New_York",
    "America/Nome",
    "America/North_Dakota/Beulah",
    "America/North_Dakota/Center",
    "America/North_Dakota/New_Salem",
    "America/Phoenix",
    "America/Puerto_Rico",
    "America/Sitka",
    "America/St_Thomas",
    "America/Yakutat",
    "Pacific/Guam",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
    "Pacific/Saipan",
)
"""The time zones of the United States and its territories."""

_ONE_DAY = dt.timedelta(days=1)
_ONE_MINUTE = dt.timedelta(minutes=1)
_CLOCK = tuple(f"{minute // 60:02}:{minute % 60:02}" for minute in range(MIDNIGHT + 1))
_TWICE = (
    "is a time that the clocks showed twice on that date, when they were set back; give the hours worked on "
    "that date as a number"
)
_NEVER = (
    "is a time that the clocks never showed on that date, when they were set forward; write the time that "
    "they showed"
)


class Shift(NamedTuple):
    """One turn of work by the clock, of at most 24 hours.

    ``begins`` and ``ends`` are minutes after the midnight that begins ``on``; what lies beyond 1440 is the
    next date. ``relieved`` is the minutes of breaks without duty, ``rate`` dollars an hour.
    """

    on: dt.date
    begins: int
    ends: int
    relieved: int = 0
    rate: Fraction | None = None


class Zone:
    """The clocks of one time zone, by the rules that come with this program and not with the machine."""

    def __init__(self, name: str) -> None:
        """Read the zone's rules.

        Raises:
            ValueError: it is not one of :data:`TIME_ZONES`.

        """
        if name not in TIME_ZONES:
            msg = "not a time zone of the United States"
            raise ValueError(msg)
        *folders, leaf = name.split("/")
        with resources.files("tzdata").joinpath("zoneinfo", *folders, leaf).open("rb") as rules:
            self._rules = ZoneInfo.from_file(rules, key=name)
        self._changed: dict[int, frozenset[dt.date]] = {}

    def changes_on(self, day: dt.date) -> bool:
        """Return whether the clocks were set forward or back in the course of a date."""
        if day.year not in self._changed:
            self._changed[day.year] = frozenset(self._changes_in(day.year))
        return day in self._changed[day.year]

    def touches(self, shift: Shift) -> bool:
        """Return whether the clocks were set forward or back on a date of a shift."""
        later = shift.ends > MIDNIGHT and self.changes_on(shift.on + _ONE_DAY)
        return later or self.changes_on(shift.on)

    def seconds(self, on: dt.date, begins: int, ends: int) -> int:
        """Return the seconds that passed between two readings, in minutes after the midnight of ``on``."""
        passed = 60 * (ends - begins)
        return passed + _offset(self._at(on, begins)) - _offset(self._at(on, ends))

    def unclear(self, on: dt.date, minute: int) -> str:
        """Return what to write instead of a time that the date did not hold once; nothing for any other.

        The minute at which clocks are set forward is the moment of the change, and clear.
        """
        at = self._at(on, minute)
        if _gain(at) > 0:
            return _TWICE
        return _NEVER if _gain(at) < 0 and _gain(at - _ONE_MINUTE) < 0 else ""

    def _changes_in(self, year: int) -> Iterator[dt.date]:
        week = dt.timedelta(days=7)
        day, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
        while day < end:
            if _offset(self._at(day, 0)) != _offset(self._at(day + week, 0)):
                yield from (found for n in range(7) if self._turned(found := day + n * _ONE_DAY))
            day += week

    def _turned(self, day: dt.date) -> bool:
        return _offset(self._at(day, 0)) != _offset(self._at(day, MIDNIGHT))

    def _at(self, on: dt.date, minute: int) -> dt.datetime:
        days, minute = divmod(minute, MIDNIGHT)
        hour, minute = divmod(minute, 60)
        time = dt.time(hour, minute, tzinfo=self._rules)
        return dt.datetime.combine(on + days * _ONE_DAY, time)


@cache
def zone_of(name: str) -> Zone:
    """Return the clocks of one of :data:`TIME_ZONES`."""
    return Zone(name)


def misread(shift: Shift, zone: Zone) -> Iterator[tuple[str, str]]:
    """Yield ``start`` or ``end`` of a shift when its date does not hold it once, and what to write."""
    for field, minute in (("start", shift.begins), ("end", shift.ends)):
        if why := zone.unclear(shift.on, minute):
            yield field, why


def dated(shift: Shift, zone: Zone | None = None, rounded_to: int | None = None) -> list[Record]:
    """Return the records of a shift: one, or one for each side of midnight.

    Breaks are taken from the date that holds more of the shift, the first where both hold as much; what
    is longer than that is taken from the other.
    """
    if zone is not None and not zone.touches(shift):
        zone = None
    if zone is None and rounded_to is None and not shift.relieved and shift.begins < MIDNIGHT:
        return _as_recorded(shift)
    begins, ends = _nearest(shift.begins, rounded_to), _nearest(shift.ends, rounded_to)
    if ends <= MIDNIGHT or begins >= MIDNIGHT:
        recorded = shift.begins, shift.ends
        return [_record(shift, (begins, ends), recorded, zone, shift.relieved)]
    before, after = (begins, MIDNIGHT), (MIDNIGHT, ends)
    breaks = shift.relieved, 0
    if shift.relieved:
        lengths = _seconds(zone, shift.on, *before), _seconds(zone, shift.on, *after)
        breaks = _breaks(lengths, shift.relieved)
    return [
        _record(shift, before, (shift.begins, MIDNIGHT), zone, breaks[0]),
        _record(shift, after, (MIDNIGHT, shift.ends), zone, breaks[1], continues=True),
    ]


def _as_recorded(shift: Shift) -> list[Record]:
    """Return the records of a shift of which every minute counts, as nearly all are."""
    on, begins, ends, _, rate = shift
    if ends <= MIDNIGHT:
        said = f"{_CLOCK[begins]} to {_CLOCK[ends]}"
        return [Record(on, _hours(60 * (ends - begins)), said, begins, ends, rate)]
    left, right = f"{_CLOCK[begins]} to 24:00", f"00:00 to {_CLOCK[ends - MIDNIGHT]}"
    before, after = _hours(60 * (MIDNIGHT - begins)), _hours(60 * (ends - MIDNIGHT))
    return [
        Record(on, before, left, begins, MIDNIGHT, rate),
        Record(on + _ONE_DAY, after, right, 0, ends - MIDNIGHT, rate, continues=True),
    ]


def exact_hours(shifts: Iterable[Shift], zone: Zone | None = None) -> Fraction:
    """Return the hours of shifts less their breaks, without rounding."""
    seconds = 0
    for shift in shifts:
        clocks = zone if zone is not None and zone.touches(shift) else None
        passed = _seconds(clocks, shift.on, shift.begins, shift.ends)
        seconds += max(passed - shift.relieved * 60, 0)
    return Fraction(seconds, 3600)


def clock(minute: int) -> str:
    """Return a time in minutes after a date's midnight as a clock shows it."""
    if minute < 0:
        return f"{_CLOCK[minute + MIDNIGHT]} of the day before"
    if minute > MIDNIGHT:
        return f"{_CLOCK[minute - MIDNIGHT]} of the next day"
    return _CLOCK[minute]


def _seconds(zone: Zone | None, on: dt.date, begins: int, ends: int) -> int:
    return 60 * (ends - begins) if zone is None else zone.seconds(on, begins, ends)


def _nearest(minute: int, step: int | None) -> int:
    return minute if step is None else (minute + step // 2) // step * step


def _breaks(lengths: tuple[int, int], relieved: int) -> tuple[int, int]:
    """Return how many minutes of breaks each side of midnight gives up."""
    first, second = (length // 60 for length in lengths)
    if first >= second:
        taken = min(relieved, first)
        return taken, min(relieved - taken, second)
    taken = min(relieved, second)
    return min(relieved - taken, first), taken


def _record(  # noqa: PLR0913 - one side of a shift has this many sides itself
    shift: Shift,
    counted: tuple[int, int],
    recorded: tuple[int, int],
    zone: Zone | None,
    relieved: int,
    *,
    continues: bool = False,
) -> Record:
    """Return the record of one side of midnight; times are in minutes after the shift's first midnight."""
    first, last = counted
    after = MIDNIGHT if last > MIDNIGHT else 0
    length = _seconds(zone, shift.on, first, last)
    said = f"{clock(recorded[0] - after)} to {clock(recorded[1] - after)}"
    if recorded != counted:
        said += f", rounded to {clock(first - after)} to {clock(last - after)}"
    if zone is not None and length != 60 * (last - first):
        said += ", clocks changed"
    if relieved:
        relieved = min(relieved, length // 60)
        said += f", {relieved} minutes relieved"
    return Record(
        shift.on + _ONE_DAY if after else shift.on,
        _hours(length - 60 * relieved),
        said,
        first - after,
        last - after,
        shift.rate,
        continues,
        _hours(60 * relieved) if relieved else ZERO,
    )


@lru_cache(maxsize=4096)
def _hours(seconds: int) -> Fraction:
    return Fraction(seconds, 3600)


def _offset(at: dt.datetime) -> int:
    offset = at.utcoffset()
    assert offset is not None  # noqa: S101 - it has a zone
    return offset.days * 86_400 + offset.seconds


def _gain(at: dt.datetime) -> int:
    """Return the seconds by which clocks went back at a time: below zero when they went forward."""
    return _offset(at) - _offset(at.replace(fold=1))
