"""Days to act by as a calendar file (RFC 5545) that any calendar reads; its words may be neutral.

A calendar is seen by whoever holds the telephone: without being asked for, an entry names neither the
remedy nor the case, and nothing in the file says which program made it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

_PRODUCT: Final = "-//Calendar//Days//EN"
_BEFORE: Final = (dt.timedelta(days=30), dt.timedelta(days=7), dt.timedelta(days=1))
_ENTRIES: Final = UUID("7d0f6c1e-52a4-4b0e-9a35-8f2c4d1b6e90")
"""A number of no meaning, under which entries have their identities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayToAct:
    """One day: what it is called in the calendar, and what its note says.

    ``identity`` is what the day is of, in any words: an entry of the same identity takes the place of one
    that was loaded before. It is not readable in the file. Left out, it is what the entry says.
    """

    on: dt.date
    title: str
    note: str = ""
    identity: str = ""


def calendar(days: Iterable[DayToAct], as_of: dt.date) -> bytes:
    """Return a calendar of whole days with the reminders that lie ahead; the same days, the same bytes."""
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    entries = ((each.on, each.title, _uid(each), each) for each in days)
    for *_, uid, each in sorted(entries, key=lambda entry: entry[:3]):
        made.add_component(_event(each, uid, as_of))
    return bytes(made.to_ical())


def _uid(day: DayToAct) -> str:
    return str(uuid5(_ENTRIES, day.identity or f"{day.on} {day.title} {day.note}"))


def _event(day: DayToAct, uid: str, as_of: dt.date) -> Event:
    made = Event()
    made.add("uid", uid)
    made.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    made.add("sequence", as_of.toordinal())  # of two files the later prevails
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
