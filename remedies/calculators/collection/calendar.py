"""Days: the legal holidays of the United States, and days counted forward and backward.

Authority:
    5 U.S.C. § 6103(a): the legal public holidays.
    Fed. R. Crim. P. 45(a)(1): the day of the event is left out, every day is counted, and a last day that is
        a Saturday, Sunday or legal holiday gives way to the next day that is none.
    Fed. R. Crim. P. 45(a)(5): next is later for a period after an event, earlier for one before it.
    Fed. R. Crim. P. 45(a)(6): legal holidays; those of the state count for periods after an event only.

Days that the President or Congress declared, and a state's holidays, are facts: ``Declared`` names them.
"""

import datetime as dt
from calendar import SATURDAY, SUNDAY, day_name, month_name, monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from remedies.errors import LawNotEncodedError
from remedies.figures import Authority
from remedies.law import Law, Term

HOLIDAYS = "us.legal_holidays"
DAY = dt.timedelta(days=1)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_YEARS_KEPT = 512


@dataclass(frozen=True, slots=True)
class Holiday:
    """A legal holiday; ``instead`` where it is the weekday kept for one that fell on a weekend."""

    on: dt.date
    name: str
    authority: Authority
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """Days declared holidays besides the legal public ones: by the President or Congress, by the state."""

    federal: frozenset[dt.date] = frozenset()
    state: frozenset[dt.date] = frozenset()


NONE_DECLARED = Declared()


class Observed(Enum):
    """Whether the weekday kept for a holiday that falls on a weekend is a legal holiday too."""

    WEEKDAY_TOO = "weekday_too"
    DAY_ONLY = "day_only"


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one court: its law, days declared holidays, and what is kept for a weekend's holiday.

    Raises:
        LawNotEncodedError: from every method, where the holidays of the year are not encoded.

    """

    law: Law
    declared: Declared = NONE_DECLARED
    observed: Observed = Observed.WEEKDAY_TOO

    def holiday(self, day: dt.date) -> Holiday | None:
        """Return the legal holiday of the United States that a day is, or None."""
        found = _year(self.law, day.year).get(day)
        if found is not None and found.instead and self.observed is Observed.DAY_ONLY:
            return None
        return found

    def is_open(self, day: dt.date, *, state: bool = True) -> bool:
        """Return whether a day is no Saturday, Sunday or legal holiday."""
        closed = day in self.declared.federal or (state and day in self.declared.state)
        return day.weekday() < SATURDAY and not closed and self.holiday(day) is None

    def next_open(self, day: dt.date, *, state: bool = True) -> dt.date:
        """Return the first day, from ``day`` on, that is no Saturday, Sunday or legal holiday."""
        while not self.is_open(day, state=state):
            day += DAY
        return day

    def due_after(self, event: dt.date, days: int) -> dt.date:
        """Return the last day of a period of ``days`` after an event (Fed. R. Crim. P. 45(a)(1))."""
        return self.next_open(event + days * DAY)

    def due_before(self, event: dt.date, days: int) -> dt.date:
        """Return the last day on which something can be done ``days`` before an event (Rule 45(a)(5))."""
        day = event - days * DAY
        while not self.is_open(day, state=False):
            day -= DAY
        return day

    def working_days_after(self, event: dt.date, days: int) -> dt.date:
        """Return the last of so many working days after an event; the day of the event is not counted."""
        day = event
        for _ in range(days):
            day = self.next_open(day + DAY, state=False)
        return day


def legal_holiday(day: dt.date, law: Law) -> Holiday | None:
    """Return the legal public holiday of the United States that a day is, or is kept for; or None.

    Raises:
        LawNotEncodedError: the holidays of that year are not encoded.

    """
    return Days(law).holiday(day)


def holidays(year: int, law: Law) -> tuple[Holiday, ...]:
    """Return the legal public holidays of a year in order, and the weekdays kept for those on a weekend.

    Raises:
        LawNotEncodedError: the holidays of that year are not encoded.

    """
    return tuple(sorted(_year(law, year).values(), key=_by_day))


def due_after(event: dt.date, days: int, law: Law, declared: Declared = NONE_DECLARED) -> dt.date:
    """Return the last day of a period after an event (Fed. R. Crim. P. 45(a)(1)).

    Raises:
        LawNotEncodedError: the holidays of that year are not encoded.

    """
    return Days(law, declared).due_after(event, days)


def due_before(event: dt.date, days: int, law: Law, declared: Declared = NONE_DECLARED) -> dt.date:
    """Return the last day on which something can be done so many days before an event (Rule 45(a)(5)).

    Raises:
        LawNotEncodedError: the holidays of that year are not encoded.

    """
    return Days(law, declared).due_before(event, days)


def _by_day(holiday: Holiday) -> dt.date:
    return holiday.on


@lru_cache(maxsize=_YEARS_KEPT)
def _year(law: Law, year: int) -> Mapping[dt.date, Holiday]:
    """Return the holidays of a year by day; New Year's Day of the next may be kept on December 31."""
    found: dict[dt.date, Holiday] = {}
    for holiday in (*_named(law, year), *_named(law, year + 1)):
        for kept in (holiday, *_instead(holiday)):
            if kept.on.year == year:
                found.setdefault(kept.on, kept)
    return found


def _named(law: Law, year: int) -> Iterator[Holiday]:
    item = law.item(HOLIDAYS)
    day = dt.date(year, 12, 31)
    if day > item.known_through or day < item.changes[0]:
        why = f"the legal holidays of {year} are not encoded"
        raise LawNotEncodedError(HOLIDAYS, why, on=day, how=item.how_to_add)
    for version in item.versions:
        on = _day(version.terms, year)
        (tier,) = version.tiers
        series = item.series[tier]
        if series.on(on) is version:
            yield Holiday(on, item.tiers[tier], version.authority)


def _instead(holiday: Holiday) -> Iterator[Holiday]:
    weekday = holiday.on.weekday()
    if weekday in {SATURDAY, SUNDAY}:
        on = holiday.on + (DAY if weekday == SUNDAY else -DAY)
        yield Holiday(on, holiday.name, holiday.authority, instead=True)


def _day(terms: Mapping[str, Term], year: int) -> dt.date:
    month = list(month_name).index(str(terms["month"]))
    if "day" in terms:
        return dt.date(year, month, int(Fraction(terms["day"])))
    weekday = list(day_name).index(str(terms["weekday"]))
    place = _PLACES[str(terms["which"])]
    first = dt.date(year, month, 1)
    days = range(monthrange(year, month)[1])
    return [day for n in days if (day := first + n * DAY).weekday() == weekday][place]
