"""A calendar file is read by a calendar, reminds only of what lies ahead, and is the same each time."""

import datetime as dt

from icalendar import Calendar

from remedies.documents.calendar import DayToAct, calendar

AS_OF = dt.date(2026, 11, 22)
DAYS = [
    DayToAct(on=dt.date(2027, 3, 1), title="Date to check", note="Ask; first, then; act\nsoon, ñ"),
    DayToAct(on=dt.date(2026, 11, 30), title="Date to check"),
    DayToAct(on=dt.date(2020, 2, 29), title="A day that has passed"),
]


def read(content: bytes) -> list[tuple[dt.date, str, int]]:
    return [
        (event.start, str(event["summary"]), len(event.subcomponents))
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_days_come_in_order_with_reminders_that_lie_ahead() -> None:
    assert read(calendar(DAYS, AS_OF)) == [
        (dt.date(2020, 2, 29), "A day that has passed", 0),
        (dt.date(2026, 11, 30), "Date to check", 2),
        (dt.date(2027, 3, 1), "Date to check", 3),
    ]


def test_signs_and_letters_come_back_as_they_were_and_no_line_is_too_long() -> None:
    content = calendar(DAYS, AS_OF)
    (found,) = [
        event for event in Calendar.from_ical(content).walk("VEVENT") if "description" in event
    ]
    assert str(found["description"]) == DAYS[0].note
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_the_same_days_are_the_same_bytes_in_any_order() -> None:
    assert calendar(DAYS, AS_OF) == calendar(reversed(DAYS), AS_OF)
