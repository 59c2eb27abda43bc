"""Hours in a claim: patterns and dated records, and the time in them that may not count."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.facts import (
    DAYS,
    Daily,
    Hours,
    Meals,
    OnCall,
    PerDay,
    PerWorkweek,
    Record,
    Sleep,
)
from remedies.facts.hours import EVERY_DAY
from remedies.facts.shifts import ROUNDED_TO, TIME_ZONES, Shift
from remedies.operations import ZERO
from remedies.wire.base import Strict, need, only
from remedies.wire.clock import Clock, plain_shift, shift, timed
from remedies.wire.fields import (
    MESSAGES,
    Day,
    Days,
    Flag,
    Number,
    Said,
    Word,
    listed,
    plain_day,
    plain_number,
)

_PLAIN_RECORD = {"on", "hours"}
_NEEDED = {"on", "start", "end"}
_PLAIN_SHIFT = {"on", "start", "end", "ends_on", "rate"}
MANY_RECORDS = validate.Length(
    max=10_000, error=Said("too_many", "has more than 10,000 entries; split the period")
)


class DailySchema(Strict):
    """Hours by weekday; a day left out is a day off."""

    mon = Number(load_default=ZERO)
    tue = Number(load_default=ZERO)
    wed = Number(load_default=ZERO)
    thu = Number(load_default=ZERO)
    fri = Number(load_default=ZERO)
    sat = Number(load_default=ZERO)
    sun = Number(load_default=ZERO)


class RecordSchema(Strict):
    """Hours of one date, as a number or from a start to an end on the clock."""

    on = Day(required=True)
    hours = Number(load_default=None)
    start = Clock(load_default=None)
    end = Clock(load_default=None)
    ends_on = Day(load_default=None)
    relieved_minutes = Number(load_default=None)
    rate = Number(load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the way of recording lacks, or has no use for."""
        if given.get("hours") is not None:
            why = "give either hours, or start and end"
            yield from only(given, "on", "hours", "rate", why=why)
        else:
            yield from need(given, "start", "end")

    @post_load(pass_original=True)
    def make(
        self, data: dict[str, Any], original: Mapping[str, Any], **_: object
    ) -> Record | Shift:
        """Return the record, or the shift that makes one or two."""
        self.demand_shape(original)
        if data["hours"] is not None:
            return Record(data["on"], data["hours"], rate=data["rate"])
        return shift(data)


def _plain_record(entry: object) -> Record | Shift | None:
    if not isinstance(entry, dict):
        return None
    keys = entry.keys()
    if keys == _PLAIN_RECORD:
        on, hours = plain_day(entry["on"]), plain_number(entry["hours"], 4)
        return None if on is None or hours is None else Record(on, hours)
    return plain_shift(entry) if _NEEDED <= keys <= _PLAIN_SHIFT else None


_HOURS = {
    "records": ("time_zone", "rounded_to_minutes"),
    "daily": ("per_workweek",),
    "per_day": ("days",),
    "per_workweek": ("days",),
}


class HoursSchema(Strict):
    """Hours: per_workweek with days, per_day with days, daily, or records; exactly one way.

    ``per_workweek`` may stand beside ``daily`` as the total that the record states; it must agree.
    """

    per_workweek = Number(load_default=None, positive=True)
    per_day = Number(load_default=None, positive=True)
    days = Days(load_default=None)
    daily = fields.Nested(DailySchema, load_default=None, error_messages=MESSAGES)
    records = listed(RecordSchema, plain=_plain_record, load_default=None, validate=MANY_RECORDS)
    time_zone = Word({name: name for name in TIME_ZONES}, load_default=None)
    rounded_to_minutes = Word({str(step): step for step in ROUNDED_TO}, load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the way of giving hours lacks, or has no use for."""
        for way, beside in _HOURS.items():
            if given.get(way) is not None:
                yield from only(given, way, *beside, why=f"does not stand beside {way}")
                return
        yield from need(given, "per_workweek")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Hours:
        """Return the hours in the one way that they were given."""
        self.demand_shape(original)
        days = data["days"] or EVERY_DAY
        if data["records"] is not None:
            return timed(data["records"], data["time_zone"], data["rounded_to_minutes"])
        if data["daily"] is not None:
            by_day = tuple(data["daily"][day] for day in DAYS)
            if not any(by_day):
                raise ValidationError({"daily": [Said("required", "has no hours on any day")]})
            return Daily(by_day, data["per_workweek"])
        if data["per_day"] is not None:
            return PerDay(data["per_day"], days)
        return PerWorkweek(data["per_workweek"], days)


class SleepSchema(Strict):
    """Time asleep in the hours of each day of work, and the conditions of leaving it out."""

    hours_per_day = Number(required=True, positive=True)
    on_duty_hours = Number(load_default=None)
    uninterrupted_hours = Number(load_default=None)
    agreed_freely = Flag(load_default=False)
    facilities = Flag(load_default=False)
    resides = Flag(load_default=False)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Sleep:
        """Return the time asleep."""
        return Sleep(**data)


class MealsSchema(Strict):
    """Time at meals in the hours of each day of work."""

    hours_per_day = Number(required=True, positive=True)
    minutes_each = Number(load_default=None)
    relieved = Flag(load_default=False)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Meals:
        """Return the time at meals."""
        return Meals(**data)


class OnCallSchema(Strict):
    """Time on call or waiting in the hours of each day of work."""

    hours_per_day = Number(required=True, positive=True)
    own_time = Flag(load_default=False)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> OnCall:
        """Return the time on call."""
        return OnCall(**data)
