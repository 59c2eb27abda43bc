"""Random periods of work with simple pay, as a claim's JSON says them; see ``claims``."""

import datetime as dt
import os
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

Document = dict[str, Any]
T = TypeVar("T")

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Near the steps of the minimum wage, the rule on third-party employers, and in between.
ANCHORS = (
    dt.date(1979, 1, 1),
    dt.date(1981, 1, 1),
    dt.date(1990, 4, 1),
    dt.date(1996, 10, 1),
    dt.date(1997, 9, 1),
    dt.date(2007, 7, 24),
    dt.date(2008, 7, 24),
    dt.date(2009, 7, 24),
    dt.date(2012, 2, 29),
    dt.date(2015, 1, 1),
    dt.date(2015, 10, 13),
    dt.date(2018, 3, 23),
    dt.date(2020, 12, 31),
    dt.date(2024, 3, 10),
)
BASES = ("none", "hourly", "salary")
KINDS = ("per_hour", "per_workweek", "per_month", "total", "records")
COVERAGES: tuple[Document, ...] = (
    {},
    {},
    {},
    {"domestic_service": True, "lives_in": True},
    {"domestic_service": True, "lives_in": True, "third_party_employer": True},
    {"group": "1966_amendments_farm"},
    {"proven": False},
    {"proven": True},
)


def made(make: Callable[[Random], T]) -> st.SearchStrategy[T]:
    """A strategy of what ``make`` makes of a source of chance."""
    if os.environ.get("HYPOTHESIS_PROFILE") == "explore":
        return st.randoms(use_true_random=False).map(make)
    return st.integers(0, 2**64).map(lambda seed: make(Random(seed)))  # noqa: S311 - not a secret


def money(r: Random, highest: int) -> str:
    """Return dollars up to ``highest``, in cents."""
    cents = r.randint(0, highest * 100)
    return f"{cents // 100}.{cents % 100:02}"


def quantity(r: Random, most: int) -> str:
    """Return hours or a rate above zero: whole, in quarters, or with four decimals."""
    match r.randint(0, 2):
        case 0:
            return str(r.randint(1, most))
        case 1:
            n = r.randint(1, most * 4)
            return f"{n // 4}.{n % 4 * 25:02}"
        case _:
            n = r.randint(1, most * 10_000)
            return f"{n // 10_000}.{n % 10_000:04}"


def pattern(r: Random) -> Document:
    """Return hours that repeat by the workweek."""
    days = r.sample(DAYS, r.randint(1, 7))
    match r.randint(0, 2):
        case 0:
            return {"per_workweek": quantity(r, min(110, 24 * len(days))), "days": days}
        case 1:
            return {"per_day": quantity(r, 24), "days": days}
        case _:
            return {"daily": {day: quantity(r, 24) for day in days}}


def records(r: Random, days: list[dt.date]) -> Document:
    """Return hours date by date, some of them zero."""
    chosen = r.sample(days, r.randint(1, min(14, len(days))))
    return {
        "records": [
            {"on": day.isoformat(), "hours": quantity(r, 24) if r.randint(0, 4) else "0"}
            for day in chosen
        ]
    }


def pay(r: Random, basis: str, *, covers: bool = False) -> Document:
    """Return agreed pay of one basis; with ``covers`` a salary always says a number of hours."""
    if basis == "hourly":
        return {"basis": basis, "rate": quantity(r, 30)}
    if basis == "salary":
        scales = {"week": 1, "two_weeks": 2, "half_month": 2, "month": 4, "year": 52}
        per = r.choice(tuple(scales))
        salary = {"basis": basis, "amount": money(r, 1200 * scales[per]), "per": per}
        said = r.choice((quantity(r, 80), "all", None))
        said = quantity(r, 80) if covers else said
        return salary | ({"covers_hours": said} if said else {})
    return {"basis": "none"}


def paid(r: Random, first: dt.date, last: dt.date, kinds: tuple[str, ...] = KINDS) -> Document:
    """Return what reached the victim, in one of the ways of ``kinds``."""
    kind = r.choice(kinds)
    if kind == "per_hour":
        return {kind: quantity(r, 15)}
    if kind == "records":
        payments = []
        for _ in range(r.randint(0, 4)):
            payment = {"on": some_day(r, first, last, 9), "amount": money(r, 500)}
            if r.randint(0, 1):
                payment["for"] = some_day(r, first, last, 9)
            payments.append(payment)
        return {kind: payments}
    most = {"per_day": 150, "per_workweek": 800, "per_month": 3000, "total": 5000}[kind]
    return {kind: money(r, most)}


def some_day(r: Random, first: dt.date, last: dt.date, beyond: int) -> str:
    """Return a day from ``first`` to some days beyond ``last``."""
    return (first + dt.timedelta(days=r.randint(0, (last - first).days + beyond))).isoformat()


def away(r: Random, first: dt.date, last: dt.date) -> list[Document]:
    """Return no days away, or one or two stretches that do not touch."""
    cuts = sorted({some_day(r, first, last, 0) for _ in range(r.choice((0, 0, 2, 4)))})
    return [{"from": a, "to": b} for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


def work(  # noqa: PLR0913
    r: Random,
    bases: tuple[str, ...] = BASES,
    *,
    kinds: tuple[str, ...] = KINDS,
    by_record: bool = True,
    covers: bool = False,
    most: int = 3,
) -> list[Document]:
    """Return one to three periods that do not overlap, with one start of the workweek."""
    starts_on = r.choice(WEEKDAYS)
    first = r.choice(ANCHORS) + dt.timedelta(days=r.randint(-25, 10))
    periods = []
    for _ in range(r.randint(1, most)):
        last = first + dt.timedelta(days=r.randint(0, 40))
        gone = away(r, first, last)
        days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
        here = [
            day for day in days if not any(a["from"] <= day.isoformat() <= a["to"] for a in gone)
        ]
        basis = r.choice(bases)
        period = {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "workweek_starts_on": starts_on,
            "hours": records(r, here) if by_record and here and r.randint(0, 1) else pattern(r),
            "pay": pay(r, basis, covers=covers),
            "coverage": dict(r.choice(COVERAGES)),
            "away": gone,
        }
        if basis != "none" or r.randint(0, 1):
            period["paid"] = paid(r, first, last, kinds)
        if not r.randint(0, 3):
            period["bonuses"] = [{"per_workweek": money(r, 150)}]
        periods.append(period)
        first = last + dt.timedelta(days=r.randint(1, 12))
    return periods
