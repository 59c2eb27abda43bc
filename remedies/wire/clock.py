"""Clock times in a claim, exact to the minute, and the shifts that they make."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from marshmallow import ValidationError, fields

from remedies.facts import Record, Records
from remedies.facts.shifts import MIDNIGHT, Shift, Zone, dated, exact_hours, misread, zone_of
from remedies.wire.fields import MESSAGES, Said, plain_day, plain_number

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_MINUTES = {f"{minute // 60:02}:{minute % 60:02}": minute for minute in range(MIDNIGHT + 1)}
LEAST_BREAK = 30


class Clock(fields.String):
    """A time such as ``"07:30"``; ``"24:00"`` ends a day."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {"pattern": f"^(?:{_CLOCK.pattern})$"}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: object, *_: object, **__: object) -> int:  # type: ignore[override]
        minute = plain_clock(value)
        if minute is None:
            raise ValidationError(Said("not_a_time", 'must be a time such as "07:30"'))
        return minute


def plain_clock(value: object) -> int | None:
    """Return the minutes after midnight that a clock time stands for; None when it is anything else."""
    return _MINUTES.get(value) if isinstance(value, str) else None


def shift(data: Mapping[str, Any]) -> Shift:
    """Return the shift of a record with clock times.

    Raises:
        ValidationError: it ends before it begins, lasts more than 24 hours, or its breaks are no breaks.

    """
    on, ends_on, relieved = data["on"], data["ends_on"] or data["on"], data["relieved_minutes"]
    later = (ends_on - on).days
    found = Shift(on, data["start"], data["end"] + later * MIDNIGHT, 0, data["rate"])
    wrong = dict(_misshapen(found, later))
    if relieved is not None and not wrong:
        wrong = dict(_no_break(found, relieved))
    if wrong:
        raise ValidationError({field: [said] for field, said in wrong.items()})
    return found._replace(relieved=int(relieved)) if relieved else found


def _misshapen(found: Shift, later: int) -> Iterator[tuple[str, Said]]:
    if later < 0:
        yield "ends_on", Said("reversed_period", "must not be before the record's on")
    elif found.ends <= found.begins:
        message = (
            "must be after start; a shift past midnight says in ends_on on which date it ended"
        )
        yield "end", Said("reversed_period", message)
    elif found.ends - found.begins > MIDNIGHT:
        message = (
            "a shift has at most 24 hours by the clock; give what is beyond them its own record"
        )
        yield "ends_on", Said("too_many_hours", message)


def _no_break(found: Shift, relieved: Fraction) -> Iterator[tuple[str, Said]]:
    if relieved < LEAST_BREAK:
        message = (
            "a break of less than 30 minutes ordinarily counts as worked (29 C.F.R. §§ 785.18, 785.19); "
            "leave it in the shift"
        )
        yield "relieved_minutes", Said("out_of_range", message)
    elif relieved.denominator != 1:
        yield "relieved_minutes", Said("out_of_range", "must be whole minutes")
    elif relieved >= found.ends - found.begins:
        yield "relieved_minutes", Said("inconsistent", "must be less than the whole shift")


def plain_shift(entry: Mapping[str, Any]) -> Shift | None:
    """Return the shift of a record in which everything is plain and sound; None for any other."""
    on = plain_day(entry["on"])
    begins, ends = plain_clock(entry["start"]), plain_clock(entry["end"])
    if on is None or begins is None or ends is None:
        return None
    if "ends_on" in entry:
        ends_on = plain_day(entry["ends_on"])
        if ends_on is None:
            return None
        ends += (ends_on - on).days * MIDNIGHT
    if not begins < ends <= begins + MIDNIGHT:
        return None
    if "rate" not in entry:
        return Shift(on, begins, ends)
    rate = plain_number(entry["rate"], 4)
    return None if rate is None else Shift(on, begins, ends, 0, rate)


def timed(
    entries: Sequence[Record | Shift], time_zone: str | None, rounded_to: int | None
) -> Records:
    """Return the records of entries in their order, shifts by their clocks.

    Raises:
        ValidationError: a zone or a rounding without clock times, or a time that a date does not hold once.

    """
    shifts = [entry for entry in entries if isinstance(entry, Shift)]
    if not shifts:
        _demand_none(time_zone=time_zone, rounded_to_minutes=rounded_to)
    zone = zone_of(time_zone) if time_zone else None
    if zone is not None:
        _demand_readable(entries, zone)
    records: list[Record] = []
    for entry in entries:
        if isinstance(entry, Shift):
            records += dated(entry, zone, rounded_to)
        else:
            records.append(entry)
    exact = exact_hours(shifts, zone) if rounded_to else None
    return Records(tuple(records), time_zone or "", rounded_to, exact)


def _demand_none(**given: object) -> None:
    message = "applies to records with start and end, and there are none"
    wrong = {
        name: [Said("does_not_belong", message)]
        for name, value in given.items()
        if value is not None
    }
    if wrong:
        raise ValidationError(wrong)


def _demand_readable(entries: Sequence[Record | Shift], zone: Zone) -> None:
    wrong = {
        i: {field: [Said("not_a_time", message)] for field, message in found}
        for i, entry in enumerate(entries)
        if isinstance(entry, Shift)
        and zone.touches(entry)
        and (found := list(misread(entry, zone)))
    }
    if wrong:
        raise ValidationError({"records": wrong})
