"""Wages by workweek, the slow way: day by day, in plain fractions, from the regulations alone.

Nothing of the program is used. Sources: 29 U.S.C. §§ 206(a), 207(a)(1), (f), (j), 213, 216(b); 29 C.F.R.
§§ 531.35, 531.37, 552.109(c), 778.103-778.109, 778.315, 778.322, 778.410(a), 778.601, 779.3,
780.10, 780.11. ``reference_law``, ``_days``, ``_pay`` and ``_paid`` hold the parts.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.properties import reference_law, reference_paid
from tests.properties.reference_days import ZERO, Period, total
from tests.properties.reference_law import (
    DEFAULTS,
    Positions,
    cents,
    minimum_wage,
    to_the_cent,
)
from tests.properties.reference_pay import guaranty, remuneration

__all__ = ["Period", "Week", "cents", "minimum_wage", "restitution", "weeks"]
HALF = Fraction(1, 2)
FORTNIGHT = 14
ONE_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """What one workweek comes to, in exact hours and whole cents."""

    hours: Fraction
    due: int
    paid: int
    unpaid: int
    tips_kept: int = 0


@dataclass
class Calendar:
    """All periods of a claim, and what was paid to them by record or in all."""

    periods: list[Period]
    positions: Positions
    by_record: dict[dt.date, int]
    found: dict[dt.date, list[Period]] = field(default_factory=dict)

    def here(self, week: dt.date) -> list[Period]:
        """Return the periods whose hours of a workweek the Act reaches; none when all are exempt."""
        if week not in self.found:
            here = [period for period in self.periods if period.hours_in(week)]
            # One period that is not exempt, and no work of the workweek is (29 C.F.R. § 780.11).
            exempt = all(self._exempt(period, week) for period in here)
            self.found[week] = [] if exempt else here
        return self.found[week]

    def _exempt(self, period: Period, week: dt.date) -> bool:
        return reference_law.exempt_altogether(period.coverage, week, self.positions)

    def floor(self, week: dt.date) -> Fraction:
        """Return the minimum wages of a workweek."""
        return total(
            period.hours[day] * reference_law.owed_at_least(period.coverage, day, self.positions)
            for period in self.here(week)
            for day in period.days_in(week)
        )

    def agreed(self, week: dt.date) -> Fraction:
        """Return all remuneration agreed for a workweek, facilities that count among it."""
        found = ZERO
        for period in self.here(week):
            pay = remuneration(period, week)
            if pay is not None:
                found += pay + reference_paid.credited_facilities(period, week)
        return found

    def pay_at(self, week: dt.date, rate: Fraction) -> Fraction:
        """Return straight time of a workweek at a rate, on each day at least that day's minimum wage."""
        return total(
            period.hours[day]
            * max(rate, reference_law.owed_at_least(period.coverage, day, self.positions))
            for period in self.here(week)
            for day in period.days_in(week)
        )

    def hours(self, week: dt.date) -> Fraction:
        """Return the hours of a workweek that count."""
        return total(period.hours_in(week) for period in self.here(week))


def weeks(periods: list[dict[str, Any]], **chosen: str) -> dict[dt.date, Week]:
    """Return every workweek with hours, by its first day."""
    positions = DEFAULTS | chosen
    all_ = [Period(data, positions) for data in periods]
    by_record: dict[dt.date, int] = defaultdict(int)
    for period in all_:
        for week, amount in reference_paid.paid_in_cents(period).items():
            by_record[week] += amount
    calendar = Calendar(all_, positions, by_record)
    starts = sorted({period.week(day) for period in all_ for day in period.hours})
    return {week: _week(calendar, week) for week in starts if calendar.hours(week)}


def _week(calendar: Calendar, week: dt.date) -> Week:
    hours = calendar.hours(week)
    over, rate = _overtime(calendar, week), ZERO
    if over or _fortnight_over(calendar, week):  # only then is the agreed rate secured
        rate = _regular_rate(calendar, week)
    pay = calendar.pay_at(week, rate)
    credited = _credited(calendar, week)
    costs = to_the_cent(
        total(reference_paid.costs(period, week) for period in calendar.here(week))
    )
    received, taken = credited - costs, _agreed_deductions(calendar, week, pay / hours)
    if calendar.positions["straight_time_rate"] == "agreed":
        due = max(_rounded(calendar, pay / hours, hours, over), _guaranteed(calendar, week, over))
        unpaid = max(ZERO, to_the_cent(due) - received - taken)
    else:
        due, unpaid = _gap_time_left_out(calendar, week, pay / hours, (received, taken))
    kept = total(reference_paid.tips_kept(period, week) for period in calendar.here(week))
    return Week(hours, cents(due), cents(credited), cents(unpaid), cents(kept))


def _gap_time_left_out(
    calendar: Calendar, week: dt.date, rate: Fraction, got: tuple[Fraction, Fraction]
) -> tuple[Fraction, Fraction]:
    """Return due and unpaid: the minimum for hours up to forty, three halves of the rate beyond.

    ``got`` is what was received, and what was freely agreed to be withheld: that came from straight time
    above the minimum, so it is nothing against the minimum itself.
    """
    received, taken = got
    hours, over = calendar.hours(week), _overtime(calendar, week)
    up_to = calendar.floor(week) / hours * (hours - over)
    regular = to_the_cent(rate)
    match calendar.positions["workweek_rounding"]:
        case "dol_a":
            overtime = (rate + to_the_cent(regular * HALF)) * over
        case "dol_b":
            up_to = to_the_cent(calendar.floor(week) / hours) * (hours - over)
            overtime = to_the_cent(regular * Fraction(3, 2)) * over
        case _:
            overtime = rate * over * Fraction(3, 2)
    left = max(ZERO, received + taken - rate * (hours - over))
    return up_to + overtime, max(ZERO, up_to - received) + max(ZERO, overtime - left)


