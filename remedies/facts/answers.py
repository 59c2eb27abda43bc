"""Answers: what a person says when asked which remedies may be open; no name, no address, no status.

Every answer may be left out. What is not said is not known, and nothing is concluded from it. A day may be
known to the month or the year only; then it is the span of days in which it lies.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from remedies.errors import Problem
from remedies.facts.civil import STATES
from remedies.facts.convictions import Statute

FIRST_YEAR: Final = 1950
"""The first year of which the questions speak."""

MOST_STATUTES: Final = 20

_ADULT: Final = 18
_MONTHS: Final = 12
_DAY: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?\Z", re.ASCII
)


class Known(StrEnum):
    """An answer to a question that can be answered with yes or no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Work(StrEnum):
    """What kind of work it was."""

    DOMESTIC = "domestic"
    CARE = "care"
    AGRICULTURE = "agriculture"
    RESTAURANT = "restaurant"
    HOTEL = "hotel"
    FACTORY = "factory"
    CONSTRUCTION = "construction"
    COMMERCIAL_SEX = "commercial_sex"
    OTHER = "other"


class Employer(StrEnum):
    """For whom the work was done."""

    PRIVATE_PERSON = "private_person"
    BUSINESS = "business"
    LABOR_CONTRACTOR = "labor_contractor"
    DIPLOMAT = "diplomat"
    FAMILY_MEMBER = "family_member"
    SEVERAL = "several"
    UNKNOWN = "unknown"


class Employees(StrEnum):
    """How many people the employer had working, in the bands of 42 U.S.C. §§ 1981a(b)(3), 2000e(b)."""

    UNDER_15 = "under_15"
    FROM_15 = "15_to_100"
    FROM_101 = "101_to_200"
    FROM_201 = "201_to_500"
    OVER_500 = "over_500"
    UNKNOWN = "unknown"


class JobProgram(StrEnum):
    """A program for temporary foreign workers that the job was part of."""

    H2A = "h2a"
    H2B = "h2b"
    OTHER = "other"
    NONE = "none"
    UNKNOWN = "unknown"
    RATHER_NOT_SAY = "rather_not_say"


class Paid(StrEnum):
    """How the work was paid."""

    NOTHING = "nothing"
    LESS = "less_than_promised"
    IN_FULL = "in_full"
    UNKNOWN = "unknown"


class Prosecution(StrEnum):
    """How far a criminal case has come."""

    NONE = "none"
    REPORTED = "reported_no_answer"
    INVESTIGATED = "investigated"
    DECLINED = "declined"
    CHARGED = "charged"
    CONVICTED = "convicted"
    SENTENCED = "sentenced"
    UNKNOWN = "unknown"


class Court(StrEnum):
    """Whose courts have the criminal case."""

    FEDERAL = "federal"
    STATE = "state"
    TRIBAL = "tribal"
    UNKNOWN = "unknown"


class Received(StrEnum):
    """Money that has come already for the same harm."""

    NONE = "none"
    RESTITUTION = "restitution"
    CIVIL_AWARD = "civil_award"
    WAGES = "wages"
    COMPENSATION = "compensation"


