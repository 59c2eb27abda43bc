"""Work: who worked when, for how many hours, and which exhibit says so."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.facts.pay import NoPay, Paid, Pay
from remedies.figures import Evidence

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Weekdays in the order of ``datetime.date.weekday``."""

EVERY_DAY = tuple(range(7))
ONE_DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
_DAYS_BACK = [days * ONE_DAY for days in range(7)]


@dataclass(frozen=True, slots=True)
class PerWorkweek:
    """Hours in a full workweek, spread evenly over its days of work (0 = Monday)."""

    hours: Fraction
    days: tuple[int, ...] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class PerDay:
    """Hours on each day of work."""

    hours: Fraction
    days: tuple[int, ...] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class Daily:
    """Hours by weekday, Monday first; zero on days off. ``stated`` is the total that a record states."""

    by_day: tuple[Fraction, ...]
    stated: Fraction | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """The weekdays of work."""
        return tuple(day for day, hours in enumerate(self.by_day) if hours)


@dataclass(frozen=True, slots=True)
class Record:
    """Hours recorded for one date; ``start`` and ``end`` when clock times were recorded."""

    on: dt.date
    hours: Fraction
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """Hours recorded date by date; a date without a record was not worked."""

    records: tuple[Record, ...]


Hours = PerWorkweek | PerDay | Daily | Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days inside a period on which no work was done, both ends included."""

    begins_on: dt.date
    ends_on: dt.date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How the Fair Labor Standards Act reaches the work.

    ``group`` names the coverage group, needed before 1978; ``lives_in`` and ``third_party_employer``
    matter for domestic service; ``agriculture`` says that the work was that; ``proven`` says whether
    enterprise or individual coverage is proven.
    """

    group: str | None = None
    domestic_service: bool = False
    lives_in: bool = False
    third_party_employer: bool = False
    agriculture: bool | None = None
    proven: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPeriod:
    """One period with one pattern of work and pay, both ends included."""

    begins_on: dt.date
    ends_on: dt.date
    hours: Hours
    workweek_starts_on: int = 6
    pay: Pay = NoPay()  # noqa: RUF009 - an immutable value without fields
    paid: Paid | None = None
    bonus_per_workweek: Fraction | None = None
    place: str = ""
    place_tier: str = ""
    occupation: str = ""
    away: tuple[Away, ...] = ()
    coverage: Coverage = Coverage()
    exhibit: str = ""
    evidence: Evidence | None = None

    def spans(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Yield the stretches of the period between days away, both ends included."""
        begins_on = self.begins_on
        for away in sorted(self.away, key=lambda a: a.begins_on):
            if begins_on < away.begins_on:
                yield begins_on, away.begins_on - ONE_DAY
            begins_on = away.ends_on + ONE_DAY
        if begins_on <= self.ends_on:
            yield begins_on, self.ends_on

    def days_worked(self) -> Iterator[dt.date]:
        """Yield the days on which hours were worked."""
        if isinstance(self.hours, Records):
            yield from (record.on for record in self.hours.records if record.hours)
            return
        for first, last in self.spans():
            for offset in range((last - first).days + 1):
                day = first + offset * ONE_DAY
                if day.weekday() in self.hours.days:
                    yield day

    def week_of(self, day: dt.date) -> dt.date:
        """Return the first day of the workweek that holds ``day`` (29 C.F.R. § 778.105)."""
        return day - _DAYS_BACK[(day.weekday() - self.workweek_starts_on) % 7]

    def weeks_of(self, days: Iterable[dt.date]) -> Iterator[dt.date]:
        """Yield the first day of each workweek that holds any of ``days``, which come in order."""
        over = dt.date.min
        for day in days:
            if day >= over:
                starts_on = self.week_of(day)
                over = starts_on + WEEK
                yield starts_on
