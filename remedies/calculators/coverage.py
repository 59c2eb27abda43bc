"""Which work the Act reaches, workweek by workweek: the exemptions from wages and from overtime.

Authority:
    29 U.S.C. § 213(a)(6)(A): no minimum wage or overtime for agriculture of an employer that used no more
        than 500 man-days in any quarter of the year before.
    29 U.S.C. § 213(a)(15): no minimum wage or overtime for companionship services.
    29 U.S.C. § 213(b)(12): no overtime in agriculture.
    29 U.S.C. § 213(b)(21): no overtime for domestic service by one who lives in the household.
    29 C.F.R. § 552.109: a third-party employer has neither exemption for domestic service from
        January 1, 2015 (position ``third_party_domestic_employer``).
"""

import datetime as dt

from remedies.calculators.wage_choices import WageChoices
from remedies.facts import WorkPeriod
from remedies.facts.work import ONE_DAY, WEEK

FARM = "1966_amendments_farm"


def exempt_from_wages(period: WorkPeriod, starts_on: dt.date, choices: WageChoices) -> bool:
    """Return whether the Act guarantees neither wage to a period's work in a workweek."""
    coverage = period.coverage
    companion = coverage.domestic_service and coverage.companionship
    if companion and choices.companionship_exempt:
        return not _third_party(period, starts_on, choices)
    return coverage.small_farm and choices.small_farm_exempt


def exempt_as_live_in(period: WorkPeriod, starts_on: dt.date, choices: WageChoices) -> bool:
    """Return whether the live-in exemption from overtime reaches a period's work in a workweek."""
    coverage = period.coverage
    lives_in = coverage.domestic_service and coverage.lives_in
    return lives_in and choices.live_in_exempt and not _third_party(period, starts_on, choices)


def exempt_as_farm(period: WorkPeriod, choices: WageChoices) -> bool:
    """Return whether overtime is not owed because the work is agriculture."""
    coverage = period.coverage
    return coverage.group == FARM or (bool(coverage.agriculture) and choices.agriculture_exempt)


def _third_party(period: WorkPeriod, starts_on: dt.date, choices: WageChoices) -> bool:
    """Return whether work of a workweek is for a third party on the rule's first day or later."""
    last = min(period.ends_on, starts_on + WEEK - ONE_DAY)
    return period.coverage.third_party_employer and last >= choices.third_party_rule_from
