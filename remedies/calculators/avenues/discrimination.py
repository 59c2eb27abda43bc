"""A charge of discrimination at work, and the race claim that needs none.

Authority:
    42 U.S.C. §§ 2000e(b), 2000e-2(a)(1), 2000e-3(a), 2000e-5(e)(1), (f)(1): whom Title VII binds, the
    charge within 180 days, or 300 where a state agency has the power, and the suit.
    42 U.S.C. § 1981a(b)(3), (4): the ceilings on damages. 42 U.S.C. § 1981(a), (b): race, no number of
    employees, no charge.
    28 U.S.C. § 1658(a), Jones v. R.R. Donnelley & Sons Co., 541 U.S. 369 (2004): four years for it.
    29 C.F.R. § 1601.13(a)(1)-(4): when the 300 days apply.
"""

from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.brings import amounts, of_the_law
from remedies.calculators.avenues.civil import by_suit
from remedies.calculators.avenues.limits import Clock, by_month, by_time, event, last_day
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import (
    Avenue,
    Bound,
    Reasons,
    Remedy,
    Standing,
    TimeLimit,
)
from remedies.facts.answers import Employees, Known

_BANDS: Final = {
    Employees.FROM_15: "employees_15_to_100",
    Employees.FROM_101: "employees_101_to_200",
    Employees.FROM_201: "employees_201_to_500",
    Employees.OVER_500: "employees_over_500",
}
_KEPT: Final = ("kept_from_acting",)
_CHARGE: Final = "us.eeoc_charge_days"
_CITES: Final = (
    "title_vii_practice_2000e_2_a",
    "title_vii_employer_2000e_b",
    "title_vii_retaliation_2000e_3_a",
    "charge_time_2000e_5_e1",
    "race_contracts_1981",
)


def discrimination_eeoc(asked: Asked) -> Remedy:
    """Return how a charge of discrimination at work stands."""
    reasons = Reasons()
    _by_treatment(reasons, asked)
    _by_size(reasons, asked)
    by_suit(reasons, asked)
    limits = tuple(_limits(asked))
    by_time(reasons, _charge(asked, limits), asked.as_of, "ended_on")
    by_month(reasons, limits)
    if not asked.jurisdiction:
        reasons.note("state_unknown", "state")
    band = _BANDS.get(asked.answers.employees_band)
    cap = of_the_law(asked, "us.title_vii_damages_cap", Bound.AT_MOST, band) if band else None
    return replace(
        reasons.remedy(Avenue.DISCRIMINATION_EEOC),
        limits=limits,
        brings=amounts(cap),
        overlaps=overlaps(Avenue.DISCRIMINATION_EEOC),
        contacts=("eeoc", "legal_aid_finder"),
        cites=(*_CITES, *(("us.fair_employment_agency",) if _agency(asked) is Known.YES else ())),
    )


def _by_treatment(reasons: Reasons, asked: Asked) -> None:
    match asked.answers.discrimination:
        case Known.YES:
            reasons.note("discrimination")
        case Known.NO:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "no_discrimination")
        case Known.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "discrimination_unknown", "discrimination")


def _by_size(reasons: Reasons, asked: Asked) -> None:
    """Note whether the employer has the fifteen employees of Title VII; a race claim needs none."""
    match asked.answers.employees_band:
        case Employees.UNDER_15:
            reasons.lower(Standing.ASK_A_LAWYER, "employer_too_small")
        case Employees.UNKNOWN:
            reasons.lower(Standing.MAY_BE_OPEN, "size_unknown", "employees_band")
        case _:
            reasons.note("employer_large_enough")


def _agency(asked: Asked) -> Known:
    """Return whether the state has an agency that the Commission designated; local ones are not listed."""
    if not asked.jurisdiction:
        return Known.UNKNOWN
    item = asked.law.item("us.fair_employment_agency")
    found = (
        asked.version(item.key, asked.jurisdiction) if asked.jurisdiction in item.tiers else None
    )
    return Known.YES if found is not None else Known.NO


def _limits(asked: Asked) -> list[TimeLimit]:
    """Return the times of a charge, of the suit after it, and of the race claim."""
    ended = asked.answers.ended_on
    general = Clock(key="eeoc_charge_general", law=_CHARGE, counts_from="ended_on", tier="general")
    state = Clock(
        key="eeoc_charge_state_agency",
        law=_CHARGE,
        counts_from="ended_on",
        tier="state_agency",
        tolling=_KEPT,
    )
    race = Clock(key="limitation_1981", law="us.limitation_1981", counts_from="ended_on")
    return [
        last_day(asked, general, ended, ended),
        *([last_day(asked, state, ended, ended)] if _agency(asked) is not Known.NO else []),
        event("eeoc_suit", "letter", law="us.eeoc_suit_days"),
        last_day(asked, race, ended, ended),
    ]


def _charge(asked: Asked, limits: tuple[TimeLimit, ...]) -> TimeLimit:
    """Return the charge's time as one: safe by the 180 days, arguable by the 300 where they may apply."""
    general, second = limits[0], limits[1]
    return general if _agency(asked) is Known.NO else replace(general, latest_on=second.latest_on)
