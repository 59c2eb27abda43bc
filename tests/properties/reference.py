"""Wages by workweek, the slow way: day by day, in plain fractions, from the regulations alone.

Nothing of the program is used. Sources: 29 U.S.C. §§ 206(a), 207(a)(1), 213(b)(12), (21), 216(b);
29 C.F.R. §§ 552.109(c), 778.103-778.105, 778.107, 778.109, 778.110, 778.113, 778.315, 778.322, 778.325,
779.3. Only work from 1978 on, when one minimum wage covered every group.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

MINIMUM_WAGE = [
    (dt.date.fromisoformat(day), Fraction(rate))
    for day, rate in (
        ("1978-01-01", "2.65"),
        ("1979-01-01", "2.90"),
        ("1980-01-01", "3.10"),
        ("1981-01-01", "3.35"),
        ("1990-04-01", "3.80"),
        ("1991-04-01", "4.25"),
        ("1996-10-01", "4.75"),
        ("1997-09-01", "5.15"),
        ("2007-07-24", "5.85"),
        ("2008-07-24", "6.55"),
        ("2009-07-24", "7.25"),
    )
]
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STARTS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PER_WORKWEEK = {
    "week": Fraction(1),
    "two_weeks": Fraction(1, 2),
    "half_month": Fraction(24, 52),
    "month": Fraction(12, 52),
    "year": Fraction(1, 52),
}
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Week:
    """What one workweek comes to, in exact hours and whole cents."""

    hours: Fraction
    due: int
    paid: int
    unpaid: int


def cents(dollars: Fraction) -> int:
    """Round to the cent, half up."""
    return int((dollars * 100 + Fraction(1, 2)) // 1)


def minimum_wage(day: dt.date) -> Fraction:
    """Return the minimum wage of a day."""
    return next(rate for since, rate in reversed(MINIMUM_WAGE) if since <= day)


class Period:
    """One period of the claim, day by day."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Walk the calendar once."""
        self.data = data
        self.start = STARTS.index(data["workweek_starts_on"])
        self.hours: dict[dt.date, Fraction] = {}
        day = dt.date.fromisoformat(data["from"])
        while day <= dt.date.fromisoformat(data["to"]):
            if not any(a["from"] <= day.isoformat() <= a["to"] for a in data.get("away", ())):
                self.hours[day] = self._on(day)
            day += ONE_DAY

    def _on(self, day: dt.date) -> Fraction:
        hours, name = self.data["hours"], NAMES[day.weekday()]
        if "records" in hours:
            return sum(
                (Fraction(r["hours"]) for r in hours["records"] if r["on"] == day.isoformat()),
                Fraction(0),
            )
        if "daily" in hours:
            return Fraction(hours["daily"].get(name, "0"))
        if name not in hours["days"]:
            return Fraction(0)
        if "per_day" in hours:
            return Fraction(hours["per_day"])
        return Fraction(hours["per_workweek"]) / len(hours["days"])

    def week(self, day: dt.date) -> dt.date:
        """Return the first day of the workweek of a day."""
        while day.weekday() != self.start:
            day -= ONE_DAY
        return day

    def days_in(self, week: dt.date) -> list[dt.date]:
        """Return the days of the period, days away apart, in one workweek."""
        return [day for day in self.hours if 0 <= (day - week).days <= 6]

    def hours_in(self, week: dt.date) -> Fraction:
        """Return the hours worked in one workweek."""
        return sum((self.hours[day] for day in self.days_in(week)), Fraction(0))

    def share(self, week: dt.date) -> Fraction:
        """Return what part of a full workweek the period has of this one."""
        hours = self.data["hours"]
        if "records" in hours:
            return Fraction(len(self.days_in(week)), 7)
        names = [n for n, h in hours["daily"].items() if Fraction(h)] if "daily" in hours else None
        names = names if names is not None else hours["days"]
        here = [day for day in self.days_in(week) if NAMES[day.weekday()] in names]
        return Fraction(len(here), len(names))

    def full_hours(self) -> Fraction:
        """Return the hours of a full workweek of the pattern."""
        hours = self.data["hours"]
        if "daily" in hours:
            return sum((Fraction(h) for h in hours["daily"].values()), Fraction(0))
        if "per_day" in hours:
            return Fraction(hours["per_day"]) * len(hours["days"])
        return Fraction(hours["per_workweek"])

    def remuneration(self, week: dt.date, salary_covers: str) -> Fraction | None:
        """Return what was agreed for the workweek's hours; None when nothing was."""
        pay = self.data["pay"]
        bonuses = sum(
            (Fraction(b["per_workweek"]) for b in self.data.get("bonuses", ())), Fraction(0)
        )
        bonus = bonuses * self.share(week)
        if pay["basis"] == "none":
            return bonus or None
        worked = self.hours_in(week)
        if pay["basis"] == "hourly":
            return Fraction(pay["rate"]) * worked + bonus
        salary = Fraction(pay["amount"]) * PER_WORKWEEK[pay["per"]]
        covers = (
            pay.get("covers_hours") or {"forty_hours": "40", "all_hours": "all"}[salary_covers]
        )
        if covers != "all":
            return salary / Fraction(covers) * worked + bonus
        if "records" in self.data["hours"]:
            return salary * self.share(week) + bonus
        return salary / self.full_hours() * worked + bonus

    def farm(self) -> bool:
        """Return whether the work is agriculture."""
        return self.data.get("coverage", {}).get("group") == "1966_amendments_farm"

    def lives_in(self, week: dt.date) -> bool:
        """Return whether the live-in exemption could reach the work in a workweek."""
        coverage = self.data.get("coverage", {})
        third = coverage.get("third_party_employer") and week >= dt.date(2015, 1, 1)
        return bool(coverage.get("domestic_service") and coverage.get("lives_in") and not third)

    def paid_exactly(self, week: dt.date) -> Fraction:
        """Return what was paid for the workweek by the hour, workweek or month."""
        paid = self.data.get("paid", {})
        if "per_hour" in paid:
            return Fraction(paid["per_hour"]) * self.hours_in(week)
        if "per_workweek" in paid:
            return Fraction(paid["per_workweek"]) * self.share(week)
        if "per_month" in paid:
            return Fraction(paid["per_month"]) * Fraction(12, 52) * self.share(week)
        return Fraction(0)

    def paid_in_cents(self) -> dict[dt.date, int]:
        """Return what was paid by record, or of a total, by workweek."""
        paid = self.data.get("paid", {})
        found: dict[dt.date, int] = defaultdict(int)
        for payment in paid.get("records", ()):
            day = dt.date.fromisoformat(payment.get("for", payment["on"]))
            found[self.week(day)] += cents(Fraction(payment["amount"]))
        if "total" in paid:
            worked = [day for day, hours in sorted(self.hours.items()) if hours]
            so_far = 0
            for week in sorted({self.week(day) for day in worked}):
                days = sum(1 for day in worked if self.week(day) <= week)
                now = cents(Fraction(paid["total"]) * days / len(worked))
                found[week] += now - so_far
                so_far = now
        return found


