"""What positions and limitation decide for the wages of a claim.

Authority:
    29 U.S.C. § 255(a): two years, or three for a willful violation (position ``flsa_sol_in_1593``).
    29 C.F.R. § 552.109: from January 1, 2015, or as upheld (position ``third_party_domestic_employer``).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from remedies.calculators.hours import HourChoices
from remedies.facts import Claim

THIRD_PARTY_RULE_FROM = dt.date(2015, 1, 1)
THIRD_PARTY_RULE_UPHELD = dt.date(2015, 10, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class WageChoices:
    """What positions and limitation decide for the wages; every field is named as its position."""

    salary_covers: str = "forty_hours"
    fluctuating_workweek: str = "require_conditions"
    guaranteed_pay_contract: str = "require_conditions"
    straight_time_rate: str = "agreed"
    workweek_rounding: str = "exact"
    net_of_paid: bool = True
    higher_wage: bool = False
    live_in_exempt: bool = True
    agriculture_exempt: bool = True
    companionship_exempt: bool = True
    small_farm_exempt: bool = True
    third_party_rule_from: dt.date = THIRD_PARTY_RULE_FROM
    youth_wage: bool = False
    eight_and_eighty: bool = False
    proven_coverage_only: bool = False
    hours: HourChoices = HourChoices()  # noqa: RUF009 - an immutable value
    facilities_credit: str = "deny_when_coerced"
    tip_credit: str = "require_conditions"
    tips_kept: bool = False
    voluntary_deductions: str = "no_credit"
    worker_borne_costs: bool = True
    since: dt.date | None = None


def wage_choices(claim: Claim, options: Mapping[str, str]) -> WageChoices:
    """Return what a claim's options decide for its wages.

    A position that an earlier record of the law lacks takes its default.
    """
    taken = _Taken(options)
    years = {"two_years": 2, "three_years": 3}.get(options["flsa_sol_in_1593"])
    since = claim.charged_on - relativedelta(years=years) if years and claim.charged_on else None
    upheld = taken("third_party_domestic_employer", "from_2015_10_13")
    return WageChoices(
        salary_covers=options["salary_covers"],
        fluctuating_workweek=options.get("fluctuating_workweek", "require_conditions"),
        guaranteed_pay_contract=options.get("guaranteed_pay_contract", "require_conditions"),
        straight_time_rate=options["straight_time_rate"],
        workweek_rounding=options["workweek_rounding"],
        net_of_paid=taken("flsa_arm_net_of_paid", "net"),
        higher_wage=taken("1593_wage_law", "higher_state"),
        live_in_exempt=taken("live_in_ot_exemption_in_1593", "apply"),
        agriculture_exempt=taken("agriculture_ot_exemption_in_1593", "apply"),
        companionship_exempt=not taken("companionship_exemption_in_1593", "do_not_apply"),
        small_farm_exempt=not taken("small_farm_exemption_in_1593", "do_not_apply"),
        third_party_rule_from=THIRD_PARTY_RULE_UPHELD if upheld else THIRD_PARTY_RULE_FROM,
        youth_wage=taken("youth_wage_in_1593", "apply"),
        eight_and_eighty=taken("eight_and_eighty", "apply"),
        proven_coverage_only=taken("flsa_coverage_for_1593", "require_coverage"),
        hours=HourChoices(
            exclude_sleep=taken("sleep_and_meal_agreement", "exclude_by_agreement"),
            exclude_own_time=taken("on_call_time", "exclude_own_time"),
        ),
        facilities_credit=options["facilities_credit"],
        tip_credit=options.get("tip_credit", "require_conditions"),
        tips_kept=taken("tips_kept_in_1593", "include"),
        voluntary_deductions=options.get("voluntary_deductions", "no_credit"),
        worker_borne_costs=not taken("worker_borne_costs", "leave_out"),
        since=since,
    )


class _Taken:
    """Answers whether an option is taken; no option of a position that is not known is."""

    def __init__(self, options: Mapping[str, str]) -> None:
        self._options = options

    def __call__(self, key: str, option: str) -> bool:
        return self._options.get(key) == option
