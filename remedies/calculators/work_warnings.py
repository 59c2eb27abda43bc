"""What a reader must know about the ways of working and being paid: doubts that are no error.

Authority:
    29 U.S.C. § 206(a), (f): minimum wages, and since when domestic service has them.
    29 U.S.C. § 213(b)(12): agriculture has no overtime.
    29 U.S.C. § 213(f): work outside the United States.
    29 U.S.C. § 203(m)(2)(B): tips that an employer kept, from March 23, 2018.
    29 C.F.R. § 552.109(c): third-party employers of domestic workers, as vacated and upheld.
    29 C.F.R. § 531.35: costs that a worker bears for the employer.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from remedies.calculators.clock_doubts import clock_doubts
from remedies.calculators.coverage import FARM
from remedies.calculators.in_kind import TIPS_FROM
from remedies.calculators.minimum_wage import place_key
from remedies.facts import Category, Claim, Keeper, WorkPeriod
from remedies.facts.civil import is_abroad

_PLACE = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<part>[A-Z0-9]{1,3}))?\Z")
_FARM_WORDS = re.compile(r"\b(farm|field ?hand|harvest|agricultur|orchard|picker)", re.IGNORECASE)
DOMESTIC_FROM = dt.date(1974, 5, 1)
"""From when domestic service was covered; the rule ``domestic_service_covered``."""
UPHELD_FROM = dt.date(2015, 10, 13)
RULE_FROM = dt.date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Warned:
    """One doubt: a stable code, a plain sentence and the field that it is about."""

    code: str
    message: str
    field: str


def work_warnings(claim: Claim) -> Iterator[Warned]:
    """Yield everything about a claim's work that a reader should check."""
    for i, period in enumerate(claim.work):
        where = f"work[{i}]"
        yield from _place(where, period)
        yield from _agriculture(where, period)
        yield from _domestic(where, period)
        yield from _rates(where, period)
        yield from _tips(where, period)
        for code, why, field in clock_doubts(period):
            yield Warned(code, why, f"{where}.{field}")
    yield from _costs(claim)


def _place(where: str, period: WorkPeriod) -> Iterator[Warned]:
    place = _PLACE.match(period.place)
    if is_abroad(period.place):
        why = (
            "the work was outside the United States, where the Fair Labor Standards Act itself does not "
            "apply (29 U.S.C. § 213(f)); whether its guarantees still value the labor under 18 U.S.C. "
            "§ 1593(b)(3) is the position wage_arm_for_labor_abroad, which values it; no decision was found"
        )
        yield Warned("work_abroad", why, f"{where}.place")
    elif place and place["part"] in {"GU", "PR", "VI"}:
        why = "the federal rates were not checked for this territory; check which minimum wage applied"
        yield Warned("work_in_a_territory", why, f"{where}.place")
    elif period.place and place_key(period.place) is None:
        why = (
            "is no place of the form US-NY or US-CA.oakland, and not plainly abroad, so that no state's law "
            "is compared; write it so"
        )
        yield Warned("place_not_known", f"the place {why}", f"{where}.place")


def _agriculture(where: str, period: WorkPeriod) -> Iterator[Warned]:
    coverage = period.coverage
    unsaid = coverage.agriculture is None and coverage.group != FARM
    if unsaid and _FARM_WORDS.search(period.occupation):
        why = (
            "the occupation sounds like agriculture, which has no overtime (29 U.S.C. § 213(b)(12)); "
            "set coverage.agriculture to true or false as the facts are"
        )
        yield Warned("agriculture_not_stated", why, f"{where}.coverage.agriculture")


def _domestic(where: str, period: WorkPeriod) -> Iterator[Warned]:
    coverage = period.coverage
    third_party = (coverage.lives_in or coverage.companionship) and coverage.third_party_employer
    if third_party and period.begins_on < UPHELD_FROM and period.ends_on >= RULE_FROM:
        why = (
            "29 C.F.R. § 552.109(c) was vacated on December 22, 2014 and upheld on August 21, 2015, "
            "with the mandate of October 13, 2015 (Home Care Ass'n of America v. Weil, 799 F.3d 1084 (D.C. "
            "Cir. 2015), known from reports); which day counts is the position "
            "third_party_domestic_employer, which takes January 1, 2015"
        )
        yield Warned("third_party_rule_litigated", why, f"{where}.coverage")
    if coverage.domestic_service and period.begins_on < DOMESTIC_FROM:
        why = (
            "domestic service was not covered before May 1, 1974 (29 U.S.C. § 206(f)); the days before it "
            "are valued all the same, so split the period there and leave them out where they do not count"
        )
        yield Warned(
            "domestic_service_not_covered_then", why, f"{where}.coverage.domestic_service"
        )


def _rates(where: str, period: WorkPeriod) -> Iterator[Warned]:
    if period.coverage.program is not None or period.coverage.contract is not None:
        why = (
            "a rate that a visa program or a federal contract requires is no minimum wage of the Fair "
            "Labor Standards Act (29 U.S.C. § 206(a)); it counts here only as far as it was agreed, and "
            "in a civil claim"
        )
        yield Warned("required_rate_not_in_this_arm", why, f"{where}.coverage")


def _tips(where: str, period: WorkPeriod) -> Iterator[Warned]:
    tips = period.tips
    if tips is not None and tips.kept_by is Keeper.EMPLOYER and period.begins_on < TIPS_FROM:
        why = (
            "the rule that an employer may not keep tips is law from March 23, 2018 (29 U.S.C. "
            "§ 203(m)(2)(B)); tips of the days before are not counted"
        )
        yield Warned("tips_before_the_rule", why, f"{where}.tips")


def _costs(claim: Claim) -> Iterator[Warned]:
    listed = {Category.OTHER, Category.TRANSPORTATION, Category.TEMPORARY_HOUSING}
    lost = [i for i, loss in enumerate(claim.losses) if loss.category in listed]
    if not lost:
        return
    for i, period in enumerate(claim.work):
        for j, deduction in enumerate(period.deductions):
            if deduction.out_of_pocket:
                why = (
                    f"check that this cost is not also among the losses (losses[{lost[0]}]): the same "
                    "money is owed once"
                )
                yield Warned("cost_may_stand_twice", why, f"work[{i}].deductions[{j}]")
