"""Random periods of work with every fact that the wages of a claim can rest on."""

import datetime as dt
from fractions import Fraction
from random import Random

from tests.properties.claims_clock import by_the_clock
from tests.properties.claims_pay import ALL_BASES, bonuses, pay_of, some_dates, week_of
from tests.properties.claims_work import KINDS, Document, money, work

TIPS_SINCE = dt.date(1990, 4, 1)
YOUTH_SINCE = dt.date(1997, 1, 1)
ALL_KINDS = (*KINDS, "per_day")
DEDUCTIONS = ("debt", "recruitment", "tools", "uniform", "fine", "tax", "assignment", "other")
FACTS = ("bonuses", "not_counted", "deductions", "facilities", "tips", "coverage")
"""What a period may state besides its dates, hours, pay and what was paid."""

WAGE_CHOICES = {
    "salary_covers": ("forty_hours", "all_hours"),
    "flsa_arm_net_of_paid": ("net", "gross"),
    "liquidated_damages": ("include", "exclude"),
    "live_in_ot_exemption_in_1593": ("apply", "do_not_apply"),
    "agriculture_ot_exemption_in_1593": ("apply", "do_not_apply"),
    "companionship_exemption_in_1593": ("apply", "do_not_apply"),
    "small_farm_exemption_in_1593": ("apply", "do_not_apply"),
    "third_party_domestic_employer": ("from_2015_01_01", "from_2015_10_13"),
    "youth_wage_in_1593": ("apply", "do_not_apply"),
    "fluctuating_workweek": ("require_conditions", "half_time_always"),
    "guaranteed_pay_contract": ("require_conditions", "accept"),
    "eight_and_eighty": ("not_applied", "apply"),
    "sleep_and_meal_agreement": ("count_all", "exclude_by_agreement"),
    "on_call_time": ("count", "exclude_own_time"),
    "facilities_credit": ("deny_when_coerced", "reasonable_cost", "fair_value"),
    "tip_credit": ("require_conditions", "deny", "allow"),
    "tips_kept_in_1593": ("leave_out", "include"),
    "voluntary_deductions": ("no_credit", "credit_within_limits"),
    "worker_borne_costs": ("count", "leave_out"),
    "workweek_rounding": ("exact", "dol_a", "dol_b"),
    "straight_time_rate": ("agreed", "minimum"),
}


def varied(
    r: Random, bases: tuple[str, ...] = ALL_BASES, *, facts: tuple[str, ...] = FACTS
) -> list[Document]:
    """Return periods of work with pay of ``bases``, and some of ``facts`` about hours, pay and coverage."""
    periods = work(r, ("none",), kinds=ALL_KINDS)
    # Only the first period states fourteen days: kept_claims.json has the workweek of two periods that do.
    begins = _a_start(r, periods[0])
    for period in periods:
        if "records" in period["hours"] and not r.randint(0, 2):
            period["hours"] = by_the_clock(r, period)
        period["pay"] = pay_of(r, r.choice(bases), period["hours"])
        period["paid"] = period.get("paid") or {"total": money(r, 3000)}
        period["bonuses"] = []
        period["coverage"] = period["coverage"] if "coverage" in facts else {}
        for fact in facts:
            if not r.randint(0, 2):
                _add(r, fact, period, begins if period is periods[0] else None)
    return periods


def _add(r: Random, fact: str, period: Document, fortnight: dt.date | None) -> None:
    match fact:
        case "bonuses":
            period[fact] = bonuses(r, period)
        case "not_counted":
            if not {"rate", "start"} & set(period["hours"].get("records", [{}])[0]):
                period.update(_not_counted(r, period["hours"]))
        case "deductions":
            period[fact] = [_deduction(r, period) for _ in range(r.randint(1, 3))]
        case "facilities":
            period[fact] = [_facility(r) for _ in range(r.randint(1, 2))]
        case "tips" if dt.date.fromisoformat(period["from"]) >= TIPS_SINCE:
            period[fact] = _tips(r)
        case "coverage":
            period[fact] = _coverage(r, period, fortnight)
        case _:
            pass  # no tips before the law knew a credit for them by these rules


