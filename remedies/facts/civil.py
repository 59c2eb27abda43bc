"""Civil: the facts of a civil wage claim that work and pay do not show, and what contradicts them."""

import datetime as dt
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from remedies.errors import Problem
from remedies.facts.hours import Hours, PerDay, PerWorkweek, Records
from remedies.facts.work import Program, WorkPeriod
from remedies.figures import Evidence
from remedies.operations import ZERO

HOURS_IN_A_DAY = 24
ONE_DAY = dt.timedelta(days=1)
_LETTERS = (
    "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV "
    "NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY AS GU MP PR VI"
)
STATES = frozenset(_LETTERS.split())
"""The letters of the states, the District and the territories, as a place names them after ``US-``."""
H2B_DAYS, H2B_SHORT_DAYS = 84, 42
"""The longest block of an H-2B guarantee in days: 12 weeks, or 6 for a job order under 120 days."""


class PayEvery(StrEnum):
    """How often wages are paid."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paydays:
    """When wages were regularly due: ``days_after`` the last day of each pay period.

    ``first`` is the first day of any one pay period of a week or of two weeks; half months end on the 15th
    and the last day of a month, months on their last day.
    """

    every: PayEvery
    first: dt.date | None = None
    days_after: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolled:
    """Days in which time did not run against the claim, both ends included."""

    begins_on: dt.date
    ends_on: dt.date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Hours from the beginning to the end of each workday of some dates, meals and time off included."""

    begins_on: dt.date
    ends_on: dt.date
    hours: Fraction
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteedContract:
    """An H-2A contract, or one block of an H-2B contract, and the hours that were offered in it.

    ``workdays`` leaves out what the rules leave out; ``hours_offered`` counts hours worked and hours offered
    and refused up to the stated workday; ``paid`` is what was paid for hours that were not offered.
    """

    program: Program
    begins_on: dt.date
    ends_on: dt.date
    workdays: Fraction
    hours_per_workday: Fraction
    hours_offered: Fraction
    rate: Fraction
    paid: Fraction = Fraction(0)
    short_job_order: bool = False
    exhibit: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Civil:
    """What a civil claim needs beside the work: when it was filed, what is proven, what was chosen.

    ``filed_on`` is the day from which limitation counts back: the complaint's, or that of a tolling
    agreement; ``consent_on`` the filing of a written consent in a collective action. ``interest_to`` is the
    last day that bears interest, ``interest_from`` a single reasonable intermediate date. ``tiers`` names,
    by the key of an item of law, the tier that applies.
    """

    filed_on: dt.date
    interest_to: dt.date
    consent_on: dt.date | None = None
    willful: bool = False
    good_faith_shown: bool = False
    separated_on: dt.date | None = None
    final_wages_paid_on: dt.date | None = None
    notice_on: dt.date | None = None
    interest_from: dt.date | None = None
    paydays: Paydays | None = None
    tolled: tuple[Tolled, ...] = ()
    spreads: tuple[Spread, ...] = ()
    contracts: tuple[GuaranteedContract, ...] = ()
    tiers: Mapping[str, str] = field(default_factory=dict)


def civil_problems(civil: Civil, work: Mapping[int, WorkPeriod]) -> Iterator[Problem]:
    """Yield what contradicts itself or the work, each problem under its field of the claim."""
    yield from _dates(civil, work)
    yield from _paydays(civil.paydays)
    dated: dict[str, Sequence[Tolled | Spread]] = {
        "tolled": civil.tolled,
        "spreads": civil.spreads,
    }
    for name, entries in dated.items():
        for i, entry in enumerate(entries):
            if entry.ends_on < entry.begins_on:
                yield _reversed(f"civil.{name}[{i}]")
    for i, spread in enumerate(civil.spreads):
        yield from _spread(f"civil.spreads[{i}].hours", spread, work.values())
    for i, contract in enumerate(civil.contracts):
        yield from _contract(f"civil.contracts[{i}]", contract)
    yield from _overlaps("civil.spreads", civil.spreads, "a day has one spread of hours")
    yield from _overlaps("civil.contracts", civil.contracts, "a day belongs to one contract")
    for i, period in work.items():
        yield from _place(f"work[{i}].place", period.place)


def is_abroad(place: str) -> bool:
    """Return whether a place is plainly outside the United States, such as MX or CA-ON.

    Two letters that are a state's too are not: they may stand for either.
    """
    found = _ABROAD.fullmatch(place)
    if found is None or found["country"] == "US":
        return False
    return found["part"] is not None or found["country"] not in STATES


_ABROAD = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<part>[A-Z0-9]{1,3}))?")
_HERE = re.compile(r"US-(?P<state>[A-Z]{2})(?:\.[a-z_]+)?")


def _place(where: str, place: str) -> Iterator[Problem]:
    """Yield what is wrong with a place; without one no state's law is applied, which the result says."""
    here = _HERE.fullmatch(place)
    if not place or is_abroad(place) or (here is not None and here["state"] in STATES):
        return
    why = (
        "is not a place of the form US-CA or US-CA.oakland, which a civil claim needs; write MX or "
        "CA-ON for work abroad, and leave out a place that is not known"
    )
    yield Problem(where, "place_required", why)


_ORDER = {"consent_on": operator.lt, "notice_on": operator.gt}
_WHY = {
    "consent_on": "must not be before filed_on: a consent counts from its own filing, and never before the "
    "complaint (29 U.S.C. § 256)",
    "notice_on": "must not be after filed_on: who brings a claim knows of it",
}


