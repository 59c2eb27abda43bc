"""Random pay of every basis, and what is promised besides, as a claim's JSON says them."""

import datetime as dt
from fractions import Fraction
from random import Random

from tests.properties.claims_work import BASES, WEEKDAYS, Document, money, pay, quantity

ALL_BASES = (*BASES, "several_rates", "fluctuating", "day", "job", "piece", "guaranteed")
"""Every basis of pay; a bonus may stand beside each."""

KINDS_OF_BONUS = (
    "bonus",
    "commission",
    "shift_differential",
    "lump_sum_for_overtime",
    "retroactive_raise",
)


def pay_of(r: Random, basis: str, hours: Document) -> Document:
    """Return agreed pay of a basis for hours; several rates for records stand on the records."""
    match basis:
        case "several_rates":
            if "records" not in hours or not r.randint(0, 3):
                return {"basis": basis, "rates": _several(r, hours)}
            for record in hours["records"]:
                record["rate"] = quantity(r, 25)
            return {"basis": basis}
        case "fluctuating":
            salary = pay(r, "salary")
            salary.pop("covers_hours", None)
            met = {"conditions_met": True} if r.randint(0, 1) else {}
            return salary | {"basis": basis} | met
        case "day":
            return {"basis": basis, "rate": money(r, 250)}
        case "job":
            return {"basis": basis, "rate": money(r, 300), "jobs_per_workweek": quantity(r, 8)}
        case "piece":
            return _piece(r, hours)
        case "guaranteed":
            return _guaranteed(r)
        case _:
            return pay(r, basis)


def full_week(hours: Document) -> Fraction:
    """Return the hours of a full workweek of a pattern, and all hours of one for records."""
    if "records" in hours:
        return Fraction(168)
    if "daily" in hours:
        return sum((Fraction(h) for h in hours["daily"].values()), Fraction(0))
    if "per_day" in hours:
        return Fraction(hours["per_day"]) * len(hours["days"])
    return Fraction(hours["per_workweek"])


def printed(number: Fraction) -> str:
    """Return a number of at most four decimals as decimal digits."""
    scaled = number * 10_000
    assert scaled.denominator == 1
    return f"{int(scaled) // 10_000}.{int(scaled) % 10_000:04}"


def _several(r: Random, hours: Document) -> list[Document]:
    """Return two rates whose hours add up to the workweek's."""
    everything = int(full_week(hours) * 10_000)
    first = r.randint(1, max(1, everything - 1))
    parts = [part for part in (first, everything - first) if part]
    return [
        {"rate": quantity(r, 25), "hours_per_workweek": printed(Fraction(part, 10_000))}
        for part in parts
    ]


def _piece(r: Random, hours: Document) -> Document:
    found: Document = {"basis": "piece", "earnings_per_workweek": money(r, 900)}
    if "records" in hours or r.randint(0, 1):
        return found
    found["waiting_hours"] = printed(Fraction(r.randint(0, int(full_week(hours) * 4)), 4))
    if r.randint(0, 3):
        found["waiting_rate"] = quantity(r, 12)
    return found


def _guaranteed(r: Random) -> Document:
    """Return a guaranteed pay contract: half of them meet every condition of 29 U.S.C. § 207(f)."""
    rate, hours = Fraction(r.randint(200, 2000), 100), r.randint(41, 59)
    guaranty = rate * 40 + rate * Fraction(3, 2) * (hours - 40)
    while (guaranty * 100).denominator != 1:
        hours += 1
        guaranty = rate * 40 + rate * Fraction(3, 2) * (hours - 40)
    found = {
        "basis": "guaranteed",
        "rate": printed(rate),
        "guaranteed_hours": str(hours),
        "guaranty": printed(guaranty)[:-2],
        "irregular_hours": True,
    }
    match r.randint(0, 5):
        case 0:
            return found | {"irregular_hours": False}
        case 1:
            return found | {"guaranty": money(r, 900)}
        case 2:
            return found | {"guaranteed_hours": str(r.randint(61, 80))}
        case _:
            return found


def bonuses(r: Random, period: Document, *, most: int = 2) -> list[Document]:
    """Return what is promised besides the basis of pay, in every way that a claim can say it."""
    by_hour = period["pay"]["basis"] in {"hourly", "several_rates"}
    kinds = KINDS_OF_BONUS if by_hour else KINDS_OF_BONUS[:-1]
    found = []
    for _ in range(r.randint(0, most)):
        match r.randint(0, 4):
            case 0:
                bonus = {"per_workweek": money(r, 150)}
            case 1:
                bonus = {"per_half_month": money(r, 250)}
            case 2:
                bonus = {"per_month": money(r, 500)}
            case 3:
                bonus = {"amount": money(r, 900)} | some_dates(r, period)
            case _:
                bonus = {"per_hour": quantity(r, 3)}
                if r.randint(0, 1):
                    most_hours = int(full_week(period["hours"]) * 4)
                    hours = Fraction(r.randint(1, max(1, most_hours)), 4)
                    if hours <= full_week(period["hours"]):
                        bonus["hours_per_workweek"] = printed(hours)
        if r.randint(0, 1):
            bonus["kind"] = r.choice(kinds)
        found.append(bonus if r.randint(0, 4) else bonus | {"excluded": True})
    return found


def some_dates(r: Random, period: Document) -> Document:
    """Return dates in the workweeks of a period, its first and last ones whole."""
    first, last = (week_of(period, dt.date.fromisoformat(period[end])) for end in ("from", "to"))
    days = (last - first).days + 7
    begins = r.randrange(days)
    ends = r.randrange(begins, days)
    return {
        "from": (first + dt.timedelta(days=begins)).isoformat(),
        "to": (first + dt.timedelta(days=ends)).isoformat(),
    }


def week_of(period: Document, day: dt.date) -> dt.date:
    """Return the first day of the workweek of a day."""
    while WEEKDAYS[day.weekday()] != period["workweek_starts_on"]:
        day -= dt.timedelta(days=1)
    return day
