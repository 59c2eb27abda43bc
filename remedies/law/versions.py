"""Versions: what the law provides from a day on, when that was recorded, and which version applies.

Two calendars meet here. ``effective_on`` is the day from which a version is law; ``recorded_on`` the
day on which this project wrote it down. A correction is a version recorded later: of one day and tier
the later record applies, and what ``replaces`` names is withdrawn from then on.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from remedies.errors import LawDataError
from remedies.figures import Authority, Figure, lawful
from remedies.operations import Unit

DAY = dt.timedelta(days=1)

Term = str | Fraction | bool


class Begins(StrEnum):
    """How well the first day of a version is known."""

    ON = "on"
    BY = "by"
    ABOUT = "about"


@dataclass(frozen=True)
class Version:
    """What the law provides from a day on: a value, terms, or nothing; with the words that say so."""

    name: str
    unit: Unit | None
    effective_on: dt.date
    recorded_on: dt.date
    authority: Authority
    value: Fraction | None = None
    terms: Mapping[str, Term] = field(default_factory=dict)
    none: str = ""
    tiers: tuple[str, ...] = ()
    quoted_as: str = ""
    begins: Begins = Begins.ON
    ends_on: dt.date | None = None
    replaces: dt.date | None = None
    source: str = ""
    printed: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    @cached_property
    def figure(self) -> Figure:
        """The value as a line of a worksheet."""
        if self.value is None or self.unit is None:
            msg = f"{self.name} of {self.effective_on}: it has no value"
            raise LawDataError(msg)
        return lawful(self.name, self.value, self.unit, self.authority)


class Series:
    """One tier's versions in order of their days, each with the last day on which it applies."""

    __slots__ = ("days", "until", "versions", "withdrawn")

    def __init__(self, versions: Iterable[Version], known_through: dt.date) -> None:
        """Apply corrections in the order in which they were recorded.

        Raises:
            LawDataError: two versions of one day were recorded on one day, or what one replaces is absent.

        """
        self.withdrawn: dict[int, Version] = {}
        standing: dict[dt.date, Version] = {}
        for version in sorted(versions, key=lambda v: v.recorded_on):
            for day in {version.effective_on, version.replaces or version.effective_on}:
                self._withdraw(day, version, standing)
            standing[version.effective_on] = version
        self.days = sorted(standing)
        self.versions: list[Version | None] = [standing[day] for day in self.days]
        self.until = [_until(standing[day], known_through) for day in self.days]

    def _withdraw(self, day: dt.date, version: Version, standing: dict[dt.date, Version]) -> None:
        former = standing.pop(day, None)
        if former is not None and former.recorded_on == version.recorded_on:
            msg = f"{version.name}: two versions of {day} in one tier"
            raise LawDataError(msg)
        if former is not None:
            self.withdrawn[id(former)] = version
        elif day == version.replaces:
            msg = f"{version.name}: there is no version of {day} to replace"
            raise LawDataError(msg)

    @classmethod
    def agreed(cls, series: Collection["Series"], known_through: dt.date) -> "Series":
        """Return the versions on which all of several tiers agree, and None where they part."""
        made = cls((), known_through)
        ends = {end + DAY for own in series for end in own.until if end < known_through}
        days = sorted(ends.union(*(own.days for own in series)) - {dt.date.min + DAY})
        for day in days:
            found = [own.on(day) for own in series]
            first = found[0]
            same = first and all(v and _says(v) == _says(first) for v in found)
            made.days.append(day)
            made.versions.append(first if same else _none_of_all(series, day))
            made.until.append(known_through if same else dt.date.min)
        return made

    def last_before(self, day: dt.date) -> Version | None:
        """Return the version of the last first day that is not after ``day``."""
        place = bisect_right(self.days, day)
        return self.versions[place - 1] if place else None

    def on(self, day: dt.date) -> Version | None:
        """Return the version that applies on ``day``, or None."""
        place = bisect_right(self.days, day)
        return self.versions[place - 1] if place and day <= self.until[place - 1] else None

    def after(self, day: dt.date) -> dt.date | None:
        """Return the first day of the version that follows the one in force on ``day``, or None."""
        place = bisect_right(self.days, day)
        return self.days[place] if place < len(self.days) else None


def _none_of_all(series: Collection[Series], day: dt.date) -> Version | None:
    """Return the record by which the law provides nothing to any tier on ``day``, if there is one."""
    last = [own.last_before(day) for own in series]
    first = last[0]
    return first if first and first.none and all(v is first for v in last) else None


def _until(version: Version, known_through: dt.date) -> dt.date:
    if version.none:
        return dt.date.min
    return min(version.ends_on or known_through, known_through)


def _says(version: Version) -> tuple[Fraction | None, Mapping[str, Term]]:
    return version.value, version.terms