def weeks(
    periods: list[dict[str, Any]],
    *,
    salary_covers: str = "forty_hours",
    straight_time_rate: str = "agreed",
    live_in_exempt: bool = True,
) -> dict[dt.date, Week]:
    """Return every workweek with hours, by its first day."""
    all_ = [Period(data) for data in periods]
    by_record: dict[dt.date, int] = defaultdict(int)
    for period in all_:
        for week, amount in period.paid_in_cents().items():
            by_record[week] += amount
    found = {}
    for week in sorted({period.week(day) for period in all_ for day in period.hours}):
        here = [period for period in all_ if period.hours_in(week)]
        if not here:
            continue
        hours = sum((period.hours_in(week) for period in here), Fraction(0))
        floor = sum(
            (p.hours[day] * minimum_wage(day) for p in here for day in p.days_in(week)),
            Fraction(0),
        )
        # An exemption holds for a workweek only when it holds for all of the workweek's work.
        exempt = all(p.farm() for p in here) or (
            live_in_exempt and all(p.lives_in(week) for p in here)
        )
        over = Fraction(0) if exempt else max(Fraction(0), hours - 40)
        agreed = [r for p in here if (r := p.remuneration(week, salary_covers)) is not None]
        pay = floor
        if over:  # the agreed rate counts, on each day beside that day's minimum wage
            rate = sum(agreed, Fraction(0)) / hours
            pay = sum(
                (
                    p.hours[day] * max(rate, minimum_wage(day))
                    for p in here
                    for day in p.days_in(week)
                ),
                Fraction(0),
            )
        exact = sum((period.paid_exactly(week) for period in here), Fraction(0))
        paid = cents(exact) + by_record.get(week, 0)
        rate, received = pay / hours, Fraction(paid, 100)
        if straight_time_rate == "agreed":
            due = cents(pay + rate * over / 2)
            unpaid = max(0, due - paid)
        else:  # the minimum for hours up to forty; overtime pay of three halves of the rate beyond
            up_to = floor / hours * (hours - over)
            overtime = rate * over * Fraction(3, 2)
            due = cents(up_to + overtime)
            left = max(Fraction(0), received - rate * (hours - over))
            unpaid = cents(max(Fraction(0), up_to - received) + max(Fraction(0), overtime - left))
        found[week] = Week(hours, due, paid, unpaid)
    return found
