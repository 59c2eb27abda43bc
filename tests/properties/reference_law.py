"""What the slow reference knows of the law: rates by day, the coverage of a workweek, whole cents.

Nothing of the program is used. Sources: 29 U.S.C. §§ 203(m)(2)(A), 206(a)(1), 206(g), 213(a)(6)(A),
213(a)(15), 213(b)(12), 213(b)(21); 29 C.F.R. §§ 552.109, 780.10, 780.11. Only work from 1978 on, when one
minimum wage covered every group.
"""

import datetime as dt
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
YOUTH_WAGE = Fraction("4.25")
YOUTH_WAGE_SINCE = dt.date(1996, 8, 20)
CASH_WAGE_OF_TIPPED = [
    (dt.date(1990, 4, 1), Fraction("2.09")),
    (dt.date(1991, 4, 1), Fraction("2.13")),
]
TIPS_RECOVERABLE_SINCE = dt.date(2018, 3, 23)
DEFAULTS = {
    "salary_covers": "forty_hours",
    "fluctuating_workweek": "require_conditions",
    "guaranteed_pay_contract": "require_conditions",
    "straight_time_rate": "agreed",
    "workweek_rounding": "exact",
    "flsa_arm_net_of_paid": "net",
    "liquidated_damages": "include",
    "live_in_ot_exemption_in_1593": "apply",
    "agriculture_ot_exemption_in_1593": "apply",
    "companionship_exemption_in_1593": "apply",
    "small_farm_exemption_in_1593": "apply",
    "third_party_domestic_employer": "from_2015_01_01",
    "youth_wage_in_1593": "do_not_apply",
    "eight_and_eighty": "not_applied",
    "sleep_and_meal_agreement": "count_all",
    "on_call_time": "count",
    "facilities_credit": "deny_when_coerced",
    "tip_credit": "require_conditions",
    "tips_kept_in_1593": "leave_out",
    "voluntary_deductions": "no_credit",
    "worker_borne_costs": "count",
}
Positions = dict[str, str]


def cents(dollars: Fraction) -> int:
    """Round to the cent, half up."""
    return int((dollars * 100 + Fraction(1, 2)) // 1)


def to_the_cent(dollars: Fraction) -> Fraction:
    """Round to the cent, half up, and stay in dollars."""
    return Fraction(cents(dollars), 100)


def minimum_wage(day: dt.date) -> Fraction:
    """Return the minimum wage of a day."""
    return next(rate for since, rate in reversed(MINIMUM_WAGE) if since <= day)


def cash_wage_of_tipped(day: dt.date) -> Fraction:
    """Return the least cash wage of a tipped employee on a day, from April 1, 1990."""
    return next(rate for since, rate in reversed(CASH_WAGE_OF_TIPPED) if since <= day)


def owed_at_least(coverage: dict[str, Any], day: dt.date, positions: Positions) -> Fraction:
    """Return the minimum wage of one worker on a day, the youth wage where it is taken."""
    ordinary = minimum_wage(day)
    youth = coverage.get("youth")
    if youth is None or positions["youth_wage_in_1593"] != "apply" or day < YOUTH_WAGE_SINCE:
        return ordinary
    begun = dt.date.fromisoformat(youth["from"])
    of_the_ninety = 0 <= (day - begun).days < 90
    young = day <= dt.date.fromisoformat(youth["through"])
    return min(ordinary, YOUTH_WAGE) if of_the_ninety and young else ordinary


def third_party(coverage: dict[str, Any], week: dt.date, positions: Positions) -> bool:
    """Return whether a third-party employer has lost both domestic exemptions in a workweek."""
    late = positions["third_party_domestic_employer"] == "from_2015_10_13"
    since = dt.date(2015, 10, 13) if late else dt.date(2015, 1, 1)
    last_day = min(dt.date.fromisoformat(coverage["last_day"]), week + dt.timedelta(days=6))
    return bool(coverage.get("third_party_employer")) and last_day >= since


def lives_in(coverage: dict[str, Any], week: dt.date, positions: Positions) -> bool:
    """Return whether no overtime is due to one who lives in the household."""
    if positions["live_in_ot_exemption_in_1593"] != "apply":
        return False
    resident = coverage.get("domestic_service") and coverage.get("lives_in")
    return bool(resident) and not third_party(coverage, week, positions)


def farm(coverage: dict[str, Any], positions: Positions) -> bool:
    """Return whether no overtime is due because the work is agriculture."""
    if coverage.get("group") == "1966_amendments_farm":
        return True
    position = positions["agriculture_ot_exemption_in_1593"] == "apply"
    return bool(coverage.get("agriculture")) and position


def exempt_altogether(coverage: dict[str, Any], week: dt.date, positions: Positions) -> bool:
    """Return whether neither minimum wage nor overtime reaches the work: companions, small farms."""
    companion = coverage.get("domestic_service") and coverage.get("companionship")
    if companion and positions["companionship_exemption_in_1593"] == "apply":
        return not third_party(coverage, week, positions)
    small = coverage.get("agriculture") and coverage.get("small_farm")
    return bool(small) and positions["small_farm_exemption_in_1593"] == "apply"
