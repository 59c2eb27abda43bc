"""What the slow reference credits as paid to a workweek, and what the worker bore for the employer.

Nothing of the program is used. Sources: 29 U.S.C. § 203(m); 29 C.F.R. §§ 531.3, 531.30-531.31,
531.35-531.40, 531.50, 531.59, 552.100(b), 778.104.
"""

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from typing import Any

from tests.properties.reference_days import ZERO, Period, total
from tests.properties.reference_law import (
    TIPS_RECOVERABLE_SINCE,
    cash_wage_of_tipped,
    cents,
    owed_at_least,
)
from tests.properties.reference_pay import dated

FOR_THE_WORKER = ("tax", "assignment")


def paid_exactly(period: Period, week: dt.date) -> Fraction:
    """Return what was paid for the workweek by the hour, day, workweek or month."""
    paid = period.data.get("paid", {})
    if "per_hour" in paid:
        return Fraction(paid["per_hour"]) * period.hours_in(week)
    if "per_day" in paid:
        return Fraction(paid["per_day"]) * period.days_worked(week)
    if "per_workweek" in paid:
        return Fraction(paid["per_workweek"]) * period.share(week)
    if "per_month" in paid:
        return Fraction(paid["per_month"]) * Fraction(12, 52) * period.share(week)
    return ZERO


def paid_in_cents(period: Period) -> dict[dt.date, int]:
    """Return what was paid by record, or of a total, by workweek."""
    paid = period.data.get("paid", {})
    found: dict[dt.date, int] = defaultdict(int)
    for payment in paid.get("records", ()):
        day = dt.date.fromisoformat(payment.get("for", payment["on"]))
        found[period.week(day)] += cents(Fraction(payment["amount"]))
    if "total" in paid:
        worked = sorted(period.worked)
        so_far = 0
        for week in sorted({period.week(day) for day in worked}):
            days = sum(1 for day in worked if period.week(day) <= week)
            now = cents(Fraction(paid["total"]) * days / len(worked))
            found[week] += now - so_far
            so_far = now
    return found


def credited_facilities(period: Period, week: dt.date) -> Fraction:
    """Return the board, lodging and other facilities that count as wages of the workweek."""
    position = period.positions["facilities_credit"]
    facilities = period.data.get("facilities", ())
    counted = [f for f in facilities if _counts(f, position)]
    return total(Fraction(f["per_workweek"]) for f in counted) * period.share(week)


def _counts(facility: dict[str, Any], position: str) -> bool:
    if position == "fair_value":
        return bool(facility["measure"] == "fair_value")
    if facility["measure"] != "reasonable_cost":
        return False
    if position == "reasonable_cost":
        return True
    needed = ["voluntary", "customary", "recorded"]
    if facility["kind"] == "lodging":
        needed.append("lawful")
    return all(facility.get(condition) for condition in needed)


def _deducted(period: Period, week: dt.date, entry: dict[str, Any]) -> Fraction:
    """Return what one deduction takes in a workweek."""
    if "per_workweek" in entry:
        return Fraction(entry["per_workweek"]) * period.share(week)
    if "on" in entry:
        on = dt.date.fromisoformat(entry["on"])
        return Fraction(entry["amount"]) if period.week(on) == week else ZERO
    return dated(entry, period, week)


def paid_over(period: Period, week: dt.date) -> Fraction:
    """Return taxes and sums assigned by the worker that were withheld and paid over."""
    entries = [
        d
        for d in period.data.get("deductions", ())
        if d["kind"] in FOR_THE_WORKER and d.get("voluntary") and not d.get("out_of_pocket")
    ]
    return total(_deducted(period, week, entry) for entry in entries)


def agreed_deductions(period: Period, week: dt.date) -> Fraction:
    """Return what the worker freely agreed to have withheld, taxes and assignments apart."""
    if period.positions["voluntary_deductions"] != "credit_within_limits":
        return ZERO
    entries = [
        d
        for d in period.data.get("deductions", ())
        if d["kind"] not in FOR_THE_WORKER and d.get("voluntary") and not d.get("out_of_pocket")
    ]
    return total(_deducted(period, week, entry) for entry in entries)


def costs(period: Period, week: dt.date) -> Fraction:
    """Return what the worker paid out of pocket for the employer's benefit in the workweek."""
    if period.positions["worker_borne_costs"] != "count":
        return ZERO
    entries = [d for d in period.data.get("deductions", ()) if d.get("out_of_pocket")]
    return total(_deducted(period, week, entry) for entry in entries)


def tip_credit(period: Period, week: dt.date, cash: Fraction, in_kind: Fraction) -> Fraction:
    """Return what tips that the worker kept count: what cash and kind leave of the minimum wage."""
    tips, position = period.data.get("tips"), period.positions["tip_credit"]
    if not tips or tips["kept_by"] != "worker" or position == "deny":
        return ZERO
    days = [day for day in period.days_in(week) if period.hours[day]]
    least = total(period.hours[day] * cash_wage_of_tipped(day) for day in days)
    if position == "require_conditions" and (not tips.get("informed") or cash < least):
        return ZERO
    minimum = total(
        period.hours[day] * owed_at_least(period.coverage, day, period.positions) for day in days
    )
    received = Fraction(tips["per_workweek"]) * period.share(week)
    return max(ZERO, min(received, minimum - max(cash, least) - in_kind))


def tips_kept(period: Period, week: dt.date) -> Fraction:
    """Return the tips of the workweek that the employer kept, where the law gives them back."""
    tips = period.data.get("tips")
    include = period.positions["tips_kept_in_1593"] == "include"
    if not tips or tips["kept_by"] != "employer" or not include:
        return ZERO
    return Fraction(tips["per_workweek"]) * period.share(week, since=TIPS_RECOVERABLE_SINCE)