def _rounded(calendar: Calendar, rate: Fraction, hours: Fraction, over: Fraction) -> Fraction:
    """Return wages due under the policy of rounding; cents are taken once more at the end."""
    regular = to_the_cent(rate)
    match calendar.positions["workweek_rounding"]:
        case "dol_a":
            return rate * hours + to_the_cent(regular * HALF) * over
        case "dol_b":
            three_halves = to_the_cent(regular * Fraction(3, 2))
            return regular * (hours - over) + three_halves * over
        case _:
            return rate * hours + rate * HALF * over


def _guaranteed(calendar: Calendar, week: dt.date, over: Fraction) -> Fraction:
    """Return what a guaranteed pay contract promises whatever the hours, in a workweek with overtime."""
    here = calendar.here(week)
    promised = [guaranty(period, week) for period in here]
    return promised[0] or ZERO if over and len(here) == 1 else ZERO


def _regular_rate(calendar: Calendar, week: dt.date) -> Fraction:
    """Return all remuneration over all hours, of the workweek or of the fourteen days used in its place."""
    span = _fortnight(calendar, week) or [week]
    return total(calendar.agreed(w) for w in span) / total(calendar.hours(w) for w in span)


def _overtime(calendar: Calendar, week: dt.date) -> Fraction:
    """Return the overtime hours of a workweek."""
    here = calendar.here(week)
    # An exemption holds for a workweek only when it holds for all of the workweek's work.
    if all(reference_law.farm(p.coverage, calendar.positions) for p in here):
        return ZERO
    if all(reference_law.lives_in(p.coverage, week, calendar.positions) for p in here):
        return ZERO
    span = _fortnight(calendar, week)
    if not span:
        return max(ZERO, calendar.hours(week) - 40)
    daily = [_over_eight(calendar, w) for w in span]
    if week == span[0] and len(span) == 2:
        return daily[0]
    everything = total(calendar.hours(w) for w in span)
    before = daily[0] if len(span) == 2 else ZERO
    return max(total(daily), everything - 80) - before


def _over_eight(calendar: Calendar, week: dt.date) -> Fraction:
    return total(
        max(ZERO, period.hours[day] - 8)
        for period in calendar.here(week)
        for day in period.days_in(week)
    )


def _fortnight(calendar: Calendar, week: dt.date) -> list[dt.date]:
    """Return the workweeks with hours of the fourteen days that hold this one; none without such days."""
    first = _first_of_fourteen(calendar, week)
    if first is None:
        return []
    both = (first, first + ONE_WEEK)
    return [w for w in both if _first_of_fourteen(calendar, w) == first]


def _first_of_fourteen(calendar: Calendar, week: dt.date) -> dt.date | None:
    """Return the first of the fourteen days of a workweek, on which all of its work agrees."""
    begins = {p.coverage.get("eight_and_eighty_from", "") for p in calendar.here(week)}
    if calendar.positions["eight_and_eighty"] != "apply" or "" in begins:
        return None
    found = set()
    for day in map(dt.date.fromisoformat, begins):
        past = (week - day).days
        found.add(week - dt.timedelta(days=past % FORTNIGHT) if past >= 0 else None)
    return found.pop() if len(found) == 1 else None


def _fortnight_over(calendar: Calendar, week: dt.date) -> bool:
    return any(_overtime(calendar, w) for w in _fortnight(calendar, week))


def _credited(calendar: Calendar, week: dt.date) -> Fraction:
    """Return what counts as paid, in dollars and whole cents."""
    exact = ZERO
    for period in calendar.here(week):
        by_record = Fraction(calendar.by_record.get(week, 0), 100)
        # What is paid over for the worker is equivalent to payment to the worker (§§ 531.38-531.40).
        cash = reference_paid.paid_exactly(period, week) + reference_paid.paid_over(period, week)
        in_kind = reference_paid.credited_facilities(period, week)
        tips = reference_paid.tip_credit(period, week, cash + by_record, in_kind)
        exact += cash + in_kind + tips
    return to_the_cent(exact) + Fraction(calendar.by_record.get(week, 0), 100)


def _agreed_deductions(calendar: Calendar, week: dt.date, rate: Fraction) -> Fraction:
    """Return what was freely agreed to be withheld, so far as it left the guarantee whole, in cents."""
    hours, straight = calendar.hours(week), calendar.hours(week) - _overtime(calendar, week)
    taken = total(reference_paid.agreed_deductions(period, week) for period in calendar.here(week))
    above = max(ZERO, rate - calendar.floor(week) / hours) * straight
    return to_the_cent(min(taken, above))


def restitution(found: dict[dt.date, Week], **chosen: str) -> int:
    """Return the wage arm of all workweeks, in cents."""
    positions = DEFAULTS | chosen
    unpaid = sum(week.unpaid for week in found.values())
    due = sum(week.due for week in found.values())
    kept = sum(week.tips_kept for week in found.values())
    wages = unpaid if positions["flsa_arm_net_of_paid"] == "net" else due
    twice = positions["liquidated_damages"] == "include"
    return wages + kept + (unpaid + kept if twice else 0)