@dataclass(frozen=True, slots=True)
class Around:
    """A day, as well as it is known: it lies from ``first`` to ``last``."""

    first: dt.date
    last: dt.date

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What one person answered; ``state`` is a state or territory as a claim names it, ``US-CA``."""

    kinds_of_work: frozenset[Work] = frozenset()
    forced: Known = Known.UNKNOWN
    state: str = ""
    other_states: tuple[str, ...] = ()
    began_on: Around | None = None
    ended_on: Around | None = None
    minor_then: Known = Known.UNKNOWN
    turned_18_on: Around | None = None
    employer: Employer = Employer.UNKNOWN
    employees_band: Employees = Employees.UNKNOWN
    visa_program: JobProgram = JobProgram.UNKNOWN
    paid: Paid = Paid.UNKNOWN
    prosecution: Prosecution = Prosecution.UNKNOWN
    court: Court = Court.UNKNOWN
    sentenced_on: Around | None = None
    statutes: tuple[str, ...] = ()
    reported_to_police: Known = Known.UNKNOWN
    reported_on: Around | None = None
    property_seized: Known = Known.UNKNOWN
    debt_in_name: Known = Known.UNKNOWN
    discrimination: Known = Known.UNKNOWN
    injured: Known = Known.UNKNOWN
    arrested_for_it: Known = Known.UNKNOWN
    on_tribal_land_or_member: Known = Known.UNKNOWN
    outside_us: Known = Known.UNKNOWN
    received: frozenset[Received] = frozenset()


FIELDS: Final = tuple(field.name for field in fields(Answers))
"""Every question, by the name that its answer has."""


def around(text: str) -> Around | None:
    """Return the days that ``2019``, ``2019-05`` or ``2019-05-07`` may mean; None if it is none of these."""
    found = _DAY.match(text)
    if found is None:
        return None
    year = int(found["year"])
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    try:
        first = dt.date(year, month or 1, day or 1)
        last_month = month or _MONTHS
        last = dt.date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
    return Around(first, last)


def is_place(place: str) -> bool:
    """Return whether a text names a state or territory, as a claim does."""
    return place.startswith("US-") and place.removeprefix("US-") in STATES


def answers_problems(answers: Answers, as_of: dt.date) -> Iterator[Problem]:
    """Yield what contradicts itself, each problem under its field."""
    for name, place in (
        ("state", answers.state),
        *(("other_states", p) for p in answers.other_states),
    ):
        if place and not is_place(place):
            yield Problem(name, "unknown_place", "must be a state or territory such as US-CA")
    yield from _days(answers, as_of)
    yield from _age(answers)
    yield from _case(answers)
    if Received.NONE in answers.received and len(answers.received) > 1:
        yield Problem("received", "contradicts_itself", "nothing and something cannot both be")


def _days(answers: Answers, as_of: dt.date) -> Iterator[Problem]:
    for name in ("began_on", "ended_on", "sentenced_on", "reported_on", "turned_18_on"):
        found: Around | None = getattr(answers, name)
        if found is None:
            continue
        ahead = _ADULT if name == "turned_18_on" else 0
        if found.first.year < FIRST_YEAR:
            yield Problem(name, "too_early", f"must be of {FIRST_YEAR} or later")
        elif ahead == 0 and found.first > as_of:
            yield Problem(name, "in_the_future", "lies after the day of the question")
        elif found.first.year > as_of.year + ahead:
            yield Problem(name, "in_the_future", f"lies more than {ahead} years ahead")
    began, ended = answers.began_on, answers.ended_on
    if began and ended and ended.last < began.first:
        yield Problem("ended_on", "reversed", "lies before the beginning")


def _age(answers: Answers) -> Iterator[Problem]:
    birthday, began, ended = answers.turned_18_on, answers.began_on, answers.ended_on
    if birthday is None:
        return
    minor = answers.minor_then
    if minor is Known.YES and began and birthday.last <= began.first:
        yield Problem("turned_18_on", "not_a_minor", "lies before the beginning: no minor then")
    if minor is Known.NO and began and birthday.first > began.last:
        yield Problem("turned_18_on", "a_minor", "lies after the beginning: a minor then")
    if minor is Known.NO and ended and birthday.first > ended.last:
        yield Problem("turned_18_on", "a_minor", "lies after the end: a minor then")


def _case(answers: Answers) -> Iterator[Problem]:
    sentenced = (Prosecution.SENTENCED, Prosecution.UNKNOWN)
    if answers.sentenced_on and answers.prosecution not in sentenced:
        yield Problem(
            "sentenced_on", "not_sentenced", "the answer about the case says that nobody was"
        )
    if answers.reported_on and answers.reported_to_police is Known.NO:
        yield Problem("reported_on", "not_reported", "the answer about a report says otherwise")
    for place, statute in enumerate(answers.statutes):
        if Statute.parse(statute) is None:
            yield Problem(
                f"statutes[{place}]", "not_a_statute", "must be a section such as 18 U.S.C. § 1589"
            )
