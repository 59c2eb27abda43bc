"""The facts that are measured, each set once, and how either program is told of them.

All of it is whole numbers: quarters of an hour and cents.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
RATE = 815
"""The agreed rate, cents an hour: quarters of an hour at this rate end in half cents now and then."""

MINIMUM = 725
THRESHOLD = 160
"""Quarters of an hour above which overtime is owed."""

COLUMNS = ("rate", "straight_time", "overtime_hours", "overtime_premium", "due", "unpaid")
"""What a result prints for every workweek, apart from what it was told."""

TOTALS = ("due", "unpaid", "unpaid_minimum_wages", "unpaid_above_minimum", "unpaid_overtime")


@dataclass(frozen=True, slots=True)
class Week:
    """One workweek of one worker: quarters of an hour by day, and cents paid."""

    starts_on: dt.date
    quarters: tuple[int, ...]
    paid: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Equal workweeks that follow each other."""

    starts_on: dt.date
    weeks: int
    hours: int
    rate: int
    paid: int


def different_weeks(count: int) -> list[Week]:
    """Return workweeks of six days, 45 hours and up, no two of them alike (up to 157)."""
    monday = dt.date(2012, 1, 2)
    weeks = []
    for n in range(count):
        each, more = divmod(180 + n * 61 % 157, 6)
        quarters = tuple(each + (day < more) for day in range(6))
        weeks.append(Week(monday + n * WEEK, quarters, 15_000 + n * 37 % 157 * 125))
    return weeks


def stretches(count: int, weeks: int) -> list[Stretch]:
    """Return stretches of equal workweeks without a gap, each with hours, rate and pay of its own."""
    monday = dt.date(2010, 1, 4)
    return [
        Stretch(monday + n * weeks * WEEK, weeks, 50 + n, 803 + 10 * n, 20_000 + 100 * n)
        for n in range(count)
    ]


def claim_of_weeks(weeks: list[Week]) -> bytes:
    """Return a claim with a record of every day and of every payment."""
    records = [
        {"on": day.isoformat(), "hours": _decimal(quarters, 4)} for day, quarters in _days(weeks)
    ]
    payments = [
        {"on": (week.starts_on + 5 * DAY).isoformat(), "amount": _decimal(week.paid, 100)}
        for week in weeks
    ]
    work = _work(weeks[0].starts_on, len(weeks), RATE)
    return _claim([{**work, "hours": {"records": records}, "paid": {"records": payments}}])


def claim_of_stretches(found: list[Stretch]) -> bytes:
    """Return a claim with one period for each stretch."""
    return _claim(
        [
            {
                **_work(stretch.starts_on, stretch.weeks, stretch.rate),
                "hours": {"per_workweek": str(stretch.hours)},
                "paid": {"per_workweek": _decimal(stretch.paid, 100)},
            }
            for stretch in found
        ]
    )


def situation_of_weeks(weeks: list[Week]) -> bytes:
    """Return the same facts for OpenFisca and ask for what a result says, by workweek and in all."""
    asked = {name: {iso(week.starts_on): None for week in weeks} for name in COLUMNS}
    hours = {day.isoformat(): quarters / 4 for day, quarters in _days(weeks)}
    return _of_weeks(weeks, {"hours_on_day": hours, **asked}, TOTALS)


def least_of_weeks(weeks: list[Week]) -> bytes:
    """Return less for OpenFisca: hours added up already, two totals asked for and nothing else."""
    hours = {iso(week.starts_on): sum(week.quarters) / 4 for week in weeks}
    return _of_weeks(weeks, {"hours": hours}, TOTALS[:2])


def _of_weeks(weeks: list[Week], given: Mapping[str, object], totals: tuple[str, ...]) -> bytes:
    return _situation(
        {
            **given,
            "paid": {iso(week.starts_on): week.paid / 100 for week in weeks},
            "agreed_rate": {_span(weeks[0].starts_on, len(weeks)): RATE / 100},
        },
        weeks[-1].starts_on,
        len(weeks),
        totals,
    )


def situation_of_stretches(found: list[Stretch]) -> bytes:
    """Return the same facts for OpenFisca, each said once for all workweeks of a stretch."""
    asked = {
        name: {iso(f.starts_on + n * WEEK): None for f in found for n in range(f.weeks)}
        for name in COLUMNS
    }
    count = sum(stretch.weeks for stretch in found)
    spans = [_span(stretch.starts_on, stretch.weeks) for stretch in found]
    return _situation(
        {
            "hours": {s: f.hours for s, f in zip(spans, found, strict=True)},
            "agreed_rate": {s: f.rate / 100 for s, f in zip(spans, found, strict=True)},
            "paid": {s: f.paid / 100 for s, f in zip(spans, found, strict=True)},
            **asked,
        },
        found[0].starts_on + (count - 1) * WEEK,
        count,
        TOTALS,
    )


def cents(quarters: int, rate: int, paid: int) -> tuple[int, int, int, int, int]:
    """Return what one workweek comes to, in whole cents, in the order of ``TOTALS``: a plain sum."""
    owed = max(rate, MINIMUM)
    due = (owed * (2 * quarters + max(quarters - THRESHOLD, 0)) + 4) // 8
    unpaid = max(due - paid, 0)
    minimum = max((2 * (MINIMUM * quarters - 4 * paid) + 4) // 8, 0)
    straight = max((2 * (owed * quarters - 4 * paid) + 4) // 8, 0)
    return due, unpaid, minimum, max(straight - minimum, 0), max(unpaid - straight, 0)


def dollars(amount: int) -> str:
    """Return cents as dollars, to read."""
    return f"${amount // 100:,}.{amount % 100:02d}"


def iso(monday: dt.date) -> str:
    """Return the workweek as OpenFisca names it."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def _days(weeks: list[Week]) -> Iterator[tuple[dt.date, int]]:
    for week in weeks:
        for n, quarters in enumerate(week.quarters):
            yield week.starts_on + n * DAY, quarters


def _work(starts_on: dt.date, weeks: int, rate: int) -> dict[str, object]:
    return {
        "from": starts_on.isoformat(),
        "to": (starts_on + weeks * WEEK - DAY).isoformat(),
        "workweek_starts_on": "monday",
        "pay": {"basis": "hourly", "rate": _decimal(rate, 100)},
        "exhibit": "Ex. 4",
        "evidence": "record",
    }


def _claim(work: list[dict[str, object]]) -> bytes:
    claim = {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-11-21",
        "convictions": [{"statute": "18 USC 1589", "defendant": "D-1"}],
        "work": work,
    }
    return json.dumps(claim).encode()


def _situation(
    given: Mapping[str, object], last: dt.date, count: int, totals: tuple[str, ...]
) -> bytes:
    asked = {f"total_{name}": {iso(last): None} for name in totals}
    person = {**given, "workweeks": {iso(last): count}, **asked}
    return json.dumps({"persons": {"V-1": person}}).encode()


def _span(monday: dt.date, weeks: int) -> str:
    return f"week:{iso(monday)}:{weeks}"


def _decimal(number: int, parts: int) -> str:
    value = Fraction(number * 100, parts)
    return f"{value // 100}.{int(value % 100):02d}"
