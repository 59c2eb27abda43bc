"""Answers to schedules that are made from ours by a known change."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from remedies.calculators.answer import (
    Answer,
    OpposingSchedule,
    OurWeek,
    TheirRow,
    answer,
    weeks_of,
)
from remedies.calculators.assessment import Assessment

Document = dict[str, Any]
Change = Callable[[int, OurWeek, TheirRow], TheirRow | None]
Answered = Callable[..., Answer]

SIXTY = {"per_workweek": "60", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]}


def document(*periods: Document, **top: object) -> Document:
    """A claim of forced labor in the spring of 2012 (minimum wage 7.25, overtime after 40 hours)."""
    work = [
        {
            "from": "2012-01-01",
            "to": "2012-02-04",
            "workweek_starts_on": "sunday",
            "hours": SIXTY,
            "pay": {"basis": "none"},
            "paid": {"per_workweek": "100.00"},
            "exhibit": "Ex. 4 at 2",
            "evidence": "testimony",
            **period,
        }
        for period in periods or ({},)
    ]
    return {
        "claim": "1",
        "reference": "V-9",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589", "from": "2012-01-01", "to": "2012-12-31"}],
        "work": work,
        **top,
    }


def records(*hours: str) -> Document:
    """Hours of successive workweeks from January 1, 2012, each in five equal days from Sunday on."""
    entries = []
    for week, all_hours in enumerate(hours):
        for day in range(5):
            on = dt.date(2012, 1, 1) + dt.timedelta(weeks=week, days=day)
            entries.append({"on": on.isoformat(), "hours": str(int(all_hours) // 5)})
    return {"records": entries}


def mirrored(weeks: Iterable[OurWeek]) -> list[TheirRow]:
    """Our own rows as the other side would state them."""
    return [
        TheirRow(
            starts_on=week.starts_on,
            hours=week.hours,
            rate=week.rate,
            due=week.due,
            paid=week.paid,
            unpaid=week.unpaid,
            where=f"row {number}",
        )
        for number, week in enumerate(weeks, 2)
    ]


@pytest.fixture
def answered(assessed: Callable[[Document], Assessment]) -> Answered:
    """The answer to our own schedule after a change of its rows; unpaid is dropped where it is not kept."""

    def made(
        claim: Document, change: Change | None = None, *, keep_unpaid: bool = False
    ) -> Answer:
        assessment = assessed(claim)
        weeks = weeks_of(assessment)
        rows = mirrored(weeks)
        if not keep_unpaid:
            rows = [replace(row, unpaid=None) for row in rows]
        if change is not None:
            changed = [change(n, w, r) for n, (w, r) in enumerate(zip(weeks, rows, strict=True))]
            rows = [row for row in changed if row is not None]
        return answer(assessment, OpposingSchedule(rows=tuple(rows)))

    return made
