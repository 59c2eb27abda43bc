"""Hours: patterns, dated records, and the time in them that may not count as worked."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from remedies.operations import ZERO

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Weekdays in the order of ``datetime.date.weekday``."""

EVERY_DAY = tuple(range(7))


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


class Record(NamedTuple):
    """Hours recorded for one date, or for a part of it.

    ``clock`` says in words which times were recorded; ``begins`` and ``ends`` are the times that count, in
    minutes after the date's midnight, at most 1440. A shift past midnight is two records, the second of
    which ``continues`` the first. ``rate`` is the rate of the hours in dollars an hour, where each record
    states one; ``relieved`` the hours of breaks that were taken off.
    """

    on: dt.date
    hours: Fraction
    clock: str = ""
    begins: int | None = None
    ends: int | None = None
    rate: Fraction | None = None
    continues: bool = False
    relieved: Fraction = ZERO


@dataclass(frozen=True, slots=True)
class Records:
    """Hours recorded date by date; a date without a record was not worked.

    ``time_zone`` says whose clocks they are, where it is known; ``rounded_to`` the minutes to which their
    times were rounded, if they were, and ``unrounded`` the hours of all of them without that.
    """

    records: tuple[Record, ...]
    time_zone: str = ""
    rounded_to: int | None = None
    unrounded: Fraction | None = None


Hours = PerWorkweek | PerDay | Daily | Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """Time asleep in the hours of each day of work (29 C.F.R. §§ 785.20-785.23, 552.102).

    ``on_duty_hours`` is the length of the turn of duty, ``uninterrupted_hours`` the sleep that the worker
    could get; ``agreed_freely`` says that an agreement was made without coercion, ``facilities`` that there
    was an adequate place to sleep, ``resides`` that the worker lived there.
    """

    hours_per_day: Fraction
    on_duty_hours: Fraction | None = None
    uninterrupted_hours: Fraction | None = None
    agreed_freely: bool = False
    facilities: bool = False
    resides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meals:
    """Time at meals in the hours of each day of work (29 C.F.R. § 785.19).

    ``minutes_each`` is the length of one meal period, ``relieved`` says that the worker was completely
    relieved from duty.
    """

    hours_per_day: Fraction
    minutes_each: Fraction | None = None
    relieved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """Time on call or waiting in the hours of each day of work (29 C.F.R. §§ 785.15-785.17).

    ``own_time`` says that the worker could use it effectively for their own purposes.
    """

    hours_per_day: Fraction
    own_time: bool = False