def _not_counted(r: Random, hours: Document) -> Document:
    """Return sleep, meals and time on call that fit into the shortest day of work."""
    quarters = _shortest_day(hours)
    found: Document = {}
    for name, of in (("sleep", 2), ("meals", 6), ("on_call", 3)):
        part = quarters // of
        if part and r.randint(0, 1):
            found[name] = {"hours_per_day": _quarters(r.randint(max(1, part // 2), part))}
    if "sleep" in found:
        asleep = Fraction(found["sleep"]["hours_per_day"])
        found["sleep"] |= {
            "on_duty_hours": r.choice(("16", "23", "24", "30")),
            "uninterrupted_hours": str(min(int(asleep), r.choice((4, 5, 6, 7)))),
            "agreed_freely": bool(r.randint(0, 3)),
            "facilities": bool(r.randint(0, 3)),
            "resides": bool(r.randint(0, 1)),
        }
    if "meals" in found:
        longest = int(60 * Fraction(found["meals"]["hours_per_day"]))
        each = min(longest, r.choice((20, 29, 30, 45)))
        found["meals"] |= {"minutes_each": str(each), "relieved": bool(r.randint(0, 3))}
    if "on_call" in found:
        found["on_call"]["own_time"] = bool(r.randint(0, 2))
    return found


def _shortest_day(hours: Document) -> int:
    """Return the quarter hours of the shortest day of work."""
    if "records" in hours:
        days = [Fraction(16)]  # some recorded days are shorter than what does not count in them
    elif "daily" in hours:
        days = [Fraction(day) for day in hours["daily"].values()]
    elif "per_day" in hours:
        days = [Fraction(hours["per_day"])]
    else:
        days = [Fraction(hours["per_workweek"]) / len(hours["days"])]
    return int(min(days, default=Fraction(0)) * 4)


def _quarters(number: int) -> str:
    return f"{number // 4}.{number % 4 * 25:02}"


def _deduction(r: Random, period: Document) -> Document:
    found: Document = {"kind": r.choice(DEDUCTIONS), "voluntary": bool(r.randint(0, 1))}
    match r.randint(0, 2):
        case 0:
            found["per_workweek"] = money(r, 120)
        case 1:
            found |= {"amount": money(r, 400), "on": some_dates(r, period)["from"]}
        case _:
            found |= {"amount": money(r, 900)} | some_dates(r, period)
    if not r.randint(0, 2):
        found["out_of_pocket"] = True
    return found


def _facility(r: Random) -> Document:
    return {
        "kind": r.choice(("board", "lodging", "other")),
        "per_workweek": money(r, 150),
        "measure": r.choice(("reasonable_cost", "fair_value")),
    } | {flag: bool(r.randint(0, 4)) for flag in ("voluntary", "customary", "recorded", "lawful")}


def _tips(r: Random) -> Document:
    return {
        "per_workweek": money(r, 500),
        "kept_by": r.choice(("worker", "worker", "employer")),
        "informed": bool(r.randint(0, 2)),
    }


def _coverage(r: Random, period: Document, fortnight: dt.date | None) -> Document:
    first, last = (dt.date.fromisoformat(period[end]) for end in ("from", "to"))
    third = {"third_party_employer": True} if r.randint(0, 1) else {}
    match r.randint(0, 4 if first >= YOUTH_SINCE else 3):
        case 0:
            return {"domestic_service": True, "companionship": True} | third
        case 1:
            return {"domestic_service": True, "lives_in": True} | third
        case 2:
            return {"agriculture": True, "small_farm": bool(r.randint(0, 1))}
        case 3:
            return {"eight_and_eighty_from": fortnight.isoformat()} if fortnight else {}
        case _:
            begun = first - dt.timedelta(days=r.randint(0, 90))
            through = first + dt.timedelta(days=r.randint(0, (last - first).days + 20))
            return {"youth": {"from": begun.isoformat(), "through": through.isoformat()}}


def _a_start(r: Random, period: Document) -> dt.date:
    """Return the first day of a workweek near the beginning of a period."""
    first = dt.date.fromisoformat(period["from"])
    return week_of(period, first + dt.timedelta(days=7 * r.randint(-2, 1)))


def wage_choices(r: Random) -> dict[str, str]:
    """Return options of some of the positions on wages."""
    return {key: r.choice(options) for key, options in WAGE_CHOICES.items() if r.randint(0, 1)}
