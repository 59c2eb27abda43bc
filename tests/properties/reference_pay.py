"""What the slow reference takes as agreed for a workweek, basis by basis.

Nothing of the program is used. Sources: 29 C.F.R. §§ 778.110-778.115, 778.117-778.120, 778.207(b), 778.209,
778.303, 778.310, 778.318, 778.325, 778.403, 778.408-778.413; 29 U.S.C. § 207(f).
"""

import datetime as dt
from fractions import Fraction
from typing import Any

from tests.properties.reference_days import ONE_DAY, ZERO, Period, total
from tests.properties.reference_law import minimum_wage

PER_WORKWEEK = {
    "week": Fraction(1),
    "two_weeks": Fraction(1, 2),
    "half_month": Fraction(24, 52),
    "month": Fraction(12, 52),
    "year": Fraction(1, 52),
}


def remuneration(period: Period, week: dt.date) -> Fraction | None:
    """Return what was agreed for the workweek's hours, bonuses included; None when nothing was."""
    basis = _of_the_basis(period, week)
    bonuses = [b for b in period.data.get("bonuses", ()) if not b.get("excluded")]
    extra = total(_bonus(bonus, period, week) for bonus in bonuses)
    if basis is None:
        return extra or None
    return basis + extra


def _of_the_basis(period: Period, week: dt.date) -> Fraction | None:
    pay, worked, share = period.data["pay"], period.hours_in(week), period.share(week)
    match pay["basis"]:
        case "none":
            return None
        case "hourly":
            return Fraction(pay["rate"]) * worked
        case "several_rates":
            return _several_rates(period, week)
        case "salary":
            return _salary(period, week, _covered(period))
        case "fluctuating":
            met = pay.get("conditions_met")
            always = period.positions["fluctuating_workweek"] == "half_time_always"
            return _salary(period, week, "all" if met or always else "40")
        case "day":
            return Fraction(pay["rate"]) * period.days_worked(week)
        case "job":
            return Fraction(pay["rate"]) * Fraction(pay["jobs_per_workweek"]) * share
        case "piece":
            waiting = Fraction(pay.get("waiting_rate", "0")) * Fraction(
                pay.get("waiting_hours", "0")
            )
            return (Fraction(pay["earnings_per_workweek"]) + waiting) * share
        case "guaranteed":
            return _guaranteed(period, week)
        case _:
            raise ValueError


def _several_rates(period: Period, week: dt.date) -> Fraction:
    if "rates" not in period.data["pay"]:
        here = period.days_in(week)
        return total((rate or ZERO) * hours for on, hours, rate in period.parts if on in here)
    rates = [(Fraction(r["rate"]), Fraction(r["hours_per_workweek"])) for r in _rates(period)]
    average = total(rate * hours for rate, hours in rates) / total(hours for _, hours in rates)
    return average * period.hours_in(week)


def _rates(period: Period) -> list[dict[str, str]]:
    found: list[dict[str, str]] = period.data["pay"]["rates"]
    return found


def _covered(period: Period) -> str:
    position = {"forty_hours": "40", "all_hours": "all"}[period.positions["salary_covers"]]
    return str(period.data["pay"].get("covers_hours") or position)


def _salary(period: Period, week: dt.date, covers: str) -> Fraction:
    pay = period.data["pay"]
    salary = Fraction(pay["amount"]) * PER_WORKWEEK[pay["per"]]
    worked = period.hours_in(week)
    if covers != "all":
        return salary / Fraction(covers) * worked
    if period.by_record:
        return salary * period.share(week)
    return salary / period.full_hours() * worked


def qualifies(period: Period, week: dt.date) -> bool:
    """Return whether a guaranteed pay contract meets 29 U.S.C. § 207(f), so far as facts say."""
    if period.positions["guaranteed_pay_contract"] == "accept":
        return True
    pay = period.data["pay"]
    rate, hours = Fraction(pay["rate"]), Fraction(pay["guaranteed_hours"])
    based_on_the_rate = rate * 40 + rate * Fraction(3, 2) * (hours - 40)
    worked = [day for day in period.days_in(week) if period.hours[day]]
    return (
        bool(pay.get("irregular_hours"))
        and 40 < hours <= 60
        and Fraction(pay["guaranty"]) == based_on_the_rate
        and rate >= minimum_wage(worked[0])
        and not any(not bonus.get("excluded") for bonus in period.data.get("bonuses", ()))
    )


def _guaranteed(period: Period, week: dt.date) -> Fraction:
    pay, worked, share = period.data["pay"], period.hours_in(week), period.share(week)
    if qualifies(period, week):
        return Fraction(pay["rate"]) * worked
    # A plan that does not qualify is a salary for up to the hours guaranteed (§§ 778.325, 778.403).
    promised, for_hours = Fraction(pay["guaranty"]), Fraction(pay["guaranteed_hours"])
    return promised * share + promised / for_hours * max(ZERO, worked - for_hours * share)


def guaranty(period: Period, week: dt.date) -> Fraction | None:
    """Return what a contract under 29 U.S.C. § 207(f) promises for the workweek whatever its hours."""
    if period.data["pay"]["basis"] != "guaranteed" or not qualifies(period, week):
        return None
    return Fraction(period.data["pay"]["guaranty"]) * period.share(week)


def weeks_of(period: Period, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first days of the workweeks that hold any of the dates."""
    found = []
    day = first
    while day <= last:
        if period.week(day) not in found:
            found.append(period.week(day))
        day += ONE_DAY
    return found


def dated(entry: dict[str, Any], period: Period, week: dt.date) -> Fraction:
    """Return the part of an amount for some dates that belongs to a workweek: an equal part for each."""
    first = dt.date.fromisoformat(entry["from"])
    weeks = weeks_of(period, first, dt.date.fromisoformat(entry["to"]))
    return Fraction(entry["amount"]) / len(weeks) if week in weeks else ZERO


def _bonus(bonus: dict[str, Any], period: Period, week: dt.date) -> Fraction:
    share = period.share(week)
    if "per_workweek" in bonus:
        return Fraction(bonus["per_workweek"]) * share
    if "per_half_month" in bonus:
        return Fraction(bonus["per_half_month"]) * Fraction(24, 52) * share
    if "per_month" in bonus:
        return Fraction(bonus["per_month"]) * Fraction(12, 52) * share
    if "per_hour" in bonus:
        stated = bonus.get("hours_per_workweek")
        hours = Fraction(stated) * share if stated else period.hours_in(week)
        return Fraction(bonus["per_hour"]) * hours
    return dated(bonus, period, week)
