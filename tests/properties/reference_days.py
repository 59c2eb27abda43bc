"""The slow reference's calendar: one period of the claim, day by day, and the hours that count.

Nothing of the program is used. Sources: 29 C.F.R. §§ 552.102, 778.104, 778.105, 785.17, 785.19, 785.22,
785.23.
"""

import datetime as dt
from fractions import Fraction
from typing import Any

from tests.properties.reference_law import DEFAULTS, Positions

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STARTS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ONE_DAY = dt.timedelta(days=1)
MIDNIGHT = 24 * 60
ZERO = Fraction(0)


def total(values: Any) -> Fraction:  # noqa: ANN401 - anything with fractions in it
    """Add up fractions."""
    return sum(values, ZERO)


Part = tuple[dt.date, Fraction, Fraction | None]
"""Hours recorded on a date, and their rate where they have one."""


def recorded(record: dict[str, Any], rounded: int) -> list[Part]:
    """Return the dates and hours of a record: a shift past midnight is on two dates."""
    on = dt.date.fromisoformat(record["on"])
    rate = Fraction(record["rate"]) if "rate" in record else None
    if "hours" in record:
        return [(on, Fraction(record["hours"]), rate)]
    begins, ends = (nearest(minute, rounded) for minute in clock(record))
    relieved = int(record.get("relieved_minutes", "0"))
    before, after = min(ends, MIDNIGHT) - begins, max(0, ends - MIDNIGHT)
    # A break lies in the longer part; what is longer than that lies in the other.
    if before >= after:
        before, after = max(0, before - relieved), after - max(0, relieved - before)
    else:
        before, after = before - max(0, relieved - after), max(0, after - relieved)
    parts = [(on, Fraction(before, 60), rate), (on + ONE_DAY, Fraction(after, 60), rate)]
    return [part for part in parts if part[1]]


def clock(record: dict[str, Any]) -> tuple[int, int]:
    """Return start and end in minutes after the midnight that begins the record's date."""
    days = dt.date.fromisoformat(record.get("ends_on", record["on"]))
    later = (days - dt.date.fromisoformat(record["on"])).days
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in (record["start"], record["end"]))
    return start, end + later * MIDNIGHT


def nearest(minute: int, step: int) -> int:
    """Return a minute to the nearest step, half of one up (29 C.F.R. § 785.48(b))."""
    return (2 * minute + step) // (2 * step) * step


def _morning_after(record: dict[str, Any], records: list[dict[str, Any]]) -> list[dt.date]:
    """Return the date on which a shift only ends: its day of work is that on which it began."""
    ends_on = record.get("ends_on", record["on"])
    if ends_on == record["on"] or any(other["on"] == ends_on for other in records):
        return []
    return [dt.date.fromisoformat(ends_on)]


