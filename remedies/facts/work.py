"""Work: who worked when, for how many hours, and which exhibit says so."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from remedies.facts.hours import Hours, Meals, OnCall, Records, Sleep
from remedies.facts.paid import Deduction, Facility, Paid, Tips
from remedies.facts.pay import Bonus, NoPay, Pay
from remedies.figures import Evidence

ONE_DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
_DAYS_BACK = [days * ONE_DAY for days in range(7)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days inside a period on which no work was done, both ends included."""

    begins_on: dt.date
    ends_on: dt.date
    why: str = ""


class Program(StrEnum):
    """A visa program whose required rates bind the employer."""

    H2A = "h2a"
    H2B = "h2b"


class Contract(StrEnum):
    """An executive order that sets a minimum wage for federal contracts."""

    EO_13658 = "eo_13658"
    EO_14026 = "eo_14026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How the Fair Labor Standards Act reaches the work.

    ``group`` names the coverage group, needed before 1978; ``lives_in``, ``third_party_employer`` and
    ``companionship`` matter for domestic service; ``agriculture`` says that the work was that, and
    ``small_farm`` that its employer used no more than 500 man-days in any quarter of the year before;
    ``youth_from`` and ``youth_through`` are the first day of employment and the last day before the age of
    twenty, where a youth wage is claimed; ``eight_and_eighty_from`` is the first day of a period of 14
    days under 29 U.S.C. § 207(j); ``program`` and ``contract`` name a visa program and an executive order
    whose rates bind the employer; ``proven`` says whether enterprise or individual coverage is proven.
    """

    group: str | None = None
    domestic_service: bool = False
    lives_in: bool = False
    third_party_employer: bool = False
    companionship: bool = False
    agriculture: bool | None = None
    small_farm: bool = False
    youth_from: dt.date | None = None
    youth_through: dt.date | None = None
    eight_and_eighty_from: dt.date | None = None
    program: Program | None = None
    contract: Contract | None = None
    proven: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPeriod:
    """One period with one pattern of work and pay, both ends included.

    ``records_kept`` says whether the employer kept records of hours and pay; ``account`` names the account
    of the facts that the period belongs to, where a claim has several.
    """

    begins_on: dt.date
    ends_on: dt.date
    hours: Hours
    workweek_starts_on: int = 6
    pay: Pay = NoPay()  # noqa: RUF009 - an immutable value without fields
    paid: Paid | None = None
    bonuses: tuple[Bonus, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    facilities: tuple[Facility, ...] = ()
    tips: Tips | None = None
    sleep: Sleep | None = None
    meals: Meals | None = None
    on_call: OnCall | None = None
    records_kept: bool | None = None
    account: str = ""
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
            yield from dict.fromkeys(r.on for r in self.hours.records if r.hours)
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
