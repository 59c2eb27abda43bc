"""Days to act by as a calendar file (RFC 5545) that any calendar reads; its words may be neutral.

A calendar is seen by whoever holds the telephone: without being asked for, an entry names neither the
remedy nor the case.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from icalendar import Alarm, Calendar, Event

_PRODUCT: Final = "-//Remedies//Days to act by//EN"
_BEFORE: Final = (dt.timedelta(days=30), dt.timedelta(days=7), dt.timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayToAct:
    """One day: what it is called in the calendar, and what its note says."""

    on: dt.date
    title: str
    note: str = ""


def calendar(days: Iterable[DayToAct], as_of: dt.date) -> bytes:
    """Return a calendar of whole days with the reminders that lie ahead; the same days, the same bytes."""
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    for each in sorted(days, key=lambda one: (one.on, one.title)):
        made.add_component(_event(each, as_of))
    return bytes(made.to_ical())


def _event(day: DayToAct, as_of: dt.date) -> Event:
    made = Event()
    identity = sha256(f"{day.on} {day.title} {day.note}".encode()).hexdigest()[:32]
    made.add("uid", f"{identity}@remedies.invalid")
    made.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    made.add("dtstart", day.on)
    made.add("dtend", day.on + dt.timedelta(days=1))
    made.add("summary", day.title)
    if day.note:
        made.add("description", day.note)
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    for before in _BEFORE:
        if day.on - before > as_of:
            made.add_component(_reminder(day, before))
    return made


def _reminder(day: DayToAct, before: dt.timedelta) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", -before)
    made.add("description", day.title)
    return made