def _dates(civil: Civil, work: Mapping[int, WorkPeriod]) -> Iterator[Problem]:
    if civil.interest_to < civil.filed_on:
        why = "must not be before filed_on: interest runs on after a claim is filed"
        yield Problem("civil.interest_to", "out_of_order", why)
    if work and civil.filed_on < _first_day(work):
        why = "must not be before the first day of the work"
        yield Problem("civil.filed_on", "before_work", why)
    for name, day in (("consent_on", civil.consent_on), ("notice_on", civil.notice_on)):
        if day is not None and _ORDER[name](day, civil.filed_on):
            yield Problem(f"civil.{name}", "out_of_order", _WHY[name])
    last = max((period.ends_on for period in work.values()), default=None)
    if last is not None and civil.separated_on is not None and civil.separated_on < last:
        why = "must not be before the last day of the work"
        yield Problem("civil.separated_on", "before_work_ended", why)
    if civil.final_wages_paid_on is not None and (
        civil.separated_on is None or civil.final_wages_paid_on < civil.separated_on
    ):
        why = "needs separated_on, and must not be before it"
        yield Problem("civil.final_wages_paid_on", "out_of_order", why)
    if civil.interest_from is not None and civil.interest_from > civil.interest_to:
        yield Problem("civil.interest_from", "out_of_order", "must not be after interest_to")
    elif work and civil.interest_from is not None and civil.interest_from < _first_day(work):
        why = "must not be before the first day of the work: no wages bear interest before they were earned"
        yield Problem("civil.interest_from", "before_work", why)


def _first_day(work: Mapping[int, WorkPeriod]) -> dt.date:
    return min(period.begins_on for period in work.values())


def _paydays(paydays: Paydays | None) -> Iterator[Problem]:
    if paydays is None:
        return
    counted = paydays.every in {PayEvery.WEEK, PayEvery.TWO_WEEKS}
    if counted and paydays.first is None:
        why = "is needed for pay by the week or by two weeks: the first day of any one pay period"
        yield Problem("civil.paydays.first", "required", why)
    if not counted and paydays.first is not None:
        why = "does not belong here: half months and months begin where the calendar says"
        yield Problem("civil.paydays.first", "does_not_belong", why)


def _spread(where: str, spread: Spread, work: Iterable[WorkPeriod]) -> Iterator[Problem]:
    if spread.hours > HOURS_IN_A_DAY:
        yield Problem(where, "too_many_hours", "a day has 24 hours")
        return
    if any(spread.hours < _most_hours(period, spread) for period in work):
        why = (
            "must not be less than the hours worked on any of these days: a spread holds them all"
        )
        yield Problem(where, "inconsistent", why)


def _most_hours(period: WorkPeriod, spread: Spread) -> Fraction:
    """Return the most hours that a period states for a day of a spread."""
    first, last = max(period.begins_on, spread.begins_on), min(period.ends_on, spread.ends_on)
    if last < first:
        return ZERO
    if isinstance(period.hours, Records):
        found: dict[dt.date, Fraction] = {}
        for record in period.hours.records:
            if first <= record.on <= last and not record.continues:
                found[record.on] = found.get(record.on, ZERO) + record.hours
        return max(found.values(), default=ZERO)
    count = min((last - first).days + 1, 7)
    weekdays = [(first + n * ONE_DAY).weekday() for n in range(count)]
    return max((_hours_on(period.hours, weekday) for weekday in weekdays), default=ZERO)


def _hours_on(hours: Hours, weekday: int) -> Fraction:
    """Return the hours that a pattern gives a weekday."""
    assert not isinstance(hours, Records)  # noqa: S101 - the caller looked
    if weekday not in hours.days:
        return ZERO
    if isinstance(hours, PerDay):
        return hours.hours
    if isinstance(hours, PerWorkweek):
        return hours.hours / len(hours.days)
    return hours.by_day[weekday]


def _overlaps(
    where: str, entries: Sequence[Spread | GuaranteedContract], why: str
) -> Iterator[Problem]:
    """Yield each entry that shares a day with an earlier one of the list."""
    for i, entry in enumerate(entries):
        for k, earlier in enumerate(entries[:i]):
            if max(entry.begins_on, earlier.begins_on) <= min(entry.ends_on, earlier.ends_on):
                yield Problem(f"{where}[{i}].from", "overlap", f"overlaps {where}[{k}]; {why}")
                break


def _contract(where: str, contract: GuaranteedContract) -> Iterator[Problem]:
    if contract.ends_on < contract.begins_on:
        yield _reversed(where)
        return
    days = (contract.ends_on - contract.begins_on).days + 1
    if contract.workdays > days:
        yield Problem(f"{where}.workdays", "out_of_range", f"the dates hold {days} days")
    if contract.hours_per_workday > HOURS_IN_A_DAY:
        yield Problem(f"{where}.hours_per_workday", "too_many_hours", "a day has 24 hours")
    most = H2B_SHORT_DAYS if contract.short_job_order else H2B_DAYS
    if contract.program is Program.H2B and days > most:
        why = f"the guarantee counts by blocks of {most // 7} weeks; give each block an entry"
        yield Problem(f"{where}.to", "out_of_range", why)
    if contract.program is Program.H2A and contract.short_job_order:
        why = "is about H-2B blocks; an H-2A guarantee counts over the whole contract"
        yield Problem(f"{where}.short_job_order", "does_not_belong", why)


def _reversed(where: str) -> Problem:
    return Problem(f"{where}.to", "reversed_period", "must not be before from")