class Period:
    """One period of the claim, day by day."""

    def __init__(self, data: dict[str, Any], positions: Positions = DEFAULTS) -> None:
        """Walk the calendar once."""
        self.data = data
        self.positions = positions
        self.coverage: dict[str, Any] = {**data.get("coverage", {}), "last_day": data["to"]}
        self.start = STARTS.index(data["workweek_starts_on"])
        records = data["hours"].get("records", ())
        rounded = int(data["hours"].get("rounded_to_minutes", "1"))
        self.parts = [part for record in records for part in recorded(record, rounded)]
        self.stated: dict[dt.date, Fraction] = {}
        day = dt.date.fromisoformat(data["from"])
        while day <= dt.date.fromisoformat(data["to"]):
            if not any(a["from"] <= day.isoformat() <= a["to"] for a in data.get("away", ())):
                self.stated[day] = self._stated_on(day)
            day += ONE_DAY
        self.hours = {day: self._counted(hours) for day, hours in self.stated.items()}
        self.worked = {day for day, hours in self.stated.items() if hours}
        self.worked -= {day for record in records for day in _morning_after(record, records)}
        self._by_week: dict[dt.date, Fraction] = {}

    @property
    def by_record(self) -> bool:
        """Whether the hours are given date by date."""
        return "records" in self.data["hours"]

    def _stated_on(self, day: dt.date) -> Fraction:
        if self.by_record:
            return total(hours for on, hours, _ in self.parts if on == day)
        return self._of_pattern(NAMES[day.weekday()])

    def _of_pattern(self, name: str) -> Fraction:
        hours = self.data["hours"]
        if "daily" in hours:
            return Fraction(hours["daily"].get(name, "0"))
        if name not in hours["days"]:
            return ZERO
        if "per_day" in hours:
            return Fraction(hours["per_day"])
        return Fraction(hours["per_workweek"]) / len(hours["days"])

    def _counted(self, stated: Fraction) -> Fraction:
        return max(ZERO, stated - self.excluded()) if stated else ZERO

    def excluded(self) -> Fraction:
        """Return the hours of a day of work that do not count."""
        return self._asleep() + self._at_meals() + self._on_call()

    def _agreed(self) -> bool:
        """Return whether there is an agreement on sleep and meals that may be heard."""
        sleep = self.data.get("sleep") or {}
        heard = self.positions["sleep_and_meal_agreement"] == "exclude_by_agreement"
        return heard and bool(sleep.get("agreed_freely"))

    def _asleep(self) -> Fraction:
        sleep = self.data.get("sleep")
        if not sleep or not self._agreed() or not sleep.get("facilities"):
            return ZERO
        if Fraction(sleep.get("uninterrupted_hours", "0")) < 5:
            return ZERO
        if sleep.get("resides"):
            return Fraction(sleep["hours_per_day"])
        if Fraction(sleep.get("on_duty_hours", "0")) < 24:
            return ZERO
        return min(Fraction(8), Fraction(sleep["hours_per_day"]))

    def _at_meals(self) -> Fraction:
        meals = self.data.get("meals")
        if not meals or not meals.get("relieved") or Fraction(meals.get("minutes_each", "0")) < 30:
            return ZERO
        sleep = self.data.get("sleep") or {}
        long_duty = sleep.get("resides") or Fraction(sleep.get("on_duty_hours", "0")) >= 24
        # On a turn of duty of 24 hours meals count unless there is an agreement (§§ 785.22(a), 552.102(a)).
        return Fraction(meals["hours_per_day"]) if self._agreed() or not long_duty else ZERO

    def _on_call(self) -> Fraction:
        on_call = self.data.get("on_call")
        own = on_call and on_call.get("own_time")
        if not own or self.positions["on_call_time"] != "exclude_own_time":
            return ZERO
        return Fraction(self.data["on_call"]["hours_per_day"])

    def week(self, day: dt.date) -> dt.date:
        """Return the first day of the workweek of a day."""
        while day.weekday() != self.start:
            day -= ONE_DAY
        return day

    def days_in(self, week: dt.date) -> list[dt.date]:
        """Return the days of the period, days away apart, in one workweek."""
        seven = [week + n * ONE_DAY for n in range(7)]
        return [day for day in seven if day in self.hours]

    def days_worked(self, week: dt.date) -> int:
        """Return the number of days of work in one workweek."""
        return sum(1 for day in self.days_in(week) if day in self.worked)

    def hours_in(self, week: dt.date) -> Fraction:
        """Return the hours worked in one workweek."""
        if week not in self._by_week:
            self._by_week[week] = total(self.hours[day] for day in self.days_in(week))
        return self._by_week[week]

    def share(self, week: dt.date, since: dt.date = dt.date.min) -> Fraction:
        """Return what part of a full workweek the period has of this one, from a day on."""
        days = [day for day in self.days_in(week) if day >= since]
        if self.by_record:
            sides = {day >= since for day in self.days_in(week) if self.hours[day]}
            # Dates without work go with the side of the day on which there is work.
            count = len(days) if sides == {True, False} else len(self.days_in(week))
            return Fraction(count, 7) if True in sides else ZERO
        names = [name for name in NAMES if self._of_pattern(name)]
        here = [day for day in days if NAMES[day.weekday()] in names]
        return Fraction(len(here), len(names))

    def full_hours(self) -> Fraction:
        """Return the hours of a full workweek of the pattern."""
        return total(self._counted(self._of_pattern(name)) for name in NAMES)
